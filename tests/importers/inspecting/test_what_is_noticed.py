"""What is found, which pictures it concerns, what would be left out and what is said."""

from __future__ import annotations

import json
import string
from dataclasses import replace

import cv2
import numpy as np
import pytest
from PIL import Image

from engine.runtime import text
from engine.runtime.messages.checking import SENTENCES
from importers.inspecting.findings import Finding, Pictures, find, remedied_rows
from importers.inspecting.groups import group_ids, split_by_seed
from importers.inspecting.measures import FIELDS
from importers.options import ImportOptions
from importers.samples import make_samples
from tests.importers.inspecting.pages import TOKEN, Grey, Shelf, jpeg, pictures_of

OPTIONS = ImportOptions()


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    folder = tmp_path_factory.mktemp("drawn") / "samples"
    make_samples(folder, per_class=6, emit=lambda event: None, token=TOKEN)
    shelf = Shelf([], [])
    for path in sorted((folder / "train").rglob("*.png"))[:36]:
        shelf.pages.append(np.asarray(Image.open(path).convert("L")))
        shelf.labels.append(path.parent.name)
    return shelf


def looked(
    pages: list[Grey], labels: list[str], splits: list[str | None] | None = None
) -> dict[str, Finding]:
    pictures = pictures_of(pages, labels, splits)
    sides = [side or "train" for side in pictures.splits]
    found = {one.kind: one for one in find(pictures, sides, OPTIONS)}
    for one in found.values():
        said(one)
    return found


def said(one: Finding) -> str:
    assert len(one.rows) == len(one.partners)
    assert set(remedied_rows(one)) <= set(one.rows)
    json.dumps(dict(one.params))
    assert text(one.key, "ja", **one.params) != text(one.key, "en", **one.params)
    return text(one.key, "en", **one.params)


def test_identical_bytes_in_two_classes_are_left_out_at_once(drawn: Shelf):
    labels = [*drawn.labels, "another"]
    found = looked([*drawn.pages, drawn.pages[3]], labels)["class_conflict"]
    assert sorted(found.rows.tolist()) == [3, 36]
    assert dict(zip(found.rows.tolist(), found.partners.tolist(), strict=True)) == {3: 36, 36: 3}
    assert (found.severity, found.remedy, found.suggested) == ("problem", "exclude", True)


def test_nearly_the_same_in_two_classes_is_only_offered(drawn: Shelf):
    found = looked([*drawn.pages, jpeg(drawn.pages[3], 70)], [*drawn.labels, "another"])
    assert "class_conflict" not in found
    assert sorted(found["near_conflict"].rows.tolist()) == [3, 36]
    assert remedied_rows(found["near_conflict"]).tolist() == [3, 36]
    assert not found["near_conflict"].suggested
    assert "nearly the same" in said(found["near_conflict"])


def test_leaks_leave_the_test_picture(drawn: Shelf):
    pages = [*drawn.pages, drawn.pages[3], jpeg(drawn.pages[8], 70)]
    labels = [*drawn.labels, drawn.labels[3], drawn.labels[8]]
    found = looked(pages, labels, [None] * 36 + ["test", "test"])
    assert remedied_rows(found["leak"]).tolist() == [3]
    assert found["leak"].partners.tolist() == [36]
    assert found["leak"].suggested
    assert found["leak"].remedy == found["near_leak"].remedy == "exclude_training"
    assert remedied_rows(found["near_leak"]).tolist() == [8]
    assert found["near_leak"].partners.tolist() == [37]
    assert not found["near_leak"].suggested
    assert "duplicates" not in found


def test_copies_in_a_class_keep_the_first(drawn: Shelf):
    pages = [*drawn.pages, drawn.pages[3], drawn.pages[3], jpeg(drawn.pages[8], 70)]
    found = looked(pages, [*drawn.labels, drawn.labels[3], drawn.labels[3], drawn.labels[8]])
    assert found["duplicates"].rows.tolist() == [36, 37]
    assert found["duplicates"].partners.tolist() == [3, 3]
    assert found["near_duplicates"].rows.tolist() == [38]
    assert found["near_duplicates"].partners.tolist() == [8]
    assert not found["duplicates"].suggested
    assert not found["near_duplicates"].suggested


def test_near_copies_never_make_a_chain():
    pictures = invented(["a"] * 4, pairs=[(0, 1, 0.98), (1, 2, 0.98), (2, 3, 0.98)])
    (found,) = [
        one for one in find(pictures, ["train"] * 4, OPTIONS) if one.kind == "near_duplicates"
    ]
    assert found.rows.tolist() == [1, 3]
    assert found.partners.tolist() == [0, 2]


def invented(labels: list[str], pairs: list[tuple[int, int, float]] | None = None) -> Pictures:
    count = len(labels)
    row = {"width": 100, "height": 80, "brightness": 120, "contrast": 90, "deviation": 30}
    row |= {"ink": 0.2, "sharpness": 1.4, "noise": 1, "paper": 200, "paper_share": 0.5}
    measures = np.array([[row[name] for name in FIELDS]] * count, np.float32)
    return Pictures(
        names=[f"{at:04}" for at in range(count)],
        labels=labels,
        splits=[None] * count,
        digests=[at.to_bytes(4, "big") for at in range(count)],
        hashes=np.arange(count, dtype=np.uint64),
        measures=measures,
        formats=["PNG"] * count,
        pairs=pairs or [],
    )


