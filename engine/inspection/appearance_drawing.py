"""How a drawing looks: paper, ink, noise and specks; its strokes are measured next door."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import nan

import cv2
import numpy as np
import numpy.typing as npt

from engine.inspection.appearance_strokes import measure_strokes
from engine.inspection.appearance_tones import Mask, Tones, noise_sigma, to_grey

_LIGHT_SMOOTHING = 0.55  # px
_SMOOTHED_NOISE = 0.56  # deviation that is left of noise of deviation 1 after it
_LEAST_CONTRAST = 8.0  # grey levels; less is no ink
_LEAST_TO_NOISE = 2.0
_DARKER = 1.4  # than the darkest that is seen: what blur may have taken from ink
_HEADROOM = 10.0  # grey levels; the darkest pixels are darker than ink by noise
# A speck: at most so many pixels, darker than deviations of noise and grey levels together, or
# than a share of the contrast of ink; and one of its pixels so many times darker than that.
_SPECK_PIXELS = 12
_SPECK_NOISE = 4.0
_SPECK_DEPTH = 2.0
_SPECK_CONTRAST = 0.1
_SPECK_DISTINCT = 1.5
_CROSS = np.ones((3, 3), np.uint8)


@dataclass(frozen=True, eq=False)
class Sheet:
    """A drawing as dark ink on bright paper, whichever way round it is.

    Attributes
    ----------
    tones : ndarray of float32, (H, W)
        Its grey levels 0..255, or those of its negative.
    light_on_dark : bool
        Whether it is the negative.
    paper : ndarray of float32, (H, W)
        Grey levels of the paper alone.
    depth : ndarray of float32, (H, W)
        How much darker than paper it is, in grey levels, lightly smoothed.
    ink, bare : ndarray of bool, (H, W)
        Where ink is, and where it is not; between them is a rim.
    """

    tones: Tones
    light_on_dark: bool
    paper: Tones
    depth: Tones
    ink: Mask
    bare: Mask


def measure_drawing(image: npt.NDArray[np.uint8]) -> dict[str, float]:
    """Line weight, noise, paper, contrast, softness and skew of a drawing.

    Light ink on dark paper, as in blueprints, is measured alike.

    Parameters
    ----------
    image : ndarray of uint8, (H, W, 1 or 3)
        Grey or RGB.

    Returns
    -------
    dict of str to float
        ``line_weight``, ``line_weight_spread``, ``contrast``, ``softness``, ``skew``: see
        :class:`engine.inspection.appearance_strokes.Strokes`.
        ``noise``: grey levels; standard deviation on bare paper.
        ``specks``: on bare paper, up to about 4 px wide, per million pixels. Those that noise and
        blur hide are not counted.
        ``paper_tone``: grey levels; median of bare paper.
        ``unevenness``: grey levels; between the 5 % darkest and brightest of the paper, smoothed
        over a fifth of the picture: shading, stains, yellowed edges.
        What cannot be measured is NaN: strokes where there is no ink, noise where there is no
        paper.
    """
    sheet = read_sheet(to_grey(image))
    noise = noise_sigma(sheet.tones, sheet.paper, sheet.bare)
    solid, darkest = _solid(sheet, noise)
    if np.isnan(solid):
        # What passed for ink was the darker half of the noise.
        sheet = replace(sheet, bare=np.ones_like(sheet.bare))
        noise = noise_sigma(sheet.tones, sheet.paper, sheet.bare)
    tone = float(np.median(sheet.tones[sheet.bare])) if sheet.bare.any() else nan
    strokes = measure_strokes(
        sheet.paper - sheet.tones, smooth=sheet.depth, solid=solid, darkest=darkest
    )
    # It is too smooth for every pixel to matter.
    dimmest, brightest = np.quantile(sheet.paper[::4, ::4], (0.05, 0.95))
    return {
        "line_weight": strokes.weight,
        "line_weight_spread": strokes.spread,
        "noise": noise,
        "specks": _specks(sheet, noise, solid),
        "paper_tone": 255 - tone if sheet.light_on_dark else tone,
        "unevenness": float(brightest - dimmest),
        "contrast": strokes.contrast,
        "softness": strokes.softness,
        "skew": strokes.skew,
    }


def two_tones(grey: Tones) -> float:
    """How much of the variance of a picture two tones explain, 0..1, once shading is taken out.

    NaN if the picture is blank.
    """
    tones, _ = _paper_bright(grey)
    depth = _coarse_paper(tones) - tones
    dark = depth > _parting(depth)
    share, variance = float(dark.mean()), float(depth.var())
    if not 0 < share < 1 or variance < 1:
        return nan
    step = float(depth[dark].mean() - depth[~dark].mean())
    return share * (1 - share) * step**2 / variance


def read_sheet(grey: Tones) -> Sheet:
    """Tell ink from paper.

    Parameters
    ----------
    grey : ndarray of float32, (H, W)
        Grey levels 0..255; sides of 16 px or more.
    """
    tones, light_on_dark = _paper_bright(grey)
    smooth = cv2.GaussianBlur(tones, (0, 0), _LIGHT_SMOOTHING)
    coarse = _coarse_paper(tones)
    depth = coarse - smooth
    ink = depth > max(0.7 * _parting(depth), 4.0)
    bare = cv2.dilate(ink.astype(np.uint8), _CROSS) == 0
    paper = _paper(tones, bare, coarse)
    inner = cv2.erode(bare.astype(np.uint8), _CROSS) > 0
    return Sheet(tones, light_on_dark, paper, paper - smooth, ink, inner if inner.any() else bare)


def _paper_bright(grey: Tones) -> tuple[Tones, bool]:
    """The picture, turned to its negative if most of it is dark; whether it was."""
    if np.mean(grey > _parting(grey)) < 0.5:
        return 255 - grey, True
    return grey, False


def _parting(tones: Tones) -> float:
    """The level that parts the tones in two best (Otsu)."""
    levels = np.clip(tones, 0, 255).astype(np.uint8)
    return float(cv2.threshold(levels, 0, 1, cv2.THRESH_BINARY | cv2.THRESH_OTSU)[0])


def _coarse_paper(tones: Tones) -> Tones:
    """Paper without ink, roughly: the brightest of the surroundings, half a picture wide."""
    height, width = tones.shape
    part = max(1, min(height, width) // 32)
    small = cv2.resize(tones, (width // part, height // part), interpolation=cv2.INTER_AREA)
    side = min(small.shape) // 2 | 1
    # The brightest of noisy tones would be too bright.
    small = cv2.GaussianBlur(small, (0, 0), 0.8)
    small = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((side, side), np.uint8))
    small = cv2.blur(small, (side, side))
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR))


def _paper(tones: Tones, bare: Mask, otherwise: Tones) -> Tones:
    """Paper without ink: the mean of the bare surroundings, if there are any."""
    side = 2 * (min(tones.shape) // 10) + 1
    weight = bare.astype(np.float32)
    total, count = tones * weight, weight
    for _ in range(2):
        total = np.asarray(cv2.blur(total, (side, side)), np.float32)
        count = np.asarray(cv2.blur(count, (side, side)), np.float32)
    return np.where(count > 0.02, total / np.maximum(count, 1e-3), otherwise)


def _solid(sheet: Sheet, noise: float) -> tuple[float, float]:
    """How much darker than paper ink is, and the darkest of it could be if it were not blurred.

    In grey levels; NaN if nothing is darker than noise makes it.
    """
    if not sheet.ink.any():
        return nan, nan
    solid, darkest = np.quantile(sheet.depth[sheet.ink], (0.8, 0.95))
    least = max(_LEAST_CONTRAST, 0.0 if np.isnan(noise) else _LEAST_TO_NOISE * noise)
    if solid < least:
        return nan, nan
    blackest = min(255.0, float(sheet.paper.max()) + _HEADROOM)
    return float(solid), min(_DARKER * float(darkest), blackest)


def _specks(sheet: Sheet, noise: float, solid: float) -> float:
    """Small parts that stand out twice: few pixels darker than noise, one of them far darker.

    Noise on a faint line breaks it into small parts too, but hardly any pixel there stands out.
    """
    if np.isnan(noise):
        return nan
    least = _SPECK_NOISE * _SMOOTHED_NOISE * noise + _SPECK_DEPTH
    if not np.isnan(solid):
        least = max(least, _SPECK_CONTRAST * solid)
    dark = sheet.depth > least
    _, parts, stats, _ = cv2.connectedComponentsWithStats(dark.view(np.uint8), connectivity=8)
    small = np.flatnonzero(stats[:, cv2.CC_STAT_AREA] <= _SPECK_PIXELS)
    distinct = np.unique(parts[dark & (sheet.depth > _SPECK_DISTINCT * least)])
    return 1e6 * len(np.intersect1d(small, distinct)) / sheet.tones.size
