"""The objective: assembled from its terms, whatever the grouping, order and padding."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.matching.content import content_distance
from engine.matching.diversity import bounded_distance, kl_distance, principal_directions
from engine.matching.objective import Targets, Terms, Weights, objective
from engine.matching.style import correlation_distance, moments_distance
from engine.networks.observer import Observation

LENGTH, EMBEDDING, CHANNELS = 3, 7, 4
BOUNDED = Weights(1, 1, 1, 1)
KL = BOUNDED._replace(diversity_kind="kl")


def drawn(seed: int, *shape: int) -> torch.Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def seen_by_two_layers(seed: int, classes: int, length: int = LENGTH) -> Observation:
    n = classes * length
    return Observation(
        embedding=drawn(seed, n, EMBEDDING),
        means=[drawn(seed + 1, n, CHANNELS), drawn(seed + 2, n, CHANNELS)],
        stds=[drawn(seed + 3, n, CHANNELS), drawn(seed + 4, n, CHANNELS)],
        grams=[drawn(seed + 5, classes, CHANNELS, CHANNELS) for _ in range(2)],
    )


def real_targets(seed: int, classes: int) -> Targets:
    found = [
        principal_directions(drawn(seed + 50 + one, 9, EMBEDDING), 2) for one in range(classes)
    ]
    return Targets(
        content=drawn(seed + 6, classes, EMBEDDING),
        scatter=torch.tensor(2.0, dtype=torch.float64),
        means=[drawn(seed + 7 + layer, classes, CHANNELS) for layer in range(2)],
        stds=[drawn(seed + 9 + layer, classes, CHANNELS) for layer in range(2)],
        grams=[drawn(seed + 11 + layer, classes, CHANNELS, CHANNELS) for layer in range(2)],
        directions=torch.stack([one[0] for one in found]),
        spread=torch.stack([one[1] for one in found]),
        classifier=drawn(seed + 13, max(4, classes), EMBEDDING + 1),
        labels=torch.arange(classes),
        accuracy=0.5,
    )


def equal_shares(classes: int, length: int = LENGTH) -> torch.Tensor:
    return torch.full((classes, length), 1 / length, dtype=torch.float64)


def part_of(targets: Targets, classes: slice) -> Targets:
    return Targets(
        targets.content[classes],
        targets.scatter,
        *([one[classes] for one in layers] for layers in targets[2:5]),
        targets.directions[classes],
        targets.spread[classes],
        targets.classifier,
        targets.labels[classes],
        targets.accuracy,
    )


def test_each_term_is_what_its_formula_says():
    seen, targets, shares = seen_by_two_layers(0, 2), real_targets(0, 2), equal_shares(2)
    terms = objective(seen, shares, targets, BOUNDED)

    def mean(values):
        return values.view(2, LENGTH, -1).mean(1)

    assert torch.allclose(
        terms.content, content_distance(mean(seen.embedding), targets.content) / 2.0
    )
    moments = [
        moments_distance((mean(seen.means[one]), mean(seen.stds[one])), (real_mean, real_std))
        for one, (real_mean, real_std) in enumerate(zip(targets.means, targets.stds, strict=True))
    ]
    assert torch.allclose(terms.moments, torch.stack(moments).mean(0))
    correlation = [
        correlation_distance(mine, real)
        for mine, real in zip(seen.grams, targets.grams, strict=True)
    ]
    assert torch.allclose(terms.correlation, torch.stack(correlation).mean(0))
    embedding = seen.embedding.view(2, LENGTH, -1)
    assert torch.allclose(
        terms.diversity,
        bounded_distance(embedding, shares, targets.directions, targets.spread),
    )
    assert torch.allclose(
        objective(seen, shares, targets, KL).diversity, kl_distance(embedding, shares)
    )


def test_the_published_diversity_needs_nothing_of_the_real_pictures():
    seen, shares = seen_by_two_layers(1, 2), equal_shares(2)
    targets = real_targets(1, 2)._replace(directions=None, spread=None)
    terms = objective(seen, shares, targets, KL)
    assert (terms.diversity < 0).all()


def test_content_alone_where_no_style_was_looked_at():
    seen = Observation(drawn(2, 6, EMBEDDING), [], [], [])
    targets = Targets(drawn(3, 2, EMBEDDING), torch.tensor(1.0), [], [], [], None, None)
    terms = objective(seen, equal_shares(2), targets, BOUNDED)
    assert (terms.content > 0).all()
    for term in terms[1:]:
        assert term.tolist() == [0.0, 0.0]


def test_the_total_by_hand():
    terms = Terms(*(torch.tensor([one, 1.0]) for one in (1.0, 2.0, 3.0, 4.0, 5.0, 6.0)))
    assert terms.total(Weights(1, 10, 100, 1000, 10_000, 100_000)).item() == 765_432


def test_a_term_of_no_weight_cannot_spoil_the_total():
    terms = Terms(
        *(torch.ones(2) for _ in range(3)), torch.tensor([torch.nan, 1.0]), *torch.zeros(2, 2)
    )
    assert terms.total(Weights(1, 1, 1, 0)).item() == 6.0


@pytest.mark.parametrize("kind", [BOUNDED, KL], ids=["bounded", "kl"])
def test_the_gradient_is_right(kind):
    seen, targets = seen_by_two_layers(4, 2), real_targets(4, 2)
    leaves = [seen.embedding, *seen.means, *seen.stds, *seen.grams]

    def total(embedding, mean0, mean1, std0, std1, gram0, gram1):
        observation = Observation(embedding, [mean0, mean1], [std0, std1], [gram0, gram1])
        terms = objective(observation, equal_shares(2), targets, kind)
        return terms.total(Weights(1, 2, 3, 4, 5, diversity_kind=kind))

    assert torch.autograd.gradcheck(total, [one.requires_grad_() for one in leaves])


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 2**32 - 100), kind=st.sampled_from([BOUNDED, KL]))
def test_groups_of_classes_add_up_to_the_whole(seed, kind):
    seen, targets = seen_by_two_layers(seed, 4), real_targets(seed, 4)
    whole = objective(seen, equal_shares(4), targets, kind)
    for first in (0, 2):
        classes = slice(first, first + 2)
        rows = slice(first * LENGTH, (first + 2) * LENGTH)
        group = Observation(
            seen.embedding[rows],
            [one[rows] for one in seen.means],
            [one[rows] for one in seen.stds],
            [one[classes] for one in seen.grams],
        )
        part = objective(group, equal_shares(2), part_of(targets, classes), kind)
        for mine, of_all in zip(part, whole, strict=True):
            assert torch.allclose(mine, of_all[classes])


@settings(max_examples=20, deadline=None)
@given(
    seed=st.integers(0, 2**32 - 100),
    kind=st.sampled_from([BOUNDED, KL]),
    order=st.permutations(range(LENGTH)),
    filling=st.floats(-10, 10),
)
def test_neither_sample_order_nor_padding_matters(seed, kind, order, filling):
    seen, targets = seen_by_two_layers(seed, 2), real_targets(seed, 2)

    def reordered(values):
        grouped = values.view(2, LENGTH, -1)[:, order]
        pad = torch.full((2, 2, grouped.shape[2]), filling, dtype=torch.float64)
        return torch.cat([grouped, pad], 1).flatten(0, 1)

    padded = Observation(
        reordered(seen.embedding),
        [reordered(one) for one in seen.means],
        [reordered(one) for one in seen.stds],
        seen.grams,
    )
    shares = torch.cat([equal_shares(2), torch.zeros(2, 2, dtype=torch.float64)], 1)
    before = objective(seen, equal_shares(2), targets, kind)
    after = objective(padded, shares, targets, kind)
    for one, other in zip(before, after, strict=True):
        assert torch.allclose(one, other)


@pytest.mark.parametrize("kind", [BOUNDED, KL], ids=["bounded", "kl"])
def test_a_class_that_is_only_padding_counts_for_nothing(kind):
    seen, targets = seen_by_two_layers(5, 3), real_targets(5, 3)
    embedding = seen.embedding.requires_grad_()
    shares = equal_shares(3)
    shares[2] = 0
    targets = targets._replace(
        appearance=drawn(20, 3, LENGTH, 2), appearance_unit=torch.ones(2, dtype=torch.float64)
    )
    terms = objective(seen, shares, targets, kind, described=drawn(21, 3 * LENGTH, 2))
    for term in terms:
        assert term[2].item() == 0.0
        assert (term[:2] != 0).all()
    (gradient,) = torch.autograd.grad(terms.total(Weights(1, 1, 1, 1, 1, 1)), embedding)
    assert not gradient.view(3, LENGTH, -1)[2].any()