def with_measure(pictures: Pictures, row: int, **values: float) -> Pictures:
    measures = pictures.measures.copy()
    for name, value in values.items():
        measures[row, FIELDS.index(name)] = value
    return replace(pictures, measures=measures)


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("blurred", {"sharpness": 0.3}),
        ("dark", {"brightness": 9}),
        ("bright", {"brightness": 250}),
        ("empty", {"deviation": 0.5}),
        ("odd_size", {"width": 20, "height": 16}),
        ("odd_size", {"width": 400, "height": 40}),
    ],
)
def test_a_bad_picture_is_named_and_leaving_it_out_is_offered(kind, values):
    pictures = with_measure(invented(["a"] * 30 + ["b"] * 30), 7, **values)
    (found,) = find(pictures, ["train"] * 60, OPTIONS)
    assert found.kind == kind
    assert remedied_rows(found).tolist() == [7]
    assert not found.suggested
    said(found)


@pytest.mark.parametrize(
    "values", [{"brightness": 9}, {"brightness": 250}, {"sharpness": 0.3}, {"deviation": 0.5}]
)
def test_a_class_is_not_accused_of_its_nature(values):
    pictures = invented(["a"] * 30 + ["b"] * 30)
    for row in range(30):
        pictures = with_measure(pictures, row, **values)
    assert find(pictures, ["train"] * 60, OPTIONS) == []


def test_parts_of_pages_have_no_odd_size():
    pictures = with_measure(invented(["a"] * 30 + ["b"] * 30), 7, width=9000)
    assert find(pictures, ["train"] * 60, ImportOptions(cut="tiles")) == []
    assert len(find(pictures, ["train"] * 60)) == 1


def test_class_sizes():
    pictures = invented(["a"] * 120 + ["b"] * 24 + ["c"] * 5)
    sides = ["train"] * 149
    sides[:4] = ["test"] * 4
    found = find(pictures, sides, OPTIONS)
    kinds = {one.kind: one for one in found}
    assert set(kinds) == {"small_class", "imbalance", "untested"}
    assert kinds["small_class"].params["name"] == "c"
    assert kinds["small_class"].rows.tolist() == list(range(144, 149))
    assert kinds["untested"].params == {"count": 2, "names": "b, c"}
    assert kinds["imbalance"].params["most"] == 116
    for one in found:
        assert one.remedy is None
        assert len(remedied_rows(one)) == 0
        said(one)


def test_one_class_is_a_problem_and_comes_first():
    found = find(invented(["a"] * 5), ["train"] * 5, OPTIONS)
    assert [one.kind for one in found] == ["one_class", "small_class"]
    assert find(invented([]), [], OPTIONS) == []


def test_a_class_of_another_scanner_is_told_with_numbers():
    pictures = invented(["a"] * 40 + ["b"] * 40 + ["c"] * 40)
    for row in range(40):
        pictures = with_measure(pictures, row, noise=7.9, width=1280, height=960)
    (found,) = find(pictures, ["train"] * 120, OPTIONS)
    assert found.kind == "scanner"
    assert found.rows.tolist() == list(range(40))
    assert "noise 7.9 against 1.0 grey levels" in said(found)
    assert "1280×960 against 100×80 px" in said(found)


def test_every_sentence_can_be_said():
    for key, (english, _) in SENTENCES.items():
        names = {name for _, name, _, _ in string.Formatter().parse(english) if name}
        for language in ("en", "ja"):
            assert "{" not in text(key, language, **dict.fromkeys(names, 3))


@pytest.mark.parametrize("name", ["steel", "strips", "symbols", "boards"])
def test_hardly_any_real_picture_is_accused(name: str, request: pytest.FixtureRequest):
    shelf: Shelf = request.getfixturevalue(name)
    pages = [page for page in shelf.pages if page.std() > 3]
    labels = [own for page, own in zip(shelf.pages, shelf.labels, strict=True) if page.std() > 3]
    pictures = pictures_of(pages, labels)
    groups = group_ids(pictures.digests, pictures.pairs)
    sides = split_by_seed(labels, groups, fraction=0.2, seed=0, names=pictures.names)
    accused = {"blurred", "dark", "bright", "empty", "odd_size", "near_conflict", "scanner"}
    rows = {
        int(row)
        for one in find(pictures, sides, OPTIONS)
        if one.kind in accused
        for row in one.rows
    }
    assert len(rows) <= 0.01 * len(pages)


def test_blurred_steel_is_found(steel: Shelf):
    pages = list(steel.pages)
    for row in (3, 150, 420):
        pages[row] = np.asarray(cv2.GaussianBlur(pages[row], (0, 0), 8.0))
    found = {one.kind: one for one in find(pictures_of(pages, steel.labels), ["train"] * 600)}
    assert sorted(found["blurred"].rows.tolist()) == [3, 150, 420]
