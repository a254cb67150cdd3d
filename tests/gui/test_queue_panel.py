"""The queue beside the window: worked off in order, stopped, cancelled, closed, shown."""

from __future__ import annotations

import threading
from functools import partial

import pytest
from PySide6.QtCore import Qt

from engine.data.recipe import CondenseRecipe
from engine.project.queue import Queue
from engine.project.queue_entry import Failure
from engine.runtime import Stopped, UserError
from gui.jobs import Job, JobController, QueueWorker, queue_worker
from gui.queue_notice import QueueNotice
from gui.queue_panel import QueuePanel
from gui.workspace import Workspace


class Bench:
    """A worker on a small project; ``work`` stands for what takes hours."""

    def __init__(self, project, run, monkeypatch):
        self.project, self.run = project, run
        self.jobs, self.workspace = JobController(), Workspace()
        self.worker = QueueWorker(self.jobs, self.workspace)
        self.errors, self.done = [], []
        self.worker.failed.connect(self.errors.append)
        monkeypatch.setattr(queue_worker, "work_on", self._work)
        self.hold = False

    def _work(self, project, entry, run, *, emit, token):
        self.done.append(entry.number)
        if entry.recipe.get("seeds") == 9:
            raise UserError("file.missing", file="a.png")
        while self.hold and token.check() is None:
            threading.Event().wait(0.005)
        if token.mode is not None and entry.recipe.get("seeds") == 8:
            raise Stopped(token.mode)  # before there was anything to keep
        return None if token.mode is not None and token.mode.value == "discard" else "result"

    def open(self):
        self.workspace.open(self.project.path)

    def add(self, seeds):
        values = {"seeds": seeds}
        self.worker.add(lambda project: project.queue.add_trial(values, run=self.run.id))
        return self.worker.content.entries[-1].number

    def states(self):
        return {one.number: one.state for one in self.project.queue.content().entries}


@pytest.fixture
def bench(qtbot, make_project, monkeypatch):
    project, run = make_project()
    made = Bench(project, run, monkeypatch)
    yield made
    made.worker.halt()
    if made.jobs.busy:
        made.jobs.cancel()
        qtbot.waitUntil(lambda: not made.jobs.busy, timeout=30_000)
    made.workspace.close()


@pytest.fixture
def opened_bench(bench):
    bench.open()
    return bench


def finished(bench):
    return not bench.worker.working and not bench.jobs.busy


def test_entries_are_done_in_order_past_a_failure(qtbot, opened_bench):
    bench = opened_bench
    first, bad, last = bench.add(1), bench.add(9), bench.add(2)
    assert not bench.jobs.busy, "nothing starts unasked"
    bench.worker.start()
    qtbot.waitUntil(lambda: finished(bench), timeout=30_000)
    assert bench.done == [first, bad, last]
    assert bench.states() == {first: "done", bad: "failed", last: "done"}
    failure = bench.worker.content.entries[1].failure
    assert "a.png was not found" in failure.sentence("en")


@pytest.mark.parametrize(
    ("ask", "seeds", "state"),
    [("stop", 1, "done"), ("stop", 8, "waiting"), ("cancel", 1, None)],
)
def test_ending_its_job_stops_the_queue(qtbot, opened_bench, ask, seeds, state):
    bench = opened_bench
    bench.hold = True
    first, second = bench.add(seeds), bench.add(2)
    bench.worker.start()
    qtbot.waitUntil(lambda: bench.done == [first], timeout=30_000)
    assert bench.states()[first] == "running"
    getattr(bench.jobs, ask)()
    qtbot.waitUntil(lambda: finished(bench), timeout=30_000)
    qtbot.wait(20)
    assert bench.done == [first]
    assert bench.states() == {**({first: state} if state else {}), second: "waiting"}


@pytest.mark.parametrize("ask", ["stop", "cancel"])
def test_what_runs_when_the_window_closes_waits_again(qtbot, opened_bench, ask):
    bench = opened_bench
    bench.hold = True
    made = bench.add(1)
    bench.worker.start()
    qtbot.waitUntil(lambda: bench.done == [made], timeout=30_000)
    bench.worker.close()
    getattr(bench.jobs, ask)()
    qtbot.waitUntil(lambda: not bench.jobs.busy, timeout=30_000)
    assert bench.states() == {made: "waiting"}


def test_it_waits_for_a_job_that_runs_already(qtbot, opened_bench):
    bench = opened_bench
    made, go = bench.add(1), threading.Event()
    bench.jobs.start(Job("export", lambda emit, token: go.wait(10)))
    bench.worker.start()
    assert bench.done == []
    go.set()
    qtbot.waitUntil(lambda: bench.states() == {made: "done"}, timeout=30_000)


def test_a_condensing_gets_a_run_that_its_trial_is_told(qtbot, opened_bench):
    bench = opened_bench
    queue = bench.project.queue
    made = queue.add_condense(CondenseRecipe(ipc=1)).number
    trial = queue.add_trial({"seeds": 1}, maker=made).number
    bench.worker.start()
    qtbot.waitUntil(lambda: bench.states() == {made: "done", trial: "done"}, timeout=30_000)
    entries = bench.worker.content.entries
    assert entries[0].run == entries[1].run == bench.project.runs()[0].id != bench.run.id


