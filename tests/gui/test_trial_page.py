"""Trial-training through the page."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from PySide6.QtCore import Qt

from engine.data import CondensedSet
from engine.data.recipe import CondenseRecipe
from engine.runtime import text
from engine.trial import PROTOCOLS, TrialReport
from gui.jobs import Job
from gui.pages.trial_parts.curves import report_curves


def shorten(monkeypatch, steps):
    """A rule that is done in a moment."""
    update = {"epochs": 1, "least_steps": steps, "width": 8}
    monkeypatch.setitem(PROTOCOLS, "trial", PROTOCOLS["trial"].model_copy(update=update))


def wait_for_the_end(_emit, token):
    while token.check() is None:
        threading.Event().wait(0.01)


def idle(qtbot, page):
    qtbot.waitUntil(lambda: not page.services.background.busy, timeout=60_000)


def choose(page, *names, seeds=1):
    for name, one in page.form.rows.items():
        one.check.setChecked(name in ("condensed", *names))
    page.form.seeds.setValue(seeds)


def try_out(qtbot, page):
    """Press the button, wait for the end; the job's outcome."""
    with qtbot.waitSignal(page.jobs.ended, timeout=60_000) as caught:
        page.primary.click()
    idle(qtbot, page)
    return caught.args[1]


@pytest.fixture
def page(opened, qtbot, monkeypatch):
    window, _, _ = opened
    shorten(monkeypatch, 6)
    window.go("trial")
    page = window.pages["trial"]
    idle(qtbot, page)
    return page


@pytest.fixture(scope="module")
def stored():
    """The first trial of this module; the small project is the same every time."""
    return {}


@pytest.fixture
def tried(page, qtbot, opened, stored):
    """Tried with two trainings of each set; trained once, then only read."""
    window, _, run = opened
    choose(page, "random", "full", seeds=2)
    if stored:
        run.add_trial({**stored, "run": run.id})
        window.workspace.refresh_runs(select=run.id)
        idle(qtbot, page)
    else:
        assert try_out(qtbot, page).status == "done"
        stored.update(run.trials()[0])
    return page


def shown_sets(page):
    table = page.results.table
    return [table.item(row, 0).text() for row in range(table.rowCount())]


def test_without_a_project_it_leads_to_the_import(window):
    window.go("trial")
    page = window.pages["trial"]
    assert page.stack.currentWidget() is page.empty
    assert not page.primary.isVisible()
    page.empty.button.click()
    assert window.page == "import"


def test_a_run_without_result_leads_to_condensing(window, make_project):
    project, run = make_project()
    run.condensed_path.unlink()
    window.open_project(project.path)
    window.go("trial")
    page = window.pages["trial"]
    assert "No condensed set yet" in page.empty.sentence.text()
    page.empty.button.click()
    assert window.page == "condense"


def test_before_the_first_trial_its_time_is_judged_by_some_steps_of_training(page, qtbot):
    measured = "judged by some steps of training"
    qtbot.waitUntil(lambda: measured in page.reason.text(), timeout=60_000)
    before = page.reason.text()
    page.form.seeds.setValue(page.form.seeds.value() + 4)
    qtbot.waitUntil(
        lambda: measured in page.reason.text() and page.reason.text() != before, timeout=60_000
    )
    with qtbot.waitSignal(page.jobs.ended, timeout=60_000):
        page.jobs.start(Job("samples", wait_for_the_end))
        assert measured not in page.reason.text()
        page.jobs.cancel()


def test_it_says_what_it_will_do(page):
    counts = {name: one.count.text() for name, one in page.form.rows.items()}
    small = "pictures: 6"
    assert counts == {
        "condensed": small,
        "random": small,
        "kmeans": small,
        "herding": small,
        "kcenter": small,
        "packed": "",
        "full": "pictures: 36",
    }
    assert not page.form.rows["packed"].isVisible(), "nothing is packed here"
    assert not page.form.rows["condensed"].check.isEnabled()
    assert page.primary.isEnabled()
    assert page.reason.text() == (
        "Models to train: 18 (sets: 6, trainings of each: 3). Held-out test pictures: 15."
    )
    choose(page, "random", seeds=2)
    assert page.reason.text().startswith("Models to train: 4 (sets: 2, trainings of each: 2).")
    assert not page.decide.isEnabled()
    assert page.decide.toolTip()


