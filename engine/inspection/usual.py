"""What is usual among real pictures of a class, and from where on a number is not.

The range of a measure holds 99 % of a class's real pictures; how far outside a picture stands is
told in widths of that range. From where on that is unusual is found on real pictures themselves:
ranges fitted on four fifths of them are asked about the last fifth, and the limit is what only one
in a hundred of those exceeds in any of the measures.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.inspection.suspicion import FOLDS, folds_of

Floats = npt.NDArray[np.float64]
Labels = npt.NDArray[np.int64]

_TAIL = 0.005
_FALSE = 0.01
_FEWEST = 20  # pictures of a class, or the range of all classes is taken


@dataclass(frozen=True, eq=False)
class Usual:
    """Ranges by class.

    Attributes
    ----------
    low, high : ndarray of float64, (classes, K)
        Ends of the range of each measure; NaN where it cannot be taken of any real picture.
    floors : ndarray of float64, (K,)
        Differences that nobody needs to look at, in the measure's unit.
    limit : float
        From this excess on a picture is unusual.
    """

    low: Floats
    high: Floats
    floors: Floats
    limit: float

    @classmethod
    def of(
        cls, values: Floats, labels: Labels, classes: int, floors: Floats, *, seed: int = 0
    ) -> Usual:
        """Fit ranges and limit on real pictures.

        Parameters
        ----------
        values : ndarray of float64, (n, K)
            NaN where a measure cannot be taken.
        labels : ndarray of int64, (n,)
        classes : int
        floors : ndarray of float64, (K,)
        seed : int
            Of the split into fifths.
        """
        folds = folds_of(labels, np.random.default_rng(seed))
        worst = np.zeros(len(values))
        for fold in range(FOLDS):
            judged, others = folds == fold, folds != fold
            if not judged.any() or not others.any():
                continue
            low, high = _ranges(values[others], labels[others], classes)
            outside = cls(low, high, floors, 0.0).excess(values[judged], labels[judged])
            worst[judged] = outside.max(1)
        limit = float(np.quantile(worst, 1 - _FALSE)) if len(worst) else 0.0
        low, high = _ranges(values, labels, classes)
        return cls(low, high, floors, limit)

    def widened(self, times: float) -> Usual:
        """The same with ranges ``times`` as wide about their middle; at least once."""
        more = max(0.0, times - 1) / 2 * (self.high - self.low)
        return Usual(self.low - more, self.high + more, self.floors, self.limit)

    def excess(self, values: Floats, labels: Labels) -> Floats:
        """How far outside of the range, in its widths; 0 inside and where nothing is measured.

        Parameters
        ----------
        values : ndarray of float64, (n, K)
        labels : ndarray of int64, (n,)

        Returns
        -------
        ndarray of float64, (n, K)
        """
        low, high = self.low[labels], self.high[labels]
        outside = np.maximum(low - values, values - high)
        width = np.maximum(high - low, self.floors)
        # Below the floor nobody sees it, whatever the range.
        counts = outside > self.floors
        return np.where(counts, np.nan_to_num(outside / width, nan=0.0), 0.0)


def _ranges(values: Floats, labels: Labels, classes: int) -> tuple[Floats, Floats]:
    """Low and high ends, ``(classes, K)`` each."""
    low = np.full((classes, values.shape[1]), np.nan)
    high = low.copy()
    for column, numbers in enumerate(values.T):
        known = np.isfinite(numbers)
        if not known.any():
            continue
        low[:, column], high[:, column] = np.quantile(numbers[known], (_TAIL, 1 - _TAIL))
        for label in range(classes):
            mine = numbers[known & (labels == label)]
            if len(mine) >= _FEWEST:
                low[label, column], high[label, column] = np.quantile(mine, (_TAIL, 1 - _TAIL))
    return low, high
