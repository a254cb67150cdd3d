"""Files of every kind become the right grey levels and colours, or a reason."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import numpy as np
import pytest
from PIL import Image

from importers.decode import MAX_PIXELS, DecodeError, decode

RAMP = np.linspace(0, 255, 48 * 40).reshape(40, 48).astype(np.uint8)


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def pixels(data: bytes) -> np.ndarray:
    return decode(data, target=64).pixels


@pytest.mark.parametrize("kind", ["PNG", "BMP", "TIFF", "WEBP"])
def test_lossless_formats_come_back_exactly(kind: str):
    options = {"lossless": True} if kind == "WEBP" else {}
    found = pixels(saved(Image.fromarray(RAMP), kind, **options))
    assert np.array_equal(found if found.ndim == 2 else found[..., 0], RAMP)


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_16_bit_is_divided_by_257(kind: str):
    deep = RAMP.astype(np.uint16) * 257
    assert np.array_equal(pixels(saved(Image.fromarray(deep), kind)), RAMP)


def tiff(values: list[int], *, bits: int, signed: bool) -> bytes:
    """A little-endian TIFF of one row of 16-bit samples, or 12-bit ones packed in pairs."""
    if bits == 12:
        number = "".join(f"{value:012b}" for value in values)
        strip = bytes(int(number[at : at + 8], 2) for at in range(0, len(number), 8))
    else:
        strip = struct.pack(f"<{len(values)}h", *values)
    tags = [(256, len(values)), (257, 1), (258, bits), (259, 1), (262, 1), (273, 8)]
    tags += [(277, 1), (278, 1), (279, len(strip)), (339, 2 if signed else 1)]
    entries = b"".join(struct.pack("<HHIHH", tag, 3, 1, value, 0) for tag, value in tags)
    place = 8 + len(strip)
    directory = struct.pack("<H", len(tags)) + entries + bytes(4)
    return struct.pack("<2sHI", b"II", 42, place) + strip + directory


def test_tiff_tells_depth_and_sign():
    assert pixels(tiff([-32768, 0, 32767, 256], bits=16, signed=True)).tolist() == [
        [0, 128, 255, 128]
    ]
    twelve = pixels(tiff([0, 4095, 2048, 4095], bits=12, signed=False))
    assert twelve.tolist() == [[0, 255, 128, 255]]


def test_float_scales_by_its_range():
    unit = Image.fromarray((RAMP / 255).astype(np.float32))
    assert np.array_equal(pixels(saved(unit, "TIFF")), RAMP)
    levels = Image.fromarray(RAMP.astype(np.float32))
    assert np.array_equal(pixels(saved(levels, "TIFF")), RAMP)
    wide = Image.fromarray((RAMP.astype(np.float32) - 100) * 1000)
    found = pixels(saved(wide, "TIFF"))
    assert (found.min(), found.max()) == (0, 255)
    with_gap = (RAMP / 255).astype(np.float32)
    with_gap[0, 5] = np.nan
    assert pixels(saved(Image.fromarray(with_gap), "TIFF"))[0, 5] == 0


def test_alpha_lies_on_white():
    layers = np.zeros((10, 10, 4), np.uint8)
    layers[:, 5:, 3] = 255
    layers[:, 5:, 0] = 200
    found = pixels(saved(Image.fromarray(layers), "PNG"))
    assert found[0, 0].tolist() == [255, 255, 255]
    assert found[0, 9].tolist() == [200, 0, 0]
    grey = Image.fromarray(np.dstack([np.full((4, 4), 80, np.uint8), np.full((4, 4), 0, np.uint8)]))
    assert np.array_equal(pixels(saved(grey, "PNG")), np.full((4, 4), 255))


def test_palette_and_its_transparency():
    image = Image.fromarray(np.repeat(np.array([[0, 1]], np.uint8), 4, axis=0), "L").convert("P")
    image.putpalette([10, 20, 30, 200, 100, 50])
    assert pixels(saved(image, "PNG"))[0].tolist() == [[10, 20, 30], [200, 100, 50]]
    found = pixels(saved(image, "PNG", transparency=1))
    assert found[0].tolist() == [[10, 20, 30], [255, 255, 255]]


def test_cmyk_black_and_white():
    ink = Image.new("CMYK", (16, 16), (0, 0, 0, 0))
    ink.paste((0, 0, 0, 255), (0, 0, 8, 16))
    for kind in ("JPEG", "TIFF"):
        found = pixels(saved(ink, kind))
        assert found[8, 2].max() < 8
        assert found[8, 13].min() > 247


def test_two_levels_become_black_and_white():
    found = pixels(saved(Image.fromarray(RAMP > 127), "TIFF", compression="group4"))
    assert set(np.unique(found)) == {0, 255}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_orientation_turns_the_picture_upright(kind: str, orientation: int):
    upright = Image.fromarray(RAMP).convert("RGB")
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    turned = upright.transpose(undo[orientation]) if orientation > 1 else upright
    exif = Image.Exif()
    exif[274] = orientation
    found = pixels(saved(turned, kind, exif=exif)).astype(int)
    assert found.shape[:2] == RAMP.shape
    assert np.abs(found[..., 0] - RAMP).mean() < 6


def test_content_counts_and_not_the_name():
    # decode never sees a name: a JPEG is a JPEG.
    assert pixels(saved(Image.fromarray(RAMP), "JPEG")).shape == RAMP.shape


def test_a_large_jpeg_is_reduced_while_decoding_but_never_below_need():
    found = pixels(saved(Image.new("L", (4000, 3000), 90), "JPEG"))
    assert 128 <= min(found.shape) < 3000


def test_first_of_several_pages_is_used_and_told():
    pages = [Image.new("L", (20, 20), level) for level in (10, 200)]
    found = decode(saved(pages[0], "TIFF", save_all=True, append_images=pages[1:]), target=64)
    assert found.several_frames
    assert found.pixels.max() == 10


def test_a_picture_beyond_the_limit_is_refused_before_decoding():
    # A PNG header is enough to claim any size.
    data = bytearray(saved(Image.new("L", (8, 8)), "PNG"))
    side = int(MAX_PIXELS**0.5) + 1
    data[16:24] = side.to_bytes(4, "big") * 2
    data[29:33] = zlib.crc32(bytes(data[12:29])).to_bytes(4, "big")
    with pytest.raises(DecodeError) as caught:
        decode(bytes(data), target=64)
    assert caught.value.key == "import.too_large"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "import.empty_file"),
        (b"hello, I am text", "import.not_a_picture"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "import.vector_graphic"),
        (b"\x89PNG\r\n\x1a\n garbage", "import.truncated"),
        (b"GIF89a\0\0\0\0garbage", "import.damaged"),
    ],
)
def test_what_is_no_picture_has_a_reason(data: bytes, key: str):
    with pytest.raises(DecodeError) as caught:
        decode(data, target=64)
    assert caught.value.key == key


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP", "BMP"])
def test_a_file_cut_short_is_refused(kind: str):
    data = saved(Image.fromarray(RAMP).convert("RGB"), kind)
    with pytest.raises(DecodeError) as caught:
        decode(data[: len(data) * 2 // 3], target=64)
    assert caught.value.key in ("import.truncated", "import.damaged")
