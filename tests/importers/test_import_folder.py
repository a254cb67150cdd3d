"""Whole imports of small folders: what comes in, on which side, and what is said."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engine.project import Project
from engine.runtime import Progress, StopMode, Stopped, StopSource, UserError
from importers import ImportOptions, ImportOutcome, import_folder, preview, scan

Import = Callable[..., ImportOutcome]
Paint = Callable[..., Path]

DATA = Path(__file__).parents[2] / ".." / "shared" / "data"


def kinds(outcome: ImportOutcome) -> dict[str, int]:
    return {one.kind: one.count for one in outcome.notices}


def test_class_folders_with_japanese_names(paint: Paint, run_import: Import, project: Project):
    for number in range(10):
        paint(f"ねじ 部品🔩/図面 {number}.png", number)
        paint(f"歯車/図{number}.bmp", 100 + number)
    outcome = run_import()
    assert outcome.classes == {"ねじ 部品🔩": 10, "歯車": 10}
    assert outcome.splits == {"train": 16, "test": 4}
    with project.image_set() as images:
        assert images.shape == (20, 16, 16, 1)
        assert images.counts("test").tolist() == [2, 2]
        assert "歯車/図3.bmp" in images.sources


def test_split_follows_the_seed_and_nothing_else(
    paint: Paint, run_import: Import, project: Project
):
    for number in range(30):
        paint(f"a/{number}.png", number)
        paint(f"b/{number}.png", 100 + number)

    def held() -> set[str]:
        with project.image_set() as images:
            return {images.sources[at] for at in images.indices("test")}

    run_import(seed=1)
    first, print_one = held(), project.image_set().fingerprint
    run_import(seed=1)
    assert held() == first
    assert project.image_set().fingerprint == print_one
    run_import(seed=2)
    assert held() != first
    assert project.image_set().fingerprint != print_one


def test_identical_pictures_share_a_side(paint: Paint, run_import: Import, project: Project):
    for number in range(12):
        for copy in range(3):
            paint(f"a/{number}-{copy}.png", number)
        paint(f"b/{number}.png", 50 + number)
    outcome = run_import(test_fraction=0.5)
    assert kinds(outcome)["duplicates"] == 24
    with project.image_set() as images:
        sides: dict[str, set[int]] = {}
        for name, side in zip(images.sources, images.split, strict=True):
            if name.startswith("a/"):
                sides.setdefault(name.split("-")[0], set()).add(int(side))
    assert {frozenset(one) for one in sides.values()} == {frozenset({0}), frozenset({1})}


def test_train_test_folders_leave_a_leak_out_of_training(
    paint: Paint, run_import: Import, project: Project
):
    for number in range(4):
        paint(f"train/a/{number}.png", number)
        paint(f"train/b/{number}.png", 10 + number)
        paint(f"test/a/{number}.png", 20 + number)
    paint("val/b/v.png", 40)
    paint("test/b/same.png", 11)
    outcome = run_import()
    assert outcome.splits == {"train": 8, "test": 5}
    assert kinds(outcome)["leak"] == 1
    assert kinds(outcome)["validation"] == 1
    with project.image_set() as images:
        assert "train/b/1.png" not in [images.sources[row] for row in images.indices()]
        assert "test/b/same.png" in images.sources


def test_one_picture_in_two_classes_is_left_out(paint: Paint, run_import: Import, project: Project):
    for number in range(4):
        paint(f"a/{number}.png", number)
        paint(f"b/{number}.png", 10 + number)
    paint("b/wrong.png", 2)
    outcome = run_import()
    conflict = next(one for one in outcome.notices if one.kind == "class_conflict")
    assert sorted(conflict.examples) == ["a/2.png", "b/wrong.png"]
    with project.image_set() as images:
        used = {images.sources[row] for row in images.indices()}
    assert not {"a/2.png", "b/wrong.png"} & used
    assert outcome.left_out == 2


def test_one_picture_of_a_class_is_for_training(paint: Paint, run_import: Import, project: Project):
    paint("a/only.png", 1)
    for number in range(5):
        paint(f"b/{number}.png", 10 + number)
    outcome = run_import(test_fraction=0.9)
    with project.image_set() as images:
        assert images.counts("train").tolist() == [1, 1]
    assert {"small_class", "untested"} <= set(kinds(outcome))


def test_a_folder_around_the_folders_is_looked_through(paint: Paint, run_import: Import):
    for number in range(3):
        paint(f"data/v1/a/{number}.png", number)
        paint(f"data/v1/b/{number}.png", 10 + number)
    assert run_import().classes == {"a": 3, "b": 3}


def test_system_files_are_passed_over_and_broken_ones_are_told(
    paint: Paint, source: Path, run_import: Import, project: Project
):
    for number in range(3):
        paint(f"a/{number}.png", number)
        paint(f"b/{number}.png", 10 + number)
    for name in ("Thumbs.db", ".DS_Store", "._0.png"):
        (source / "a" / name).write_bytes(b"x")
    (source / "__MACOSX" / "a").mkdir(parents=True)
    (source / "__MACOSX" / "a" / "0.png").write_bytes(b"x")
    (source / "a" / "notes.txt").write_text("mine", encoding="utf-8")
    (source / "a" / "empty.png").touch()
    (source / "a" / "text.jpg").write_text("no picture", encoding="utf-8")
    half = (source / "b" / "0.png").read_bytes()
    (source / "b" / "half.png").write_bytes(half[: len(half) // 2])
    paint("loose.png", 30)
    outcome = run_import()
    assert {one.file: one.reason_key for one in outcome.refused} == {
        "a/empty.png": "import.empty_file",
        "a/text.jpg": "import.not_a_picture",
        "b/half.png": "import.truncated",
        "loose.png": "import.outside_class",
    }
    assert kinds(outcome)["other_files"] == 1
    assert outcome.images == 6
    record = project.import_record()
    assert record is not None
    assert [one.file for one in record.refused] == [one.file for one in outcome.refused]
    for one in (*record.refused, *outcome.refused):
        assert one.reason("ja") != one.reason("en")
    for notice in record.notices:
        assert notice.sentence("ja") != notice.sentence("en")


def test_links_in_a_loop_end(paint: Paint, source: Path, run_import: Import):
    for number in range(3):
        paint(f"a/{number}.png", number)
        paint(f"b/{number}.png", 10 + number)
    try:
        (source / "a" / "again").symlink_to(source, target_is_directory=True)
        (source / "b" / "gone.png").symlink_to(source / "nowhere.png")
    except OSError:
        pytest.skip("no symbolic links here")
    outcome = run_import()
    assert outcome.classes == {"a": 3, "b": 3}
    assert [one.reason_key for one in outcome.refused] == ["import.broken_link"]


@pytest.mark.parametrize("content", [None, b"not a picture"])
def test_nothing_usable_names_the_next_step(
    source: Path, run_import: Import, project: Project, content: bytes | None
):
    if content is not None:
        (source / "a").mkdir()
        (source / "a" / "x.png").write_bytes(content)
    with pytest.raises(UserError) as caught:
        run_import()
    assert caught.value.exit_code == 3
    assert str(source) in caught.value.sentence("ja")
    assert not project.has_images


def test_missing_folder_and_file_instead_of_folder(paint: Paint, run_import: Import):
    picture = paint("a/1.png")
    with pytest.raises(UserError, match="neither a folder nor"):
        run_import(picture)
    with pytest.raises(UserError, match="not found"):
        run_import(picture.parent / "nowhere")


def test_one_class_is_imported_with_a_word(paint: Paint, run_import: Import):
    for number in range(3):
        paint(f"a/{number}.png", number)
    outcome = run_import()
    assert outcome.images == 3
    assert "one_class" in kinds(outcome)


def test_grey_stored_as_rgb_stays_grey_and_colour_is_kept(
    paint: Paint, run_import: Import, project: Project, source: Path
):
    from PIL import Image

    for number in range(4):
        for label in "ab":
            path = paint(f"{label}/{number}.png", number + 10 * ord(label))
            Image.open(path).convert("RGB").save(path)
    run_import()
    with project.image_set() as images:
        assert images.channels == 1
    for number in range(4):
        paint(f"a/{number}.png", number, colour=True)
    run_import()
    with project.image_set() as images:
        assert images.channels == 3
    run_import(colour="grey")
    with project.image_set() as images:
        assert images.channels == 1


@pytest.mark.parametrize("mode", list(StopMode))
def test_stop_leaves_the_project_as_it_was(
    paint: Paint, run_import: Import, project: Project, source: Path, mode: StopMode
):
    for number in range(40):
        paint(f"a/{number}.png", number)
        paint(f"b/{number}.png", 100 + number)
    run_import()
    before = hashlib.sha256(project.images_path.read_bytes()).digest()
    paint("c/new.png", 500)
    stop = StopSource()

    def emit(event: object) -> None:
        if isinstance(event, Progress) and event.stage == "stage.read":
            stop.stop(mode)

    with pytest.raises(Stopped):
        import_folder(source, project, ImportOptions(size=16), emit=emit, token=stop.token)
    assert hashlib.sha256(project.images_path.read_bytes()).digest() == before
    assert not list(project.path.glob(".part-*"))


def test_sources_are_never_changed(paint: Paint, source: Path, run_import: Import):
    for number in range(3):
        paint(f"a/{number}.png", number)
        paint(f"b/{number}.png", 10 + number)

    def state() -> dict[str, tuple[bytes, int]]:
        return {
            str(path): (path.read_bytes(), path.stat().st_mtime_ns)
            for path in sorted(source.rglob("*.png"))
        }

    before = state()
    run_import()
    assert state() == before


def test_progress_reaches_the_end(paint: Paint, source: Path, project: Project):
    for number in range(6):
        paint(f"a/{number}.png", number)
        paint(f"b/{number}.png", 10 + number)
    events: list[object] = []
    options = ImportOptions(size=16)
    import_folder(source, project, options, emit=events.append, token=StopSource().token)
    last = [one for one in events if isinstance(one, Progress) and one.stage == "stage.read"][-1]
    assert (last.done, last.total) == (12, 12)
    assert last.rate is not None


def test_scan_counts_without_decoding_and_preview_shows_both(paint: Paint, source: Path):
    for number in range(5):
        paint(f"train/a/{number}.png", number)
        paint(f"test/a/{number}.png", 10 + number)
        paint(f"train/b/{number}.png", 20 + number)
    (source / "train" / "b" / "bad.png").write_bytes(b"bad")
    options = ImportOptions(size=32)
    found = scan(source, options, emit=lambda event: None, token=StopSource().token)
    assert found.layout == "train-test"
    assert [(one.name, one.train, one.test) for one in found.classes] == [("a", 5, 5), ("b", 6, 0)]
    assert found.total == 16
    pairs = preview(found, options, count=16)
    assert len(pairs) == 15
    assert all(pair.before.shape == (20, 24, 3) for pair in pairs)
    assert all(pair.after.shape == (32, 32, 1) for pair in pairs)
    assert all(pair.after.dtype == np.uint8 for pair in pairs)


@pytest.mark.skipif(not (DATA / "odd-files").is_dir(), reason="the difficult files are not here")
def test_every_difficult_file_is_imported_or_refused(run_import: Import, project: Project):
    folder = DATA / "odd-files"
    outcome = run_import(folder, pages="first")
    conflicting = sum(one.count for one in outcome.notices if one.kind == "class_conflict")
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".txt"]
    assert outcome.images + len(outcome.refused) + conflicting == len(files)
    refused = {one.file for one in outcome.refused}
    assert {one for one in refused if one.startswith(("orientation", "depth_and"))} == set()
    assert sum(one.startswith("broken/") for one in refused) == 17


@pytest.mark.skipif(not (DATA / "neu-cls").is_dir(), reason="the steel pictures are not here")
def test_real_steel_pictures(tmp_path: Path, run_import: Import, project: Project):
    folder = tmp_path / "steel"
    for name in ("crazing", "patches"):
        pictures = sorted((DATA / "neu-cls" / name).iterdir())[:12]
        (folder / name).mkdir(parents=True)
        for picture in pictures:
            shutil.copyfile(picture, folder / name / picture.name)
    outcome = run_import(folder, size=64)
    assert outcome.images == 24
    assert not outcome.refused
    with project.image_set() as images:
        assert images.channels == 1
        assert 0.2 < float(images.mean[0]) < 0.8


def test_names_of_every_kind_come_back_as_they_are(
    paint: Paint, source: Path, run_import: Import, project: Project
):
    """Emoji, decomposed letters, blanks at the end, 250 characters, names unlike only in case."""
    long = "長" * 80 + "x" * 6 + ".png"  # 250 bytes, what file systems take at most
    names = [
        "⚙️🔩.png",
        "a\u0308 \u30cf\u309a.png",
        "blank .png",
        " lead.png",
        "Part.png",
        "part.png",
    ]
    names.append(long)
    for at, name in enumerate(names):
        paint(f"ｶﾅ クラス /{name}", at)
        paint(f"b/{name}", 100 + at)
    outcome = run_import(test_fraction=0)
    if len({*names}) == len(list((source / "b").iterdir())):  # not on systems that fold case
        assert outcome.images == 14
    with project.image_set() as images:
        held = {name.split("/")[1] for name in images.sources}
        assert held == {path.name for path in (source / "b").iterdir()}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is closed to root")
def test_a_closed_folder_is_told_and_the_rest_goes_on(
    paint: Paint, source: Path, run_import: Import
):
    for number in range(3):
        paint(f"a/{number}.png", number)
        paint(f"b/{number}.png", 10 + number)
        paint(f"closed/{number}.png", 20 + number)
    (source / "closed").chmod(0)
    try:
        outcome = run_import()
    finally:
        (source / "closed").chmod(0o755)
    assert outcome.images == 6
    assert [(one.file, one.reason_key) for one in outcome.refused] == [
        ("closed", "import.unreadable")
    ]


def test_a_folder_that_cannot_be_listed_is_told(
    paint: Paint, source: Path, run_import: Import, monkeypatch: pytest.MonkeyPatch
):
    """As above, also where tests run as root."""
    for number in range(3):
        paint(f"a/{number}.png", number)
        paint(f"b/{number}.png", 10 + number)
        paint(f"closed/{number}.png", 20 + number)
    scandir = os.scandir

    def refusing(path: Path | int):
        if isinstance(path, Path) and path.name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    outcome = run_import()
    assert outcome.images == 6
    assert [(one.file, one.reason_key) for one in outcome.refused] == [
        ("closed", "import.unreadable")
    ]
