"""The bank: statistics as computed directly, whatever the batches; draws that repeat."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest
import torch

from engine.networks.observer import observe_eagerly
from engine.runtime import StopMode, Stopped, StopSource
from engine.synthesis.augmentation import kinds_for
from engine.synthesis.bank import BankPlan, Pair, draw_pair
from engine.synthesis.real import RealPictures
from tests.synthesis.tiny import EYE, eye_for, real_pictures

PLAN = BankPlan(pairs=4, per_class=50, width=8, style=True, directions=3)


def draw(real, plan=PLAN, *, number=0, seed=0, eye=EYE, source=None) -> Pair:
    return draw_pair(
        real,
        plan,
        number=number,
        eye=eye,
        kinds=kinds_for(real.shape[0]),
        seed=seed,
        token=(source or StopSource()).token,
    )


def tensors(pair: Pair) -> list[torch.Tensor]:
    found = []
    for one in fields(pair):
        value = getattr(pair, one.name)
        found += value if isinstance(value, list) else [value]
    return [one for one in found if isinstance(one, torch.Tensor)]


def same_bits(one: Pair, other: Pair) -> bool:
    return (one.network, one.augmentation) == (other.network, other.augmentation) and all(
        torch.equal(a, b) for a, b in zip(tensors(one), tensors(other), strict=True)
    )


@pytest.mark.parametrize("channels", [1, 3])
def test_statistics_are_those_of_all_pictures_looked_at_at_once(channels):
    real = real_pictures(channels=channels)
    pair = draw(real)
    weights = pair.network.weights(EYE, channels=channels, size=16, width=8)
    for label, pictures in enumerate(real.by_class):
        n = len(pictures)
        x = pair.augmentation(real.take(label, torch.arange(n)))
        seen = observe_eagerly(x, weights, torch.full((1, n), 1 / n), True)
        assert torch.allclose(pair.content[label], seen.embedding.mean(0), atol=1e-5)
        for layer in range(len(seen.means)):
            assert torch.allclose(pair.means[layer][label], seen.means[layer].mean(0), atol=1e-5)
            assert torch.allclose(pair.stds[layer][label], seen.stds[layer].mean(0), atol=1e-5)
            gram = pair.grams[layer][label].float() * pair.gram_units[layer][label]
            assert torch.allclose(gram, seen.grams[layer][0], rtol=2e-3, atol=1e-6)
        centred = (seen.embedding - seen.embedding.mean(0)).numpy()
        _, values, rows = np.linalg.svd(centred, full_matrices=False)
        assert np.allclose(pair.spread[label], values[:3] / np.sqrt(n - 1), rtol=1e-3)
        alignment = np.abs((pair.directions[label].float().numpy() * rows[:3]).sum(1))
        assert np.allclose(alignment, 1, atol=5e-3)
    centre = pair.content.mean(0)
    expected = (pair.content - centre).square().sum(1).mean()
    assert pair.scatter.item() == pytest.approx(expected.item(), rel=1e-5)


@pytest.mark.parametrize("pictures", [1, 3, 4, 100])
def test_micro_batches_of_any_size_give_the_same_pair(pictures):
    real = real_pictures()
    whole, parts = draw(real), draw(real, eye=eye_for(pictures))
    assert (whole.network, whole.augmentation) == (parts.network, parts.augmentation)
    for one, other in zip(tensors(whole), tensors(parts), strict=True):
        if one is not whole.directions:  # a direction may as well point backwards
            assert torch.allclose(one.float(), other.float(), rtol=2e-3, atol=1e-5)


def test_a_number_and_a_seed_give_the_same_bits_in_any_order():
    real = real_pictures()
    first = [draw(real, number=number) for number in range(3)]
    torch.manual_seed(77)
    np.random.seed(77)
    again = [draw(real, number=number) for number in reversed(range(3))]
    assert all(map(same_bits, first, reversed(again)))


def test_another_number_or_seed_is_another_network():
    real = real_pictures()
    drawn = [draw(real), draw(real, number=1), draw(real, seed=1), draw(real, number=1, seed=1)]
    assert len({pair.network for pair in drawn}) == 4


def test_a_large_class_is_sampled_anew_for_each_pair_without_repeating_a_picture():
    taken: list[list[int]] = []

    class Listening(RealPictures):
        def take(self, label: int, indices: torch.Tensor) -> torch.Tensor:
            taken.append(indices.tolist())
            return super().take(label, indices)

    plain = real_pictures((40, 5))
    real = Listening(
        [one.permute(0, 2, 3, 1).numpy() for one in plain.by_class],
        plain.mean.flatten().numpy(),
        plain.std.flatten().numpy(),
    )
    plan = BankPlan(pairs=2, per_class=8, width=8, style=False, directions=0)
    for number in range(2):
        draw(real, plan, number=number)
    (large, small), (large_again, small_again) = taken[:2], taken[2:]
    assert len(set(large)) == len(large) == 8
    assert set(large) != set(large_again)
    assert sorted(small) == sorted(small_again) == list(range(5))


def test_nothing_is_kept_that_the_objective_does_not_need():
    plan = BankPlan(pairs=2, per_class=8, width=8, style=False, directions=0)
    pair = draw(real_pictures(), plan)
    assert (pair.means, pair.stds, pair.grams) == ([], [], [])
    assert pair.directions is None
    assert pair.spread is None


@pytest.mark.parametrize("counts", [(12, 1), (1, 1), (2, 12)])
def test_a_class_of_one_or_two_pictures_has_finite_statistics(counts):
    pair = draw(real_pictures(counts))
    assert all(one.isfinite().all() for one in tensors(pair))


def test_half_precision_holds_gram_matrices_of_any_size():
    dark = real_pictures()
    for std in (1e-4, 1e4):
        real = RealPictures(
            [one.permute(0, 2, 3, 1).numpy() for one in dark.by_class],
            dark.mean.flatten().numpy(),
            np.array([std], np.float32),
        )
        for stored, unit in zip(draw(real).grams, draw(real).gram_units, strict=True):
            assert stored.isfinite().all()
            assert (stored.flatten(1).abs().amax(1) > 0.9).all()
            assert (unit > 0).all()


def test_a_stop_is_answered_between_the_batches():
    source = StopSource()
    looked = []

    def look(*arguments):
        looked.append(1)
        source.stop(StopMode.DISCARD)
        return observe_eagerly(*arguments)

    with pytest.raises(Stopped) as stopped:
        draw(real_pictures(), eye=eye_for(4, look), source=source)
    assert stopped.value.mode is StopMode.DISCARD
    assert len(looked) == 1


@pytest.mark.parametrize("channels", [1, 3])
def test_every_grey_level_survives_normalising_and_back(channels):
    levels = np.arange(256, dtype=np.uint8).reshape(1, 16, 16, 1)
    levels = np.repeat(levels, channels, axis=3)
    levels[..., -1] = levels[..., -1][:, ::-1]
    mean = np.linspace(0.4, 0.6, channels, dtype=np.float32)
    std = np.linspace(0.2, 0.3, channels, dtype=np.float32)
    real = RealPictures([levels], mean, std)
    taken = real.take(0, torch.tensor([0]))
    assert taken.shape == (1, channels, 16, 16)
    assert taken[0, 0, 3, 5].item() == pytest.approx((levels[0, 3, 5, 0] / 255 - 0.4) / 0.2, 1e-4)
    assert np.array_equal(real.to_uint8(taken), levels)


def test_what_leaves_the_range_is_exported_as_black_and_white():
    real = real_pictures()
    lowest, highest = real.limits(torch.device("cpu"))
    images = torch.cat([lowest, highest, lowest - 1, highest + 1]).expand(4, 1, 16, 16)
    assert real.to_uint8(images)[:, 0, 0, 0].tolist() == [0, 255, 0, 255]
