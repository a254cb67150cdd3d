"""New pictures beside what is kept of the old ones: what is compared, refused and said."""

from __future__ import annotations

import json

import numpy as np
import pytest

from engine.data import ImageSetWriter
from engine.project import Project
from engine.runtime import Progress, StopMode, Stopped, StopSource, UserError
from engine.trial import TrialRecipe
from engine.trial.continual import run_continual
from engine.trial.continual_report import Copies, continual_reports
from engine.trial.continual_sets import Keepings, NewPictures
from engine.trial.continual_words import continual_findings
from engine.trial.paired import Fall
from engine.trial.pictures import Joined, Streamed
from tests.conftest import striped

QUICK = TrialRecipe(seeds=2, epochs=2, least_steps=12, width=8, device="cpu")
NAMES = ("steep", "flat")  # in another order than the old ones, and not all of them


@pytest.fixture
def make_new(tmp_path):
    """A project of new pictures of the same kind; a class an angle, as in ``make_project``."""

    def make(names=NAMES, *, train=8, test=4, size=16, copied=None, preparation=None):
        project = Project.create(tmp_path / "新.shizuku")
        random = np.random.default_rng(7)
        angles = {"flat": 0, "steep": 1, "upright": 2}
        with ImageSetWriter(project.images_path, height=size, width=size, channels=1) as writer:
            for label, name in enumerate(names):
                count, angle = train + test, angles.get(name, 1)
                images = striped(random, count, angle, 3, size=size, channels=1)
                if label == 0 and copied is not None:
                    images[: len(copied)] = copied
                writer.append(
                    images,
                    [label] * count,
                    [0] * train + [1] * test,
                    [f"{name}/{number}.png" for number in range(count)],
                )
            kept = {"size": size} if preparation is None else preparation
            writer.finish(class_names=[*names, "empty"], preparation=kept, fingerprint="f1")
        return project

    return make


def try_out(made, new, recipe=QUICK, source=None, emit=lambda event: None, **more):
    token = (source or StopSource()).token
    return run_continual(*made, new, recipe, emit=emit, token=token, **more)


def test_everything_kept_is_compared_with_less_on_both_sides(make_project, make_new):
    made, new, events = make_project(), make_new(), []
    report = try_out(made, new, emit=events.append)
    assert continual_reports(made[1], "f0") == [report]
    assert continual_reports(made[1], "other pictures") == []
    picture = 16 * 16
    found = {one.keeping: (one.images, one.bytes, one.times) for one in report.results}
    assert found == {
        "condensed": (6 + 16, 22 * picture, 3),
        "random": (6 + 16, 22 * picture, 3),
        "new": (16, 16 * picture, 0),
        "everything": (36 + 16, 52 * picture, 1),
    }
    assert (report.old_bytes, report.kept_bytes) == (36 * picture, 6 * picture)
    assert (report.old_tests, report.new_tests, report.new_pictures) == (15, 8, 16)
    everything = report.find("everything")
    for one in report.results:
        assert len(one.old) == len(one.new) == 2
        for side in ("old", "new"):
            share, tests = one.accuracy(side), report.tests(side)
            spread = np.std(one.accuracies(side), ddof=1)
            expected = np.hypot(spread, np.sqrt(share * (1 - share) / tests))
            assert report.margin(one, side) == pytest.approx(expected)
            if one is not everything:
                lost = everything.accuracy(side) - one.accuracy(side)
                assert one.fall(side).mean == pytest.approx(lost)
    kept = report.find("condensed").accuracy("old") - report.find("random").accuracy("old")
    assert report.beside_random.mean == pytest.approx(kept)
    progress = [one for one in events if isinstance(one, Progress) and one.stage == "stage.trial"]
    assert progress[-1].done == progress[-1].total
    assert report.copies == Copies(trained=0, old_tests=0, new_tests=0)
    assert report.recipe.against == ()
    streamed = try_out(made, new, budget=1)
    for one, other in zip(report.results, streamed.results, strict=True):
        assert one.model_dump(exclude={"seconds"}) == other.model_dump(exclude={"seconds"})


def test_classes_are_matched_by_name_and_learnt_apart(make_project, make_new):
    recipe = QUICK.model_copy(update={"seeds": 1, "least_steps": 120})
    report = try_out(make_project(), make_new(train=12), recipe)
    assert report.find("new").accuracy("new") > 0.8
    assert report.find("new").accuracy("old") <= 0.7, "a class is missing among the new pictures"
    assert report.find("everything").accuracy("old") > 0.8


def test_a_small_old_set_weighs_as_much_as_the_new_pictures(make_project, make_new):
    project, run = make_project()
    with project.image_set() as old, make_new(train=40).image_set() as new:
        keepings = Keepings(run.condensed(), old, NewPictures.of(new, old), budget=1 << 30)
        pictures, labels = keepings.of("condensed", 0)
        assert keepings.times("condensed") == 6, "36 old pictures are fewer than 80 new ones"
        assert len(pictures) == len(labels) == 6 * 6 + 80
        assert (pictures[6:12] == run.condensed().images).all()
        assert np.bincount(labels).tolist() == [12 + 40, 12 + 40, 12]
        everything, labels = keepings.of("everything", 0)
        assert len(everything) == 36 + 80
        assert (everything[36:] == new.read(new.indices("train"))).all()


