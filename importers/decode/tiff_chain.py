"""The directories of a TIFF file: which of them are pages."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import BinaryIO

from importers.decode.errors import MAX_PAGES, DecodeError

_SUBFILE_TYPE, _SUB_DIRECTORIES, _DNG_VERSION = 254, 330, 50706
_REDUCED, _MASK = 1, 4
_MOST_TAGS = 4096
_CANON = b"CR"


@dataclass(frozen=True)
class Directory:
    """One directory: its place in the chain and the inline values of its tags."""

    place: int
    values: dict[int, int] = field(repr=False)

    @property
    def is_page(self) -> bool:
        """Whether it is no reduced copy and no mask of another page."""
        return not self.values.get(_SUBFILE_TYPE, 0) & (_REDUCED | _MASK)

    @property
    def is_camera_raw(self) -> bool:
        """Whether it is the preview that cameras put before their raw data."""
        preview = not self.is_page and _SUB_DIRECTORIES in self.values
        return preview or _DNG_VERSION in self.values


def chain(file: BinaryIO) -> list[Directory]:
    """Every directory once, in file order; ends quietly where the chain is broken or loops.

    Raises
    ------
    DecodeError
        ``import.too_many_pages`` or ``import.camera_raw``.
    """
    file.seek(0)
    head = file.read(16)
    if head[8:10] == _CANON:
        raise DecodeError("import.camera_raw")
    order = "<" if head[:2] == b"II" else ">"
    big = head[2:4] in (b"+\0", b"\0+")
    layout = _Layout(order, big)
    found: list[Directory] = []
    seen: set[int] = set()
    at = _number(head[8:16] if big else head[4:8], layout.offset)
    while at and at not in seen:
        if len(found) == MAX_PAGES:
            raise DecodeError("import.too_many_pages", limit=MAX_PAGES)
        seen.add(at)
        read = _directory(file, at, layout)
        if read is None:
            break
        values, at = read
        found.append(Directory(len(found), values))
    if found and found[0].is_camera_raw:
        raise DecodeError("import.camera_raw")
    return found


class _Layout:
    """Sizes of the parts of a directory: TIFF, or BigTIFF with its longer offsets."""

    def __init__(self, order: str, big: bool) -> None:
        self.count = order + ("Q" if big else "H")
        self.offset = order + ("Q" if big else "I")
        self.entry = struct.Struct(order + ("HHQ8s" if big else "HHI4s"))
        self.order = order


def _directory(file: BinaryIO, at: int, layout: _Layout) -> tuple[dict[int, int], int] | None:
    if at >= 1 << 62:
        return None
    file.seek(at)
    count = _number(file.read(struct.calcsize(layout.count)), layout.count)
    if not 0 < count <= _MOST_TAGS:
        return None
    entries = file.read(count * layout.entry.size)
    if len(entries) < count * layout.entry.size:
        return None
    values = {
        tag: _number(value, layout.order + ("H" if kind == 3 else "I"))
        for tag, kind, _, value in layout.entry.iter_unpack(entries)
    }
    return values, _number(file.read(struct.calcsize(layout.offset)), layout.offset)


def _number(data: bytes, form: str) -> int:
    size = struct.calcsize(form)
    return int(struct.unpack(form, data[:size])[0]) if len(data) >= size else 0
