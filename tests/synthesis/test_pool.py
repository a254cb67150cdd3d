"""The pool: networks that learn, repeat, and lead from random to trained."""

from __future__ import annotations

import pytest
import torch

from engine.matching.class_term import logits
from engine.networks.observer import observe_eagerly, random_weights
from engine.runtime import StopMode, Stopped, StopSource
from engine.synthesis.bank import BankPlan, draw_pair
from engine.synthesis.pool import (
    Network,
    PoolPlan,
    load_pool,
    rounded,
    save_pool,
    seeds,
    train_member,
)
from tests.synthesis.tiny import EYE, eye_for, real_pictures

PLAN = PoolPlan(members=2, steps=40, width=16)


def member(real, *, seed=0, eye=EYE, plan=PLAN):
    return train_member(real, plan, seed=seed, eye=eye, token=StopSource().token)


def accuracy(real, network, classifier) -> float:
    weights = network.weights(EYE, channels=1, size=16, width=16)
    rightly = 0.0
    for label, pictures in enumerate(real.by_class):
        x = real.take(label, torch.arange(len(pictures)))
        seen = observe_eagerly(x, weights, torch.full((1, len(x)), 1 / len(x)), False)
        rightly += float((logits(seen.embedding, classifier).argmax(1) == label).float().mean())
    return rightly / len(real.by_class)


def test_a_member_has_learnt_the_classes_and_its_start_has_not():
    real = real_pictures((30, 30, 30))
    one = member(real)
    assert accuracy(real, Network(one.seed, one, 1.0), one.classifier) > 0.8
    assert accuracy(real, Network(one.seed, one, 0.0), one.classifier) < 0.8


def test_the_ends_of_the_line_are_the_start_and_the_trained_weights():
    real = real_pictures()
    one = member(real, seed=5)
    start = random_weights(5, channels=1, size=16, width=16)
    for blend, expected in ((0.0, start), (1.0, one.trained)):
        found = Network(5, one, blend).weights(EYE, channels=1, size=16, width=16)
        assert all(torch.allclose(a, b) for a, b in zip(found, expected, strict=True))


def test_a_seed_gives_the_same_bits():
    real = real_pictures()
    first, again = member(real, seed=3), member(real, seed=3)
    assert all(map(torch.equal, first.trained, again.trained))
    assert torch.equal(first.classifier, again.classifier)


def test_micro_batches_of_any_size_learn_the_same():
    real = real_pictures()
    plan = PoolPlan(members=1, steps=3, width=16)
    one, other = member(real, plan=plan), member(real, plan=plan, eye=eye_for(7))
    assert torch.allclose(one.classifier, other.classifier, atol=1e-5)


def test_a_stop_is_answered_between_the_batches():
    source = StopSource()
    source.stop(StopMode.KEEP)
    with pytest.raises(Stopped):
        train_member(real_pictures(), PLAN, seed=0, eye=EYE, token=source.token)


def test_a_pool_comes_back_from_its_file_with_the_same_bits(tmp_path):
    pool = [member(real_pictures(), seed=one) for one in seeds(0, 2)]
    assert len({one.seed for one in pool}) == 2
    save_pool(pool, tmp_path / "pool.pt")
    for one, stored in zip(pool, load_pool(tmp_path / "pool.pt"), strict=True):
        mine = rounded(one)
        assert mine.seed == stored.seed
        assert all(map(torch.equal, mine.trained, stored.trained))
        assert torch.equal(mine.classifier, stored.classifier)


def test_pairs_look_through_the_pool_in_turn_and_know_how_well_it_names():
    real = real_pictures((20, 20, 20))
    pool = [member(real, seed=one) for one in seeds(0, 2)]
    plan = BankPlan(pairs=8, per_class=20, width=16, style=True, directions=2)
    pairs = [
        draw_pair(
            real,
            plan,
            number=n,
            eye=EYE,
            kinds=("flip",),
            seed=0,
            token=StopSource().token,
            pool=pool,
        )
        for n in range(8)
    ]
    through = [pair for pair in pairs if pair.network.member is not None]
    assert {id(pair.network.member) for pair in through} == {id(one) for one in pool}
    assert len(through) < len(pairs)
    assert all(pair.accuracy > 0 for pair in through)
    assert all(pair.accuracy == 0 for pair in pairs if pair.network.member is None)
