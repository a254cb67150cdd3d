"""Any file -> its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO, Self

from importers.decode.box import Box
from importers.decode.errors import MAX_PIXELS, DecodeError, reasons
from importers.decode.kinds import HEAD, kind_of
from importers.decode.pages import Document, Page, cut, decoded
from importers.decode.picture_file import PictureFile, TiffFile
from importers.decode.result import Decoded, Depth, Pixels


class Sheets:
    """The pages, frames or layouts of a file; for one thread, one page at a time.

    Every method raises :class:`DecodeError` and nothing else when the file is at fault, also
    for a page that the file does not have (``import.no_such_page``). Pages are counted from 0.

    Attributes
    ----------
    labels : sequence of str
        What each page is called: its number from 1, or the name of a DXF layout.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self.labels: Sequence[str] = document.labels
        self._number = -1
        self._page: Page | None = None

    @property
    def count(self) -> int:
        return len(self.labels)

    def size(self, page: int) -> tuple[int, int]:
        """Width and height in px of the upright page; of PDF and DXF at the chosen dpi."""
        with reasons():
            found = self._at(page)
            return found.width, found.height

    def read(self, page: int, *, target: int) -> Decoded:
        """A whole page, perhaps reduced.

        Parameters
        ----------
        page : int
        target : int
            Both sides stay at least ``2 * target`` px where the page is that large.
        """
        with reasons():
            return decoded(self._at(page), target, several=self.count > 1)

    def crops(self, page: int, boxes: Iterable[Box]) -> Iterator[Pixels]:
        """Parts of a page at full resolution, in the order of the boxes.

        What lies beyond the page is white. Memory is bounded; boxes from top to bottom are
        quickest on large pages.

        Yields
        ------
        ndarray of uint8, (height, width) or (height, width, 3)
        """
        with reasons():
            found = self._at(page)
        for batch in _batches(boxes, found.batch):
            with reasons():
                parts = _cut_all(self._at(page), batch)
            yield from parts

    def close(self) -> None:
        self._drop()
        with reasons():
            self._document.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _at(self, number: int) -> Page:
        if not 0 <= number < self.count:
            raise DecodeError("import.no_such_page", page=number + 1, count=self.count)
        if self._page is None or number != self._number:
            self._drop()
            self._page = self._document.page(number)
            self._number = number
        return self._page

    def _drop(self) -> None:
        if self._page is not None:
            self._page.close()
        self._page = None


def open_sheets(file: BinaryIO, *, name: str, dpi: int, depth: Depth | None = None) -> Sheets:
    """Open a file as pages, by its content.

    Parameters
    ----------
    file : BinaryIO
        Seekable; must stay open as long as the sheets, which leave it open.
    name : str
        The file's name; only its ending counts, and only for DXF written as text.
    dpi : int
        Resolution of PDF and DXF pages.
    depth : (low, high), optional
        See :func:`importers.decode.decode`.

    Raises
    ------
    DecodeError
        ``import.empty_file``, ``import.not_a_picture``, ``import.truncated``,
        ``import.damaged``, ``import.too_many_pages``, ``import.pdf_locked``,
        ``import.empty_drawing``, ``import.drawing_too_large``, ``import.too_complex`` or the
        reason of a kind that is not read.
    """
    with reasons():
        file.seek(0)
        head = file.read(HEAD)
        if not head:
            raise DecodeError("import.empty_file")
        return Sheets(_document(file, head, name, dpi, depth))


def _document(file: BinaryIO, head: bytes, name: str, dpi: int, depth: Depth | None) -> Document:
    kind = kind_of(head, name)
    if kind == "pdf":
        from importers.decode.pdf import PdfFile

        return PdfFile(file, dpi)
    if kind == "dxf":
        from importers.decode.dxf import DxfFile

        return DxfFile(file, dpi)
    if kind == "tiff":
        return TiffFile(file, depth)
    return PictureFile(file, depth)


def _batches(boxes: Iterable[Box], pixels: int) -> Iterator[list[Box]]:
    batch: list[Box] = []
    held = 0
    for box in boxes:
        area = min(max(0, box.width) * max(0, box.height), MAX_PIXELS)
        if batch and held + area > pixels:
            yield batch
            batch, held = [], 0
        batch.append(box)
        held += area
    if batch:
        yield batch


def _cut_all(page: Page, boxes: Sequence[Box]) -> list[Pixels]:
    """All parts, taken in the order that suits the page, given back in that of the boxes."""
    found: dict[int, Pixels] = {}
    for at in sorted(range(len(boxes)), key=lambda at: page.order(boxes[at])):
        found[at] = cut(page, boxes[at])
    return [found[at] for at in range(len(boxes))]
