"""Pictures whose label looks wrong, found by classifiers that never saw them."""

from __future__ import annotations

import h5py
import numpy as np
import pytest

from engine.inspection.suspicion import find_suspicious
from engine.runtime import StopMode, Stopped, StopSource

TOKEN = StopSource().token


def flipped(project, count):
    """Give the first pictures of class 0 to class 1; their positions."""
    with h5py.File(project.images_path, "r+") as file:
        file["labels"][:count] = 1
    return list(range(count))


def suspects(project, share=0.1, seed=0):
    with project.image_set() as image_set:
        return find_suspicious(image_set, share, seed=seed, token=TOKEN)


def test_wrong_labels_are_found_and_the_right_ones_named(make_project):
    project, _ = make_project(train=60, size=32)
    wrong = flipped(project, 6)
    found = suspects(project)
    assert set(wrong) <= set(found.rows.tolist())
    first = found.rows[:6].tolist()
    assert set(first) == set(wrong), "the most suspicious stand first"
    assert found.given[:6].tolist() == [1] * 6
    assert found.better[:6].tolist().count(0) >= 5
    assert (np.diff(found.scores) <= 0).all()
    assert (found.scores > 0).all()


def test_no_quota_is_filled_from_pictures_that_fit(make_project):
    project, _ = make_project(train=60, size=32)
    assert len(suspects(project, 0.4).rows) == 0


def test_no_more_than_the_share_of_a_class(make_project):
    project, _ = make_project(train=60, size=32)
    flipped(project, 20)
    assert (suspects(project, 0.05).given == 1).sum() == 4  # of 80


def test_a_class_of_few_pictures_is_not_judged(make_project):
    project, _ = make_project(train=(40, 4, 40), size=32)
    with h5py.File(project.images_path, "r+") as file:
        pictures = file["images"][:]
        pictures[45:49] = pictures[:4]  # what is called "steep" looks like "flat"
        file["images"][:] = pictures
    found = suspects(project, 0.4)
    assert 1 not in found.given


def test_two_pictures_of_a_class_are_left(make_project):
    project, _ = make_project(train=(6, 60, 60), size=32)
    with h5py.File(project.images_path, "r+") as file:
        pictures = file["images"][:]
        pictures[:6] = pictures[11:17]  # all six look like the next class
        file["images"][:] = pictures
    assert (suspects(project, 0.4).given == 0).sum() == 2  # the share, 0.4 · 6, rounded down


def test_the_same_seed_finds_the_same(make_project):
    project, _ = make_project(train=40, size=32)
    flipped(project, 5)
    assert suspects(project, 0.2).rows.tolist() == suspects(project, 0.2).rows.tolist()


@pytest.mark.parametrize("train", [(0, 0, 0), (9, 0, 0)])
def test_without_two_classes_nothing_is_suspicious(make_project, train):
    project, _ = make_project(train=train)
    assert len(suspects(project).rows) == 0


def test_it_can_be_stopped(make_project):
    project, _ = make_project(train=12)
    source = StopSource()
    source.stop(StopMode.DISCARD)
    with project.image_set() as image_set, pytest.raises(Stopped):
        find_suspicious(image_set, 0.1, seed=0, token=source.token)
