"""Groups never part, every class keeps something to learn from, and nothing else matters."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from importers.inspecting.groups import group_ids, split_by_seed


@st.composite
def worlds(draw):
    count = draw(st.integers(1, 40))
    labels = draw(st.lists(st.sampled_from("abc"), min_size=count, max_size=count))
    digests = draw(st.lists(st.binary(min_size=1, max_size=1), min_size=count, max_size=count))
    rows = st.integers(0, count - 1)
    pairs = draw(st.lists(st.tuples(rows, rows, st.just(1.0)), max_size=10))
    return labels, digests, pairs


def split(labels, groups, *, fraction=0.3, seed=0, names=None):
    names = names or [f"{at:03}" for at in range(len(labels))]
    return split_by_seed(labels, groups, fraction=fraction, seed=seed, names=names)


@given(worlds())
def test_groups_are_the_connected_pictures(world):
    _, digests, pairs = world
    groups = group_ids(digests, pairs)
    assert groups.dtype == np.int64
    for row, digest in enumerate(digests):
        assert groups[row] == groups[digests.index(digest)]
        assert groups[groups[row]] == groups[row] <= row
    for one, other, _ in pairs:
        assert groups[one] == groups[other]
    alone = [row for row in range(len(digests)) if digests.count(digests[row]) == 1]
    paired = {row for pair in pairs for row in pair[:2]}
    for row in set(alone) - paired:
        assert (groups == groups[row]).sum() == 1


@given(worlds(), st.floats(0, 1), st.integers(0, 100))
def test_no_group_parts_and_every_class_learns(world, fraction, seed):
    labels, digests, pairs = world
    groups = group_ids(digests, pairs)
    sides = split(labels, groups, fraction=fraction, seed=seed)
    for group in set(groups.tolist()):
        assert len({side for side, own in zip(sides, groups, strict=True) if own == group}) == 1
    for label in set(labels):
        assert "train" in {side for side, own in zip(sides, labels, strict=True) if own == label}
    if fraction == 0:
        assert "test" not in sides


@given(worlds(), st.randoms(use_true_random=False))
def test_order_does_not_matter(world, random):
    labels, digests, pairs = world
    names = [f"{at:03}" for at in range(len(labels))]
    sides = split(labels, group_ids(digests, pairs), names=names)
    order = list(range(len(labels)))
    random.shuffle(order)
    place = {row: at for at, row in enumerate(order)}
    moved = [(place[one], place[other], score) for one, other, score in pairs]
    mixed = split(
        [labels[row] for row in order],
        group_ids([digests[row] for row in order], moved),
        names=[names[row] for row in order],
    )
    assert [mixed[place[row]] for row in range(len(labels))] == sides


def test_another_class_changes_nothing():
    labels = ["a"] * 20
    alone = split(labels, np.arange(20))
    more = split(
        ["z"] * 5 + labels,
        np.arange(25),
        names=[f"z{n}" for n in range(5)] + [f"{at:03}" for at in range(20)],
    )
    assert more[5:] == alone
    assert split(labels, np.arange(20), seed=1) != alone
    assert alone.count("test") == 6


def test_a_class_of_one_group_is_for_training():
    assert split(["a"] * 9, np.zeros(9, np.int64), fraction=0.9) == ["train"] * 9


def test_a_group_of_two_classes_is_for_training():
    labels = ["a"] * 5 + ["b"] * 5
    groups = np.arange(10)
    groups[5] = 0
    for seed in range(20):
        sides = split(labels, groups, fraction=0.6, seed=seed)
        assert sides[0] == sides[5] == "train"
        assert "test" in sides[:5]


def test_a_huge_group_is_not_held_out_while_there_are_others():
    groups = np.concatenate([np.zeros(60, np.int64), np.arange(60, 100)])
    for seed in range(20):
        assert split(["a"] * 100, groups, fraction=0.2, seed=seed).count("test") == 20
