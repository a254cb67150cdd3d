"""Money, detection, sensitivity and rules, by hand and by property."""

from __future__ import annotations

import dataclasses
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.runtime.messages import CATALOGUE, LANGUAGES
from engine.trial import (
    PROTOCOLS,
    CostInputs,
    DecisionRules,
    Rule,
    SetResult,
    TrialRecipe,
    TrialReport,
    keep_costs,
    keep_rules,
    project_costs,
    project_rules,
    return_on_investment,
)
from engine.trial.amounts import few_digits, money
from engine.trial.detection import detection
from engine.trial.ledger import Ledger
from engine.trial.rules import DEFAULTS, RULE_NAMES
from engine.trial.sensitivity import turns

NAMES = ["crack", "pore", "sound"]
# Of 100 pictures a class and one training: 6 of 200 defects are taken for sound, 4 sound for one.
CONDENSED = [[90, 6, 4], [8, 90, 2], [1, 3, 96]]
FULL = [[96, 3, 1], [4, 95, 1], [0, 2, 98]]
COSTS = CostInputs(
    retrainings_per_month=10,
    workstation_per_hour=200,
    engineer_per_hour=4000,
    currency="EUR",
    critical_classes=("crack", "pore"),
    parts_per_month=10_000,
    defect_share_percent=1,
    cost_of_missed_defect=5,
    cost_of_false_alarm=0.1,
    accepted_recall_loss_points=6,
)


def result(name, confusion, *, seconds, energy=None, seeds=3):
    totals = [sum(row) for row in confusion]
    recall = {NAMES[at]: row[at] / totals[at] for at, row in enumerate(confusion)}
    accuracy = sum(row[at] for at, row in enumerate(confusion)) / sum(totals)
    return SetResult(
        name=name,
        images=30,
        bytes=3000,
        accuracies=[accuracy] * seeds,
        accuracy_mean=accuracy,
        accuracy_std=0.0,
        balanced_mean=accuracy,
        balanced_std=0.0,
        recall=recall,
        confusion=[[seeds * count for count in row] for row in confusion],
        seconds=seconds,
        steps=100,
        energy_wh=energy,
    )


def trial(condensed=CONDENSED, full=FULL, *, energy=(None, None), condense_seconds=720.0):
    poor = [[40, 30, 30]] * 3
    return TrialReport(
        run="r",
        created="2026-01-01T00:00:00+00:00",
        device="CPU",
        recipe=TrialRecipe(),
        protocol=PROTOCOLS["trial"],
        class_names=NAMES,
        test_images=300,
        test_counts=[100] * 3,
        condense_seconds=condense_seconds,
        sets=[
            result("condensed", condensed, seconds=100, energy=energy[0]),
            result("full", full, seconds=460, energy=energy[1]),
            result("random", poor, seconds=100),
        ],
    )


def decided(costs=COSTS, rules=None, **kwargs):
    return return_on_investment(trial(**kwargs), costs, rules)


# --- detection ------------------------------------------------------------------------------------


def test_missed_defects_and_false_alarms_by_hand():
    found = detection(result("condensed", CONDENSED, seconds=1), NAMES, {"crack", "pore"})
    assert found.missed.share == pytest.approx(6 / 200)  # crack taken for pore is still found
    assert found.alarmed.share == pytest.approx(4 / 100)
    careful = 7 / 202  # Laplace: (6 + 1) / (200 + 2)
    assert found.missed.margin == pytest.approx(math.sqrt(careful * (1 - careful) / 200))


def test_where_every_class_is_critical_any_mistake_is_a_miss():
    found = detection(result("condensed", CONDENSED, seconds=1), NAMES, set(NAMES))
    assert found.missed.share == pytest.approx(24 / 300)
    assert found.alarmed is None


def test_none_missed_of_few_is_no_proof_of_none():
    found = detection(result("full", [[5, 0, 0]] * 3, seconds=1), NAMES, {"crack"})
    assert found.missed.share == 0
    assert found.missed.margin > 0.1


@pytest.mark.parametrize("critical", [set(), {"unknown"}])
def test_without_critical_classes_nothing_is_detected(critical):
    assert detection(result("full", FULL, seconds=1), NAMES, critical) is None


# --- money by hand --------------------------------------------------------------------------------


