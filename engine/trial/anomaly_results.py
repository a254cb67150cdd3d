"""From scores to the figures of one normal set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.trial.anomaly_measures import (
    Losses,
    Values,
    area,
    area_interval,
    cheapest,
    precision_recall,
    share_above,
    threshold_for,
)
from engine.trial.anomaly_recipe import NormalSet
from engine.trial.anomaly_report import AnomalyResult, CostFigures, ScoreMap
from engine.trial.anomaly_report import Losses as StoredLosses

_MAPS = 12  # of the highest scores, and of missed defects
_THOUSAND = 1000


@dataclass(frozen=True)
class Asked:
    """What the scores are measured against.

    ``rows`` and ``labels`` are of the test pictures, ``normal`` the normal label, ``rate`` the
    chosen share of false alarms, 0..1.
    """

    rate: float
    rows: npt.NDArray[np.intp]
    labels: npt.NDArray[np.int64]
    normal: int
    class_names: list[str]
    losses: StoredLosses | None


@dataclass(frozen=True)
class Seen:
    """What one memory said: scores of held-out and test pictures, and maps of the latter."""

    images: int
    vectors: int
    memory_bytes: int
    milliseconds: float
    held_out: Values
    scores: Values
    patches: npt.NDArray[np.float16]

    def sides(self, asked: Asked) -> tuple[Values, Values]:
        """Scores of normal test pictures and of defects."""
        normal = asked.labels == asked.normal
        return self.scores[normal], self.scores[~normal]


def result_of(name: NormalSet, draws: Sequence[Seen], asked: Asked, *, size: int) -> AnomalyResult:
    """Put the draws of a set together.

    Parameters
    ----------
    draws : sequence of Seen
        At least one.
    size : int
        Bytes of the pictures as stored.
    """
    sides = [one.sides(asked) for one in draws]
    thresholds = [threshold_for(one.held_out, asked.rate) for one in draws]
    low, high = area_interval(sides)
    curves = [precision_recall(*one) for one in sides]
    first = draws[0]
    return AnomalyResult(
        name=name,
        images=first.images,
        bytes=size,
        vectors=first.vectors,
        memory_bytes=first.memory_bytes,
        milliseconds=float(np.mean([one.milliseconds for one in draws])),
        aurocs=[area(*one) for one in sides],
        auroc_low=low,
        auroc_high=high,
        average_precisions=[one.average for one in curves],
        missed=[
            1 - share_above(defects, threshold)
            for (_, defects), threshold in zip(sides, thresholds, strict=True)
        ],
        alarms=[
            share_above(normal, threshold)
            for (normal, _), threshold in zip(sides, thresholds, strict=True)
        ],
        thresholds=thresholds,
        missed_by_class=_missed_by_class(draws, thresholds, asked),
        recall=curves[0].recall,
        precision=curves[0].precision,
        held_out=first.held_out.round(6).tolist(),
        scores=first.scores.round(6).tolist(),
        cost=_cost(sides, thresholds, asked.losses),
        maps=_maps(first, thresholds[0], asked),
    )


def _missed_by_class(
    draws: Sequence[Seen], thresholds: Sequence[float], asked: Asked
) -> dict[str, float]:
    found = {}
    for label, name in enumerate(asked.class_names):
        mine = asked.labels == label
        if label != asked.normal and mine.any():
            shares = [
                1 - share_above(one.scores[mine], threshold)
                for one, threshold in zip(draws, thresholds, strict=True)
            ]
            found[name] = float(np.mean(shares))
    return found


def _cost(
    sides: Sequence[tuple[Values, Values]],
    thresholds: Sequence[float],
    stored: StoredLosses | None,
) -> CostFigures | None:
    """Costs are means over the draws, the threshold and its rates those of the first."""
    if stored is None:
        return None
    losses = Losses(stored.missed, stored.alarm, stored.share)
    found = [cheapest(*one, losses) for one in sides]
    others = [one.elsewhere for one in found if one.elsewhere is not None]
    at_rate = [
        float(losses.of(1 - share_above(defects, threshold), share_above(normal, threshold)))
        for (normal, defects), threshold in zip(sides, thresholds, strict=True)
    ]
    return CostFigures(
        threshold=found[0].threshold,
        missed=found[0].missed,
        alarms=found[0].alarms,
        per_thousand=_THOUSAND * float(np.mean([one.cost for one in found])),
        elsewhere=_THOUSAND * float(np.mean(others)) if others else None,
        at_rate=_THOUSAND * float(np.mean(at_rate)),
    )


def _maps(seen: Seen, threshold: float, asked: Asked) -> list[ScoreMap]:
    """Maps of the highest scores and of the missed defects, lowest scores first among these."""
    highest = np.argsort(-seen.scores, kind="stable")[:_MAPS].tolist()
    missed = (asked.labels != asked.normal) & (seen.scores <= threshold)
    worst = [one for one in np.argsort(seen.scores, kind="stable").tolist() if missed[one]][:_MAPS]
    low, high = float(seen.patches.min()), float(seen.patches.max())
    return [
        ScoreMap.of(int(asked.rows[one]), seen.patches[one].astype(np.float32), low, high)
        for one in dict.fromkeys([*highest, *worst])
    ]
