"""Further models, figures, baselines and the pictures behind a confusion, on the trial page."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from engine.networks import make_model
from engine.runtime import StopSource
from engine.trial import CostInputs, SetResult, TrialRecipe, run_trial
from engine.trial.cells import knows_pictures, pictures_of_cell
from engine.trial.results import Mistakes


def idle(qtbot, page):
    qtbot.waitUntil(lambda: not page.services.background.busy, timeout=60_000)


@pytest.fixture
def tried(opened, qtbot):
    """A window whose run was tried with a further model, in a few steps."""
    window, project, run = opened
    recipe = TrialRecipe(
        seeds=2,
        epochs=1,
        least_steps=3,
        width=8,
        against=("random", "full"),
        also=("mobilenet",),
        device="cpu",
        watts=200,
    )
    run_trial(project, run, recipe, emit=lambda event: None, token=StopSource().token)
    window.workspace.refresh_runs(select=run.id)
    window.go("trial")
    page = window.pages["trial"]
    idle(qtbot, page)
    return page


def test_further_figures_are_the_reports(tried):
    report, tab = tried.results.report, tried.results.figures
    rows = {row[0]: row for row in tab.table.words()}
    condensed = report.find("condensed")
    assert rows["Condensed"][1] == f"{100 * condensed.macro_f1_mean:.1f} %"
    assert rows["Condensed"][2] == f"{100 * condensed.calibration_error:.1f} %"
    assert rows["Condensed"][5] == "3"
    assert "200 W" in tab.note.text()
    assert f"{100 * report.recovered_share:.1f}" in tab.summary.text()
    assert len(tab.chart.points()) == sum(1 for one in condensed.reliability.count if one)


def test_a_row_for_each_model(tried):
    tab = tried.results.models
    assert tried.results.tabs.isTabVisible(4)
    assert [row[0] for row in tab.table.words()] == ["ConvNet", "MobileNetV3-Small"]
    ((_, sentence),) = tab.findings.findings
    assert sentence.startswith("MobileNetV3-Small")


def test_an_old_report_is_shown_without_what_it_lacks(tried):
    report = tried.results.report
    bare = [
        one.model_copy(
            update={
                "macro_f1": [],
                "calibration_errors": [],
                "reliability": None,
                "mistakes": None,
                "seconds_to_95": None,
                "energy_wh": None,
            }
        )
        for one in report.sets
    ]
    old = report.model_copy(update={"sets": bare, "further": [], "fingerprint": None})
    tried.results.show_trials([old], CostInputs())
    assert not tried.results.tabs.isTabVisible(4)
    assert tried.results.figures.table.words()[0][1] == "–"
    assert "older" in tried.results.figures.chart_note.text()
    assert "Choose a cell" not in tried.results.confusion.note.text()


def test_a_better_baseline_is_said_first(tried):
    report, means = tried.results.report, {"condensed": 0.4, "random": 0.7}
    sets = [
        one.model_copy(update={"accuracy_mean": means.get(one.name, 0.9), "accuracy_std": 0.0})
        for one in report.sets
    ]
    tried.results.show_trials([report.model_copy(update={"sets": sets})], CostInputs())
    good, sentence = tried.results.findings.findings[0]
    assert not good
    assert "Random real reach 70.0 %, the condensed set 40.0 %" in sentence


def test_a_cell_leads_to_its_pictures(tried, qtbot):
    report, tab = tried.results.report, tried.results.confusion
    assert "Choose a cell" in tab.note.text()
    counts = np.array(report.find("condensed").confusion)
    true, said = np.unravel_index(counts.argmax(), counts.shape)
    images = tried.workspace.image_set
    rows = pictures_of_cell(report.find("condensed"), images, true=true, said=said)
    assert set(images.labels[rows]) == {true}
    assert set(images.split[rows]) == {1}
    tab.matrix.setCurrentIndex(tab.matrix.model().index(true, said))
    qtbot.keyClick(tab.matrix, Qt.Key.Key_Return)
    window = tried.window()
    assert window.page == "inspect"
    inspect = window.pages["inspect"]
    qtbot.waitUntil(lambda: inspect.gallery.real.rows.tolist() == rows.tolist(), timeout=20_000)
    assert not inspect.gallery.samples
    first = images.sources[rows[0]]
    qtbot.waitUntil(lambda: inspect.bench.source.text().endswith(first), timeout=20_000)


def test_pictures_of_a_cell_by_hand(opened):
    _, project, _ = opened
    with project.image_set() as images:
        tested = images.indices("test", 0).tolist()
        result = SetResult.model_construct(
            accuracies=[0.5, 0.5],
            mistakes=Mistakes(
                row=[tested[0], tested[1], tested[2], tested[2]],
                said=[1, 1, 1, 2],
                times=[2, 1, 1, 1],
            ),
        )
        assert pictures_of_cell(result, images, true=0, said=1).tolist() == tested[:3]
        assert pictures_of_cell(result, images, true=0, said=2).tolist() == [tested[2]]
        assert pictures_of_cell(result, images, true=1, said=2).tolist() == []
        right = [row for row in tested if row not in (tested[0], tested[2])]
        assert pictures_of_cell(result, images, true=0, said=0).tolist() == right


def test_other_pictures_than_tried_are_not_shown(tried):
    report = tried.results.report
    images = tried.workspace.image_set
    assert knows_pictures(report, images)
    assert not knows_pictures(report.model_copy(update={"fingerprint": "other"}), images)


def test_options_make_the_recipe(opened, qtbot, monkeypatch, tmp_path):
    window, _, _ = opened
    window.go("trial")
    page = window.pages["trial"]
    idle(qtbot, page)
    options = page.form.options
    options.fold.open()
    assert options.also["convnet"].isHidden()
    options.also["efficientnet"].setChecked(True)
    options.stop.setCurrentIndex(1)
    options.watts.setValue(150)
    assert "same number of steps" in page.form.rule.text()
    assert "kinds: 2," in page.reason.text()
    path = tmp_path / "mine.pt"
    torch.save(make_model("convnet", channels=1, classes=2, size=16).state_dict(), path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    options.choose.click()
    recipe = page.form.recipe()
    assert (recipe.also, recipe.stop, recipe.watts) == (("efficientnet",), "steps", 150)
    assert recipe.weights == str(path)
    assert "tenth of the usual" in page.form.rule.text()
    options.clear.click()
    assert page.form.recipe().weights is None
    page.form.model.setCurrentIndex(page.form.model.findData("efficientnet"))
    assert page.form.recipe().also == ()
    assert options.also["efficientnet"].isHidden()