def test_every_sum_by_hand():
    decision = decided()
    assert decision.money_month == pytest.approx(200)  # 10 × 360 s at €200 an hour
    assert decision.condensing_cost == pytest.approx(40)  # 720 s at €200 an hour
    assert decision.break_even_retrainings == 2  # €20 each
    # 100 defects a month, 3 % missed instead of 1 %: 2 × €5; 9,900 sound, 4 % instead of 2 %.
    assert decision.missed_more_points == pytest.approx(2.0)
    assert decision.lost_recall_month == pytest.approx(100 * 0.02 * 5 + 9900 * 0.02 * 0.1)
    assert decision.net_year == pytest.approx(12 * (200 - 29.8) - 40)
    assert decision.net_month == pytest.approx(decision.net_year / 12)
    missed = math.hypot(*(math.sqrt((n + 1) / 202 * (201 - n) / 202 / 200) for n in (6, 2)))
    alarms = math.hypot(*(math.sqrt((n + 1) / 102 * (101 - n) / 102 / 100) for n in (4, 2)))
    spread = 12 * math.hypot(100 * 5 * missed, 9900 * 0.1 * alarms)
    assert decision.net_high - decision.net_year == pytest.approx(spread)
    assert decision.net_year - decision.net_low == pytest.approx(spread)


def test_people_and_repeated_condensing_cost():
    costs = COSTS.model_copy(update={"handling_minutes": 30.0, "condensings_per_year": 4.0})
    decision = decided(costs)
    assert decision.condensing_cost == pytest.approx(40 + 2000)
    assert decision.net_year == pytest.approx(12 * (200 - 29.8) - 4 * 2040)


def test_energy_is_counted_where_it_was_estimated():
    costs = COSTS.model_copy(update={"electricity_per_kwh": 0.5})
    decision = decided(costs, energy=(10.0, 50.0))
    assert decision.kwh_saved_month == pytest.approx(0.4)
    assert decision.money_month == pytest.approx(200.2)
    assert decided(costs).kwh_saved_month is None


@pytest.mark.parametrize(
    "missing",
    [
        {"parts_per_month": None},
        {"defect_share_percent": None},
        {"critical_classes": ()},
        {"cost_of_missed_defect": None, "cost_of_false_alarm": None},
    ],
)
def test_without_its_inputs_no_cost_of_recall_is_claimed(missing):
    decision = decided(COSTS.model_copy(update=missing))
    assert decision.lost_recall_month is None
    assert decision.net_low is None
    assert decision.net_year == pytest.approx(12 * 200 - 40)
    assert not [one for one in decision.turns if one.name == "missed_more"]


# --- what would change it -------------------------------------------------------------------------


def test_turning_points_by_hand():
    found = {one.name: one for one in decided().turns}
    assert found["retrainings"].value == pytest.approx((12 * 29.8 + 40) / (12 * 20))
    assert found["missed_more"].value == pytest.approx(((2400 - 40) / 12 - 19.8) / 500)
    assert found["handling_hours"].value == pytest.approx((12 * 170.2 - 40) / 4000)
    assert "retrainings a month below 1.7" in found["retrainings"].sentence().lower()
    assert "(now 10)" in found["retrainings"].sentence()


def test_where_it_does_not_pay_the_way_there_is_told():
    decision = decided(COSTS.model_copy(update={"retrainings_per_month": 1.0}))
    assert decision.net_year < 0
    assert decision.verdict == "no"
    first = next(one for one in decision.turns if one.name == "retrainings")
    assert first.sentence() == "Retrainings a month of 1.7 or more: it would pay (now 1)."


AMOUNTS = st.floats(0.01, 1e4)


@st.composite
def ledgers(draw):
    names = [one.name for one in dataclasses.fields(Ledger)]
    shares = {"missed_more", "alarms_more", "missed_margin", "alarms_margin", "waits"}
    return Ledger(**{name: draw(st.floats(0, 1) if name in shares else AMOUNTS) for name in names})


@given(ledgers())
def test_at_a_turning_point_the_net_is_nothing(ledger):
    for turn in turns(ledger, currency="EUR", full_seconds=60):
        there = dataclasses.replace(ledger, **{turn.name: turn.value})
        size = 12 * (abs(ledger.saved_month) + abs(ledger.lost_month))
        size += ledger.condensings * ledger.condensing + 12 * abs(there.saved_month)
        assert abs(there.net_year) <= 1e-6 * max(1.0, size)
        assert turn.pays == (ledger.net_year > 0)
        for language in LANGUAGES:
            assert turn.sentence(language)


