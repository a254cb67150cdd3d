"""The queue in the window: filled from the pages, worked off in order, the curve it gives."""

from __future__ import annotations

import itertools

import pytest

from engine.project import Project
from engine.synthesis import plan, session
from engine.synthesis.eye import make_eye
from engine.trial import PROTOCOLS

LONG = 60_000


@pytest.fixture(autouse=True)
def light_engine(monkeypatch):
    monkeypatch.setitem(plan._EFFORTS, "quick", plan._Effort(pairs=2, steps=3, width=16))
    monkeypatch.setattr(
        session, "make_eye", lambda device, **_: make_eye(device, compile_code=False)
    )
    update = {"epochs": 1, "least_steps": 3, "width": 8}
    monkeypatch.setitem(PROTOCOLS, "trial", PROTOCOLS["trial"].model_copy(update=update))


def settle(window, qtbot):
    qtbot.waitUntil(lambda: not window.services.background.busy, timeout=LONG)


def test_a_run_and_a_curve_are_queued_worked_off_in_order_and_seen(opened, qtbot):
    window, project, by_hand = opened
    condense, trial = window.pages["condense"], window.pages["trial"]
    window.go("condense")
    condense.form.presets["quick"].click()
    condense.form.ipc.setValue(1)
    condense.queueing.add.click()
    assert window.queue_panel.isVisible(), "what was put in is seen"
    assert window.queue_button.text() == "Queue: 1 waiting"
    order = []
    window.jobs.started.connect(lambda job: order.append(job.kind))
    window.queue_panel.start.click()
    qtbot.waitUntil(lambda: not window.services.queue.working, timeout=LONG)
    made = project.runs()[0]
    assert (order, made.status, made.recipe.ipc) == (["condense"], "done", 1)
    assert window.workspace.run.id == by_hand.id, "the run looked at stays"

    window.workspace.select_run(made.id)
    window.go("trial")
    settle(window, qtbot)
    for name, one in trial.form.rows.items():
        one.check.setChecked(name in ("condensed", "random"))
    trial.form.seeds.setValue(1)
    trial.queueing.order()
    dialog = trial.queueing.dialog
    settle(window, qtbot)
    assert "condensed already" in dialog.notes[1].text()
    for box in dialog.boxes.values():
        box.setChecked(False)
    assert dialog.total.text() == "Choose at least one number that is not there yet."
    for ipc, box in dialog.boxes.items():
        box.setChecked(ipc in (1, 5))
    dialog.add.click()
    kinds = [one.kind for one in window.services.queue.content.waiting]
    assert kinds == ["trial", "condense", "trial"]

    window.queue_panel.start.click()
    qtbot.waitUntil(lambda: not window.services.queue.working, timeout=LONG)
    settle(window, qtbot)
    assert order == ["condense", "trial", "condense", "trial"]
    assert [one.state for one in Project.open(project.path).queue.content().entries] == ["done"] * 4
    assert [ipc for ipc, _ in trial.curve.chart.line("condensed")] == [1, 5]
    assert trial.curve.isVisible()
    assert "(x" not in trial.curve.chart.getAxis("bottom").label.toPlainText()
    trial.queueing.order()
    settle(window, qtbot)
    again = trial.queueing.dialog
    assert [ipc for ipc, box in again.boxes.items() if not box.isEnabled()] == [1, 5]
    again.reject()


def test_the_shown_queue_takes_the_place_of_its_notice_and_covers_nothing(opened, qtbot):
    window, project, run = opened
    project.queue.add_trial({"seeds": 1}, run=run.id)
    window.close_project()
    window.resize(1280, 800)
    window.open_project(project.path)
    assert window.queue_notice.isVisible()
    window.queue_button.click()
    assert window.queue_panel.isVisible()
    assert not window.queue_notice.isVisible()
    window.go("condense")
    settle(window, qtbot)
    view = window.pages["condense"].view
    parts = [one for one in (view.chart, view.no_chart, view.zoom, view.samples) if one.isVisible()]
    for above, below in itertools.pairwise(parts):
        assert above.geometry().bottom() < below.geometry().top()
    window.go("inspect")
    settle(window, qtbot)
    bench = window.pages["inspect"].bench
    assert bench.height() >= bench.minimumHeight() > 0
