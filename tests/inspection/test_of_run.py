"""The appearance of a run: kept beside it, measured where it is not, against what it aimed at."""

from __future__ import annotations

import pytest

from engine.data.appearance_report import LargestGap, load_appearance
from engine.data.appearance_words import appearance_sentences
from engine.data.recipe import CondenseRecipe
from engine.inspection import of_run
from engine.inspection.of_run import aimed_at, pair_of, run_appearance, wanted_kind
from engine.project import Project
from engine.restyling.of_recipe import restyle, restyler_of
from engine.runtime import StopSource, UserError
from tests.inspection.drawings import condensed_of, drawings, noisier, written

REFERENCE = "0123456789abcdef"


@pytest.fixture
def made(tmp_path):
    """A project of sample drawings with a reference of noisier ones, and its pictures."""
    project = Project.create(tmp_path / "p.shizuku")
    written(project.images_path, *drawings(12, seed=0)).close()
    pictures, labels = drawings(6, seed=4)
    written(project.reference_path(REFERENCE), noisier(pictures), labels).close()
    with project.image_set() as image_set:
        yield project, image_set


def new_run(project, image_set, **recipe):
    run = project.new_run(CondenseRecipe(ipc=5, **recipe))
    condensed = condensed_of(image_set, *drawings(5, seed=1))
    condensed.save(run.condensed_path)
    return run, condensed


def test_what_was_measured_is_kept_and_read_again(made, monkeypatch):
    project, image_set = made
    run, condensed = new_run(project, image_set)
    report = run_appearance(project, run, image_set, condensed)
    assert load_appearance(run.appearance_path) == report == run.appearance()
    monkeypatch.setattr(of_run, "compare_appearance", None)
    assert run_appearance(project, run, image_set, condensed) == report


def test_another_kind_is_measured_but_not_kept(made):
    project, image_set = made
    run, condensed = new_run(project, image_set)
    report = run_appearance(project, run, image_set, condensed, kind="photo")
    assert report.kind == "photo"
    assert run.appearance() is None


def test_the_recipe_may_say_what_to_measure(made):
    project, image_set = made
    run, condensed = new_run(project, image_set, picture_kind="photo")
    assert wanted_kind(run) == "photo"
    assert run_appearance(project, run, image_set, condensed).kind == "photo"
    assert run.appearance().kind == "photo"


def test_samples_of_a_resumed_run_are_measured_anew(made):
    project, image_set = made
    run, condensed = new_run(project, image_set)
    before = run_appearance(project, run, image_set, condensed)
    other = condensed_of(image_set, *drawings(5, seed=2))
    assert run_appearance(project, run, image_set, other) != before
    assert run.appearance().is_of(other)


def test_a_damaged_report_is_replaced(made):
    project, image_set = made
    run, condensed = new_run(project, image_set)
    run.appearance_path.write_text('{"measures": 1}', encoding="utf-8")
    report = run_appearance(project, run, image_set, condensed)
    assert run.appearance() == report


def test_a_run_that_aims_at_a_reference_is_compared_with_it(made):
    project, image_set = made
    run, condensed = new_run(project, image_set, appearance="reference", reference=REFERENCE)
    report = run_appearance(project, run, image_set, condensed)
    noise = report.measure("noise")
    assert report.against == "reference"
    assert noise.reference.mean > noise.real.mean + 8
    assert noise.grade in ("differs", "far")


def test_a_reference_that_is_gone_leaves_the_real_pictures(made):
    project, image_set = made
    run, condensed = new_run(project, image_set, appearance="reference", reference="fedcba98" * 2)
    with aimed_at(project, run) as reference:
        assert reference is None
    assert run_appearance(project, run, image_set, condensed).against == "real"


def test_other_pictures_are_refused_even_where_a_report_is_kept(made):
    project, image_set = made
    run, condensed = new_run(project, image_set)
    run_appearance(project, run, image_set, condensed)
    condensed.provenance["source_fingerprint"] = "other"
    with pytest.raises(UserError) as caught:
        run_appearance(project, run, image_set, condensed)
    assert caught.value.key == "inspect.other_pictures"


def test_samples_that_vary_more_are_compared_with_pictures_that_do(made):
    project, image_set = made
    run = project.new_run(
        CondenseRecipe(ipc=12, appearance="varied", variation=3.0, picture_kind="drawing")
    )
    token = StopSource().token
    restyler = restyler_of(image_set, run.recipe, project, kind="drawing", token=token)
    rows = image_set.indices("train")
    wider = restyle(restyler, image_set.read(rows), rows, token=token)
    report = run_appearance(
        project, run, image_set, condensed_of(image_set, wider, image_set.labels[rows])
    )
    assert report.against == "varied"
    assert {one.grade for one in report.measures} == {"matched"}
    noise = report.measure("noise")
    assert noise.reference.deviation > 1.3 * noise.real.deviation
    assert all("aimed at" in one for one in appearance_sentences(report)[1 : len(report.measures)])


def test_the_pair_of_a_run_that_varies_more_shows_the_picture_as_it_was_aimed_at(made):
    project, image_set = made
    run, condensed = new_run(project, image_set, appearance="varied", picture_kind="drawing")
    report = run_appearance(project, run, image_set, condensed)
    gap = LargestGap(class_name="a", key="noise", gap=2, target=1, synthetic=9, sample=3, picture=5)
    told = report.model_copy(update={"largest": gap})
    aimed, sample = pair_of(told, project, run, image_set, condensed)
    assert (sample == condensed.images[3]).all()
    assert aimed.shape == sample.shape
    assert (aimed != image_set.read([5])[0]).any()
    gone = told.model_copy(update={"largest": gap.model_copy(update={"picture": 10_000})})
    assert pair_of(gone, project, run, image_set, condensed) is None
