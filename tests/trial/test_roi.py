"""The return on investment, by hand: one workstation, one line, figures a person can check."""

from __future__ import annotations

import pytest

from engine.runtime import UserError
from engine.runtime.messages import CATALOGUE
from engine.trial import (
    PROTOCOLS,
    CostInputs,
    SetResult,
    TrialRecipe,
    TrialReport,
    return_on_investment,
)
from engine.trial.roi import as_good, duration

COSTS = CostInputs(
    retrainings_per_month=10,
    workstation_per_hour=200,
    engineer_per_hour=4000,
    currency="EUR",
    accepted_loss_points=5,
)


def result(name, correct, *, seconds=100.0, std=0.0, tested=1000, seeds=3, recall=None):
    """A set with ``correct`` of ``tested`` pictures right, in every seed the same."""
    wrong = tested - correct
    return SetResult(
        name=name,
        images=10,
        bytes=1000,
        accuracies=[correct / tested] * seeds,
        accuracy_mean=correct / tested,
        accuracy_std=std,
        balanced_mean=correct / tested,
        balanced_std=0.0,
        recall=recall or {"bolt": correct / tested, "gear": correct / tested},
        confusion=[[correct * seeds, wrong * seeds], [0, 0]],
        seconds=seconds,
        steps=100,
    )


def report(*sets, condense_seconds=250.0):
    return TrialReport(
        run="r",
        created="2026-01-01T00:00:00+00:00",
        device="CPU",
        recipe=TrialRecipe(),
        protocol=PROTOCOLS["trial"],
        class_names=["bolt", "gear"],
        test_images=1000,
        test_counts=[500, 500],
        condense_seconds=condense_seconds,
        sets=list(sets),
    )


GOOD = (
    result("condensed", 900, seconds=100),
    result("full", 930, seconds=460),
    result("random", 700),
    result("kmeans", 750),
)


def reasons(decision):
    return [one.key for one in decision.reasons]


def test_time_and_money_by_hand():
    decision = return_on_investment(report(*GOOD), COSTS)
    assert decision.verdict == "adopt"
    assert decision.seconds_saved == 360
    assert decision.hours_saved_month == pytest.approx(1.0)  # 10 × 6 minutes
    assert decision.money_month == pytest.approx(200.0)
    assert decision.money_year == pytest.approx(2400.0)
    assert decision.break_even_retrainings == 1  # 250 s to condense, 360 s saved at a time
    assert decision.accuracy_lost_points == pytest.approx(3.0)
    assert reasons(decision) == [
        "roi.gain_random",
        "roi.gain_kmeans",
        "roi.time_saved",
        "roi.net",
        "roi.break_even",
        "roi.accuracy_kept",
    ]


def test_an_engineer_who_waits_counts():
    waits = COSTS.model_copy(update={"engineer_waits": True})
    assert return_on_investment(report(*GOOD), waits).money_month == pytest.approx(4200.0)


def test_ones_own_training_time_scales_both_sides():
    own = COSTS.model_copy(update={"training_minutes_today": 46.0})
    decision = return_on_investment(report(*GOOD), own)
    assert decision.seconds_full == pytest.approx(46 * 60)
    assert decision.seconds_condensed == pytest.approx(10 * 60)


def test_break_even_rounds_up():
    decision = return_on_investment(report(*GOOD, condense_seconds=721), COSTS)
    assert decision.break_even_retrainings == 3


def test_condensing_that_pays_back_late_is_a_pilot():
    decision = return_on_investment(report(*GOOD, condense_seconds=360 * 61), COSTS)
    assert decision.break_even_retrainings == 61  # of 10 a month: 6.1 months, 6 are asked for
    assert decision.verdict == "pilot"
    assert "roi.late_break_even" in reasons(decision)


def test_a_baseline_within_the_margin_means_no():
    sets = (GOOD[0], GOOD[1], GOOD[2], result("kmeans", 890))
    decision = return_on_investment(report(*sets), COSTS)
    assert decision.verdict == "no"
    first = decision.reasons[0]
    assert first.key == "roi.no_gain_kmeans"
    assert "90.0 % against 89.0 %" in first.sentence("en")
    assert not first.good


def test_intervals_hold_both_seeds_and_test_pictures():
    high = result("condensed", 80, tested=100, std=0.03)
    # sqrt(0.03² + 0.8·0.2/100) = 0.05
    assert high.margin == pytest.approx(0.05)
    # 0.70: sqrt(0.03² + 0.7·0.3/100) = 0.0548, so it reaches to 0.7548 ≥ 0.75
    assert as_good(result("random", 70, tested=100, std=0.03), high)
    assert not as_good(result("random", 69, tested=100, std=0.03), high)


