"""Classes in file names."""

from __future__ import annotations

import string
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from listing_help import Read, Write, labels, names_only, reasons

from engine.runtime import UserError
from importers.layouts import understand
from importers.layouts.patterns import Pattern
from importers.options import ImportOptions


@pytest.mark.parametrize(
    ("pattern", "name", "label"),
    [
        ("{class}_#.jpg", "pin_hole_12.JPG", "pin_hole"),
        ("{class}_#", "pin_hole_12.jpg", "pin_hole"),
        ("{class}#", "ok012.png", "ok"),
        ("{class}_#.jpg", "pin_hole.jpg", None),
        ("{class}_*", "short_left_3.png", "short"),
        ("*_{class}", "2024_line3_傷.bmp", "line3_傷"),
        ("#_#_{class}_*", "2024_07_傷_a.b.png", "傷"),
        ("図面({class})#.*", "図面(歯車)3.tif", "歯車"),
        ("A-{class}-B", "a-x-b.png", "x"),
        (r"re:\d+-(?P<class>[a-z]+)\.png", "12-ok.png", "ok"),
        ("re:(?P<class>ok|ng).*", "ng_5.png", "ng"),
        ("re:(?P<class>ok|ng)", "maybe.png", None),
    ],
)
def test_patterns(pattern: str, name: str, label: str | None):
    assert Pattern(pattern).label(name) == label


@pytest.mark.parametrize(
    ("pattern", "key"),
    [
        ("#.jpg", "import.pattern_class"),
        ("{class}_{class}", "import.pattern_class"),
        ("{class}*", "import.pattern_invalid"),
        ("*{class}.png", "import.pattern_invalid"),
        ("re:(?P<class>", "import.pattern_invalid"),
        ("re:[a-z]+", "import.pattern_class"),
        ("re:(?P<class>(a+)+)b", "import.pattern_slow"),
        ("re:(?P<class>(?:a|a)*)b", "import.pattern_slow"),
        ("re:(?P<class>.*).*.*.*.*x", "import.pattern_slow"),
        (r"re:(?P<class>a)(?:\1)*", "import.pattern_slow"),
        ("re:(?P<class>" + "a?" * 80 + ")" + "a" * 80, "import.pattern_slow"),
    ],
)
def test_patterns_that_are_refused(pattern: str, key: str):
    with pytest.raises(UserError) as caught:
        Pattern(pattern)
    assert caught.value.key == key
    assert pattern in caught.value.sentence("ja")


_PIECES = st.lists(
    st.sampled_from(["{class}", "*", "#", "_", "a", "(", "[", "\\", ".", "{", "?", "0", "傷"]),
    max_size=40,
).map("".join)


@given(pattern=st.one_of(_PIECES, st.text(max_size=200)), name=st.text(max_size=300))
def test_any_simple_pattern_answers(pattern: str, name: str):
    if pattern.startswith("re:"):
        return
    try:
        label = Pattern(pattern).label(name)
    except UserError:
        return
    assert label is None or (label and label in name)


@given(expression=st.text(st.sampled_from("()[]{}|*+?.\\^$adw01<>P=!:,-"), max_size=60))
def test_any_expression_answers(expression: str):
    with suppress(UserError):
        Pattern("re:(?P<class>x)" + expression).label("x" + "a" * 200 + "!")


@pytest.mark.parametrize("pattern", ["*a" * 60 + "*_{class}_#", "#*" * 60 + "a_{class}"])
def test_hostile_names_take_no_time(pattern: str):
    compiled = Pattern(pattern)
    started = time.perf_counter()
    for tail in "ab0!":
        compiled.label("a" * 254 + tail)
        compiled.label("0a" * 127 + tail)
    assert time.perf_counter() - started < 2


@given(
    label=st.text(string.ascii_letters + "傷ネジ", min_size=1, max_size=20),
    number=st.integers(0, 10**9),
)
def test_what_is_written_is_read(label: str, number: int):
    assert Pattern("{class}_#.png").label(f"{label}_{number}.png") == label


def test_numbered_names_are_recognised(write: Write, read: Read):
    for number in range(4):
        write(f"scratch_{number:03}.png")
        write(f"良品 ({number}).png")
    write("ok-1-2.png")
    layout, found = read()
    assert layout == "file-name"
    assert set(labels(found).values()) == {"scratch", "良品", "ok"}


def test_numbered_names_in_one_folder(write: Write, read: Read):
    for number in range(3):
        write(f"pictures/a{number}.png")
        write(f"pictures/b{number}.png")
    layout, found = read()
    assert (layout, set(labels(found).values())) == ("file-name", {"a", "b"})


@pytest.mark.parametrize(
    "names",
    [
        [f"IMG_{number}.jpg" for number in range(9)],  # one class
        [f"{number}.jpg" for number in range(9)],  # no class
        [f"{letter}_1.jpg" for letter in "abcdefg"],  # one picture each
        ["a1.jpg", "a2.jpg", "a3.jpg", "a4.jpg", "b.jpg", "b1.jpg", "b2.jpg"],  # few numbers
    ],
)
def test_other_names_say_nothing(names: list[str], tmp_path: Path):
    layout, _ = understand(names_only(tmp_path, *names), ImportOptions())
    assert layout == "unlabelled"


def test_a_pattern_applies_to_flat_folders_by_itself(write: Write, read: Read):
    write("2024_傷_a.png")
    write("2024_ok_b.png")
    write("other.png")
    layout, found = read(pattern="#_{class}_*")
    assert layout == "file-name"
    assert labels(found) == {"2024_傷_a.png": "傷", "2024_ok_b.png": "ok"}
    assert reasons(found) == {"other.png": "import.no_name_class"}
    assert read(pattern="{class}-x")[0] == "unlabelled"
