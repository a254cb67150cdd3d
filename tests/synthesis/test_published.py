"""Preset *published*: the paper's own objective, in its own units, learnt as the paper learns."""

from __future__ import annotations

import pytest
import torch
import torch.nn.functional as F

from engine.data.allocation import packing_for
from engine.data.recipe import CondenseRecipe
from engine.matching.objective import Targets, Weights, objective
from engine.networks.observer import Observation, observe_eagerly
from engine.runtime import StopSource
from engine.synthesis.augmentation import kinds_for
from engine.synthesis.bank import draw_pair
from tests.synthesis.tiny import EYE, Course, real_pictures, tiny_plan

RECIPE = CondenseRecipe(ipc=5, preset="published", steps=3)


def test_content_and_moments_are_in_absolute_units():
    """Two classes of one sample; every value is worked out by hand."""
    seen = Observation(
        embedding=torch.tensor([[1.0, 2.0], [0.0, 0.0]]),
        means=[torch.tensor([[1.0, 1.0], [0.0, 0.0]])],
        stds=[torch.tensor([[2.0, 4.0], [1.0, 1.0]])],
        grams=[torch.zeros(2, 2, 2)],
    )
    targets = Targets(
        content=torch.tensor([[0.0, 0.0], [3.0, 4.0]]),
        scatter=torch.tensor(7.0),
        means=[torch.tensor([[0.0, 1.0], [0.0, 2.0]])],
        stds=[torch.tensor([[2.0, 2.0], [1.0, 1.0]])],
        grams=[torch.zeros(2, 2, 2)],
        directions=None,
        spread=None,
    )
    terms = objective(
        seen, torch.ones(2, 1), targets, Weights(1, 1, 1, 1, diversity_kind="kl", absolute=True)
    )
    assert terms.content.tolist() == [5.0, 25.0]
    assert terms.moments.tolist() == pytest.approx([0.5 * (0.5 + 2.0), 0.5 * (2.0 + 0.0)])


def test_a_plan_is_as_published():
    plan = tiny_plan(real_pictures(), RECIPE)
    assert plan.weights.correlation == plan.weights.class_term == plan.pool.members == 0
    assert plan.weights.diversity_kind == "kl"
    assert plan.slots.packing == packing_for(RECIPE, 64, 64) == 1
    assert not plan.decays


def test_a_step_is_plain_descent_of_the_sum_over_classes_at_rate_one():
    real = real_pictures((12, 9, 7))
    course = Course.of(real, RECIPE)
    plan, state = course.plan, course.state
    images = state.images.clone().requires_grad_()
    lowest, highest = real.limits(images.device)
    optimiser = torch.optim.SGD([images], lr=1.0, momentum=0.5)
    for step in range(RECIPE.steps):
        pair = draw_pair(
            real,
            plan.bank,
            number=step,
            eye=EYE,
            kinds=kinds_for(1),
            seed=0,
            token=StopSource().token,
        )
        weights = pair.network.weights(EYE, channels=1, size=16, width=16)
        loss = torch.zeros(())
        for label in range(3):
            own = pair.augmentation(images[5 * label : 5 * label + 5])
            seen = observe_eagerly(own, weights, torch.full((1, 5), 0.2), True)
            loss = loss + (seen.embedding.mean(0) - pair.content[label]).square().sum()
            for layer in range(len(seen.means)):
                for mine, theirs in (
                    (seen.means[layer], pair.means[layer]),
                    (seen.stds[layer], pair.stds[layer]),
                ):
                    gap = F.mse_loss(mine.mean(0), theirs[label])
                    loss = loss + 10_000 * 0.5 * gap / len(seen.means)
            loss = loss - 10 * divergence(seen.embedding)
        optimiser.zero_grad()
        torch.autograd.backward(loss)
        optimiser.step()
        with torch.no_grad():
            images.clamp_(lowest, highest)
    course.run()
    assert torch.allclose(state.images, images.detach(), atol=2e-4)


def divergence(embedding: torch.Tensor) -> torch.Tensor:
    """Eq. 8–9 sample by sample; of five samples the nearest neighbour is the fifth part."""
    total = torch.zeros(())
    for own in range(len(embedding)):
        others = [other for other in range(len(embedding)) if other != own]
        apart = torch.cdist(embedding.detach(), embedding.detach())[own]
        nearest = min(others, key=lambda other: float(apart[other]))
        p, q = embedding[own].softmax(0), embedding[nearest].softmax(0)
        total = total + (p * (p / q).log()).sum()
    return total / len(embedding)


def test_content_goes_down():
    real = real_pictures((40, 40), size=32)
    recipe = CondenseRecipe(ipc=5, preset="published", steps=60, diversity=0)
    course = Course.of(real, recipe)
    course.run()
    assert course.state.smooth["content"] < 0.8 * course.state.start["content"]
