"""Classes as folders: plain, below train and test, MVTec; and folders without classes."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest
from listing_help import Read, Write, kinds, labels, listing_of, names_only, reasons

from engine.runtime import UserError
from importers.layouts import understand
from importers.options import ImportOptions

DATA = Path(__file__).parents[3] / ".." / "shared" / "data"


def test_class_folders_refuse_strays_and_name_empty_ones(write: Write, read: Read, root: Path):
    for name in ("ねじ/1.png", "ねじ/奥/2.png", "歯車/1.dxf", "歯車/2.pdf", "stray.png"):
        write(name)
    (root / "空").mkdir()
    layout, found = read()
    assert layout == "class-folders"
    assert labels(found) == {
        "ねじ/1.png": "ねじ",
        "ねじ/奥/2.png": "ねじ",
        "歯車/1.dxf": "歯車",
        "歯車/2.pdf": "歯車",
    }
    assert reasons(found) == {"stray.png": "import.outside_class"}
    assert kinds(found) == {"empty_class": 1}


def test_one_folder_around_is_looked_through(write: Write, read: Read):
    for name in ("a/1.png", "a/2.png", "b/1.png"):
        write(f"data/v1/{name}")
    write("readme.txt")
    layout, found = read()
    assert (layout, set(labels(found).values())) == ("class-folders", {"a", "b"})
    assert kinds(found) == {"other_files": 1}


@pytest.mark.parametrize("words", [("train", "val", "test"), ("学習", "検証", "評価")])
def test_splits_of_folders(write: Write, read: Read, words: tuple[str, str, str]):
    train, validation, test = words
    for name in (
        f"{train}/a/1.png",
        f"{train}/b/1.png",
        f"{validation}/a/2.png",
        f"{test}/b/3.png",
    ):
        write(f"set/{name}")
    write(f"set/{train}/loose.png")
    write("set/elsewhere/a/1.png")
    layout, found = read()
    assert layout == "train-test"
    assert {one.relative.split("/")[1]: one.split for one in found.sources} == {
        train: "train",
        validation: "train",
        test: "test",
    }
    assert kinds(found) == {"validation": 1}
    assert sorted(reasons(found).values()) == ["import.outside_class", "import.outside_split"]


def test_mvtec_lets_every_class_be_taught(write: Write, read: Read):
    for number in range(3):
        write(f"bottle/train/good/{number}.png")
        write(f"bottle/test/good/{number}.png")
        write(f"bottle/test/傷/{number}.png")
        write(f"bottle/ground_truth/傷/{number}_mask.png")
    layout, found = read()
    assert layout == "mvtec"
    assert Counter(labels(found).values()) == {"good": 6, "傷": 3}
    assert {one.split for one in found.sources} == {None}
    assert kinds(found) == {"masks": 3, "redrawn": 9}
    assert not found.refused


def test_mvtec_keeps_defects_for_testing_where_asked(write: Write, read: Read):
    for name in ("train/good/1.png", "train/good/2.png", "test/good/3.png", "test/crack/4.png"):
        write(name)
    layout, found = read(defects="test")
    assert layout == "mvtec"
    assert [(one.label, one.split) for one in found.sources if one.split == "test"] == [
        ("crack", "test"),
        ("good", "test"),
    ]
    assert {one.label for one in found.sources if one.split == "train"} == {"good"}
    assert not kinds(found)


def test_mvtec_needs_sound_parts_only_or_masks(write: Write, read: Read):
    for name in ("train/a/1.png", "train/b/1.png", "test/c/1.png"):
        write(name)
    assert read()[0] == "train-test"
    write("ground_truth/c/1.png")
    layout, found = read()
    assert layout == "mvtec"
    assert set(kinds(found)) == {"masks", "redrawn"}


def test_masks_do_not_undo_a_split_that_teaches_all_classes(write: Write, read: Read):
    for name in ("train/ok/1.png", "train/ng/1.png", "test/ng/1.png", "ground_truth/ng/1.png"):
        write(name)
    layout, found = read()
    assert layout == "mvtec"
    assert {one.split for one in found.sources} == {"train", "test"}


def test_pictures_without_classes(write: Write, read: Read):
    for name in ("IMG_1.png", "IMG_2.png", "IMG_3.jpg"):
        write(name)
    layout, found = read()
    assert layout == "unlabelled"
    assert set(labels(found).values()) == {"部品"}
    assert kinds(found) == {"unlabelled": 3}


def test_unlabelled_on_demand_takes_folders_too(write: Write, read: Read):
    write("a/1.png")
    write("b/1.png")
    layout, found = read(layout="unlabelled")
    assert (layout, set(labels(found).values())) == ("unlabelled", {"部品"})


def test_archives_inside_are_told_and_documents_are_pictures(write: Write, read: Read):
    for name in ("a/1.pdf", "a/2.dxf", "b/3.tif", "b/4.dwg", "more.zip", "a/x.tar.gz", "n.txt"):
        write(name)
    _, found = read()
    assert set(labels(found)) == {"a/1.pdf", "a/2.dxf", "b/3.tif", "b/4.dwg"}
    assert kinds(found) == {"archive_inside": 2, "other_files": 1}


def test_nothing_to_import(write: Write, read: Read):
    with pytest.raises(UserError) as caught:
        read()
    assert caught.value.key == "import.empty_folder"
    write("notes.txt")
    with pytest.raises(UserError) as caught:
        read()
    assert caught.value.key == "import.empty_folder"
    write("pictures.7z")
    with pytest.raises(UserError) as caught:
        read()
    assert caught.value.key == "import.only_archives"
    assert "pictures.7z" in caught.value.sentence("ja")


@pytest.mark.parametrize(
    ("layout", "key"),
    [
        ("train-test", "import.layout_not_found"),
        ("mvtec", "import.no_mvtec"),
        ("list", "import.no_csv"),
        ("coco", "import.no_coco"),
        ("voc", "import.no_voc"),
        ("yolo", "import.no_yolo_names"),
    ],
)
def test_layouts_asked_for_in_vain(write: Write, read: Read, layout: str, key: str):
    write("a/1.png")
    with pytest.raises(UserError) as caught:
        read(layout=layout)
    assert caught.value.key == key
    assert str(caught.value.params["file"]) in caught.value.sentence("ja")


def test_many_files_take_seconds(tmp_path: Path):
    names = [f"{number % 100}/図面 {number}.png" for number in range(300_000)]
    listing = names_only(tmp_path, *names)
    started = time.perf_counter()
    layout, found = understand(listing, ImportOptions())
    assert (layout, len(found.sources)) == ("class-folders", 300_000)
    assert time.perf_counter() - started < 10


@pytest.mark.parametrize(
    ("name", "layout", "classes"),
    [
        ("pcb-mvtec-layout", "mvtec", 2),
        ("neu-cls", "class-folders", 6),
        ("x-sdd", "class-folders", 7),
        ("schematic-symbols", "train-test", None),
        ("pcb-defects", "train-test", 7),
    ],
)
def test_real_folders(name: str, layout: str, classes: int | None):
    if not (DATA / name).is_dir():
        pytest.skip("these pictures are not here")
    listing = listing_of(DATA / name)
    seen, found = understand(listing, ImportOptions())
    assert seen == layout
    assert not found.refused
    assert len(found.sources) == len(listing.files)
    assert classes in (None, len(set(labels(found).values())))
