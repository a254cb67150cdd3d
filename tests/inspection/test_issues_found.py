"""Faults planted into real steel surfaces are found; real pictures are hardly ever told of."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.issue_report import ISSUE_KINDS
from engine.data.issue_words import checked_sentence, issue_sentence, issues_summary
from engine.inspection.issues import find_issues
from engine.inspection.points import look_at
from engine.runtime import LANGUAGES, StopMode, Stopped, StopSource
from tests.inspection.steel import DATA, changed, held_out, like, steel_set

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the steel pictures are not here")
TOKEN = StopSource().token
RANDOM = np.random.default_rng(3)


@pytest.fixture(scope="module")
def images(tmp_path_factory):
    with steel_set(tmp_path_factory.mktemp("steel") / "images.h5") as found:
        yield found


@pytest.fixture(scope="module")
def real(images):
    """The real pictures, measured once for all tests."""
    return look_at(images, held_out(images, 1), token=TOKEN).real


@pytest.fixture(scope="module")
def plain(images):
    """Eight unseen real pictures of each class."""
    return held_out(images)


def issues(images, real, condensed, kind=None):
    points = look_at(images, condensed, real=real, token=TOKEN)
    report = find_issues(images, condensed, points=points, token=TOKEN)
    assert set(report.checked) == set(ISSUE_KINDS)
    return report if kind is None else [one for one in report.issues if one.kind == kind]


def concerned(found):
    return {sample for one in found for sample in one.samples}


def test_unseen_real_pictures_raise_few_alarms(images, real):
    told = [len(issues(images, real, held_out(images, 8, seed)).of_samples()) for seed in (1, 2, 3)]
    assert sum(told) <= 0.1 * 3 * 48


def test_copies_of_training_pictures_are_found_with_their_originals(images, real, plain):
    rows = [int(images.indices("train", label)[5]) for label in (0, 2, 4)]
    copies = 1.1 * images.read(rows) + RANDOM.normal(0, 5, (3, *images.shape[1:]))
    found = issues(images, real, changed(images, plain, [1, 17, 33], copies), "copy")
    assert concerned(found) >= {1, 17, 33}
    pairs = dict(pair for one in found for pair in zip(one.samples, one.real_rows, strict=True))
    assert [pairs[sample] for sample in (1, 17, 33)] == rows
    assert all(one.severity == "serious" for one in found)


def test_a_class_kept_whole_is_no_copy(images, real):
    rows = np.concatenate([images.indices("train", label)[:4] for label in range(6)])
    numbers = np.where(images.labels[rows] == 0, np.arange(len(rows)) + 1, 0).astype(np.uint32)
    condensed = like(images, images.read(rows), images.labels[rows], real=numbers)
    found = issues(images, real, condensed, "copy")
    assert concerned(found) == set(range(4, 24)), "real ones that are said to be synthetic"


def test_twins_are_found_with_their_partners(images, real, plain):
    twin = plain.images[[3]] + RANDOM.normal(0, 4, (1, *images.shape[1:]))
    (found,) = issues(images, real, changed(images, plain, [6], twin), "twin")
    assert concerned([found]) == {3, 6}
    assert set(found.partners) == {3, 6}
    assert found.samples[0] != found.partners[0]


def test_pictures_of_another_class_are_found(images, real, plain):
    scratches = len(images.class_names) - 1
    others = images.read(images.indices("test", scratches)[:4])
    found = issues(images, real, changed(images, plain, [0, 1, 2, 3], others), "other_class")
    mine = [one for one in found if one.class_name == images.class_names[0]]
    assert len(concerned(mine) & {0, 1, 2, 3}) >= 3
    assert {one.other for one in mine} == {images.class_names[scratches]}
    assert set(images.labels[mine[0].real_rows]) == {scratches}


@pytest.mark.parametrize(
    ("kind", "measures", "change"),
    [
        ("off_style", {"brightness"}, lambda picture: 0.1 * picture),
        ("off_style", {"noise", "texture_fine"}, lambda p: p + RANDOM.normal(0, 30, p.shape)),
        ("saturated", {"black", "white"}, lambda p: p.mean() + 9 * (p - p.mean())),
        (
            "unnatural",
            {"checker", "agreement"},
            lambda p: p + 25.0 * (-1) ** np.add(*np.indices(p.shape[:2]))[..., None],
        ),
        ("unnatural", {"levels", "checker"}, lambda picture: 51 * np.round(picture / 51)),
    ],
)
def test_what_no_real_picture_looks_like_is_found(images, real, plain, kind, measures, change):
    samples = [1, 2, 3]
    pictures = [change(plain.images[one].astype(float)) for one in samples]
    found = issues(images, real, changed(images, plain, samples, np.stack(pictures)), kind)
    assert len(concerned(found) & set(samples)) >= 2
    told = {one.measure for one in found if set(one.samples) & set(samples)}
    assert told & measures
    for one in found:
        value, low, high = (one.numbers[key] for key in ("value", "low", "high"))
        assert value < low or value > high


def test_a_class_of_one_picture_moved_about_has_collapsed(images, real, plain):
    first = plain.images[8].astype(float)
    moved = [np.roll(first, (place % 3, place % 2), (0, 1)) for place in range(8)]
    report = issues(images, real, changed(images, plain, list(range(8, 16)), np.stack(moved)))
    (found,) = [one for one in report.issues if one.kind == "collapsed"]
    assert found.class_name == images.class_names[1]
    assert found.samples == list(range(8, 16))
    assert found.numbers["spread"] < found.numbers["low"]


def test_a_class_that_goes_to_extremes_is_too_wide(images, real, plain):
    pictures = plain.images[:8].astype(float)
    strong = 128 + 3 * (pictures - pictures.mean((1, 2, 3), keepdims=True))
    wild = np.where((np.arange(8) % 2 == 0)[:, None, None, None], strong, 255 - pictures)
    report = issues(images, real, changed(images, plain, list(range(8)), wild))
    (found,) = [one for one in report.issues if one.kind == "too_wide"]
    assert found.class_name == images.class_names[0]
    assert found.numbers["spread"] > found.numbers["high"]


def test_the_serious_stand_first_and_everything_is_said(images, real, plain):
    copies = images.read([0]).astype(float)
    dark = 0.2 * plain.images[[20]]
    report = issues(images, real, changed(images, plain, [0, 20], np.concatenate([copies, dark])))
    grades = [one.severity for one in report.issues]
    assert grades == sorted(grades, key=lambda one: one != "serious")
    assert "copy" in report.of_samples()[0]
    for language in LANGUAGES:
        assert issues_summary(report, language)
        assert checked_sentence(report, language)
        for one in report.issues:
            assert one.class_name in issue_sentence(one, report.picture_kind, language)


def test_it_can_be_stopped(images, plain):
    source = StopSource()
    source.stop(StopMode.DISCARD)
    with pytest.raises(Stopped):
        find_issues(images, plain, token=source.token)
