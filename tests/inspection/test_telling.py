"""One line on how a run looks while it is condensed."""

from __future__ import annotations

from engine.inspection.appearance import MEASURES
from engine.inspection.telling import TELLING, aimed_and_now
from engine.runtime.messages import CATALOGUE

DRAWING = {
    "line_weight": (2.9, 3.04),
    "noise": (11.2, 10.0),
    "skew": (0.0, 3.0),
    "contrast": (130.0, float("nan")),
}


def test_the_telling_measures_are_one_line_with_units():
    assert aimed_and_now(DRAWING) == (
        "Appearance (aimed at → now): Line weight 2.90 → 3.04 px · "
        "Scan noise 11.2 → 10.0 grey levels"
    )
    assert aimed_and_now(DRAWING, "ja") == (
        "見た目(目標 → 現在): 線の太さ 2.90 → 3.04 px · スキャンノイズ 11.2 → 10.0 階調"
    )


def test_photos_have_measures_of_their_own():
    assert aimed_and_now({"brightness": (120.0, 119.0), "noise": (2.0, 2.5)}) == (
        "Appearance (aimed at → now): Brightness 120 → 119 grey levels · "
        "Noise 2.0 → 2.5 grey levels"
    )


def test_where_nothing_is_known_nothing_is_said():
    assert aimed_and_now({}) == ""
    assert aimed_and_now({"nobody knows it": (1.0, 2.0)}) == ""


def test_every_measure_has_a_name_and_every_telling_one_exists():
    for kind, measures in MEASURES.items():
        keys = {one.key for one in measures}
        assert set(TELLING[kind]) <= keys
        for one in measures:
            assert f"measure.{kind}_{one.key}" in CATALOGUE
            assert f"unit.{one.unit or 'plain'}" in CATALOGUE
