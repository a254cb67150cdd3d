"""What was begun and cut off is no hindrance, and is never taken for something complete."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.project import Project, Run
from engine.project.catalogue import Catalogue
from engine.project.recovery import recover
from engine.runtime import StopSource, UserError
from importers import ImportOptions, import_folder
from importers.spool import interrupted

MakeProject = Callable[..., tuple[Project, Run]]


class PowerCut(BaseException):
    """Nobody handles it."""


def test_a_project_whose_making_was_cut_off_is_made_complete(tmp_path: Path):
    path = tmp_path / "p.shizuku"
    for name in ("runs", "log"):
        (path / name).mkdir(parents=True)
    (path / ".part-x.sqlite").write_bytes(b"half")
    project = Project.create(path)
    assert Project.open(path).runs() == project.runs() == []


def test_a_folder_of_somebody_elses_is_no_begun_project(tmp_path: Path):
    (tmp_path / "runs").mkdir()
    (tmp_path / "runs" / "letter.txt").write_text("mine")
    with pytest.raises(UserError) as caught:
        Project.create(tmp_path)
    assert caught.value.key == "file.exists"
    assert (tmp_path / "runs" / "letter.txt").read_text() == "mine"


def test_a_catalogue_appears_with_its_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "p.shizuku"
    written = Catalogue.writing

    def look(self: Catalogue) -> object:
        assert not (path / "project.sqlite").exists()
        return written(self)

    monkeypatch.setattr(Catalogue, "writing", look)
    Project.create(path)
    monkeypatch.undo()
    assert Project.open(path).runs() == []


def test_an_import_goes_on_until_its_findings_are_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    random = np.random.default_rng(0)
    for name in ("a", "b"):
        (tmp_path / "pictures" / name).mkdir(parents=True)
        for number in range(4):
            pixels = random.integers(0, 255, (20, 20), dtype=np.uint8)
            Image.fromarray(pixels).save(tmp_path / "pictures" / name / f"{number}.png")
    project = Project.create(tmp_path / "p.shizuku")

    def again() -> None:
        given = {"emit": lambda _: None, "token": StopSource().token}
        import_folder(tmp_path / "pictures", project, ImportOptions(size=16), **given)

    def cut(*_: object) -> None:
        raise PowerCut

    with monkeypatch.context() as patch:
        patch.setattr(Project, "record_import", cut)
        with pytest.raises(PowerCut):
            again()
    assert project.has_images
    assert interrupted(project.path) == str(tmp_path / "pictures")
    again()
    assert project.import_record() is not None
    assert not interrupted(project.path)


def test_what_a_finished_run_no_longer_needs_is_cleared(make_project: MakeProject):
    project, run = make_project()
    run.checkpoint_path.write_bytes(b"x")
    recover(project.path, before=0.0)
    assert run.checkpoint_path.exists(), "it is not done"
    run.end("done", step=4)
    recover(project.path, before=0.0)
    assert not run.checkpoint_path.exists()
    assert run.condensed_path.exists()
