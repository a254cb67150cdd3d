"""What :mod:`importers.decode` can do, apart from the application where the file may harm it."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from typing import BinaryIO, TypeVar

from importers import decode as here
from importers.apart.crew import Worker, give_back, take
from importers.apart.pages import Pages, PagesApart, decoded, lost
from importers.apart.words import Broken, Words
from importers.decode import Decoded, DecodeError, Depth

_JPEG, _PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
_PROFILES = {_JPEG: b"ICC_PROFILE", _PNG: b"iCCP"}
_BMP_HEADER, _UNCOMPRESSED = b"\x28\0\0\0", (b"\0\0\0\0", b"\3\0\0\0")
_LOOKED_AT = 64 << 20
"""Larger files are not searched for a colour profile: they are read apart."""

Answer = TypeVar("Answer")


def decode(data: bytes, *, target: int, depth: Depth | None = None) -> Decoded:
    """As :func:`importers.decode.decode`.

    Raises
    ------
    DecodeError
        Also ``import.decoder_ended``.
    """
    worker = None if not data or is_plain(data) else take()
    if worker is None:
        return here.decode(data, target=target, depth=depth)
    words = {"do": "decode", "target": target, "depth": depth}
    return _asked(worker, words, data, decoded)


def deep_range(file: BinaryIO) -> Depth | None:
    """As :func:`importers.decode.deep_range`.

    Raises
    ------
    DecodeError
        Also ``import.decoder_ended``.
    """
    worker = None if _file_is_plain(file) else take()
    if worker is None:
        return here.deep_range(file)
    words, data = _place_of(file)
    return _asked(worker, {"do": "range", **words}, data, _range)


def open_sheets(file: BinaryIO, *, name: str, dpi: int, depth: Depth | None = None) -> Pages:
    """As :func:`importers.decode.open_sheets`.

    Raises
    ------
    DecodeError
        Also ``import.decoder_ended``.
    """
    worker = None if _file_is_plain(file) else take()
    if worker is None:
        return here.open_sheets(file, name=name, dpi=dpi, depth=depth)
    words, data = _place_of(file)
    size = file.seek(0, os.SEEK_END)
    try:
        asked = {"do": "open", "name": name, "dpi": dpi, "depth": depth, **words}
        worker.ask(asked, data, size=size)
    except Broken as error:
        give_back(worker, sound=False)
        raise lost() from error
    return PagesApart(worker, size)


def is_plain(data: bytes) -> bool:
    """Whether a whole file is a JPEG or PNG without a colour profile, or an uncompressed BMP.

    Their decoders are the most attacked and best mended there are; the one of colour profiles
    is not, and a damaged profile reaches it with every picture that carries one.
    """
    if data.startswith(b"BM"):
        return data[14:18] == _BMP_HEADER and data[30:34] in _UNCOMPRESSED
    start = next((one for one in _PROFILES if data.startswith(one)), None)
    return start is not None and len(data) <= _LOOKED_AT and _PROFILES[start] not in data


def _file_is_plain(file: BinaryIO) -> bool:
    file.seek(0)
    if not file.read(len(_PNG)).startswith((*_PROFILES, b"BM")):
        return False
    file.seek(0)
    return is_plain(file.read(_LOOKED_AT + 1))


def _place_of(file: BinaryIO) -> tuple[Words, bytes]:
    """How the other process finds a file: by its path, else it is sent."""
    name = getattr(file, "name", None)
    if isinstance(file, io.FileIO | io.BufferedReader) and isinstance(name, str):
        return {"path": os.path.abspath(name)}, b""  # noqa: PTH100 - as it was opened
    file.seek(0)
    return {}, file.read()


def _asked(
    worker: Worker, words: Words, data: bytes, understood: Callable[[Words, bytearray], Answer]
) -> Answer:
    sound = False
    try:
        worker.ask(words, data, size=len(data))
        found = understood(*worker.answer())
        sound = True
        return found
    except DecodeError:
        sound = True
        raise
    except Broken as error:
        raise lost() from error
    finally:
        give_back(worker, sound=sound)


def _range(words: Words, _: bytearray) -> Depth | None:
    found = words.get("range")
    if found is None:
        return None
    if isinstance(found, list) and len(found) == 2:
        low, high = found
        if all(isinstance(one, int | float) for one in found):
            return float(low), float(high)
    raise Broken("no range")
