"""A steep term takes steps that stop short of its minimum."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from engine.synthesis.held import held


def _term(images: torch.Tensor, steepness: float) -> torch.Tensor:
    """A parabola for each of two classes of three pictures, float32 ``(2,)``."""
    return steepness * images.view(2, -1).square().sum(1)


@given(st.floats(1e-3, 1e6), st.floats(1e-3, 10))
def test_a_step_never_makes_the_term_larger(steepness, reach):
    images = torch.linspace(-1, 1, 6 * 4).view(6, 1, 2, 2).requires_grad_()
    before = _term(images, steepness)
    (gradient,) = torch.autograd.grad(before.sum(), images)
    reaches = torch.full((6, 1, 1, 1), reach)
    step = held(gradient, before.detach(), reaches, 0.5) * reaches
    after = _term(images.detach() - step, steepness)
    assert (after <= before * 1.0001).all()


def test_a_gentle_step_is_left_alone():
    gradient, left = torch.full((6, 1, 2, 2), 0.01), torch.tensor([5.0, 5.0])
    assert torch.equal(held(gradient, left, torch.ones(6, 1, 1, 1), 0.5), gradient)


def test_one_steep_class_does_not_hold_another():
    gradient = torch.cat([torch.full((3, 1, 2, 2), 100.0), torch.full((3, 1, 2, 2), 0.01)])
    found = held(gradient, torch.tensor([1.0, 1.0]), torch.ones(6, 1, 1, 1), 0.5)
    assert float(found[0, 0, 0, 0]) == pytest.approx(100 * 0.5 / (12 * 100**2))
    assert torch.equal(found[3:], gradient[3:])


def test_what_is_matched_does_not_move():
    nothing = torch.zeros(6, 1, 2, 2)
    assert torch.equal(held(nothing, torch.zeros(2), torch.ones(6, 1, 1, 1), 0.5), nothing)


def test_the_layout_in_memory_changes_nothing():
    gradient, left = torch.randn(6, 3, 4, 4), torch.tensor([1.0, 2.0])
    reach = torch.ones(6, 1, 1, 1)
    last = held(gradient.to(memory_format=torch.channels_last), left, reach, 1.0)
    assert torch.allclose(last, held(gradient, left, reach, 1.0))