def test_the_panel_follows_what_runs_and_says_when_it_will_stop(qtbot, opened_bench):
    bench = opened_bench
    panel = QueuePanel(bench.worker, bench.jobs)
    qtbot.addWidget(panel)
    panel.resize(900, panel.height())
    panel.show()
    numbers = [bench.add(9) for _ in range(9)]
    numbers.append(bench.add(1))
    bench.worker.start()
    bench.hold = True
    qtbot.waitUntil(lambda: bench.states()[numbers[-1]] == "running", timeout=30_000)
    last = panel.table.visualItemRect(panel.table.item(len(numbers) - 1, 0))
    assert panel.table.viewport().rect().contains(last.center())
    assert panel.start.text() == "Stop after this one"
    panel.start.click()
    assert "stops after the running entry" in panel.counts.text()
    bench.hold = False
    qtbot.waitUntil(lambda: finished(bench), timeout=30_000)
    assert "stops" not in panel.counts.text()


def test_the_panel_orders_removes_and_clears(qtbot, opened_bench):
    bench = opened_bench
    panel = QueuePanel(bench.worker, bench.jobs)
    qtbot.addWidget(panel)
    assert not panel.start.isEnabled()
    assert "Empty" in panel.counts.text()
    bad, second, third = bench.add(9), bench.add(2), bench.add(3)
    panel.choose(third)
    panel.up.click()
    assert [one.number for one in bench.worker.content.entries] == [bad, third, second]
    assert panel.chosen.number == third, "it stays chosen where it went"
    panel.remove.click()
    assert panel.table.rowCount() == 2
    panel.start.click()
    qtbot.waitUntil(lambda: finished(bench), timeout=30_000)
    shown = [[panel.table.item(row, at).text() for at in range(6)] for row in (0, 1)]
    assert [row[0] for row in shown] == [str(bad), str(second)], "sentences name these numbers"
    assert [row[1] for row in shown] == ["failed", "done"]
    assert "a.png was not found" in shown[0][5]
    assert shown[1][2].startswith("Trial: images per class"), "named by its recipe"
    assert ":" in shown[1][4], "how long it took"
    assert panel.counts.text() == "Waiting: 0. Done: 1. Failed: 1."
    panel.choose(second)
    assert not panel.up.isEnabled()
    assert not panel.retry.isEnabled()
    panel.choose(bad)
    panel.retry.click()
    assert bench.states()[bad] == "waiting"
    bench.workspace.history.undo()
    assert bench.states()[bad] == "failed"
    panel.clear.click()
    assert panel.table.rowCount() == 0


def test_keys_order_retry_and_remove_in_the_list_alone(qtbot, opened_bench):
    bench = opened_bench
    panel = QueuePanel(bench.worker, bench.jobs)
    qtbot.addWidget(panel)
    first, second, third = bench.add(1), bench.add(2), bench.add(3)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow, timeout=10_000)
    panel.table.setFocus()
    panel.choose(third)
    alt = Qt.KeyboardModifier.AltModifier
    for _ in range(2):
        qtbot.keyClick(panel.table, Qt.Key.Key_Up, alt)
    assert [one.number for one in bench.worker.content.entries] == [third, first, second]
    qtbot.keyClick(panel.table, Qt.Key.Key_Down, alt)
    qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
    assert [one.number for one in bench.worker.content.entries] == [first, second]
    assert panel.chosen.number == second, "the next one is at hand"
    bench.project.queue.take()
    bench.project.queue.finish(first, Failure.of("file.missing", {"file": "a.png"}))
    bench.worker.refresh()
    panel.choose(first)
    qtbot.keyClick(panel.table, Qt.Key.Key_F5)
    assert bench.states() == {first: "waiting", second: "waiting"}


def test_trials_of_all_kinds_are_worked_off(qtbot, opened_bench):
    bench = opened_bench
    kinds = []
    bench.jobs.started.connect(lambda job: kinds.append((job.kind, job.can_keep)))
    for kind in ("anomaly", "continual"):
        put = partial(Queue.add_trial, recipe={}, run=bench.run.id, kind=kind)
        bench.worker.add(lambda project, put=put: put(project.queue))
    bench.worker.start()
    qtbot.waitUntil(lambda: finished(bench), timeout=30_000)
    assert kinds == [("trial", False), ("continual", True)]
    assert set(bench.states().values()) == {"done"}


def test_opening_tells_of_what_waits_and_starts_only_when_asked(qtbot, bench):
    notice = QueueNotice(bench.worker, bench.workspace)
    qtbot.addWidget(notice)
    made = bench.project.queue.add_trial({"seeds": 1}, run=bench.run.id).number
    bench.open()
    assert notice.isVisibleTo(None)
    assert "waiting: 1" in notice.sentence.text()
    assert bench.states() == {made: "waiting"}
    notice.go_on.click()
    assert not notice.isVisibleTo(None)
    qtbot.waitUntil(lambda: bench.states() == {made: "done"} and finished(bench), timeout=30_000)
    assert notice.isVisibleTo(None)
    assert notice.sentence.text().startswith("The queue was worked off. Done: 1. Failed: 0. Time:")
    notice.leave.click()
    bench.add(2)
    assert not notice.isVisibleTo(None), "what was put in just now needs no notice"
