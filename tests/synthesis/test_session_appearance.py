"""Whose appearance: what a run aims at, what it says of it, and what it refuses."""

from __future__ import annotations

import shutil

import numpy as np
import pytest

from engine.data import ImageSetWriter
from engine.data.recipe import CondenseRecipe
from engine.inspection import class_gaps, overall
from engine.inspection.appearance import measure_appearance
from engine.inspection.of_run_gaps import run_gaps
from engine.project import Project
from engine.runtime import Preview, Progress, StopMode, StopSource, UserError
from engine.synthesis import restyle
from tests.synthesis.sessions import RECIPE, Heard, start

pytestmark = pytest.mark.usefixtures("tiny_sessions")

REFERENCE = "0123456789abcdef"


@pytest.fixture
def project(make_project) -> Project:
    return make_project()[0]


def add_reference(project: Project, *, light: int = 60, noise: float = 1.0) -> None:
    """Dark and quiet pictures of nothing that the project knows."""
    random = np.random.default_rng(3)
    with project.image_set() as image_set:
        _, height, width, channels = image_set.shape
    y, x = np.mgrid[:height, :width]
    waves = light + 15 * np.sin(x[None] / 2 + y[None] / 3 + np.arange(20)[:, None, None])
    waves = waves + random.normal(0, noise, waves.shape)
    images = np.repeat(waves.clip(0, 255).astype(np.uint8)[..., None], channels, axis=3)
    path = project.reference_path(REFERENCE)
    path.parent.mkdir(exist_ok=True)
    with ImageSetWriter(path, height=height, width=width, channels=channels) as writer:
        writer.append(images, [0] * 20, [0] * 20, [str(one) for one in range(20)])
        writer.finish(class_names=["any"], preparation={"title": "new camera"}, fingerprint="r0")


def recipe(**changes: object) -> CondenseRecipe:
    return CondenseRecipe.parse({**RECIPE.model_dump(), "picture_kind": "photo", **changes})


def brightness(images) -> float:
    return float(np.mean(measure_appearance(images, "photo")["brightness"]))


def test_a_finished_run_keeps_how_its_samples_look(project):
    heard = Heard()
    run, _ = start(project, heard=heard)
    kept = run.appearance()
    assert kept is not None
    assert kept.is_of(run.condensed())
    stages = {one.stage for one in heard if isinstance(one, Progress)}
    assert "stage.appearance" in stages


def test_previews_say_how_the_samples_look_beside_what_is_aimed_at(project):
    heard = Heard()
    run, _ = start(project, recipe(), heard=heard)
    last = [one for one in heard if isinstance(one, Preview)][-1]
    aim, now = last.appearance["brightness"]
    with project.image_set() as image_set:
        assert aim == pytest.approx(brightness(image_set.read(image_set.indices("train"))), abs=2)
    assert now == pytest.approx(brightness(run.condensed().images), abs=1e-6)


def test_samples_look_as_the_reference(project):
    add_reference(project, light=60)
    mine, _ = start(project, recipe())
    run, _ = start(project, recipe(appearance="reference", reference=REFERENCE))
    assert brightness(run.condensed().images) == pytest.approx(60, abs=8)
    assert brightness(mine.condensed().images) > 110
    assert run.condensed().recipe["reference"] == REFERENCE


def test_varied_more_begins_with_more_varied_pictures(project):
    varied = recipe(appearance="varied", variation=3.0, ipc=5, steps=1)
    found = [
        np.std(measure_appearance(start(project, one)[0].condensed().images, "photo")["brightness"])
        for one in (varied, varied.model_copy(update={"appearance": "mine"}))
    ]
    assert found[0] > 2 * found[1]


@pytest.mark.parametrize(
    "changes",
    [{"appearance": "reference", "reference": REFERENCE}, {"appearance": "varied"}],
    ids=["reference", "varied"],
)
def test_the_gaps_of_a_run_are_those_that_are_measured_of_it_afterwards(
    project, changes, monkeypatch
):
    monkeypatch.setattr(restyle, "MOST_RESTYLED", 3)  # most are not among those it learnt from
    monkeypatch.setattr(restyle, "_FEWEST_PER_CLASS", 5)
    add_reference(project)
    run, result = start(project, recipe(**changes))
    with project.image_set() as image_set:
        found = run_gaps(project, run, image_set, run.condensed())
        plain = overall(class_gaps(image_set, run.condensed()))
    gap = overall(list(found.classes))
    assert found.against == changes["appearance"]
    assert result.style_gap == pytest.approx(gap.style, abs=1e-4)
    assert result.content_gap == pytest.approx(gap.content, abs=1e-4)
    assert abs(result.style_gap - plain.style) > 1e-3


def test_what_could_never_begin_leaves_no_run(project):
    before = len(project.runs())
    for changes, key in (
        ({"appearance": "varied", "preset": "published"}, "condense.published_appearance"),
        ({"appearance": "reference"}, "condense.no_reference"),
    ):
        with pytest.raises(UserError) as caught:
            project.new_run(recipe(**changes))
        assert caught.value.key == key
    assert len(project.runs()) == before
    assert len(list((project.path / "runs").iterdir())) == before


def stopping(after: int) -> tuple[StopSource, Heard]:
    """A source that is asked to stop and keep once so many steps are told."""
    source = StopSource()

    def stop(event: object) -> None:
        if isinstance(event, Progress) and event.stage == "stage.steps" and event.done >= after:
            source.stop(StopMode.KEEP)

    return source, Heard(stop)


def test_a_run_in_another_appearance_stopped_and_resumed_gives_the_same_bits(make_project):
    asked = recipe(appearance="reference", reference=REFERENCE, steps=80)
    found = []
    for after in (5, 10_000):
        project, _ = make_project()
        add_reference(project)
        source, heard = stopping(after)
        run, _ = start(project, asked, source=source, heard=heard)
        if after == 5:
            assert run.status == "stopped"
            run, _ = start(project, run=project.run(run.id))
        found.append(run.condensed().images)
    assert np.array_equal(*found)


def test_of_a_large_set_a_draw_is_restyled_and_it_is_said(project, monkeypatch):
    monkeypatch.setattr(restyle, "MOST_RESTYLED", 3)
    monkeypatch.setattr(restyle, "_FEWEST_PER_CLASS", 2)
    heard = Heard()
    run, _ = start(project, recipe(appearance="varied"), heard=heard)
    assert run.status == "done"
    assert heard.messages()["condense.restyled_part"] == {"count": 2}


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"appearance": "reference"}, "condense.no_reference"),
        ({"appearance": "reference", "reference": "f" * 16}, "condense.reference_missing"),
        ({"appearance": "varied", "preset": "published"}, "condense.published_appearance"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(project, changes, key):
    with pytest.raises(UserError) as caught:
        start(project, recipe(**changes))
    assert caught.value.key == key


def test_a_reference_taken_away_is_missed_when_the_run_is_resumed(project):
    add_reference(project)
    source, heard = stopping(2)
    asked = recipe(appearance="reference", reference=REFERENCE, steps=500)
    run, _ = start(project, asked, source=source, heard=heard)
    assert run.status == "stopped"
    shutil.rmtree(project.path / "references")
    with pytest.raises(UserError) as caught:
        start(project, run=project.run(run.id))
    assert caught.value.key == "condense.reference_missing"
    assert project.run(run.id).resumable
