"""One source -> prepared pictures with what is known of them, or reasons."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from engine.data import Split
from engine.project import Refused
from importers.apart import Pages, decode, open_sheets
from importers.cutting import Cutting, looks_empty
from importers.decode import HEAD, Decoded, DecodeError, Depth, is_document
from importers.found import Source
from importers.inspecting.hashes import picture_hash
from importers.inspecting.measures import measure
from importers.options import ImportOptions
from importers.prepare import prepare
from importers.stores import Store
from importers.straighten import to_grey

MAX_FILE_BYTES = 2 << 30
_ANSWER_SECONDS = 0.2
_PART = 16
_LOOKS = 4
_HUGE = 40_000_000  # px

In = TypeVar("In")
Out = TypeVar("Out")
Pixels = npt.NDArray[np.uint8]


def _at_once() -> None:
    """Nobody else reads."""


class Loaded(NamedTuple):
    """A prepared picture, uint8 ``(size, size, C)``, and what is known of it.

    ``name`` is the way back (:attr:`Source.reference`), ``digest`` SHA-256 of the file or, for a
    part of one, of its pixels; ``measures`` float32 ``(F,)``.
    """

    name: str
    label: str
    split: Split | None
    pixels: Pixels
    digest: bytes
    hash: int
    measures: npt.NDArray[np.float32]
    stretched: bool


@dataclass(frozen=True)
class Loader:
    """How sources become pictures: the options, and what was settled for the whole set.

    Attributes
    ----------
    store : Store
    options : ImportOptions
    grey : bool
    depth : tuple of float or None
        Range that deep pictures are scaled from; None: as :func:`importers.decode.decode` does.
    cutting : Cutting
    """

    store: Store
    options: ImportOptions
    grey: bool
    depth: Depth | None
    cutting: Cutting

    def load(
        self, sources: Sequence[Source], *, turn: Callable[[], None] = _at_once
    ) -> Iterator[list[Loaded | Refused]]:
        """What a source gives, in small parts so that memory stays bounded.

        Parameters
        ----------
        sources : sequence of Source
            One, or several boxes on the same page of a file.
        turn : callable
            Waits until a huge page may be read, so that there is only one at a time.
        """
        source = sources[0]
        try:
            with self.store.open(source.relative) as file:
                data = self._simple(file, source)
                if data is not None:
                    yield [self._whole_file(data, source)]
                else:
                    yield from self._document(file, sources, turn)
        except DecodeError as error:
            yield [Refused(source.reference, error.key, error.params)]
        except OSError:
            yield [Refused(source.reference, "import.unreadable")]

    def look(self, source: Source, *, side: int) -> Iterator[tuple[Source, Pixels]]:
        """The first pictures of a source as they are, at least ``side`` px where they can be.

        At most a handful of a document; nothing where the file cannot be read.
        """
        try:
            with self.store.open(source.relative) as file:
                data = self._simple(file, source)
                if data is not None:
                    target = max(self._target(), side)
                    yield source, decode(data, target=target, depth=self.depth).pixels
                    return
                with self._sheets(file, source) as sheets:
                    yield from self._look_at(sheets, source, side)
        except (DecodeError, OSError):
            return

    def _look_at(self, sheets: Pages, source: Source, side: int) -> Iterator[tuple[Source, Pixels]]:
        page = (source.page or 1) - 1
        if page >= sheets.count:
            return
        part = replace(source, page=page + 1) if sheets.count > 1 else source
        boxes = self.cutting.boxes([source], part, sheets.size(page))
        if boxes is None:
            yield part, sheets.read(page, target=max(self._target(), side)).pixels
            return
        # From the middle of the page, where tiles hold most.
        middle = max(0, len(boxes) // 2 - _LOOKS // 2)
        chosen = boxes[middle : middle + _LOOKS]
        crops = sheets.crops(page, [one.box for one in chosen if one.box])
        for one, pixels in zip(chosen, crops, strict=True):
            if not (self.cutting.drops_empty and looks_empty(pixels)):
                yield one, pixels

    def _simple(self, file: BinaryIO, source: Source) -> bytes | None:
        """The whole file, if it is one picture; else it is rewound."""
        if source.box is not None or source.page is not None or self.options.cut != "whole":
            return None
        data = read_picture(file, source.relative)
        if data is None:
            file.seek(0)
        return data

    def _whole_file(self, data: bytes, source: Source) -> Loaded:
        decoded = decode(data, target=self._target(), depth=self.depth)
        return self._prepared(source, decoded, hashlib.sha256(data).digest())

    def _document(
        self, file: BinaryIO, sources: Sequence[Source], turn: Callable[[], None]
    ) -> Iterator[list[Loaded | Refused]]:
        source = sources[0]
        digest = hashlib.file_digest(file, "sha256").digest()  # type: ignore[arg-type]  # any stream with readinto will do
        file.seek(0)
        with self._sheets(file, source) as sheets:
            first_only = self.options.pages == "first"
            pages = range(1 if first_only else sheets.count)
            if source.page is not None:
                pages = range(source.page - 1, min(source.page, sheets.count))
                if not pages:
                    params = {"page": source.page, "count": sheets.count}
                    yield [Refused(source.reference, "import.no_such_page", params)]
            for page in pages:
                several = sheets.count > 1
                part = replace(source, page=page + 1) if several else source
                try:
                    width, height = sheets.size(page)
                    if width * height > _HUGE:
                        turn()
                    boxes = self.cutting.boxes(sources, part, (width, height))
                    if boxes is None:
                        decoded = sheets.read(page, target=self._target())
                        yield [self._prepared(part, decoded, digest if not several else None)]
                    else:
                        crops = sheets.crops(page, [one.box for one in boxes if one.box])
                        yield from self._crops(boxes, crops)
                except DecodeError as error:
                    yield [Refused(part.reference, error.key, error.params)]

    def _sheets(self, file: BinaryIO, source: Source) -> Pages:
        dpi = self.options.dpi
        return open_sheets(file, name=source.relative, dpi=dpi, depth=self.depth)

    def _crops(
        self, boxes: Sequence[Source], crops: Iterable[Pixels]
    ) -> Iterator[list[Loaded | Refused]]:
        part: list[Loaded | Refused] = []
        for source, pixels in zip(boxes, crops, strict=True):
            if not (self.cutting.drops_empty and looks_empty(pixels)):
                height, width = pixels.shape[:2]
                part.append(
                    self._prepared(source, Decoded(pixels, False, width, height, False), None)
                )
            if len(part) == _PART:
                yield part
                part = []
        yield part

    def _prepared(self, source: Source, decoded: Decoded, digest: bytes | None) -> Loaded:
        pixels = prepare(decoded.pixels, self.options, grey=self.grey)
        grey = pixels[..., 0] if self.grey else to_grey(pixels)
        return Loaded(
            source.reference,
            source.label,
            source.split,
            pixels,
            digest or hashlib.sha256(np.ascontiguousarray(decoded.pixels).data).digest(),
            picture_hash(grey),
            measure(
                grey, width=decoded.width, height=decoded.height, page=to_grey(decoded.pixels)
            ).to_row(),
            decoded.stretched,
        )

    def _target(self) -> int:
        """Side that a reduced decoding must keep: steps that turn and cut need more."""
        options = self.options
        geometry = options.deskew or options.crop_margins or options.flatten
        return 4 * options.size if geometry else options.size


def read_picture(file: BinaryIO, name: str) -> bytes | None:
    """The whole of a file from its beginning; None for a document, which is read page by page.

    Raises
    ------
    DecodeError
        ``import.file_too_large``.
    """
    head = file.read(HEAD)
    if is_document(head, name):
        return None
    if len(head) < HEAD:
        return head
    # Not read(limit): that would set as much memory aside for every small file.
    length = file.seek(0, os.SEEK_END)
    if length > MAX_FILE_BYTES:
        raise DecodeError("import.file_too_large", limit=MAX_FILE_BYTES >> 30)
    file.seek(len(head))
    return head + file.read()
