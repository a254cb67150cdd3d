"""Deciding through the page: verdict, figures, costs, ways out."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from engine.data.cost_words import bounds
from engine.data.recipe import CondenseRecipe
from engine.report.wording import money
from engine.runtime import StopSource, UserError, text
from engine.trial import (
    CostInputs,
    SetResult,
    TrialRecipe,
    TrialReport,
    keep_costs,
    project_costs,
    return_on_investment,
    run_trial,
)
from gui.jobs import Job

NAMES = ["flat", "steep", "upright"]


def result(name, accuracy, *, seconds=2.0, images=6):
    """A set's result over three trainings on five test pictures a class."""
    return SetResult(
        name=name,
        images=images,
        bytes=256 * images,
        accuracies=[accuracy] * 3,
        accuracy_mean=accuracy,
        accuracy_std=0.0,
        balanced_mean=accuracy,
        balanced_std=0.0,
        recall=dict.fromkeys(NAMES, accuracy),
        confusion=[[10, 0, 0], [0, 10, 0], [0, 0, 10]],
        seconds=seconds,
        steps=4,
    )


def worthwhile(run, *, full=True, stopped=False):
    """A stored trial whose condensed set is worth it."""
    recipe = TrialRecipe(seeds=3)
    sets = [result("condensed", 0.9), result("random", 0.2)]
    if full:
        sets.append(result("full", 0.92, seconds=120.0, images=36))
    return TrialReport(
        run=run.id,
        created="2026-01-02T03:04:05+09:00",
        device="CPU",
        recipe=recipe,
        protocol=recipe.full_protocol(),
        class_names=NAMES,
        test_images=15,
        test_counts=[5, 5, 5],
        condense_seconds=90.0,
        stopped=stopped,
        sets=sets,
    ).as_dict()


def wait_for_the_end(_emit, token):
    while token.check() is None:
        threading.Event().wait(0.01)


def idle(qtbot, page):
    qtbot.waitUntil(lambda: not page.services.background.busy, timeout=60_000)


def show(qtbot, window):
    window.workspace.refresh_runs()
    window.go("decide")
    page = window.pages["decide"]
    idle(qtbot, page)
    return page


@pytest.fixture
def page(opened, qtbot):
    window, _, run = opened
    run.add_trial(worthwhile(run))
    return show(qtbot, window)


def decision(page, run, costs=None):
    report = TrialReport.from_dict(run.trials()[-1])
    return return_on_investment(report, costs or page.costs.costs())


def type_into(field, words):
    """As an input method commits what was typed."""
    field.setFocus()
    field.selectAll()
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(field.lineEdit(), event)


def test_without_a_trial_it_leads_there(opened, qtbot):
    window, _, _ = opened
    page = show(qtbot, window)
    assert page.stack.currentWidget() is page.empty
    assert "has not been tried" in page.empty.sentence.text()
    page.empty.button.click()
    assert window.page == "trial"


def test_without_a_project_it_leads_to_the_import(window):
    window.go("decide")
    page = window.pages["decide"]
    assert not page.primary.isVisible()
    assert not page.export.isVisible()
    page.empty.button.click()
    assert window.page == "import"


def test_a_real_trial_is_weighed_as_the_engine_does(opened, qtbot):
    window, project, run = opened
    recipe = TrialRecipe(
        seeds=1, against=("random", "full"), epochs=1, least_steps=4, width=8, device="cpu"
    )
    run_trial(project, run, recipe, emit=lambda _event: None, token=StopSource().token)
    page = show(qtbot, window)
    answer = decision(page, run)
    assert page.verdict.sentence.text() == answer.sentence("en")
    shown = [sentence for _, sentence in page.verdict.reasons.findings]
    assert shown == [one.sentence("en") for one in answer.reasons]


def test_three_figures_and_what_they_rest_on(page, opened):
    _, _, run = opened
    answer = decision(page, run)
    assert page.verdict.accuracy.value.text() == "−2.0 points"
    assert page.verdict.money.value.text() == money(answer.net_year, "JPY")
    assert page.verdict.time.value.text() == "118 s"
    assert "Held-out real pictures: 15" in page.basis.lines.text()
    assert "trainings of each set: 3" in page.basis.lines.text()


def test_the_verdict_has_an_icon_and_a_colour_beside_its_word(page):
    assert not page.verdict.picture.pixmap().isNull()
    assert page.verdict.sentence.property("role") in ("good", "warning", "bad")
    assert page.verdict.sentence.text().split(":")[0] in ("Adopt", "Pilot further", "Do not use")


def test_costs_change_the_verdict_and_stay_with_the_project(page, qtbot, opened):
    window, project, run = opened
    before = page.verdict.money.value.text()
    page.costs.workstation.setValue(3000)
    page.costs.waits.setChecked(True)
    page.costs.accepted.setValue(0.5)
    assert page.verdict.money.value.text() != before
    assert page.verdict.sentence.text() == decision(page, run).sentence("en")
    assert page.verdict.sentence.property("role") == "bad"
    page.costs.currency.setCurrentIndex(page.costs.currency.findData("EUR"))
    assert page.verdict.money.value.text().startswith("€")
    assert "EUR" in page.costs.workstation.text()
    qtbot.waitUntil(lambda: project_costs(project).currency == "EUR", timeout=5000)
    window.close_project()
    window.open_project(project.path)
    kept = page.costs.costs()
    assert (kept.workstation_per_hour, kept.engineer_waits, kept.currency) == (3000, True, "EUR")


