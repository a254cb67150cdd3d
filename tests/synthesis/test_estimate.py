"""Estimates: plausible, in step with the plan, quick when asked again."""

from __future__ import annotations

import dataclasses
import sys
import time

import pytest
import torch

from engine.data.recipe import CondenseRecipe
from engine.runtime import UserError
from engine.synthesis import Estimate, estimate
from engine.synthesis.pool import PoolPlan

RECIPE = CondenseRecipe(ipc=2, preset="quick", device="cpu")


@pytest.fixture(autouse=True)
def nothing_compiled(monkeypatch):
    """Trying the compiler takes seconds the first time."""
    module = sys.modules["engine.synthesis.estimate"]  # the package's name is the function
    monkeypatch.setattr(module, "can_compile", lambda device: False)


@pytest.fixture
def ask(make_project):
    project, _ = make_project(size=32)
    with project.image_set() as image_set:
        yield lambda **changes: estimate(image_set, RECIPE.model_copy(update=changes))


def test_numbers_are_positive_and_fit_the_computer(ask):
    found = ask()
    assert isinstance(found, Estimate)
    assert 0 < found.seconds < 3600
    assert 0 < found.memory_bytes < found.available_bytes
    assert found.device == "cpu"


def test_steps_are_those_of_the_plan(ask):
    assert ask(steps=77).steps == 77
    assert ask(preset="quick").steps < ask(preset="standard").steps < ask(preset="best").steps


def test_more_work_takes_longer_and_more_memory(ask):
    little, more = ask(steps=100), ask(steps=10_000)
    assert more.seconds > 5 * little.seconds
    assert ask(preset="best").memory_bytes > ask(preset="quick").memory_bytes


def test_packing_and_a_pool_cost_time(ask, monkeypatch):
    assert ask(steps=10_000, packing=2).seconds > 2 * ask(steps=10_000, packing=1).seconds
    module = sys.modules["engine.synthesis.estimate"]
    plain, plan_of = ask(), module.make_plan

    def with_pool(*arguments, **named):
        return dataclasses.replace(plan_of(*arguments, **named), pool=PoolPlan(9, 200, 64))

    monkeypatch.setattr(module, "make_plan", with_pool)
    assert ask().seconds > 2 * plain.seconds


def test_looking_for_wrong_labels_takes_time(ask):
    assert ask(trim=0.1).seconds > ask().seconds


def test_a_time_limit_is_kept(ask):
    assert ask(preset="best", minutes=0.5).seconds <= 30


def test_asked_again_it_measures_nothing(ask):
    first = ask()
    begin = time.perf_counter()
    again = ask()
    assert time.perf_counter() - begin < 1.0
    assert again.seconds == first.seconds


def test_a_gpu_that_is_not_there_is_told(ask, monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    with pytest.raises(UserError) as told:
        ask(device="cuda")
    assert told.value.key == "condense.no_gpu"


def test_too_few_classes_are_told_as_the_run_would(make_project):
    project, _ = make_project(train=0)
    with project.image_set() as image_set, pytest.raises(UserError) as told:
        estimate(image_set, RECIPE)
    assert told.value.key == "condense.too_few_classes"


def test_compiling_gains_less_in_single_precision(ask, monkeypatch):
    module = sys.modules["engine.synthesis.estimate"]
    monkeypatch.setattr(module, "can_compile", lambda device: True)
    monkeypatch.setattr(module, "_picture_seconds", lambda *_: 0.001)
    found = {}
    for dtype in (torch.bfloat16, torch.float32):
        monkeypatch.setattr(module, "fast_dtype", lambda device, dtype=dtype: dtype)
        found[dtype] = ask(steps=10_000).seconds
    assert found[torch.float32] > 1.5 * found[torch.bfloat16]
