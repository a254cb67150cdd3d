"""Pictures set aside for their labels: left out of all that a run learns from, and listed."""

from __future__ import annotations

import csv

import h5py
import numpy as np
import pytest

from engine.data.recipe import CondenseRecipe
from engine.runtime import Progress, StopMode, StopSource, UserError
from engine.runtime.sheets import harmless
from engine.synthesis.start import read_kept, read_real
from tests.synthesis.sessions import RECIPE, Heard, start

TRIMMING = RECIPE.model_copy(update={"trim": 0.2})

pytestmark = pytest.mark.usefixtures("tiny_sessions")


@pytest.fixture
def project(make_project):
    """Five pictures of "flat" are called "steep"."""
    project, _ = make_project(train=40, size=32)
    with h5py.File(project.images_path, "r+") as file:
        file["labels"][:5] = 1
    return project


def listed(run):
    with run.suspicious_path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_they_are_listed_and_told(project):
    heard = Heard()
    run, result = start(project, TRIMMING, heard=heard)
    lines = listed(run)
    wrong = [f"flat/{number}.png" for number in range(5)]
    assert sorted(one["file"] for one in lines[:5]) == wrong
    assert {one["class"] for one in lines[:5]} == {"steep"}
    assert all(one["fits_better"] in {"flat", "upright"} for one in lines[:5])
    assert result.set_aside == len(lines) == run.result.set_aside
    told = heard.messages()["condense.set_aside"]
    assert told == {"count": len(lines), "total": 120, "file": str(run.suspicious_path)}


def test_without_being_asked_nothing_is_set_aside(project):
    run, result = start(project)
    assert result.set_aside == 0
    assert not run.suspicious_path.exists()


def test_the_run_does_not_read_them(project):
    aside = np.array([0, 2, 44])
    with project.image_set() as image_set:
        token = StopSource().token
        real, labels = read_real(image_set, token=token, set_aside=aside)
        kept, _ = read_kept(image_set, np.array([0, 7, 0]), set_aside=aside)
        rows = np.setdiff1d(image_set.indices("train", 1), aside)
        assert [len(one) for one in real.by_class] == [35, 45 - 2, 40]
        assert labels == [0, 1, 2]
        assert np.array_equal(kept, image_set.read(rows))
        assert np.array_equal(real.by_class[1].permute(0, 2, 3, 1).numpy(), kept)


def test_a_resumed_run_does_without_the_same_ones(project, monkeypatch):
    whole, _ = start(project, TRIMMING)
    source = StopSource()

    def stop_soon(event):
        if isinstance(event, Progress) and event.stage == "stage.bank" and event.done >= 3:
            source.stop(StopMode.KEEP)

    monkeypatch.setattr("engine.synthesis.watch._PROGRESS_SECONDS", 0.0)
    run, _ = start(project, TRIMMING, heard=Heard(stop_soon), source=source)
    assert run.status == "stopped"
    start(project, run=run)
    assert listed(run) == listed(whole)
    assert np.array_equal(run.condensed().images, whole.condensed().images)


def test_a_stop_while_looking_is_answered(project):
    source = StopSource()

    def stop(event):
        if isinstance(event, Progress) and event.stage == "stage.suspicion":
            source.stop(StopMode.DISCARD)

    run, result = start(project, TRIMMING, heard=Heard(stop), source=source)
    assert result is None
    assert run.id not in [one.id for one in project.runs()]


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-2", "@sum", "\tx"])
def test_no_cell_is_a_formula(cell):
    assert harmless(cell) == f"'{cell}"
    assert harmless(f"a{cell}") == f"a{cell}"


@pytest.mark.parametrize("share", [-0.1, 0.41])
def test_shares_have_limits(share):
    with pytest.raises(UserError):
        CondenseRecipe.parse({"trim": share})
