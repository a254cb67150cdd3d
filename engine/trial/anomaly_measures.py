"""How well anomaly scores tell defects from normal pictures, and where to put the threshold."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.float64]

_RESAMPLES, _FEWER, _MANY = 1000, 200, 2000
_LEVEL = 0.95
_POINTS = 100
_FOLDS = 5


def area(normal: Values, defects: Values) -> float:
    """Area under the ROC curve, 0..1: how often a defect scores above a normal picture."""
    from sklearn.metrics import roc_auc_score

    return float(roc_auc_score(_truth(normal, defects), np.concatenate([normal, defects])))


def area_interval(draws: Sequence[tuple[Values, Values]], *, seed: int = 0) -> tuple[float, float]:
    """Bootstrap interval of 95 % of the mean area: what other test pictures would have given.

    Normal pictures and defects are drawn again each on their own (percentile bootstrap); all draws
    see the same pictures.

    Parameters
    ----------
    draws : sequence of (normal, defects)
        Scores of the same pictures, one pair a draw of the normal set.
    """
    normals, defects = len(draws[0][0]), len(draws[0][1])
    random = np.random.default_rng(seed)
    found = []
    for _ in range(_RESAMPLES if normals + defects <= _MANY else _FEWER):
        rows, others = (
            random.integers(normals, size=normals),
            random.integers(defects, size=defects),
        )
        found.append(np.mean([_area(one[rows], two[others]) for one, two in draws]))
    low, high = np.quantile(found, [(1 - _LEVEL) / 2, (1 + _LEVEL) / 2])
    return float(low), float(high)


def _area(normal: Values, defects: Values) -> float:
    ordered = np.sort(normal)
    below = np.searchsorted(ordered, defects, "left") + np.searchsorted(ordered, defects, "right")
    return float(below.sum()) / (2 * len(normal) * len(defects))


def threshold_for(held_out: Values, rate: float) -> float:
    """The score above which to raise an alarm, from normal pictures that took no part.

    The ⌈(n + 1)(1 − rate)⌉-th smallest of n scores: a new normal picture is above it at most in a
    share ``rate`` of cases (conformal prediction; Laxhammar & Falkman, 2015). Where n is too small
    for the rate, it is the highest score.

    Parameters
    ----------
    held_out : ndarray of float64, (n,)
    rate : float
        0..1.
    """
    place = math.ceil(round((len(held_out) + 1) * (1 - rate), 9))
    return float(np.sort(held_out)[min(place, len(held_out)) - 1])


def least_rate(held_out: int) -> float:
    """The lowest rate of false alarms that so many held-out pictures can vouch for, 0..1."""
    return 1 / (held_out + 1)


def share_above(scores: Values, threshold: float) -> float:
    """Share of scores above a threshold: alarms, 0..1."""
    return float((scores > threshold).mean())


@dataclass(frozen=True)
class PrecisionRecall:
    """Precision over recall, both 0..1, at rising recall; and their average precision."""

    recall: list[float]
    precision: list[float]
    average: float


def precision_recall(normal: Values, defects: Values) -> PrecisionRecall:
    """The curve of defects as the class to be found, thinned to about a hundred points."""
    from sklearn.metrics import average_precision_score, precision_recall_curve

    truth, scores = _truth(normal, defects), np.concatenate([normal, defects])
    precision, recall, _ = precision_recall_curve(truth, scores)
    kept = np.unique(np.linspace(0, len(recall) - 1, min(len(recall), _POINTS)).round().astype(int))
    return PrecisionRecall(
        recall=recall[kept][::-1].round(5).tolist(),
        precision=precision[kept][::-1].round(5).tolist(),
        average=float(average_precision_score(truth, scores)),
    )


@dataclass(frozen=True)
class Losses:
    """What errors cost: of one missed defect, of one false alarm; and share of defects, 0..1."""

    missed: float
    alarm: float
    share: float

    def of(self, missed: float | Values, alarms: float | Values) -> float | Values:
        """Expected cost a part for rates 0..1."""
        return self.share * missed * self.missed + (1 - self.share) * alarms * self.alarm


@dataclass(frozen=True)
class Cheapest:
    """The threshold of least expected cost on these pictures.

    ``cost`` is a part's; ``elsewhere`` the same where the threshold is chosen on four fifths of
    the pictures and tried on the last: what may be expected of new ones. None with fewer than five
    pictures of a kind.
    """

    threshold: float
    missed: float
    alarms: float
    cost: float
    elsewhere: float | None


def cheapest(normal: Values, defects: Values, losses: Losses, *, seed: int = 0) -> Cheapest:
    """The cost-optimal threshold of these scores (Elkan, IJCAI 2001)."""
    threshold = _cheapest(normal, defects, losses)
    missed, alarms = 1 - share_above(defects, threshold), share_above(normal, threshold)
    elsewhere = None
    if min(len(normal), len(defects)) >= _FOLDS:
        elsewhere = _cross_validated(normal, defects, losses, seed)
    return Cheapest(threshold, missed, alarms, float(losses.of(missed, alarms)), elsewhere)


def _cheapest(normal: Values, defects: Values, losses: Losses) -> float:
    """Of equally cheap thresholds the middle of the first gap between scores."""
    scores = np.unique(np.concatenate([normal, defects]))
    around = np.concatenate([[scores[0] - 1], scores, [scores[-1] + 1]])
    tried = (around[:-1] + around[1:]) / 2
    missed = np.searchsorted(np.sort(defects), tried, "right") / len(defects)
    alarms = 1 - np.searchsorted(np.sort(normal), tried, "right") / len(normal)
    return float(tried[int(np.argmin(losses.of(missed, alarms)))])


def _cross_validated(normal: Values, defects: Values, losses: Losses, seed: int) -> float:
    random = np.random.default_rng(seed)
    folds = [np.array_split(random.permutation(len(one)), _FOLDS) for one in (normal, defects)]
    missed = alarms = 0.0
    for own, other in zip(*folds, strict=True):
        threshold = _cheapest(np.delete(normal, own), np.delete(defects, other), losses)
        missed += float((defects[other] <= threshold).sum())
        alarms += float((normal[own] > threshold).sum())
    return float(losses.of(missed / len(defects), alarms / len(normal)))


def _truth(normal: Values, defects: Values) -> npt.NDArray[np.int64]:
    return np.repeat(np.array([0, 1]), [len(normal), len(defects)])
