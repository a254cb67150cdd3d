"""Boxes as COCO, Pascal VOC and YOLO write them."""

from __future__ import annotations

import io
import json
import math
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from listing_help import (
    Read,
    Write,
    kinds,
    labels,
    listing_of,
    names_only,
    reasons,
    understood_or_told,
)
from PIL import Image

from engine.runtime import UserError
from importers.found import Box, Understood
from importers.layouts import understand
from importers.layouts.boxes import drawing
from importers.layouts.boxes.drawing import box_around
from importers.layouts.boxes.small_yaml import read_small_yaml
from importers.options import ImportOptions


def coco(*names: str, **more: Any) -> dict[str, Any]:
    boxes = [
        {"id": at, "image_id": at, "category_id": 7, "bbox": [10, 20, 30.5, 40], "iscrowd": 0}
        for at in range(len(names))
    ]
    return {
        "images": [{"id": at, "file_name": name, "width": 99} for at, name in enumerate(names)],
        "annotations": boxes,
        "categories": [{"id": 7, "name": "ねじ"}, {"id": 8, "name": "歯車"}],
        **more,
    }


def voc(name: str, *objects: tuple[str, str]) -> str:
    body = "".join(
        f"<object><name>{label}</name>{'<bndbox>' + box + '</bndbox>' if box else ''}</object>"
        for label, box in objects
    )
    return f"<annotation><filename>{name}</filename>{body}</annotation>"


BOX = "<xmin>10</xmin><ymin>20</ymin><xmax>40</xmax><ymax>60</ymax>"


def splits(found: Understood) -> dict[str, str | None]:
    return {one.relative: one.split for one in found.sources}


def test_coco_with_a_file_for_each_split(write: Write, read: Read):
    for name in ("train2017/1.jpg", "train2017/2.jpg", "val2017/1.jpg", "test2017/3.jpg"):
        write(name)
    write("annotations/instances_train2017.json", json.dumps(coco("1.jpg", "2.jpg")))
    write("annotations/instances_val2017.json", json.dumps(coco("1.jpg")))
    write("annotations/person_keypoints_val2017.json", json.dumps(coco("1.jpg")))
    write("annotations/captions_val2017.json", json.dumps({"images": [], "annotations": []}))
    layout, found = read(box_margin=0.1)
    assert layout == "coco"
    assert splits(found) == dict.fromkeys(
        ("train2017/1.jpg", "train2017/2.jpg", "val2017/1.jpg"), "train"
    )
    assert len(found.sources) == 3
    assert found.sources[0].label == "ねじ"
    assert found.sources[0].box == Box(6, 16, 39, 48)
    assert kinds(found) == {"no_boxes": 1, "validation": 1, "other_files": 1}


def test_coco_beside_the_pictures(write: Write, read: Read):
    for name in ("train/a.jpg", "valid/a.jpg", "test/b.jpg"):
        write(name)
        folder, file = name.split("/")
        write(f"{folder}/_annotations.coco.json", json.dumps(coco(file)))
    layout, found = read()
    assert layout == "coco"
    assert splits(found) == {"train/a.jpg": "train", "valid/a.jpg": "train", "test/b.jpg": "test"}


def test_coco_entries_that_are_not_sound(write: Write, read: Read):
    names = [f"{at}.jpg" for at in range(9)]
    for name in names:
        write(name)
    bad: list[Any] = [[0, 0, 0, 5], [0, 0, 5, -5], [0, 0, math.nan, 5], [0, 0, 5], "box", None]
    boxes = [{"image_id": at, "category_id": 7, "bbox": box} for at, box in enumerate(bad)]
    boxes += [
        {"image_id": 6, "category_id": 99, "bbox": [1, 1, 2, 2]},
        {"image_id": 7, "category_id": 8, "bbox": [1, 1, 2, 2], "iscrowd": 1},
        {"image_id": 8, "category_id": 8, "bbox": [1, 1, 1e300, 2]},
        {"image_id": 8, "category_id": 8, "bbox": [1, 1, 2, 2]},
        {"image_id": 9, "category_id": 8, "bbox": [1, 1, 2, 2]},
        {"image_id": [1], "category_id": {}, "bbox": [1, 1, 2, 2]},
    ]
    write(
        "notes.json", json.dumps(coco(*names, "../evil.jpg", "gone.jpg", annotations=[*boxes, 3]))
    )
    layout, found = read(box_margin=0)
    assert layout == "coco"
    assert [(one.relative, one.label, one.box) for one in found.sources] == [
        ("8.jpg", "歯車", Box(1, 1, 2, 2))
    ]
    assert reasons(found) == {
        **dict.fromkeys([f"{at}.jpg" for at in (0, 1, 2, 3, 4, 5, 8)], "import.box_unsound"),
        "6.jpg": "import.box_no_class",
        "../evil.jpg": "import.box_outside",
        "gone.jpg": "import.box_missing",
        "notes.json": "import.box_unsound",
    }
    assert kinds(found) == {"no_boxes": 1}


