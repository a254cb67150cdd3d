"""What decoding gives."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]
"""Grey ``(H, W)`` or RGB ``(H, W, 3)``, 0 black."""

Depth = tuple[float, float]
"""The values of deep pictures that become black and white."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A whole page.

    Attributes
    ----------
    pixels : ndarray of uint8, (H, W) or (H, W, 3)
        Upright; perhaps at reduced size.
    several_frames : bool
        The file has more pages or frames than this one.
    width, height : int
        Size in px of the upright page at full resolution.
    stretched : bool
        The values lay outside all known ranges, so that the smallest became black and the
        largest white: the picture cannot be compared with others. Give a depth instead.
    """

    pixels: Pixels
    several_frames: bool
    width: int
    height: int
    stretched: bool = False
