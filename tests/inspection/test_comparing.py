"""Appearance compared: what looks alike is matched, what does not is told, in both languages."""

from __future__ import annotations

import dataclasses
import json

import numpy as np
import pytest

from engine.data.appearance_report import AppearanceReport, load_appearance, save_appearance
from engine.data.appearance_words import (
    appearance_sentences,
    distance_sentence,
    largest_sentence,
    measure_sentence,
    measured_on,
    plain_number,
    summary_sentence,
)
from engine.inspection.appearance import MEASURES
from engine.inspection.comparing import compare_appearance
from engine.inspection.looked import draw_rows
from engine.runtime import StopMode, Stopped, StopSource, UserError
from tests.inspection.drawings import NAMES, condensed_of, drawings, noisier, written


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    """Forty sample drawings of each of three classes."""
    with written(tmp_path_factory.mktemp("real") / "images.h5", *drawings(40, seed=0)) as made:
        yield made


@pytest.fixture(scope="module")
def fresh():
    """Ten more of each class, from the same distribution."""
    return drawings(10, seed=1)


@pytest.fixture(scope="module")
def noisy_report(real, fresh):
    pictures, labels = fresh
    return compare_appearance(real, condensed_of(real, noisier(pictures), labels))


def grades(report):
    return {one.key: one.grade for one in report.measures}


# --- grades -------------------------------------------------------------------------------------


def test_real_drawings_nobody_has_seen_are_matched(real, fresh):
    report = compare_appearance(real, condensed_of(real, *fresh))
    assert report.kind == report.recognised == "drawing"
    assert (report.samples, report.pictures, report.against) == (30, 120, "real")
    found = list(grades(report).values())
    assert {"line_weight", "noise", "paper_tone"} <= set(grades(report))
    # Nineteen of twenty choices pass; a single measure may be only close.
    assert found.count("matched") >= len(found) - 1
    assert set(found) <= {"matched", "close"}


def test_more_noise_is_told_by_its_measure(noisy_report):
    assert grades(noisy_report)["noise"] == "far"
    noise = noisy_report.measure("noise")
    assert noise.synthetic.mean > noise.real.mean + 8
    assert noise.distance == pytest.approx(noise.synthetic.mean - noise.real.mean, rel=0.1)
    assert noise.sampling < noise.distance / 4
    assert noisy_report.largest.key == "noise"


def test_thicker_lines_are_told_by_theirs(real):
    thick = drawings(10, seed=2, line_weight_px=6.0)
    report = compare_appearance(real, condensed_of(real, *thick))
    assert grades(report)["line_weight"] in ("differs", "far")
    assert grades(report)["noise"] in ("matched", "close")


def test_what_cannot_be_measured_in_the_samples_is_told(real, fresh):
    blank = np.full_like(fresh[0], 230)
    report = compare_appearance(real, condensed_of(real, blank, fresh[1]))
    line = report.measure("line_weight")
    assert (line.grade, line.distance, line.histogram.synthetic) == ("unmeasured", None, [])
    assert "0 of 30 synthetic samples" in " ".join(appearance_sentences(report))
    assert distance_sentence(line) == ""


