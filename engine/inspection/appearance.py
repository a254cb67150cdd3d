"""How each picture looks, in units that an engineer knows, without any network.

Drawings are measured as ink on paper (:mod:`engine.inspection.appearance_drawing`), photos by
their light, colour and texture (:mod:`engine.inspection.appearance_photo`). Every measure looks at
one picture alone, so real and synthetic samples can be compared number by number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from engine.data.recipe import Kind
from engine.inspection.appearance_drawing import measure_drawing, two_tones
from engine.inspection.appearance_photo import measure_photo
from engine.inspection.appearance_tones import to_grey

Unit = Literal["px", "grey", "per_megapixel", "percent", "degree", "lab", ""]
Pictures = npt.NDArray[np.uint8]

SMALLEST = 16
"""Shortest side in px that appearance can be measured of."""
_MOST_LOOKED_AT = 200
_DRAWN = 0.74
_JUDGE = {"drawing": measure_drawing, "photo": measure_photo}


@dataclass(frozen=True)
class Measure:
    """What is measured of a picture.

    Attributes
    ----------
    key : str
        Stable word for files and reports.
    unit : str
        ``px`` of the picture as given; ``grey`` levels 0..255; ``lab`` units of CIE L*a*b*;
        empty where there is none.
    digits : int
        Decimals worth showing.
    """

    key: str
    unit: Unit
    digits: int


MEASURES: Mapping[Kind, tuple[Measure, ...]] = {
    "drawing": (
        Measure("line_weight", "px", 2),
        Measure("line_weight_spread", "px", 2),
        Measure("noise", "grey", 1),
        Measure("specks", "per_megapixel", 0),
        Measure("paper_tone", "grey", 0),
        Measure("unevenness", "grey", 0),
        Measure("contrast", "grey", 0),
        Measure("softness", "px", 2),
        Measure("skew", "degree", 1),
    ),
    "photo": (
        Measure("brightness", "grey", 0),
        Measure("contrast", "grey", 0),
        Measure("cast_a", "lab", 1),
        Measure("cast_b", "lab", 1),
        Measure("saturation", "percent", 0),
        Measure("sharpness", "grey", 1),
        Measure("noise", "grey", 1),
        Measure("gradient", "grey", 0),
        Measure("texture_fine", "grey", 1),
        Measure("texture_medium", "grey", 1),
        Measure("texture_coarse", "grey", 1),
    ),
}
"""What is measured of pictures of each kind, in the order to show it."""
_OF_COLOUR = ("cast_a", "cast_b", "saturation")


def measures_for(kind: Kind, channels: int) -> tuple[Measure, ...]:
    """Those of :data:`MEASURES` that say something of pictures of 1 or 3 channels.

    Grey pictures have no colour to measure.
    """
    return tuple(one for one in MEASURES[kind] if channels > 1 or one.key not in _OF_COLOUR)


def measure_appearance(images: Pictures, kind: Kind) -> dict[str, npt.NDArray[np.float64]]:
    """The measures of :data:`MEASURES`, picture by picture.

    Parameters
    ----------
    images : ndarray of uint8, (n, H, W, C)
        Grey (C 1) or RGB (C 3); sides of 16 px or more.
    kind : {"drawing", "photo"}
        What the pictures are measured as.

    Returns
    -------
    dict of str to ndarray of float64, (n,)
        By key; NaN where a picture shows nothing to measure, as the line weight of blank paper.

    Raises
    ------
    ValueError
        If the array has another shape or type.
    """
    _require_pictures(images)
    keys = [measure.key for measure in MEASURES[kind]]
    rows = [_JUDGE[kind](image) for image in images]
    return {key: np.array([row[key] for row in rows], np.float64) for key in keys}


def recognise_kind(images: Pictures) -> Kind:
    """Whether most pictures are drawings or photos.

    A drawing has two tones, ink and paper: parting its pixels in two explains most of how much
    they differ (Otsu, IEEE Trans. SMC 1979), even under shading, stains and noise. Of evenly or
    normally distributed tones two classes explain 75 and 64 %.

    Parameters
    ----------
    images : ndarray of uint8, (n, H, W, C)
        A sample of a set; no more than 200 of it are looked at. Sides of 16 px or more.

    Returns
    -------
    {"drawing", "photo"}
        Photo if there is nothing to go by, as its measures exist for any picture.

    Raises
    ------
    ValueError
        If the array has another shape or type.
    """
    _require_pictures(images)
    step = max(1, -(-len(images) // _MOST_LOOKED_AT))
    shares = np.array([two_tones(to_grey(image)) for image in images[::step]], np.float64)
    shares = shares[np.isfinite(shares)]
    return "drawing" if len(shares) and np.median(shares) > _DRAWN else "photo"


def _require_pictures(images: Pictures) -> None:
    if images.dtype != np.uint8 or images.ndim != 4 or images.shape[3] not in (1, 3):
        raise ValueError(f"not uint8 (n, H, W, 1 or 3): {images.dtype} {images.shape}")
    if min(images.shape[1:3]) < SMALLEST:
        raise ValueError(f"sides under {SMALLEST} px: {images.shape}")
