"""Style terms: relative distances by hand, gradients, and what must not change them."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.matching.style import correlation_distance, moments_distance, relative_distance

seeds = st.integers(0, 2**32 - 1)


def drawn(seed: int, *shape: int) -> torch.Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def test_relative_distance_by_hand():
    real = torch.tensor([[3.0, 4.0], [1.0, 0.0]])
    synthetic = torch.tensor([[3.0, 9.0], [1.0, 0.0]])
    assert relative_distance(synthetic, real).tolist() == [25 / 25, 0.0]


def test_moments_are_the_mean_of_both_relative_distances():
    real = torch.tensor([[2.0, 0.0]]), torch.tensor([[1.0, 1.0]])
    synthetic = torch.tensor([[2.0, 1.0]]), torch.tensor([[1.0, 3.0]])
    # Means: 1/4; deviations: 4/2.
    assert moments_distance(synthetic, real).item() == pytest.approx(0.5 * (0.25 + 2.0))


def test_correlation_is_the_frobenius_norm_of_the_difference():
    real = torch.tensor([[[2.0, 0.0], [0.0, 1.0]]])
    synthetic = torch.tensor([[[2.0, 1.0], [1.0, 0.0]]])
    assert correlation_distance(synthetic, real).item() == pytest.approx(3 / 5)


def test_nothing_at_all_is_one_away():
    real = drawn(0, 3, 4, 4)
    assert relative_distance(torch.zeros_like(real), real).tolist() == pytest.approx([1, 1, 1])


def test_a_target_of_zero_stays_finite():
    real, synthetic = torch.zeros(2, 3), torch.zeros(2, 3, requires_grad=True)
    distance = relative_distance(synthetic, real)
    (gradient,) = torch.autograd.grad(distance.sum(), synthetic)
    assert distance.tolist() == [0.0, 0.0]
    assert gradient.isfinite().all()


def test_the_gradients_are_right():
    means, stds, grams = drawn(0, 2, 3), drawn(1, 2, 3), drawn(2, 2, 3, 3)
    target = drawn(3, 2, 3), drawn(4, 2, 3)
    assert torch.autograd.gradcheck(
        lambda *mine: moments_distance(mine, target),
        (means.requires_grad_(), stds.requires_grad_()),
    )
    assert torch.autograd.gradcheck(
        lambda mine: correlation_distance(mine, drawn(5, 2, 3, 3)), grams.requires_grad_()
    )


@settings(max_examples=20, deadline=None)
@given(seed=seeds, scale=st.floats(0.01, 100))
def test_style_terms_know_no_scale(seed, scale):
    mine, real = drawn(seed, 2, 4, 4), drawn(seed + 1, 2, 4, 4)
    assert torch.allclose(
        correlation_distance(mine * scale, real * scale), correlation_distance(mine, real)
    )
    pair = (mine[:, 0], mine[:, 1]), (real[:, 0], real[:, 1])
    scaled = [tuple(one * scale for one in side) for side in pair]
    assert torch.allclose(moments_distance(*scaled), moments_distance(*pair))
