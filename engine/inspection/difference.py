"""Two pictures subtracted: where one is brighter than the other, and by how much."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.inspection.appearance_tones import Tones, to_grey

Pixels = npt.NDArray[np.uint8]
LEVELS = 256
SCALES = (16, 32, 64, 128, 255)
"""Scales of a map: few, so that maps of neighbouring samples can mostly be compared."""


@dataclass(frozen=True, eq=False)
class Difference:
    """A picture less another.

    Attributes
    ----------
    levels : ndarray of float32, (H, W)
        Grey levels, -255..255; above 0 where the first is brighter. Of colour pictures luminance
        (Rec. 601).
    largest, mean : float
        Of its absolute values, grey levels.
    scale : int
        The smallest of :data:`SCALES` that no value exceeds, grey levels.
    """

    levels: Tones
    largest: float
    mean: float
    scale: int

    def beyond(self, scale: int) -> int:
        """Pixels that differ by more than ``scale`` grey levels."""
        return int((np.abs(self.levels) > scale).sum())


def difference(first: Pixels, second: Pixels) -> Difference:
    """Subtract ``second`` from ``first``.

    Parameters
    ----------
    first, second : ndarray of uint8, (H, W, C)
        Of the same height and width; grey (C 1) or RGB (C 3).

    Raises
    ------
    ValueError
        If their sizes differ.
    """
    if first.shape[:2] != second.shape[:2]:
        raise ValueError(f"sizes differ: {first.shape[:2]} and {second.shape[:2]}")
    levels = to_grey(first) - to_grey(second)
    sizes = np.abs(levels)
    largest = float(sizes.max()) if sizes.size else 0.0
    scale = next((one for one in SCALES if largest <= one), SCALES[-1])
    mean = float(sizes.mean(dtype=np.float64)) if sizes.size else 0.0
    return Difference(levels, largest, mean, scale)


def tone_shares(image: Pixels, bins: int = 64) -> list[npt.NDArray[np.float64]]:
    """How the tones of a picture are distributed.

    Parameters
    ----------
    image : ndarray of uint8, (H, W, C)
    bins : int
        Of equal width over 0..256; a divisor of 256.

    Returns
    -------
    list of ndarray, float64, (bins,)
        Shares of the pixels, which sum to 1: of grey (Rec. 601), and of colour pictures of red,
        green and blue too.
    """
    channels = [np.rint(to_grey(image)).astype(np.uint8)]
    if image.shape[2] == 3:
        channels += [image[..., channel] for channel in range(3)]
    return [_shares(channel, bins) for channel in channels]


def _shares(channel: npt.NDArray[np.uint8], bins: int) -> npt.NDArray[np.float64]:
    counts = np.bincount(channel.ravel(), minlength=LEVELS).reshape(bins, -1).sum(axis=1)
    shares: npt.NDArray[np.float64] = counts / max(1, channel.size)
    return shares
