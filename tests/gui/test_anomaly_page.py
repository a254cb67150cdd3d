"""The trial page of a project that learns from normal pictures alone."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from engine.runtime import StopSource
from engine.trial.anomaly import run_anomaly
from engine.trial.anomaly_recipe import AnomalyRecipe
from gui.jobs import Job

QUICK = AnomalyRecipe(lessons=2, width=8, draws=1, device="cpu")


def idle(qtbot, page):
    qtbot.waitUntil(lambda: not page.services.background.busy, timeout=60_000)


@pytest.fixture
def normal_only(make_project):
    return make_project(("good", "burnt"), train=(16, 0), test=6, size=32, ipc=3)


@pytest.fixture
def page(window, normal_only, qtbot):
    window.open_project(normal_only[0].path)
    window.go("trial")
    page = window.pages["trial"]
    idle(qtbot, page)
    return page


def test_a_detector_is_tried_instead_of_a_classifier(page, qtbot, monkeypatch):
    assert page.stack.currentWidget() is page.defects
    assert not page.primary.isVisible()
    desk = page.defects
    assert desk.right.currentWidget() is desk.none_yet
    monkeypatch.setattr(desk.form, "recipe", lambda: QUICK)
    with qtbot.waitSignal(page.jobs.ended, timeout=60_000) as caught:
        desk.form.start.click()
    assert caught.args[1].status == "done"
    idle(qtbot, page)
    qtbot.waitUntil(lambda: bool(desk.results.reports), timeout=10_000)
    words = desk.results.table.words()
    assert [one[0].split("\n")[0] for one in words] == [
        "all normal pictures", "condensed", "k-center real", "random real",
    ]  # fmt: skip
    assert desk.results.shown.name == "condensed"
    assert desk.results.scores.threshold.value() == desk.results.shown.thresholds[0]
    assert desk.results.findings.findings


def test_stored_results_are_shown_and_follow_the_set_chosen(window, normal_only, qtbot):
    report = run_anomaly(*normal_only, QUICK, emit=lambda event: None, token=StopSource().token)
    window.open_project(normal_only[0].path)
    window.go("trial")
    page = window.pages["trial"]
    idle(qtbot, page)
    results = page.defects.results
    assert results.report == report
    place = results.set_choice.findData("full")
    results.set_choice.setCurrentIndex(place)
    results.set_choice.activated.emit(place)
    assert results.scores.threshold.value() == report.find("full").thresholds[0]
    shots = results.strips.highest.shots
    assert shots
    assert all(one.pixels is not None for one in shots)
    window.resize(1280, 800)
    idle(qtbot, page)
    table = results.table
    used = sum(table.columnWidth(place) for place in range(table.columnCount()))
    assert used <= table.viewport().width(), "all columns are seen"
    window.services.languages.use("ja")
    assert results.table.words()[1][0].startswith("濃縮データ\n")


def test_a_busy_computer_and_a_missing_file_are_said(page, qtbot, monkeypatch):
    form = page.defects.form
    form.network.setCurrentIndex(form.network.findData("weights"))
    assert not form.start.isEnabled()
    assert "weights file" in form.reason.text()
    monkeypatch.setattr(
        "gui.pages.trial_parts.anomaly_form.QFileDialog.getOpenFileName",
        lambda *_: ("/somewhere/own.pt", ""),
    )
    form.file.click()
    assert form.start.isEnabled()
    assert form.recipe().weights == str(Path("/somewhere/own.pt"))
    form.network.setCurrentIndex(0)
    assert form.recipe().weights is None
    gate = threading.Event()
    page.jobs.start(Job("trial", lambda emit, token: gate.wait(10)))
    assert not form.start.isEnabled()
    assert "job is running" in form.reason.text()
    gate.set()


def test_an_ordinary_project_keeps_its_trial(opened, qtbot):
    window, _, _ = opened
    window.go("trial")
    page = window.pages["trial"]
    idle(qtbot, page)
    assert page.stack.currentWidget() is not page.defects
    assert page.primary.isVisible()