def test_coco_of_other_pictures_is_not_recognised(write: Write, read: Read):
    write("a/1.jpg")
    write("b/1.jpg")
    write("notes.json", json.dumps(coco("x.jpg", "y.jpg", "a/1.jpg")))
    assert read()[0] == "class-folders"
    layout, found = read(layout="coco")
    assert (layout, labels(found)) == ("coco", {"a/1.jpg": "ねじ"})


def test_a_broken_file_among_sound_ones_is_told(write: Write, read: Read):
    write("1.jpg")
    write("a.json", json.dumps(coco("1.jpg")))
    write("b.json", json.dumps(coco("1.jpg"))[:-9])
    _, found = read()
    assert reasons(found) == {"b.json": "import.annotations_broken"}


@pytest.mark.parametrize(
    ("layout", "name", "content"),
    [
        ("coco", "notes.json", '{"images": [], "annotations": [], "categories"'),
        ("coco", "notes.json", "[" * 100_000),
        ("voc", "1.xml", "<annotation>"),
        ("voc", "1.xml", '<!DOCTYPE a [<!ENTITY b "c">]><annotation>&b;</annotation>'),
    ],
)
def test_unreadable_annotations_are_named(
    write: Write, read: Read, layout: str, name: str, content: str
):
    write("1.jpg")
    write(name, content)
    with pytest.raises(UserError) as caught:
        read(layout=layout)
    assert caught.value.key == "import.annotations_unreadable"
    assert name in caught.value.sentence("ja")


def test_voc_as_published(write: Write, read: Read):
    for at in range(3):
        write(f"VOC2012/JPEGImages/{at}.jpg")
        write(f"VOC2012/SegmentationClass/{at}.png")
        objects = [("ねじ", BOX), ("歯車", BOX.replace("10", "12.4"))][: at + 1]
        write(f"VOC2012/Annotations/{at}.xml", voc(f"{at}.jpg", *objects))
    write("VOC2012/ImageSets/Main/train.txt", "0\n")
    write("VOC2012/ImageSets/Main/trainval.txt", "0\n1\n")
    write("VOC2012/ImageSets/Main/test.txt", "2\n")
    write("VOC2012/ImageSets/Main/ねじ_train.txt", "0 -1\n")
    layout, found = read(box_margin=0.0)
    assert layout == "voc"
    assert [(one.relative[-5:], one.label, one.split, one.box) for one in found.sources] == [
        ("0.jpg", "ねじ", "train", Box(10, 20, 30, 40)),
        ("1.jpg", "ねじ", "train", Box(10, 20, 30, 40)),
        ("1.jpg", "歯車", "train", Box(12, 20, 28, 40)),
        ("2.jpg", "ねじ", "test", Box(10, 20, 30, 40)),
        ("2.jpg", "歯車", "test", Box(12, 20, 28, 40)),
    ]
    assert kinds(found) == {"no_boxes": 3}


def test_voc_beside_the_pictures_and_renamed(write: Write, read: Read):
    for folder in ("train", "test"):
        write(f"{folder}/新しい名前.png")
        write(f"{folder}/新しい名前.xml", voc("old.png", ("a", BOX), ("", BOX), ("b", "")))
    layout, found = read()
    assert layout == "voc"
    assert splits(found) == {"train/新しい名前.png": "train", "test/新しい名前.png": "test"}
    assert sorted(one.reason_key for one in found.refused) == [
        *["import.box_no_class"] * 2,
        *["import.box_unsound"] * 2,
    ]


