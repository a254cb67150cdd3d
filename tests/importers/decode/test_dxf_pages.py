"""DXF drawings: what is drawn, where, how thick, and what is refused."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import ezdxf
import numpy as np
import pytest
from ezdxf.enums import TextEntityAlignment

from importers.decode import DecodeError, dxf, dxf_sheet, open_sheets, rendered
from importers.found import Box

DPI = 100
A3 = 420 / 25.4 * DPI


def written(draw: Callable[[Any], None], version: str = "R2010") -> bytes:
    drawing = ezdxf.new(version, setup=True)
    draw(drawing)
    stream = io.StringIO()
    drawing.write(stream)
    return stream.getvalue().encode(drawing.output_encoding, errors="dxfreplace")


def opened(data: bytes, dpi: int = DPI) -> Any:
    return open_sheets(io.BytesIO(data), name="part.dxf", dpi=dpi)


def page(draw: Callable[[Any], None], version: str = "R2010") -> np.ndarray:
    with opened(written(draw, version)) as sheets:
        return np.asarray(sheets.read(0, target=2000).pixels)


def frame(drawing: Any) -> None:
    """Corners that make 100 drawing units the longer side, and half of it the other."""
    drawing.modelspace().add_point((0, 0))
    drawing.modelspace().add_point((100, 50))


def at(found: np.ndarray, x: float, y: float) -> int:
    """The pixel of a place in drawing units, in drawings with the frame."""
    scale = found.shape[1] / 104
    return int(found[found.shape[0] - 1 - round((y + 2) * scale), round((x + 2) * scale)])


@pytest.mark.parametrize("version", ["R12", "R2000", "R2007", "R2018"])
def test_the_model_fills_the_length_of_an_a3_sheet_and_is_not_mirrored(version: str):
    def draw(drawing: Any) -> None:
        frame(drawing)
        drawing.modelspace().add_solid([(5, 5), (20, 5), (5, 15), (20, 15)])

    found = page(draw, version)
    assert abs(found.shape[1] - A3) <= 2
    assert at(found, 12, 10) == 0
    assert at(found, 88, 10) == at(found, 12, 40) == 255


def test_line_weights_are_kept_in_millimetres():
    def draw(drawing: Any) -> None:
        frame(drawing)
        for x, weight in ((20, 13), (50, 100), (80, 200)):
            line = drawing.modelspace().add_line((x, 5), (x, 45))
            line.dxf.lineweight = weight

    row = page(draw)[400] < 128
    starts = np.flatnonzero(np.diff(row.astype(int)) == 1)
    ends = np.flatnonzero(np.diff(row.astype(int)) == -1)
    widths = ends - starts
    assert len(widths) == 3
    assert 1 <= widths[0] <= 2
    assert abs(widths[1] - 1.0 / 25.4 * DPI) <= 1.5
    assert abs(widths[2] - 2.0 / 25.4 * DPI) <= 1.5


def test_every_colour_is_black_on_white():
    def draw(drawing: Any) -> None:
        frame(drawing)
        for x, colour in ((20, 2), (50, 7), (80, 4)):
            drawing.modelspace().add_lwpolyline(
                [(x - 5, 5), (x - 5, 45)], dxfattribs={"color": colour, "lineweight": 200}
            )

    found = page(draw)
    assert at(found, 15, 25) == at(found, 45, 25) == at(found, 75, 25) == 0


def test_hatches_have_holes_and_keep_their_lightness():
    def draw(drawing: Any) -> None:
        frame(drawing)
        for x, colour in ((10, 7), (60, 2)):
            hatch = drawing.modelspace().add_hatch(color=colour)
            hatch.paths.add_polyline_path([(x, 5), (x + 30, 5), (x + 30, 45), (x, 45)])
            hatch.paths.add_polyline_path(
                [(x + 10, 15), (x + 20, 15), (x + 20, 35), (x + 10, 35)], flags=16
            )

    found = page(draw)
    assert at(found, 14, 25) == 0
    assert at(found, 25, 25) == 255
    assert 180 < at(found, 64, 25) < 255


def test_text_is_drawn_upright_also_in_japanese():
    def draw(drawing: Any) -> None:
        frame(drawing)
        for x, text in ((25, "L"), (75, "図面")):
            drawing.modelspace().add_text(text, height=20).set_placement(
                (x, 25), align=TextEntityAlignment.MIDDLE_CENTER
            )

    found = page(draw) < 128
    middle = found.shape[1] // 2
    letter = np.argwhere(found[40:-40, 40:middle])
    # The foot of an L: most of its ink lies low and to the left.
    assert letter[:, 0].mean() > (letter[:, 0].min() + letter[:, 0].max()) / 2
    assert letter[:, 1].mean() < (letter[:, 1].min() + letter[:, 1].max()) / 2
    assert found[40:-40, middle:-40].sum() > letter.size / 2


def test_a_wipeout_hides_what_lies_below():
    def draw(drawing: Any) -> None:
        frame(drawing)
        drawing.modelspace().add_solid([(0, 0), (100, 0), (0, 50), (100, 50)])
        drawing.modelspace().add_wipeout([(30, 10), (70, 40)])

    found = page(draw)
    assert at(found, 10, 25) == 0
    assert at(found, 50, 25) == 255


def test_layouts_are_pages_at_their_paper_size():
    def draw(drawing: Any) -> None:
        frame(drawing)
        sheet = drawing.layouts.new("図面 1")
        sheet.page_setup(size=(297, 210), margins=(0, 0, 0, 0), units="mm")
        sheet.add_line((10, 10), (287, 200))
        drawing.layouts.new("empty")

    with opened(written(draw)) as sheets:
        assert list(sheets.labels) == ["Model", "図面 1"]
        width, height = sheets.size(1)
        assert abs(width - 297 / 25.4 * DPI) <= 1
        assert abs(height - 210 / 25.4 * DPI) <= 1
        found = sheets.read(1, target=1000).pixels
    assert found[: height // 4, -width // 4 :].min() < 128
    assert found[: height // 4, : width // 4].min() == 255


def test_parts_are_the_same_whether_drawn_whole_or_in_regions(monkeypatch: pytest.MonkeyPatch):
    def draw(drawing: Any) -> None:
        frame(drawing)
        drawing.modelspace().add_circle((50, 25), 20)
        drawing.modelspace().add_text("A3", height=12)

    data = written(draw)
    boxes = [Box(x, y, 256, 256) for y in range(-20, 850, 256) for x in range(-20, 1650, 256)]
    with opened(data) as sheets:
        whole = list(sheets.crops(0, boxes))
    monkeypatch.setattr(rendered, "_REGION", 500_000)
    with opened(data) as sheets:
        parts = list(sheets.crops(0, boxes))
    # Lines that are clipped elsewhere are rounded a little differently.
    differences = np.abs(np.array(whole, int) - np.array(parts, int))
    assert differences.max() < 40
    assert differences.mean() < 0.01


def test_japanese_without_a_stated_encoding():
    lines = ["0", "SECTION", "2", "ENTITIES", "0", "TEXT", "8", "0", "10", "0", "20", "0"]
    lines += ["40", "5", "1", "寸法と公差", "0", "ENDSEC", "0", "EOF"]
    data = "\r\n".join(lines).encode("cp932") + b"\r\n"
    with opened(data) as sheets:
        layout = sheets._document._layouts[0]
        assert [one.dxf.text for one in layout] == ["寸法と公差"]


def test_european_letters_are_not_taken_for_japanese():
    lines = ["0", "SECTION", "2", "ENTITIES", "0", "TEXT", "8", "0", "10", "0", "20", "0"]
    lines += ["40", "5", "1", "Größe générale für ÄÖÜ", "0", "ENDSEC", "0", "EOF"]
    data = "\n".join(lines).encode("cp1252")
    with opened(data) as sheets:
        layout = sheets._document._layouts[0]
        assert [one.dxf.text for one in layout] == ["Größe générale für ÄÖÜ"]


def test_an_empty_drawing_has_its_own_reason():
    with pytest.raises(DecodeError) as caught:
        opened(written(lambda drawing: None))
    assert caught.value.key == "import.empty_drawing"


def test_blocks_within_blocks_stop_after_a_while(monkeypatch: pytest.MonkeyPatch):
    def draw(drawing: Any) -> None:
        for level in range(12):
            block = drawing.blocks.new(f"B{level}")
            for n in range(10):
                if level:
                    block.add_blockref(f"B{level - 1}", (n, level))
                else:
                    block.add_point((n, 0))
        drawing.modelspace().add_blockref("B11", (0, 0))

    monkeypatch.setattr(dxf_sheet, "_SECONDS", 0.5)
    with opened(written(draw)) as sheets, pytest.raises(DecodeError) as caught:
        sheets.size(0)
    assert caught.value.key == "import.too_complex"


def test_a_block_that_holds_itself_ends():
    def draw(drawing: Any) -> None:
        block = drawing.blocks.new("B")
        block.add_line((0, 0), (9, 9))
        block.add_blockref("B", (1, 1))
        drawing.modelspace().add_blockref("B", (0, 0))

    with contextlib.suppress(DecodeError), opened(written(draw)) as sheets:
        sheets.read(0, target=64)


def test_too_many_objects_are_refused_before_reading(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dxf, "_MOST_ENTITIES", 10)
    with pytest.raises(DecodeError) as caught:
        opened(written(frame))
    assert caught.value.key == "import.drawing_too_large"


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]):
    def draw(drawing: Any) -> None:
        frame(drawing)
        drawing.modelspace().add_mtext(r"{\W0;\H0x;a}\P\A9;b^", dxfattribs={"char_height": 3})

    page(draw)
    assert capfd.readouterr().out == ""


def test_real_drawings_come_out(drawings: Path):
    for path in sorted((drawings / "dxf").iterdir()):
        with path.open("rb") as file, open_sheets(file, name=path.name, dpi=50) as sheets:
            for number in range(sheets.count):
                found = sheets.read(number, target=200).pixels
                assert found.min() < 100, path.name
                assert 0.3 < (found > 200).mean() < 1, path.name
