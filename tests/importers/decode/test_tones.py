"""Deep pictures by one stated range, and embedded colour profiles as sRGB."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms

from importers.decode import decode, deep_range, open_sheets
from importers.found import Box

DEEP = np.array([[100, 1100], [2100, 600]], np.uint16)


def test_one_depth_for_a_whole_set(saved: Any):
    for kind in ("PNG", "TIFF"):
        found = decode(saved(DEEP, kind), target=64, depth=(100, 2100)).pixels
        assert found.tolist() == [[0, 128], [255, 64]]
    floats = saved(DEEP.astype(np.float32) - 1100, "TIFF")
    found = decode(floats, target=64, depth=(-1000, 1000))
    assert found.pixels.tolist() == [[0, 128], [255, 64]]
    assert not found.stretched


def test_depth_leaves_pictures_of_8_bits_alone(saved: Any):
    page = np.arange(100, dtype=np.uint8).reshape(10, 10)
    assert np.array_equal(decode(saved(page, "PNG"), target=64, depth=(0, 9)).pixels, page)


def test_the_range_of_deep_pictures(saved: Any):
    assert deep_range(io.BytesIO(saved(DEEP, "PNG"))) == (100, 2100)
    assert deep_range(io.BytesIO(saved(DEEP.astype(np.uint8), "PNG"))) is None
    values = np.array([[np.nan, -2.5], [np.inf, 7]], np.float32)
    assert deep_range(io.BytesIO(saved(values, "TIFF"))) == (-2.5, 7)
    pages = [Image.fromarray(DEEP), Image.fromarray(DEEP + 5000)]
    data = saved(pages[0], "TIFF", save_all=True, append_images=pages[1:])
    assert deep_range(io.BytesIO(data)) == (100, 7100)


def test_a_picture_scaled_by_its_own_range_says_so(saved: Any):
    wide = saved((DEEP.astype(np.float32) - 1000) * 1000, "TIFF")
    assert decode(wide, target=64).stretched
    assert not decode(wide, target=64, depth=(-1e6, 1e6)).stretched
    assert not decode(saved(DEEP, "TIFF"), target=64).stretched
    assert decode(saved(DEEP.astype(np.int32) * 1000, "TIFF"), target=64).stretched
    with open_sheets(io.BytesIO(wide), name="", dpi=0) as sheets:
        assert sheets.read(0, target=64).stretched


def test_parts_of_a_deep_page_share_the_range_of_the_page(saved: Any):
    values = np.repeat(np.linspace(-500, 1500, 40, dtype=np.float32)[:, None], 40, 1)
    data = saved(values, "TIFF")
    whole = decode(data, target=64).pixels
    with open_sheets(io.BytesIO(data), name="", dpi=0) as sheets:
        part = next(sheets.crops(0, [Box(5, 20, 10, 10)]))
    assert np.array_equal(part, whole[20:30, 5:15])


def profile(name: str, **gamma: float) -> bytes:
    made = ImageCms.createProfile(name)
    return ImageCms.ImageCmsProfile(made).tobytes()


def swapped() -> bytes:
    """sRGB with the red and blue primaries exchanged."""
    data = bytearray(profile("sRGB"))
    red, blue = data.index(b"rXYZ"), data.index(b"bXYZ")
    data[red + 4 : red + 12], data[blue + 4 : blue + 12] = (
        data[blue + 4 : blue + 12],
        data[red + 4 : red + 12],
    )
    return bytes(data)


REDS = np.full((12, 12, 3), (200, 30, 20), np.uint8)


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "JPEG"])
def test_colours_of_another_profile_become_srgb(saved: Any, kind: str):
    found = decode(saved(REDS, kind, icc_profile=swapped()), target=64).pixels
    assert np.abs(found[6, 6].astype(int) - (20, 30, 200)).max() <= 4


def test_srgb_itself_changes_nothing(saved: Any):
    data = saved(REDS, "PNG", icc_profile=profile("sRGB"))
    assert np.array_equal(decode(data, target=64).pixels, REDS)


def test_profiles_count_in_parts_too(saved: Any):
    data = saved(REDS, "PNG", icc_profile=swapped())
    with open_sheets(io.BytesIO(data), name="", dpi=0) as sheets:
        part = next(sheets.crops(0, [Box(2, 2, 4, 4)]))
    assert np.array_equal(part, decode(data, target=64).pixels[2:6, 2:6])


@pytest.mark.parametrize("broken", [b"x", b"no profile at all" * 20, profile("sRGB")[:200]])
def test_a_broken_profile_is_ignored(saved: Any, broken: bytes):
    data = saved(REDS, "PNG", icc_profile=broken)
    assert np.array_equal(decode(data, target=64).pixels, REDS)


def test_a_profile_of_another_colour_space_is_ignored(saved: Any):
    grey = np.full((12, 12), 77, np.uint8)
    found = decode(saved(grey, "PNG", icc_profile=profile("LAB")), target=64).pixels
    assert np.array_equal(found, grey)


def test_transparent_pictures_with_a_profile_lie_on_white(saved: Any):
    layers = np.dstack([REDS, np.zeros((12, 12), np.uint8)])
    found = decode(saved(layers, "PNG", icc_profile=swapped()), target=64).pixels
    assert found.min() >= 254


def test_modern_formats(saved: Any):
    smooth = np.repeat(np.linspace(0, 250, 64).astype(np.uint8)[None], 64, 0)
    found = decode(saved(smooth, "AVIF", quality=95), target=64)
    assert found.pixels.shape[:2] == (64, 64)
    assert np.abs(found.pixels.reshape(64, 64, -1)[..., 0].astype(int) - smooth).mean() < 4
    found = decode(saved(np.dstack([smooth] * 3), "JPEG2000"), target=64)
    assert np.abs(found.pixels[..., 1].astype(int) - smooth).mean() < 1
