"""Missed defects and false alarms, read from a confusion matrix of classes."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from engine.trial.results import SetResult


@dataclass(frozen=True)
class Rate:
    """A share of pictures, 0..1, with half the width of its interval."""

    share: float
    margin: float


@dataclass(frozen=True)
class Detection:
    """How a model does as a detector of critical classes; ``alarmed`` None without other classes.

    A critical picture is missed when it is taken for an uncritical class; critical classes taken
    for each other are still found. Where every class is critical, taken for any other class
    counts as missed.
    """

    missed: Rate
    alarmed: Rate | None


def detection(
    result: SetResult, class_names: Sequence[str], critical: Collection[str]
) -> Detection | None:
    """Rates of a set's model; None without critical classes or test pictures of them."""
    marked = np.array([name in critical for name in class_names], bool)
    counts = np.array(result.confusion, np.float64)
    if counts.shape != (len(marked), len(marked)) or not marked.any():
        return None
    found, other = counts[marked], counts[~marked]
    if not found.sum():
        return None
    if marked.all():
        missed = counts.sum() - np.trace(counts)
        return Detection(_rate(missed, counts.sum(), result), None)
    alarmed = _rate(other[:, marked].sum(), other.sum(), result) if other.sum() else None
    return Detection(_rate(found[:, ~marked].sum(), found.sum(), result), alarmed)


def _rate(hits: float, total: float, result: SetResult) -> Rate:
    """As :attr:`SetResult.margin`: deviation over seeds and sampling error, added as squares.

    Counts are summed over trainings on the same pictures, so the sample is what one training saw.
    None missed of few is no proof of none: one more of each kind is counted for the error
    (Laplace's rule of succession).
    """
    seen = total / len(result.accuracies)
    share = hits / total
    careful = (share * seen + 1) / (seen + 2)
    return Rate(share, math.sqrt(result.accuracy_std**2 + careful * (1 - careful) / seen))
