"""Baselines choose training pictures only, as many as the condensed set has."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.inspection.representatives import herd
from engine.runtime import StopMode, Stopped, StopSource
from engine.trial.baselines import FeatureChoice, random_rows


@pytest.fixture
def image_set(make_project):
    project, _ = make_project(train=9)
    with project.image_set() as opened:
        yield opened


def choose(kind, image_set, counts, seed=0):
    counts = np.array(counts)
    if kind == "random":
        return random_rows(image_set, counts, seed=seed)
    choice = FeatureChoice(image_set, counts, token=StopSource().token)
    return choice.herding() if kind == "herding" else choice.kmeans(seed=seed)


@pytest.mark.parametrize("kind", ["random", "kmeans", "herding"])
@pytest.mark.parametrize("counts", [[2, 2, 2], [1, 4, 3], [8, 0, 2]])
def test_choices_are_different_training_pictures_of_the_right_classes(kind, image_set, counts):
    rows = choose(kind, image_set, counts)
    assert len(set(rows.tolist())) == len(rows) == sum(counts)
    assert np.bincount(image_set.labels[rows], minlength=3).tolist() == counts
    assert not image_set.split[rows].any()


@pytest.mark.parametrize("kind", ["random", "kmeans", "herding"])
def test_a_class_with_fewer_pictures_is_used_whole(kind, image_set):
    rows = choose(kind, image_set, [50, 9, 1])
    assert np.bincount(image_set.labels[rows]).tolist() == [9, 9, 1]


def test_random_choices_differ_by_seed_and_repeat(image_set):
    first, again, other = (choose("random", image_set, [3, 3, 3], seed) for seed in (0, 0, 1))
    assert first.tolist() == again.tolist() != other.tolist()


def test_kmeans_takes_one_picture_of_each_of_two_kinds(make_project):
    """Half of the class is bright, half dark: two centres must show both."""
    import h5py

    project, _ = make_project()
    with h5py.File(project.images_path, "r+") as file:
        file["images"][:6] = 20
        file["images"][6:12] = 230
    with project.image_set() as image_set:
        rows = choose("kmeans", image_set, [2, 1, 1])
        tones = sorted(int(one.mean()) for one in image_set.read(rows[:2]))
    # Identical pictures besides: distinct ones are chosen all the same.
    assert tones == [20, 230]


def test_kmeans_of_identical_pictures_still_finds_enough(make_project):
    import h5py

    project, _ = make_project()
    with h5py.File(project.images_path, "r+") as file:
        file["images"][:12] = 128
    with project.image_set() as image_set:
        assert len(set(choose("kmeans", image_set, [5, 1, 1]).tolist())) == 7


def test_herding_repeats_and_its_first_pictures_are_the_choice_of_fewer(image_set):
    many = choose("herding", image_set, [6, 1, 1])
    assert many.tolist() == choose("herding", image_set, [6, 1, 1], seed=5).tolist()
    assert choose("herding", image_set, [2, 1, 1])[:2].tolist() == many[:2].tolist()


@given(seed=st.integers(0, 2**31), count=st.integers(1, 20))
def test_herded_points_have_a_mean_nearer_to_that_of_all_than_random_ones(seed, count):
    random = np.random.default_rng(seed)
    points = random.normal(size=(60, 4)).astype(np.float32)
    apart = [
        np.linalg.norm(points[random.permutation(60)[:count]].mean(0) - points.mean(0))
        for _ in range(50)
    ]
    chosen = herd(points, count)
    assert len(set(chosen.tolist())) == count
    assert np.linalg.norm(points[chosen].mean(0) - points.mean(0)) < np.median(apart)


def test_herding_by_hand():
    """The mean is 2; 2.5 is nearest; then 1 brings the pair to 1.75 where 4 would to 3.25."""
    assert herd(np.array([[0.5], [1.0], [2.5], [4.0]]), 2).tolist() == [2, 1]


def test_choosing_can_be_stopped(image_set):
    source = StopSource()
    source.stop(StopMode.DISCARD)
    with pytest.raises(Stopped):
        FeatureChoice(image_set, np.array([2, 2, 2]), token=source.token)