@given(ledgers(), AMOUNTS)
def test_more_of_what_helps_never_costs(ledger, more):
    for name in ("retrainings", "hours_saved", "scale"):
        larger = dataclasses.replace(ledger, **{name: getattr(ledger, name) + more})
        assert larger.saved_month >= ledger.saved_month
        assert larger.net_year >= ledger.net_year
    for name in ("missed_cost", "condense_hours", "handling_hours", "condensings"):
        dearer = dataclasses.replace(ledger, **{name: getattr(ledger, name) + more})
        assert dearer.net_year <= ledger.net_year


@given(ledgers())
def test_condensing_has_come_back_after_break_even_and_not_before(ledger):
    last = ledger.break_even
    size = ledger.condensing + ledger.saved_each
    assert last * ledger.saved_each >= ledger.condensing - 1e-6 * size
    assert (last - 1) * ledger.saved_each <= ledger.condensing + 1e-6 * size
    assert dataclasses.replace(ledger, hours_saved=-1, kwh_saved=0).break_even is None


@given(ledgers(), st.floats(0.01, 100))
def test_another_currency_changes_amounts_alone(ledger, rate):
    prices = ("computer", "engineer", "electricity", "missed_cost", "alarm_cost")
    other = dataclasses.replace(ledger, **{name: rate * getattr(ledger, name) for name in prices})
    size = 12 * (ledger.saved_month + ledger.lost_month) + ledger.condensings * ledger.condensing
    for name in ("saved_month", "condensing", "lost_month", "lost_margin", "net_year"):
        there, here = getattr(other, name), rate * getattr(ledger, name)
        assert there == pytest.approx(here, rel=1e-9, abs=1e-9 * rate * size)
    assert other.break_even_months == pytest.approx(ledger.break_even_months)


@given(ledgers())
def test_what_is_found_more_often_is_a_gain_as_large(ledger):
    turned = dataclasses.replace(
        ledger, missed_more=-ledger.missed_more, alarms_more=-ledger.alarms_more
    )
    assert turned.lost_month == -ledger.lost_month
    assert turned.lost_margin == ledger.lost_margin
    none = dataclasses.replace(ledger, missed_more=0.0, alarms_more=0.0)
    assert none.lost_month == 0
    assert turned.net_year >= none.net_year >= ledger.net_year


@given(st.floats(0, 1000), st.floats(0, 1000))
def test_more_retrainings_never_lower_the_saving(first, second):
    fewer, more = sorted((first, second))
    a, b = (decided(COSTS.model_copy(update={"retrainings_per_month": n})) for n in (fewer, more))
    assert a.money_year <= b.money_year
    assert a.net_year <= b.net_year


# --- rules ----------------------------------------------------------------------------------------


def test_every_rule_stands_beside_what_was_measured():
    found = {one.rule.name: one for one in decided().rules}
    assert set(found) == set(RULE_NAMES)
    assert found["time"].value == pytest.approx(100 * 360 / 460)
    assert found["critical"].value == pytest.approx(6.0)
    assert found["critical"].limit == 6.0
    assert found["critical"].met
    assert found["accuracy"].value == pytest.approx(100 * (289 - 276) / 300)
    assert found["accuracy"].wanted() == "at most 5.0 points"
    assert found["net"].measured() == "€2,002"
    for one in found.values():
        for language in LANGUAGES:
            assert one.measured(language)
            assert one.wanted(language)
            assert one.state(language)
            assert one.rule.title(language)


@pytest.mark.parametrize(
    ("accepted", "verdict"), [(6.0, "adopt"), (5.0, "pilot"), (3.0, "pilot"), (2.9, "no")]
)
def test_a_critical_class_decides(accepted, verdict):
    decision = decided(COSTS.model_copy(update={"accepted_recall_loss_points": accepted}))
    assert decision.verdict == verdict
    keys = [one.key for one in decision.reasons]
    assert ("roi.critical_kept" in keys) == (verdict == "adopt")
    assert keys.count("roi.critical_lost") == (verdict != "adopt")


