"""The stress of a trial in the window: asked for with a tick, shown in a tab."""

from __future__ import annotations

import pytest

from engine.runtime import StopSource
from engine.trial import CostInputs, TrialRecipe, run_trial
from gui.pages.trial_parts.form import TrialForm
from gui.pages.trial_parts.plan import estimate
from gui.pages.trial_parts.results import Results

RECIPE = TrialRecipe(
    seeds=2, epochs=1, least_steps=3, width=8, against=("random",), stress=True, device="cpu"
)


@pytest.fixture
def report(make_project):
    return run_trial(*make_project(), RECIPE, emit=lambda event: None, token=StopSource().token)


def test_the_tick_reaches_the_recipe_and_is_locked_while_training(qtbot):
    form = TrialForm()
    qtbot.addWidget(form)
    assert not form.recipe().stress
    with qtbot.waitSignal(form.changed):
        form.options.stress.click()
    assert form.recipe().stress
    assert "tenth of its labels" in form.options.stress.accessibleDescription()
    form.allow(False)
    assert not form.options.stress.isEnabled()


def test_the_estimate_counts_trainings_under_strain(report):
    sizes = {"condensed": 6, "random": 6}
    plain = RECIPE.model_copy(update={"stress": False})
    once, with_stress = (estimate(one, sizes, [report]) for one in (plain, RECIPE))
    assert 2 * once < with_stress <= 3 * once


def test_falls_are_shown_where_there_was_a_stress(report, qtbot):
    results = Results()
    qtbot.addWidget(results)
    results.show_trials([report], CostInputs())
    tab, place = results.stress, results.tabs.indexOf(results.stress)
    assert results.tabs.isTabVisible(place)
    for strain, table in tab.tables.items():
        rows = {row[0]: row for row in table.words()}
        one = report.stress.find(strain, "condensed")
        assert set(rows) == {"Condensed", "Random real"}
        assert rows["Condensed"][4].split(" ")[0].replace("−", "-") == f"{100 * one.fall.mean:.1f}"
        assert one.worst[0] in rows["Condensed"][5]
    assert "is not measured here" in tab.note.text()
    results.show_trials([report.model_copy(update={"stress": None})], CostInputs())
    assert not results.tabs.isTabVisible(place)
    strange = report.stress.results[0].model_copy(update={"name": "full", "recall": {}})
    stress = report.stress.model_copy(update={"results": [strange]})
    results.show_trials([report.model_copy(update={"stress": stress})], CostInputs())
    ((_, *_, worst),) = tab.tables["flipped"].words()
    assert worst == "–"
    assert tab.tables["imbalanced"].rowCount() == 0
