"""Baselines choose training pictures only, as many as the condensed set has."""

from __future__ import annotations

import numpy as np
import pytest

from engine.runtime import StopMode, Stopped, StopSource
from engine.trial.baselines import KMeansChoice, random_rows


@pytest.fixture
def image_set(make_project):
    project, _ = make_project(train=9)
    with project.image_set() as opened:
        yield opened


def choose(kind, image_set, counts, seed=0):
    counts = np.array(counts)
    if kind == "random":
        return random_rows(image_set, counts, seed=seed)
    return KMeansChoice(image_set, counts, token=StopSource().token).rows(seed=seed)


@pytest.mark.parametrize("kind", ["random", "kmeans"])
@pytest.mark.parametrize("counts", [[2, 2, 2], [1, 4, 3], [8, 0, 2]])
def test_choices_are_different_training_pictures_of_the_right_classes(kind, image_set, counts):
    rows = choose(kind, image_set, counts)
    assert len(set(rows.tolist())) == len(rows) == sum(counts)
    assert np.bincount(image_set.labels[rows], minlength=3).tolist() == counts
    assert not image_set.split[rows].any()


@pytest.mark.parametrize("kind", ["random", "kmeans"])
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


def test_choosing_can_be_stopped(image_set):
    source = StopSource()
    source.stop(StopMode.DISCARD)
    with pytest.raises(Stopped):
        KMeansChoice(image_set, np.array([2, 2, 2]), token=source.token)
