"""Lists of pictures as spreadsheets and scripts write them."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from listing_help import Read, Write, kinds, labels, listing_of, reasons, understood_or_told
from openpyxl import Workbook

from engine.runtime import UserError
from importers.layouts import list_columns


def workbook(*sheets: list[list[Any]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"Sheet{number}")
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture
def pictures(write: Write) -> list[str]:
    names = [f"図 {number}.png" for number in range(4)]
    for name in names:
        write(f"写真/{name}")
    return names


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_text_lists(write: Write, read: Read, pictures: list[str], encoding: str, delimiter: str):
    lines = [("ファイル名", "クラス", "split")]
    lines += [
        (f"写真\\{name}", "ab"[at % 2], "学習" if at else "test")
        for at, name in enumerate(pictures)
    ]
    text = "\r\n".join(delimiter.join(line) for line in lines)
    write("一覧.csv", text.encode(encoding))
    layout, found = read()
    assert layout == "list"
    assert labels(found) == {f"写真/図 {at}.png": "ab"[at % 2] for at in range(4)}
    assert [one.split for one in found.sources] == ["test", "train", "train", "train"]
    assert not found.notices


def test_excel_with_a_title_and_an_empty_first_sheet(write: Write, read: Read, pictures: list[str]):
    rows: list[list[Any]] = [["検査結果"], [], ["No.", "画像", "判定", "区分"]]
    rows += [[at, name, at % 2, "train"] for at, name in enumerate(pictures)]
    write("結果.xlsx", workbook([["メモ"]], rows))
    layout, found = read()
    assert layout == "list"
    assert labels(found) == {f"写真/図 {at}.png": str(at % 2) for at in range(4)}


@pytest.mark.parametrize("form", ["list", "images", "data", "items", "lines", "pairs"])
def test_json_lists(write: Write, read: Read, pictures: list[str], form: str):
    entries = [{"file": name, "label": "ab"[at % 2]} for at, name in enumerate(pictures)]
    content: Any = {form: entries}
    if form == "list":
        content = entries
    if form == "pairs":
        content = {entry["file"]: entry["label"] for entry in entries}
    text = json.dumps(content)
    if form == "lines":
        text = "\n".join(json.dumps(entry) for entry in entries)
    write("写真/list.json", text)
    layout, found = read()
    assert layout == "list"
    assert set(labels(found).values()) == {"a", "b"}
    assert not found.notices


def test_names_without_folder_or_suffix(write: Write, read: Read):
    for at in range(3):
        write(f"train/{at:03}.PNG")
    write("labels/train.csv", "id,label\n000,a\n001.png,b\ntrain/002.png,a\n")
    layout, found = read()
    assert layout == "list"
    assert labels(found) == {"train/000.PNG": "a", "train/001.PNG": "b", "train/002.PNG": "a"}


def test_the_users_columns(write: Write, read: Read, pictures: list[str]):
    rows = [
        f"{name},x,{'ab'[at % 2]},{'test' if at else 'train'}" for at, name in enumerate(pictures)
    ]
    write("list.csv", "\n".join(["Bild,Label,Klasse,Teil", *rows]))
    assert read()[0] == "class-folders"
    options = {"file_column": "bild", "label_column": "KLASSE", "split_column": "Teil"}
    layout, found = read(**options)
    assert layout == "list"
    assert set(labels(found).values()) == {"a", "b"}
    assert {one.split for one in found.sources} == {"train", "test"}
    with pytest.raises(UserError) as caught:
        read(layout="list", file_column="Bild", label_column="Class")
    assert caught.value.key == "import.list_no_column"
    assert "Bild, Label, Klasse, Teil" in caught.value.sentence("en")


def test_columns_to_choose_from(write: Write, root: Path, pictures: list[str]):
    assert list_columns(listing_of(root)) is None
    write("other.csv", "when;what\n1;2\n")
    columns = list_columns(listing_of(root))
    assert columns is not None
    assert columns.headings == ["when", "what"]
    assert (columns.file_column, columns.label_column, columns.split_column) == ("", "", "")
    rows = [["図面", "Teil", "判定"], *([name, 1, "ok"] for name in pictures)]
    write("list.xlsx", workbook(rows))
    columns = list_columns(listing_of(root))
    assert columns is not None
    assert columns.file == "list.xlsx"
    assert columns.rows == [[f"図 {at}.png", "1", "ok"] for at in range(3)]
    assert (columns.file_column, columns.label_column, columns.split_column) == ("図面", "判定", "")


def test_no_line_leads_out_of_the_folder(write: Write, read: Read, tmp_path: Path):
    (tmp_path / "outside.png").write_bytes(b"x")
    write("1.png")
    evil = ["../outside.png", str(tmp_path / "outside.png"), "C:\\x.png", "C:x.png"]
    evil += ["\\\\host\\x.png", "~/x.png", "a/../../outside.png", "a\\..\\1.png"]
    write("list.json", json.dumps({"1.png": "a", **dict.fromkeys(evil, "b")}))
    _, found = read(layout="list")
    assert reasons(found) == dict.fromkeys(evil, "import.csv_outside")
    assert labels(found) == {"1.png": "a"}


def test_lines_that_say_nothing_sound_are_told(write: Write, read: Read):
    for number in range(9):
        write(f"{number}.png")
    rows = [*(f"{number}.png,{'ab'[number % 2]},train" for number in range(5))]
    rows += ["5.png,,train", "6.png,a,holdout", "7.png,a,train", "7.png,b,train"]
    rows += ["gone.png,a,train", "0.png,a,train", ""]
    write("list.csv", "file,label,split\n" + "\n".join(rows))
    _, found = read()
    assert reasons(found) == {
        "5.png": "import.csv_no_label",
        "6.png": "import.csv_split",
        "7.png": "import.csv_contradiction",
        "gone.png": "import.csv_missing",
    }
    assert len(found.sources) == 5
    assert kinds(found) == {"unlisted": 3}


def test_a_list_of_something_else_is_no_layout(write: Write, read: Read):
    for name in ("a/1.png", "b/1.png"):
        write(name)
    write("orders.csv", "file,label\ninvoice.pdf,paid\n")
    write("a/meta.csv", "file,label\n1.png,x\n")
    layout, found = read()
    assert (layout, set(labels(found).values())) == ("class-folders", {"a", "b"})


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("list.csv", b"file,label\n\x81\xff\xfe\x00\x80"),
        ("list.xlsx", b"PK\x03\x04 no workbook"),
        ("list.json", b'{"file": '),
        ("list.json", b"[" * 200_000),
    ],
)
def test_unreadable_lists_are_named(write: Write, read: Read, name: str, content: bytes):
    write("1.png")
    write(name, content)
    assert read()[0] == "unlabelled"
    with pytest.raises(UserError) as caught:
        read(layout="list")
    assert caught.value.key == "import.csv_unreadable"
    assert name in caught.value.sentence("ja")


def test_a_workbook_that_unpacks_without_end(
    write: Write, read: Read, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("importers.layouts.lists.workbook._MAX_UNPACKED", 1 << 10)
    write("1.png")
    write("list.xlsx", workbook([["file", "label"], ["1.png", "a"]]))
    with pytest.raises(UserError) as caught:
        read(layout="list")
    assert caught.value.key == "import.csv_unreadable"


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["file", "label", "split", "images", "x"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(content=st.binary(max_size=80) | _JSON.map(lambda one: json.dumps(one).encode()))
@pytest.mark.parametrize("name", ["list.csv", "list.xlsx", "list.json", "list.jsonl"])
def test_hostile_lists_end_in_a_sentence(write: Write, root: Path, name: str, content: bytes):
    write("1.png")
    prefix = b"file,label\n1.png,a\n" if name.endswith(".csv") else b""
    write(name, prefix + content)
    listing = listing_of(root)
    list_columns(listing)
    for layout in ("auto", "list"):
        understood_or_told(listing, layout)
