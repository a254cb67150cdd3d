"""K-center and packed real pictures."""

from __future__ import annotations

import dataclasses

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import pairwise_distances

from engine.data import CondensedSet
from engine.inspection.representatives import spread_out
from engine.synthesis.packing import decode
from engine.trial.baselines import packed_draw, packed_pictures


@given(st.integers(0, 1000), st.integers(2, 25), st.integers(1, 4))
def test_kcenter_covers_within_twice_the_best(seed, count, centres):
    points = np.random.default_rng(seed).integers(0, 6, (count, 2)).astype(np.float32)
    centres = min(centres, count)
    order = spread_out(points, centres)
    assert len(set(order.tolist())) == centres
    distances = pairwise_distances(points)
    radius = distances[:, order].min(1).max()
    # Any smaller choice of the same greedy order has at least this radius: the order is nested.
    for fewer in range(1, centres):
        assert distances[:, spread_out(points, fewer)].min(1).max() >= radius
    # Gonzalez' bound, from centres that are all at least `radius` apart.
    if radius > 0 and centres > 1:
        apart = distances[np.ix_(order, order)][np.triu_indices(centres, 1)]
        assert apart.min() >= radius - 1e-6


def test_kcenter_starts_in_the_middle_and_then_goes_far():
    points = np.array([[0.0], [10.0], [5.0], [5.1]])
    assert spread_out(points, 3).tolist() == [2, 0, 1]
    assert spread_out(points, 0).tolist() == []
    assert sorted(spread_out(np.zeros((4, 2)), 4).tolist()) == [0, 1, 2, 3]


def test_packed_pictures_are_what_packing_and_decoding_gives(make_project):
    project, _ = make_project()
    with project.image_set() as image_set:
        images = image_set.read(np.arange(6))
    seen = packed_pictures(images, 2)
    small = images.reshape(6, 8, 2, 8, 2, 1).astype(float).mean((2, 4)).round().astype(np.uint8)
    first = np.concatenate(
        [np.concatenate(small[:2], axis=1), np.concatenate(small[2:4], axis=1)], axis=0
    )
    assert np.abs(seen[:4].astype(int) - decode(first[None], 2).astype(int)).max() <= 1
    assert seen.shape == images.shape
    assert not np.array_equal(seen, images)


def test_packed_draw_fills_the_same_bytes_and_no_more_than_there_is(make_project):
    project, run = make_project(train=(12, 12, 5), ipc=4)
    mine = CondensedSet.load(run.condensed_path)
    twice = dataclasses.replace(
        mine,
        images=np.repeat(mine.images, 2, axis=0),
        labels=np.repeat(mine.labels, 2),
        packed=mine.images[::2],
        packing=2,
    )
    with project.image_set() as image_set:
        draw = packed_draw(image_set, twice, seed=0)
        labels = image_set.labels[draw.rows]
        assert np.bincount(labels).tolist() == [8, 8, 5]
        assert not image_set.split[draw.rows].any()
    assert draw.reduce.all()
    assert draw.stored == 2 + 2 + 2 == twice.stored
