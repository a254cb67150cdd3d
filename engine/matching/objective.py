"""The objective: content + style + diversity, each relative to the real pictures."""

from __future__ import annotations

from typing import Literal, NamedTuple

import torch
from torch import Tensor

from engine.matching.class_term import class_distance
from engine.matching.content import content_distance
from engine.matching.diversity import bounded_distance, kl_distance
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


class Weights(NamedTuple):
    """Weights of the terms, already multiplied by the engine's own balance.

    With ``absolute`` content and moments are in the published, absolute units.
    """

    content: float
    moments: float
    correlation: float
    diversity: float
    class_term: float = 0.0
    diversity_kind: Literal["bounded", "kl"] = "bounded"
    absolute: bool = False


class Terms(NamedTuple):
    """The terms by class, float32 ``(classes,)`` each, unweighted."""

    content: Tensor
    moments: Tensor
    correlation: Tensor
    diversity: Tensor
    class_term: Tensor

    def total(self, weights: Weights) -> Tensor:
        """Weighted sum over terms and classes, a scalar."""
        return sum(
            (
                weight * term.sum()
                for weight, term in zip(weights[:5], self, strict=True)
                if weight > 0
            ),
            start=self.content.new_zeros(()),
        )


def objective(
    seen: Observation,
    shares: Tensor,
    targets: Targets,
    kind: Literal["bounded", "kl"],
    *,
    absolute: bool = False,
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
    kind : {"bounded", "kl"}
        Which diversity.
    absolute : bool
        As published: content and moments without their units (‖mean R − mean S‖², and the mean
        squared difference of the moments), and no Gram matrices.
    """
    classes, length = shares.shape
    embedding = seen.embedding.view(classes, length, -1)
    present = (shares.sum(1) > 0).float()
    content = content_distance(_class_mean(embedding, shares), targets.content)
    content = content if absolute else content / targets.scatter
    distance = absolute_distance if absolute else relative_distance
    zero = content.new_zeros(classes)
    moments = correlation = diversity = zero
    if targets.means:
        layers = len(targets.means)
        for layer in range(layers):
            mine = (
                _class_mean(seen.means[layer].view(classes, length, -1), shares),
                _class_mean(seen.stds[layer].view(classes, length, -1), shares),
            )
            real = (targets.means[layer], targets.stds[layer])
            moments = moments + moments_distance(mine, real, distance)
            if not absolute:  # the published objective has none
                correlation = correlation + correlation_distance(
                    seen.grams[layer], targets.grams[layer]
                )
        moments, correlation = moments / layers, correlation / layers
    if kind == "kl":
        diversity = kl_distance(embedding, shares)
    elif targets.directions is not None and targets.spread is not None:
        diversity = bounded_distance(embedding, shares, targets.directions, targets.spread)
    class_term = zero
    if targets.classifier is not None and targets.labels is not None:
        class_term = targets.accuracy * class_distance(
            embedding, shares, targets.classifier, targets.labels
        )
    found = (content, moments, correlation, diversity, class_term)
    return Terms(*(term * present for term in found))


def _class_mean(values: Tensor, shares: Tensor) -> Tensor:
    return torch.einsum("kl,kld->kd", shares, values)
