"""A trial of two classes as defect detection: precision over recall, and the cheapest threshold."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.data.cost_inputs import CostInputs
from engine.trial.anomaly_measures import (
    Cheapest,
    Losses,
    PrecisionRecall,
    cheapest,
    precision_recall,
)
from engine.trial.results import SetName, SetResult, TrialReport


@dataclass(frozen=True)
class TwoClassSet:
    """How the models of a set find defects, of which there are ``defects`` among ``normals``.

    ``cheapest`` is None where costs are not known.
    """

    name: SetName
    curve: PrecisionRecall
    cheapest: Cheapest | None
    defects: int
    normals: int

    @property
    def missed(self) -> int | None:
        """Test pictures of defects that the cheapest threshold misses."""
        return None if self.cheapest is None else round(self.cheapest.missed * self.defects)

    @property
    def alarms(self) -> int | None:
        """Normal test pictures that the cheapest threshold calls defective."""
        return None if self.cheapest is None else round(self.cheapest.alarms * self.normals)

    @property
    def chosen(self) -> tuple[float, float] | None:
        """Recall and precision (0..1) at the cheapest threshold; None where nothing is alarmed."""
        if self.missed is None or self.alarms is None:
            return None
        found = self.defects - self.missed
        called = found + self.alarms
        return (found / self.defects, found / called) if called else None


@dataclass(frozen=True)
class TwoClassView:
    """All sets of a trial.

    ``share`` of defects that costs were reckoned with, 0..1; ``losses`` None without costs.
    """

    defect: str
    normal: str
    share: float
    sets: list[TwoClassSet]
    losses: Losses | None

    def find(self, name: str) -> TwoClassSet | None:
        """A set's view, or None if it took no part."""
        return next((one for one in self.sets if one.name == name), None)


def two_class_view(report: TrialReport, costs: CostInputs) -> TwoClassView | None:
    """A trial as defect detection.

    The defect is the class that the cost inputs call critical. Scores are probabilities, mean over
    the trainings of a set.

    Returns
    -------
    TwoClassView or None
        None unless there are two classes with test pictures, exactly one of them critical, and
        the report has probabilities: earlier versions kept none.
    """
    critical = [name for name in report.class_names if name in costs.critical_classes]
    labels = np.array(report.test_labels, np.int64)
    if len(report.class_names) != 2 or len(critical) != 1 or len(np.unique(labels)) != 2:
        return None
    label = report.class_names.index(critical[0])
    given = costs.defect_share_percent
    share = float((labels == label).mean()) if given is None else given / 100
    losses = None
    if costs.cost_of_missed_defect is not None and costs.cost_of_false_alarm is not None:
        losses = Losses(costs.cost_of_missed_defect, costs.cost_of_false_alarm, share)
    sets = [
        found
        for one in report.sets
        if (found := _set_view(one, labels == label, bool(label), losses)) is not None
    ]
    if not sets:
        return None
    return TwoClassView(critical[0], report.class_names[1 - label], share, sets, losses)


def _set_view(
    one: SetResult, defects: npt.NDArray[np.bool_], second: bool, losses: Losses | None
) -> TwoClassSet | None:
    if one.second is None or len(one.second) != len(defects):
        return None
    scores = np.array(one.second) if second else 1 - np.array(one.second)
    sides = scores[~defects], scores[defects]
    best = None if losses is None else cheapest(*sides, losses)
    return TwoClassSet(one.name, precision_recall(*sides), best, len(sides[1]), len(sides[0]))