@pytest.mark.parametrize(
    ("correct", "verdict", "key"),
    [
        (880, "adopt", "roi.accuracy_kept"),
        (840, "pilot", "roi.accuracy_lost"),
        (820, "no", "roi.accuracy_lost"),
        (940, "adopt", "roi.accuracy_gained"),
    ],
)
def test_the_verdict_follows_the_accuracy_lost(correct, verdict, key):
    sets = (result("condensed", correct, seconds=100), *GOOD[1:])
    decision = return_on_investment(report(*sets), COSTS)
    assert decision.accuracy_lost_points == pytest.approx((930 - correct) / 10)
    assert decision.verdict == verdict
    assert key in reasons(decision)


@pytest.mark.parametrize(
    ("seconds", "verdict", "told"),
    [
        (500, "no", "roi.no_time_saved"),
        (420, "no", "roi.little_time_saved"),
        (410, "adopt", "roi.time_saved"),
    ],
)
def test_hardly_quicker_than_the_full_data_means_no(seconds, verdict, told):
    sets = (result("condensed", 900, seconds=seconds), *GOOD[1:])
    decision = return_on_investment(report(*sets), COSTS)
    assert decision.verdict == verdict
    assert [one for one in reasons(decision) if one.endswith("time_saved")] == [told]


def test_slower_than_the_full_data_never_pays_back():
    sets = (result("condensed", 900, seconds=500), *GOOD[1:])
    decision = return_on_investment(report(*sets), COSTS)
    assert decision.break_even_retrainings is None
    assert decision.money_year < 0


def test_two_weak_models_prove_nothing():
    weak = (("condensed", 300, 100), ("full", 310, 460), ("random", 100, 100))
    sets = [result(name, correct, seconds=seconds) for name, correct, seconds in weak]
    decision = return_on_investment(report(*sets), COSTS)
    assert decision.verdict == "pilot"
    assert "roi.weak_model" in reasons(decision)


def test_a_class_that_suffers_is_named():
    recall = {"bolt": 0.98, "gear": 0.55}
    sets = (result("condensed", 900, seconds=100, recall=recall), *GOOD[1:])
    decision = return_on_investment(report(*sets), COSTS)
    assert (decision.worst_class, decision.worst_recall) == ("gear", 0.55)
    assert decision.verdict == "pilot"
    (named,) = [one for one in decision.reasons if one.key == "roi.worst_class"]
    assert named.sentence("en").startswith("Look at class gear: recall 55.0 %, 38.0 points below")


def test_without_full_data_nothing_is_claimed_about_time():
    decision = return_on_investment(report(GOOD[0], GOOD[2]), COSTS)
    assert decision.verdict == "pilot"
    assert decision.money_year is None
    assert decision.accuracy_lost_points is None
    assert "roi.no_full" in reasons(decision)


def test_one_seed_and_few_test_pictures_leave_doubt():
    few = [result(one, n, tested=20, seeds=1) for one, n in (("condensed", 18), ("random", 2))]
    keys = reasons(return_on_investment(report(*few), COSTS))
    assert {"roi.few_seeds", "roi.few_tests"} <= set(keys)


def test_a_report_without_the_condensed_set_is_refused():
    with pytest.raises(UserError, match="does not include the condensed set"):
        return_on_investment(report(*GOOD[1:]), COSTS)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_reason_can_be_said(language):
    trials = [
        report(*GOOD),
        report(GOOD[0]),
        report(result("condensed", 600, seconds=999, seeds=1, tested=900), *GOOD[1:]),
        report(*GOOD, condense_seconds=1e6),
    ]
    said = [
        reason
        for trial in trials
        for reason in return_on_investment(trial, COSTS).reasons
        if reason.sentence(language)
    ]
    assert {one.key for one in said} < set(CATALOGUE)


def test_durations_are_worded():
    assert [duration(one) for one in (1.24, 75.4, 600, 9000)] == [
        "1.2 s",
        "75 s",
        "10 min",
        "2.5 h",
    ]
    assert duration(600, "ja") == "10 分"


def test_a_crafted_report_is_refused_in_a_sentence():
    with pytest.raises(UserError, match="cannot be read"):
        TrialReport.from_dict({"sets": "all"})
