"""Pillow modes -> uint8 grey or RGB."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageCms

_BITS_PER_SAMPLE, _SAMPLE_FORMAT = 258, 339
_SIGNED = 2


def to_uint8(image: Image.Image) -> npt.NDArray[np.uint8]:
    """Pixels of any mode as 8 bits, by rules that do not depend on the picture where possible.

    - 16 bit unsigned: value / 257, so 65535 becomes 255; a TIFF that says it has 9 to 15 bits
      is scaled by its own maximum, signed 16 bit is shifted by 32768 first.
    - 32 bit integers: as 16 bit where all values fit 0..65535, else smallest..largest -> 0..255.
    - Float: x 255 where all finite values lie in 0..1, as they are in 0..255, else
      smallest..largest -> 0..255; values that are no number become the smallest.
    - Palette, CMYK, Lab: as their sRGB colours. Alpha: laid on white.

    Returns
    -------
    ndarray of uint8, (H, W) or (H, W, 3)
    """
    if image.mode.startswith("I;16"):
        return _deep(np.asarray(image).astype(np.float64), image)
    if image.mode == "I":
        return _integers(np.asarray(image).astype(np.float64), image)
    if image.mode == "F":
        return _floats(np.asarray(image).astype(np.float64))
    if image.mode == "LAB":
        return np.asarray(_lab_to_rgb(image))
    if image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info:
        return _on_white(image)
    if image.mode in ("1", "L"):
        return np.asarray(image.convert("L"))
    return np.asarray(image.convert("RGB"))


def _tag(image: Image.Image, tag: int) -> int | None:
    tags: Any = getattr(image, "tag_v2", None)
    value = tags.get(tag) if tags is not None else None
    first = value[0] if isinstance(value, tuple) and value else value
    return first if isinstance(first, int) else None


def _deep(values: npt.NDArray[np.float64], image: Image.Image) -> npt.NDArray[np.uint8]:
    if _tag(image, _SAMPLE_FORMAT) == _SIGNED:
        # Stored as two's complement, which Pillow hands over unsigned in some byte orders.
        values = np.where(values > 32767, values - 65536, values) + 32768
    bits = _tag(image, _BITS_PER_SAMPLE) or 16
    largest = float(2**bits - 1) if 8 < bits < 16 else 65535.0
    return _rounded(values * (255.0 / largest))


def _integers(values: npt.NDArray[np.float64], image: Image.Image) -> npt.NDArray[np.uint8]:
    if _tag(image, _BITS_PER_SAMPLE) == 16 and _tag(image, _SAMPLE_FORMAT) == _SIGNED:
        return _rounded((values + 32768) / 257.0)
    if values.min() >= 0 and values.max() <= 65535:
        return _rounded(values / 257.0)
    return _stretched(values)


def _floats(values: npt.NDArray[np.float64]) -> npt.NDArray[np.uint8]:
    finite = values[np.isfinite(values)]
    if finite.size == 0:
        raise ValueError("no finite value")
    low, high = finite.min(), finite.max()
    values = np.nan_to_num(values, nan=low, posinf=high, neginf=low)
    if low >= 0 and high <= 1:
        return _rounded(values * 255.0)
    if low >= 0 and high <= 255:
        return _rounded(values)
    return _stretched(values)


def _stretched(values: npt.NDArray[np.float64]) -> npt.NDArray[np.uint8]:
    low, high = values.min(), values.max()
    return _rounded((values - low) * (255.0 / max(high - low, np.finfo(np.float64).tiny)))


def _rounded(values: npt.NDArray[np.float64]) -> npt.NDArray[np.uint8]:
    return np.clip(np.rint(values), 0, 255).astype(np.uint8)


def _on_white(image: Image.Image) -> npt.NDArray[np.uint8]:
    grey = image.mode in ("1", "L", "LA", "La")
    colours = image.convert("RGBA")
    white = Image.new("RGBA", colours.size, (255, 255, 255, 255))
    flat = np.asarray(Image.alpha_composite(white, colours).convert("RGB"))
    return flat[..., 0].copy() if grey else flat


def _lab_to_rgb(image: Image.Image) -> Image.Image:
    transform = ImageCms.buildTransform(
        ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB"), "LAB", "RGB"
    )
    converted = ImageCms.applyTransform(image, transform)
    assert converted is not None
    return converted
