"""Large sets: a step looks at some images of each class, and every image has its turn."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.data.recipe import CondenseRecipe
from engine.synthesis.plan import Slots
from engine.synthesis.state import State
from engine.synthesis.turns import turn
from tests.synthesis.test_plan import plan_for
from tests.synthesis.tiny import CPU, Course, real_pictures

RECIPE = CondenseRecipe(ipc=6, steps=9, packing=1, keep_whole=0)


def course_of(real=None, most=2, recipe=RECIPE, **changes) -> Course:
    course = Course.of(real_pictures() if real is None else real, recipe, **changes)
    slots = dataclasses.replace(course.plan.slots, most=most).regrouped(20)
    course.plan = dataclasses.replace(course.plan, slots=slots)
    course.state.refit(
        len(slots.counts) * slots.length, slots.classes * slots.length
    )  # groups of another size
    return course


@settings(max_examples=80, deadline=None)
@given(
    counts=st.lists(st.integers(0, 23), min_size=2, max_size=9).filter(any),
    most=st.integers(1, 30),
    micro_batch=st.integers(1, 60),
    seed=st.integers(0, 5),
)
def test_every_image_has_its_turn_as_often_as_any_other(counts, most, micro_batch, seed):
    slots = Slots.of(np.array(counts), micro_batch=micro_batch, most=most)
    seen = slots.seen
    assert seen.classes == slots.classes  # groups hold the same classes
    assert seen.group == 1 or seen.group * seen.samples <= micro_batch
    rows = torch.arange(slots.classes * slots.length)
    for label, count in enumerate(counts):
        parts = slots.parts(label)
        assert [place for part in parts for place in part] == list(range(count))
        times = torch.zeros(slots.length, dtype=torch.int64)
        for step in range(3 * len(parts)):
            places = rows[turn(slots, step, step, seed=seed, device=CPU)].view(slots.classes, -1)
            assert len(set(places.flatten().tolist())) == places.numel()
            own = places[label] - label * slots.length
            assert ((own >= 0) & (own < slots.length)).all()
            learnt = own[: seen.counts[label]]
            assert (learnt < count).all()
            if count > seen.length:
                assert set(learnt.tolist()) <= set(parts[step % len(parts)])
            times[learnt] += 1
        if count:
            in_a_round = len(parts) * min(count, seen.length)
            assert times.sum() == 3 * in_a_round
            assert times[:count].max() <= 3
            assert times[:count].min() >= (3 if in_a_round == count else 0)


def test_the_turn_of_a_class_is_the_same_whoever_learns_it():
    slots = Slots.of(np.array([9, 4, 7, 9]), micro_batch=3, most=3)
    part = slots.of_classes(range(2, 4))
    for step in range(5):
        whole = torch.arange(4 * 9)[turn(slots, step, step, seed=3, device=CPU)].view(4, 3)
        mine = torch.arange(2 * 9)[turn(part, step, step, seed=3, device=CPU)].view(2, 3)
        assert torch.equal(mine, whole[2:] - 18)


def test_images_whose_turn_it_is_not_stay_as_they_are():
    course = course_of()
    before = course.state.images.clone()
    course.plan = dataclasses.replace(course.plan, steps=1)
    course.run()
    moved = (course.state.images != before).flatten(1).any(1).view(3, 6).sum(1)
    assert moved.tolist() == [2, 2, 2]


def test_samples_learnt_by_turns_come_nearer_to_the_real_ones():
    real = real_pictures((40, 40, 40))
    recipe = RECIPE.model_copy(update={"steps": 60, "start": "noise"})
    course = course_of(real, recipe=recipe, pairs=6)
    before = course.state.images.clone()
    course.run()
    rows, _ = course.plan.slots.rows()
    assert (course.state.images != before)[rows].flatten(1).any(1).all()
    assert course.state.smooth["content"] < 0.7 * course.state.start["content"]


def test_a_run_by_turns_goes_on_after_a_stop_with_the_same_bits(tmp_path):
    first, second = course_of(), course_of()
    first.plan = dataclasses.replace(first.plan, steps=4, decays=False)
    unbroken = course_of()
    unbroken.plan = dataclasses.replace(unbroken.plan, decays=False)
    unbroken.run()
    first.run()
    first.state.save(tmp_path / "checkpoint.pt")
    second.state = State.load(tmp_path / "checkpoint.pt", CPU)
    second.plan = dataclasses.replace(second.plan, decays=False)
    second.run()
    assert torch.equal(second.state.images, unbroken.state.images)


@pytest.mark.parametrize(
    ("recipe", "most"),
    [
        ({"ipc": 10, "packing": 2}, 0),
        ({"ipc": 12, "packing": 2}, 0),
        ({"ipc": 13, "packing": 2}, 10),
        ({"ipc": 20, "packing": 2}, 10),
        ({"ipc": 50, "packing": 2}, 10),
        ({"ipc": 50, "packing": 1}, 0),
        ({"ipc": 50, "packing": 2, "preset": "published"}, 0),
    ],
    ids=str,
)
def test_only_large_sets_are_seen_by_turns(recipe, most):
    plan = plan_for(counts=(300, 300), **recipe)
    assert plan.slots.most == most
    assert plan.slots.seen.length == (most or recipe["ipc"])


def test_small_and_large_sets_take_steps_of_the_same_length():
    ten, fifty = (plan_for(counts=(300, 300), packing=2, ipc=ipc) for ipc in (10, 50))
    assert ten.rate == fifty.rate
    assert ten.bank.directions == fifty.bank.directions
