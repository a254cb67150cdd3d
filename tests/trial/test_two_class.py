"""A trial of two classes seen as defect detection."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.metrics import average_precision_score

from engine.runtime import StopSource
from engine.trial import CostInputs, TrialRecipe, TrialReport, run_trial
from engine.trial.two_class import two_class_view

QUICK = TrialRecipe(seeds=2, epochs=2, least_steps=8, width=16, device="cpu", against=("full",))
COSTS = CostInputs(
    critical_classes=("bent",),
    cost_of_missed_defect=1000.0,
    cost_of_false_alarm=10.0,
    defect_share_percent=2.0,
)


@pytest.fixture
def trial(make_project) -> TrialReport:
    made = make_project(("bent", "plain"), test=8)
    return run_trial(*made, QUICK, emit=lambda event: None, token=StopSource().token)


def test_precision_over_recall_and_the_cheapest_threshold(trial):
    view = two_class_view(trial, COSTS)
    assert (view.defect, view.normal, view.share) == ("bent", "plain", 0.02)
    assert [one.name for one in view.sets] == [one.name for one in trial.sets]
    truth = np.array(trial.test_labels) == 0
    for one, result in zip(view.sets, trial.sets, strict=True):
        expected = average_precision_score(truth, 1 - np.array(result.second))
        assert one.curve.average == pytest.approx(expected)
        always_alarm = 0.98 * 10
        assert one.cheapest.cost <= min(always_alarm, 0.02 * 1000) + 1e-9
        assert -1 <= one.cheapest.threshold <= 2


def test_without_one_critical_class_there_is_no_view(trial):
    assert two_class_view(trial, CostInputs()) is None
    both = COSTS.model_copy(update={"critical_classes": ("bent", "plain")})
    assert two_class_view(trial, both) is None
    free = COSTS.model_copy(update={"cost_of_missed_defect": None})
    assert all(one.cheapest is None for one in two_class_view(trial, free).sets)


def test_reports_of_earlier_versions_have_none(trial):
    stored = trial.as_dict()
    del stored["test_labels"]
    for one in stored["sets"]:
        del one["second"]
    assert two_class_view(TrialReport.from_dict(stored), COSTS) is None


def test_more_classes_keep_no_probabilities(make_project):
    recipe = QUICK.model_copy(update={"seeds": 1, "least_steps": 2, "against": ()})
    report = run_trial(*make_project(), recipe, emit=lambda event: None, token=StopSource().token)
    assert report.test_labels == []
    assert report.find("condensed").second is None
