"""Files as pages: how many, how large, whole and in parts."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image

from importers.decode import DecodeError, decode, is_document, open_sheets, pages, raster
from importers.decode.picture_file import TiffFile
from importers.decode.segments import SegmentPage
from importers.found import Box

RNG = np.random.default_rng(0)
GREY = RNG.integers(0, 256, (90, 130), dtype=np.uint8)
COLOUR = RNG.integers(0, 256, (90, 130, 3), dtype=np.uint8)
BOXES = [Box(-5, -5, 20, 20), Box(100, 70, 64, 64), Box(30, 10, 40, 40), Box(500, 0, 8, 8)]


def opened(data: bytes, **options: Any) -> Any:
    return open_sheets(io.BytesIO(data), **{"name": "", "dpi": 100, **options})


def expected(page: np.ndarray, box: Box) -> np.ndarray:
    around = [(600, 600), (600, 600), (0, 0)][: page.ndim]
    wide = np.pad(page, around, constant_values=255)
    top, left = box.y + 600, box.x + 600
    return wide[top : top + box.height, left : left + box.width]


def assert_crops(sheets: Any, number: int, page: np.ndarray) -> None:
    for box, found in zip(BOXES, sheets.crops(number, iter(BOXES)), strict=True):
        wanted = expected(page, box)
        assert found.shape[:2] == (box.height, box.width)
        assert np.array_equal(found if found.ndim == page.ndim else found[..., None], wanted) or (
            (found == 255).all() and (wanted == 255).all()
        )


@pytest.mark.parametrize("page", [GREY, COLOUR], ids=["grey", "colour"])
@pytest.mark.parametrize("kind", ["PNG", "TIFF", "BMP"])
def test_parts_come_in_the_order_of_the_boxes_and_white_beyond_the_page(
    saved: Any, kind: str, page: np.ndarray
):
    with opened(saved(page, kind)) as sheets:
        assert (sheets.count, list(sheets.labels)) == (1, ["1"])
        assert sheets.size(0) == (130, 90)
        assert_crops(sheets, 0, page)
        assert np.array_equal(sheets.read(0, target=16).pixels, page)


def test_every_page_of_a_tiff(saved: Any):
    images = [Image.fromarray(np.full((20 + n, 30), 40 * n, np.uint8)) for n in range(4)]
    data = saved(images[0], "TIFF", save_all=True, append_images=images[1:])
    with opened(data) as sheets:
        assert list(sheets.labels) == ["1", "2", "3", "4"]
        for number in (2, 0, 3, 1):
            assert sheets.size(number) == (30, 20 + number)
            found = sheets.read(number, target=64)
            assert (found.pixels == 40 * number).all()
            assert found.several_frames


def test_reduced_copies_in_a_tiff_are_no_pages():
    stream = io.BytesIO()
    with tifffile.TiffWriter(stream) as writer:
        writer.write(GREY, photometric="minisblack")
        writer.write(GREY[::2, ::2], photometric="minisblack", subfiletype=1)
        writer.write(GREY[::-1], photometric="minisblack")
    with opened(stream.getvalue()) as sheets:
        assert sheets.count == 2
        assert np.array_equal(sheets.read(1, target=64).pixels, GREY[::-1])


def test_a_page_that_does_not_exist_has_a_reason(saved: Any):
    with opened(saved(GREY, "PNG")) as sheets, pytest.raises(DecodeError) as caught:
        next(sheets.crops(4, BOXES))
    assert caught.value.key == "import.no_such_page"
    assert caught.value.params == {"page": 5, "count": 1}


def test_a_region_without_area_has_a_reason(saved: Any):
    with opened(saved(GREY, "PNG")) as sheets, pytest.raises(DecodeError) as caught:
        list(sheets.crops(0, [Box(3, 3, 0, 5)]))
    assert caught.value.key == "import.empty_region"


def test_what_the_caller_raises_while_giving_boxes_passes_through(saved: Any):
    def boxes() -> Any:
        yield BOXES[0]
        raise LookupError("the caller's own")

    with opened(saved(GREY, "PNG")) as sheets, pytest.raises(LookupError):
        list(sheets.crops(0, boxes()))


STORED = {
    "strips": {"rowsperstrip": 7, "compression": "lzw"},
    "one strip": {"rowsperstrip": 90, "compression": "deflate"},
    "plain": {"rowsperstrip": 13},
    "plain in one strip": {"rowsperstrip": 90},
    "tiles": {"tile": (16, 32), "compression": "lzw", "predictor": True},
    "big endian": {"rowsperstrip": 7, "byteorder": ">"},
}


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("stored", STORED)
@pytest.mark.parametrize("kind", ["grey", "colour", "deep"])
def test_large_tiffs_are_read_in_segments_like_small_ones(
    monkeypatch: pytest.MonkeyPatch, kind: str, stored: str, orientation: int
):
    page = {"grey": GREY, "colour": COLOUR, "deep": GREY.astype(np.uint16) * 257}[kind]
    options = dict(STORED[stored])
    order = options.pop("byteorder", "<")
    stream = io.BytesIO()
    with tifffile.TiffWriter(stream, byteorder=order) as writer:
        writer.write(
            page,
            photometric="rgb" if kind == "colour" else "minisblack",
            extratags=[(274, 3, 1, orientation, True)],
            **options,
        )
    whole = decode(stream.getvalue(), target=64).pixels
    monkeypatch.setattr("importers.decode.picture_file.LARGE", 100)
    monkeypatch.setattr(pages, "LARGE", 100)
    with opened(stream.getvalue()) as sheets:
        assert isinstance(sheets._at(0), SegmentPage)
        assert sheets.size(0) == whole.shape[1::-1]
        assert_crops(sheets, 0, whole)
        assert np.array_equal(sheets.read(0, target=64).pixels, whole)
        assert min(sheets.read(0, target=8).pixels.shape[:2]) >= 16


@pytest.mark.parametrize("mode", ["CMYK", "P", "RGBA", "1"])
def test_other_kinds_of_large_tiffs_too(saved: Any, monkeypatch: pytest.MonkeyPatch, mode: str):
    data = saved(Image.fromarray(COLOUR).convert(mode), "TIFF")
    whole = decode(data, target=64).pixels
    monkeypatch.setattr("importers.decode.picture_file.LARGE", 100)
    with opened(data) as sheets:
        assert_crops(sheets, 0, whole)


def test_a_large_grey_jpeg_is_held_as_grey(saved: Any, monkeypatch: pytest.MonkeyPatch):
    smooth = np.add.outer(np.arange(90), np.arange(130)).astype(np.uint8)
    data = saved(np.dstack([smooth] * 3), "JPEG")
    monkeypatch.setattr(raster, "LARGE", 100)
    with opened(data) as sheets:
        assert next(sheets.crops(0, [Box(0, 0, 50, 50)])).shape == (50, 50)


def test_a_large_picture_is_reduced_but_never_below_need(
    saved: Any, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(raster, "LARGE", 100)
    monkeypatch.setattr(pages, "LARGE", 100)
    found = decode(saved(np.full((400, 601), 70, np.uint8), "PNG"), target=40)
    assert (found.width, found.height) == (601, 400)
    assert 80 <= min(found.pixels.shape) < 400
    assert (found.pixels == 70).all()


def test_the_size_is_that_of_the_upright_picture_at_full_resolution(saved: Any):
    exif = Image.Exif()
    exif[274] = 6
    data = saved(Image.new("L", (4000, 3000), 90), "JPEG", exif=exif)
    found = decode(data, target=64)
    assert (found.width, found.height) == (3000, 4000)
    with opened(data) as sheets:
        assert sheets.size(0) == (3000, 4000)
        assert sheets.read(0, target=64).pixels.shape[0] < 1500
        assert next(sheets.crops(0, [Box(2990, 0, 20, 10)]))[0].tolist() == [90] * 10 + [255] * 10


@pytest.mark.parametrize(
    ("head", "name", "said"),
    [
        (b"%PDF-1.7\n", "a.bin", True),
        (b"junk before\n%PDF-1.4", "a", True),
        (b"II*\0\x08\0\0\0", "a.png", True),
        (b"MM\0+\0\x08\0\0", "a", True),
        (b"  0\r\nSECTION\r\n  2\r\nHEADER", "a.txt", True),
        (b"999\nmade by hand\n0\nSECTION\n", "a", True),
        (b"AutoCAD Binary DXF\r\n\x1a\0", "a", True),
        (b"nearly a drawing", "a.DXF", True),
        (b"nearly a drawing", "a.csv", False),
        (b"\x89PNG\r\n\x1a\n", "a.dxf", False),
        (b"AC1032\0\0", "a.dwg", False),
        (b"", "a.dxf", False),
    ],
)
def test_documents_are_known_by_their_first_bytes(head: bytes, name: str, said: bool):
    assert is_document(head, name) is said


FOREIGN = [
    ("dwg", b"AC1032\0\0\0\0"),
    ("vector_graphic", b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'),
    ("layered_picture", b"8BPS\0\x01"),
    ("camera_raw", b"FUJIFILMCCD-RAW 0201"),
    ("camera_raw", b"II*\0\x10\0\0\0CR\x02\0"),
    ("video", b"\0\0\0\x18ftypisom\0\0\0\0"),
    ("video", b"RIFF\0\0\0\0AVI LIST"),
    ("office", b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml"),
    ("office", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ("solid_model", b"ISO-10303-21;\nHEADER;"),
    ("solid_model", b"made by a program".ljust(72) + b"S      1\n"),
]


@pytest.mark.parametrize(("group", "data"), FOREIGN, ids=[name for name, _ in FOREIGN])
def test_what_is_not_read_is_told_with_the_next_step(group: str, data: bytes):
    for attempt in (lambda: decode(data, target=64), lambda: opened(data, name="a.dxf")):
        with pytest.raises(DecodeError) as caught:
            attempt()
        assert caught.value.key == f"import.{group}"


def test_the_preview_in_a_raw_file_is_not_taken_for_the_picture():
    stream = io.BytesIO()
    with tifffile.TiffWriter(stream) as writer:
        writer.write(
            GREY, photometric="minisblack", extratags=[(50706, 1, 4, b"\x01\x04\0\0", True)]
        )
    with pytest.raises(DecodeError) as caught:
        decode(stream.getvalue(), target=64)
    assert caught.value.key == "import.camera_raw"


def test_a_tiff_whose_directories_loop_ends(saved: Any):
    data = bytearray(saved(GREY, "TIFF"))
    at = int.from_bytes(data[4:8], "little")
    count = int.from_bytes(data[at : at + 2], "little")
    data[at + 2 + 12 * count : at + 6 + 12 * count] = at.to_bytes(4, "little")
    assert len(TiffFile(io.BytesIO(bytes(data)), None).labels) == 1


def test_a_tiff_with_endless_pages_is_refused():
    body = b"".join(
        b"\x01\0" + bytes(12) + (8 + 18 * (n + 1)).to_bytes(4, "little") for n in range(10_001)
    )
    with pytest.raises(DecodeError) as caught:
        opened(b"II*\0\x08\0\0\0" + body)
    assert caught.value.key == "import.too_many_pages"


def test_real_tiffs(drawings: Path):
    with (drawings / "tiff/g4-multi.tiff").open("rb") as file:
        sheets = open_sheets(file, name="g4-multi.tiff", dpi=0)
        assert [sheets.size(page) for page in range(sheets.count)] == [(3307, 4677)] * 3
        found = sheets.read(2, target=64).pixels
    assert set(np.unique(found)) == {0, 255}


def test_odd_files_give_a_picture_or_a_reason(odd_files: Path):
    refused = set()
    for path in sorted(odd_files.glob("*/*")):
        try:
            with path.open("rb") as file, open_sheets(file, name=path.name, dpi=72) as sheets:
                for page in range(sheets.count):
                    sheets.read(page, target=64)
        except DecodeError:
            refused.add(path.parent.name)
        # decode is the short way for the same files.
        try:
            decode(path.read_bytes(), target=64)
        except DecodeError:
            refused.add(path.parent.name)
    assert refused == {"bombs", "broken", "tiny_and_extreme"}
