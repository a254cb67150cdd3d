"""Pictures of a set with their measures of appearance: which are drawn, how much each weighs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.data import ImageSet
from engine.data.recipe import Kind
from engine.inspection.appearance import MEASURES, SMALLEST, measure_appearance
from engine.inspection.spreads import Floats, Labels, Values
from engine.runtime.stop import StopToken

Rows = npt.NDArray[np.intp]
Read = Callable[[Rows], npt.NDArray[np.uint8]]

MOST_PICTURES = 2_000
_MOST_PIXELS = 32 << 20  # some ten seconds of drawings on one core
_BATCH_PIXELS = 1 << 20


@dataclass(frozen=True)
class Looked:
    """Pictures that were measured.

    Attributes
    ----------
    values : mapping of str to ndarray, float64, (n,)
        By measure; NaN where it cannot be taken.
    rows : ndarray, (n,)
        Where each picture stands in its set.
    labels : ndarray, int64, (n,)
    weights : ndarray, float64, (n,)
        Sum to 1.
    """

    values: Mapping[str, Floats]
    rows: Rows
    labels: Labels
    weights: Floats

    def of(self, key: str) -> Values:
        """One measure."""
        return Values.of(self.values[key], self.labels, self.weights)


def draw_rows(rows: Rows, labels: Labels, pixels: int, random: np.random.Generator) -> Rows:
    """At most some 2,000 of the rows, of every class as many where it has them; rising.

    Parameters
    ----------
    rows : ndarray, (n,)
    labels : ndarray, int64, (N,)
        Of the whole set.
    pixels : int
        Of a picture; fewer large ones are drawn.
    """
    present = np.unique(labels[rows])
    most = min(MOST_PICTURES, _MOST_PIXELS // max(1, pixels))
    each = max(1, most // max(1, len(present)))
    drawn = [random.permutation(rows[labels[rows] == label])[:each] for label in present]
    return np.sort(np.concatenate(drawn)) if drawn else rows[:0]


class Looking:
    """Takes the measures of one kind of pictures of one size.

    Parameters
    ----------
    size : tuple of int
        Height and width of a picture, px; of those under 16 px nothing can be measured.
    token : StopToken
        Asked between batches.
    """

    def __init__(self, kind: Kind, size: tuple[int, int], token: StopToken) -> None:
        self._kind, self._token = kind, token
        self._pixels = size[0] * size[1]
        self._measurable = min(size) >= SMALLEST

    def at(self, read: Read, rows: Rows, labels: Labels, counts: npt.NDArray[np.int64]) -> Looked:
        """Measure rows of a set, whose classes weigh as ``counts`` say.

        Parameters
        ----------
        read : callable
            Rows to uint8 pictures, ``(n, H, W, C)``.
        rows : ndarray, (n,)
        labels : ndarray, int64, (N,)
            Of the whole set.
        counts : ndarray, int64, (classes,)
        """
        mine = labels[rows]
        weights = (counts / np.maximum(1, np.bincount(mine, minlength=len(counts))))[mine]
        return Looked(self._values(read, rows), rows, mine, weights / max(1.0, weights.sum()))

    def at_all(self, image_set: ImageSet, random: np.random.Generator) -> Looked:
        """Measure a set of which every picture weighs the same: its classes are not ours."""
        rows = draw_rows(image_set.indices(), image_set.labels, self._pixels, random)
        return self.at(
            image_set.read, rows, np.zeros(len(image_set), np.int64), np.array([len(rows)])
        )

    def _values(self, read: Read, rows: Rows) -> dict[str, Floats]:
        keys = [one.key for one in MEASURES[self._kind]]
        if not self._measurable:
            return {key: np.full(len(rows), np.nan) for key in keys}
        parts: dict[str, list[Floats]] = {key: [] for key in keys}
        length = max(1, _BATCH_PIXELS // self._pixels)
        for start in range(0, len(rows), length):
            self._token.raise_if_stopped()
            found = measure_appearance(read(rows[start : start + length]), self._kind)
            for key, part in parts.items():
                part.append(found[key])
        return {key: np.concatenate(part) if part else np.empty(0) for key, part in parts.items()}