def test_joined_pictures_are_read_where_they_lie(make_project):
    project, _ = make_project()
    with project.image_set() as images:
        streamed = Streamed(images, np.array([5, 3]))
        array = images.read([0, 1])
        joined = Joined([(array, 2), (streamed, 1)])
        assert joined.shape == (6, 16, 16, 1)
        expected = images.read([0, 1, 0, 1, 5, 3])
        assert (joined[:] == expected).all()
        chosen = np.array([5, 0, 4, 3, 5])
        assert (joined[chosen] == expected[chosen]).all()
        assert joined[0:0].shape == (0, 16, 16, 1)


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"names": ("flat", "odd")}, "continual.unknown_classes"),
        ({"size": 32}, "continual.other_shape"),
        ({"train": 0}, "continual.no_train"),
        ({"test": 0}, "trial.no_test"),
    ],
)
def test_pictures_that_do_not_go_together_are_refused(make_project, make_new, given, key):
    made = make_project()
    with pytest.raises(UserError) as refused:
        try_out(made, make_new(**given))
    assert refused.value.key == key
    assert "新.shizuku" in str(refused.value)
    assert continual_reports(made[1], "f0") == []


def test_the_same_project_is_refused(make_project):
    project, run = make_project()
    with pytest.raises(UserError) as refused:
        try_out((project, run), Project.open(project.path))
    assert refused.value.key == "continual.same"


def test_copies_and_other_settings_are_told(make_project, make_new):
    project, run = make_project()
    with project.image_set() as old:
        copied = old.read([0, 0, *old.indices("test")[:1]])
    new = make_new(copied=copied, preparation={"fit": "crop", "options": {"flatten": True}})
    once = QUICK.model_copy(update={"seeds": 1})
    report = try_out((project, run), new, once)
    assert report.copies == Copies(trained=2, old_tests=1, new_tests=0)
    told = " ".join(one.sentence for one in continual_findings(report))
    assert "are, pixel by pixel, old ones too: 2." in told
    assert "old: 1, new: 0" in told
    assert report.different == [], "the old project does not remember these settings"
    assert "train at least twice" in told


@pytest.mark.parametrize("mode", list(StopMode))
def test_a_stop_keeps_finished_trainings_or_nothing(make_project, make_new, mode):
    made, source = make_project(), StopSource()

    def emit(event):
        if isinstance(event, Progress) and event.values.get("set") == 2.0:
            source.stop(mode)

    if mode is StopMode.DISCARD:
        with pytest.raises(Stopped):
            try_out(made, make_new(), source=source, emit=emit)
        assert continual_reports(made[1], "f0") == []
        return
    report = try_out(made, make_new(), source=source, emit=emit)
    assert report.stopped
    assert [one.keeping for one in report.results] == ["condensed", "random"]
    assert report.find("condensed").old_fall is None
    assert len(continual_findings(report)) >= 2


def test_what_is_said_follows_the_intervals(make_project, make_new):
    report = try_out(make_project(), make_new())
    lost, level = Fall(mean=0.2, margin=0.05), Fall(mean=0.02, margin=0.05)

    def first(**falls):
        condensed = report.find("condensed").model_copy(update=falls)
        changed = {"results": [condensed, report.find("everything")], "beside_random": level}
        return continual_findings(report.model_copy(update=changed))

    told = first(old_fall=lost, new_fall=level)
    assert told[0].good is False
    assert "on old test pictures 20.0 ± 5.0 points lost" in told[0].sentence
    assert "on new test pictures no difference can be told (−2.0 ± 5.0 points)" in told[0].sentence
    assert "1.5 kB instead of 9.2 kB" in told[1].sentence
    assert told[2].good is None
    assert "(+2.0 ± 5.0 points)" in told[2].sentence
    gained = first(old_fall=Fall(mean=-0.2, margin=0.05), new_fall=level)[0]
    assert gained.good
    assert "20.0 ± 5.0 points gained" in gained.sentence


def test_a_loss_is_told_only_beyond_the_margin(make_project, make_new):
    report = try_out(make_project(), make_new())

    def said(fall):
        alone = report.find("new").model_copy(update={"old_fall": fall})
        return " ".join(
            one.sentence
            for one in continual_findings(report.model_copy(update={"results": [alone]}))
        )

    assert "5.0 ± 2.0 points are lost" in said(Fall(mean=0.05, margin=0.02))
    assert "no loss on old test pictures can be told (−5.0 ± 9.0 points)" in said(
        Fall(mean=0.05, margin=0.09)
    )


def test_damaged_reports_are_left_out(make_project, make_new):
    made = make_project()
    try_out(made, make_new(), QUICK.model_copy(update={"seeds": 1}))
    path = made[1].folder / "continual" / "0001.json"
    good = json.loads(path.read_text("utf-8"))
    first, *others = good["results"]
    for number, damage in enumerate(
        (
            {"created": "yesterday"},
            {"results": []},
            {"results": [{**first, "new": []}, *others]},
            {"results": [{**first, "new": [0.5, 0.5]}, *others]},
            {"results": [{**first, "old": [float("nan")]}, *others]},
            {"results": [{**first, "keeping": "all"}]},
            {"old_tests": 0},
            {"surprise": 1},
        ),
        start=2,
    ):
        damaged = path.with_name(f"{number:04d}.json")
        damaged.write_text(json.dumps({**good, **damage}), "utf-8")
    path.with_name("0099.json").write_bytes(b"\xff\xfe{")
    (kept,) = continual_reports(made[1], "f0")
    assert kept.created == good["created"]
