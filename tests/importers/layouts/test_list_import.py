"""A flat folder with a CSV list, as spreadsheets and scripts write them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.project import Project
from engine.runtime import UserError
from importers import ImportOutcome

Import = Callable[..., ImportOutcome]
Paint = Callable[..., Path]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encodings_and_delimiters(
    paint: Paint, source: Path, run_import: Import, encoding: str, delimiter: str
):
    lines = [("ファイル名", "クラス", "split")]
    for number in range(4):
        for label in ("ねじ", "歯車"):
            paint(f"図 {label}{number}.png", number + ord(label[0]))
            lines.append((f"図 {label}{number}.png", label, "テスト" if number == 3 else "train"))
    text = "\r\n".join(delimiter.join(line) for line in lines)
    (source / "一覧.csv").write_bytes(text.encode(encoding))
    outcome = run_import()
    assert outcome.classes == {"ねじ": 4, "歯車": 4}
    assert outcome.splits == {"train": 6, "test": 2}
    assert not outcome.refused


def test_without_split_column_and_in_a_subfolder(
    paint: Paint, source: Path, run_import: Import, project: Project
):
    rows = ["file,label"]
    for number in range(10):
        label = "ab"[number % 2]
        paint(f"images/{number}.png", number)
        rows.append(
            f"images\\{number}.png,{label}" if number % 3 else f"./images/{number}.png,{label}"
        )
    (source / "labels.csv").write_text("\n".join(rows), encoding="utf-8")
    outcome = run_import()
    assert outcome.classes == {"a": 5, "b": 5}
    assert outcome.splits == {"train": 8, "test": 2}
    record = project.import_record()
    assert record is not None
    assert record.layout == "list"


def test_no_line_leads_out_of_the_folder(
    paint: Paint, tmp_path: Path, source: Path, run_import: Import, project: Project
):
    outside = paint("../outside.png", 99)
    good = [paint(f"{number}.png", number).name for number in range(8)]
    rows = [f"{name},{'ab'[at % 2]}" for at, name in enumerate(good)]
    evil = ["../outside.png", str(outside.resolve()), "C:\\x.png", "\\\\host\\x.png", "~/x.png"]
    rows += [f"{name},a" for name in evil]
    (source / "list.csv").write_text("file,label\n" + "\n".join(rows), encoding="utf-8")
    outcome = run_import()
    assert {one.file: one.reason_key for one in outcome.refused} == dict.fromkeys(
        evil, "import.csv_outside"
    )
    assert outcome.images == 8


def test_lines_that_say_nothing_sound_are_told(paint: Paint, source: Path, run_import: Import):
    for number in range(9):
        paint(f"{number}.png", number)
    rows = [
        *(f"{number}.png,{'ab'[number % 2]},train" for number in range(5)),
        "5.png,,train",
        "6.png,a,holdout",
        "7.png,a,train",
        "7.png,b,train",
        "gone.png,a,train",
        "0.png,a,train",
        "",
    ]
    (source / "list.csv").write_text("file,label,split\n" + "\n".join(rows), encoding="utf-8")
    outcome = run_import()
    assert {one.file: one.reason_key for one in outcome.refused} == {
        "5.png": "import.csv_no_label",
        "6.png": "import.csv_split",
        "7.png": "import.csv_contradiction",
        "gone.png": "import.csv_missing",
    }
    assert outcome.images == 5
    unlisted = next(one for one in outcome.notices if one.kind == "unlisted")
    # A line refused for its label or split does not list its picture either.
    assert unlisted.count == 3
    assert "8.png" in unlisted.examples


def test_a_list_beside_class_folders_that_names_something_else_is_no_layout(
    paint: Paint, source: Path, run_import: Import
):
    for number in range(3):
        paint(f"a/{number}.png", number)
        paint(f"b/{number}.png", 10 + number)
    (source / "orders.csv").write_text("file,label\ninvoice.pdf,paid\n", encoding="utf-8")
    assert run_import().classes == {"a": 3, "b": 3}


def test_layouts_asked_for_in_vain(paint: Paint, run_import: Import):
    paint("a/1.png")
    with pytest.raises(UserError, match="no list"):
        run_import(layout="list")
    with pytest.raises(UserError, match="train"):
        run_import(layout="train-test")


def test_binary_rubbish_as_list(paint: Paint, source: Path, run_import: Import):
    paint("1.png")
    (source / "list.csv").write_bytes(b"file,label\n\x81\xff\xfe\x00\x80")
    with pytest.raises(UserError, match=r"list\.csv"):
        run_import(layout="list")
