"""A drawing drawn again: the same strokes with other line weight, tones, softness and noise."""

from __future__ import annotations

from collections.abc import Mapping

import cv2
import numpy as np
import numpy.typing as npt

from engine.inspection.appearance_drawing import Sheet, read_sheet
from engine.inspection.appearance_tones import Tones, to_grey
from engine.restyling.parts import completed, to_bytes

_FINE = 4  # parts of a pixel that strokes are drawn again in
_LEAST_CONTRAST = 8.0
_LEAST_COVERAGE = 0.25
_LEAST_CHANGE = 0.04  # px
_SHARPEST = 0.1  # px
_NOISE_LEFT = 2.5  # deviations of noise, after smoothing, that are still paper
_MOST_UNEVEN = 3.0
_WIDEST = 3.0


def restyle_drawing(
    image: npt.NDArray[np.uint8],
    measured: Mapping[str, float],
    wanted: Mapping[str, float],
    random: np.random.Generator,
) -> npt.NDArray[np.uint8]:
    """A drawing as it would look with other measures.

    Ink is told from paper, every stroke is made wider or narrower in proportion, and both are put
    together again with the wanted tones, softness and noise. Specks and stains that look like ink
    stay; toner that has faded stays faded.

    Parameters
    ----------
    image : ndarray of uint8, (H, W, 1 or 3)
    measured, wanted : mapping of str to float
        Of :func:`engine.inspection.appearance.measure_appearance`: ``line_weight``, ``noise``,
        ``paper_tone``, ``unevenness``, ``contrast`` and ``softness``; the others are not looked
        at. Where one of the two is NaN, it stays as it is.
    random : numpy.random.Generator
        Of the noise.

    Returns
    -------
    ndarray of uint8, (H, W, 1 or 3)
        The picture itself where it shows no ink.
    """
    grey = to_grey(image)
    sheet = read_sheet(grey)
    aim = completed(wanted, measured)
    contrast = measured["contrast"]
    if not (contrast >= _LEAST_CONTRAST and np.isfinite(measured["line_weight"])):
        return image
    coverage = _coverage(sheet, measured["noise"], contrast)
    made = _put_together(_strokes(coverage, measured, aim), sheet, measured, aim)
    made += random.normal(0.0, max(0.0, np.nan_to_num(aim["noise"])), made.shape)
    if image.shape[2] == 1:
        return to_bytes(made)[..., None]
    # What colour there is stays with its place.
    return to_bytes(image.astype(np.float32) + (made - grey)[..., None])


def _coverage(sheet: Sheet, noise: float, contrast: float) -> Tones:
    """How much of each pixel is ink, 0..1, without noise."""
    noise = float(np.nan_to_num(noise))
    tones = sheet.tones
    if noise > 1:
        levels = to_bytes(tones)
        tones = cv2.fastNlMeansDenoising(levels, None, 1.1 * noise, 3, 9).astype(np.float32)
    paper = min(0.3, _NOISE_LEFT * 0.3 * noise / contrast + 0.02)
    return np.asarray(
        np.clip(((sheet.paper - tones) / contrast - paper) / (1 - 2 * paper), 0, 1), np.float32
    )


def _strokes(coverage: Tones, measured: Mapping[str, float], aim: Mapping[str, float]) -> Tones:
    """The ink with strokes of another width and softness."""
    weight, soft = measured["line_weight"], float(np.nan_to_num(measured["softness"]))
    ratio = aim["line_weight"] / weight
    wanted_soft = float(np.nan_to_num(aim["softness"]))
    if abs(ratio - 1) * weight < _LEAST_CHANGE and wanted_soft >= soft:
        blur = np.sqrt(wanted_soft**2 - soft**2)
        return np.asarray(cv2.GaussianBlur(coverage, (0, 0), blur)) if blur > 0.1 else coverage
    return _drawn_again(coverage, weight, float(ratio), max(_SHARPEST, wanted_soft))


def _drawn_again(coverage: Tones, weight: float, ratio: float, soft: float) -> Tones:
    """Main strokes ``ratio`` times as wide, thinner ones too; filled parts by as many pixels."""
    from scipy.special import ndtr

    height, width = coverage.shape
    side = 2 * int(np.ceil(weight)) + 1
    window = np.ones((side, side), np.uint8)
    strength = cv2.dilate(coverage, window)
    limit = np.maximum(strength / 2, np.float32(_LEAST_COVERAGE))
    above = cv2.resize(
        coverage - limit, (width * _FINE, height * _FINE), interpolation=cv2.INTER_CUBIC
    )
    ink = (above > 0).astype(np.uint8)
    if not ink.any() or ink.all():
        return coverage
    inside = cv2.distanceTransform(ink, cv2.DIST_L2, 5)
    outside = cv2.distanceTransform(1 - ink, cv2.DIST_L2, 5)
    reach = 2 * int(np.ceil(_WIDEST * weight * max(1.0, ratio) * _FINE / 4)) + 1
    half = cv2.dilate(inside, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach)))
    half = np.minimum(half, weight * _FINE / 2)
    edge = np.where(ink > 0, inside - 0.5, 0.5 - outside) + (ratio - 1) * half
    fine = ndtr(edge / (soft * _FINE)).astype(np.float32)
    drawn = cv2.resize(fine, (width, height), interpolation=cv2.INTER_AREA)
    faded = cv2.blur(strength, (side, side))
    return np.asarray(drawn * np.where(strength > _LEAST_COVERAGE, faded, 0), np.float32)


def _put_together(
    coverage: Tones, sheet: Sheet, measured: Mapping[str, float], aim: Mapping[str, float]
) -> npt.NDArray[np.float64]:
    """Ink on paper in grey levels, without noise."""
    uneven = measured["unevenness"]
    factor = min(_MOST_UNEVEN, aim["unevenness"] / uneven) if uneven > 1 else 1.0
    middle = float(np.median(sheet.paper))
    tone = aim["paper_tone"]
    dark_paper = tone < 128
    bright = 255 - tone if dark_paper else tone
    paper = bright + (sheet.paper - middle) * factor
    made = paper - min(aim["contrast"], bright) * coverage
    return np.asarray(255 - made if dark_paper else made, np.float64)
