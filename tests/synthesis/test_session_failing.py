"""Whole runs that run out of memory or meet damaged files: nothing is lost, and it is told."""

from __future__ import annotations

import gc
import weakref

import h5py
import numpy as np
import pytest
import torch

from engine.project import Project
from engine.runtime import Message, StopMode, StopSource, UserError
from engine.synthesis import condense as loop
from engine.synthesis import pool
from engine.synthesis.state import State
from tests.synthesis.sessions import RECIPE, Heard, start, with_pool
from tests.synthesis.tiny import CPU

pytestmark = pytest.mark.usefixtures("tiny_sessions")


@pytest.fixture
def project(make_project) -> Project:
    return make_project()[0]


def of_memory() -> list[Exception]:
    return [
        torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB"),
        RuntimeError(
            "[enforce fail at alloc_cpu.cpp] . DefaultCPUAllocator: can't allocate memory"
        ),
        RuntimeError("CUDA error: out of memory"),
        MemoryError(),
    ]


@pytest.mark.parametrize("error", of_memory(), ids=lambda one: type(one).__name__)
def test_out_of_memory_is_told_and_the_checkpoint_is_safe(project, stop_at, error):
    run = project.new_run(RECIPE)
    stop_at(5, error, times=99)
    with pytest.raises(UserError) as told:
        start(project, run=run)
    assert told.value.key == "condense.out_of_memory"
    assert told.value.params["step"] == 5
    assert told.value.__cause__ is None
    assert run.status == "failed"
    assert run.resumable
    assert State.load(run.checkpoint_path, CPU).step == 5
    assert "looking" in (run.folder / "failure.txt").read_text(encoding="utf-8")


def test_after_running_out_of_memory_a_run_resumes_to_the_same_bits(project, stop_at):
    whole, _ = start(project)
    run = project.new_run(RECIPE)
    stop_at(5, torch.OutOfMemoryError("CUDA out of memory"), times=7)
    with pytest.raises(UserError):
        start(project, run=run)
    start(project, run=run)
    assert np.array_equal(run.condensed().images, whole.condensed().images)


def test_who_leaves_at_once_has_stopped_the_run(project, stop_at):
    run = project.new_run(RECIPE)
    stop_at(5, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        start(project, run=run)
    assert run.status == "stopped"


@pytest.mark.parametrize("error", of_memory(), ids=lambda one: type(one).__name__)
def test_short_of_memory_a_run_goes_on_with_smaller_batches(project, stop_at, error):
    whole, _ = start(project)
    heard = Heard()
    stop_at(5, error, times=3)
    run, result = start(project, heard=heard)
    assert (run.status, result.steps) == ("done", 12)
    assert heard.messages()["condense.smaller_batches"]["step"] == 5
    told = [one.key for one in heard if isinstance(one, Message)]
    assert told.count("condense.smaller_batches") == 3
    assert not (run.folder / "failure.txt").exists()
    mine, theirs = (one.condensed().images.astype(int) for one in (run, whole))
    assert abs(mine - theirs).max() <= 2  # the sums are added up in another order


def test_memory_short_while_the_pool_is_trained_is_no_end_either(project, monkeypatch):
    with_pool(monkeypatch)
    train, trials = pool.train_member, []

    def short(*arguments, **named):
        trials.append(named["eye"].micro_batch(16))
        if len(trials) < 3:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return train(*arguments, **named)

    monkeypatch.setattr(pool, "train_member", short)
    assert start(project)[0].status == "done"
    assert trials[:3] == [80, 40, 20]


def test_what_filled_the_memory_is_let_go(project, monkeypatch):
    kept = []

    def greedy(pair, images, *arguments, **named):
        filling = torch.zeros(1000)
        kept.append(weakref.ref(filling))
        raise torch.OutOfMemoryError(f"CUDA out of memory {filling.shape}")

    monkeypatch.setattr(loop, "look", greedy)
    with pytest.raises(UserError) as told:
        start(project)
    gc.collect()
    assert kept[0]() is None
    assert told.value.key == "condense.out_of_memory"


def test_out_of_memory_while_the_bank_is_filled_is_told_too(project, monkeypatch):
    def greedy(*arguments, **named):
        raise torch.OutOfMemoryError("CUDA out of memory")

    monkeypatch.setattr(loop, "draw_pair", greedy)
    run = project.new_run(RECIPE)
    with pytest.raises(UserError) as told:
        start(project, run=run)
    assert told.value.key == "condense.out_of_memory"
    assert run.resumable
    assert State.load(run.checkpoint_path, CPU).step == 0


def test_a_fault_of_ours_is_not_taken_for_a_lack_of_memory(project, stop_at):
    run = project.new_run(RECIPE)
    stop_at(5, RuntimeError("shapes cannot be multiplied"))
    with pytest.raises(RuntimeError, match="cannot be multiplied"):
        start(project, run=run)
    assert run.status == "failed"
    assert run.resumable


@pytest.mark.parametrize("content", [b"", b"no checkpoint at all"], ids=["empty", "garbage"])
def test_a_damaged_checkpoint_is_told_and_left_alone(project, stop_at, content):
    source = StopSource()
    stop_at(5, StopMode.KEEP, source)
    run, _ = start(project, source=source)
    run.checkpoint_path.write_bytes(content)
    with pytest.raises(UserError) as told:
        start(project, run=run)
    assert told.value.key == "file.not_ours"
    assert run.checkpoint_path.read_bytes() == content


@pytest.mark.parametrize(
    ("size", "fingerprint"), [(20, "f0"), (16, "f1")], ids=["other size", "other files"]
)
def test_pictures_imported_anew_do_not_fit_an_old_checkpoint(
    make_project, stop_at, size, fingerprint
):
    project, _ = make_project(size=16)
    source = StopSource()
    stop_at(5, StopMode.KEEP, source)
    run, _ = start(project, source=source)
    before = run.checkpoint_path.read_bytes()
    project, _ = make_project(size=size)
    with h5py.File(project.images_path, "r+") as file:
        file.attrs["fingerprint"] = fingerprint
    with pytest.raises(UserError) as told:
        start(project, run=run)
    assert told.value.key == "condense.other_pictures"
    assert run.id in told.value.sentence("ja")
    assert run.checkpoint_path.read_bytes() == before
