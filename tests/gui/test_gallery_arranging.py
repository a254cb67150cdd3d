"""Which samples the gallery shows and in which order, without a window."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from gui.pages.inspect_parts.arranging import (
    Names,
    Wishes,
    arranged_real,
    arranged_synthetic,
    by_value,
    folded,
    matches,
)
from gui.pages.inspect_parts.look import read_look

VERDICTS = {1: "rejected", 4: "accepted", 5: "hold"}
ISSUES = {2: ("copy", "twin"), 5: ("twin",)}


@pytest.fixture
def look(make_project):
    _, run = make_project(("flat", "ＡＢＣ 線", "upright"))
    return read_look(run, None)


def shown(look, wishes, values=None):
    values = np.full(6, np.nan, np.float32) if values is None else np.asarray(values, np.float32)
    return arranged_synthetic(
        range(6),
        look,
        wishes,
        VERDICTS.get,
        lambda sample: ISSUES.get(sample, ()),
        lambda _key, rows: values[rows],
    )


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", [0, 1, 2, 3, 4, 5]),
        ("FLAT", [0, 1]),
        ("2", [1, 3, 5]),
        ("２", [1, 3, 5]),
        ("abc", [2, 3]),
        ("線 1", [2]),
        ("flat 2", [1]),
        ("flat 3", []),
        ("t", [0, 1, 4, 5]),
    ],
)
def test_search_finds_classes_and_numbers_in_any_width(look, words, found):
    assert shown(look, Wishes(words=words)) == found
    assert [one for one in range(6) if matches(one, look, words)] == found


def test_verdicts_and_issues_filter(look):
    assert shown(look, Wishes(verdicts=frozenset({"none"}))) == [0, 2, 3]
    assert shown(look, Wishes(verdicts=frozenset({"rejected", "hold"}))) == [1, 5]
    assert shown(look, Wishes(issues=frozenset({"twin"}))) == [2, 5]
    both = Wishes(issues=frozenset({"twin"}), verdicts=frozenset({"none"}))
    assert shown(look, both) == [2]


def test_verdicts_and_issues_sort(look):
    assert shown(look, Wishes(order="verdict")) == [0, 2, 3, 5, 1, 4]
    assert shown(look, Wishes(order="issues", descending=True)) == [2, 5, 0, 1, 3, 4]
    assert shown(look, Wishes(descending=True)) == [5, 4, 3, 2, 1, 0]


def test_values_sort_and_what_has_none_comes_last_either_way(look):
    values = [3, np.nan, 1, 2, np.nan, 2]
    assert shown(look, Wishes(order="noise"), values) == [2, 3, 5, 0, 1, 4]
    assert shown(look, Wishes(order="noise", descending=True), values) == [0, 3, 5, 2, 1, 4]


def test_a_range_leaves_out_what_is_outside_or_has_no_value(look):
    values = [3, np.nan, 1, 2, np.nan, 2]
    assert shown(look, Wishes(measure="noise", most=2), values) == [2, 3, 5]
    assert shown(look, Wishes(measure="noise", least=1.5, most=2.5), values) == [3, 5]


def test_equal_values_stay_in_their_order():
    rows = np.array([9, 4, 7, 1])
    values = np.array([1, 0, 1, 0], np.float32)
    assert by_value(rows, values, descending=False).tolist() == [4, 1, 9, 7]
    assert by_value(rows, values, descending=True).tolist() == [9, 7, 4, 1]


def test_file_names_are_found_in_any_width_and_case():
    names = Names(["b/IMG_10.png", "b/img_9.png", "ａ/ｶﾒﾗ 7.PNG", "a/カメラ_12.png"])
    rows = np.arange(4)
    assert names.matching(rows, "img").tolist() == [0, 1]
    assert names.matching(rows, "カメラ").tolist() == [2, 3]
    assert names.matching(rows, "A/ png").tolist() == [2, 3]
    assert names.matching(rows[:1], "9").tolist() == []


def test_file_names_sort_by_the_numbers_in_them():
    names = Names(["b10", "b9", "a", "10", "9", "b9x2", "B9"])
    ordered = [names.folded[one] for one in names.ordered(np.arange(7))]
    assert ordered == ["9", "10", "a", "b9", "b9", "b9x2", "b10"]


def test_real_samples_take_what_concerns_them():
    names = Names([f"c/{number}.png" for number in range(6)])
    rows, values = np.array([1, 3, 5]), np.array([0, 5, 0, 4, 0, 6], np.float32)

    def shown_rows(wishes):
        return arranged_real(rows, names, wishes, lambda _key, some: values[some]).tolist()

    assert shown_rows(Wishes(verdicts=frozenset({"rejected"}), order="verdict")) == [1, 3, 5]
    assert shown_rows(Wishes(order="noise")) == [3, 1, 5]
    assert shown_rows(Wishes(order="name", descending=True)) == [5, 3, 1]
    assert shown_rows(Wishes(words="/3")) == [3]
    assert shown_rows(Wishes(measure="noise", least=4.5)) == [1, 5]


def test_wishes_know_what_they_need():
    wishes = Wishes(words="a", order="noise", measure="distance", most=1)
    assert wishes.values == {"noise", "distance"}
    assert wishes.filtered
    assert wishes.without_values() == Wishes(words="a")
    assert wishes.unfiltered() == Wishes(order="noise")
    assert not replace(wishes.unfiltered(), words="  ").filtered


def test_folding_joins_widths_and_cases():
    assert folded("ＡＢＣ１２３ｶﾞ") == folded("abc123ガ")
