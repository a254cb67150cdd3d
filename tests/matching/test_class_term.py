"""The class term against values worked out by hand."""

from __future__ import annotations

import math

import pytest
import torch

from engine.matching.class_term import class_distance

# Two classes in a plane: class 0 is where the first coordinate is larger.
CLASSIFIER = torch.tensor([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])


def distance(points, label, shares=None):
    x = torch.tensor([points])
    shares = torch.full((1, len(points)), 1 / len(points)) if shares is None else shares
    return class_distance(x, shares, CLASSIFIER, torch.tensor([label]))


def test_a_sample_on_the_border_counts_one_and_a_clear_one_nothing():
    assert distance([[2.0, 2.0]], 0).item() == pytest.approx(1)
    assert distance([[40.0, 0.0]], 0).item() == pytest.approx(0, abs=1e-6)
    assert distance([[40.0, 0.0]], 1).item() == pytest.approx(40 / math.log(2))


def test_the_bias_moves_the_border():
    biased = torch.tensor([[1.0, 0.0, 1.0], [0.0, 1.0, 0.0]])
    found = class_distance(
        torch.tensor([[[0.0, 1.0]]]), torch.ones(1, 1), biased, torch.tensor([0])
    )
    assert found.item() == pytest.approx(1)


def test_padding_counts_for_nothing_and_the_mean_is_over_the_samples():
    shares = torch.tensor([[0.5, 0.5, 0.0]])
    found = distance([[1.0, 1.0], [0.0, 3.0], [0.0, 99.0]], 0, shares)
    expected = (math.log(2) + math.log(1 + math.exp(3))) / 2 / math.log(2)
    assert found.item() == pytest.approx(expected, rel=1e-5)


def test_the_gradient_is_exact():
    generator = torch.Generator().manual_seed(0)
    x = torch.randn(2, 3, 4, dtype=torch.float64, generator=generator, requires_grad=True)
    classifier = torch.randn(3, 5, dtype=torch.float64, generator=generator)
    shares = torch.full((2, 3), 1 / 3, dtype=torch.float64)
    labels = torch.tensor([2, 0])
    assert torch.autograd.gradcheck(lambda v: class_distance(v, shares, classifier, labels), x)
