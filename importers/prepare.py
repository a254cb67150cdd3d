"""Decoded pixels -> one prepared picture: square, grey or colour, uint8."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from importers.options import ImportOptions
from importers.straighten import border_colour, crop_margins, deskew, flatten

Pixels = npt.NDArray[np.uint8]
_GREY_DIFFERENCE = 10
_GREY_LOOK = 128
# Geometry at four times the size that is kept loses nothing and spares minutes on large scans.
_WORKING = 4
_WORKING_LEAST = 1024


def prepare(pixels: Pixels, options: ImportOptions, *, grey: bool) -> Pixels:
    """Do the steps that the options ask for, in the order given there.

    Parameters
    ----------
    pixels : ndarray of uint8, (H, W) or (H, W, 3)
    options : ImportOptions
        ``rotate``, ``deskew``, ``crop_margins``, ``flatten``, ``fit`` and ``size``. Fit
        ``letterbox`` pads with the median colour of the picture's own border, so that no
        artificial frame appears; ``crop`` keeps the middle.
    grey : bool
        One channel (Rec. 601 weights) instead of three.

    Returns
    -------
    ndarray of uint8, (size, size, 1 or 3)
    """
    if options.rotate:
        pixels = np.rot90(pixels, -options.rotate // 90)
    if options.deskew or options.crop_margins or options.flatten:
        pixels = _straightened(pixels, options)
    return _fitted(_channels(pixels, grey), options)


def _straightened(pixels: Pixels, options: ImportOptions) -> Pixels:
    most = max(_WORKING_LEAST, _WORKING * options.size)
    pixels = np.ascontiguousarray(shrunk(pixels, most))
    if options.deskew:
        pixels = deskew(pixels)
    if options.crop_margins:
        pixels = crop_margins(pixels)
    return flatten(pixels) if options.flatten else pixels


def _fitted(pixels: Pixels, options: ImportOptions) -> Pixels:
    size = options.size
    height, width = pixels.shape[:2]
    if options.fit == "stretch":
        return resize(pixels, width=size, height=size).reshape(size, size, -1)
    if options.fit == "crop":
        side = min(height, width)
        top, left = (height - side) // 2, (width - side) // 2
        middle = pixels[top : top + side, left : left + side]
        return resize(middle, width=size, height=size).reshape(size, size, -1)
    scale = size / max(height, width)
    inner = resize(pixels, width=max(1, round(width * scale)), height=max(1, round(height * scale)))
    inner = inner.reshape(*inner.shape[:2], -1)
    if inner.shape[:2] == (size, size):
        return inner
    out = np.empty((size, size, inner.shape[2]), np.uint8)
    out[:] = border_colour(inner)
    top, left = (size - inner.shape[0]) // 2, (size - inner.shape[1]) // 2
    out[top : top + inner.shape[0], left : left + inner.shape[1]] = inner
    return out


def shrunk(pixels: Pixels, most: int) -> Pixels:
    """A picture whose longer side is at most ``most`` px."""
    height, width = pixels.shape[:2]
    if max(height, width) <= most:
        return pixels
    scale = most / max(height, width)
    return resize(pixels, width=max(1, round(width * scale)), height=max(1, round(height * scale)))


def resize(pixels: Pixels, *, width: int, height: int) -> Pixels:
    """Resize without aliasing: area averages where it shrinks, linear where it grows."""
    pixels = _halved(np.ascontiguousarray(pixels), width=width, height=height)
    own_height, own_width = pixels.shape[:2]
    # Area averaging works only if neither side grows, so each side is treated by itself.
    smaller = min(width, own_width), min(height, own_height)
    if smaller != (own_width, own_height):
        pixels = np.asarray(cv2.resize(pixels, smaller, interpolation=cv2.INTER_AREA), np.uint8)
    if smaller != (width, height):
        size = width, height
        pixels = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_LINEAR), np.uint8)
    return pixels


def _halved(pixels: Pixels, *, width: int, height: int) -> Pixels:
    """Halve a picture while it is twice as large: an average all the same, and far quicker."""
    while True:
        own_height, own_width = pixels.shape[:2]
        even = own_height % 2 == own_width % 2 == 0
        if not even or own_width < 2 * width or own_height < 2 * height:
            return pixels
        half = own_width // 2, own_height // 2
        pixels = np.asarray(cv2.resize(pixels, half, interpolation=cv2.INTER_AREA), np.uint8)


def looks_grey(pixels: Pixels) -> bool:
    """Whether a picture is grey, also if stored as RGB.

    99 % of its pixels (reduced to 128 px, so that JPEG's colour noise averages out) have
    channels at most 10 levels apart.
    """
    if pixels.ndim == 2:
        return True
    height, width = pixels.shape[:2]
    small = resize(pixels, width=min(width, _GREY_LOOK), height=min(height, _GREY_LOOK))
    spread = small.max(axis=2).astype(np.int16) - small.min(axis=2)
    return bool(np.quantile(spread, 0.99) <= _GREY_DIFFERENCE)


def _channels(pixels: Pixels, grey: bool) -> Pixels:
    if grey == (pixels.ndim == 2):
        return pixels
    conversion = cv2.COLOR_RGB2GRAY if grey else cv2.COLOR_GRAY2RGB
    return np.asarray(cv2.cvtColor(pixels, conversion), np.uint8)
