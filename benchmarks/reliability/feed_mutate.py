"""Spoiling files: what chance, a bad disk or bad intent makes of them."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

_NUMBERS = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
_TOKEN = re.compile(rb"-?\d+(\.\d+)?|\"[^\"]*\"|[A-Za-z_]+")
_WORDS = (
    *(b"0", b"-1", b"1e309", b"NaN", b"Infinity", b"99999999999999999999", b"1e-400", b"null"),
    *(
        b'""',
        b"true",
        b"[]",
        b"{}",
        b"[[[[[[[[]]]]]]]]",
        b"../../../../etc/passwd",
        b"C:\\x",
        b"\0",
    ),
    *(b"\xff\xfe", b"\xe3\x81", b"a" * 5000, b"=cmd|' /C calc'!A0", b"%s%n", b"/dev/zero", b"."),
)


def spoilt(seeds: Sequence[bytes], chance: random.Random, *, text: bool) -> bytes:
    """One of the seeds with one to eight changes."""
    data = bytearray(chance.choice(seeds))
    for _ in range(chance.choice((1, 1, 1, 2, 3, 5, 8))):
        if not data:
            break
        if text and chance.random() < 0.6:
            data = _other_word(data, chance)
        else:
            data = _CHANGES[chance.randrange(len(_CHANGES))](data, chance, seeds)
    return bytes(data[: 8 << 20])


def _place(data: bytearray, chance: random.Random) -> int:
    """Anywhere, but most often where headers are."""
    limit = len(data) if chance.random() < 0.5 else min(len(data), 512)
    return chance.randrange(limit)


def _flip(data: bytearray, chance: random.Random, _: Sequence[bytes]) -> bytearray:
    data[_place(data, chance)] ^= 1 << chance.randrange(8)
    return data


def _byte(data: bytearray, chance: random.Random, _: Sequence[bytes]) -> bytearray:
    data[_place(data, chance)] = chance.randrange(256)
    return data


def _number(data: bytearray, chance: random.Random, _: Sequence[bytes]) -> bytearray:
    at, width = _place(data, chance), chance.choice((1, 2, 4, 8))
    value = chance.choice(_NUMBERS) % (1 << 8 * width)
    data[at : at + width] = value.to_bytes(width, chance.choice(("little", "big")))
    return data


def _cut(data: bytearray, chance: random.Random, _: Sequence[bytes]) -> bytearray:
    return data[: _place(data, chance)]


def _remove(data: bytearray, chance: random.Random, _: Sequence[bytes]) -> bytearray:
    at = _place(data, chance)
    del data[at : at + chance.randrange(1, 200)]
    return data


def _repeat(data: bytearray, chance: random.Random, _: Sequence[bytes]) -> bytearray:
    at = _place(data, chance)
    part = data[at : at + chance.randrange(1, 400)]
    return data[:at] + part * chance.randrange(2, 20) + data[at:]


def _mix(data: bytearray, chance: random.Random, seeds: Sequence[bytes]) -> bytearray:
    other = chance.choice(seeds)
    at, there = _place(data, chance), chance.randrange(len(other) or 1)
    return data[:at] + other[there:]


def _blank(data: bytearray, chance: random.Random, _: Sequence[bytes]) -> bytearray:
    at, count = _place(data, chance), chance.randrange(1, 600)
    end = min(len(data), at + count)
    data[at:end] = bytes([chance.choice((0, 255))]) * (end - at)
    return data


def _other_word(data: bytearray, chance: random.Random) -> bytearray:
    found = [one.span() for one in _TOKEN.finditer(data)]
    if not found:
        return data
    start, end = chance.choice(found)
    if chance.random() < 0.3:
        other = chance.choice(found)
        word = bytes(data[slice(*other)])
    else:
        word = chance.choice(_WORDS)
    return data[:start] + word + data[end:]


_CHANGES = (
    _flip,
    _flip,
    _byte,
    _byte,
    _number,
    _number,
    _number,
    _cut,
    _remove,
    _repeat,
    _mix,
    _blank,
)
