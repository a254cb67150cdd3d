"""Large TIFF pages strip by strip or tile by tile, because Pillow decodes only whole pages."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt
import tifffile
from PIL import Image

from importers.decode.errors import DecodeError
from importers.decode.modes import Tones, to_uint8
from importers.decode.pages import Area, StoredPage
from importers.decode.result import Depth, Pixels

_KEPT = 192 << 20
"""Bytes of decoded segments that are kept."""

_PLAIN = 4 << 20
_BATCH = 64_000_000
_NOT_COMPRESSED, _JPEG = 1, 7
_WHITE_IS_ZERO, _BLACK_IS_ZERO, _RGB, _PALETTE, _INKS, _YCBCR = 0, 1, 2, 3, 5, 6

Samples = npt.NDArray[np.uint8] | npt.NDArray[np.uint16]


class SegmentFile:
    """A TIFF whose pages are read in segments."""

    def __init__(self, file: BinaryIO) -> None:
        # tifffile counts from where the file stands.
        file.seek(0)
        self._tiff = tifffile.TiffFile(file, name="")

    def page(self, place: int, depth: Depth | None) -> SegmentPage | None:
        """The page at a place of the chain; None if it is of a kind that Pillow must read."""
        found = self._tiff.pages[place]
        if not isinstance(found, tifffile.TiffPage) or not _readable(found):
            return None
        return SegmentPage(found, depth)

    def close(self) -> None:
        self._tiff.close()


class SegmentPage(StoredPage):
    """A page of 8 or 16 bits a channel; parts are cheapest from top to bottom.

    Memory: the segments that a part touches and 192 MiB of those before. A page stored as one
    compressed strip is one segment.
    """

    batch = _BATCH

    def __init__(self, page: tifffile.TiffPage, depth: Depth | None) -> None:
        orientation = page.tags.valueof(274, 1)
        super().__init__(page.imagewidth, page.imagelength, int(orientation))
        self._page = page
        self._tones = _tones(page, depth)
        self._is_plain = (
            page.compression == _NOT_COMPRESSED and not page.is_tiled and page.fillorder == 1
        )
        self._sides = self._segment_sides()
        self._kept: OrderedDict[int, Samples] = OrderedDict()
        self._bytes = 0

    def stored_part(self, area: Area) -> Pixels:
        shape = (area.bottom - area.top, area.right - area.left, self._page.samplesperpixel)
        samples = np.zeros(shape, self._page.dtype)
        for left, top, piece in self._segments(area):
            _lay(samples, piece, left - area.left, top - area.top)
        return to_uint8(_picture(samples, self._page), self._tones)

    def close(self) -> None:
        self._kept.clear()

    def _segments(self, area: Area) -> Iterator[tuple[int, int, Samples]]:
        width, height = self._sides
        columns = -(-self._page.imagewidth // width)
        for row in range(area.top // height, -(-area.bottom // height)):
            for column in range(area.left // width, -(-area.right // width)):
                yield column * width, row * height, self._segment(row * columns + column)

    def _segment(self, index: int) -> Samples:
        if index in self._kept:
            self._kept.move_to_end(index)
            return self._kept[index]
        samples = self._plain(index) if self._is_plain else self._decoded(index)
        self._bytes += samples.nbytes
        while self._kept and self._bytes > _KEPT:
            self._bytes -= self._kept.popitem(last=False)[1].nbytes
        self._kept[index] = samples
        return samples

    def _segment_sides(self) -> tuple[int, int]:
        """Width and height of a segment; of plain pages any rows can be read by themselves."""
        page = self._page
        if page.is_tiled:
            return page.tilewidth, page.tilelength
        if self._is_plain:
            row_bytes = page.imagewidth * page.samplesperpixel * page.bitspersample // 8
            return page.imagewidth, max(1, _PLAIN // row_bytes)
        return page.imagewidth, page.rowsperstrip

    def _plain(self, index: int) -> Samples:
        """Uncompressed rows straight from the file: a page may be one strip of a gigabyte."""
        page = self._page
        dtype = np.dtype(page.dtype).newbyteorder(page.parent.byteorder)
        row_bytes = page.imagewidth * page.samplesperpixel * dtype.itemsize
        top = index * self._sides[1]
        bottom = min(page.imagelength, top + self._sides[1])
        data = bytearray()
        while top < bottom:
            strip, inner = divmod(top, page.rowsperstrip)
            rows = min(page.rowsperstrip - inner, bottom - top)
            data += self._bytes_at(page.dataoffsets[strip] + inner * row_bytes, rows * row_bytes)
            top += rows
        return np.frombuffer(data, dtype).reshape(-1, page.imagewidth, page.samplesperpixel)

    def _decoded(self, index: int) -> Samples:
        page = self._page
        data = self._bytes_at(page.dataoffsets[index], page.databytecounts[index])
        options: dict[str, Any] = {}
        if page.compression == _JPEG:
            options = {"jpegtables": page.jpegtables, "jpegheader": page.jpegheader}
        samples, _, shape = page.decode(data, index, **options)
        if samples is None:
            raise DecodeError("import.damaged")
        found: Samples = samples.reshape(samples.shape[-3:])[: shape[1], : shape[2]]
        return found

    def _bytes_at(self, offset: int, count: int) -> bytes:
        handle = self._page.parent.filehandle
        handle.seek(offset)
        data = handle.read(count)
        if len(data) < count:
            raise DecodeError("import.truncated")
        return data


def _lay(out: Samples, piece: Samples, left: int, top: int) -> None:
    """Copy the part of a piece that lies within ``out``."""
    rows = slice(max(0, top), min(out.shape[0], top + piece.shape[0]))
    columns = slice(max(0, left), min(out.shape[1], left + piece.shape[1]))
    out[rows, columns] = piece[
        rows.start - top : rows.stop - top, columns.start - left : columns.stop - left
    ]


def _readable(page: tifffile.TiffPage) -> bool:
    if page.planarconfig != 1 or page.sampleformat != 1 or page.bitspersample not in (8, 16):
        return False
    samples, kind = page.samplesperpixel, page.photometric
    if page.compression == _JPEG and kind == _YCBCR:
        return samples == 3 and page.bitspersample == 8
    if kind in (_WHITE_IS_ZERO, _BLACK_IS_ZERO):
        return samples == 1
    if kind == _RGB:
        return samples in (3, 4)
    if kind in (_PALETTE, _INKS):
        return page.bitspersample == 8 and samples == (1 if kind == _PALETTE else 4)
    return False


def _tones(page: tifffile.TiffPage, depth: Depth | None) -> Tones | None:
    if page.bitspersample == 8 or page.samplesperpixel > 1:
        return None
    low, high = depth or (0.0, 65535.0)
    return Tones(low, high, stretched=False, signed=False)


def _picture(samples: Samples, page: tifffile.TiffPage) -> Image.Image:
    """Samples as Pillow would have read them."""
    kind = page.photometric
    if samples.shape[2] > 1 and samples.dtype == np.uint16:
        samples = (samples >> 8).astype(np.uint8)
    if samples.shape[2] == 1:
        flat = samples[..., 0]
        picture = Image.fromarray(~flat if kind == _WHITE_IS_ZERO else flat)
        if kind == _PALETTE:
            colours = (np.asarray(page.colormap) >> 8).astype(np.uint8)
            picture = Image.fromarray(colours.T[flat])
    elif kind == _INKS:
        picture = Image.frombuffer("CMYK", samples.shape[1::-1], samples.tobytes())
    else:
        alpha = samples.shape[2] == 4 and page.extrasamples and page.extrasamples[0] in (1, 2)
        picture = Image.fromarray(samples if alpha else np.ascontiguousarray(samples[..., :3]))
    if page.iccprofile:
        picture.info["icc_profile"] = page.iccprofile
    return picture
