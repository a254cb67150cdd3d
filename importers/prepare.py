"""Decoded pixels -> one prepared picture: square, grey or colour, uint8."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from importers.options import Fit

Pixels = npt.NDArray[np.uint8]
_GREY_DIFFERENCE = 10
_GREY_LOOK = 128


def prepare(pixels: Pixels, *, size: int, fit: Fit, grey: bool) -> Pixels:
    """Fit a picture into a square.

    Parameters
    ----------
    pixels : ndarray of uint8, (H, W) or (H, W, 3)
    size : int
        Side in px.
    fit : {"letterbox", "stretch", "crop"}
        ``letterbox`` pads with the median colour of the picture's own border, so that no
        artificial frame appears; ``crop`` keeps the middle.
    grey : bool
        One channel (Rec. 601 weights) instead of three.

    Returns
    -------
    ndarray of uint8, (size, size, 1 or 3)
    """
    coloured = _channels(pixels, grey)
    height, width = coloured.shape[:2]
    if fit == "stretch":
        return resize(coloured, width=size, height=size).reshape(size, size, -1)
    if fit == "crop":
        side = min(height, width)
        top, left = (height - side) // 2, (width - side) // 2
        middle = coloured[top : top + side, left : left + side]
        return resize(middle, width=size, height=size).reshape(size, size, -1)
    scale = size / max(height, width)
    inner = resize(
        coloured, width=max(1, round(width * scale)), height=max(1, round(height * scale))
    )
    inner = inner.reshape(*inner.shape[:2], -1)
    out = np.empty((size, size, inner.shape[2]), np.uint8)
    out[:] = border_colour(inner)
    top, left = (size - inner.shape[0]) // 2, (size - inner.shape[1]) // 2
    out[top : top + inner.shape[0], left : left + inner.shape[1]] = inner
    return out


def resize(pixels: Pixels, *, width: int, height: int) -> Pixels:
    """Resize without aliasing: area averages where it shrinks, linear where it grows."""
    # Area averaging works only if neither side grows, so each side is treated by itself.
    smaller = (min(width, pixels.shape[1]), min(height, pixels.shape[0]))
    reduced = cv2.resize(np.ascontiguousarray(pixels), smaller, interpolation=cv2.INTER_AREA)
    grown = cv2.resize(reduced, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(grown, np.uint8)


def border_colour(pixels: Pixels) -> npt.NDArray[np.uint8]:
    """Median colour of the outermost pixels, uint8 ``(C,)``, of a picture ``(H, W, C)``."""
    edges = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
    return np.asarray(np.median(edges, axis=0), np.uint8)


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
