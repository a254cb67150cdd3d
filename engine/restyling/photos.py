"""A photo in another light: brightness, contrast, colour, texture and noise of another camera."""

from __future__ import annotations

from collections.abc import Mapping

import cv2
import numpy as np
import numpy.typing as npt

from engine.inspection.appearance_tones import Tones, to_grey
from engine.restyling.parts import completed, to_bytes

_SCALES = (1.0, 3.0, 9.0)  # px: where the textures of the measures lie
_TEXTURES = ("texture_fine", "texture_medium", "texture_coarse")
_LEAST, _MOST = 0.4, 2.5  # times as much texture or contrast
_LEAST_TEXTURE = 0.5  # grey levels that a ratio can be taken of
_LEAST_NOISE = 1.0
_SMOOTHED_AWAY = 0.85  # of the noise, by denoising


def restyle_photo(
    image: npt.NDArray[np.uint8],
    measured: Mapping[str, float],
    wanted: Mapping[str, float],
    random: np.random.Generator,
) -> npt.NDArray[np.uint8]:
    """A photo as it would look with other measures.

    Parameters
    ----------
    image : ndarray of uint8, (H, W, 1 or 3)
    measured, wanted : mapping of str to float
        Of :func:`engine.inspection.appearance.measure_appearance`: ``brightness``, ``contrast``,
        ``cast_a``, ``cast_b``, ``noise``, ``gradient`` and the textures; sharpness follows the
        fine texture, saturation the cast. Where one of the two is NaN, it stays as it is.
    random : numpy.random.Generator
        Of the noise.

    Returns
    -------
    ndarray of uint8, (H, W, 1 or 3)
    """
    aim = completed(wanted, measured)
    grey = to_grey(image)
    noise, wanted_noise = (float(np.nan_to_num(one["noise"])) for one in (measured, aim))
    quiet = _without_noise(grey, noise) if wanted_noise < noise else grey
    left = noise * (1 - _SMOOTHED_AWAY) if wanted_noise < noise else noise
    made = _in_other_light(quiet, measured, aim)
    added = np.sqrt(max(0.0, wanted_noise**2 - left**2))
    made = made + random.normal(0.0, added, made.shape)
    if image.shape[2] == 1:
        return to_bytes(made)[..., None]
    # Chroma follows the light, so that colours keep their saturation.
    ratio = (made + 1) / (grey + 1)
    coloured = image.astype(np.float64) * np.clip(ratio, 0.2, 5.0)[..., None]
    return _with_cast(
        coloured, aim["cast_a"] - measured["cast_a"], aim["cast_b"] - measured["cast_b"]
    )


def _without_noise(grey: Tones, noise: float) -> Tones:
    if noise < _LEAST_NOISE:
        return grey
    return cv2.fastNlMeansDenoising(to_bytes(grey), None, noise, 3, 9).astype(np.float32)


def _in_other_light(
    grey: Tones, measured: Mapping[str, float], aim: Mapping[str, float]
) -> npt.NDArray[np.float64]:
    """Detail stronger or weaker, the lighting steeper or flatter, all lighter or darker."""
    smooth = [grey, *(cv2.GaussianBlur(grey, (0, 0), sigma) for sigma in _SCALES)]
    base = smooth[-1].astype(np.float64)
    plane = _plane(base)
    rest = (base - plane) * _ratio(aim["contrast"], measured["contrast"])
    steep = _ratio(aim["gradient"], measured["gradient"])
    made = aim["brightness"] + (plane - plane.mean()) * steep + (rest - rest.mean())
    for name, sharp, soft in zip(_TEXTURES, smooth, smooth[1:], strict=False):
        made += (sharp - soft) * _ratio(aim[name], measured[name])
    return np.asarray(made, np.float64)


def _ratio(wanted: float, measured: float) -> float:
    least = _LEAST_TEXTURE
    return float(np.clip(max(wanted, least) / max(measured, least), _LEAST, _MOST))


def _plane(tones: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    height, width = tones.shape
    ys, xs = np.linspace(-1, 1, height), np.linspace(-1, 1, width)
    down = float(ys @ tones.mean(axis=1)) / float(ys @ ys)
    across = float(xs @ tones.mean(axis=0)) / float(xs @ xs)
    return np.asarray(tones.mean() + down * ys[:, None] + across * xs[None, :], np.float64)


def _with_cast(
    colours: npt.NDArray[np.float64], more_a: float, more_b: float
) -> npt.NDArray[np.uint8]:
    """RGB ``(H, W, 3)`` in 0..255 with a* and b* moved."""
    rgb = np.ascontiguousarray(np.clip(colours, 0, 255) / 255, np.float32)
    lab = cv2.cvtColor(rgb, cv2.COLOR_RGB2Lab)
    moved = np.asarray(lab + np.array([0, more_a, more_b], np.float32), np.float32)
    return to_bytes(cv2.cvtColor(moved, cv2.COLOR_Lab2RGB).astype(np.float64) * 255)
