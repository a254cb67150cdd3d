"""Distributions of one measure: distance, what chance explains of it, grades, bins."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.inspection.spreads import (
    FLOORS,
    SELECTIONS,
    Values,
    common_edges,
    distance,
    grade_distance,
    sampling_error,
    shares,
)


def values(numbers, labels=None, weights=None):
    numbers = np.asarray(numbers, float)
    labels = np.zeros(len(numbers), np.int64) if labels is None else np.asarray(labels)
    weights = np.full(len(numbers), 1 / len(numbers)) if weights is None else np.asarray(weights)
    return Values.of(numbers, labels, weights)


def test_what_cannot_be_measured_is_left_out():
    found = values([1.0, np.nan, 3.0, np.nan])
    assert (found.spread.mean, found.spread.deviation) == (2.0, 1.0)
    assert (found.spread.measured, found.spread.looked_at, found.share) == (2, 4, 0.5)
    nothing = values([np.nan]).spread
    assert (nothing.mean, nothing.deviation, nothing.measured) == (0.0, 0.0, 0)


def test_weights_decide_mean_and_distance():
    skewed = values([0.0, 10.0], weights=[0.9, 0.1])
    assert skewed.spread.mean == pytest.approx(1.0)
    assert distance(skewed, values([0.0, 10.0])) == pytest.approx(4.0)


def test_a_shift_is_its_own_distance_and_a_lack_of_variety_has_one():
    real = values(np.linspace(-3, 3, 301))
    assert distance(real, values(np.linspace(-1, 5, 301))) == pytest.approx(2.0)
    assert distance(real, values(np.zeros(50))) == pytest.approx(1.5, rel=0.01)


def test_chance_shrinks_with_the_number_of_samples():
    random = np.random.default_rng(0)
    real = values(random.normal(0, 1, 600), np.repeat([0, 1, 2], 200))
    errors = [sampling_error(real, dict.fromkeys(range(3), count), random) for count in (1, 10, 90)]
    assert errors[0] > 2 * errors[1] > 4 * errors[2]
    assert errors[1] == pytest.approx(0.2, abs=0.08)


def test_nearly_all_random_choices_of_real_pictures_are_matched():
    random = np.random.default_rng(1)
    real = values(random.gamma(2.0, 3.0, 1000))
    error = sampling_error(real, {0: 20}, random)
    assert SELECTIONS >= 20
    told = [
        grade_distance(
            distance(values(random.choice(real.numbers, 20)), real),
            error=error,
            deviation=real.spread.deviation,
            unit="",
        )
        for _ in range(100)
    ]
    assert told.count("matched") >= 90


def test_grades_follow_the_spread_of_what_was_aimed_at():
    def told(found, unit="grey"):
        return grade_distance(found, error=0.4, deviation=10.0, unit=unit)

    assert [told(one) for one in (0.7, 4.9, 9.9, 10.1)] == ["matched", "close", "differs", "far"]
    assert told(0.9, "grey") == "matched", "below one grey level nobody sees it"
    assert told(0.9, "px") == "close"


def test_what_chance_nearly_explains_is_close():
    told = [grade_distance(one, error=3.0, deviation=5.0, unit="") for one in (5.9, 8.9, 9.1)]
    assert told == ["matched", "close", "far"]


def test_where_nothing_varies_a_difference_that_is_seen_counts():
    told = [
        grade_distance(found, error=0.0, deviation=0.0, unit="degree")
        for found in (0.0, 0.29, 0.31, 3.0)
    ]
    assert told == ["matched", "matched", "far", "far"]
    assert all(floor > 0 for floor in FLOORS.values())


@given(
    st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30),
    st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30),
    st.sampled_from([1.0, 0.1, 0.001, 244.1]),
)
def test_bins_hold_every_picture_of_every_group(one, other, least):
    groups = [values(one), values(other)]
    edges = common_edges(groups, least)
    assert 2 <= len(edges) <= 40
    assert (np.diff(edges) > 0).all()
    for group in groups:
        assert sum(shares(group, edges)) == pytest.approx(1.0)


def test_bins_of_whole_numbers_are_no_comb():
    counted = values(np.repeat(np.arange(5.0), 20))
    edges = common_edges([counted], 1.0)
    assert edges == [0, 1, 2, 3, 4, 5]
    assert shares(counted, edges) == pytest.approx([0.2] * 5)


def test_bins_of_nothing_are_none():
    assert shares(values([np.nan]), [0.0, 1.0]) == []
