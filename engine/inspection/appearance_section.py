"""The cross-section of strokes, compared with that of bands of known width and blur."""

from __future__ import annotations

from functools import cache
from math import nan

import cv2
import numpy as np
import numpy.typing as npt

from engine.inspection.appearance_tones import Tones

Floats = npt.NDArray[np.float64]

# In units of the typical width: where a section is read, and the bands it is compared with.
_ACROSS = np.linspace(-1.15, 1.15, 25)
_WIDTHS = np.arange(0.3, 1.501, 0.01)
_BLURS = np.arange(0.02, 0.901, 0.02)
_SHARPEST = 0.25  # px


def read_section(depth: Tones, x: Floats, y: Floats, *, across: Floats, typical: float) -> Floats:
    """Median cross-section of strokes, made symmetric.

    Parameters
    ----------
    depth : ndarray of float32, (H, W)
        How much darker than paper the drawing is, in grey levels.
    x, y : ndarray of float64, (n,)
        Middles of strokes, in px.
    across : ndarray of float64, (n,)
        Angle at right angles to each stroke, in radians.
    typical : float
        Rough width of the strokes, in px.

    Returns
    -------
    ndarray of float64, (25,)
        In grey levels; from 1.15 typical widths on one side to as many on the other.
    """
    steps = _ACROSS * typical
    columns = x[:, None] + np.cos(across)[:, None] * steps
    rows = y[:, None] + np.sin(across)[:, None] * steps
    read = cv2.remap(
        depth,
        columns.astype(np.float32),
        rows.astype(np.float32),
        cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_REPLICATE,
    )
    section = np.median(read, axis=0)
    return np.asarray((section + section[::-1]) / 2, np.float64)


@cache
def _bands() -> tuple[Floats, Floats]:
    """Sections of bands of depth 1 less their mean, float64 ``(widths, blurs, steps)``; power."""
    from scipy.special import erf

    half, blur = _WIDTHS[:, None, None] / 2, np.sqrt(2) * _BLURS[:, None]
    bands = (erf((_ACROSS + half) / blur) - erf((_ACROSS - half) / blur)) / 2
    centred = np.asarray(bands - bands.mean(axis=2, keepdims=True), np.float64)
    return centred, np.square(centred).sum(axis=2)


def as_band(section: Floats, typical: float, darkest: float) -> tuple[float, float, float]:
    """Width, blur and depth of the band that a section resembles most.

    Parameters
    ----------
    section : ndarray of float64, (25,)
        From :func:`read_section`.
    typical : float
        Rough width in px, as it was read with.
    darkest : float
        No ink is deeper, in grey levels.

    Returns
    -------
    width, blur, depth : float
        Width and standard deviation of the blur in px, of which at least a pixel's own is found;
        depth before blur, in grey levels. Blur and depth are NaN if no band is possible.
    """
    # Less their means: a little paper too dark or too bright does not count.
    centred = section - section.mean()
    bands, power = _bands()
    depths = (bands @ centred) / power
    misfit = np.square(centred).sum() - depths**2 * power
    possible = (typical * _BLURS >= _SHARPEST) & (depths > 0) & (depths <= darkest)
    if not possible.any():
        return typical, nan, nan
    best = int(np.argmin(np.where(possible, misfit, np.inf)))
    at_width, at_blur = divmod(best, len(_BLURS))
    return (
        float(_WIDTHS[at_width] * typical),
        float(_BLURS[at_blur] * typical),
        float(depths[at_width, at_blur]),
    )
