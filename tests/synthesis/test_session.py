"""Whole runs of a project: status, files, messages, stops, resuming, running out of memory."""

from __future__ import annotations

import dataclasses
import json
import os
import socket
from pathlib import Path

import h5py
import numpy as np
import pytest
import torch

from engine.data import CondensedSet
from engine.data.recipe import CondenseRecipe
from engine.matching.gaps import measure_gaps, overall
from engine.project import Project
from engine.runtime import Preview, Progress, StopMode, StopSource, UserError
from engine.synthesis import compiling, session
from engine.synthesis import condense as loop
from engine.synthesis import watch as watch_module
from engine.synthesis.state import State
from tests.synthesis.sessions import RECIPE, Heard, start
from tests.synthesis.test_watch import Clock
from tests.synthesis.tiny import CPU, eye_for

pytestmark = pytest.mark.usefixtures("tiny_sessions")


@pytest.fixture
def project(make_project) -> Project:
    return make_project()[0]


# A run to its end


@pytest.mark.parametrize("channels", [1, 3])
def test_a_finished_run_leaves_its_result_and_no_checkpoint(make_project, channels):
    project, _ = make_project(channels=channels)
    run, result = start(project)
    assert run.status == "done"
    assert not run.resumable
    assert run.result == result
    assert (result.steps, result.stored, result.decoded, result.device) == (12, 6, 6, "cpu")
    assert (run.step, result.seconds > 0) == (12, True)
    assert {one.name for one in run.folder.iterdir()} == {
        "appearance.json",
        "condensed.h5",
        "history.json",
    }

    condensed = run.condensed()
    assert condensed.images.shape == (6, 16, 16, channels)
    assert condensed.labels.tolist() == [0, 0, 1, 1, 2, 2]
    assert condensed.class_names == ["flat", "steep", "upright"]
    assert condensed.images_per_class == 2
    assert CondenseRecipe.parse(condensed.recipe) == RECIPE
    known = condensed.provenance
    assert (known["run"], known["seed"], known["source_fingerprint"]) == (run.id, 0, "f0")
    assert (known["steps"], known["seconds"]) == (12, result.seconds)
    with project.image_set() as image_set:
        assert np.array_equal(condensed.mean, image_set.mean)
        assert np.array_equal(condensed.std, image_set.std)
    history = json.loads(run.history_path.read_text(encoding="utf-8"))
    assert set(history) == {"step", "content", "style", "diversity"}
    assert {len(one) for one in history.values()} == {12}


def test_the_stages_are_told_in_order_and_end_with_the_result_shown(project):
    heard = Heard()
    run, _ = start(project, heard=heard)
    stages = list(dict.fromkeys(one.stage for one in heard if isinstance(one, Progress)))
    assert stages[0] == "stage.prepare"
    assert stages[-2:] == ["stage.gaps", "stage.appearance"]
    last = [one for one in heard if isinstance(one, Preview)][-1]
    assert np.array_equal(last.images, run.condensed().images)
    assert np.array_equal(last.labels, run.condensed().labels)
    assert last.step == 12


def test_condensing_moves_the_images_and_the_recipe_decides_them(project):
    first, _ = start(project)
    again, _ = start(project)
    other, _ = start(project, RECIPE.model_copy(update={"seed": 1}))
    moved, _ = start(project, RECIPE.model_copy(update={"steps": 1}))
    images = first.condensed().images
    assert np.array_equal(again.condensed().images, images)
    assert not np.array_equal(other.condensed().images, images)
    assert not np.array_equal(moved.condensed().images, images)


def test_two_classes_are_enough(make_project):
    project, _ = make_project(names=("a", "b"))
    assert start(project)[0].status == "done"


def test_no_training_picture_is_refused_and_the_run_has_failed(make_project):
    project, run = make_project(names=("only",), train=0)
    with pytest.raises(UserError) as told:
        start(project, run=run)
    assert told.value.key == "condense.too_few_classes"
    assert run.status == "failed"
    assert not run.resumable


def test_a_class_without_training_pictures_keeps_its_number_and_has_no_images(project):
    with h5py.File(project.images_path, "r+") as file:
        file["split"][file["labels"][:] == 1] = 1
    run, result = start(project)
    assert result.stored == 4
    condensed = run.condensed()
    assert condensed.labels.tolist() == [0, 0, 2, 2]
    assert condensed.class_names == ["flat", "steep", "upright"]


