"""Findings and their remedies: recorded, applied, undone; runs and pictures follow."""

from __future__ import annotations

import math
import sqlite3

import numpy as np
import pytest

from engine.data import ImageSetWriter
from engine.project import Project, SourceFinding
from engine.runtime import UserError


@pytest.fixture
def project(tmp_path) -> Project:
    made = Project.create(tmp_path / "p.shizuku")
    with ImageSetWriter(made.images_path, height=4, width=4, channels=1) as writer:
        pixels = np.arange(10 * 16, dtype=np.uint8).reshape(10, 4, 4, 1)
        writer.append(pixels, [0, 1] * 5, [0] * 8 + [1] * 2, [f"{n}.png" for n in range(10)])
        writer.finish(class_names=["a", "b"], preparation={}, fingerprint="f")
    return made


def finding(kind: str, rows: list[int], *, applied: bool = False) -> SourceFinding:
    return SourceFinding(
        kind,
        "warning",
        "import.already_there",
        {"count": len(rows)},
        pictures=np.array(rows),
        partners=np.full(len(rows), -1),
        remedied=np.array(rows),
        applied=applied,
    )


def sides(project: Project) -> list[int]:
    with project.image_set() as image_set:
        return image_set.split.tolist()


def test_an_applied_finding_leaves_its_pictures_out(project):
    project.findings.record([finding("leak", [1, 9], applied=True)], fingerprint="f")
    assert sides(project) == [0, 2, 0, 0, 0, 0, 0, 0, 1, 2]
    with project.image_set() as image_set:
        assert image_set.pictures == 8
        assert image_set.counts().tolist() == [5, 3]
        assert 1 not in image_set.indices()
        assert image_set.fingerprint != "f"


def test_a_remedy_can_be_undone_and_overlaps_are_kept_apart(project):
    project.findings.record([finding("blurred", [1, 2]), finding("dark", [2, 3])], fingerprint="f")
    blurred, dark = project.findings.all()
    assert not blurred.applied
    project.findings.apply(blurred.number)
    project.findings.apply(dark.number)
    project.findings.apply(dark.number)
    assert [row for row, side in enumerate(sides(project)) if side == 2] == [1, 2, 3]
    project.findings.undo(blurred.number)
    assert [row for row, side in enumerate(sides(project)) if side == 2] == [2, 3]
    assert [one.applied for one in project.findings.all()] == [False, True]
    project.findings.undo(dark.number)
    with project.image_set() as image_set:
        assert image_set.fingerprint == "f"


def test_what_is_left_out_of_other_pictures_is_not_left_out_of_these(project):
    project.findings.record([finding("dark", [0], applied=True)], fingerprint="of others")
    assert 2 not in sides(project)


def test_findings_come_back_as_they_were(project):
    project.findings.record([finding("dark", [4, 5])], fingerprint="f")
    (one,) = Project.open(project.path).findings.all()
    assert one.pictures.tolist() == [4, 5]
    assert one.partners.tolist() == [-1, -1]
    assert "2" in one.sentence("ja")


def test_a_project_of_version_1_gains_findings(project):
    with sqlite3.connect(project.path / "project.sqlite") as connection:
        for table in ("findings", "excluded", "judgements", "sign_offs", "blind_tests", "queue"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute(
            "CREATE TABLE verdicts (run TEXT, image INTEGER, verdict TEXT, note TEXT,"
            " inspector TEXT, time TEXT, PRIMARY KEY (run, image))"
        )
        connection.execute("PRAGMA user_version = 1")
    connection.close()
    opened = Project.open(project.path)
    assert opened.findings.all() == []
    assert 2 not in sides(opened)
    opened.findings.record([finding("dark", [0], applied=True)], fingerprint="f")
    assert sides(opened)[0] == 2


def test_rows_beyond_the_set_are_passed_over(project):
    project.findings.record([finding("dark", [3, 400, -2], applied=True)], fingerprint="f")
    assert [row for row, side in enumerate(sides(project)) if side == 2] == [3]


@pytest.mark.parametrize("picture", ["first", math.inf, b"\xff", 2**70 * 1.0])
def test_a_picture_that_is_no_number_is_told(project, picture):
    project.findings.record([finding("leak", [1], applied=True)], fingerprint="f")
    with project.catalogue.writing() as connection:
        connection.execute("UPDATE excluded SET picture = ?", (picture,))
    with pytest.raises(UserError) as caught:
        sides(project)
    assert caught.value.key == "file.not_ours"
