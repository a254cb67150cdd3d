"""Values of single samples: taken in parts, kept in a file, the same as everywhere else."""

from __future__ import annotations

import h5py
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.inspection import NearestReal
from engine.inspection.appearance import measure_appearance
from engine.inspection.sample_values import Distances, Measures, kind_of_samples
from engine.runtime import StopMode, Stopped, StopSource

TOKEN = StopSource().token


def nothing(_done: int) -> None:
    """Progress nobody listens to."""


@pytest.fixture
def made(make_project):
    return make_project(size=32)


@pytest.fixture
def images(made):
    with made[0].image_set() as opened:
        yield opened


@pytest.fixture
def condensed(made):
    return made[1].condensed()


# --- measures -------------------------------------------------------------------------------------


def test_measures_are_those_of_the_appearance(images):
    rows = np.array([7, 3, 30])
    measures = Measures(len(images), "photo")
    measures.take(images.read, rows, TOKEN, nothing)
    wanted = measure_appearance(images.read(rows), "photo")
    for key, values in wanted.items():
        assert measures.of(key, rows) == pytest.approx(values, rel=1e-5)
    assert np.isnan(measures.of("noise", np.array([0]))).all()


def test_what_is_measured_is_not_read_again(images):
    read = []

    def reading(rows):
        read.extend(rows.tolist())
        return images.read(rows)

    measures, told = Measures(len(images), "photo"), []
    measures.take(reading, np.array([4, 2]), TOKEN, told.append)
    measures.take(reading, np.array([2, 9, 4]), TOKEN, told.append)
    assert sorted(read) == [2, 4, 9]
    assert sum(told) == 3


def test_a_stop_keeps_what_was_taken_and_the_next_call_goes_on(images, monkeypatch):
    monkeypatch.setattr("engine.inspection.sample_values._SLICE_PIXELS", 1024)
    source, rows = StopSource(), np.arange(10)
    measures = Measures(len(images), "photo")

    def stop_at_third(_done):
        if measures.measured.sum() == 3:
            source.stop(StopMode.DISCARD)

    with pytest.raises(Stopped):
        measures.take(images.read, rows, source.token, stop_at_third)
    assert measures.missing(rows).tolist() == list(range(3, 10))
    measures.take(images.read, rows, TOKEN, nothing)
    assert np.isfinite(measures.of("brightness", rows)).all()


def test_pictures_too_small_to_measure_have_no_value_and_are_done(make_project):
    project, run = make_project(size=8)
    with project.image_set() as small:
        measures, rows = Measures(len(small), "drawing"), np.arange(5)
        measures.take(small.read, rows, TOKEN, nothing)
        assert not len(measures.missing(rows))
        assert np.isnan(measures.of("noise", rows)).all()
        assert kind_of_samples(run.condensed(), small) == "photo"


def test_measures_are_kept_in_a_file_for_the_same_pictures_only(images, tmp_path):
    path, rows = tmp_path / "値.h5", np.array([0, 5])
    measures = Measures(len(images), "photo")
    measures.take(images.read, rows, TOKEN, nothing)
    measures.save(path, images.fingerprint)
    kept = Measures.load(path, images.fingerprint, len(images), "photo")
    assert np.array_equal(kept.values, measures.values, equal_nan=True)
    assert np.array_equal(kept.measured, measures.measured)
    for other in (
        Measures.load(path, "other", len(images), "photo"),
        Measures.load(path, images.fingerprint, len(images) + 1, "photo"),
        Measures.load(path, images.fingerprint, len(images), "drawing"),
        Measures.load(tmp_path / "none.h5", images.fingerprint, len(images), "photo"),
    ):
        assert not other.measured.any()


@given(place=st.floats(0, 1, exclude_max=True), value=st.integers(0, 255))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_file_is_never_a_failure(tmp_path, place, value):
    path = tmp_path / "kept.h5"
    made = Measures(6, "photo")
    made.save(path, "f")
    content = bytearray(path.read_bytes())
    content[int(place * len(content))] = value
    path.write_bytes(content)
    kept = Measures.load(path, "f", 6, "photo")
    assert kept.values.shape == made.values.shape
    assert kept.measured.shape == (6,)


def test_a_file_that_links_elsewhere_is_not_followed(tmp_path):
    path = tmp_path / "kept.h5"
    made = Measures(6, "photo")
    made.measured[:] = True
    made.save(path, "f")
    made.save(tmp_path / "other.h5", "f")
    with h5py.File(path, "r+") as file:
        del file["values"]
        file["values"] = h5py.ExternalLink(str(tmp_path / "other.h5"), "values")
    assert not Measures.load(path, "f", 6, "photo").measured.any()


# --- distances ------------------------------------------------------------------------------------


def test_distances_are_those_of_the_nearest_real_samples(images, condensed):
    distances, nearest = Distances(images, condensed), NearestReal(images)
    total = sum(distances.missing(label) for label in range(3))
    told = []
    for label in range(3):
        distances.take(label, TOKEN, told.append)
    assert sum(told) == total == len(images.indices("train"))
    samples = np.arange(len(condensed.labels))
    wanted = [nearest.query(condensed.images[one], condensed.labels[one], 12) for one in samples]
    assert distances.to_real(samples) == pytest.approx([one[0][1] for one in wanted], abs=1e-3)
    rows = images.indices("train", 1)
    to_second = distances.to_synthetic(rows, 3)
    assert dict(zip(rows.tolist(), to_second, strict=True)) == pytest.approx(
        dict(wanted[3]), abs=1e-3
    )
    both = np.minimum(to_second, distances.to_synthetic(rows, 2))
    assert distances.to_synthetic(rows) == pytest.approx(both)


def test_only_the_class_of_the_chosen_sample_has_a_distance_to_it(images, condensed):
    distances = Distances(images, condensed)
    distances.take(0, TOKEN, nothing)
    rows = np.array([0, *images.indices("train", 2)[:2]])
    assert np.isfinite(distances.to_synthetic(rows, 0)).tolist() == [True, False, False]
    assert np.isnan(distances.to_real(np.array([4]))).all()
    assert distances.missing(0) == 0
    assert distances.missing(2) == 12


def test_the_recipe_says_what_samples_are_measured_as(images, condensed):
    assert kind_of_samples(condensed, images) in ("drawing", "photo")
    for kind in ("drawing", "photo"):
        condensed.recipe["picture_kind"] = kind
        assert kind_of_samples(condensed, None) == kind
    condensed.recipe["picture_kind"] = "auto"
    assert kind_of_samples(condensed, None) in ("drawing", "photo")
