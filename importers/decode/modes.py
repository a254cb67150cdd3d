"""Pillow modes -> uint8 grey or RGB."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageCms

from importers.decode.colour import inks_to_srgb, lab_transform, to_srgb
from importers.decode.result import Depth, Pixels

_BITS_PER_SAMPLE, _SAMPLE_FORMAT = 258, 339
_SIGNED = 2
_AT_ONCE = 1 << 20


class Tones(NamedTuple):
    """Which values of a deep page become black and white.

    Attributes
    ----------
    low, high : float
    stretched : bool
        They are the page's own smallest and largest value.
    signed : bool
        16 bit values are two's complement.
    """

    low: float
    high: float
    stretched: bool
    signed: bool


def is_deep(image: Image.Image) -> bool:
    """Whether a picture has more than 8 bits once Pillow has opened it."""
    return image.mode in ("I", "F") or image.mode.startswith("I;16")


def tones_of(image: Image.Image, depth: Depth | None) -> Tones | None:
    """How a loaded page is scaled; None if it has 8 bits.

    Without ``depth``, by rules that do not depend on the picture where possible:

    - 16 bit unsigned: 0..65535; a TIFF that says it has 9 to 15 bits by its own maximum;
      signed 16 bit from -32768 to 32767.
    - 32 bit integers: 0..65535 where all values lie there, else smallest..largest.
    - Float: 0..1 where all finite values lie there, else 0..255, else smallest..largest.
    """
    if not is_deep(image):
        return None
    signed = _tag(image, _SAMPLE_FORMAT) == _SIGNED
    if depth is not None:
        return Tones(*depth, stretched=False, signed=signed)
    bits = _tag(image, _BITS_PER_SAMPLE) or 16
    if image.mode.startswith("I;16") or (image.mode == "I" and bits == 16 and signed):
        whole = (-32768, 32767) if signed else (0, 2**bits - 1 if 8 < bits < 16 else 65535)
        return Tones(*whole, stretched=False, signed=signed)
    low, high = value_range(image)
    known: tuple[Depth, ...] = ((0, 65535),) if image.mode == "I" else ((0, 1), (0, 255))
    for black, white in known:
        if black <= low and high <= white:
            return Tones(black, white, stretched=False, signed=signed)
    return Tones(low, high, stretched=True, signed=signed)


def value_range(image: Image.Image) -> Depth:
    """Smallest and largest finite value of a loaded deep picture.

    Raises
    ------
    ValueError
        If there is none.
    """
    values = _values(image, _tag(image, _SAMPLE_FORMAT) == _SIGNED)
    if values.dtype.kind == "f":
        values = values[np.isfinite(values)]
        if values.size == 0:
            raise ValueError("no finite value")
    return float(values.min()), float(values.max())


def to_uint8(image: Image.Image, tones: Tones | None) -> Pixels:
    """Pixels of any mode as 8 bits of sRGB or grey.

    Deep values are scaled by ``tones``; no number becomes black, as does what lies below the
    range. Palette, CMYK, Lab: as their sRGB colours, by the embedded ICC profile where there is
    one. Alpha: laid on white.

    Parameters
    ----------
    image : Image
        A loaded picture or a part of one.
    tones : Tones or None
        From :func:`tones_of` for the whole page.

    Returns
    -------
    ndarray of uint8, (H, W) or (H, W, 3)
    """
    if tones is not None:
        return _scaled(_values(image, tones.signed), tones)
    profile = image.info.get("icc_profile")
    if image.mode == "CMYK" and profile:
        pixels = inks_to_srgb(image, profile)
        if pixels is not None:
            return pixels
    pixels = _levels(image)
    return to_srgb(pixels, profile) if profile and image.mode not in ("CMYK", "LAB") else pixels


def _levels(image: Image.Image) -> Pixels:
    if image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info:
        return _on_white(image)
    if image.mode in ("L", "RGB"):
        return np.asarray(image)
    if image.mode == "LAB":
        return np.asarray(ImageCms.applyTransform(image, lab_transform()))
    return np.asarray(image.convert("L" if image.mode == "1" else "RGB"))


def _tag(image: Image.Image, tag: int) -> int | None:
    tags: Any = getattr(image, "tag_v2", None)
    value = tags.get(tag) if tags is not None else None
    first = value[0] if isinstance(value, tuple) and value else value
    return first if isinstance(first, int) else None


def _values(image: Image.Image, signed: bool) -> npt.NDArray[Any]:
    values = np.asarray(image)
    # Two's complement, which Pillow hands over unsigned in some byte orders.
    return values.astype(np.int16) if signed and values.dtype.kind == "u" else values


def _scaled(values: npt.NDArray[Any], tones: Tones) -> Pixels:
    """In pieces, because the float64 of a whole large scan would fill the memory."""
    out = np.empty(values.shape, np.uint8)
    rows = max(1, _AT_ONCE // values.shape[1])
    factor = 255.0 / max(tones.high - tones.low, np.finfo(np.float64).tiny)
    for top in range(0, len(values), rows):
        piece = values[top : top + rows].astype(np.float64)
        piece = np.nan_to_num(piece, nan=tones.low, posinf=tones.high, neginf=tones.low)
        piece = (np.clip(piece, tones.low, tones.high) - tones.low) * factor
        out[top : top + rows] = np.clip(np.rint(piece), 0, 255)
    return out


def _on_white(image: Image.Image) -> Pixels:
    grey = image.mode in ("1", "L", "LA", "La")
    colours = image.convert("RGBA")
    white = Image.new("RGBA", colours.size, (255, 255, 255, 255))
    flat = np.asarray(Image.alpha_composite(white, colours).convert("RGB"))
    return flat[..., 0].copy() if grey else flat