def test_thresholds_consequences_and_switches_are_the_users():
    rules = DecisionRules()
    strict = rules.changed(Rule(name="time", threshold=90, otherwise="pilot"))
    assert decided().verdict == "adopt"
    assert decided(rules=strict).verdict == "pilot"
    assert strict.own == (strict["time"],)
    off = strict.changed(Rule(name="time", threshold=90, otherwise="no", on=False))
    assert decided(rules=off).verdict == "adopt"
    outcome = next(one for one in decided(rules=off).rules if one.rule.name == "time")
    assert (outcome.met, outcome.state()) == (None, "off")


def test_a_gain_below_ones_own_threshold_is_said_as_such():
    rules = DecisionRules().changed(Rule(name="baseline", threshold=60, otherwise="pilot"))
    decision = decided(rules=rules)
    assert decision.verdict == "pilot"
    assert "roi.small_gain" in [one.key for one in decision.reasons]


def test_every_sentence_of_a_decision_exists_in_both_languages():
    for language in LANGUAGES:
        for one in decided(COSTS.model_copy(update={"accepted_recall_loss_points": 1.0})).reasons:
            assert one.sentence(language)
    assert {f"rule.{name}" for name in RULE_NAMES} <= set(CATALOGUE)


def test_rules_and_costs_stay_with_the_project(make_project):
    project, _ = make_project()
    rules = DecisionRules().changed(Rule(name="net", threshold=1000, otherwise="pilot"))
    keep_rules(project, rules)
    keep_costs(project, COSTS)
    assert project_rules(project) == rules
    assert project_costs(project) == COSTS


def test_what_earlier_versions_kept_still_loads(make_project):
    project, _ = make_project()
    project.set_setting(
        "costs",
        '{"retrainings_per_month": 7, "workstation_per_hour": 1.5, "engineer_per_hour": 60,'
        ' "engineer_waits": true, "currency": "USD", "accepted_loss_points": 3,'
        ' "training_minutes_today": 12}',
    )
    costs = project_costs(project)
    assert (costs.retrainings_per_month, costs.currency, costs.training_minutes_today) == (
        7,
        "USD",
        12,
    )
    assert costs.parts_per_month is None
    project.set_setting("decision_rules", '{"rules": [{"name": "seeds", "threshold": 5, '
                        '"otherwise": "no"}]}')  # fmt: skip
    rules = project_rules(project)
    assert rules["seeds"].threshold == 5
    assert len(rules.rules) == len(DEFAULTS)


@pytest.mark.parametrize(
    "kept",
    [
        "not json",
        '{"rules": [{"name": "luck", "threshold": 1, "otherwise": "no"}]}',
        '{"rules": [{"name": "time", "threshold": 1e99, "otherwise": "no"}]}',
        '{"rules": [{"name": "time", "threshold": NaN, "otherwise": "no"}]}',
    ],
)
def test_damaged_rules_give_the_defaults(make_project, kept):
    project, _ = make_project()
    project.set_setting("decision_rules", kept)
    assert project_rules(project) == DecisionRules()


def test_the_guide_names_every_default():
    guide = (Path(__file__).parents[2] / "docs" / "roi.md").read_text(encoding="utf-8")
    for rule in DEFAULTS:
        state = {"pilot": "pilot further", "no": "do not use"}[rule.otherwise]
        assert f"| `{rule.name}` |" in guide
        line = next(one for one in guide.splitlines() if one.startswith(f"| `{rule.name}` |"))
        assert f" {rule.threshold:g} " in line
        assert line.rstrip(" |").endswith(state)
    for name in CostInputs.model_fields:
        assert f"`{name}`" in guide


# --- words ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "currency", "english", "japanese"),
    [
        (12345.6, "JPY", "¥12,346", "12,346 円"),
        (0.4, "JPY", "¥0", "0 円"),
        (-0.4, "JPY", "¥0", "0 円"),
        (-3.2, "EUR", "−€3.20", "−€3.20"),
        (7, "EUR", "€7", "€7"),
        (999.999, "USD", "$1,000", "$1,000"),
        (1234.56, "USD", "$1,235", "$1,235"),
    ],
)
def test_amounts_are_written_as_in_each_country(amount, currency, english, japanese):
    assert money(amount, currency) == english
    assert money(amount, currency, "ja") == japanese


def test_few_digits_are_those_that_matter():
    assert [few_digits(one) for one in (0.0421, 3.21, 20.0, 18.46, 1240.4)] == [
        "0.042",
        "3.2",
        "20",
        "18.5",
        "1,240",
    ]
