"""Whole runs with packed images and with a pool of partly trained networks."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from engine.project import Project, Run
from engine.runtime import Progress, StopMode, StopSource
from engine.synthesis import pool
from engine.synthesis.packing import decode
from tests.synthesis.sessions import RECIPE, Heard, forget_networks, start, with_pool

pytestmark = pytest.mark.usefixtures("tiny_sessions")


@pytest.fixture
def project(make_project) -> Project:
    return make_project()[0]


PACKED = RECIPE.model_copy(update={"packing": 2})


def test_packed_images_hold_four_samples_each_and_decode_to_what_is_trained_on(project):
    run, result = start(project, PACKED)
    assert (result.stored, result.decoded) == (6, 24)
    condensed = run.condensed()
    assert condensed.packing == 2
    assert condensed.packed.shape == (6, 16, 16, 1)
    assert np.array_equal(decode(condensed.packed, 2), condensed.images)
    assert condensed.labels.tolist() == [0] * 8 + [1] * 8 + [2] * 8


def test_what_cannot_be_packed_is_told(make_project):
    project, _ = make_project(size=17)
    heard = Heard()
    _, result = start(project, PACKED, heard=heard)
    assert result.decoded == result.stored
    assert heard.messages()["condense.not_packed"] == {"size": 17}


def test_a_run_with_a_pool_tells_of_it_and_leaves_no_network_behind(project, monkeypatch):
    plain, _ = start(project)
    with_pool(monkeypatch)
    heard = Heard()
    run, _ = start(project, heard=heard)
    learnt = [one for one in heard if isinstance(one, Progress) and one.stage == "stage.pool"]
    assert (learnt[-1].done, learnt[-1].total) == (6, 6)
    assert all(one.seconds_left is None or one.seconds_left >= 0 for one in learnt)
    assert {one.name for one in run.folder.iterdir()} == {
        "appearance.json",
        "condensed.h5",
        "history.json",
    }
    assert not np.array_equal(run.condensed().images, plain.condensed().images)


def test_a_run_stopped_while_the_pool_is_trained_goes_on_to_the_same_bits(project, monkeypatch):
    with_pool(monkeypatch)
    whole, _ = start(project)
    forget_networks(project)
    source = StopSource()
    trained: list[int] = []

    def stop_after_one(event: object) -> None:
        if isinstance(event, Progress) and event.stage == "stage.pool":
            trained.append(event.done)
            source.stop(StopMode.KEEP)

    run, result = start(project, heard=Heard(stop_after_one), source=source)
    assert result is None
    assert (run.status, run.resumable) == ("stopped", True)
    again, _ = start(project, run=run)
    assert np.array_equal(again.condensed().images, whole.condensed().images)


@pytest.fixture
def stopped(project, monkeypatch, stop_at) -> tuple[Run, Run]:
    """A run with a pool that was stopped among its steps, and one that was not."""
    with_pool(monkeypatch)
    whole, _ = start(project)
    forget_networks(project)
    source = StopSource()
    stop_at(7, StopMode.KEEP, source)
    run, _ = start(project, source=source)
    assert run.status == "stopped"
    return run, whole


def test_a_run_stopped_among_the_steps_goes_on_with_the_same_pool(project, monkeypatch, stopped):
    run, whole = stopped
    monkeypatch.setattr(pool, "train_member", None)  # no second training
    again, _ = start(project, run=run)
    assert np.array_equal(again.condensed().images, whole.condensed().images)


def no_pool(path: Path) -> None:
    path.write_bytes(b"no pool")


def pool_of_another_width(path: Path) -> None:
    members = pool.load_pool(path)
    pool.save_pool([dataclasses.replace(one, trained=one.trained[:2]) for one in members], path)


def pool_of_another_seed(path: Path) -> None:
    pool.save_pool([dataclasses.replace(one, seed=5) for one in pool.load_pool(path)], path)


@pytest.mark.parametrize("spoil", [no_pool, pool_of_another_width, pool_of_another_seed])
def test_a_pool_that_is_not_the_runs_own_is_trained_again(project, stopped, spoil):
    run, whole = stopped
    spoil(run.pool_path)
    again, _ = start(project, run=run)
    assert np.array_equal(again.condensed().images, whole.condensed().images)


def test_discarding_while_the_pool_is_trained_leaves_nothing(project, monkeypatch):
    with_pool(monkeypatch)
    source = StopSource()

    def discard(event: object) -> None:
        if isinstance(event, Progress) and event.stage == "stage.pool":
            source.stop(StopMode.DISCARD)

    run, result = start(project, heard=Heard(discard), source=source)
    assert result is None
    assert not run.folder.exists()
