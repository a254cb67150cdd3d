"""What no camera and no scanner does to pixels: clipped areas, checkerboards, few grey levels."""

from __future__ import annotations

from collections.abc import Mapping

import cv2
import numpy as np
import numpy.typing as npt

from engine.inspection.appearance import Measure
from engine.inspection.appearance_tones import to_grey

PIXEL_MEASURES: tuple[Measure, ...] = (
    Measure("black", "percent", 1),
    Measure("white", "percent", 1),
    Measure("checker", "grey", 1),
    Measure("agreement", "percent", 0),
    Measure("levels", "", 0),
)
"""What is measured of pixels, in the order of the columns of :func:`pixel_measures`."""

FLOORS: Mapping[str, float] = {
    "black": 2.0,
    "white": 2.0,
    "checker": 1.0,
    "agreement": 3.0,
    "levels": 8.0,
}
"""A difference that nobody needs to look at, in the measure's unit."""

_CHECKER = np.array([[1, -1], [-1, 1]], np.float32) / 2
_LEAST_VARIANCE = 1.0


def pixel_measures(images: npt.NDArray[np.uint8]) -> npt.NDArray[np.float64]:
    """Numbers of each picture that tell natural pixels from artificial ones.

    Parameters
    ----------
    images : ndarray of uint8, (n, H, W, C)

    Returns
    -------
    ndarray of float64, (n, 5)
        ``black``, ``white``: per cent of the pixels at 0 and at 255, of all channels.
        ``checker``: grey levels; deviation of what alternates from pixel to pixel in both
        directions, the finest pattern there is; white noise of deviation s gives s.
        ``agreement``: per cent; correlation of pixels with their right and lower neighbours.
        100 where a picture is flat.
        ``levels``: different grey levels, 1..256.
    """
    return np.array([_measure(one) for one in images], np.float64).reshape(-1, 5)


def _measure(image: npt.NDArray[np.uint8]) -> tuple[float, float, float, float, float]:
    grey = to_grey(image)
    finest = cv2.filter2D(grey, -1, _CHECKER, borderType=cv2.BORDER_REFLECT_101)[1:, 1:]
    return (
        100 * float(np.mean(image == 0)),
        100 * float(np.mean(image == 255)),
        float(finest.std()),
        100 * (_agreement(grey[:, :-1], grey[:, 1:]) + _agreement(grey[:-1], grey[1:])) / 2,
        float(np.count_nonzero(np.bincount(grey.astype(np.uint8).ravel(), minlength=256))),
    )


def _agreement(one: npt.NDArray[np.float32], other: npt.NDArray[np.float32]) -> float:
    away, beside = one - one.mean(), other - other.mean()
    variance = float(np.sqrt(np.square(away).mean() * np.square(beside).mean()))
    # Of a flat picture there is nothing that could disagree.
    return float((away * beside).mean()) / variance if variance > _LEAST_VARIANCE else 1.0
