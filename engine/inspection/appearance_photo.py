"""How a photo looks: light, colour, sharpness, noise and texture."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from engine.inspection.appearance_tones import Mask, Tones, noise_sigma, to_grey

_FLATTEST = 0.25
_ENOUGH = 0.05
_STEEPEST = 0.99
_DARK, _BRIGHT = 16.0, 239.0
_SCALES = (1.0, 3.0, 9.0)
_SLOPE_NOISE = 0.159  # deviation of a slope, smoothed over 1 px, in noise of deviation 1


def measure_photo(image: npt.NDArray[np.uint8]) -> dict[str, float]:
    """Light, colour, sharpness, noise and texture of a photo.

    Parameters
    ----------
    image : ndarray of uint8, (H, W, 1 or 3)
        Grey or RGB.

    Returns
    -------
    dict of str to float
        ``brightness``, ``contrast``: mean and standard deviation of the grey levels.
        ``cast_a``, ``cast_b``: mean a* (green to red) and b* (blue to yellow) of CIE L*a*b*.
        ``saturation``: per cent; by how much the weakest of red, green and blue falls short of
        the strongest, over the whole picture.
        ``sharpness``: grey levels per pixel; the slope that one pixel in a hundred exceeds, after
        smoothing by 1 px and without what noise adds. It grows with contrast too.
        ``noise``: grey levels; standard deviation in the flattest quarter. Texture finer than
        2 px that fills the whole picture cannot be told from noise.
        ``gradient``: grey levels; how much the plane that fits the picture best rises from one
        side to the other, along its steepest direction.
        ``texture_fine``, ``texture_medium``, ``texture_coarse``: grey levels; standard deviation
        of detail under 1 px, of 1 to 3 px and of 3 to 9 px (deviation of the Gaussian smoothing).
    """
    grey = to_grey(image)
    smooth = [np.asarray(cv2.GaussianBlur(grey, (0, 0), one), np.float32) for one in _SCALES]
    slope = _slope(smooth[0])
    noise = noise_sigma(grey, smooth[1], _flat(smooth[1]))
    steepest = float(np.quantile(slope, _STEEPEST))
    cast_a, cast_b, saturation = _colour(image)
    return {
        "brightness": float(grey.mean()),
        "contrast": float(grey.std()),
        "cast_a": cast_a,
        "cast_b": cast_b,
        "saturation": saturation,
        "sharpness": float(np.sqrt(max(0.0, steepest**2 - _slope_of_noise(noise) ** 2))),
        "noise": noise,
        "gradient": _gradient(grey),
        "texture_fine": float((grey - smooth[0]).std()),
        "texture_medium": float((smooth[0] - smooth[1]).std()),
        "texture_coarse": float((smooth[1] - smooth[2]).std()),
    }


def _slope(smooth: Tones) -> Tones:
    """Length of the slope, grey levels per pixel."""
    across = cv2.Sobel(smooth, cv2.CV_32F, 1, 0, ksize=1, scale=0.5)
    down = cv2.Sobel(smooth, cv2.CV_32F, 0, 1, ksize=1, scale=0.5)
    return np.asarray(cv2.magnitude(across, down))


def _slope_of_noise(noise: float) -> float:
    """The slope that one pixel in a hundred exceeds by noise alone (Rayleigh distribution)."""
    return float(_SLOPE_NOISE * noise * np.sqrt(-2 * np.log(1 - _STEEPEST)))


def _flat(smooth: Tones) -> Mask:
    """The quarter whose coarse shape, which hardly shows noise, is flattest.

    Near black and white noise is cut off: such places count only where there are few others.
    """
    slope = _slope(smooth)
    flat = np.asarray(slope <= np.quantile(slope, _FLATTEST), np.bool_)
    between = flat & (smooth > _DARK) & (smooth < _BRIGHT)
    return between if between.mean() >= _ENOUGH else flat


def _gradient(grey: Tones) -> float:
    height, width = grey.shape
    ys, xs = np.linspace(-1, 1, height), np.linspace(-1, 1, width)
    down = float(ys @ grey.mean(axis=1)) / float(ys @ ys)
    across = float(xs @ grey.mean(axis=0)) / float(xs @ xs)
    return 2 * float(np.hypot(down, across))


def _colour(image: npt.NDArray[np.uint8]) -> tuple[float, float, float]:
    """Mean a* and b*, and the saturation in per cent."""
    if image.shape[2] == 1:
        return 0.0, 0.0, 0.0
    rgb = np.ascontiguousarray(image, np.float32) / 255
    _, a, b, _ = cv2.mean(cv2.cvtColor(rgb, cv2.COLOR_RGB2Lab))
    strongest = float(rgb.max(axis=2).mean())
    weakest = float(rgb.min(axis=2).mean())
    return a, b, 100 * (1 - weakest / strongest) if strongest else 0.0
