"""The command ``queue`` on a tiny project: a curve is put in, worked off, stopped, resumed."""

from __future__ import annotations

import json
import shutil

import pytest

from engine.data.recipe import CondenseRecipe
from engine.project import Project
from engine.runtime import Progress
from engine.synthesis import watch
from gui.cli.console import Console


@pytest.fixture
def own(project, tmp_path):
    """A copy of the project: other tests want no further runs in theirs."""
    copy = tmp_path / "own.shizuku"
    shutil.copytree(project, copy)
    return copy


@pytest.fixture
def short(monkeypatch):
    """Trials of a moment, and nothing compiled."""
    from engine.synthesis import session
    from engine.synthesis.eye import make_eye
    from engine.trial import PROTOCOLS

    monkeypatch.setattr(
        session, "make_eye", lambda device, **_: make_eye(device, compile_code=False)
    )

    update = {"epochs": 1, "least_steps": 3, "width": 8}
    monkeypatch.setitem(PROTOCOLS, "trial", PROTOCOLS["trial"].model_copy(update=update))


CURVE = ("--preset", "quick", "--steps", 2, "--seeds", 1, "--against", "random")


def test_a_curve_is_put_in_worked_off_and_told(shizuku, own, short):
    answer = shizuku("queue", own, "--add-curve", "2,1", *CURVE, "--json")
    assert answer.code == 0, answer.err
    kinds = [(one["kind"], one["recipe"].get("ipc")) for one in answer.json["entries"]]
    assert kinds == [("condense", 1), ("trial", None), ("condense", 2), ("trial", None)]
    assert answer.json["waiting"] == 4

    # One that must fail comes between; the others are done all the same.
    Project.open(own).queue.add_trial({"model": "none"}, run="20250101-000000-abcd")
    answer = shizuku("queue", own, "--run", "--json")
    assert answer.code == 1
    told = answer.json
    assert (told["done"], told["failed"], told["waiting"]) == (4, 1, 0)
    assert "20250101-000000-abcd" in told["entries"][-1]["failure"]
    summary = told["summary"]
    numbers = [one["number"] for one in told["entries"]]
    assert (summary["done"], summary["failed"]) == (numbers[:-1], numbers[-1:])
    assert 0 < sum(one["seconds"] for one in told["entries"]) <= summary["seconds"] + 0.1
    assert "images per class 1, quick, steps 2 (run" in told["entries"][1]["words"]
    answer = shizuku("queue", own, "--retry", "all")
    assert "Waiting again: 1." in answer.out
    shizuku("queue", own, "--remove", numbers[-1])

    (curve,) = told["curves"]
    assert [point["ipc"] for point in curve["points"]] == [1, 2]
    for point in curve["points"]:
        assert 0 <= point["accuracy"] <= 1
        assert point["random"] is not None
        assert point["condense_seconds"] > 0
    again = shizuku("queue", own, "--add-curve", "1,2", *CURVE, "--clear")
    assert "Nothing to add" in again.out
    assert "The queue is empty" in again.out
    assert "  1: " in again.out
    assert json.loads(json.dumps(curve)) == curve


def test_a_stopped_condensing_waits_and_goes_on_from_its_checkpoint(
    shizuku, own, short, monkeypatch
):
    longer = ("--preset", "quick", "--steps", 40, "--seeds", 1, "--against", "random")
    shizuku("queue", own, "--add-curve", "2", *longer)
    emit = Console.emit
    monkeypatch.setattr(watch, "_PROGRESS_SECONDS", 0.0)

    def interrupting(console, event):
        emit(console, event)
        if isinstance(event, Progress) and event.stage in ("stage.bank", "stage.steps"):
            console.source.stop()  # as Ctrl-C does

    with monkeypatch.context() as patched:
        patched.setattr(Console, "emit", interrupting)
        answer = shizuku("queue", own, "--run", "--json")
    assert answer.code == 4
    assert "waits again" in answer.err
    project = Project.open(own)
    entry = project.queue.content().entries[0]
    assert (entry.state, project.run(entry.run).status) == ("waiting", "stopped")
    step, runs = project.run(entry.run).step, len(project.runs())
    assert 0 < step < 40

    answer = shizuku("queue", own, "--run", "--json")
    assert answer.code == 0, answer.err
    assert f"step {step}" in answer.err
    assert (answer.json["done"], answer.json["entries"][0]["run"]) == (2, entry.run)
    assert len(project.runs()) == runs
    assert project.run(entry.run).status == "done"


def test_entries_are_removed_by_number(shizuku, own):
    shizuku("queue", own, "--add-curve", "1", *CURVE)
    answer = shizuku("queue", own, "--remove", 1, "--json")
    assert answer.json["entries"] == []
    assert shizuku("queue", own, "--remove", 1, "--json").json["key"] == "queue.no_entry"


@pytest.mark.parametrize("words", ["", "0", "5,x", "51", "1e3"])
def test_numbers_that_are_none_are_wrong_use(shizuku, own, words):
    answer = shizuku("queue", own, "--add-curve", words, "--json")
    assert (answer.code, answer.json["key"]) == (2, "queue.counts_wrong")


def test_trials_of_all_kinds_are_put_in_and_a_failed_one_waits_again(shizuku, own, tmp_path):
    away = tmp_path / "june.shizuku"
    shutil.copytree(own, away)
    Project.open(own).new_run(CondenseRecipe(ipc=1))  # nothing is made yet, so trials must fail
    shizuku("trial", own, "latest", "--seeds", 2, "--queue")
    answer = shizuku("anomaly", own, "latest", "--false-alarms", 3, "--queue", "--json")
    assert (answer.code, answer.json["kind"]) == (0, "anomaly"), answer.err
    assert answer.json["recipe"]["false_alarms"] == 3
    shizuku("continual", own, "latest", away, "--seeds", 1, "--queue")
    shutil.rmtree(away)
    shizuku("queue", own, "--remove", 1)
    answer = shizuku("queue", own, "--run", "--json")
    assert [one["state"] for one in answer.json["entries"]] == ["failed", "failed"]
    assert "june" in answer.json["entries"][1]["words"]
    assert "june.shizuku" in answer.json["entries"][1]["failure"]
    answer = shizuku("queue", own, "--retry", 3, "--json")
    assert (answer.json["waiting"], answer.json["failed"]) == (1, 1)
    for words, key in (("3", "queue.not_failed"), ("x", "queue.retry_what")):
        assert shizuku("queue", own, "--retry", words, "--json").json["key"] == key