def test_other_xml_files_are_no_annotations(write: Write, read: Read):
    write("a/1.png")
    write("b/1.png")
    write("a/1.xml", "<metadata/>")
    assert read()[0] == "class-folders"


YAML = """
# made by hand
path: ../datasets/parts
train: images/train   # relative
val: images/val
test: "images/holdout"
nc: 2
names:
  0: ねじ
  1: 'gear: large'
"""


@pytest.mark.parametrize("names", ["yaml", "classes"])
def test_yolo(write: Write, read: Read, names: str):
    for folder in ("train", "val", "holdout"):
        write(f"images/{folder}/1.png", (200, 100))
        write(f"labels/{folder}/1.txt", "0 0.5 0.5 0.1 0.2\n1 0.1 0.1 0.2 0.2 0.9\n")
    write("images/train/2.png", (200, 100))
    write("labels/train/2.txt", "1 0.1 0.1 0.3 0.1 0.3 0.5\n")
    write("images/train/3.png", (200, 100))
    write(
        "data.yaml" if names == "yaml" else "classes.txt",
        YAML if names == "yaml" else "ねじ\ngear\n",
    )
    layout, found = read(box_margin=0.0)
    assert layout == "yolo"
    first = [one for one in found.sources if one.relative == "images/train/1.png"]
    assert [one.box for one in first] == [Box(90, 40, 20, 20), Box(0, 0, 40, 20)]
    outline = [one.box for one in found.sources if one.relative == "images/train/2.png"]
    assert outline == [Box(20, 10, 40, 40)]
    expected = {"images/train/1.png": "train", "images/val/1.png": "train"}
    expected |= {"images/train/2.png": "train"}
    held = "test" if names == "yaml" else None
    assert splits(found) == {**expected, "images/holdout/1.png": held}
    assert kinds(found)["no_boxes"] == 1
    assert "other_files" not in kinds(found)
    large = "gear: large" if names == "yaml" else "gear"
    assert {one.label for one in found.sources} == {"ねじ", large}


def test_yolo_knows_pictures_that_lie_on_their_side(write: Write, read: Read, root: Path):
    image = Image.new("RGB", (200, 100))
    exif = Image.Exif()
    exif[0x0112] = 6
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif)
    write("train/images/1.jpg", out.getvalue())
    write("train/labels/1.txt", "0 0.5 0.5 1 1\n")
    write("data.yaml", "names: [ねじ]\ntrain: ../train/images\n")
    _, found = read(box_margin=0.0)
    assert [(one.box, one.split) for one in found.sources] == [(Box(0, 0, 100, 200), "train")]


def test_yolo_lines_that_are_not_sound(write: Write, read: Read):
    lines = ["0 0.5 0.5 0 0.2", "0 nan 0.5 0.1 0.2", "x", "0 9 9 0.1 0.1", "-1 .5 .5 .1 .1"]
    lines += ["0 0.5 0.5 1e999 0.2", "0 0.1 0.2", ""]
    for at, line in enumerate([*lines, "5 0.5 0.5 0.1 0.1", "0 0.5 0.5 0.1 0.1"]):
        write(f"{at}.png", (100, 100))
        write(f"{at}.txt", line)
    write("broken.png", b"no picture")
    write("broken.txt", "0 0.5 0.5 0.1 0.1")
    write("classes.txt", "a\n")
    _, found = read(layout="yolo")
    assert [one.relative for one in found.sources] == ["9.png"]
    assert reasons(found) == {
        **{f"{at}.png": "import.box_unsound" for at in range(7)},
        "8.png": "import.box_no_class",
        "broken.png": "import.box_no_picture",
    }


