"""The bridge between engine and window."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from engine.runtime import Message, Preview, Progress, StopMode, UserError
from gui.jobs import Background, Job, JobController, Mailbox


@pytest.fixture
def jobs(qtbot):
    controller = JobController()
    yield controller
    if controller.busy:
        controller.cancel()
        qtbot.waitUntil(lambda: not controller.busy, timeout=5000)


def finish(qtbot, jobs, job):
    """Run a job to its end; what ``ended`` said."""
    with qtbot.waitSignal(jobs.ended, timeout=5000) as caught:
        jobs.start(job)
    return caught.args[1]


def until_stopped(emit, token):
    while True:
        token.raise_if_stopped()
        threading.Event().wait(0.005)


def test_the_newest_progress_and_preview_win_and_messages_queue():
    box = Mailbox()
    for step in range(3):
        box.put(Progress("stage.steps", step, 3))
        box.put(Preview(np.zeros((1, 2, 2, 1), np.uint8), np.zeros(1, np.int64), step))
        box.put(Message("info", "condense.resumed", {"step": step, "steps": 3}))
    mail = box.take()
    assert mail.progress.done == mail.preview.step == 2
    assert [one.params["step"] for one in mail.messages] == [0, 1, 2]
    assert box.take() == type(mail)(None, None, [])


def test_a_result_comes_back_after_the_last_event(qtbot, jobs):
    order = []
    jobs.progressed.connect(lambda progress: order.append(progress.done))
    jobs.ended.connect(lambda job, outcome: order.append(outcome.result))

    def work(emit, token):
        emit(Progress("stage.steps", 7, 7))
        return "made"

    outcome = finish(qtbot, jobs, Job("condense", work))
    assert (outcome.status, order) == ("done", [7, "made"])
    assert jobs.state == "idle"


@pytest.mark.parametrize(
    ("fault", "key"),
    [
        (UserError("file.missing", file="a.png"), "file.missing"),
        (RuntimeError("CUDA out of memory"), "memory.short"),
        (MemoryError(), "memory.short"),
        (RuntimeError("shapes do not match"), "unexpected"),
        (KeyboardInterrupt(), "unexpected"),
    ],
)
def test_no_failure_of_a_job_is_lost(qtbot, jobs, fault, key):
    def work(emit, token):
        raise fault

    outcome = finish(qtbot, jobs, Job("condense", work))
    assert (outcome.status, outcome.error.key) == ("failed", key)
    assert not jobs.busy


def test_a_failed_job_leaves_no_tensor_alive(qtbot, jobs):
    import weakref

    class Large:
        pass

    kept = []

    def work(emit, token):
        large = Large()
        kept.append(weakref.ref(large))
        raise RuntimeError("out of memory")

    finish(qtbot, jobs, Job("condense", work))
    assert kept[0]() is None


@pytest.mark.parametrize(("ask", "status"), [("stop", "stopped"), ("cancel", "cancelled")])
def test_stop_and_cancel_are_told_apart(qtbot, jobs, ask, status):
    states = []
    jobs.state_changed.connect(states.append)
    jobs.start(Job("condense", until_stopped))
    with qtbot.waitSignal(jobs.ended, timeout=10_000) as caught:
        getattr(jobs, ask)()
    assert caught.args[1].status == status
    assert states == ["running", "stopping" if ask == "stop" else "cancelling", "idle"]


def test_a_job_that_cannot_keep_is_cancelled_by_stop(qtbot, jobs):
    jobs.start(Job("import", until_stopped, can_keep=False))
    with qtbot.waitSignal(jobs.ended, timeout=10_000) as caught:
        jobs.stop()
    assert caught.args[1].status == "cancelled"


def test_a_paused_job_waits_and_can_be_stopped(qtbot, jobs):
    ticks = []

    def work(emit, token):
        while token.check() is None:
            ticks.append(None)
            threading.Event().wait(0.002)

    jobs.start(Job("condense", work))
    qtbot.waitUntil(lambda: len(ticks) > 3)
    jobs.pause()
    qtbot.wait(50)
    seen = len(ticks)
    qtbot.wait(50)
    assert len(ticks) == seen
    with qtbot.waitSignal(jobs.ended, timeout=10_000):
        jobs.stop()


def test_a_cancel_after_the_work_was_done_does_not_undo_it(qtbot, jobs):
    done = threading.Event()

    def work(emit, token):
        done.wait(5)
        return "written"

    jobs.start(Job("import", work))
    with qtbot.waitSignal(jobs.ended, timeout=5000) as caught:
        jobs.cancel()
        done.set()
    assert (caught.args[1].status, caught.args[1].result) == ("done", "written")


def test_one_job_at_a_time(jobs):
    jobs.start(Job("condense", until_stopped))
    with pytest.raises(RuntimeError, match="already"):
        jobs.start(Job("trial", until_stopped))


def test_background_tells_only_the_latest_of_a_name(qtbot):
    background = Background()
    told = []
    gate = threading.Event()
    background.run("look", lambda token: gate.wait(5) and "old", told.append)
    background.run("look", lambda token: "new", told.append)
    qtbot.waitUntil(lambda: told == ["new"])
    gate.set()
    qtbot.wait(30)
    assert told == ["new"]
    background.close()


def test_background_hands_over_failures(qtbot):
    background = Background()
    failed = []

    def work(token):
        raise UserError("file.missing", file="x")

    background.run("look", work, lambda result: None, failed.append)
    qtbot.waitUntil(lambda: len(failed) == 1)
    assert failed[0].key == "file.missing"
    background.close()


def test_background_stops_what_is_no_longer_wanted(qtbot):
    background = Background()
    begun, modes = threading.Event(), []

    def work(token):
        begun.set()
        while token.check() is None:
            threading.Event().wait(0.005)
        modes.append(token.mode)

    background.run("look", work, lambda result: None)
    assert begun.wait(5)
    background.forget("look")
    background.close()
    assert modes == [StopMode.DISCARD]
