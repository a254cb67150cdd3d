"""Embedded ICC profiles -> sRGB."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any

import numpy as np
from PIL import Image, ImageCms

from importers.decode.result import Pixels

_LARGEST_PROFILE = 4 << 20
_NEARLY = 2
"""Levels that a profile may move a colour and still be called sRGB."""

_SPACES = {"L": "GRAY", "RGB": "RGB", "CMYK": "CMYK"}
_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
_STEPS = np.linspace(0, 255, 9).astype(np.uint8)
_CUBE = np.stack(np.meshgrid(_STEPS, _STEPS, _STEPS, indexing="ij"), -1).reshape(27, 27, 3)
_RAMP = np.arange(256, dtype=np.uint8).reshape(1, 256)


def to_srgb(pixels: Pixels, profile: bytes) -> Pixels:
    """Colours of a profile as sRGB ones.

    Parameters
    ----------
    pixels : ndarray of uint8, (H, W) or (H, W, 3)
    profile : bytes
        An ICC profile. One of another colour space, of sRGB itself or a broken one is ignored.

    Returns
    -------
    ndarray of uint8
        Shaped like ``pixels``.
    """
    if pixels.ndim == 2:
        levels = _grey_levels(profile)
        return pixels if levels is None else levels[pixels]
    transform = _transform(profile, "RGB")
    return pixels if transform is None else _applied(transform, Image.fromarray(pixels))


def inks_to_srgb(image: Image.Image, profile: bytes) -> Pixels | None:
    """A CMYK picture by its profile as uint8 ``(H, W, 3)``; None if that is of no use."""
    transform = _transform(profile, "CMYK")
    return None if transform is None else _applied(transform, image)


@lru_cache(maxsize=1)
def lab_transform() -> Any:
    """CIE Lab -> sRGB."""
    return ImageCms.buildTransform(ImageCms.createProfile("LAB"), _SRGB, "LAB", "RGB")


# Sets of pictures share one profile, so the profile itself is the key; the cache hashes it in
# microseconds. Little CMS lets several threads use one transform.
@lru_cache(maxsize=16)
def _transform(profile: bytes, mode: str) -> Any | None:
    if len(profile) > _LARGEST_PROFILE:
        return None
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if source.profile.xcolor_space.strip() != _SPACES[mode]:
            return None
        transform = ImageCms.buildTransform(
            source,
            _SRGB,
            mode,
            "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
        if (
            mode == "RGB"
            and _differs(_applied(transform, Image.fromarray(_CUBE)), _CUBE) <= _NEARLY
        ):
            return None
    # Little CMS reports what is wrong with a profile in many ways; a sound picture with a
    # broken profile is still a sound picture.
    except Exception:
        return None
    return transform


@lru_cache(maxsize=16)
def _grey_levels(profile: bytes) -> Pixels | None:
    transform = _transform(profile, "L")
    if transform is None:
        return None
    levels: Pixels = _applied(transform, Image.fromarray(_RAMP))[0, :, 1]
    return None if _differs(levels, _RAMP[0]) <= _NEARLY else np.ascontiguousarray(levels)


def _applied(transform: Any, image: Image.Image) -> Pixels:
    converted = ImageCms.applyTransform(image, transform)
    assert converted is not None
    return np.asarray(converted)


def _differs(one: Pixels, other: Pixels) -> int:
    return int(np.abs(one.astype(np.int16) - other).max())
