"""Content: distances of class means by hand, and what must not change them."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.matching.content import class_scatter, content_distance

seeds = st.integers(0, 2**32 - 1)


def drawn(seed: int, *shape: int) -> torch.Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def test_squared_distance_of_each_class_by_hand():
    synthetic = torch.tensor([[1.0, 0.0], [0.0, 0.0], [2.0, 2.0]])
    real = torch.tensor([[0.0, 0.0], [3.0, 4.0], [2.0, 2.0]])
    assert content_distance(synthetic, real).tolist() == [1.0, 25.0, 0.0]


def test_scatter_by_hand():
    # The centre is (1, 4); the classes are √2, √2 and 2 away from it.
    real = torch.tensor([[0.0, 3.0], [2.0, 3.0], [1.0, 6.0]])
    assert class_scatter(real).item() == pytest.approx((2 + 2 + 4) / 3)


def test_classes_at_one_place_do_not_divide_by_zero():
    real = torch.ones(3, 4)
    relative = content_distance(real, real) / class_scatter(real)
    assert relative.tolist() == [0.0, 0.0, 0.0]


def test_the_gradient_is_right():
    synthetic = drawn(0, 3, 5).requires_grad_()
    assert torch.autograd.gradcheck(lambda s: content_distance(s, drawn(1, 3, 5)), synthetic)


@settings(max_examples=20, deadline=None)
@given(seed=seeds, scale=st.floats(0.01, 100), shift=st.floats(-10, 10))
def test_relative_content_knows_neither_scale_nor_origin(seed, scale, shift):
    synthetic, real = drawn(seed, 4, 6), drawn(seed + 1, 4, 6)
    before = content_distance(synthetic, real) / class_scatter(real)
    synthetic, real = synthetic * scale + shift, real * scale + shift
    after = content_distance(synthetic, real) / class_scatter(real)
    assert torch.allclose(before, after, rtol=1e-6)