def test_a_trial_fills_table_recall_matrix_and_curves(tried):
    page, report = tried, tried.results.report
    assert page.right.currentWidget() is page._results_area
    assert shown_sets(page) == ["All real", "Condensed", "Random real"]
    assert page.results.recall.dumbbells.rows
    condensed = report.find("condensed")
    accuracy = f"{100 * condensed.accuracy_mean:.1f} %"
    assert page.results.table.item(1, 2).text().startswith(accuracy)
    assert condensed.worst[0] in page.results.table.item(1, 3).text()
    drawn = page.results.curves.curves.line("condensed")
    np.testing.assert_allclose(drawn, report_curves(report)["condensed"])
    assert page.decide.isEnabled()
    page.decide.click()
    assert page.window().page == "decide"


def test_the_best_and_the_lowest_are_named(tried):
    table = tried.results.table
    words = [table.item(row, 2).text() for row in range(3)]
    means = {one.accuracy_mean for one in tried.results.report.sets}
    assert any("(best)" in one for one in words) is (len(means) > 1)
    assert any("(lowest)" in one for one in words) is (len(means) > 1)


def test_the_matrix_shows_the_reports_numbers(tried):
    report, tab = tried.results.report, tried.results.confusion
    for name in ("condensed", "full"):
        tab.set.setCurrentIndex(tab.set.findData(name))
        tab.set.activated.emit(tab.set.currentIndex())
        counts = np.array(report.find(name).confusion)
        model = tab.matrix.model()
        for row, column in np.ndindex(counts.shape):
            cell = model.index(row, column)
            assert cell.data() == (str(counts[row, column]) if counts[row, column] else "·")
            tip = cell.data(Qt.ItemDataRole.ToolTipRole)
            assert f"{counts[row, column]} of {counts[row].sum()}" in tip
            assert report.class_names[row] in tip


def test_the_class_that_loses_most_comes_first(tried):
    rows = tried.results.recall.dumbbells.rows
    lost = [row.start - row.end for row in rows]
    assert lost == sorted(lost, reverse=True)
    recall = tried.results.report.find("condensed").recall
    assert {row.name: row.end for row in rows} == pytest.approx(
        {name: 100 * value for name, value in recall.items()}
    )


def test_what_is_no_gain_is_called_so(tried):
    said = " ".join(sentence for _, sentence in tried.results.findings.findings)
    assert "random real samples of the same data size" in said


def test_results_survive_reopening(tried, qtbot, opened):
    window, project, _ = opened
    window.close_project()
    assert window.pages["trial"].stack.currentWidget() is tried.empty
    window.open_project(project.path)
    idle(qtbot, tried)
    assert shown_sets(tried) == ["All real", "Condensed", "Random real"]


def test_earlier_trials_stay_selectable(tried, qtbot):
    choose(tried, seeds=1)
    assert try_out(qtbot, tried).status == "done"
    assert shown_sets(tried) == ["Condensed"]
    assert tried.results.trial.count() == 2
    tried.results.trial.setCurrentIndex(1)
    tried.results.trial.activated.emit(1)
    assert len(shown_sets(tried)) == 3
    tried.shown()
    idle(qtbot, tried)
    assert len(shown_sets(tried)) == 3, "the trial looked at stays chosen"


def test_a_second_trial_has_an_estimate(tried):
    assert "About" in tried.reason.text()


def test_stop_and_keep_shows_what_was_finished(page, qtbot, monkeypatch):
    shorten(monkeypatch, 40)
    choose(page, "random", seeds=10)

    def stop(progress):
        if progress.values.get("seed", 0) >= 1:
            page.jobs.stop()

    page.jobs.progressed.connect(stop)
    outcome = try_out(qtbot, page)
    assert outcome.status == "stopped"
    report = page.results.report
    assert report.stopped
    assert 1 <= len(report.find("condensed").accuracies) < 10
    assert page.results.stopped.isVisible()
    assert "stopped early" in page.results.trial.currentText()


def test_cancel_and_discard_leaves_nothing(page, qtbot, monkeypatch, opened):
    _, _, run = opened
    shorten(monkeypatch, 150)
    choose(page, "random", seeds=10)
    seen = []

    def cancel(_progress):
        seen.append(page.live.doing.text())
        page.jobs.cancel()

    page.jobs.progressed.connect(cancel)
    assert try_out(qtbot, page).status == "cancelled"
    assert seen
    assert run.trials() == []
    assert page.right.currentWidget() is page.none_yet
    assert page.primary.isEnabled()


