"""The gaps of a class between a condensed set and the real pictures."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True)
class ClassGap:
    """The gaps of one class.

    Attributes
    ----------
    name : str
    content : float
        Squared distance of the class means over the scatter of the real classes, less what
        looking at a part of the real pictures adds: 0 is matched, 1 is as far as a class is
        from the centre of all; of a single class, as far as a picture is from its mean.
    style : float
        Relative distance of moments and Gram matrices, mean over layers:
        0 is matched, 1 is as far as nothing at all.
    diversity : float
        Spread of the synthetic samples over that of the real ones; 1 is as wide.
        0 for a class with a single synthetic sample.
    layers : tuple of float
        The style gap of each layer, first to last; ``style`` is their mean. Empty where it was
        not kept.
    """

    name: str
    content: float
    style: float
    diversity: float
    layers: tuple[float, ...] = ()


def overall(gaps: list[ClassGap]) -> ClassGap:
    """Mean over the classes."""
    rows = [[gap.content, gap.style, gap.diversity, *gap.layers] for gap in gaps]
    return class_gap("", np.mean(rows or [[0.0, 0.0, 0.0]], axis=0))


def class_gap(name: str, row: npt.NDArray[np.float64]) -> ClassGap:
    """From a row of content, style, diversity, and style of each layer."""
    content, style, diversity, *layers = (float(one) for one in row)
    return ClassGap(name, content, style, diversity, tuple(layers))
