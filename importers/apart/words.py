"""What the two sides say to each other: a line of JSON with its length, and bytes after it.

Nothing that arrives is trusted, and none of it is code: the decoder on the other side may have
been taken over by the file that it reads.
"""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO

from importers.decode.errors import MAX_PIXELS

_LENGTH = struct.Struct("<IQ")
_MOST_WORDS = 64 << 20
_MOST_BYTES = 4 * MAX_PIXELS

Words = dict[str, Any]


class Broken(Exception):
    """The other side has ended, or says what cannot be."""


def send(stream: BinaryIO, words: Words, payload: bytes | memoryview = b"") -> None:
    """Say something.

    Raises
    ------
    Broken
    """
    text = json.dumps(words).encode()
    try:
        stream.write(_LENGTH.pack(len(text), len(payload)))
        stream.write(text)
        stream.write(payload)
        stream.flush()
    except (OSError, ValueError) as error:
        raise Broken("cannot be told") from error


def receive(stream: BinaryIO, *, most: int = _MOST_BYTES) -> tuple[Words, bytearray]:
    """Hear something; at most ``most`` bytes beside the words.

    Raises
    ------
    Broken
    """
    head = _exactly(stream, _LENGTH.size)
    length, size = _LENGTH.unpack(head)
    if length > _MOST_WORDS or size > most:
        raise Broken("too much")
    try:
        words = json.loads(_exactly(stream, length))
    except (ValueError, RecursionError) as error:
        raise Broken("no words") from error
    if not isinstance(words, dict):
        raise Broken("no words")
    return words, _exactly(stream, size)


def _exactly(stream: BinaryIO, size: int) -> bytearray:
    out = bytearray(size)
    view, at = memoryview(out), 0
    while at < size:
        try:
            count = stream.readinto(view[at:])  # type: ignore[attr-defined]  # every raw or buffered stream has it
        except (OSError, ValueError) as error:
            raise Broken("cannot be heard") from error
        if not count:
            raise Broken("ended")
        at += count
    return out
