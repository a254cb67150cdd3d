"""Drawings or photos: form, run and inspection go by the same pictures and cannot disagree."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.recipe import CondenseRecipe
from engine.inspection import kind as kinds
from engine.inspection.comparing import compare_appearance
from engine.inspection.kind import kind_for, kind_of_set
from tests.inspection.drawings import drawings, written
from tests.synthesis.sessions import RECIPE, start

pytestmark = pytest.mark.usefixtures("tiny_sessions")


@pytest.fixture
def looked_at(monkeypatch):
    """The pictures that each who asks has looked at."""
    seen, recognise = [], kinds.recognise_kind

    def noting(images):
        seen.append(images)
        return recognise(images)

    monkeypatch.setattr(kinds, "recognise_kind", noting)
    return seen


def test_run_and_inspection_look_at_the_pictures_that_the_form_looks_at(make_project, looked_at):
    # Two classes of many and one of few: a draw by class and one over all would differ.
    project, _ = make_project(train=(150, 8, 90))
    with project.image_set() as image_set:
        kind_of_set(image_set)
    run, _ = start(project, RECIPE.model_copy(update={"seed": 5}))
    with project.image_set() as image_set:
        compare_appearance(image_set, run.condensed())
    form, *others = looked_at
    assert len(form) == 200
    assert len(others) >= 2
    assert all(np.array_equal(form, one) for one in others)


def test_pictures_left_out_have_no_say(tmp_path):
    pictures, labels = drawings(12, seed=0)
    grain = np.random.default_rng(0).normal(128, 20, pictures.shape)
    blurred = grain.clip(0, 255).astype(np.uint8)
    mixed = np.concatenate([pictures, blurred, blurred])
    image_set = written(tmp_path / "images.h5", mixed, np.concatenate([labels] * 3))
    with image_set:
        assert kind_of_set(image_set) == "photo"
        image_set.leave_out(np.arange(len(pictures), len(mixed)))
        assert kind_of_set(image_set) == "drawing"


def test_a_recipe_that_says_so_wins_and_tiny_pictures_are_photos(make_project):
    project, _ = make_project(size=12)
    with project.image_set() as image_set:
        assert kind_of_set(image_set) == "photo"
        assert kind_for(CondenseRecipe(picture_kind="drawing"), image_set) == "drawing"