def test_texts_beside_pictures_are_no_labels(write: Write, read: Read):
    for name in ("a/1", "b/1"):
        write(f"{name}.png")
        write(f"{name}.txt", "seen on Monday")
    write("classes.txt", "a\nb\n")
    assert read()[0] == "class-folders"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("names: [a, 'b, c', \"d\"]", ["a", "b, c", "d"]),
        ("names: ['a',\n  b,\n]\nnc: 2", ["a", "b"]),
        ("names:\n- a # one\n- 'b#1'\n", ["a", "b#1"]),
        ("names:\n  0: a\n  1: b\n", {"0": "a", "1": "b"}),
        ("names: {0: a, 1: 'b'}", {"0": "a", "1": "b"}),
        ("names: a", "a"),
    ],
)
def test_small_yaml(text: str, names: object):
    assert read_small_yaml(text)["names"] == names


@given(st.text(max_size=300) | st.text("abc:-[]{}'\"#,\n \\0", max_size=300))
def test_any_text_is_some_yaml(text: str):
    read_small_yaml(text)


def test_a_long_hostile_yaml_takes_no_time():
    started = time.perf_counter()
    for text in (
        "names: [" + "'" * 100_000,
        "names: [" + '"\\' * 50_000,
        "names: {" + "a:" * 50_000,
    ):
        read_small_yaml(text)
    assert time.perf_counter() - started < 5


number = st.floats() | st.integers(-(10**400), 10**400)


@given(number, number, number, number, st.floats(0, 1))
def test_boxes_are_sound_or_none(x: float, y: float, width: float, height: float, margin: float):
    values = [drawing.number(one) for one in (x, y, width, height)]
    if None in values:
        return
    box = box_around(*values, margin=margin)
    if box is not None:
        assert all(type(value) is int and abs(value) < 10**7 for value in box)
        assert box.width > 0
        assert box.height > 0


def test_there_is_an_end_to_boxes(write: Write, read: Read, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(drawing, "MAX_BOXES", 3)
    for at in range(4):
        write(f"{at}.jpg")
    write("notes.json", json.dumps(coco(*(f"{at}.jpg" for at in range(4)))))
    with pytest.raises(UserError) as caught:
        read()
    assert caught.value.key == "import.too_many_boxes"


def test_pictures_of_one_name_take_no_quadratic_time(write: Write, root: Path):
    count = 20_000
    write(
        "notes.json", json.dumps(coco(*["0.jpg"] * count, *(f"{at}/0.jpg" for at in range(count))))
    )
    listing = names_only(root, "notes.json", *(f"{at}/0.jpg" for at in range(count)))
    started = time.perf_counter()
    layout, found = understand(listing, ImportOptions())
    assert (layout, len(found.sources)) == ("coco", count)
    assert time.perf_counter() - started < 5


_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=6)
    | st.just("1.png"),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["id", "file_name", "name", "bbox", "x"]), inner, max_size=5
        )
    ),
    max_leaves=10,
)
_COCO = st.fixed_dictionaries(dict.fromkeys(("images", "annotations", "categories"), _JSON))
_MIXED = st.lists(
    st.sampled_from(
        [
            *("<annotation>", "</annotation>", "<object>", "</object>", "<name>a</name>", BOX),
            *("<bndbox>", "</bndbox>", "<filename>1.png</filename>", "<name/>", "&x;", "<"),
        ]
    ),
    max_size=12,
).map("".join)
_LINES = st.text("0123456789.-e \nnaif", max_size=60)


def _file(layout: str) -> tuple[str, st.SearchStrategy[bytes]]:
    if layout == "coco":
        return "1.json", _COCO.map(lambda one: json.dumps(one).encode()) | st.binary(max_size=60)
    if layout == "voc":
        return "1.xml", _MIXED.map(str.encode) | st.binary(max_size=60)
    return "1.txt", _LINES.map(str.encode) | st.binary(max_size=60)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(data=st.data())
@pytest.mark.parametrize("layout", ["coco", "voc", "yolo"])
def test_hostile_annotations_end_in_a_sentence(
    write: Write, root: Path, layout: str, data: st.DataObject
):
    name, contents = _file(layout)
    write("1.png", (50, 40))
    write("classes.txt", "a\nb\n")
    write(name, data.draw(contents))
    listing = listing_of(root)
    for wanted in ("auto", layout):
        understood_or_told(listing, wanted)
