"""Nearest real samples are found within the class, among training pictures."""

from __future__ import annotations

import numpy as np
import pytest

from engine.inspection import NearestReal, class_gaps, class_mean
from engine.runtime import UserError


@pytest.fixture
def made(make_project):
    project, run = make_project()
    with project.image_set() as image_set:
        yield image_set, run.condensed()


def test_a_real_picture_is_its_own_nearest(made):
    image_set, _ = made
    nearest = NearestReal.build(image_set)
    for label in range(3):
        row = int(image_set.indices("train", label)[4])
        (first, distance), (_, second) = nearest.query(image_set.read([row])[0], label, 2)
        assert first == row
        assert distance == pytest.approx(0.0, abs=2e-3)
        assert second > 0.05


def test_a_noisy_copy_finds_its_original(made):
    image_set, _ = made
    row = int(image_set.indices("train", 1)[7])
    noise = np.random.default_rng(0).normal(0, 6, image_set.shape[1:])
    copy = (image_set.read([row])[0] + noise).clip(0, 255).astype(np.uint8)
    assert NearestReal.build(image_set).query(copy, 1, 1)[0][0] == row


def test_answers_stay_within_the_class_and_the_training_pictures(made):
    image_set, condensed = made
    found = NearestReal.build(image_set).query(condensed.images[0], 2, 50)
    rows = [row for row, _ in found]
    assert len(rows) == 12
    assert set(image_set.labels[rows]) == {2}
    assert not image_set.split[rows].any()
    distances = [distance for _, distance in found]
    assert distances == sorted(distances)


def test_a_class_without_pictures_has_no_neighbours(make_project):
    project, run = make_project(train=0, test=2)
    with project.image_set() as image_set:
        assert NearestReal.build(image_set).query(image_set.read([0])[0], 0, 3) == []
        assert class_mean(image_set, 0) is None
        assert class_mean(run.condensed(), 0) is None


def test_class_means_by_hand(made):
    image_set, condensed = made
    rows = image_set.indices("train", 1)
    expected = np.round(image_set.read(rows).astype(float).mean(axis=0))
    assert np.array_equal(class_mean(image_set, 1), expected)
    mine = condensed.images[condensed.labels == 1].astype(float)
    assert np.array_equal(class_mean(condensed, 1), np.round(mine.mean(axis=0)))


def test_gaps_by_class_know_a_spoilt_class(made):
    image_set, condensed = made
    before = {gap.name: gap for gap in class_gaps(image_set, condensed)}
    condensed.images[condensed.labels == 2] = 255
    after = {gap.name: gap for gap in class_gaps(image_set, condensed)}
    assert set(after) == {"flat", "steep", "upright"}
    assert after["upright"].style > before["upright"].style
    assert after["flat"].style == pytest.approx(before["flat"].style, rel=1e-3)
    assert after["upright"].diversity < 0.01


def test_other_classes_than_condensed_are_refused(made):
    image_set, condensed = made
    condensed.class_names[0] = "renamed"
    with pytest.raises(UserError, match="changed since this run"):
        class_gaps(image_set, condensed)