def test_a_project_without_pictures_is_told_so(tmp_path):
    project = Project.create(tmp_path / "empty.shizuku")
    run = project.new_run(RECIPE)
    with pytest.raises(UserError) as told:
        start(project, run=run)
    assert told.value.key == "project.empty"
    assert run.status == "failed"


def test_nothing_is_begun_where_every_class_would_be_kept_whole(make_project):
    project, _ = make_project(train=3)
    with pytest.raises(UserError) as told:
        start(project, RECIPE.model_copy(update={"ipc": 5}))
    assert told.value.key == "condense.nothing_to_learn"


def test_a_run_that_another_living_process_is_at_is_not_begun_twice(project):
    run = project.new_run(RECIPE)
    run._update(status="running", owner=f"{socket.gethostname()}:{os.getppid()}")
    with pytest.raises(UserError) as told:
        start(project, run=run)
    assert told.value.key == "condense.run_busy"
    assert run.status == "running"


def test_a_finished_run_cannot_be_begun_again(project):
    run, _ = start(project)
    with pytest.raises(UserError) as told:
        start(project, run=run)
    assert told.value.key == "condense.nothing_to_resume"
    assert run.status == "done"


def test_a_gpu_that_is_not_there_is_told(project, monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    run = project.new_run(RECIPE.model_copy(update={"device": "cuda"}))
    with pytest.raises(UserError) as told:
        start(project, run=run)
    assert told.value.key == "condense.no_gpu"
    assert run.status == "failed"


def test_a_folder_that_cannot_be_written_is_told(project, monkeypatch):
    def full(*arguments, **named):
        raise OSError(28, "No space left on device")

    run = project.new_run(RECIPE)
    monkeypatch.setattr("engine.runtime.files.os.fsync", full)
    with pytest.raises(UserError) as told:
        start(project, run=run)
    assert told.value.key == "file.cannot_write"
    assert "No space left" in str(told.value)
    assert run.status == "failed"


# Stopping and resuming


def test_stop_and_keep_leaves_a_result_and_a_checkpoint(project, stop_at):
    source = StopSource()
    stop_at(5, StopMode.KEEP, source)
    run, result = start(project, source=source)
    assert run.status == "stopped"
    assert run.resumable
    assert (result.steps, run.step, run.result) == (5, 5, result)
    assert run.condensed().stored == 6
    assert State.load(run.checkpoint_path, CPU).step == 5


def test_stopped_and_resumed_exports_the_same_bits_as_never_stopped(project, stop_at):
    whole, _ = start(project)
    source, heard = StopSource(), Heard()
    stop_at(5, StopMode.KEEP, source)
    run, _ = start(project, source=source)
    _, result = start(project, run=run, heard=heard)
    assert heard.messages()["condense.resumed"] == {"step": 5, "steps": 12}
    assert run.status == "done"
    assert result.steps == 12
    assert np.array_equal(run.condensed().images, whole.condensed().images)
    assert run.history_path.read_text() == whole.history_path.read_text()
    assert not run.checkpoint_path.exists()


@pytest.mark.parametrize(("before", "after"), [(4, 100), (100, 4)])
def test_a_run_can_be_resumed_where_classes_are_grouped_otherwise(
    project, stop_at, monkeypatch, before, after
):
    """Micro-batches, and with them the classes that are only padding, differ between devices."""
    source = StopSource()
    stop_at(5, StopMode.KEEP, source)
    monkeypatch.setattr(session, "make_eye", lambda device, **_: eye_for(before))
    run, _ = start(project, source=source)
    kept = run.condensed().images
    monkeypatch.setattr(session, "make_eye", lambda device, **_: eye_for(after))
    _, result = start(project, run=run)
    assert (result.steps, result.stored) == (12, 6)
    assert run.condensed().labels.tolist() == [0, 0, 1, 1, 2, 2]
    moved = np.abs(run.condensed().images.astype(float) - kept).mean((1, 2, 3))
    assert (moved > 0).all()
    assert (moved < 60).all()


def test_the_clock_of_a_resumed_run_goes_on(project, stop_at):
    source = StopSource()
    stop_at(5, StopMode.KEEP, source)
    run, first = start(project, source=source)
    _, second = start(project, run=run)
    assert second.seconds > first.seconds


def test_cancel_and_discard_leaves_nothing(project, stop_at):
    source = StopSource()
    stop_at(5, StopMode.DISCARD, source)
    run, result = start(project, source=source)
    assert result is None
    assert run.status == "cancelled"
    assert not run.folder.exists()
    assert run.id not in [one.id for one in project.runs()]


@pytest.mark.parametrize("measured", [0, 1])
@pytest.mark.parametrize("after_keep", [False, True])
def test_cancel_while_the_result_is_measured_discards_it_too(project, measured, after_keep):
    source = StopSource()

    def cancel(event: object) -> None:
        if isinstance(event, Progress) and event.stage == "stage.gaps" and event.done == measured:
            if after_keep:
                source.stop(StopMode.KEEP)
            source.stop(StopMode.DISCARD)

    run, result = start(project, heard=Heard(cancel), source=source)
    assert result is None
    assert run.status == "cancelled"
    assert not run.folder.exists()


def test_stop_and_keep_while_the_result_is_measured_keeps_all_of_it(project):
    source = StopSource()

    def stop(event: object) -> None:
        if isinstance(event, Progress) and event.stage == "stage.gaps":
            source.stop(StopMode.KEEP)

    run, result = start(project, heard=Heard(stop), source=source)
    assert run.status == "done"
    assert result.steps == 12


@pytest.mark.parametrize("mode", list(StopMode))
def test_a_stop_before_the_first_step_leaves_no_run_behind(project, mode):
    source = StopSource()
    source.stop(mode)
    run, result = start(project, source=source)
    assert result is None
    assert run.id not in [one.id for one in project.runs()]


def test_a_stop_right_after_resuming_keeps_the_checkpoint(project, stop_at):
    source = StopSource()
    stop_at(5, StopMode.KEEP, source)
    run, _ = start(project, source=source)
    at_once = StopSource()
    at_once.stop(StopMode.KEEP)
    start(project, run=run, source=at_once)
    assert run.resumable
    assert run.step == 5


def test_a_run_whose_process_was_killed_goes_on_from_its_checkpoint(project, monkeypatch):
    class Killed(BaseException):
        pass

    monkeypatch.setattr(watch_module, "CHECKPOINT_SECONDS", 0.0)
    look, looks = loop.look, []

    def looking(*arguments, **named):
        looks.append(1)
        if len(looks) == 8:
            raise Killed
        return look(*arguments, **named)

    with monkeypatch.context() as patch:
        patch.setattr(loop, "look", looking)
        run = project.new_run(RECIPE)
        with pytest.raises(Killed):
            start(project, run=run)
    assert run.resumable
    assert run.step == 7
    assert start(project, run=run)[1].steps == 12


# Time limits


def test_preparing_counts_but_leaves_the_bank_its_share_of_the_time_that_is_left(
    project, monkeypatch
):
    """Half of a minute goes into compiling, a pair takes one second, a step a tenth."""
    clock, drawn = Clock(), []
    draw_pair, look = loop.draw_pair, loop.look

    def compile_slowly(*arguments, **named) -> bool:
        clock.now += 30
        return False

    def drawing(*arguments, **named):
        clock.now += 1
        drawn.append(1)
        return draw_pair(*arguments, **named)

    def looking(*arguments, **named):
        clock.now += 0.1
        return look(*arguments, **named)

    plan_of = session.make_plan

    def roomy(*arguments, **named):
        plan = plan_of(*arguments, **named)
        return dataclasses.replace(plan, bank=dataclasses.replace(plan.bank, pairs=50))

    monkeypatch.setattr(session, "make_plan", roomy)
    monkeypatch.setattr(session, "time", clock)
    monkeypatch.setattr(watch_module, "time", clock)
    monkeypatch.setattr(compiling, "warm_up", compile_slowly)
    monkeypatch.setattr(loop, "draw_pair", drawing)
    monkeypatch.setattr(loop, "look", looking)
    recipe = RECIPE.model_copy(update={"steps": 5000, "minutes": 1.0})
    run, result = start(project, recipe)
    assert run.status == "done"
    assert 40 < result.seconds <= 62
    assert 5 <= len(drawn) <= 20
    assert result.steps > len(drawn)


# The result


def test_the_gaps_are_those_of_the_file_that_is_exported(project):
    run, result = start(project)
    with project.image_set() as image_set:
        gap = overall(measure_gaps(image_set, CondensedSet.load(run.condensed_path)))
    assert result.content_gap == pytest.approx(gap.content, abs=1e-4)
    assert result.style_gap == pytest.approx(gap.style, abs=1e-4)
    assert result.diversity == pytest.approx(gap.diversity, abs=1e-4)


def test_no_temporary_file_is_left(project):
    _run, _ = start(project)
    assert not list(Path(project.path).rglob(".part-*"))