def test_while_it_trains_the_form_is_locked_and_curves_grow(page, qtbot, monkeypatch):
    shorten(monkeypatch, 150)
    choose(page, "random", seeds=2)
    page.primary.click()
    assert page.right.currentWidget() is page.live
    assert not page.form.model.isEnabled()
    assert page.form.toolTip()
    assert not page.primary.isEnabled()
    assert "running" in page.primary.toolTip()
    qtbot.waitUntil(lambda: len(page.live.curves.line("condensed")) >= 2, timeout=60_000)
    assert "Training on" in page.live.doing.text()
    page.window().services.languages.use("ja")
    qtbot.waitUntil(lambda: "選択" in page.live.doing.text() or "濃縮" in page.live.doing.text())
    page.jobs.cancel()
    qtbot.waitUntil(lambda: not page.jobs.busy, timeout=60_000)
    assert page.form.model.isEnabled()


def test_every_measurement_reaches_the_live_curves(page, qtbot):
    """Trainings shorter than the window's tenth of a second lose no point."""
    choose(page, "random", seeds=2)
    try_out(qtbot, page)
    live = page.live._curves.points()
    wanted = report_curves(page.results.report)
    for name, points in live.items():
        assert [x for x, _ in points] == [x for x, _ in wanted[name]]


def test_without_test_pictures_the_reason_is_the_engines(window, qtbot, make_project):
    project, _ = make_project(test=0)
    window.open_project(project.path)
    window.go("trial")
    page = window.pages["trial"]
    idle(qtbot, page)
    assert not page.primary.isEnabled()
    assert page.reason.text() == text("trial.no_test", file=str(project.path))
    assert page.primary.toolTip() == page.reason.text()


def test_other_pictures_than_condensed_are_refused(window, qtbot, make_project):
    project, run = make_project()
    condensed = run.condensed()
    changed = CondensedSet(**{**vars(condensed), "provenance": {"source_fingerprint": "other"}})
    changed.save(run.condensed_path)
    window.open_project(project.path)
    window.go("trial")
    page = window.pages["trial"]
    idle(qtbot, page)
    assert page.reason.text() == text("trial.other_pictures", file=str(project.path))
    window.services.languages.use("ja")
    japanese = text("trial.other_pictures", "ja", file=str(project.path))
    qtbot.waitUntil(lambda: page.reason.text() == japanese)


def test_another_job_disables_it_and_says_why(page, qtbot):
    page.jobs.start(Job("samples", wait_for_the_end))
    assert not page.primary.isEnabled()
    assert "job is running" in page.reason.text()
    page.jobs.cancel()
    qtbot.waitUntil(lambda: page.primary.isEnabled(), timeout=5000)


def test_another_run_is_chosen_here(tried, qtbot, opened):
    window, project, first = opened
    second = project.new_run(CondenseRecipe(ipc=1))
    first.condensed().save(second.condensed_path)
    window.workspace.refresh_runs()
    assert tried.form.run.count() == 2
    place = tried.form.run.findData(second.id)
    tried.form.run.setCurrentIndex(place)
    tried.form.run.activated.emit(place)
    idle(qtbot, tried)
    assert window.workspace.run.id == second.id
    assert tried.right.currentWidget() is tried.none_yet
    window.workspace.select_run(first.id)
    idle(qtbot, tried)
    assert tried.results.report.run == first.id


def test_a_broken_trial_file_is_left_out(tried, qtbot, opened):
    window, _, run = opened
    (run.folder / "trials" / "0002.json").write_text("{", encoding="utf-8")
    (run.folder / "trials" / "0003.json").write_text("{}", encoding="utf-8")
    window.workspace.refresh_runs()
    idle(qtbot, tried)
    assert tried.results.trial.count() == 1


def test_language_and_theme_change_in_the_middle(tried):
    before: TrialReport = tried.results.report
    services = tried.services
    tried.results.tabs.setCurrentIndex(1)
    services.languages.use("ja")
    services.theme.use("dark")
    assert shown_sets(tried)[1] == text("set.condensed", "ja")
    assert tried.results.report is before
    assert tried.results.tabs.currentIndex() == 1
    assert tried.form.seeds.value() == 2
    assert not tried.form.rows["kmeans"].check.isChecked()
    services.languages.use("en")
    services.theme.use("light")
    assert shown_sets(tried)[1] == "Condensed"


def test_everything_has_a_name(tried):
    results = tried.results
    for widget in (results.table, results.confusion.matrix, results.recall.dumbbells):
        assert widget.accessibleName()
    assert results.curves.curves.accessibleName()
    assert "condensed" in results.recall.dumbbells.accessibleDescription()
