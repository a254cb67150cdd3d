"""Reading and preparing many files in parallel, in order, with bounded memory."""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from engine.project import Refused
from engine.runtime import StopToken
from importers.decode import Decoded, DecodeError, decode
from importers.found import Source
from importers.options import ImportOptions
from importers.prepare import looks_grey, prepare

_MAX_FILE_BYTES = 2 << 30
_ANSWER_SECONDS = 0.2
_GREY_SAMPLE = 48
_GREY_SHARE = 0.98

In = TypeVar("In")
Out = TypeVar("Out")


@dataclass(frozen=True)
class Loaded:
    """A prepared picture, uint8 ``(size, size, C)``, and what its file told."""

    source: Source
    pixels: npt.NDArray[np.uint8]
    digest: bytes
    several_frames: bool


def read_picture(path: Path, *, target: int) -> tuple[bytes, Decoded]:
    """SHA-256 of a file and its pixels.

    Raises
    ------
    DecodeError
        ``import.unreadable`` or what :func:`importers.decode.decode` raises.
    """
    try:
        if path.stat().st_size > _MAX_FILE_BYTES:
            raise DecodeError("import.file_too_large", limit=_MAX_FILE_BYTES >> 30)
        data = path.read_bytes()
    except OSError as error:
        raise DecodeError("import.unreadable") from error
    return hashlib.sha256(data).digest(), decode(data, target=target)


def load(root: Path, source: Source, options: ImportOptions, *, grey: bool) -> Loaded | Refused:
    """Read, decode and prepare one file, or say why not."""
    try:
        digest, decoded = read_picture(root / source.relative, target=options.size)
        pixels = prepare(decoded.pixels, size=options.size, fit=options.fit, grey=grey)
    except DecodeError as error:
        return Refused(source.relative, error.key, error.params)
    return Loaded(source, pixels, digest, decoded.several_frames)


def are_grey(
    root: Path, sources: Sequence[Source], options: ImportOptions, *, token: StopToken
) -> bool:
    """Whether the pictures are grey: asked for, or found on an even sample of them."""
    if options.colour != "auto":
        return options.colour == "grey"
    step = max(1, len(sources) // _GREY_SAMPLE)

    def look(source: Source) -> bool | None:
        try:
            return looks_grey(read_picture(root / source.relative, target=64)[1].pixels)
        except DecodeError:
            return None

    looks = [one for one in in_parallel(look, sources[::step], token=token) if one is not None]
    return bool(looks) and sum(looks) >= _GREY_SHARE * len(looks)


def in_parallel(
    work: Callable[[In], Out], items: Sequence[In], *, token: StopToken
) -> Iterator[Out]:
    """Results of ``work`` in the order of ``items``; few are ever in flight.

    Raises
    ------
    Stopped
        Within a second of being asked; work already begun ends by itself.
    """
    workers = min(8, os.cpu_count() or 1)
    waiting: deque[Future[Out]] = deque()
    pool = ThreadPoolExecutor(workers, thread_name_prefix="import")
    try:
        for item in items:
            waiting.append(pool.submit(work, item))
            if len(waiting) >= 4 * workers:
                yield _result(waiting.popleft(), token)
        while waiting:
            yield _result(waiting.popleft(), token)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _result(future: Future[Out], token: StopToken) -> Out:
    while True:
        token.raise_if_stopped()
        try:
            return future.result(timeout=_ANSWER_SECONDS)
        except NotYet:
            if future.done():
                raise