def test_a_class_weighs_the_same_on_both_sides(tmp_path):
    """Nine times as many real pictures of the first class, samples of each alike: no difference."""
    pictures, labels = drawings(8, seed=0)
    pictures = np.where(labels[:, None, None, None] == 0, pictures, pictures // 2)
    rows = np.repeat(np.arange(len(labels)), np.where(labels == 0, 9, 1))
    with written(tmp_path / "i.h5", pictures[rows], labels[rows]) as image_set:
        samples = condensed_of(image_set, pictures, labels)
        report = compare_appearance(image_set, samples, kind="photo")
    assert max(one.distance for one in report.measures) == pytest.approx(0.0, abs=1e-9)


def test_classes_kept_whole_have_no_part(real, fresh):
    pictures, labels = fresh
    changed = np.where(labels[:, None, None, None] == 1, noisier(pictures), pictures)
    whole = (labels == 1).astype(np.uint32)
    report = compare_appearance(real, condensed_of(real, changed, labels, real=whole))
    assert report.samples == 20
    assert report.pictures == 80
    assert grades(report)["noise"] in ("matched", "close")


def test_where_all_is_kept_whole_there_is_nothing_to_compare(real, fresh):
    ones = np.ones(len(fresh[1]), np.uint32)
    report = compare_appearance(real, condensed_of(real, *fresh, real=ones))
    assert (report.samples, report.measures, report.largest) == (0, [], None)
    assert appearance_sentences(report)[0].endswith("there are no synthetic samples.")
    assert AppearanceReport.from_dict(report.as_dict()) == report


# --- kinds, references, draws ---------------------------------------------------------------------


def test_another_kind_takes_other_measures(real, fresh):
    report = compare_appearance(real, condensed_of(real, *fresh), kind="photo")
    assert (report.kind, report.recognised) == ("photo", "drawing")
    assert set(grades(report)) <= {one.key for one in MEASURES["photo"]}
    assert "brightness" in grades(report)


def test_grey_photos_have_no_colour(real, fresh):
    report = compare_appearance(real, condensed_of(real, *fresh), kind="photo")
    assert not {"cast_a", "cast_b", "saturation"} & set(grades(report))


def test_pictures_too_small_to_measure_are_told(real, fresh, tmp_path):
    pictures, labels = drawings(4, seed=0)
    with written(tmp_path / "i.h5", pictures[:, :8, :8], labels) as image_set:
        report = compare_appearance(image_set, condensed_of(image_set, pictures[:, :8, :8], labels))
    assert report.measures == []
    assert "too small" in summary_sentence(report)


def test_with_a_reference_it_is_the_goal(real, fresh, tmp_path):
    pictures, labels = fresh
    goal = noisier(drawings(20, seed=7)[0])
    with written(tmp_path / "r.h5", goal, drawings(20, seed=7)[1]) as reference:
        report = compare_appearance(
            real, condensed_of(real, noisier(pictures), labels), reference=reference
        )
    noise = report.measure("noise")
    assert report.against == "reference"
    assert noise.grade == "matched"
    assert noise.reference.mean > noise.real.mean + 8
    assert sum(noise.histogram.reference) == pytest.approx(1.0)
    assert "reference" in appearance_sentences(report)[1]


def test_of_many_pictures_every_class_has_its_part():
    labels = np.repeat([0, 1, 2], [90_000, 500, 3])
    rows = np.arange(len(labels))
    drawn = draw_rows(rows, labels, 64 * 64, np.random.default_rng(0))
    assert np.bincount(labels[drawn]).tolist() == [666, 500, 3]
    assert (np.diff(drawn) > 0).all()
    large = draw_rows(rows, labels, 1024 * 1024, np.random.default_rng(0))
    assert len(large) == 10 + 10 + 3


def test_the_same_seed_gives_the_same_report(real, fresh):
    condensed = condensed_of(real, *fresh)
    assert compare_appearance(real, condensed) == compare_appearance(real, condensed)


def test_the_pair_of_the_largest_gap_is_of_that_class(real, noisy_report):
    largest = noisy_report.largest
    label = NAMES.index(largest.class_name)
    assert real.labels[largest.picture] == label
    assert largest.sample // 10 == label
    assert largest.gap > 1


def test_a_stop_is_answered(real, fresh):
    source = StopSource()
    source.stop(StopMode.DISCARD)
    with pytest.raises(Stopped):
        compare_appearance(real, condensed_of(real, *fresh), token=source.token)


def test_other_pictures_are_refused(real, fresh):
    other = condensed_of(real, *fresh, provenance={"source_fingerprint": "other"})
    with pytest.raises(UserError) as caught:
        compare_appearance(real, other)
    assert caught.value.key == "inspect.other_pictures"


# --- words ----------------------------------------------------------------------------------------


def test_a_measure_is_a_sentence_in_both_languages(noisy_report):
    english, japanese = (
        next(one for one in appearance_sentences(noisy_report, language) if named in one)
        for language, named in (("en", "Scan noise: "), ("ja", "スキャンノイズ: "))
    )
    noise = noisy_report.measure("noise")
    mean = plain_number(noise.real.mean, noise.digits)
    assert english.startswith(f"Scan noise: real {mean} grey levels ± ")
    assert english.endswith(": far off, higher.")
    assert japanese.startswith(f"スキャンノイズ: 実サンプル {mean} 階調 ± ")
    assert japanese.endswith("大きく異なる(値が大きい)。")


def test_a_lack_of_variety_is_named(real):
    same = drawings(10, seed=3, line_weight_px=2.0)
    line = compare_appearance(real, condensed_of(real, *same)).measure("line_weight")
    told = line.model_copy(
        update={"grade": "differs", "synthetic": line.real.model_copy(update={"deviation": 0.1})}
    )
    assert measure_sentence(told, "drawing").endswith("differs, less varied.")


def test_the_summary_names_what_to_look_at(noisy_report):
    assert "Look at: " in summary_sentence(noisy_report)
    assert "Scan noise" in summary_sentence(noisy_report)
    assert "スキャンノイズ" in summary_sentence(noisy_report, "ja")
    assert largest_sentence(noisy_report).startswith("Largest gap: scan noise of ")
    assert measured_on(noisy_report) == (
        "30 synthetic samples beside 120 real pictures, measured as drawings."
    )


def test_numbers_have_no_minus_zero():
    assert [plain_number(one, 1) for one in (-0.04, -0.06, 1234.5)] == ["0.0", "-0.1", "1,234.5"]


# --- the file -------------------------------------------------------------------------------------


def test_a_report_is_read_as_it_was_written(noisy_report, tmp_path):
    path = tmp_path / "実行" / "appearance.json"
    path.parent.mkdir()
    assert load_appearance(path) is None
    save_appearance(noisy_report, path)
    assert load_appearance(path) == noisy_report
    assert (
        AppearanceReport.from_dict(json.loads(json.dumps(noisy_report.as_dict()))) == noisy_report
    )
    assert [one.name for one in path.parent.iterdir()] == ["appearance.json"]


def test_a_report_knows_its_samples(real, fresh, noisy_report):
    pictures, labels = fresh
    assert noisy_report.is_of(condensed_of(real, noisier(pictures), labels))
    assert not noisy_report.is_of(condensed_of(real, pictures, labels))


HOSTILE = {
    "a text": lambda values: "appearance",
    "another version": lambda values: {**values, "version": 2},
    "something unknown": lambda values: {**values, "__class__": "os.system"},
    "a kind nobody knows": lambda values: {**values, "kind": "{0.__class__}"},
    "a number as text": lambda values: {**values, "samples": "30"},
    "a measure twice": lambda values: {**values, "measures": values["measures"][:1] * 2},
    "too many measures": lambda values: {**values, "measures": values["measures"] * 40},
    "a largest gap of nothing": lambda values: {**values, "measures": []},
    "a reference that is not there": lambda values: {**values, "against": "reference"},
}
BAD_MEASURE = {
    "a key nobody knows": {"key": "../../etc"},
    "no finite number": {"distance": float("nan")},
    "a number beyond reason": {"distance": 1e300},
    "a negative deviation": {"real": {"mean": 1, "deviation": -1, "measured": 1, "looked_at": 1}},
    "edges that fall": {"histogram": {"edges": [2.0, 1.0], "real": [1.0], "synthetic": [1.0]}},
    "bins without edges": {"histogram": {"edges": [1.0, 2.0], "real": [0.5] * 2, "synthetic": []}},
    "a great many bins": {
        "histogram": {"edges": [float(n) for n in range(999)], "real": [], "synthetic": []}
    },
}


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE)
def test_values_that_are_no_report_are_refused(noisy_report, change):
    with pytest.raises(UserError) as caught:
        AppearanceReport.from_dict(change(noisy_report.as_dict()))
    assert caught.value.key == "file.not_ours"


@pytest.mark.parametrize("change", BAD_MEASURE.values(), ids=BAD_MEASURE)
def test_a_measure_that_makes_no_sense_is_refused(noisy_report, change):
    values = noisy_report.as_dict()
    values["measures"][0] |= change
    with pytest.raises(UserError, match="unreadable"):
        AppearanceReport.from_dict(values)


@pytest.mark.parametrize(
    "content", [b"", b"no JSON", b"[" * 100_000, b"\xff\xfe", b" " * (5 << 20), b"null", b"1e999"]
)
def test_a_damaged_file_is_told(content, tmp_path):
    path = tmp_path / "appearance.json"
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        load_appearance(path)
    assert caught.value.params["file"] == str(path)


def test_a_run_with_a_damaged_report_has_none(make_project):
    _, run = make_project()
    run.appearance_path.write_text("{}", encoding="utf-8")
    assert run.appearance() is None


def test_reports_hold_plain_values_only(noisy_report):
    assert all(not dataclasses.is_dataclass(one) for one in noisy_report.as_dict().values())
    json.dumps(noisy_report.as_dict(), allow_nan=False)
