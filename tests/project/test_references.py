"""References of a project: listed, opened by name, and never outside of its folder."""

from __future__ import annotations

import shutil

import numpy as np
import pytest

from engine.data import ImageSetWriter
from engine.data.recipe import CondenseRecipe
from engine.project import Project
from engine.runtime import UserError

NAMES = ("aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb", "cccccccccccccccc")


def write(project, name, title, *, count=3, size=16):
    path = project.path / "references" / f"{name}.h5"
    path.parent.mkdir(exist_ok=True)
    with ImageSetWriter(path, height=size, width=size, channels=1) as writer:
        pixels = np.zeros((count, size, size, 1), np.uint8)
        writer.append(pixels, [0] * count, [0] * count, [f"{n}.png" for n in range(count)])
        preparation = {"title": title} if title else {}
        writer.finish(class_names=["x"], preparation=preparation, fingerprint=name * 4)


@pytest.fixture
def project(make_project):
    return make_project()[0]


def test_a_project_without_references_has_none(project, tmp_path):
    assert project.references() == []
    assert Project.create(tmp_path / "empty.shizuku").references() == []


def test_they_are_listed_by_title_and_opened_by_name(project):
    write(project, NAMES[0], "scans", count=3)
    write(project, NAMES[1], "Camera", count=7)
    write(project, NAMES[2], "")
    found = project.references()
    assert [(one.name, one.title, one.pictures) for one in found] == [
        (NAMES[1], "Camera", 7),
        (NAMES[2], NAMES[2], 3),
        (NAMES[0], "scans", 3),
    ]
    with project.reference_set(NAMES[1]) as reference:
        assert len(reference) == 7


def test_they_travel_with_the_folder(project, tmp_path):
    write(project, NAMES[0], "scans")
    shutil.copytree(project.path, tmp_path / "copy.shizuku")
    (found,) = Project.open(tmp_path / "copy.shizuku").references()
    assert found.title == "scans"


def test_damaged_foreign_and_unfinished_files_are_passed_over(project):
    write(project, NAMES[0], "scans")
    folder = project.path / "references"
    (folder / f"{NAMES[1]}.h5").write_bytes(b"no HDF5")
    shutil.copy(folder / f"{NAMES[0]}.h5", folder / "notes.h5")
    (folder / ".part-x").mkdir()
    shutil.copy(folder / f"{NAMES[0]}.h5", folder / ".part-x" / f"{NAMES[2]}.h5")
    assert [one.name for one in project.references()] == [NAMES[0]]
    with pytest.raises(UserError) as told:
        project.reference_set(NAMES[1])
    assert told.value.key == "file.not_ours"


def test_one_of_another_size_is_not_offered_and_says_so(project):
    write(project, NAMES[0], "scans", size=20)
    assert project.references() == []
    with pytest.raises(UserError) as told:
        project.reference_set(NAMES[0])
    assert told.value.key == "condense.reference_other_size"


def aiming(project, name):
    return project.new_run(CondenseRecipe(appearance="reference", reference=name))


def test_one_can_be_removed_and_its_runs_are_known(project):
    write(project, NAMES[0], "scans")
    write(project, NAMES[1], "camera")
    run = aiming(project, NAMES[0])
    run.end("stopped", step=3)
    assert [one.id for one in project.reference_users(NAMES[0])] == [run.id]
    assert project.reference_users(NAMES[1]) == []
    project.remove_reference(NAMES[0])
    assert [one.name for one in project.references()] == [NAMES[1]]
    assert project.reference_titles() == {NAMES[1]: "camera"}
    assert project.run(run.id).recipe.reference == NAMES[0]
    with pytest.raises(UserError) as told:
        project.remove_reference(NAMES[0])
    assert told.value.key == "condense.reference_missing"


def test_a_removed_one_can_be_brought_back_until_the_trash_is_emptied(project):
    write(project, NAMES[0], "scans")
    project.remove_reference(NAMES[0])
    project.empty_trash(overdue=True)
    project.bring_back_reference(NAMES[0])
    assert project.reference_titles() == {NAMES[0]: "scans"}
    project.bring_back_reference(NAMES[0])  # it is there already
    project.remove_reference(NAMES[0])
    project.empty_trash()
    with pytest.raises(UserError) as told:
        project.bring_back_reference(NAMES[0])
    assert told.value.key == "condense.reference_missing"


def test_one_that_a_run_in_progress_needs_stays(project):
    write(project, NAMES[0], "scans")
    run = aiming(project, NAMES[0])
    run.begin()
    with pytest.raises(UserError) as told:
        project.remove_reference(NAMES[0])
    assert told.value.key == "reference.in_use"
    assert run.id in told.value.sentence("ja")
    assert "scans" in told.value.sentence("en")
    assert len(project.references()) == 1
    run.end("done", step=9)
    project.remove_reference(NAMES[0])
    assert project.references() == []


def test_one_of_another_size_can_be_removed_too(project):
    write(project, NAMES[0], "scans", size=20)
    assert [one.shape for one in project.all_references()] == [(20, 20, 1)]
    project.remove_reference(NAMES[0])
    assert project.all_references() == []


def test_a_missing_one_is_named_with_the_next_step(project):
    with pytest.raises(UserError) as told:
        project.reference_set(NAMES[0])
    assert told.value.key == "condense.reference_missing"
    assert NAMES[0] in told.value.sentence("ja")
    assert "Import its folder again" in told.value.sentence("en")


@pytest.mark.parametrize(
    "name", ["../images", "", "..", "a/b", f"{NAMES[0]}\n", "ABCDEF00", "/tmp"]
)
def test_a_name_never_leads_out_of_the_folder(project, name):
    for ask in (project.reference_set, project.reference_path, project.remove_reference):
        with pytest.raises(UserError) as told:
            ask(name)
        assert told.value.key == "condense.reference_missing"
    with pytest.raises(UserError):
        CondenseRecipe.parse({"appearance": "reference", "reference": name})
