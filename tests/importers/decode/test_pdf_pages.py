"""PDF pages: size, colours, parts and refusals."""

from __future__ import annotations

import io
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from importers.decode import DecodeError, open_sheets, rendered
from importers.found import Box


def opened(data: bytes, dpi: int = 72) -> Any:
    return open_sheets(io.BytesIO(data), name="plan.pdf", dpi=dpi)


def vector(
    content: str, *, box: str = "0 0 200 100", extra: str = "", form: str = "", lock: str = ""
) -> bytes:
    """A PDF of one page; ``form`` makes its content a form, ``lock`` is an encryption entry."""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Contents 4 0 R{extra}>>",
        f"<</Length {len(content)}{form}>>stream\n{content}\nendstream",
        lock or "<<>>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj{one}endobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    encrypt = "/Encrypt 5 0 R/ID[<11><11>]" if lock else ""
    return (
        data
        + (
            f"xref\n0 6\n0000000000 65535 f \n{table}"
            f"trailer<</Size 6/Root 1 0 R{encrypt}>>\nstartxref\n{len(data)}\n%%EOF\n"
        ).encode()
    )


SQUARE = "1 0 0 rg 20 10 30 40 re f"
"""A red area whose lower left corner lies 20 pt from the left and 10 pt from below."""


def test_a_page_at_its_resolution_with_its_colours_the_right_way_up():
    with opened(vector(SQUARE), dpi=144) as sheets:
        assert (sheets.count, list(sheets.labels)) == (1, ["1"])
        assert sheets.size(0) == (400, 200)
        found = sheets.read(0, target=400).pixels
    assert found[150, 70].tolist() == [255, 0, 0]
    assert found[50, 70].tolist() == [255, 255, 255]


def test_page_rotation_counts():
    with opened(vector(SQUARE, extra="/Rotate 90")) as sheets:
        assert sheets.size(0) == (100, 200)
        found = sheets.read(0, target=400).pixels
    assert found[35, 30].tolist() == [255, 0, 0]


def test_annotations_are_drawn():
    note = "/Annots[<</Type/Annot/Subtype/Square/Rect[10 10 90 90]/C[0 0 1]/IC[0 0 1]>>]"
    with opened(vector("", extra=note)) as sheets:
        assert sheets.read(0, target=400).pixels[50, 50].tolist() == [0, 0, 255]


def alike(one: np.ndarray, other: np.ndarray) -> bool:
    return int(np.abs(one.astype(int) - other).max()) <= 2


def test_parts_are_the_same_whether_the_page_is_drawn_whole_or_in_regions(
    monkeypatch: pytest.MonkeyPatch,
):
    data = vector(SQUARE + " 0 0 0 RG 3 w 0 0 m 200 100 l S")
    boxes = [Box(x, y, 64, 64) for y in range(-8, 300, 64) for x in range(-8, 600, 64)]
    with opened(data, dpi=216) as sheets:
        whole = list(sheets.crops(0, boxes))
    monkeypatch.setattr(rendered, "_REGION", 30_000)
    with opened(data, dpi=216) as sheets:
        assert all(map(alike, sheets.crops(0, boxes), whole))
    monkeypatch.setattr(rendered, "_REGION", 600)
    with opened(data, dpi=216) as sheets:
        assert all(map(alike, sheets.crops(0, boxes), whole))


def test_reduced_but_never_below_need():
    with opened(vector(SQUARE), dpi=720) as sheets:
        found = sheets.read(0, target=64)
    assert (found.width, found.height) == (2000, 1000)
    assert found.pixels.shape == (250, 500, 3)


def test_scans_in_a_pdf(saved: Any):
    pages = [Image.new("RGB", (50, 60), (0, 40 * n, 0)) for n in range(3)]
    data = saved(pages[0], "PDF", save_all=True, append_images=pages[1:], resolution=72)
    with opened(data) as sheets:
        assert sheets.count == 3
        assert np.abs(sheets.read(2, target=60).pixels.astype(int)[30, 25] - (0, 80, 0)).max() < 4


def test_a_page_too_large_at_this_resolution_names_the_resolution():
    huge = opened(vector("", box="0 0 14000 14000"), dpi=1200)
    with huge as sheets, pytest.raises(DecodeError) as caught:
        sheets.size(0)
    assert caught.value.key == "import.page_too_large"
    assert caught.value.params["dpi"] == 1200


def test_a_locked_pdf_has_its_own_reason():
    lock = f"<</Filter/Standard/V 1/R 2/P -4/O<{'41' * 32}>/U<{'42' * 32}>>>"
    with pytest.raises(DecodeError) as caught:
        opened(vector(SQUARE, lock=lock))
    assert caught.value.key == "import.pdf_locked"


@pytest.mark.parametrize("data", [b"%PDF-1.7\nnothing else", vector(SQUARE)[:60]])
def test_a_damaged_pdf_has_a_reason(data: bytes):
    with pytest.raises(DecodeError) as caught:
        opened(data)
    assert caught.value.key == "import.damaged"


def test_content_that_contains_itself_ends():
    nested = "/Resources<</XObject<</A 4 0 R>>>>"
    data = vector("/A Do", extra=nested, form=f"/Type/XObject/Subtype/Form/BBox[0 0 9 9]{nested}")
    with opened(data) as sheets:
        assert (sheets.read(0, target=64).pixels == 255).all()


def test_a_page_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("importers.decode.pdf._SECONDS", -1)
    many = "".join(f"0 0 0 rg {n % 190} {n % 90} 5 5 re f " for n in range(5000))
    with opened(vector(many)) as sheets, pytest.raises(DecodeError) as caught:
        sheets.read(0, target=64)
    assert caught.value.key == "import.too_complex"


def test_many_threads_may_open_documents_at_once():
    data = vector(SQUARE)
    found: list[np.ndarray] = []

    def work() -> None:
        for _ in range(10):
            with opened(data) as sheets:
                found.append(sheets.read(0, target=400).pixels)

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 60
    assert all(np.array_equal(one, found[0]) for one in found)


def test_real_drawings_look_as_pdfium_draws_them(drawings: Path):
    for path in sorted(drawings.glob("pdf/*/*.[pP][dD][fF]"))[:4]:
        with path.open("rb") as file, open_sheets(file, name=path.name, dpi=72) as sheets:
            found = sheets.read(0, target=5000).pixels
        with pypdfium2.PdfDocument(path) as document:
            page = document[0]
            wanted = page.render(rev_byteorder=True).to_numpy().copy()
            page.close()
        assert np.array_equal(found, wanted)
