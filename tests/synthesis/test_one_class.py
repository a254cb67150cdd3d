"""Condensing normal pictures alone: defects are in the test part only."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.data import ImageSetWriter
from engine.data.recipe import CondenseRecipe
from engine.matching.content import class_scatter, within_scatter
from engine.matching.gaps import measure_gaps
from engine.project import Project
from engine.synthesis import advise
from engine.synthesis.eye import make_eye
from engine.synthesis.plan import make_plan
from tests.conftest import striped
from tests.synthesis.sessions import RECIPE, make_tiny, start


@pytest.fixture
def normal_only(tmp_path: Path) -> Project:
    """Twelve normal pictures to learn from; defects are tested with."""
    project = Project.create(tmp_path / "normal.shizuku")
    random = np.random.default_rng(0)
    with ImageSetWriter(project.images_path, height=16, width=16, channels=1) as writer:
        for label, split in ((1, [0] * 12 + [1] * 4), (0, [1] * 6)):
            images = striped(random, len(split), label, 2, size=16, channels=1)
            sources = [f"{label}/{number}.png" for number in range(len(split))]
            writer.append(images, [label] * len(split), split, sources)
        writer.finish(class_names=["defect", "good"], preparation={"size": 16}, fingerprint="f1")
    return project


@pytest.mark.parametrize("kernel", ["linear", "rbf"])
def test_normal_pictures_alone_are_condensed(normal_only, monkeypatch, kernel):
    make_tiny(monkeypatch)
    run, result = start(normal_only, RECIPE.model_copy(update={"kernel": kernel, "packing": 1}))
    assert run.status == "done"
    condensed = run.condensed()
    assert condensed.labels.tolist() == [1, 1]
    assert result.content_gap < 5  # in spreads of the class: its scatter alone would be 0
    assert condensed.images.std() > 10


def test_content_of_one_class_is_told_in_spreads_of_the_class(normal_only, monkeypatch):
    make_tiny(monkeypatch)
    condensed = start(normal_only, RECIPE.model_copy(update={"packing": 1}))[0].condensed()
    with normal_only.image_set() as image_set:
        found = []
        for rows in (image_set.indices("test", 1)[:2], image_set.indices("test", 0)[:2]):
            other = dataclasses.replace(condensed, images=image_set.read(rows))
            found.append(measure_gaps(image_set, other)[0].content)
    good, defect = found
    assert 0 <= good < defect < 100


def test_a_single_class_has_the_spread_of_its_pictures_as_unit():
    pictures = torch.tensor([[0.0, 0.0], [2.0, 0.0], [1.0, 3.0]])
    within = within_scatter(pictures)
    assert within.item() == pytest.approx((2 + 2 + 4) / 3)
    centre = pictures.mean(0, keepdim=True)
    assert class_scatter(centre, within).item() == pytest.approx(within.item())
    several = torch.cat([centre, centre + 1])
    assert torch.equal(class_scatter(several, within), class_scatter(several))


@pytest.mark.parametrize(("classes", "members"), [(1, 0), (2, 3)])
def test_one_class_trains_no_networks_to_tell_classes_apart(classes, members):
    plan = make_plan(
        CondenseRecipe(),
        np.array([100_000] * classes),
        (1, 32, 32),
        learnt=np.array([10] * classes),
        eye=make_eye(torch.device("cpu"), compile_code=False),
        budget=1 << 40,
    )
    assert plan.pool.members == members


def test_the_adviser_does_not_pack_normal_pictures(normal_only):
    with normal_only.image_set() as image_set:
        advice = advise(image_set)
    assert advice.recipe.packing == 1
    assert "advice.one_class" in [one.key for one in advice.reasons]
