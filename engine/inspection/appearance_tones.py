"""Grey tones and their noise: what measuring drawings and photos has in common."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

Tones = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

_SECOND_DIFFERENCE = np.array([1, -2, 1], np.float32)
_GAIN = 6.0  # of the noise filter: its response to white noise of deviation 1
_TRIMMED_AT = 2.5
_TRIMMED_VARIANCE = 0.9113  # of a normal distribution cut at 2.5 deviations either side
_ROUNDING = 1 / 12  # variance that rounding to whole grey levels adds
_FEWEST = 30
_CLIPPED = 0.02
# Two shares of a normal distribution that lie one deviation apart, both beyond its middle.
_LOW, _HIGH = 0.0668, 0.3085


def to_grey(image: npt.NDArray[np.uint8]) -> Tones:
    """Grey levels 0..255 (Rec. 601), float32 ``(H, W)``, of a picture ``(H, W, 1 or 3)``."""
    deep = np.ascontiguousarray(image, np.float32)
    return (
        deep[..., 0] if deep.shape[2] == 1 else np.asarray(cv2.cvtColor(deep, cv2.COLOR_RGB2GRAY))
    )


def noise_sigma(tones: Tones, level: Tones, where: Mask) -> float:
    """Standard deviation of the pixel noise.

    A filter that is blind to plain edges and slopes (Immerkær, CVIU 1996) shows the noise; its
    deviation is that of the values within 2.5 deviations, so that few outliers do not count.
    Where black or white cuts the noise off, the deviation is read from how the tones are
    distributed on the other side. Noise that is smooth over several pixels is not found.

    Parameters
    ----------
    tones : ndarray of float32, (H, W)
        Grey levels 0..255.
    level : ndarray of float32, (H, W)
        What the tones would be without noise, roughly; used where tones are cut off.
    where : ndarray of bool, (H, W)
        Pixels to look at: without edges.

    Returns
    -------
    float
        In grey levels; NaN if there are under 30 pixels to look at.
    """
    seen = tones[where]
    if len(seen) < _FEWEST:
        return float("nan")
    white, black = float(np.mean(seen >= 255)), float(np.mean(seen <= 0))
    if max(white, black) > _CLIPPED:
        rest = seen - level[where]
        low, high = np.quantile(rest if white > black else -rest, (_LOW, _HIGH))
        return float(high - low)
    filtered = cv2.sepFilter2D(
        tones, -1, _SECOND_DIFFERENCE, _SECOND_DIFFERENCE, borderType=cv2.BORDER_REFLECT_101
    )
    return _trimmed_deviation(np.abs(filtered[where]) / _GAIN)


def _trimmed_deviation(sizes: npt.NDArray[np.floating]) -> float:
    """Of noise whose absolute values are ``sizes``; rounding to grey levels is taken out."""
    sigma = 1.4826 * float(np.median(sizes))
    for _ in range(3):
        inside = sizes[sizes <= max(_TRIMMED_AT * sigma, 0.5)]
        sigma = float(np.sqrt(np.square(inside).mean() / _TRIMMED_VARIANCE))
    return float(np.sqrt(max(0.0, sigma**2 - _ROUNDING)))
