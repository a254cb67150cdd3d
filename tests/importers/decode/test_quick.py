"""The short way for plain JPEGs gives what the long way gives, or leaves it to that."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from importers.decode import DecodeError, decode
from importers.decode.quick import plain_jpeg

DATA = Path(__file__).parents[3] / ".." / "shared" / "data"


def jpeg(mode: str = "RGB", **options: object) -> bytes:
    rng = np.random.default_rng(0)
    shape = (33, 47) if mode == "L" else (33, 47, len(mode))
    pixels = rng.integers(0, 256, shape, dtype=np.uint8)
    out = io.BytesIO()
    Image.fromarray(pixels, mode).save(out, "JPEG", **options)
    return out.getvalue()


@pytest.mark.parametrize("mode", ["L", "RGB"])
@pytest.mark.parametrize(
    "options", [{}, {"progressive": True}, {"quality": 30}, {"subsampling": 0}]
)
def test_the_same_pixels_as_pillow(mode, options):
    data = jpeg(mode, **options)
    made = plain_jpeg(data)
    assert made is not None
    assert (made.width, made.height) == (47, 33)
    assert np.array_equal(made.pixels, np.asarray(Image.open(io.BytesIO(data))))


@pytest.mark.skipif(not DATA.is_dir(), reason="the real pictures are not here")
@pytest.mark.parametrize("folder", ["neu-cls", "x-sdd"])
def test_the_same_pixels_as_pillow_on_real_pictures(folder):
    paths = sorted((DATA / folder).rglob("*.jpg"))[::40]
    assert paths
    for path in paths:
        made = plain_jpeg(path.read_bytes())
        if made is not None:
            assert np.array_equal(made.pixels, np.asarray(Image.open(path)))


def test_what_needs_care_is_left_to_pillow():
    exif = Image.Exif()
    exif[0x0112] = 6
    assert plain_jpeg(jpeg(exif=exif.tobytes())) is None
    assert plain_jpeg(jpeg(icc_profile=b"x" * 200)) is None
    assert plain_jpeg(jpeg("CMYK")) is None
    assert plain_jpeg(jpeg()[:-2]) is None
    assert plain_jpeg(jpeg(comment=b"by hand")) is None
    assert plain_jpeg(b"") is None
    large = io.BytesIO()
    Image.new("L", (1100, 1000)).save(large, "JPEG")
    assert plain_jpeg(large.getvalue()) is None


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_damaged_bytes_give_a_picture_or_a_reason(data):
    content = bytearray(jpeg())
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 3))] = data.draw(st.integers(0, 255))
    try:
        made = decode(bytes(content), target=32)
    except DecodeError:
        return
    assert made.pixels.dtype == np.uint8
