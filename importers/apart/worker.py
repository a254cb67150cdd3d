"""The process that decodes: hears what to read, answers with pixels or a reason."""

from __future__ import annotations

import io
import os
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

import cv2
import numpy as np
import numpy.typing as npt

from importers.apart.words import Broken, Words, receive, send
from importers.decode import Decoded, DecodeError, Sheets, decode, deep_range, open_sheets
from importers.decode.box import Box
from importers.decode.errors import reasons

MEMORY = 6 << 30
"""Bytes of address space; an A0 sheet in colour at 600 dpi needs five."""

_IN_MEMORY = 64 << 20
_MOST_SENT = 3 << 30


def serve() -> int:
    """Answer until the other side ends; the exit code."""
    hear, tell = _streams()
    _limit()
    cv2.setNumThreads(1)
    send(tell, {"ready": True})
    sheets: Sheets | None = None
    while True:
        try:
            words, payload = receive(hear, most=_MOST_SENT)
        except Broken:
            return 0
        try:
            with reasons():  # whatever else a decoder raises
                if words["do"] == "open":
                    sheets = _opened(words, payload)
                    send(tell, {"labels": list(sheets.labels)})
                elif words["do"] == "close":
                    _close(sheets)
                    sheets = None
                    send(tell, {})
                else:
                    _answer(tell, words, payload, sheets)
        except DecodeError as error:
            if isinstance(error.__cause__, Broken):
                return 0
            send(tell, {"error": error.key, "params": error.params})


def _answer(tell: BinaryIO, words: Words, payload: bytearray, sheets: Sheets | None) -> None:
    match words["do"]:
        case "decode":
            depth = words["depth"]
            found = decode(bytes(payload), target=words["target"], depth=_pair(depth))
            _send_decoded(tell, found)
        case "range":
            with _file(words, payload) as file:
                send(tell, {"range": deep_range(file)})
        case "size":
            assert sheets is not None
            send(tell, {"size": sheets.size(words["page"])})
        case "read":
            assert sheets is not None
            _send_decoded(tell, sheets.read(words["page"], target=words["target"]))
        case "crops":
            assert sheets is not None
            for pixels in _crops(sheets, words):
                send(tell, {"shape": pixels.shape}, _bytes(pixels))
            send(tell, {})


def _crops(sheets: Sheets, words: Words) -> Iterator[npt.NDArray[np.uint8]]:
    yield from sheets.crops(words["page"], [Box(*one) for one in words["boxes"]])


def _send_decoded(tell: BinaryIO, found: Decoded) -> None:
    words = {
        "shape": found.pixels.shape,
        "several": found.several_frames,
        "width": found.width,
        "height": found.height,
        "stretched": found.stretched,
    }
    send(tell, words, _bytes(found.pixels))


def _bytes(pixels: npt.NDArray[np.uint8]) -> memoryview:
    return np.ascontiguousarray(pixels).data.cast("B")


def _opened(words: Words, payload: bytearray) -> Sheets:
    file = _file(words, payload)
    depth = _pair(words["depth"])
    return open_sheets(file, name=words["name"], dpi=words["dpi"], depth=depth)


def _close(sheets: Sheets | None) -> None:
    if sheets is not None:
        sheets.close()


def _file(words: Words, payload: bytearray) -> BinaryIO:
    """The file to read: by its path, or what was sent of it."""
    if words.get("path") is not None:
        return cast(BinaryIO, Path(words["path"]).open("rb"))
    if len(payload) <= _IN_MEMORY:
        return io.BytesIO(payload)
    file = tempfile.TemporaryFile()  # noqa: SIM115 - has no name, so goes with this process
    file.write(payload)
    file.seek(0)
    return cast(BinaryIO, file)


def _pair(depth: list[float] | None) -> tuple[float, float] | None:
    return None if depth is None else (depth[0], depth[1])


def _streams() -> tuple[BinaryIO, BinaryIO]:
    """Where to hear and tell; what libraries print goes nowhere."""
    hear, tell = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1):
        os.dup2(nothing, number)
    # Ctrl-C reaches the whole group; the application decides what becomes of it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return hear, tell


def _limit() -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
