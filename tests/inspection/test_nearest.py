"""Nearest real samples are found within the class, among training pictures."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from engine.data import ImageSetWriter
from engine.inspection import NearestReal, class_gaps, class_mean
from engine.inspection.nearest import WAYS
from engine.runtime import StopMode, Stopped, StopSource, UserError


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


def test_the_default_way_is_by_content(made):
    image_set, condensed = made
    nearest = NearestReal.build(image_set)
    found = nearest.query(condensed.images[3], 1, 5)
    assert found == nearest.query(condensed.images[3], 1, 5, way="content")


@pytest.mark.parametrize("way", WAYS)
def test_a_real_picture_is_its_own_nearest_in_every_way(made, way):
    image_set, _ = made
    row = int(image_set.indices("train", 2)[3])
    (first, distance), (_, second) = NearestReal.build(image_set).query(
        image_set.read([row])[0], 2, 2, way=way
    )
    assert first == row
    assert distance == pytest.approx(0.0, abs=2e-3)
    assert second > 0.05


def test_style_finds_the_same_noise_elsewhere_and_content_the_same_place(make_project):
    project, _ = make_project(names=("only",), train=0, test=1, size=32)
    random = np.random.default_rng(3)
    places = [[0, 0], [16, 16], [0, 16], [16, 0]]
    grains = (4, 22)
    pictures = np.stack([square(random, one, grain=grain) for grain in grains for one in places])
    with ImageSetWriter(project.images_path, height=32, width=32, channels=1) as writer:
        writer.append(pictures, [0] * 8, [0] * 8, [f"{n}.png" for n in range(8)])
        writer.finish(class_names=["only"], preparation={}, fingerprint="f1")
    asked = square(random, places[0], grain=22)
    with project.image_set() as image_set:
        nearest = NearestReal.build(image_set)
        by_style = {row for row, _ in nearest.query(asked, 0, 4, way="style")}
        by_content = {row for row, _ in nearest.query(asked, 0, 2, way="content")}
        assert by_style == {4, 5, 6, 7}
        assert by_content == {0, 4}
        assert nearest.query(asked, 0, 1, way="both")[0][0] == 4


def square(random, place, *, grain):
    """A bright square on dark ground under noise of a deviation of ``grain`` grey levels."""
    picture = np.full((32, 32), 80.0)
    picture[place[0] : place[0] + 12, place[1] : place[1] + 12] = 170
    noisy = picture + random.normal(0, grain, picture.shape)
    return noisy.clip(0, 255).astype(np.uint8)[..., None]


@pytest.mark.parametrize("way", ["style", "both"])
def test_two_pictures_of_a_class_are_about_one_apart(made, way):
    image_set, _ = made
    nearest = NearestReal.build(image_set)
    rows = image_set.indices("train", 0)
    pictures = image_set.read(rows)
    apart = [
        distance
        for row, picture in zip(rows, pictures, strict=True)
        for other, distance in nearest.query(picture, 0, len(rows), way=way)
        if other != row
    ]
    # Over all ordered pairs of n pictures it is n / (n - 1), as none is compared with itself.
    expected = len(rows) / (len(rows) - 1)
    assert np.mean(np.square(apart)) == pytest.approx(expected, rel=0.05)


@pytest.mark.parametrize("way", WAYS)
def test_a_class_of_one_picture_has_finite_distances(make_project, way):
    project, run = make_project(train=(1, 12, 12))
    with project.image_set() as image_set:
        found = NearestReal.build(image_set).query(run.condensed().images[-1], 0, 5, way=way)
    assert len(found) == 1
    assert 0 < found[0][1] < np.inf


@pytest.mark.parametrize("way", WAYS)
def test_indexing_a_class_can_be_stopped(made, way):
    image_set, condensed = made
    source = StopSource()
    source.stop(StopMode.DISCARD)
    nearest = NearestReal.build(image_set)
    with pytest.raises(Stopped):
        nearest.query(condensed.images[0], 0, 1, way=way, token=source.token)
    assert len(nearest.query(condensed.images[0], 0, 1, way=way)) == 1


def test_several_threads_may_ask_at_once(made):
    image_set, condensed = made
    asked = [(sample, way) for sample in range(6) for way in WAYS]
    nearest, alone = NearestReal.build(image_set), NearestReal.build(image_set)

    def ask(index, sample, way):
        label = int(condensed.labels[sample])
        return [row for row, _ in index.query(condensed.images[sample], label, 3, way=way)]

    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda one: ask(nearest, *one), asked))
    assert together == [ask(alone, *one) for one in asked]
