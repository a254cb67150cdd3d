"""Projects as earlier versions wrote them, kept beside this file: each opens, in full.

``stored/versionN.zip`` holds a project with catalogue version N: 42 stripes in three classes, a run
condensed in six steps, a trial, two verdicts; version 4 with a queue. Each was made by the last
commit that wrote that version, with its own commands.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import zipfile
from pathlib import Path

import pytest

from engine.data.cost_inputs import CostInputs
from engine.data.image_set import ImageSet
from engine.project import Project
from engine.project.catalogue import SCHEMA_VERSION
from engine.project.export import export_run
from engine.project.summary import summarise_project
from engine.report import write_report
from engine.runtime import UserError, text
from engine.trial.results import TrialReport

STORED = Path(__file__).with_name("stored")
VERSIONS = (1, 2, 3, 4)


def unpacked(folder: Path, version: int) -> Path:
    with zipfile.ZipFile(STORED / f"version{version}.zip") as archive:
        archive.extractall(folder)
    return folder / f"version{version}.shizuku"


def version_of(path: Path) -> int:
    connection = sqlite3.connect(path / "project.sqlite")
    try:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()


@pytest.mark.parametrize("version", VERSIONS)
def test_a_project_of_an_earlier_version_opens_in_full(version, tmp_path):
    path = unpacked(tmp_path, version)
    assert version_of(path) == version
    project = Project.open(path)
    with project.image_set() as images:
        assert isinstance(images, ImageSet)
        assert images.shape == (42, 16, 16, 1)
        assert tuple(images.class_names) == ("flat", "steep", "upright")
    record = project.import_record()
    assert record is not None
    assert record.source == "/data/pictures"
    (run,) = project.runs()
    assert run.status == "done"
    assert run.recipe.ipc == 2
    assert run.condensed().images.shape[0] == 6
    assert run.verdicts() == {0: "accepted", 1: "rejected"}
    assert {one.note for one in run.judgements().log()} == {"よい", "ぼけ"}
    (trial,) = run.trials()
    report = TrialReport.from_dict(trial) if isinstance(trial, dict) else trial
    assert {one.name for one in report.sets} >= {"condensed", "random"}
    assert len(project.queue.content().entries) == (4 if version == 4 else 0)
    assert summarise_project(project)["runs"][0]["run"] == run.id


@pytest.mark.parametrize("version", VERSIONS)
def test_it_goes_on_being_used(version, tmp_path):
    project = Project.open(unpacked(tmp_path, version))
    (run,) = project.runs()
    run.judge(2, "hold", inspector="検査員")
    project.set_setting("costs", CostInputs().model_dump_json())
    assert version_of(project.path) == SCHEMA_VERSION
    again = Project.open(project.path).runs()[0]
    assert again.verdicts() == {0: "accepted", 1: "rejected", 2: "hold"}
    export_run(project, run, tmp_path / "out.h5")
    assert (tmp_path / "out.h5").is_file()
    for language in ("en", "ja"):
        written = write_report(project, run, tmp_path / f"{language}.html", language=language)
        assert run.id in written.read_text(encoding="utf-8")


def test_every_version_but_the_present_one_is_stored():
    """Whoever raises the catalogue's version keeps a project of the one before."""
    stored = {int(one.stem.removeprefix("version")) for one in STORED.glob("*.zip")}
    assert stored >= set(range(1, SCHEMA_VERSION))
    assert set(VERSIONS) == stored


def test_a_project_of_a_later_version_is_refused_and_not_touched(tmp_path):
    path = unpacked(tmp_path, 4)
    connection = sqlite3.connect(path / "project.sqlite")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    before = (path / "project.sqlite").read_bytes()
    with pytest.raises(UserError) as told:
        Project.open(path)
    assert told.value.key == "project.newer"
    assert "Update Shizuku" in text(told.value.key, "en", **told.value.params)
    assert (path / "project.sqlite").read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write")
@pytest.mark.parametrize("version", VERSIONS[1:])
def test_one_that_may_only_be_read_can_be_looked_at(version, tmp_path):
    path = unpacked(tmp_path, version)
    for one in (path, *path.rglob("*")):
        one.chmod(0o555 if one.is_dir() else 0o444)
    try:
        assert len(Project.open(path).runs()) == 1
    finally:
        for one in (path, *path.rglob("*")):
            one.chmod(0o755)
        shutil.rmtree(path)
