"""The adviser: what it proposes can be run, is explained, and follows the pictures and the time."""

from __future__ import annotations

import sys

import h5py
import numpy as np
import pytest

from engine.runtime import LANGUAGES, UserError, text
from engine.synthesis import Estimate, advise, estimate
from engine.synthesis.advise import SECONDS

MODULE = sys.modules["engine.synthesis.advise"]


@pytest.fixture(autouse=True)
def nothing_compiled(monkeypatch):
    monkeypatch.setattr(
        sys.modules["engine.synthesis.estimate"], "can_compile", lambda device: False
    )


def taking(monkeypatch, seconds_of, memory: int = 1) -> None:
    """Let every estimate take ``seconds_of(recipe)``."""

    def found(image_set, recipe):
        return Estimate(seconds_of(recipe), memory, 1000, 100, "cpu")

    monkeypatch.setattr(MODULE, "estimate", found)


@pytest.fixture
def images(make_project):
    project, _ = make_project(train=45)
    with project.image_set() as image_set:
        yield image_set


def test_the_proposal_is_a_recipe_with_its_true_estimate(images):
    advice = advise(images)
    again = estimate(images, advice.recipe)
    assert (advice.expected.seconds, advice.expected.steps) == (again.seconds, again.steps)
    assert advice.expected.seconds <= SECONDS
    assert advice.recipe.ipc <= 45 / 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_has_a_sentence(images, language):
    said = [text(one.key, language, **one.params) for one in advise(images).reasons]
    assert len(said) == 4
    assert all(one.endswith((".", "。")) for one in said)


@pytest.mark.parametrize(("typical", "ipc"), [(10, 1), (100, 5), (240, 10), (400, 20), (5000, 50)])
def test_images_per_class_follow_the_typical_class(images, monkeypatch, typical, ipc):
    monkeypatch.setattr(images, "counts", lambda split: np.full(3, typical))
    taking(monkeypatch, lambda recipe: 1.0)
    assert advise(images).recipe.ipc == ipc


def test_time_decides_the_quality_then_the_number(images, monkeypatch):
    monkeypatch.setattr(images, "counts", lambda split: np.full(3, 500))
    cost = {"best": 1000.0, "standard": 250.0, "quick": 1.0}
    taking(monkeypatch, lambda recipe: cost[recipe.preset] * recipe.ipc)
    chosen = {
        limit: (advice.recipe.ipc, advice.recipe.preset)
        for limit in (25_000, 6_000, 2_600, 100)
        for advice in [advise(images, seconds=limit)]
    }
    assert chosen == {
        25_000: (20, "best"),
        6_000: (20, "standard"),
        2_600: (10, "standard"),
        100: (20, "quick"),
    }


def test_what_does_not_fit_into_memory_is_not_proposed(images, monkeypatch):
    taking(monkeypatch, lambda recipe: 1.0, memory=2000)
    assert advise(images).recipe.preset == "quick"


@pytest.mark.parametrize(("size", "word"), [(16, "unpacked"), (32, "packed")])
def test_packing_is_told_as_the_run_will_do_it(make_project, size, word):
    project, _ = make_project(size=size)
    with project.image_set() as image_set:
        keys = [one.key for one in advise(image_set).reasons]
    assert f"advice.{word}" in keys


def test_uneven_classes_are_told(make_project):
    project, _ = make_project(train=12)
    with h5py.File(project.images_path, "r+") as file:
        rare = (file["labels"][:] == 1).nonzero()[0]
        file["split"][rare[1:]] = 1
    with project.image_set() as image_set:
        keys = [one.key for one in advise(image_set).reasons]
    assert "advice.uneven" in keys


def test_no_training_picture_is_refused_as_the_run_would(make_project):
    project, _ = make_project(("only",), train=0)
    with project.image_set() as image_set, pytest.raises(UserError) as told:
        advise(image_set)
    assert told.value.key == "condense.too_few_classes"
