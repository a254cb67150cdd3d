"""The strokes of a drawing: how wide, how soft, how dark, and which way they run.

Widths are read in two steps. The ink, enlarged to a fraction of a pixel, gives a skeleton with the
distance to its edge; the width at which most of the skeleton gathers is that of the main strokes.
Then the mean cross-section of those strokes is compared with that of bands of known width and
blur, because a blurred thin line looks like a sharp wide one of less ink.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

import cv2
import numpy as np
import numpy.typing as npt

from engine.inspection.appearance_section import Floats, as_band, read_section
from engine.inspection.appearance_tones import Mask, Tones

Places = npt.NDArray[np.intp]

_FINE_SIDE = 384  # px that pictures are enlarged to
_MOST_ENLARGED = 4
_FEWEST = 12  # places on the skeleton that say something

# Shares of the picture's shorter side.
_WINDOW = 1 / 20
_LETTER = 0.3
_WIDEST = 0.08

_LEAST_WINDOW = 3  # px
_RIM = 2  # px
_FAINTEST = 0.4  # of solid ink
_FLAT = 0.3  # of the darkest: what differs less is all ink or all paper
# Of the distance to the edge: how far a ridge rises, and how steep it may be along.
_RIDGE = 0.25
_TAPER = 0.2

# Of the distribution of widths, on a logarithmic scale.
_LOG_STEP = 0.014
_BLURRED_BY = 10  # steps: 14 %
_ALIKE = 0.16
_AS_MANY = 0.9
_MIDDLE = 0.4  # of the picture: how far from its middle strokes count

_MOST_SECTIONS = 400
_STRAIGHT = 0.6  # 1: all edges around run the same way
_PIXEL = 1 / 12  # px², variance of the square that a pixel gathers light from

_ANGLE_BINS = 180  # of half a degree
_ANGLE_BLUR = 3
_SAME_WAY = 4.0  # degrees
_AIMED = 0.4  # of all strokes


@dataclass(frozen=True)
class Strokes:
    """What the strokes of a drawing look like; NaN where there are none.

    Attributes
    ----------
    weight : float
        px; width of the main strokes: the one that most of the length of strokes has, those in
        the middle of the picture counting more. Thin details, text (parts smaller than three
        tenths of the picture) and filled parts hardly move it. Where the surroundings hold more
        line than the part itself, or most lines touch each other, theirs is found. Lines under
        1.2 px are taken for 1.2 px.
    spread : float
        px; half the interquartile range of the widths along all strokes.
    contrast : float
        grey levels; difference of the ink of main strokes to paper, before blur. Too much by up
        to a tenth where lines are about 1 px wide.
    softness : float
        px; standard deviation of the blur across main strokes, beyond that of a sharp scan.
        Under 0.4 px hardly told from sharp, which reads 0.2 to 0.35; where it exceeds half the
        line weight, the two can hardly be told apart.
    skew : float
        degrees within -45..45, positive counter-clockwise; how far the direction that most
        strokes run in is turned from upright or level. NaN if they run in all directions.
    """

    weight: float = nan
    spread: float = nan
    contrast: float = nan
    softness: float = nan
    skew: float = nan


@dataclass(frozen=True, eq=False)
class _Skeleton:
    """Middles of strokes, in px of the picture, and the width there; float64, ``(n,)``."""

    x: Floats
    y: Floats
    width: Floats

    def __len__(self) -> int:
        return len(self.width)

    def at(self, rows: npt.NDArray[np.bool_ | np.intp]) -> _Skeleton:
        return _Skeleton(self.x[rows], self.y[rows], self.width[rows])


def measure_strokes(depth: Tones, *, smooth: Tones, solid: float, darkest: float) -> Strokes:
    """Measure the strokes of a drawing.

    Parameters
    ----------
    depth, smooth : ndarray of float32, (H, W)
        How much darker than paper the drawing is, in grey levels, as it is and lightly smoothed.
    solid : float
        How much darker solid ink is; NaN if there is no ink.
    darkest : float
        How much darker any ink can be, before blur.
    """
    if np.isnan(solid):
        return Strokes()
    skeleton = _skeleton(smooth, solid)
    if len(skeleton) < _FEWEST:
        return Strokes()
    typical = _typical_width(skeleton, depth.shape)
    across, straight = _directions(depth, skeleton, typical)
    main = np.abs(np.log(skeleton.width / typical)) < _ALIKE
    if np.count_nonzero(main & straight) >= _FEWEST:
        main &= straight
    chosen = np.flatnonzero(main)
    chosen = chosen[:: max(1, -(-len(chosen) // _MOST_SECTIONS))]
    places = skeleton.at(chosen)
    section = read_section(depth, places.x, places.y, across=across[chosen], typical=typical)
    width, blur, contrast = as_band(section, typical, darkest)
    quarter, three_quarters = np.quantile(skeleton.width, (0.25, 0.75))
    return Strokes(
        weight=width,
        spread=float(three_quarters - quarter) / 2,
        contrast=contrast,
        softness=float(np.sqrt(max(0.0, blur**2 - _PIXEL))),
        skew=_skew(across[straight]),
    )


def _skeleton(smooth: Tones, solid: float) -> _Skeleton:
    """Middles of the strokes of parts that are no letters; of all parts if there are no others."""
    side = min(smooth.shape)
    enlarged = min(-(-_FINE_SIDE // max(smooth.shape)), _MOST_ENLARGED)
    above = _above_limit(smooth, solid)
    height, width = smooth.shape
    size = (width * enlarged, height * enlarged)
    ink = cv2.resize(above, size, interpolation=cv2.INTER_CUBIC) > 0
    distance = np.asarray(cv2.distanceTransform(ink.view(np.uint8), cv2.DIST_L2, 5), np.float32)
    x, y = _ridge(distance, rim=_RIM * enlarged)
    # A ridge of even width lies between two rows, of which one may be a little lower.
    top = cv2.dilate(distance, np.ones((3, 3), np.uint8))[y, x]
    middle = (1 - enlarged) / 2
    found = _Skeleton((x + middle) / enlarged, (y + middle) / enlarged, (2.0 * top - 1) / enlarged)
    coarse = (above > 0).view(np.uint8)
    _, parts, stats, _ = cv2.connectedComponentsWithStats(coarse, connectivity=8)
    extent = np.hypot(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    extent[0] = 0
    large = extent[parts[y // enlarged, x // enlarged]] >= _LETTER * side
    for wanted in (large & (found.width < _WIDEST * side), large):
        if np.count_nonzero(wanted) >= _FEWEST:
            return found.at(wanted)
    return found


def _above_limit(smooth: Tones, solid: float) -> Tones:
    """By how much the drawing is darker than the lightest ink; above 0 is ink.

    The limit is half way between the darkest and the brightest of the surroundings, so that
    neighbouring lines stay apart; inside a filled part, half way to the paper.
    """
    side = max(_LEAST_WINDOW, int(min(smooth.shape) * _WINDOW) | 1)
    window = np.ones((side, side), np.uint8)
    most, least = cv2.dilate(smooth, window), np.maximum(cv2.erode(smooth, window), 0)
    least[most - least < _FLAT * most] = 0
    limit = cv2.blur(most + least, (side, side)) / 2
    return smooth - np.maximum(limit, np.float32(_FAINTEST * solid))


def _ridge(distance: Tones, *, rim: int) -> tuple[Places, Places]:
    """x and y where the distance to the edge is largest across a stroke, and even along it."""
    ridge = distance - cv2.blur(distance, (3, 3)) > _RIDGE
    ridge[:rim] = ridge[-rim:] = False
    ridge[:, :rim] = ridge[:, -rim:] = False
    y, x = np.divmod(np.flatnonzero(ridge), ridge.shape[1])
    # Symmetric across the stroke, so that only the slope along it is left.
    around = cv2.blur(distance, (5, 5))
    taper = np.hypot(around[y, x + 2] - around[y, x - 2], around[y + 2, x] - around[y - 2, x]) / 4
    return x[taper < _TAPER], y[taper < _TAPER]


def _typical_width(skeleton: _Skeleton, shape: tuple[int, ...]) -> float:
    """The width, in px, that most of the skeleton has.

    Details are thinner than the lines they belong to, so wide strokes count a little more, and
    of several widths of about the same frequency it is the largest. What a picture shows stands
    in its middle, so the surroundings count less.
    """
    height, width = shape
    away = np.square(skeleton.x / width - 0.5) + np.square(skeleton.y / height - 0.5)
    weights = np.sqrt(skeleton.width) * np.exp(-away / (2 * _MIDDLE**2))
    logarithms = np.log(skeleton.width)
    first = logarithms.min()
    counts = np.bincount(((logarithms - first) / _LOG_STEP).astype(np.intp), weights)
    reach = np.arange(-3 * _BLURRED_BY, 3 * _BLURRED_BY + 1) / _BLURRED_BY
    smooth = np.convolve(counts, np.exp(-(reach**2) / 2))
    peak = (smooth[1:-1] >= smooth[:-2]) & (smooth[1:-1] > smooth[2:])
    peaks = np.flatnonzero(peak & (smooth[1:-1] >= _AS_MANY * smooth.max())) + 1
    return float(np.exp(first + (peaks[-1] - 3 * _BLURRED_BY + 0.5) * _LOG_STEP))


def _directions(depth: Tones, skeleton: _Skeleton, width: float) -> tuple[Floats, Mask]:
    """Angle across the stroke at each place, in radians; and whether it runs straight there."""
    smooth = cv2.GaussianBlur(depth, (0, 0), 1.0)
    right = cv2.Scharr(smooth, cv2.CV_32F, 1, 0)
    down = cv2.Scharr(smooth, cv2.CV_32F, 0, 1)
    x, y = np.rint(skeleton.x).astype(int), np.rint(skeleton.y).astype(int)
    products = (right * right - down * down, 2 * right * down, right * right + down * down)
    sigma = float(np.clip(width / 2, 1, _WIDEST * min(depth.shape)))
    level, tilted, total = (cv2.GaussianBlur(one, (0, 0), sigma)[y, x] for one in products)
    straight = np.hypot(level, tilted) > _STRAIGHT * total
    return np.arctan2(tilted, level).astype(np.float64) / 2, straight


def _skew(across: Floats) -> float:
    """The commonest angle modulo 90 degrees, in degrees, counter-clockwise."""
    if len(across) < _FEWEST:
        return nan
    angles = np.rad2deg(-across) % 90
    bins = (angles / 90 * _ANGLE_BINS).astype(np.intp) % _ANGLE_BINS
    counts = np.bincount(bins, minlength=_ANGLE_BINS)
    reach = np.arange(-3 * _ANGLE_BLUR, 3 * _ANGLE_BLUR + 1) / _ANGLE_BLUR
    smooth = np.convolve(np.tile(counts, 3), np.exp(-(reach**2) / 2), "same")
    peak = np.argmax(smooth[_ANGLE_BINS : 2 * _ANGLE_BINS]) * 90 / _ANGLE_BINS
    off = (angles - peak + 45) % 90 - 45
    same = np.abs(off) < _SAME_WAY
    if same.mean() < _AIMED:
        return nan
    return float((peak + off[same].mean() + 45) % 90 - 45)