def test_an_edit_is_kept_with_its_own_project_when_it_is_closed_at_once(page, opened):
    window, project, _ = opened
    page.costs.retrainings.setValue(77)
    window.close_project()
    assert project_costs(project).retrainings_per_month == 77


def test_time_of_a_training_today_scales_the_saving(page):
    assert page.costs.today.text() == "as the trial measured it"
    assert page.costs.costs().training_minutes_today is None
    page.costs.today.setValue(240)
    assert page.verdict.time.value.text() == "3.9 h"
    page.costs.today.setValue(0)
    assert page.verdict.time.value.text() == "118 s"


def test_full_width_digits_are_understood(page):
    type_into(page.costs.retrainings, "４５")
    assert page.costs.costs().retrainings_per_month == 45


def test_ranges_are_those_of_the_schema(page):
    for field, name in (
        (page.costs.retrainings, "retrainings_per_month"),
        (page.costs.accepted, "accepted_loss_points"),
        (page.costs.today, "training_minutes_today"),
    ):
        assert (field.minimum(), field.maximum()) == bounds(name)
        for value in bounds(name):
            field.setValue(value)
            assert page.costs.costs()
    assert bounds("accepted_loss_points") == (0, 100)


def test_costs_that_cannot_be_kept_are_told(page, opened, qtbot, monkeypatch):
    window, _, _ = opened

    def refuse(_project, _costs):
        raise UserError("file.cannot_write", file="p", reason="read-only")

    monkeypatch.setattr("gui.pages.decide_page.keep_costs", refuse)
    page.costs.retrainings.setValue(5)
    qtbot.waitUntil(lambda: bool(window.banners.messages), timeout=5000)
    assert window.banners.messages[0].key == "file.cannot_write"
    assert page.costs.retrainings.value() == 5


def test_without_full_data_the_unknown_is_said(opened, qtbot):
    window, _, run = opened
    run.add_trial(worthwhile(run, full=False))
    page = show(qtbot, window)
    assert page.verdict.time.value.text() == page.verdict.money.value.text() == "–"
    assert page.verdict.accuracy.value.text() == "90.0 %"
    shown = [sentence for _, sentence in page.verdict.reasons.findings]
    assert text("roi.no_full") in shown


def test_inspection_verdicts_are_counted(page, opened, qtbot):
    window, _, run = opened
    run.judge(0, "accepted")
    run.judge(1, "rejected")
    page = show(qtbot, window)
    assert page.basis.judged.text() == text(
        "report.judged", accepted="1", rejected="1", hold="0", open="4"
    )


def test_a_stopped_trial_is_called_so(opened, qtbot):
    window, _, run = opened
    run.add_trial(worthwhile(run, stopped=True))
    assert text("report.trial_stopped") in show(qtbot, window).basis.lines.text()


def test_another_run_has_its_own_answer(page, qtbot, opened):
    window, project, first = opened
    second = project.new_run(CondenseRecipe(ipc=1))
    first.condensed().save(second.condensed_path)
    window.workspace.refresh_runs(select=second.id)
    idle(qtbot, page)
    assert page.stack.currentWidget() is page.empty
    window.workspace.select_run(first.id)
    idle(qtbot, page)
    assert page.stack.currentWidget() is not page.empty


def test_another_project_brings_its_own_costs(page, opened):
    window, project, _ = opened
    keep_costs(project, CostInputs(retrainings_per_month=3))
    window.open_project(project.path)
    assert page.costs.retrainings.value() == 3


def test_language_and_theme_change_in_the_middle(page, opened):
    _, _, run = opened
    page.costs.retrainings.setValue(33)
    page.services.languages.use("ja")
    page.services.theme.use("dark")
    assert page.verdict.sentence.text() == decision(page, run).sentence("ja")
    assert page.verdict.accuracy.name.text() == text("report.accuracy_change", "ja")
    assert page.costs.costs().retrainings_per_month == 33
    page.services.languages.use("en")
    page.services.theme.use("light")
    assert page.verdict.sentence.text() == decision(page, run).sentence("en")


def test_a_running_job_disables_the_ways_out_and_says_why(page, qtbot):
    page.jobs.start(Job("samples", wait_for_the_end))
    for control in (page.primary, page.export):
        assert not control.isEnabled()
        assert "job is running" in control.toolTip()
    assert "job is running" in page.reason.text()
    page.jobs.cancel()
    qtbot.waitUntil(lambda: page.primary.isEnabled() and page.export.isEnabled(), timeout=5000)


def test_the_report_is_written_where_asked(page, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "報告.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    with qtbot.waitSignal(page.jobs.ended, timeout=60_000) as caught:
        page.primary.click()
    assert caught.args[1].status == "done"
    assert page.verdict.sentence.text() in target.read_text(encoding="utf-8")


def test_the_set_is_exported_where_asked(page, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "set.h5"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    with qtbot.waitSignal(page.jobs.ended, timeout=60_000):
        page.export.hdf5.trigger()
    assert target.is_file()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path))
    with qtbot.waitSignal(page.jobs.ended, timeout=60_000) as caught:
        page.export.folder.trigger()
    assert any(caught.args[1].result.iterdir())


def test_everything_has_a_name(page):
    for field in (*page.costs.numbers(), page.costs.currency):
        assert field.accessibleName()
    assert page.costs.waits.text()
    assert page.verdict.accuracy.value.accessibleName()
