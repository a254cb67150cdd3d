"""What one training loses against another on the same test pictures."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict, Field

Labels = npt.NDArray[np.int64]


class Fall(BaseModel):
    """An accuracy below another one, 0..1; negative where it is above. ``margin`` is half of the
    interval's width.
    """

    model_config = ConfigDict(frozen=True, allow_inf_nan=False)

    mean: float = Field(ge=-1, le=1)
    margin: float = Field(ge=0)

    @property
    def clear(self) -> bool:
        """Whether the interval leaves 0 out."""
        return abs(self.mean) > self.margin

    def apart(self, other: Fall) -> bool:
        """Whether the two intervals have nothing in common."""
        return abs(self.mean - other.mean) > self.margin + other.margin


def fall(
    before: Sequence[Labels], after: Sequence[Labels], truth: Labels, *, balanced: bool = False
) -> Fall:
    """The accuracy of ``before`` less that of ``after``, paired by seed and by test picture.

    The margin joins the deviation over the seeds and the sampling error of the test pictures as
    :func:`margin` does; the latter is that of paired proportions, with half a picture
    added in each of the four cells so that a few pictures without a difference prove nothing
    (Agresti and Min 2005).

    Parameters
    ----------
    before, after : sequence of ndarray of int64, (N,)
        What the models of each seed said, at least one each; further ones of the longer are left
        out.
    truth : ndarray of int64, (N,)
    balanced : bool
        Of the mean recall over the classes that have test pictures, instead of the accuracy.
    """
    gaps = np.array(
        [
            (one == truth).astype(np.float64) - (other == truth)
            for one, other in zip(before, after, strict=False)
        ]
    )
    groups = [truth == label for label in np.unique(truth)] if balanced else [truth == truth]
    by_seed = np.mean([gaps[:, group].mean(axis=1) for group in groups], axis=0)
    pictures = gaps.mean(axis=0)
    sampling = sum(_variance(pictures[group]) for group in groups) / len(groups) ** 2
    mean = float(by_seed.mean())
    return Fall(mean=mean, margin=math.hypot(deviation(by_seed.tolist()), math.sqrt(sampling)))


def deviation(values: list[float]) -> float:
    """Sample standard deviation; 0 for a single value."""
    return float(np.std(values, ddof=1)) if len(values) > 1 else 0.0


def margin(mean: float, deviation: float, tested: int) -> float:
    """Half-width of the interval of an accuracy, 0..1.

    Deviation over seeds and the sampling error of the ``tested`` pictures, added as squares: three
    lucky seeds on forty pictures prove little.
    """
    share = min(max(mean, 0.0), 1.0)
    return math.sqrt(deviation**2 + share * (1 - share) / max(1, tested))


def _variance(gaps: npt.NDArray[np.float64]) -> float:
    """Of the mean of differences of proportions, each -1..1."""
    count = len(gaps) + 2
    mean = gaps.sum() / count
    return float(((gaps**2).sum() + 1) / count - mean**2) / count
