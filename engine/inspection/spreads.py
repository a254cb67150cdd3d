"""Two distributions of one measure: means, distance, what chance explains of it, a grade.

A grade says whether the synthetic samples could pass for a random choice of real pictures. The
distance is Wasserstein-1, in the measure's own unit: how far, on average, values must be moved to
turn one distribution into the other. It sees a shift and a spread that is too narrow alike.

*matched*
    No more than twice what a random choice of as many real pictures is off by on average
    (:func:`sampling_error`; nineteen of twenty such choices pass), or less than anybody sees
    (:data:`FLOORS`).
*close*, *differs*, *far*
    Up to half of, up to once, more than once the standard deviation of the real pictures. A shift
    by half a deviation leaves four fifths of two bell curves in common; a shift by a whole one
    leaves three fifths. Up to three times the sampling error is *close* in any case: of a few
    samples with ten measures, one is often beyond twice the error by chance.
*unmeasured*
    The measure can be taken of real pictures, but of less than half as large a share of the
    synthetic samples: lines too faint to have a weight, say.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.data.appearance_report import MOST_BINS, AppearanceGrade, Spread, Unit

Floats = npt.NDArray[np.float64]
Labels = npt.NDArray[np.int64]

SELECTIONS = 24
MATCHED_ERRORS, CLOSE_ERRORS = 2.0, 3.0
CLOSE_DEVIATIONS, DIFFERS_DEVIATIONS = 0.5, 1.0
FLOORS: Mapping[Unit, float] = {
    "px": 0.1,
    "grey": 1.0,
    "per_megapixel": 50.0,
    "percent": 1.0,
    "degree": 0.3,
    "lab": 1.0,
    "": 0.01,
}
"""A difference of means that is below what anybody sees, by unit."""
_BINS = 20
_NICE = (1.0, 2.0, 5.0, 10.0)
_TAIL = 0.005  # of the pictures at each end, outside of the bins


@dataclass(frozen=True)
class Values:
    """A measure of some pictures, where it can be taken.

    Attributes
    ----------
    numbers : ndarray, float64, (n,)
    labels : ndarray, int64, (n,)
        Class of each picture.
    weights : ndarray, float64, (n,)
        Sum to 1.
    looked_at : int
        Pictures that were looked at, measurable or not.
    """

    numbers: Floats
    labels: Labels
    weights: Floats
    looked_at: int

    @classmethod
    def of(cls, numbers: Floats, labels: Labels, weights: Floats) -> Values:
        """Leave out what cannot be measured (NaN)."""
        found = np.isfinite(numbers)
        kept = weights[found]
        return cls(numbers[found], labels[found], kept / max(kept.sum(), 1e-12), len(numbers))

    @property
    def share(self) -> float:
        """Of the pictures, those it can be measured in."""
        return len(self.numbers) / max(1, self.looked_at)

    @property
    def spread(self) -> Spread:
        """Mean and deviation; both 0 where nothing could be measured."""
        mean = float(self.numbers @ self.weights)
        variance = float(np.square(self.numbers - mean) @ self.weights)
        return Spread(
            mean=mean,
            deviation=math.sqrt(variance),
            measured=len(self.numbers),
            looked_at=self.looked_at,
        )


def distance(one: Values, other: Values) -> float:
    """Wasserstein-1 distance, in the measure's unit; neither may be empty."""
    from scipy.stats import wasserstein_distance

    return float(wasserstein_distance(one.numbers, other.numbers, one.weights, other.weights))


def sampling_error(target: Values, counts: Mapping[int, int], random: np.random.Generator) -> float:
    """Mean distance from ``target`` of random choices of ``counts[label]`` pictures of a class.

    Drawn with replacement: of a class of twelve, ten without it would be nearly all, and the
    error of choosing would look like none.
    """
    from scipy.stats import wasserstein_distance

    drawn, weights = [], []
    for label, count in counts.items():
        mine = target.labels == label
        numbers, share = target.numbers[mine], target.weights[mine].sum()
        if count and len(numbers):
            drawn.append(random.choice(numbers, (SELECTIONS, count)))
            weights.append(np.full(count, share / count))
    if not drawn:
        return 0.0
    selections, weight = np.concatenate(drawn, axis=1), np.concatenate(weights)
    return float(
        np.mean(
            [
                wasserstein_distance(one, target.numbers, weight, target.weights)
                for one in selections
            ]
        )
    )


def grade_distance(found: float, *, error: float, deviation: float, unit: Unit) -> AppearanceGrade:
    """The word for a distance; see the top of this file.

    Parameters
    ----------
    found, error, deviation : float
        Distance, sampling error and deviation of what was aimed at, in ``unit``.
    """
    floor = FLOORS[unit]
    if found <= max(MATCHED_ERRORS * error, floor):
        return "matched"
    deviations = found / max(deviation, floor)
    if deviations <= CLOSE_DEVIATIONS or found <= CLOSE_ERRORS * error:
        return "close"
    return "differs" if deviations <= DIFFERS_DEVIATIONS else "far"


def common_edges(groups: list[Values], least: float) -> list[float]:
    """Edges of bins that hold nearly all of every group, at round numbers.

    Parameters
    ----------
    groups : list of Values
        At least one that is not empty.
    least : float
        No bin is narrower: whole numbers would fall into every other bin.
    """
    ends = [np.quantile(one.numbers, (_TAIL, 1 - _TAIL)) for one in groups if len(one.numbers)]
    low, high = min(one[0] for one in ends), max(one[1] for one in ends)
    wanted = max((high - low) / _BINS, least)
    power = 10.0 ** math.floor(math.log10(wanted))
    step = next(nice * power for nice in _NICE if nice * power >= wanted * (1 - 1e-9))
    first = math.floor(low / step + 1e-9)
    last = max(first + 1, math.floor(high / step + 1e-9) + 1)
    return [step * place for place in range(first, min(last, first + MOST_BINS) + 1)]


def shares(values: Values, edges: list[float]) -> list[float]:
    """Share of the pictures in each bin; what lies outside is in the bins at the ends."""
    if not len(values.numbers):
        return []
    inside = np.searchsorted(edges, values.numbers, side="right") - 1
    inside = np.clip(inside, 0, len(edges) - 2)
    return [
        float(one) for one in np.bincount(inside, weights=values.weights, minlength=len(edges) - 1)
    ]
