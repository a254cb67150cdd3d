"""Raster files as documents: one page, or the pages of a TIFF."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, BinaryIO

from PIL import Image

from importers.decode.pages import LARGE, Page, within_limit
from importers.decode.raster import PicturePage, open_picture
from importers.decode.result import Depth
from importers.decode.tiff_chain import Directory, chain

if TYPE_CHECKING:
    from importers.decode.segments import SegmentFile


class PictureFile:
    """A file with one picture; of animations and bursts the first frame."""

    labels: Sequence[str] = ("1",)

    def __init__(self, file: BinaryIO, depth: Depth | None) -> None:
        self._file = file
        self._depth = depth
        self.page(0)

    def page(self, number: int) -> Page:
        return PicturePage(lambda: open_picture(self._file), self._depth)

    def close(self) -> None:
        pass


class TiffFile:
    """A TIFF with any number of pages; reduced copies and masks are no pages."""

    def __init__(self, file: BinaryIO, depth: Depth | None) -> None:
        self._file = file
        self._depth = depth
        directories = chain(file)
        self._pages = [one for one in directories if one.is_page] or [Directory(0, {})]
        self.labels: Sequence[str] = tuple(str(number) for number in range(1, len(self._pages) + 1))
        self._image = open_picture(file)
        self._segments: SegmentFile | None = None

    def page(self, number: int) -> Page:
        place = self._pages[number].place
        image = self._at(place)
        within_limit(*image.size)
        # Pillow holds a black-and-white page at one byte a pixel, which is bearable.
        if image.width * image.height > LARGE and image.mode != "1":
            # Imports tifffile, which takes a while and few files need.
            from importers.decode.segments import SegmentFile

            self._segments = self._segments or SegmentFile(self._file)
            page = self._segments.page(place, self._depth)
            if page is not None:
                return page
        return PicturePage(lambda: self._at(place), self._depth)

    def close(self) -> None:
        if self._segments is not None:
            self._segments.close()

    def _at(self, place: int) -> Image.Image:
        # Opening anew would walk the whole chain again for each page.
        self._image.seek(place)
        return self._image
