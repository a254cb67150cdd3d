"""Plans: where the synthetic images stand, and what a recipe asks of the bank."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.data.recipe import CondenseRecipe
from engine.runtime import StopSource, UserError
from engine.synthesis.augmentation import kinds_for
from engine.synthesis.bank import draw_pair
from engine.synthesis.plan import Plan, Slots, make_plan
from engine.synthesis.pool import BATCH
from tests.synthesis.test_bank import tensors
from tests.synthesis.tiny import CPU, EYE, images_of, real_pictures, tiny_plan


def plan_for(counts=(100, 100), shape=(1, 32, 32), budget=1 << 34, **recipe) -> Plan:
    asked = CondenseRecipe(**{"packing": 1, **recipe})
    learnt = images_of(asked, counts)
    return make_plan(asked, np.array(counts), shape, learnt=learnt, eye=EYE, budget=budget)


def test_small_classes_leave_places_empty():
    slots = Slots.of(np.array([2, 3, 1]), micro_batch=6)
    assert (slots.counts, slots.length, slots.group, slots.classes) == ((2, 3, 1), 3, 2, 4)
    rows, labels = slots.rows()
    assert rows.tolist() == [0, 1, 3, 4, 5, 6]
    assert labels.tolist() == [0, 0, 1, 1, 1, 2]
    expected = [[1 / 2, 1 / 2, 0], [1 / 3] * 3, [1, 0, 0], [0, 0, 0]]
    assert torch.allclose(slots.shares(CPU), torch.tensor(expected))


@settings(max_examples=60, deadline=None)
@given(
    available=st.lists(st.integers(1, 50), min_size=2, max_size=30),
    micro_batch=st.integers(1, 200),
)
def test_slots_hold_every_class_and_fit_the_micro_batch(available, micro_batch):
    slots = Slots.of(np.array(available), micro_batch=micro_batch)
    assert slots.counts == tuple(available)
    assert slots.classes >= len(available)
    assert slots.classes % slots.group == 0
    assert slots.classes - len(available) < slots.group
    assert slots.group == 1 or slots.group * slots.length <= micro_batch
    shares = slots.shares(CPU)
    assert torch.allclose(shares.sum(1)[: len(available)], torch.ones(len(available)))
    assert not shares[len(available) :].any()
    rows, labels = slots.rows()
    assert (shares.flatten()[rows] > 0).all()
    assert len(rows) == int((shares > 0).sum()) == len(set(rows.tolist()))
    assert torch.equal(rows // slots.length, labels)


def test_what_has_no_weight_is_not_measured():
    assert not plan_for(style=0).bank.style
    assert plan_for(style=1).bank.style
    assert plan_for(diversity=0).bank.directions == 0
    assert plan_for(diversity_kind="kl").bank.directions == 0
    assert plan_for(ipc=1).bank.directions == 0
    assert plan_for(ipc=5).bank.directions == 4


def test_the_weights_of_the_recipe_multiply_those_of_the_engine():
    once, twice = plan_for().weights, plan_for(content=2, style=3, diversity=4).weights
    assert twice.content == pytest.approx(2 * once.content)
    assert twice.moments == pytest.approx(3 * once.moments)
    assert twice.correlation == pytest.approx(3 * once.correlation)
    assert twice.diversity == pytest.approx(4 * once.diversity)


def test_steps_and_time_limit_are_those_asked_for():
    assert plan_for(steps=17).steps == 17
    assert plan_for(minutes=1.5).seconds == 90
    assert plan_for().seconds is None
    efforts = [plan_for(preset=preset) for preset in ("quick", "standard", "best")]
    assert efforts[0].steps < efforts[1].steps < efforts[2].steps
    assert efforts[0].bank.pairs < efforts[1].bank.pairs < efforts[2].bank.pairs


@pytest.mark.parametrize("preset", ["standard", "best"])
@pytest.mark.parametrize("pictures", [14_400, 20_000, 50_000, 1_000_000])
def test_a_pool_is_trained_where_no_picture_is_seen_many_times_for_it(preset, pictures):
    pool = plan_for((pictures // 2, pictures // 2), preset=preset).pool
    assert pool.members > 0
    assert pool.steps * BATCH <= 2.5 * pictures
    large = plan_for((10_000_000, 10_000_000), preset=preset).pool
    assert pool.steps == min(large.steps, int(2.5 * pictures) // BATCH)


@pytest.mark.parametrize(
    ("preset", "packed", "single"), [("standard", 400, 120), ("best", 1000, 300)]
)
def test_networks_are_trained_longer_where_samples_are_packed(preset, packed, single):
    many = (100_000, 100_000)
    assert plan_for(many, shape=(3, 32, 32), preset=preset, packing=2).pool.steps == packed
    assert plan_for(many, shape=(3, 32, 32), preset=preset, packing=1).pool.steps == single


def test_a_small_set_does_without_a_pool():
    assert plan_for((300, 300)).pool.members == 0
    assert plan_for((300, 300), preset="best").pool.members == 0
    assert plan_for((20_000, 20_000), preset="quick").pool.members == 0


def test_packed_images_have_four_samples_a_place():
    plain, packed = plan_for(ipc=3).slots, plan_for(ipc=3, packing="auto").slots
    assert (packed.counts, packed.length) == (plain.counts, plain.length)
    assert (plain.samples, packed.samples) == (3, 12)
    assert packed.shares(CPU).shape == (packed.classes, 12)
    assert torch.allclose(packed.shares(CPU)[:2].sum(1), torch.ones(2))


def test_packed_images_take_a_quarter_of_the_steps_unless_told():
    assert plan_for(packing=2).steps * 4 == plan_for().steps
    assert plan_for(packing=2, steps=17).steps == 17


def test_no_more_pairs_than_steps_or_memory_allow():
    assert plan_for(steps=5).bank.pairs == 5
    roomy = plan_for()
    each = roomy.bank.pair_bytes(classes=2, size=32)
    short = plan_for(budget=7 * each)
    assert short.bank.pairs == 7
    assert plan_for(budget=0).bank.pairs == 2


@pytest.mark.parametrize("recipe", [{}, {"style": 0}, {"diversity": 0}, {"kernel": "rbf"}], ids=str)
def test_a_pair_takes_the_memory_that_is_planned_for_it(recipe):
    real = real_pictures()
    plan = tiny_plan(real, CondenseRecipe(ipc=5, **recipe))
    pair = draw_pair(
        real,
        plan.bank,
        number=0,
        eye=EYE,
        kinds=kinds_for(1),
        seed=0,
        token=StopSource().token,
    )
    held = sum(one.nbytes for one in tensors(pair))
    assert plan.bank.pair_bytes(classes=3, size=16) == pytest.approx(held, rel=0.1)


@pytest.mark.parametrize(
    ("ipc", "weights"),
    [
        (3, {"content": 0, "style": 0, "diversity": 0}),
        (1, {"content": 0, "style": 0, "diversity": 1}),
    ],
)
def test_a_recipe_that_matches_nothing_is_refused(ipc, weights):
    with pytest.raises(UserError) as told:
        plan_for(ipc=ipc, **weights)
    assert told.value.key == "condense.nothing_to_match"


def test_diversity_alone_is_something_to_match():
    assert plan_for(ipc=3, content=0, style=0).bank.directions == 2


def test_the_style_weight_is_shared_out_between_moments_and_correlation():
    even, moments, correlation = (plan_for(moments_share=share).weights for share in (0.5, 1.0, 0))
    assert even.moments == even.correlation > 0
    assert (moments.moments, moments.correlation) == (2 * even.moments, 0)
    assert (correlation.moments, correlation.correlation) == (0, 2 * even.correlation)
    assert even.appearance == moments.appearance > 0
    assert plan_for(style=0).weights.appearance == 0


def test_what_an_expert_chooses_reaches_the_plan():
    assert plan_for().weights.layers == ()
    assert plan_for(style_layers="early").weights.layers == (0, 1)
    assert plan_for(style_layers="late").weights.layers == (2,)
    assert plan_for(tap="relu").bank.style == "relu"
    assert plan_for(kernel="rbf").bank.kernel
    assert plan_for(diversity_kind="kl", neighbours=0.5).weights.neighbours == 0.5
    assert plan_for(preset="published").weights.appearance == 0
