"""A trial of two classes as defect detection, in the window."""

from __future__ import annotations

import pytest

from engine.trial import PROTOCOLS, CostInputs, SetResult, TrialRecipe, TrialReport
from gui.app import application
from gui.language import Languages
from gui.pages.trial_parts.results import Results

# Five defects, then ten good pictures: probabilities of "good", the second class.
LABELS = [0] * 5 + [1] * 10
CLEAR = [0.1] * 5 + [0.9] * 10
MIXED = [0.1] * 4 + [0.8] + [0.35] + [0.9] * 9
COSTS = CostInputs(
    critical_classes=("burnt",),
    cost_of_missed_defect=1000.0,
    cost_of_false_alarm=10.0,
    defect_share_percent=10.0,
    currency="EUR",
)


def result(name, second) -> SetResult:
    return SetResult(
        name=name,
        images=4,
        bytes=1000,
        accuracies=[0.9],
        accuracy_mean=0.9,
        accuracy_std=0.0,
        balanced_mean=0.9,
        balanced_std=0.0,
        recall={"burnt": 0.8, "good": 1.0},
        confusion=[[4, 1], [0, 10]],
        seconds=1.0,
        steps=10,
        second=second,
    )


@pytest.fixture
def trial() -> TrialReport:
    return TrialReport(
        run="r",
        created="2026-01-01T00:00:00+00:00",
        device="CPU",
        recipe=TrialRecipe(),
        protocol=PROTOCOLS["trial"],
        class_names=["burnt", "good"],
        test_images=15,
        test_counts=[5, 10],
        condense_seconds=1.0,
        sets=[result("condensed", MIXED), result("full", CLEAR)],
        test_labels=LABELS,
    )


@pytest.fixture
def results(qtbot) -> Results:
    made = Results()
    qtbot.addWidget(made)
    return made


def shown(results: Results) -> bool:
    return results.tabs.isTabVisible(results.tabs.indexOf(results.two_class))


def test_the_cheapest_threshold_is_told_and_marked(results, trial):
    results.show_trials([trial], COSTS)
    tab = results.two_class
    assert shown(results)
    rows = {row[0]: row[1:] for row in tab.table.words()}
    # All five: a missed defect costs 0.1 × 1000 / 5, an alarm 0.9 × 10 / 10.
    assert rows["Condensed"][2:4] == ["0 of 5", "1 of 10"]
    assert rows["All real"][2:4] == ["0 of 5", "0 of 10"]
    told = tab.summary.text()
    assert "Missed defects: 0 of 5. False alarms: 1 of 10." in told
    assert "All real: cheapest is to call a picture “burnt” from 50.0 % on." in told
    assert "missed defect €1,000, false alarm €10" in tab.note.text()
    assert "10.0 % defective parts" in tab.note.text()
    assert tab.chart.chosen("condensed") == pytest.approx((100, 100 * 5 / 6))
    assert tab.chart.chosen("full") == (100, 100)
    assert tab.chart.accessibleDescription() == told


def test_a_threshold_that_alarms_at_all_or_nothing_is_said_so(results, trial):
    sure = COSTS.model_copy(update={"cost_of_missed_defect": 0.01, "cost_of_false_alarm": 1e6})
    hopeless = [0.9] * 5 + [0.1] * 10
    upside = trial.model_copy(update={"sets": [result("condensed", hopeless)]})
    results.show_trials([upside], sure)
    assert "call no picture “burnt”. Missed defects: 5 of 5." in results.two_class.summary.text()
    assert results.two_class.chart.chosen("condensed") is None
    dear = COSTS.model_copy(update={"cost_of_missed_defect": 1e6, "cost_of_false_alarm": 0.01})
    results.show_trials([upside], dear)
    assert "call every picture “burnt”" in results.two_class.summary.text()


def test_what_is_missing_is_said(results, trial):
    results.show_trials([trial], COSTS.model_copy(update={"cost_of_false_alarm": None}))
    tab = results.two_class
    assert "cost of a missed defect and of a false alarm" in tab.summary.text()
    assert tab.table.columnCount() == 2
    assert tab.chart.chosen("condensed") is None
    results.show_trials([trial], CostInputs())
    assert "Critical classes" in tab.summary.text()
    assert not tab.chart.isVisibleTo(tab)
    results.show_trials([trial.model_copy(update={"test_labels": []})], COSTS)
    assert "older" in tab.summary.text()
    three = trial.model_copy(update={"class_names": ["burnt", "good", "bent"]})
    assert not tab.show_report(three, COSTS)


def test_axes_follow_the_language_also_of_charts_that_are_not_seen(results, trial):
    from engine.trial.results import Reliability

    bins = Reliability(count=[15], confidence=[0.9], accuracy=[0.8])
    known = [one.model_copy(update={"reliability": bins}) for one in trial.sets]
    results.show_trials([trial.model_copy(update={"sets": known})], COSTS)
    results.show_trials([trial], CostInputs())  # an older one, without calibration
    charts = (results.figures.chart, results.curves.curves, results.two_class.chart)
    languages = Languages(application())
    titles = {}
    try:
        for language in ("en", "ja"):
            languages.use(language)
            titles[language] = [
                chart.getAxis(side).labelText for chart in charts for side in ("left", "bottom")
            ]
    finally:
        languages.use("en")
        languages.deleteLater()
    assert titles["en"][0] == "Accuracy (%)"
    assert titles["ja"][0] == "正解率(%)"
    for english, japanese in zip(titles["en"][:4], titles["ja"][:4], strict=True):
        assert english
        assert english != japanese


def test_the_legend_shows_marks_and_dashes(results, trial):
    results.show_trials([trial], COSTS)
    drawn = [sample.item for sample, _ in results.two_class.chart._legend.items]
    assert len({one.opts["symbol"] for one in drawn} - {None}) == 2
    assert len({one.opts["pen"].style() for one in drawn}) == 2
