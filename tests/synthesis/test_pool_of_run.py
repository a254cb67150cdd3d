"""What one run taught its networks, the next runs of the project need not."""

from __future__ import annotations

import dataclasses
import sys

import numpy as np
import pytest
import torch

from engine.data import CondensedSet
from engine.data.recipe import CondenseRecipe
from engine.project import Project
from engine.runtime import Progress, StopMode, StopSource
from engine.synthesis import estimate, kept_pools, pool
from engine.synthesis.eye import make_eye
from engine.trial.compare import run_trial
from engine.trial.protocol import TrialRecipe
from tests.synthesis.sessions import RECIPE, Heard, forget_networks, start, with_pool
from tests.synthesis.tiny import EYE

pytestmark = pytest.mark.usefixtures("tiny_sessions")
TOLD = "condense.networks_taken_over"


@pytest.fixture
def project(make_project, monkeypatch) -> Project:
    with_pool(monkeypatch)
    return make_project()[0]


def batches_learnt(heard: Heard) -> int:
    return sum(isinstance(one, Progress) and one.stage == "stage.pool" for one in heard)


def changed(**values: object) -> CondenseRecipe:
    return RECIPE.model_copy(update=values)


OTHERS = [changed(ipc=3), changed(packing=2), changed(style=2.0), changed(steps=15)]


@pytest.mark.parametrize("recipe", OTHERS, ids=["ipc", "packing", "weight", "steps"])
def test_another_run_on_the_same_pictures_takes_them_over_to_the_same_bits(project, recipe):
    alone, _ = start(project, recipe)
    assert alone.condensed().provenance["seconds_spared"] == 0
    forget_networks(project)
    start(project, changed(diversity=0.5))
    heard = Heard()
    run, _ = start(project, recipe, heard=heard)
    assert batches_learnt(heard) == 0
    assert heard.messages()[TOLD] == {"count": 2, "minutes": 1}
    assert run.condensed().provenance["seconds_spared"] > 0
    assert np.array_equal(run.condensed().images, alone.condensed().images)
    assert not run.pool_path.exists()


@pytest.mark.parametrize("recipe", [changed(seed=1), changed(trim=0.1)], ids=["seed", "trim"])
def test_what_networks_depend_on_has_them_trained_anew(project, recipe):
    start(project)
    heard = Heard()
    start(project, recipe, heard=heard)
    assert batches_learnt(heard) > 0
    assert TOLD not in heard.messages()


def test_networks_of_varied_pictures_are_not_those_of_the_pictures(project):
    start(project, changed(appearance="varied"))
    assert not (project.path / kept_pools.FOLDER).exists()
    start(project)
    heard = Heard()
    start(project, changed(appearance="varied"), heard=heard)
    assert batches_learnt(heard) > 0


def test_pictures_prepared_otherwise_have_networks_of_their_own(project):
    recipe, plan = RECIPE, pool.PoolPlan(2, 3, 16)
    with project.image_set() as images:
        before = kept_pools.kept_path(images, recipe, plan, EYE)
        images.preparation = {**images.preparation, "fit": "crop"}
        assert kept_pools.kept_path(images, recipe, plan, EYE) != before
        images.preparation.pop("fit")
        assert kept_pools.kept_path(images, recipe, plan, EYE) == before
        images.leave_out(np.array([0]))
        assert kept_pools.kept_path(images, recipe, plan, EYE) != before


def test_a_damaged_file_is_made_again(project):
    whole, _ = start(project)
    (kept,) = (project.path / kept_pools.FOLDER).iterdir()
    kept.write_bytes(b"no networks")
    heard = Heard()
    run, _ = start(project, heard=heard)
    assert batches_learnt(heard) > 0
    assert TOLD not in heard.messages()
    assert np.array_equal(run.condensed().images, whole.condensed().images)
    assert len(pool.load_pool(kept)) == 2


@pytest.mark.parametrize("seconds", [float("inf"), float("nan"), -1.0])
def test_a_file_of_impossible_seconds_is_made_again(project, seconds):
    start(project)
    (kept,) = (project.path / kept_pools.FOLDER).iterdir()
    members = [dataclasses.replace(one, seconds=seconds) for one in pool.load_pool(kept)]
    pool.save_pool(members, kept)
    heard = Heard()
    start(project, heard=heard)
    assert batches_learnt(heard) > 0


def test_a_run_that_is_stopped_and_goes_on_still_knows_what_it_was_spared(project, stop_at):
    start(project)
    source = StopSource()
    stop_at(5, StopMode.KEEP, source)
    run, _ = start(project, source=source)
    assert run.status == "stopped"
    heard = Heard()
    again, _ = start(project, run=run, heard=heard)
    assert TOLD not in heard.messages()
    assert again.condensed().provenance["seconds_spared"] > 0


def test_a_pool_that_is_not_whole_is_not_kept(project):
    source = StopSource()

    def stop(event: object) -> None:
        if isinstance(event, Progress) and event.stage == "stage.pool":
            source.stop(StopMode.KEEP)

    start(project, heard=Heard(stop), source=source)
    assert not (project.path / kept_pools.FOLDER).exists()


def test_a_run_ends_well_where_its_networks_cannot_be_kept(project):
    (project.path / kept_pools.FOLDER).write_text("in the way")
    run, result = start(project)
    assert result is not None
    assert run.status == "done"


def test_the_oldest_are_let_go(project, monkeypatch):
    monkeypatch.setattr(kept_pools, "_KEPT", 2)
    names = []
    for seed in range(4):
        start(project, changed(seed=seed))
        names.append({one.name for one in (project.path / kept_pools.FOLDER).iterdir()})
    assert [len(one) for one in names] == [1, 2, 2, 2]
    assert not names[0] & names[3]


def test_a_trial_counts_what_the_networks_took(project):
    start(project)
    run, _ = start(project, changed(ipc=3))
    made = CondensedSet.load(run.condensed_path).provenance
    recipe = TrialRecipe(against=(), seeds=1, epochs=1, least_steps=1, width=8, device="cpu")
    report = run_trial(project, run, recipe, emit=Heard(), token=StopSource().token)
    assert report.condense_seconds == made["seconds"] + made["seconds_spared"]


def test_an_estimate_leaves_out_what_is_trained_already(project, monkeypatch):
    module = sys.modules["engine.synthesis.estimate"]  # the package's name is the function
    monkeypatch.setattr(module, "can_compile", lambda device: False)
    plan_of = module.make_plan

    def with_long_pool(*arguments, **named):
        plan = plan_of(*arguments, **named)
        return dataclasses.replace(plan, pool=pool.PoolPlan(2, 3000, 16))

    monkeypatch.setattr(module, "make_plan", with_long_pool)
    with project.image_set() as images:
        long = estimate(images, RECIPE)
        assert 0.5 * long.seconds < long.networks < long.seconds
        eye = make_eye(torch.device("cpu"), compile_code=False)
        kept = kept_pools.kept_path(images, RECIPE, pool.PoolPlan(2, 3000, 16), eye)
        kept.parent.mkdir()
        kept.touch()
        spared = estimate(images, RECIPE)
        assert (spared.networks, spared.seconds < 0.5 * long.seconds) == (0, True)
