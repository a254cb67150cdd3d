"""A project that was moved goes on with the same numbers."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from engine.data import CondensedSet
from engine.project import Project
from engine.runtime import Progress
from engine.synthesis import session, watch
from engine.synthesis.eye import make_eye
from gui.cli.console import Console

STEPS = 8
RECIPE = ("--ipc", 1, "--preset", "quick", "--steps", STEPS, "--packing", 1, "--seed", 3)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compiling, and measuring with several networks, would take longer than all the rest."""
    monkeypatch.setattr(session, "NETWORKS", 1)
    monkeypatch.setattr(watch, "_PROGRESS_SECONDS", 0.0)
    monkeypatch.setattr(
        session, "make_eye", lambda device, **_: make_eye(device, compile_code=False)
    )


@pytest.fixture
def stopped_early(monkeypatch):
    """A command that is stopped at its first progress."""
    emit = Console.emit

    def stopping(self: Console, event: object) -> None:
        emit(self, event)
        if isinstance(event, Progress) and event.stage == "stage.bank":
            self.source.stop()

    def stop(work):
        with monkeypatch.context() as patched:
            patched.setattr(Console, "emit", stopping)
            return work()

    return stop


def numbers(file: Path) -> dict[str, bytes]:
    """What an exported file holds, without the words about where it comes from."""
    found = CondensedSet.load(file)
    names = ("images", "labels", "mean", "std")
    return {name: getattr(found, name).tobytes() for name in names}


def files(folder: Path) -> dict[str, bytes]:
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*.png")}


def test_the_same_seed_gives_the_same_bits_after_moving_a_project(
    shizuku, pictures, tmp_path, stopped_early
):
    here, there = tmp_path / "here" / "p.shizuku", tmp_path / "移した 場所" / "別名.shizuku"
    here.parent.mkdir()
    assert shizuku("import", pictures, "--into", here, "--size", 16).code == 0
    whole = shizuku("condense", here, *RECIPE, "--json").json["run"]
    cut = stopped_early(lambda: shizuku("condense", here, *RECIPE, "--json"))
    assert cut.code == 4, cut.err
    assert 0 < cut.json["steps"] < STEPS
    for name in ("before.h5", "before"):
        assert shizuku("export", here, whole, "--to", tmp_path / name).code == 0

    there.parent.mkdir()
    shutil.move(here, there)
    shutil.rmtree(here.parent)
    resumed = shizuku("condense", there, "--resume", cut.json["run"], "--json")
    assert resumed.code == 0, resumed.err
    anew = shizuku("condense", there, *RECIPE, "--json")
    assert anew.code == 0, anew.err
    for name in ("after.h5", "after"):
        assert shizuku("export", there, whole, "--to", tmp_path / name).code == 0

    project = Project.open(there)
    first = project.run(whole)
    for one in (resumed, anew):
        run = project.run(one.json["run"])
        assert run.id != whole
        assert np.array_equal(run.condensed().images, first.condensed().images)
        assert run.history_path.read_text() == first.history_path.read_text()
    assert numbers(tmp_path / "before.h5") == numbers(tmp_path / "after.h5")
    assert len(files(tmp_path / "before")) == 3
    assert files(tmp_path / "before") == files(tmp_path / "after")
