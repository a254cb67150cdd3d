"""Gaps: nothing for the real pictures themselves, large where a class is not what it should be."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from engine.data import CondensedSet
from engine.matching.gaps import ClassGap, measure_gaps, overall, real_per_class
from engine.runtime import StopMode, Stopped, StopSource

NAMES = ["flat", "steep", "upright"]


@pytest.fixture(params=[1, 3], ids=["grey", "colour"])
def made(make_project, request):
    """The pictures, and a condensed set that is made of all the training ones."""
    project, run = make_project(channels=request.param)
    with project.image_set() as image_set:
        rows = image_set.indices("train")
        whole = dataclasses.replace(
            run.condensed(), images=image_set.read(rows), labels=image_set.labels[rows]
        )
        yield image_set, whole


def with_images(condensed: CondensedSet, images: np.ndarray, labels: np.ndarray) -> CondensedSet:
    return dataclasses.replace(condensed, images=images, labels=labels)


def test_the_real_pictures_themselves_have_no_gap(made):
    for gap in measure_gaps(*made, networks=1):
        assert gap.content == pytest.approx(0.0, abs=1e-6)
        assert gap.style == pytest.approx(0.0, abs=1e-6)
        assert gap.diversity == pytest.approx(1.0, abs=1e-3)


def test_looking_at_a_part_of_the_real_pictures_is_not_taken_for_a_gap(made, monkeypatch):
    monkeypatch.setattr("engine.matching.gaps.real_per_class", lambda classes, size: 6)
    found = [overall(measure_gaps(*made, seed=seed, networks=1)).content for seed in range(4)]
    assert np.mean(found) < 0.15  # 0.4 with what the choice of pictures adds


def test_swapped_classes_are_further_apart_than_from_the_centre_of_all(made):
    image_set, whole = made
    swapped = with_images(whole, whole.images, (whole.labels + 1) % 3)
    for before, after in zip(
        measure_gaps(*made, networks=1), measure_gaps(image_set, swapped, networks=1), strict=True
    ):
        assert after.content > 1.0
        assert after.style > before.style


def test_one_picture_repeated_has_no_diversity(made):
    image_set, whole = made
    firsts = [np.flatnonzero(whole.labels == label)[0] for label in range(3)]
    repeated = with_images(whole, whole.images[np.repeat(firsts, 4)], np.repeat(np.arange(3), 4))
    assert [
        gap.diversity for gap in measure_gaps(image_set, repeated, networks=1)
    ] == pytest.approx([0, 0, 0], abs=1e-3)
    single = with_images(whole, whole.images[firsts], np.arange(3))
    assert [gap.diversity for gap in measure_gaps(image_set, single, networks=1)] == [0, 0, 0]


def test_noise_on_the_pictures_is_a_gap_of_style(made):
    image_set, whole = made
    random = np.random.default_rng(0)
    noisy = whole.images + random.normal(0, 40, whole.images.shape)
    spoilt = with_images(whole, noisy.clip(0, 255).astype(np.uint8), whole.labels)
    for gap in measure_gaps(image_set, spoilt, networks=1):
        assert gap.style > 0.01


def test_a_class_without_pictures_on_one_side_is_left_out(made):
    image_set, whole = made
    keep = whole.labels != 1
    some = with_images(whole, whole.images[keep], whole.labels[keep])
    assert [gap.name for gap in measure_gaps(image_set, some)] == ["flat", "upright"]
    none = with_images(whole, whole.images[:0], whole.labels[:0])
    assert measure_gaps(image_set, none) == []
    assert overall([]) == ClassGap("", 0.0, 0.0, 0.0)


def test_the_same_seed_measures_the_same(made):
    assert measure_gaps(*made, seed=3) == measure_gaps(*made, seed=3)


def test_the_whole_is_the_mean_of_the_classes():
    gaps = [ClassGap("a", 1.0, 0.2, 0.5), ClassGap("b", 3.0, 0.4, 1.5)]
    found = overall(gaps)
    assert (found.content, found.diversity) == (2.0, 1.0)
    assert found.style == pytest.approx(0.3)


def test_a_stop_is_answered_while_measuring(made):
    source = StopSource()
    source.stop(StopMode.DISCARD)
    with pytest.raises(Stopped):
        measure_gaps(*made, token=source.token)


def test_many_classes_of_large_pictures_are_still_looked_at():
    assert 1 < real_per_class(200, 256) <= real_per_class(10, 64) <= real_per_class(2, 32)
