"""Gaps of a run: measured from what it aims at, real pictures in the appearance asked for."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.recipe import CondenseRecipe
from engine.inspection import class_gaps, overall
from engine.inspection.of_run_gaps import run_gaps
from engine.project import Project
from engine.restyling.of_recipe import restyle, restyler_of
from engine.runtime import StopMode, Stopped, StopSource, UserError
from tests.inspection.drawings import condensed_of, drawings, written

REFERENCE = "0123456789abcdef"
# Scans of one kind: what is left between them is what they show.
CLEAN = {
    "noise_sigma_grey": 2.0,
    "blueprint": 0,
    "paper_tone_grey": 225.0,
    "ink_tone_grey": 40.0,
    "shading_grey": 4.0,
    "toner_loss_percent": 0.0,
    "stain_count": 0,
    "speck_count": 0,
}
OTHER = {**CLEAN, "noise_sigma_grey": 15.0, "line_weight_px": 5.0, "paper_tone_grey": 150.0}
REFERRED = {"appearance": "reference", "reference": REFERENCE}


@pytest.fixture
def made(tmp_path):
    """A project of clean drawings with a reference of coarse ones, and its pictures."""
    project = Project.create(tmp_path / "p.shizuku")
    written(project.images_path, *drawings(12, seed=0, **CLEAN)).close()
    written(project.reference_path(REFERENCE), *drawings(8, seed=4, **OTHER)).close()
    with project.image_set() as image_set:
        yield project, image_set


def new_run(project, image_set, look=CLEAN, kept=(), **recipe):
    """A run whose samples are the drawings themselves, in this look."""
    run = project.new_run(CondenseRecipe(ipc=12, picture_kind="drawing", **recipe))
    pictures, labels = drawings(12, seed=0, **look)
    changes = {}
    if kept:
        numbers = np.arange(1, len(labels) + 1)
        changes["real"] = np.where(np.isin(labels, kept), numbers, 0).astype(np.uint32)
    return run, condensed_of(image_set, pictures, labels, **changes)


def test_samples_that_look_as_the_reference_have_hardly_a_style_gap(made):
    project, image_set = made
    run, condensed = new_run(project, image_set, OTHER, **REFERRED)
    from_own = overall(class_gaps(image_set, condensed))
    found = run_gaps(project, run, image_set, condensed)
    from_aim = overall(list(found.classes))
    assert found.against == "reference"
    assert from_aim.style < from_own.style / 3
    assert "reference" in found.note("en")


def test_samples_that_kept_their_own_look_are_far_from_the_reference(made):
    project, image_set = made
    run, condensed = new_run(project, image_set, **REFERRED)
    found = run_gaps(project, run, image_set, condensed)
    assert overall(list(found.classes)).style > 0.05
    assert overall(class_gaps(image_set, condensed)).style < 1e-5


def test_samples_that_vary_more_are_measured_from_pictures_that_do(made):
    project, image_set = made
    run, condensed = new_run(project, image_set, appearance="varied", variation=3.0)
    token = StopSource().token
    restyler = restyler_of(image_set, run.recipe, project, kind="drawing", token=token)
    rows = image_set.indices("train")
    wider = restyle(restyler, image_set.read(rows), rows, token=token)
    same = condensed_of(image_set, wider, image_set.labels[rows])
    found = run_gaps(project, run, image_set, same)
    assert found.against == "varied"
    assert overall(list(found.classes)).style < 1e-5
    assert overall(class_gaps(image_set, same)).style > 0.01
    assert found.note("en") != found.note("ja") != ""
    assert run_gaps(project, run, image_set, condensed) == run_gaps(
        project, run, image_set, condensed
    )


def test_pictures_look_the_same_whichever_others_are_asked_for(made):
    project, image_set = made
    token = StopSource().token
    recipe = CondenseRecipe(appearance="varied")
    rows = image_set.indices("train")
    restyler = restyler_of(image_set, recipe, project, kind="drawing", token=token)
    whole = restyle(restyler, image_set.read(rows), rows, token=token)
    some = restyle(restyler, image_set.read(rows[5:9]), rows[5:9], token=token)
    assert np.array_equal(some, whole[5:9])


def test_a_run_in_its_own_appearance_is_measured_as_always(made):
    project, image_set = made
    run, condensed = new_run(project, image_set)
    found = run_gaps(project, run, image_set, condensed)
    assert list(found.classes) == class_gaps(image_set, condensed)
    assert (found.against, found.note()) == ("mine", "")


def test_a_reference_that_is_gone_is_said_and_the_pictures_are_taken_as_they_are(made):
    project, image_set = made
    run, condensed = new_run(project, image_set, OTHER, **REFERRED)
    project.remove_reference(REFERENCE)
    found = run_gaps(project, run, image_set, condensed)
    assert list(found.classes) == class_gaps(image_set, condensed)
    assert found.lost
    assert "no longer" in found.note("en")


def test_a_class_that_is_kept_whole_is_compared_with_its_pictures_as_they_are(made):
    project, image_set = made
    run, condensed = new_run(project, image_set, kept=(0,), **REFERRED)
    kept, *learnt = run_gaps(project, run, image_set, condensed).classes
    assert kept.style < 1e-5
    assert all(one.style > 0.02 for one in learnt)


def test_other_pictures_are_refused_and_a_stop_is_heard(made):
    project, image_set = made
    run, condensed = new_run(project, image_set, **REFERRED)
    source = StopSource()
    source.stop(StopMode.DISCARD)
    with pytest.raises(Stopped):
        run_gaps(project, run, image_set, condensed, token=source.token)
    condensed.provenance["source_fingerprint"] = "other"
    with pytest.raises(UserError) as caught:
        run_gaps(project, run, image_set, condensed)
    assert caught.value.key == "inspect.other_pictures"
