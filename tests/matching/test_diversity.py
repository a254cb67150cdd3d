"""Diversity: principal directions against numpy, both forms by hand, padding, gradients."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.matching.diversity import bounded_distance, kl_distance, principal_directions

seeds = st.integers(0, 2**32 - 1)


def drawn(seed: int, *shape: int, dtype: torch.dtype = torch.float64) -> torch.Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed), dtype=dtype)


def shares_of(*counts: int, length: int) -> torch.Tensor:
    shares = torch.zeros(len(counts), length, dtype=torch.float64)
    for row, count in zip(shares, counts, strict=True):
        row[:count] = 1 / count
    return shares


def real_targets(*samples: torch.Tensor, count: int) -> tuple[torch.Tensor, torch.Tensor]:
    found = [principal_directions(one, count) for one in samples]
    return torch.stack([one[0] for one in found]), torch.stack([one[1] for one in found])


@pytest.mark.parametrize(("samples", "length"), [(6, 40), (40, 6), (9, 9)])
def test_directions_and_spread_are_those_of_a_singular_value_decomposition(samples, length):
    real = drawn(0, samples, length, dtype=torch.float32)
    directions, spread = principal_directions(real, 4)
    centred = real.double().numpy() - real.double().numpy().mean(0)
    _, values, rows = np.linalg.svd(centred, full_matrices=False)
    assert np.allclose(spread, values[:4] / np.sqrt(samples - 1), rtol=1e-4)
    alignment = np.abs((directions.numpy() * rows[:4]).sum(1))
    assert np.allclose(alignment, 1, atol=1e-4)
    assert np.allclose(directions @ directions.T, np.eye(4), atol=1e-4)


def test_spread_is_the_standard_deviation_along_each_direction():
    real = drawn(1, 30, 8)
    directions, spread = principal_directions(real, 5)
    assert torch.allclose((real @ directions.T).std(0), spread)


@pytest.mark.parametrize("rank", [1, 3])
def test_directions_beyond_the_rank_are_zero(rank):
    real = drawn(2, 8, rank) @ drawn(3, rank, 12)
    directions, spread = principal_directions(real.float(), 10)
    assert directions.shape == (10, 12)
    assert (spread[:rank] > 0).all()
    assert spread[rank:].tolist() == [0.0] * (10 - rank)
    assert not directions[rank:].any()


@pytest.mark.parametrize("samples", [1, 5])
def test_pictures_that_are_all_the_same_have_no_direction_and_no_spread(samples):
    directions, spread = principal_directions(torch.ones(samples, 6), 3)
    assert spread.tolist() == [0.0, 0.0, 0.0]
    assert not directions.any()


def test_bounded_by_hand():
    # Along x the samples deviate by √2 (real: √2 · 2), along y by 0 (real: 1).
    synthetic = torch.tensor([[[1.0, 5.0], [-1.0, 5.0]]], dtype=torch.float64)
    directions = torch.eye(2, dtype=torch.float64)[None]
    spread = torch.tensor([[2 * 2**0.5, 1.0]], dtype=torch.float64)
    distance = bounded_distance(synthetic, shares_of(2, length=2), directions, spread)
    assert distance.item() == pytest.approx(((2**0.5) ** 2 + 1) / (8 + 1), rel=1e-3)


@pytest.mark.parametrize(("stretch", "expected"), [(1.0, 0.0), (2.0, 1.0), (0.0, 1.0), (0.5, 0.25)])
def test_bounded_is_nothing_at_equal_spread_and_grows_both_ways(stretch, expected):
    real = drawn(4, 7, 20)
    synthetic = (real.mean(0) + (real - real.mean(0)) * stretch + 3.0)[None]
    distance = bounded_distance(synthetic, shares_of(7, length=7), *real_targets(real, count=4))
    assert distance.item() == pytest.approx(expected, abs=1e-3)


def test_a_class_of_one_has_no_diversity_and_no_gradient():
    synthetic = drawn(5, 2, 3, 8).requires_grad_()
    shares = shares_of(1, 3, length=3)
    for distance in (
        bounded_distance(synthetic, shares, *real_targets(drawn(6, 1, 8), drawn(7, 9, 8), count=2)),
        kl_distance(synthetic, shares),
    ):
        assert distance[0].item() == 0.0
        assert distance[1].item() != 0.0
        (gradient,) = torch.autograd.grad(distance.sum(), synthetic)
        assert not gradient[0].any()
        assert gradient[1].isfinite().all()


def test_samples_that_fell_together_have_a_finite_gradient():
    synthetic = torch.ones(1, 4, 8, dtype=torch.float64, requires_grad=True)
    distance = bounded_distance(
        synthetic, shares_of(4, length=4), *real_targets(drawn(8, 9, 8), count=3)
    )
    (gradient,) = torch.autograd.grad(distance.sum(), synthetic)
    assert gradient.isfinite().all()


def softmax(values: np.ndarray) -> np.ndarray:
    raised = np.exp(values - values.max())
    return raised / raised.sum()


def kl_by_hand(samples: np.ndarray, neighbours: int) -> float:
    """−mean KL(softmax s ‖ softmax m), written as the paper has it."""
    total = 0.0
    for number, sample in enumerate(samples):
        apart = ((samples - sample) ** 2).sum(1)
        apart[number] = np.inf
        nearest = samples[np.argsort(apart)[:neighbours]]
        p, q = softmax(sample), softmax(nearest.mean(0))
        total += (p * np.log(p / q)).sum()
    return -total / len(samples)


@pytest.mark.parametrize(("count", "neighbours"), [(2, 1), (5, 1), (10, 2), (20, 4)])
def test_the_published_form_by_hand(count, neighbours):
    samples = drawn(9, count, 6)
    found = kl_distance(samples[None], shares_of(count, length=count))
    assert found.item() == pytest.approx(kl_by_hand(samples.numpy(), neighbours))


def test_the_published_form_rewards_samples_that_keep_apart():
    samples, shares = drawn(10, 1, 6, 5), shares_of(6, length=6)
    together, near, far = (kl_distance(samples * one, shares).item() for one in (0, 1, 3))
    assert together == pytest.approx(0.0, abs=1e-12)
    assert far < near < together


def test_the_gradients_are_right():
    synthetic, shares = drawn(11, 2, 5, 7).requires_grad_(), shares_of(5, 3, length=5)
    directions, spread = real_targets(drawn(12, 9, 7), drawn(13, 9, 7), count=3)
    assert torch.autograd.gradcheck(
        lambda mine: bounded_distance(mine, shares, directions, spread), synthetic
    )

    def published(mine: torch.Tensor) -> torch.Tensor:
        return kl_distance(mine, shares)

    assert torch.autograd.gradcheck(published, synthetic)


@settings(max_examples=20, deadline=None)
@given(seed=seeds, filling=st.floats(-100, 100), order=st.permutations(range(4)))
def test_neither_order_nor_padding_matters(seed, filling, order):
    samples = drawn(seed, 1, 4, 6)
    padded = torch.cat([samples[:, order], torch.full((1, 2, 6), filling).double()], 1)
    targets = real_targets(drawn(seed + 1, 9, 6), count=3)
    for before, after in (
        (
            bounded_distance(samples, shares_of(4, length=4), *targets),
            bounded_distance(padded, shares_of(4, length=6), *targets),
        ),
        (
            kl_distance(samples, shares_of(4, length=4)),
            kl_distance(padded, shares_of(4, length=6)),
        ),
    ):
        assert torch.allclose(before, after, rtol=1e-9)


def test_neighbours_are_sought_within_the_class():
    samples = drawn(14, 2, 5, 6)
    shares = shares_of(5, 5, length=5)
    apart = torch.cat([kl_distance(one[None], shares[:1]) for one in samples])
    assert torch.equal(kl_distance(samples, shares), apart)
