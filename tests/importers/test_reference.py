"""A folder of pictures to look like becomes a reference set of a project, whole or not at all."""

from __future__ import annotations

import shutil
import zipfile

import numpy as np
import pytest
from PIL import Image

from engine.data.image_set import TRAIN
from engine.project import Reference
from engine.runtime import Progress, StopMode, Stopped, StopSource, UserError
from importers.reference import import_reference


def nothing(_event: object) -> None:
    """Nobody watches."""


def refer(folder, project, emit=nothing, token=None) -> Reference:
    return import_reference(folder, project, emit=emit, token=token or StopSource().token)


def draw(path, tone: int, colour: bool = False):
    path.parent.mkdir(parents=True, exist_ok=True)
    shape = (20, 24, 3) if colour else (20, 24)
    pixels = np.random.default_rng(tone).integers(0, 256, shape, dtype=np.uint8)
    Image.fromarray(pixels).save(path)


@pytest.fixture
def held(paint, run_import, project):
    """A project of grey pictures, 16 px, stretched."""
    for number in range(8):
        paint(f"{'ab'[number % 2]}/{number}.png", tone=number)
    run_import(fit="stretch")
    return project


@pytest.fixture
def scans(tmp_path):
    """A flat folder of colour pictures, no two of the same name as the project's."""
    folder = tmp_path / "きれいなスキャン"
    for number in range(5):
        draw(folder / f"scan {number}.png", 100 + number, colour=True)
    return folder


def test_a_flat_folder_is_prepared_as_the_projects_pictures_are(held, scans):
    stages = []

    def emit(event):
        if isinstance(event, Progress):
            stages.append((event.stage, event.done, event.total))

    found = refer(scans, held, emit)
    assert (found.title, found.pictures) == ("きれいなスキャン", 5)
    assert stages[-1] == ("stage.reference", 5, 5)
    with held.reference_set(found.name) as reference, held.image_set() as own:
        assert reference.shape == (5, *own.shape[1:])
        assert reference.shape[3] == 1  # grey as the project is, though the scans are not
        assert reference.preparation["options"]["fit"] == "stretch"
        assert reference.fingerprint.startswith(found.name)
        assert set(reference.split.tolist()) == {TRAIN}
        assert reference.sources == [f"scan {number}.png" for number in range(5)]
        assert reference.read([0]).std() > 10
    assert held.reference_path(found.name).parent == held.path / "references"


def test_class_and_test_folders_do_not_matter(held, tmp_path):
    folder = tmp_path / "new camera"
    for number, place in enumerate(("train/x", "train/y", "test/x", "test/y")):
        draw(folder / place / f"{number}.png", 200 + number)
    found = refer(folder, held)
    with held.reference_set(found.name) as reference:
        assert len(reference) == 4
        assert len(reference.class_names) == 1
        assert len(reference.indices("train")) == 4


def test_a_single_picture_in_an_archive_is_enough(held, scans, tmp_path):
    path = tmp_path / "scans.tar.ZIP"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(scans / "scan 0.png", "a/b/0.png")
    found = refer(path, held)
    assert (found.title, found.pictures) == ("scans.tar", 1)


def test_the_same_folder_twice_is_kept_once(held, scans, tmp_path):
    first = refer(scans, held)
    before = held.reference_path(first.name).stat().st_mtime_ns
    shutil.copytree(scans, tmp_path / "elsewhere" / "copy")
    assert refer(scans, held) == first
    assert refer(tmp_path / "elsewhere" / "copy", held) == first
    assert held.references() == [first]
    assert held.reference_path(first.name).stat().st_mtime_ns == before
    (scans / "scan 0.png").unlink()
    assert refer(scans, held).name != first.name


def test_pictures_that_cannot_be_read_are_passed_over(held, scans):
    (scans / "broken.png").write_bytes(b"no picture")
    assert refer(scans, held).pictures == 5


@pytest.mark.parametrize("content", [b"no picture", None])
def test_a_folder_without_a_readable_picture_is_refused_in_one_sentence(held, tmp_path, content):
    folder = tmp_path / "bad"
    folder.mkdir()
    if content is not None:
        (folder / "a.png").write_bytes(content)
    with pytest.raises(UserError) as told:
        refer(folder, held)
    assert told.value.key == "import.reference_unusable"
    assert str(folder) in told.value.sentence("ja")
    assert held.references() == []
    assert list(held.path.glob("references/*")) == []


@pytest.mark.parametrize("mode", list(StopMode))
def test_a_stop_leaves_nothing(held, scans, mode):
    stop = StopSource()

    def emit(event):
        if isinstance(event, Progress) and event.stage == "stage.reference":
            stop.stop(mode)

    with pytest.raises(Stopped):
        refer(scans, held, emit, stop.token)
    assert list((held.path / "references").iterdir()) == []


def test_a_stop_at_the_last_moment_leaves_a_whole_reference_or_none(held, scans):
    stop = StopSource()

    def emit(event):
        if isinstance(event, Progress) and event.done == event.total == 5:
            stop.stop()

    try:
        found = refer(scans, held, emit, stop.token)
    except Stopped:
        assert held.references() == []
    else:
        assert held.references() == [found]


def test_tiles_are_cut_as_the_projects_were_and_regions_of_other_files_are_not(
    paint, run_import, project, tmp_path
):
    for number in range(4):
        paint(f"{'ab'[number % 2]}/{number}.png", tone=number)
    run_import(cut="tiles", tile=32, keep_empty=True)
    folder = tmp_path / "sheets"
    folder.mkdir()
    pixels = np.random.default_rng(0).integers(0, 256, (64, 64), dtype=np.uint8)
    Image.fromarray(pixels).save(folder / "sheet.png")
    assert refer(folder, project).pictures == 4

    lines = "".join(f"a/{number}.png,0,0,8,8,{'ab'[number // 2]}\n" for number in (0, 2))
    (tmp_path / "regions.csv").write_text(f"file,x,y,width,height,label\n{lines}")
    run_import(cut="regions", regions=str(tmp_path / "regions.csv"), test_fraction=0)
    assert refer(folder, project).pictures == 1


def test_into_an_empty_project_it_is_refused(project, scans):
    with pytest.raises(UserError) as told:
        refer(scans, project)
    assert told.value.key == "project.empty"
    assert not (project.path / "references").exists()


def test_after_an_import_at_another_size_the_same_folder_is_prepared_anew(held, scans, run_import):
    old = refer(scans, held)
    run_import(size=20)
    assert held.references() == []
    with pytest.raises(UserError) as told:
        held.reference_set(old.name)
    assert told.value.key == "condense.reference_other_size"
    new = refer(scans, held)
    assert new.name != old.name
    assert held.references() == [new]
