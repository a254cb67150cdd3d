"""Points, map and coverage on sample drawings: fair draws, seeds, what is covered and what not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.inspection.coverage import all_regions, class_coverage, over_all
from engine.inspection.coverage_words import (
    coverage_sentence,
    hull_sentence,
    overall_sentence,
    region_sentence,
)
from engine.inspection.features import moment_features, picture_features
from engine.inspection.mapping import pca_map, tsne_map
from engine.inspection.points import fair_draw, look_at
from engine.runtime import LANGUAGES, StopMode, Stopped, StopSource, UserError
from tests.inspection.drawings import NAMES, condensed_of, drawings, written

TOKEN = StopSource().token
EACH = 40


@pytest.fixture(scope="module")
def images(tmp_path_factory):
    pictures, labels = drawings(EACH, seed=0)
    with written(tmp_path_factory.mktemp("points") / "images.h5", pictures, labels) as found:
        yield found


@pytest.fixture(scope="module")
def real(images):
    """The real pictures looked at, measured once."""
    return look_at(images, condensed_of(images, *drawings(1, seed=1)), token=TOKEN).real


def looked(images, known, pictures, labels, **changes):
    condensed = condensed_of(images, pictures, labels, **changes)
    return look_at(images, condensed, real=known, token=TOKEN)


def covered(points):
    return class_coverage(points, pca_map(points), token=TOKEN)


@given(st.lists(st.integers(0, 30), min_size=1, max_size=8), st.integers(1, 60))
def test_a_draw_is_fair_and_keeps_rare_classes_whole(counts, most):
    labels = np.repeat(np.arange(len(counts)), counts)
    rows = fair_draw(np.arange(len(labels)), labels, most, np.random.default_rng(0))
    drawn = np.bincount(labels[rows], minlength=len(counts))
    present = np.count_nonzero(counts)
    assert len(np.unique(rows)) == len(rows) <= max(most, present)
    assert (np.diff(rows) > 0).all()
    if len(labels) > most >= present:
        # A class that lost pictures has no fewer than any other got.
        lost = drawn < counts
        assert drawn[lost].min() >= drawn.max() - 1 if lost.any() else True
    elif len(labels) <= most:
        assert (drawn == counts).all()


def test_every_sample_once_and_real_ones_marked(images, real):
    pictures, labels = drawings(2, seed=1)
    numbers = np.array([0, 0, 1, 1, 0, 0], np.uint32)
    points = looked(images, real, pictures, labels, real=numbers)
    assert points.synthetic.rows.tolist() == [0, 1, 2, 4, 5]
    assert points.kept.tolist() == [False, False, True, False, False]
    assert points.pictures == len(points.real) == EACH * len(NAMES)


def test_one_look_gives_the_same_numbers_as_two(images, real):
    some = images.read(np.arange(5))
    norm = {"mean": images.mean, "std": images.std}
    np.testing.assert_allclose(real.content[:5], picture_features(some, **norm), atol=1e-5)
    np.testing.assert_allclose(real.style[:5], moment_features(some, **norm), atol=1e-4)


def test_progress_is_told_and_a_stop_is_heard(images):
    source = StopSource()
    told = []

    def tell(done, total):
        told.append((done, total))
        source.stop(StopMode.DISCARD)

    condensed = condensed_of(images, *drawings(1, seed=1))
    with pytest.raises(Stopped):
        look_at(images, condensed, token=source.token, on_progress=tell)
    assert len(told) == 1
    assert 0 < told[0][0] <= told[0][1] == EACH * len(NAMES) + len(NAMES)


def test_other_pictures_are_refused(images):
    condensed = condensed_of(
        images, *drawings(1, seed=1), provenance={"source_fingerprint": "another"}
    )
    with pytest.raises(UserError, match="changed"):
        look_at(images, condensed, token=TOKEN)


def test_a_real_picture_stands_where_it_stands_as_a_sample(images, real):
    rows = np.array([0, EACH, 2 * EACH])
    points = looked(images, real, images.read(rows), images.labels[rows])
    plane = pca_map(points)
    np.testing.assert_allclose(plane.synthetic, plane.real[rows], atol=1e-3)
    assert 0.05 < plane.explained < 1


def test_the_plane_is_fitted_on_real_pictures_alone(images, real):
    some = pca_map(looked(images, real, *drawings(3, seed=1)))
    noise = np.random.default_rng(0).integers(0, 256, (9, 48, 48, 1), dtype=np.uint8)
    other = pca_map(looked(images, real, noise, np.repeat([0, 1, 2], 3)))
    np.testing.assert_array_equal(some.real, other.real)


def test_tsne_is_the_same_for_a_seed_and_keeps_classes_together(images, real):
    points = looked(images, real, *drawings(3, seed=1))
    parts = []
    one = tsne_map(points, token=TOKEN, on_progress=lambda done, total: parts.append(done))
    other = tsne_map(points, token=TOKEN)
    np.testing.assert_array_equal(one.real, other.real)
    assert parts == [0, 1, 2, 3]
    assert one.real.shape == (len(points.real), 2)
    assert one.synthetic.shape == (len(points.synthetic), 2)
    away = np.linalg.norm(one.real[:, None] - one.real[None], axis=2)
    np.fill_diagonal(away, np.inf)
    labels = points.real.labels
    assert (labels[away.argmin(1)] == labels).mean() > 0.6


def test_tsne_can_be_stopped_between_its_parts(images, real):
    source = StopSource()
    points = looked(images, real, *drawings(1, seed=1))
    with pytest.raises(Stopped):
        tsne_map(points, token=source.token, on_progress=lambda done, _: done and source.stop())


@pytest.mark.parametrize("count", [0, 1])
def test_maps_of_next_to_nothing(tmp_path, count):
    pictures, labels = drawings(count or 1, seed=0)
    with written(tmp_path / "images.h5", pictures[:count], labels[:count]) as images:
        points = look_at(images, condensed_of(images, pictures[:1], labels[:1]), token=TOKEN)
        for plane in (pca_map(points), tsne_map(points, token=TOKEN)):
            assert plane.real.shape == (count, 2)
            assert plane.synthetic.shape == (1, 2)
            assert np.isfinite(plane.synthetic).all()
        assert covered(points) == []


# --- coverage -----------------------------------------------------------------------------------


def test_unseen_real_pictures_cover_as_much_as_random_choices(images, real):
    mine, chance = over_all(covered(looked(images, real, *drawings(8, seed=1))))
    assert chance == pytest.approx(0.95, abs=0.05)
    assert mine == pytest.approx(chance, abs=0.08)


def test_copies_of_one_picture_leave_most_of_a_class_out(images, real):
    pictures, labels = drawings(8, seed=1)
    pictures[labels == 0] = pictures[0]
    first, second, _ = covered(looked(images, real, pictures, labels))
    assert first.covered < 0.6 < 0.8 < second.covered
    assert first.covered < first.chance[0]
    assert len(first.missed) == round((1 - first.covered) * EACH)
    assert 1 <= len(first.regions) <= 4
    together = np.concatenate([region.rows for region in first.regions])
    assert sorted(together) == sorted(first.missed)
    assert set(images.labels[together]) == {0}
    assert all(region.distance > 1 for region in first.regions)
    assert first.hull is None, "one picture spans no area"


def test_a_kind_of_picture_nobody_condensed_is_named_as_a_region(tmp_path):
    pictures, labels = drawings(EACH, seed=0)
    odd = np.flatnonzero(labels == 0)[:6]
    pictures[odd] = 255 - pictures[odd]  # six blueprints among drawings on paper
    with written(tmp_path / "images.h5", pictures, labels) as images:
        found = covered(look_at(images, condensed_of(images, *drawings(8, seed=1)), token=TOKEN))
        first = all_regions(found)[0]
    assert set(odd) & set(first.rows)
    assert first.label == 0
    assert set(first.rows) <= set(np.flatnonzero(labels == 0))


def test_a_class_kept_whole_is_covered(images, real):
    rows = np.arange(EACH)
    pictures, labels = drawings(8, seed=1)
    numbers = np.concatenate([rows + 1, np.zeros(16, np.int64)]).astype(np.uint32)
    points = looked(
        images,
        real,
        np.concatenate([images.read(rows), pictures[8:]]),
        np.concatenate([np.zeros(EACH, np.int64), labels[8:]]),
        real=numbers,
    )
    kept = covered(points)[0]
    assert (kept.kept, kept.covered, len(kept.missed)) == (True, 1.0, 0)
    assert coverage_sentence(kept).startswith(f"{NAMES[0]} is kept whole")


def test_coverage_in_words(images, real):
    pictures, labels = drawings(8, seed=1)
    pictures[labels == 0] = pictures[0]
    found = covered(looked(images, real, pictures, labels))
    first = found[0]
    assert f"cover {100 * first.covered:.0f} % of the real spread of {NAMES[0]}" in (
        coverage_sentence(first)
    )
    assert str(len(first.missed)) in coverage_sentence(first)
    for language in LANGUAGES:
        assert overall_sentence(found, language)
        assert hull_sentence(found[1], language)
        assert NAMES[0] in region_sentence(first.regions[0], NAMES[0], language)
    assert overall_sentence([]) == "There is nothing to compare."
