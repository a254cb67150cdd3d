"""The pages of a file that is open in another process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol, Self

import numpy as np

from importers.apart.crew import SECONDS, Worker, give_back
from importers.apart.words import Broken, Words
from importers.decode import MAX_PAGES, DecodeError
from importers.decode.box import Box
from importers.decode.errors import MAX_PIXELS
from importers.decode.result import Decoded, Pixels

_MOST_LABEL = 1000


class Pages(Protocol):
    """What :class:`importers.decode.Sheets` can do, here or in another process."""

    labels: Sequence[str]

    @property
    def count(self) -> int: ...

    def size(self, page: int) -> tuple[int, int]: ...

    def read(self, page: int, *, target: int) -> Decoded: ...

    def crops(self, page: int, boxes: Iterable[Box]) -> Iterator[Pixels]: ...

    def close(self) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...


class PagesApart:
    """As :class:`importers.decode.Sheets`; a decoder that ends is a refusal of the file.

    Parameters
    ----------
    worker : Worker
        Has been asked to open the file.
    size : int
        Bytes of the file.
    """

    def __init__(self, worker: Worker, size: int) -> None:
        self._worker: Worker | None = worker
        self._size = size
        self._free = True
        try:
            words, _ = worker.answer()
            self.labels: Sequence[str] = _labels(words)
        except DecodeError:
            self._leave(sound=True)
            raise
        except Broken as error:
            raise self._lost() from error

    @property
    def count(self) -> int:
        return len(self.labels)

    def size(self, page: int) -> tuple[int, int]:
        """See :class:`importers.decode.Sheets`."""
        words, _ = self._asked({"do": "size", "page": page})
        try:
            width, height = words["size"]
            return whole(width), whole(height)
        except (Broken, KeyError, TypeError, ValueError) as error:
            raise self._lost() from error

    def read(self, page: int, *, target: int) -> Decoded:
        """See :class:`importers.decode.Sheets`."""
        words, payload = self._asked({"do": "read", "page": page, "target": target})
        try:
            return decoded(words, payload)
        except Broken as error:
            raise self._lost() from error

    def crops(self, page: int, boxes: Iterable[Box]) -> Iterator[Pixels]:
        """See :class:`importers.decode.Sheets`."""
        wanted = [(one.x, one.y, one.width, one.height) for one in boxes]
        self._free = False
        words, payload = self._asked({"do": "crops", "page": page, "boxes": wanted})
        for _, _, width, height in wanted:
            try:
                found = pixels(words, payload)
                if found.shape[:2] != (height, width):
                    raise Broken("another size")
            except Broken as error:
                raise self._lost() from error
            yield found
            words, payload = self._heard()
        self._free = True

    def close(self) -> None:
        """Let go of the process; one that is in the middle of something is ended."""
        if self._worker is None:
            return
        sound = self._free
        if sound:
            try:
                self._worker.ask({"do": "close"})
                self._worker.answer()
            except (Broken, DecodeError):
                sound = False
        self._leave(sound=sound)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _asked(self, words: Words) -> tuple[Words, bytearray]:
        if self._worker is None:
            raise lost()
        try:
            self._worker.ask(words, size=self._size)
        except Broken as error:
            raise self._lost() from error
        return self._heard()

    def _heard(self) -> tuple[Words, bytearray]:
        if self._worker is None:
            raise lost()
        try:
            return self._worker.answer()
        except DecodeError:
            self._free = True  # a refusal ends whatever was asked
            raise
        except Broken as error:
            raise self._lost() from error

    def _lost(self) -> DecodeError:
        self._leave(sound=False)
        return lost()

    def _leave(self, *, sound: bool) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            give_back(worker, sound=sound)


def lost() -> DecodeError:
    """The refusal of a file whose decoder ended before it answered."""
    return DecodeError("import.decoder_ended", seconds=round(SECONDS))


def decoded(words: Words, payload: bytearray) -> Decoded:
    """A page as another process sent it.

    Raises
    ------
    Broken
        It is none.
    """
    several, stretched = words.get("several"), words.get("stretched")
    if not isinstance(several, bool) or not isinstance(stretched, bool):
        raise Broken("no page")
    width, height = whole(words.get("width")), whole(words.get("height"))
    return Decoded(pixels(words, payload), several, width, height, stretched)


def pixels(words: Words, payload: bytearray) -> Pixels:
    """Pixels as another process sent them.

    Raises
    ------
    Broken
        They are none.
    """
    shape = words.get("shape")
    if not isinstance(shape, list) or len(shape) not in (2, 3):
        raise Broken("no shape")
    sides = [whole(one) for one in shape]
    sound = sides[0] * sides[1] <= MAX_PIXELS and sides[2:] in ([], [3])
    if not sound or len(payload) != int(np.prod(sides)):
        raise Broken("another size")
    return np.frombuffer(payload, np.uint8).reshape(sides)


def whole(value: Any) -> int:
    """A size in pixels.

    Raises
    ------
    Broken
    """
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= MAX_PIXELS:
        raise Broken("no size")
    return value


def _labels(words: Words) -> tuple[str, ...]:
    labels = words.get("labels")
    sound = (
        isinstance(labels, list)
        and 0 < len(labels) <= MAX_PAGES
        and all(isinstance(one, str) and len(one) <= _MOST_LABEL for one in labels)
    )
    if not sound or labels is None:
        raise Broken("no labels")
    return tuple(labels)
