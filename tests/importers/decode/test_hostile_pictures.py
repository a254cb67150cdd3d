"""Altered bytes give pictures or reasons, and never anything else."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable
from typing import Any

import ezdxf
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from importers.decode import DecodeError, decode, deep_range, open_sheets
from importers.found import Box

NOISE = Image.fromarray(np.random.default_rng(0).integers(0, 256, (24, 24, 3), dtype=np.uint8))


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def drawn() -> bytes:
    drawing = ezdxf.new("R12")
    model = drawing.modelspace()
    model.add_line((0, 0), (10, 5))
    model.add_circle((5, 5), 3)
    model.add_text("A", height=2)
    stream = io.StringIO()
    drawing.write(stream)
    text = stream.getvalue()
    # The drawn part, not the long tables before it: that is where changes matter.
    return ("  0\nSECTION\n" + text[text.index("  2\nENTITIES") :]).encode()


SEEDS = {
    **{kind: saved(NOISE, kind) for kind in ("JPEG", "PNG", "TIFF", "GIF", "WEBP", "BMP", "PDF")},
    "TIFF in strips": saved(NOISE, "TIFF", compression="tiff_lzw"),
    "TIFF of bits": saved(NOISE.convert("1"), "TIFF", compression="group4"),
    "DXF": drawn(),
}
Changes = list[tuple[int, int]]


def altered(seed: bytes, changes: Changes, cut: int) -> bytes:
    data = bytearray(seed)
    for place, value in changes:
        data[place % len(data)] = value
    return bytes(data[: max(1, len(data) - cut)])


def read_whole(data: bytes) -> None:
    assert decode(data, target=64).pixels.dtype == np.uint8


def read_pages(data: bytes) -> None:
    with open_sheets(io.BytesIO(data), name="a.dxf", dpi=20) as sheets:
        for page in range(min(sheets.count, 3)):
            assert sheets.read(page, target=8).pixels.ndim in (2, 3)
            (part,) = sheets.crops(page, [Box(-2, 3, 16, 16)])
            assert part.shape[:2] == (16, 16)


def read_range(data: bytes) -> None:
    deep_range(io.BytesIO(data))


@pytest.mark.parametrize("kind", sorted(SEEDS))
def test_the_unaltered_files_are_sound(kind: str):
    read_pages(SEEDS[kind])
    if kind not in ("PDF", "DXF"):
        read_whole(SEEDS[kind])


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("kind", sorted(SEEDS))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(
    changes=st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 255)), max_size=6),
    cut=st.integers(0, 400) | st.just(0),
)
def test_altered_bytes_give_a_picture_or_a_reason(kind: str, changes: Changes, cut: int):
    data = altered(SEEDS[kind], changes, cut)
    attempts: tuple[Callable[[bytes], None], ...] = (read_whole, read_pages, read_range)
    for attempt in attempts:
        with contextlib.suppress(DecodeError):
            attempt(data)
