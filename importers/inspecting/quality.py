"""Findings on pictures that are blurred, dark, bright, empty or of an odd size."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from importers.inspecting.pictures import Finding, Pictures, finding

Mask = npt.NDArray[np.bool_]
Column = npt.NDArray[np.float64]

_FEW = 12
_FAR = 6.0
_SIGMA_OF_MAD = 1.4826
_EMPTY_DEVIATION = 2.0
_EMPTY_SHARE = 0.5
_BLURRED = 0.8
_SHARPNESS_FLOOR = 0.05
_DARK = 50.0
_BRIGHT = 220.0
_TONE_FLOOR = 4.0
_SMALL = 0.25
_SHAPE = 2.5


def quality(pictures: Pictures, keep: Mask, *, whole_pages: bool) -> list[Finding]:
    """Accuse pictures that differ from their own class by a lot, and in absolute terms.

    Blurred, dark and bright pictures lie at least 6 robust standard deviations (1.4826 times
    the median absolute deviation, at least 5 % of sharpness or 4 grey levels) off the median
    of their class, and have a sharpness below 0.8, a mean below 50 or above 220 grey levels. So a
    class that is dark by nature is not accused; nor is a class of fewer than 12 pictures.
    Empty ones have a deviation below 2 grey levels, unless half of their class has.

    ``whole_pages``: sizes are compared only where a picture is a whole page, not a part.
    """
    empty = _empty(pictures, keep)
    seen = keep & ~empty
    sharpness = np.log(np.maximum(pictures.column("sharpness"), 0.01))
    light = pictures.column("brightness")
    far, usual = _distances(sharpness, pictures.labels, seen, floor=_SHARPNESS_FLOOR)
    blurred = seen & (far <= -_FAR) & (sharpness < np.log(_BLURRED))
    found = _worst("blurred", pictures, blurred, np.exp(sharpness), np.exp(usual), digits=2)
    far, usual = _distances(light, pictures.labels, seen, floor=_TONE_FLOOR)
    dark = seen & (far <= -_FAR) & (light < _DARK)
    bright = seen & (far >= _FAR) & (light > _BRIGHT)
    found += _worst("dark", pictures, dark, light, usual)
    found += _worst("bright", pictures, bright, -light, -usual)
    if empty.any():
        rows = np.flatnonzero(empty).tolist()
        found.append(finding("empty", "warning", rows, remedy="exclude"))
    return found + (_odd_sizes(pictures, keep) if whole_pages else [])


def _empty(pictures: Pictures, keep: Mask) -> Mask:
    labels = np.array(pictures.labels)
    empty = keep & (pictures.column("deviation") < _EMPTY_DEVIATION)
    for label in np.unique(labels[empty]):
        own = keep & (labels == label)
        if own.sum() >= _FEW and empty[own].mean() >= _EMPTY_SHARE:
            empty &= ~own
    return empty


def _distances(
    values: Column, labels: object, keep: Mask, *, floor: float
) -> tuple[Column, Column]:
    """Robust standard deviations off the median of the class, and that median."""
    classes = np.array(labels)
    far = np.zeros(len(values))
    usual = np.zeros(len(values))
    for label in np.unique(classes[keep]):
        own = keep & (classes == label)
        middle = np.median(values[own])
        usual[own] = middle
        if own.sum() >= _FEW:
            spread = _SIGMA_OF_MAD * np.median(np.abs(values[own] - middle))
            far[own] = (values[own] - middle) / max(float(spread), floor)
    return far, usual


def _worst(
    kind: str, pictures: Pictures, which: Mask, values: Column, usual: Column, *, digits: int = 0
) -> list[Finding]:
    """A finding whose rows go from the worst on; ``values`` are low where it is bad."""
    if not which.any():
        return []
    rows = np.flatnonzero(which)
    rows = rows[np.lexsort((rows, values[rows]))]
    worst, common = (round(abs(float(one[rows[0]])), digits) for one in (values, usual))
    if digits == 0:
        worst, common = int(worst), int(common)
    return [
        finding(
            kind,
            "warning",
            rows.tolist(),
            remedy="exclude",
            params={"value": worst, "usual": common},
        )
    ]


def _odd_sizes(pictures: Pictures, keep: Mask) -> list[Finding]:
    """Sides below a quarter of the set's median, or shapes 2.5 times off its median."""
    if keep.sum() < _FEW:
        return []
    width = np.maximum(pictures.column("width"), 1.0)
    height = np.maximum(pictures.column("height"), 1.0)
    longer, shorter = np.maximum(width, height), np.minimum(width, height)
    # Lying or standing is no difference: symbols come in both ways.
    shape = np.log(longer / shorter)
    usual = float(np.median(longer[keep]))
    off = np.abs(shape - np.median(shape[keep])) > np.log(_SHAPE)
    rows = np.flatnonzero(keep & ((longer < _SMALL * usual) | off)).tolist()
    if not rows:
        return []
    return [finding("odd_size", "note", rows, remedy="exclude", params={"usual": round(usual)})]
