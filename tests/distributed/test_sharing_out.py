"""What each process of a team gets: classes, trainings, and tensors as rows of bytes."""

from __future__ import annotations

import dataclasses

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from engine.data.recipe import CondenseRecipe
from engine.distributed import ALONE, Team, is_launched, join
from engine.distributed.launch import leads
from engine.distributed.packets import packed, unpacked
from engine.synthesis.plan import Slots
from engine.synthesis.sharing import Share, class_ranges
from engine.synthesis.state import State
from engine.trial.together import dealt
from tests.synthesis.tiny import real_pictures, tiny_plan

images = st.lists(st.integers(0, 3), min_size=1, max_size=30).filter(any)


@given(counts=images, group=st.integers(1, 6), processes=st.integers(1, 9))
def test_every_class_is_somebodys_and_groups_stay_whole(counts, group, processes):
    slots = Slots(tuple(counts), 3, group).divided(processes)
    ranges = class_ranges(slots, processes)
    assert [label for one in ranges for label in one] == list(range(len(counts)))
    parts = [slots.of_classes(one) for one in ranges]
    learnt = [len(list(one.groups())) for one in parts]
    assert sum(learnt) == len(list(slots.groups()))
    assert max(learnt) - min(learnt) <= 1
    assert sum(one.classes for one in parts) == slots.classes
    assert {one.total for one in parts} == {len(counts)}


@given(counts=images, processes=st.integers(1, 4))
def test_parts_have_the_places_of_the_whole(counts, processes):
    slots = Slots(tuple(counts), 3, 2, packing=2).divided(processes)
    free = tuple(range(0, len(counts) * slots.samples, 5))
    slots = dataclasses.replace(slots, free=free)
    parts = [slots.of_classes(one) for one in class_ranges(slots, processes)]
    whole = slots.step_sizes(8, torch.device("cpu"))
    assert torch.equal(torch.cat([one.step_sizes(8, torch.device("cpu")) for one in parts]), whole)


@given(costs=st.lists(st.integers(1, 100), min_size=1, max_size=20), processes=st.integers(1, 5))
def test_trainings_are_dealt_so_that_nobody_waits_long(costs, processes):
    hands = dealt(costs, processes)
    assert sorted(number for hand in hands for number in hand) == list(range(len(costs)))
    loads = [sum(costs[one] for one in hand) for hand in hands]
    assert max(loads) - min(loads) <= max(costs)


def test_tensors_survive_their_journey():
    values = {
        "content": torch.arange(6.0).view(2, 3),
        "scatter": torch.tensor(0.25),
        "grams": [torch.ones(2, 3, 3, dtype=torch.float16), torch.zeros(0, 5).half()],
        "none": [],
    }
    found, more = unpacked(packed(values, {"kernel": (3, 0.1), "name": "円"}))
    assert more == {"kernel": [3, 0.1], "name": "円"}
    assert torch.equal(found["content"], values["content"])
    assert found["scatter"].shape == ()
    assert float(found["scatter"]) == 0.25
    assert [one.shape for one in found["grams"]] == [(2, 3, 3), (0, 5)]
    assert found["grams"][0].dtype == torch.float16
    assert found["none"] == []


def test_a_checkpoint_is_dealt_out_and_put_together_again():
    plan = tiny_plan(real_pictures((5, 4, 6, 3, 7)), CondenseRecipe(ipc=2, steps=2), pairs=2)
    slots = plan.slots.divided(3)
    plan = dataclasses.replace(plan, slots=slots)
    whole = torch.arange(float(slots.classes * slots.length)).view(-1, 1, 1, 1)
    state = State(whole, whole * 2, pairs=2, good=whole * 3)
    shares = [Share(_numbered(number), plan) for number in range(3)]
    parts = [state.part(one.rows, torch.device("cpu")) for one in shares]
    for name in ("images", "velocity", "good"):
        assert torch.equal(torch.cat([getattr(one, name) for one in parts]), getattr(state, name))
    assert [len(one.images) for one in parts] == [
        one.plan.slots.classes * slots.length for one in shares
    ]


def test_a_process_that_nobody_started_with_others_is_alone(monkeypatch):
    monkeypatch.delenv("TORCHELASTIC_RUN_ID", raising=False)
    assert not is_launched()
    assert leads()
    assert join() is ALONE
    with pytest.raises(ZeroDivisionError):
        ALONE.agree(lambda: 1 / 0)


def _numbered(number: int) -> Team:
    team = Team()
    team.number, team.size = number, 3
    return team
