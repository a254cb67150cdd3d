"""How a picture looks, in a few numbers: light, ink, sharpness, noise and the size of its page."""

from __future__ import annotations

from bisect import bisect_left
from math import ceil, sqrt
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

Grey = npt.NDArray[np.uint8]
Rows = npt.NDArray[np.float32]

_SIDE = 128
_TILE = 24
_DETAIL = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float32)
_DETAIL_GAIN = 6.0
_MEDIAN_OF_NORMAL = 0.6745
_INK_STEP = 16.0
_ROUNDING = 1 / 12
_BEND_GAIN = 20.0
_SLOPE_GAIN = 4.0
_LEAST_SLOPE = 0.25
_ON_PAPER = 16


class Measures(NamedTuple):
    """What is measured of a picture; its order is that of a packed row.

    Attributes
    ----------
    width, height : float
        Of the page or file the picture was made of, in px.
    brightness : float
        Mean grey level, 0 to 255.
    contrast : float
        98th minus 2nd percentile of the grey levels, 0 to 255.
    deviation : float
        Standard deviation of the grey levels, 0 to 127.5.
    ink : float
        Share of pixels, 0 to 1, darker than the paper by half the contrast and by 16 levels.
    sharpness : float
        Root mean square of the Laplacian over that of the gradient, in 1/px, about 0.1 to 2.5:
        the mean spatial frequency, so neither contrast nor the amount of ink moves it.
    noise : float
        Standard deviation of the grain in grey levels, 0 to 63.
    paper : float
        Median of the bright mode (pixels above Otsu's threshold), 0 to 255.
    paper_share : float
        Share of pixels, 0 to 1, within 16 levels of ``paper``: near 1 for drawings, small for
        photographs, where "paper" says nothing.
    """

    width: float
    height: float
    brightness: float
    contrast: float
    deviation: float
    ink: float
    sharpness: float
    noise: float
    paper: float
    paper_share: float

    def to_row(self) -> Rows:
        """Pack into float32 ``(len(FIELDS),)``."""
        return np.array(self, np.float32)

    @classmethod
    def from_row(cls, row: npt.ArrayLike) -> Measures:
        """Unpack what :meth:`to_row` packed."""
        return cls(*np.asarray(row, np.float32).tolist())


FIELDS: tuple[str, ...] = Measures._fields
"""Names of the columns of a row of measures."""


def measure(grey: Grey, *, width: int, height: int, page: Grey | None = None) -> Measures:
    """Measure one picture.

    Everything but the noise is taken from ``grey``, reduced to at most 128 px: tones from its
    histogram ``h``; sharpness as ``sqrt(mean(L^2) / mean(G^2))``, ``L`` being the
    Laplacian (4 in the middle) and ``G`` the differences of neighbours, both less
    what rounding to whole levels adds (20/12 and 4/12); 0 on a picture without slopes.

    Noise is ``median(|D|) / (6 * 0.6745)``, ``D`` being the picture filtered by
    ``[1 -2 1; -2 4 -2; 1 -2 1]``, which answers to no edge or slope along the axes [1]_; the
    median instead of the mean passes over lines and texture.

    Parameters
    ----------
    grey : ndarray of uint8, (h, w)
        The prepared picture, 64 to 512 px.
    width, height : int
        Of the page or file it was made of, in px.
    page : ndarray of uint8, (H, W), optional
        The page as decoded. Reducing a picture averages its grain away, so the noise is looked
        for here, in four tiles of 24 px, where there is one; in ``grey`` otherwise.

    References
    ----------
    .. [1] J. Immerkaer, Fast noise variance estimation, CVIU 64(2), 1996.
    """
    small = _reduced(grey)
    below: list[float] = _below(small).tolist()
    total = below[-1]
    contrast = bisect_left(below, 0.98 * total) - bisect_left(below, 0.02 * total)
    mean, deviation = cv2.meanStdDev(small)
    split = min(int(cv2.threshold(small, 0, 255, cv2.THRESH_OTSU)[0]), 254)
    paper = bisect_left(below, (below[split] + total) / 2)
    dark = ceil(paper - max(contrast / 2, _INK_STEP))
    first, last = paper - _ON_PAPER - 1, min(paper + _ON_PAPER, 255)
    return Measures(
        width=float(width),
        height=float(height),
        brightness=float(mean[0, 0]),
        contrast=float(contrast),
        deviation=float(deviation[0, 0]),
        ink=below[dark - 1] / total if dark > 0 else 0.0,
        sharpness=_sharpness(small),
        noise=_noise(grey if page is None else page),
        paper=float(paper),
        paper_share=(below[last] - (below[first] if first >= 0 else 0.0)) / total,
    )


def _reduced(grey: Grey) -> Grey:
    longest = max(grey.shape)
    if longest <= _SIDE:
        return np.ascontiguousarray(grey)
    size = tuple(max(1, round(side * _SIDE / longest)) for side in grey.shape[::-1])
    return np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.uint8)


def _below(levels: Grey) -> npt.NDArray[np.float32]:
    """Number of pixels at or below each of the 256 levels."""
    counts = cv2.calcHist([levels], [0], None, [256], [0, 256])
    return np.asarray(counts.cumsum(), np.float32)


def _sharpness(small: Grey) -> float:
    across = cv2.norm(small[:, 1:], small[:, :-1])
    down = cv2.norm(small[1:], small[:-1])
    slope = across * across + down * down - small.size * _ROUNDING * _SLOPE_GAIN
    # A flat picture has no edge that could be sharp or not.
    if slope < small.size * _LEAST_SLOPE:
        return 0.0
    bend = cv2.norm(cv2.Laplacian(small, cv2.CV_16S))
    return sqrt(max(bend * bend - small.size * _ROUNDING * _BEND_GAIN, 0.0) / slope)


def _noise(page: Grey) -> float:
    # Half of the answers are negative and land at 0, so the median of all sizes is here at 3/4.
    below = _below(np.asarray(cv2.filter2D(_tiles(page), cv2.CV_8U, _DETAIL), np.uint8))
    wanted = 0.75 * float(below[-1])
    at = int(below.searchsorted(wanted))
    if at == 0:
        return 0.0
    # The responses are whole numbers: place the median within its bin.
    before = float(below[at - 1])
    median = at - 0.5 + (wanted - before) / (float(below[at]) - before)
    return median / (_DETAIL_GAIN * _MEDIAN_OF_NORMAL)


def _tiles(page: Grey) -> Grey:
    """Four tiles around the middles of the quarters, side by side; a small page as a whole."""
    height, width = page.shape
    if height <= 2 * _TILE or width <= 2 * _TILE:
        return np.ascontiguousarray(page[: 4 * _TILE, : 4 * _TILE])
    tops = [height // 4 - _TILE // 2, 3 * height // 4 - _TILE // 2]
    lefts = [width // 4 - _TILE // 2, 3 * width // 4 - _TILE // 2]
    tiles = [page[top : top + _TILE, left : left + _TILE] for top in tops for left in lefts]
    return np.concatenate(tiles, axis=1)
