"""The objective: content + style + diversity, each relative to the real pictures."""

from __future__ import annotations

from typing import Literal, NamedTuple

import torch
from torch import Tensor

from engine.matching.appearance import appearance_distance
from engine.matching.class_term import class_distance
from engine.matching.content import content_distance
from engine.matching.diversity import NEIGHBOUR_SHARE, bounded_distance, kl_distance
from engine.matching.kernel import Fourier, lifted
from engine.matching.style import (
    absolute_distance,
    correlation_distance,
    moments_distance,
    relative_distance,
)
from engine.networks.observer import Observation


class Targets(NamedTuple):
    """The real side of a group of classes; see :class:`engine.synthesis.bank.Pair`."""

    content: Tensor
    scatter: Tensor
    means: list[Tensor]
    stds: list[Tensor]
    grams: list[Tensor]
    directions: Tensor | None
    spread: Tensor | None
    classifier: Tensor | None = None
    labels: Tensor | None = None
    accuracy: float = 0.0
    appearance: Tensor | None = None
    appearance_unit: Tensor | None = None
    fourier: Fourier | None = None


class Weights(NamedTuple):
    """Weights of the terms, already multiplied by the engine's own balance.

    With ``absolute`` content and moments are in the published, absolute units; ``neighbours`` is
    k of the published diversity in samples of a class; style is read from ``layers``, all of them
    where there are none.
    """

    content: float
    moments: float
    correlation: float
    diversity: float
    class_term: float = 0.0
    appearance: float = 0.0
    diversity_kind: Literal["bounded", "kl"] = "bounded"
    absolute: bool = False
    neighbours: float = NEIGHBOUR_SHARE
    layers: tuple[int, ...] = ()


class Terms(NamedTuple):
    """The terms by class, float32 ``(classes,)`` each, unweighted."""

    content: Tensor
    moments: Tensor
    correlation: Tensor
    diversity: Tensor
    class_term: Tensor
    appearance: Tensor

    def by_class(self, weights: Weights) -> Tensor:
        """Weighted sum over terms, float32 ``(classes,)``."""
        total = torch.zeros_like(self.content)
        for name, term in zip(self._fields, self, strict=True):
            weight: float = getattr(weights, name)
            if weight > 0:
                total = total + weight * term
        return total

    def total(self, weights: Weights) -> Tensor:
        """Weighted sum over terms and classes, a scalar."""
        return self.by_class(weights).sum()


def objective(
    seen: Observation,
    shares: Tensor,
    targets: Targets,
    weights: Weights,
    *,
    described: Tensor | None = None,
) -> Terms:
    """Compare a group of classes with its targets.

    Parameters
    ----------
    seen : Observation
        Of ``classes × length`` synthetic samples, class by class.
    shares : Tensor, float32, (classes, length)
        Each sample's share in its class mean; a padded sample has 0. A class whose shares are
        all 0 is padding and counts for nothing.
    targets : Targets
    weights : Weights
        Which diversity, which layers, and whether as published: content and moments without their
        units (‖mean R − mean S‖², and the mean squared difference of the moments), and no Gram
        matrices.
    described : Tensor, float32, (classes · length, D), optional
        What the samples look like (:func:`engine.matching.appearance.describe`).
    """
    classes, length = shares.shape
    embedding = seen.embedding.view(classes, length, -1)
    present = (shares.sum(1) > 0).float()
    placed = embedding if targets.fourier is None else lifted(embedding, targets.fourier)
    content = content_distance(_class_mean(placed, shares), targets.content)
    absolute, kind = weights.absolute, weights.diversity_kind
    content = content if absolute else content / targets.scatter
    zero = content.new_zeros(classes)
    moments, correlation = _style(seen, shares, targets, weights)
    diversity = zero
    if kind == "kl":
        diversity = kl_distance(embedding, shares, weights.neighbours)
    elif targets.directions is not None and targets.spread is not None:
        diversity = bounded_distance(embedding, shares, targets.directions, targets.spread)
    class_term = zero
    if targets.classifier is not None and targets.labels is not None:
        class_term = targets.accuracy * class_distance(
            embedding, shares, targets.classifier, targets.labels
        )
    appearance = zero
    if described is not None and targets.appearance is not None:
        assert targets.appearance_unit is not None
        appearance = appearance_distance(
            described.view(classes, length, -1),
            shares,
            targets.appearance,
            targets.appearance_unit,
        )
    found = (content, moments, correlation, diversity, class_term, appearance)
    return Terms(*(term * present for term in found))


def _style(
    seen: Observation, shares: Tensor, targets: Targets, weights: Weights
) -> tuple[Tensor, Tensor]:
    """Moments and correlation by class, means over layers; 0 where style was not looked at."""
    classes, length = shares.shape
    moments = correlation = targets.content.new_zeros(classes)
    if not targets.means:
        return moments, correlation
    distance = absolute_distance if weights.absolute else relative_distance
    layers = weights.layers or range(len(targets.means))
    for layer in layers:
        mine = (
            _class_mean(seen.means[layer].view(classes, length, -1), shares),
            _class_mean(seen.stds[layer].view(classes, length, -1), shares),
        )
        real = (targets.means[layer], targets.stds[layer])
        moments = moments + moments_distance(mine, real, distance)
        if not weights.absolute:  # the published objective has none
            found = correlation_distance(seen.grams[layer], targets.grams[layer])
            correlation = correlation + found
    return moments / len(layers), correlation / len(layers)


def _class_mean(values: Tensor, shares: Tensor) -> Tensor:
    return torch.einsum("kl,kld->kd", shares, values)
