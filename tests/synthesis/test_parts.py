"""Classes in parts: pictures that are alike, and the samples that stand for them."""

from __future__ import annotations

import dataclasses
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.data.recipe import CondenseRecipe
from engine.distributed.team import Team
from engine.runtime import StopSource
from engine.synthesis import parts as parting
from engine.synthesis.aim import aim_at
from engine.synthesis.augmentation import kinds_for
from engine.synthesis.bank import draw_pair
from engine.synthesis.parts import cut, parted
from engine.synthesis.plan import Slots
from engine.synthesis.real import RealPictures
from engine.synthesis.start import starting_images
from tests.synthesis.tiny import CPU, EYE, real_pictures, tiny_plan

TOKEN = StopSource().token
RECIPE = CondenseRecipe(ipc=4, steps=8, packing=1, keep_whole=0, start="real")


def two_sided(each: int = 12) -> RealPictures:
    """Two classes, the pictures of each now dark and now bright, in turn."""
    random = np.random.default_rng(0)
    by_class = []
    for tone in (0, 20):
        levels = random.integers(0, 40, (2 * each, 16, 16, 1)) + tone
        levels[1::2] += 150
        by_class.append(levels.astype(np.uint8))
    return RealPictures(by_class, np.full(1, 0.4, np.float32), np.full(1, 0.3, np.float32))


def plan_by_turns(real: RealPictures, recipe: CondenseRecipe = RECIPE, most: int = 2):
    plan = tiny_plan(real, recipe)
    return dataclasses.replace(plan, slots=dataclasses.replace(plan.slots, most=most))


def in_parts(real: RealPictures, **changes) -> RealPictures:
    return parted(real, plan_by_turns(real, **changes).slots, seed=0, token=TOKEN)


@settings(max_examples=60, deadline=None)
@given(
    shares=st.lists(st.integers(1, 9), min_size=1, max_size=7),
    more=st.integers(0, 40),
    equal=st.booleans(),
    seed=st.integers(0, 9),
)
def test_every_point_is_in_one_part_and_parts_keep_to_their_shares(shares, more, equal, seed):
    count = sum(shares) + more
    points = np.random.default_rng(seed).normal(size=(count, 3)).astype(np.float32)
    found = cut(points * 0 if equal else points, shares)
    assert sorted(np.concatenate(found).tolist()) == list(range(count))
    for rows, share in zip(found, shares, strict=True):
        assert len(rows) >= 1
        # Each cut rounds by a half.
        assert abs(len(rows) - count * share / sum(shares)) <= 2


def test_pictures_that_are_alike_come_into_one_part():
    real = in_parts(two_sided())
    for label in range(2):
        for number in range(2):
            tones = real.by_class[label][real.part(label, number)].float().mean((1, 2, 3))
            assert tones.max() - tones.min() < 60
            assert len(tones) == 12


def test_samples_start_from_the_pictures_of_their_part_and_aim_at_them():
    whole = two_sided()
    real, slots = in_parts(whole), plan_by_turns(whole).slots
    aim = aim_at(real, slots.seen, seed=0, device=CPU, token=TOKEN)
    for start in ("real", "kmeans", "noise"):
        recipe = RECIPE.model_copy(update={"start": start})
        images = starting_images(real, slots, recipe, token=TOKEN).view(2, 4, -1)
        for label in range(2):
            for number, part in enumerate(slots.parts(label)):
                pictures = real.take(label, real.part(label, number))
                far = (images[label, list(part)].mean(1) - pictures.mean()).abs().max()
                assert far < 0.5
    tones = [aim.sorted_of(number)[..., :6].sum(-1).mean(1) for number in range(2)]
    assert (tones[0] - tones[1]).abs().min() > 100


def test_a_pair_looks_at_one_part_of_each_class_and_the_next_at_the_next():
    whole = two_sided()
    real, plan = in_parts(whole), plan_by_turns(whole)
    bank = dataclasses.replace(plan.bank, style=True, per_class=50)

    def pair(number: int, real: RealPictures):
        return draw_pair(
            real, bank, number=number, eye=EYE, kinds=kinds_for(1), seed=0, token=TOKEN
        )

    for number in range(2):
        alone = [one[real.part(label, number)] for label, one in enumerate(whole.by_class)]
        only = RealPictures(
            [one.permute(0, 2, 3, 1).numpy() for one in alone],
            whole.mean.flatten().numpy(),
            whole.std.flatten().numpy(),
        )
        assert torch.allclose(pair(number, real).content, pair(number, only).content, rtol=1e-4)
        assert not torch.allclose(pair(number, real).content, pair(number, whole).content, rtol=0.1)


def test_a_class_that_is_seen_as_a_whole_is_in_one_part():
    real = real_pictures((20, 9, 3))
    plan = plan_by_turns(real, RECIPE.model_copy(update={"ipc": 9}), most=4)
    assert plan.slots.counts == (9, 9, 3)
    assert [len(plan.slots.parts(label)) for label in range(3)] == [2, 2, 1]
    found = parted(real, plan.slots, seed=0, token=TOKEN)
    assert [[len(one) for one in parts] for parts in found.parts] == [[9, 11], [4, 5], [3]]
    plain = dataclasses.replace(plan.slots, most=0)
    assert parted(real, plain, seed=0, token=TOKEN) is real


def test_of_very_many_pictures_some_are_parted(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(parting, "_BYTES_AT_ONCE", 10 * 16 * 16)
    real = in_parts(two_sided())
    for parts in real.parts:
        assert [len(one) for one in parts] == [5, 5]
        assert len(set(torch.cat(parts).tolist())) == 10


class Pair(Team):
    """Two threads as two processes."""

    def __init__(self, number: int, given: list[list[torch.Tensor]], met: Barrier) -> None:
        self.number, self.size, self._given, self._met = number, 2, given, met

    def exchanged(self, parts):
        self._given[self.number] = list(parts)
        self._met.wait(60)
        return [one[self.number] for one in self._given]


def test_parts_are_the_same_whichever_process_makes_them():
    whole = two_sided()
    slots = plan_by_turns(whole).slots
    alone = parted(whole, slots, seed=0, token=TOKEN).parts
    given, met = [[], []], Barrier(2)
    teams = [Pair(number, given, met) for number in range(2)]
    with ThreadPoolExecutor(2) as threads:
        work = partial(parted, whole, slots, seed=0, token=TOKEN)
        for found in threads.map(lambda team: work(team=team), teams):
            for mine, theirs in zip(alone, found.parts, strict=True):
                assert all(torch.equal(*one) for one in zip(mine, theirs, strict=True))


def test_the_parts_of_a_slot_are_ranges_of_its_images():
    slots = Slots.of(np.array([7, 3, 0]), micro_batch=9, most=3)
    assert slots.parts(0) == [range(0, 3), range(3, 7)]
    assert slots.parts(1) == [range(3)]
    assert slots.parts(2) == [range(0)]
