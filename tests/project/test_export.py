"""Exports are read back by other people's code: plain h5py and torchvision."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import h5py
import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from torchvision.datasets import ImageFolder

from engine.data import CondensedSet
from engine.data.recipe import CondenseRecipe
from engine.project import Project, Run
from engine.project.blind_tests import BlindAnswer, BlindTest, keep_test
from engine.project.export import export_run
from engine.project.folder_names import class_folders, safe_name
from engine.project.sign_off import sign_off
from engine.runtime import UserError

AWKWARD = ["CON", "../../etc", "a/b:c", "欠陥 (きず)", "trailing. ", "Bolt", "bolt", "", "nul.txt"]


def condensed(names: list[str], *, channels: int = 1, per_class: int = 2) -> CondensedSet:
    random = np.random.default_rng(0)
    labels = np.repeat(np.arange(len(names)), per_class).astype(np.int64)
    return CondensedSet(
        images=random.integers(0, 256, (len(labels), 16, 16, channels), np.uint8),
        labels=labels,
        class_names=names,
        mean=np.full(channels, 0.5, np.float32),
        std=np.full(channels, 0.25, np.float32),
        images_per_class=per_class,
        recipe={"ipc": per_class},
        provenance={"seed": 3, "source": "図面"},
    )


@pytest.fixture
def run_of(tmp_path: Path) -> Callable[[CondensedSet], tuple[Project, Run]]:
    def make(result: CondensedSet) -> tuple[Project, Run]:
        project = Project.create(tmp_path / "部品.shizuku")
        run = project.new_run(CondenseRecipe(ipc=result.images_per_class))
        result.save(run.condensed_path)
        return project, run

    return make


def test_plain_h5py_reads_the_exported_file(run_of, tmp_path):
    made = condensed(["gear", "spring"], channels=3)
    path = export_run(*run_of(made), tmp_path / "出力" / "set.h5")
    with h5py.File(path, "r") as file:
        assert np.array_equal(file["images"][:], made.images)
        assert file["images"].compression == "gzip"
        assert file["labels"].dtype == np.int64
        assert file["class_names"].asstr()[:].tolist() == ["gear", "spring"]
        assert file.attrs["format"] == "shizuku-condensed"
        assert json.loads(file.attrs["provenance"])["source"] == "図面"


@pytest.mark.parametrize("channels", [1, 3])
def test_image_folder_gives_the_same_labels_and_pixels(run_of, tmp_path, channels):
    made = condensed(AWKWARD, channels=channels)
    folder = export_run(*run_of(made), tmp_path / "folder")
    read = ImageFolder(str(folder))
    assert len(read.classes) == len(AWKWARD)
    assert read.targets == made.labels.tolist()
    for number, (image, _label) in enumerate(read):
        expected = np.broadcast_to(made.images[number], (16, 16, 3))
        assert np.array_equal(np.asarray(image), expected)


def test_class_list_maps_folders_to_the_true_names(run_of, tmp_path):
    folder = export_run(*run_of(condensed(AWKWARD)), tmp_path / "folder")
    assert (folder / "classes.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with (folder / "classes.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["class"] for row in rows] == AWKWARD
    assert all((folder / row["folder"]).is_dir() for row in rows)
    assert {row["images"] for row in rows} == {"2"}
    about = json.loads((folder / "condensed.json").read_text(encoding="utf-8"))
    assert about["mean"] == [0.5]


def read_sheet(path: Path) -> list[dict[str, str]]:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_verdicts_and_sign_off_go_with_a_folder(run_of, tmp_path):
    made = condensed(["gear", "=cmd|' /C calc'!A0"])
    project, run = run_of(replace(made, real=np.array([0, 0, 1, 1], np.uint32)))
    run.judge(0, "accepted", inspector="佐藤")
    run.judgements().judge(
        2, "rejected", note="=1+1\n2 lines", inspector="@Mori", reasons=["twin", "copy"]
    )
    sign_off(run, "佐藤", "In part, 確認済み", partial=True)
    folder = export_run(project, run, tmp_path / "folder")
    rows = read_sheet(folder / "verdicts.csv")
    assert [row["verdict"] for row in rows] == ["accepted", "", "rejected", "rejected"]
    assert all((folder / row["file"].removeprefix("'")).is_file() for row in rows)
    for row in rows[2:]:  # the second is a copy of the first
        assert row["note"] == "'=1+1\n2 lines"
        assert row["reasons"] == "copy twin"
        assert row["inspector"] == "'@Mori"
        assert row["class"].startswith("'=cmd")
    assert read_sheet(folder / "classes.csv")[1]["class"].startswith("'=cmd")
    about = json.loads((folder / "condensed.json").read_text(encoding="utf-8"))
    assert about["sign_off"]["statement"] == "In part, 確認済み"
    assert about["sign_off"]["state"] == "signed"
    assert (about["sign_off"]["accepted"], about["sign_off"]["open"]) == (1, 1)


def test_a_run_that_nobody_judged_has_no_verdicts_in_its_exports(run_of, tmp_path):
    project, run = run_of(condensed(["a", "b"]))
    run.judge(0, "accepted")
    run.judge(0, None)
    folder = export_run(project, run, tmp_path / "folder")
    assert not (folder / "verdicts.csv").exists()
    with h5py.File(export_run(project, run, tmp_path / "set.h5")) as file:
        assert "verdicts" not in file
        assert "sign_off" not in file.attrs


def test_blind_tests_go_with_both_forms(run_of, tmp_path):
    project, run = run_of(condensed(["gear", "spring"]))
    with h5py.File(export_run(project, run, tmp_path / "before.h5")) as file:
        assert "blind_tests" not in file.attrs
    sides = ["left"] * 15 + ["right"] * 5
    answers = [
        BlindAnswer(sample=0, picture=0, label=0, synthetic="left", said=side) for side in sides
    ]
    time = "2026-03-01T09:00:00+09:00"
    keep_test(run, BlindTest(inspector="佐藤", time=time, seed=1, answers=answers))
    folder = export_run(project, run, tmp_path / "folder")
    about = json.loads((folder / "condensed.json").read_text(encoding="utf-8"))
    with h5py.File(export_run(project, run, tmp_path / "set.h5")) as file:
        (found,) = json.loads(file.attrs["blind_tests"])
    assert about["blind_tests"] == [found]
    assert (found["inspector"], found["time"]) == ("佐藤", time)
    assert (found["pairs"], found["told"], found["hit_rate"]) == (20, 15, 0.75)
    assert (found["low"], found["high"]) == pytest.approx((0.531, 0.888), abs=1e-3)


def test_ordinary_class_names_stay_as_they_are():
    assert class_folders(["bearing", "bolt", "ばね"]) == ["bearing", "bolt", "ばね"]


@given(st.lists(st.text(max_size=300), min_size=1, max_size=12))
@example(["0\xa0."])
def test_any_names_become_unique_safe_sorted_folders(names):
    folders = class_folders(names)
    assert folders == sorted(folders)
    assert len({folder.casefold() for folder in folders}) == len(names)
    for folder in folders:
        assert folder not in ("", ".", "..")
        assert not set(folder) & set('<>:"/\\|?*\0\n')
        assert folder == folder.strip().rstrip(".")
        assert len(folder.encode()) <= 200
        assert Path(folder).name == folder


@pytest.mark.parametrize("name", ["CON", "con.png", "Lpt1", "COM²", "NUL"])
def test_windows_device_names_are_changed(name):
    assert safe_name(name) == f"_{name}"


def test_a_folder_with_something_in_it_is_refused(run_of, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "photo.png").write_bytes(b"precious")
    with pytest.raises(UserError) as caught:
        export_run(*run_of(condensed(["a", "b"])), tmp_path / "mine")
    assert caught.value.key == "file.exists"
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["photo.png"]


def test_somebody_elses_hdf5_file_is_refused_and_an_earlier_export_replaced(run_of, tmp_path):
    project, run = run_of(condensed(["a", "b"]))
    foreign = tmp_path / "foreign.h5"
    with h5py.File(foreign, "w") as file:
        file["data"] = [1, 2]
    with pytest.raises(UserError) as caught:
        export_run(project, run, foreign)
    assert caught.value.key == "file.exists"
    with h5py.File(foreign, "r") as file:
        assert file["data"][:].tolist() == [1, 2]
    for _ in range(2):
        export_run(project, run, tmp_path / "again.h5")


def test_a_failed_folder_export_leaves_nothing_behind(run_of, tmp_path, monkeypatch):
    project, run = run_of(condensed(["a", "b"]))

    def full_disk(*_args: object, **_kwargs: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("PIL.Image.Image.save", full_disk)
    with pytest.raises(UserError) as caught:
        export_run(project, run, tmp_path / "out" / "folder")
    assert caught.value.key == "file.cannot_write"
    assert list((tmp_path / "out").iterdir()) == []


def test_a_run_without_result_and_a_place_among_the_runs_are_refused(run_of, tmp_path):
    project, run = run_of(condensed(["a", "b"]))
    with pytest.raises(UserError) as caught:
        export_run(project, run, run.folder / "copy.h5")
    assert caught.value.key == "export.inside_runs"
    run.condensed_path.unlink()
    with pytest.raises(UserError) as caught:
        export_run(project, run, tmp_path / "x.h5")
    assert caught.value.key == "run.no_result"
