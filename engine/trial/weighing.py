"""Holds what a trial measured against the rules: outcomes for the table, reasons for the page."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from engine.data.cost_inputs import CostInputs, Currency
from engine.runtime.messages import Language, text
from engine.trial.amounts import Money, Named, Seconds, duration, few_digits, money
from engine.trial.ledger import Ledger
from engine.trial.results import BASELINES, SetResult, TrialReport
from engine.trial.rules import Consequence, DecisionRules, Rule, RuleName


@dataclass(frozen=True)
class Reason:
    """One sentence the verdict rests on; ``good`` tells which way it speaks."""

    key: str
    params: Mapping[str, Any] = field(default_factory=dict)
    good: bool = False

    def sentence(self, language: Language = "en") -> str:
        """The sentence, its durations and amounts worded."""
        return text(
            self.key, language, **{name: _word(one, language) for name, one in self.params.items()}
        )


@dataclass(frozen=True)
class RuleOutcome:
    """A rule beside what was measured.

    Attributes
    ----------
    value : float or None
        In the rule's unit, losses always in points; None if this trial did not measure it.
    limit : float
        The threshold in the same unit.
    met : bool or None
        None if the rule is off or nothing was measured.
    """

    rule: Rule
    value: float | None
    limit: float
    met: bool | None
    currency: Currency

    @property
    def consequence(self) -> Consequence | None:
        """What follows: None where the rule is met, off, or says nothing of this trial."""
        if not self.rule.on:
            return None
        if self.met is None:
            return "pilot" if self.rule.kind.needed else None
        return None if self.met else self.rule.otherwise

    def measured(self, language: Language = "en") -> str:
        """The value with its unit, or that there is none."""
        if self.value is None:
            return text("rule.unmeasured", language)
        return self._amount(self.value, language)

    def wanted(self, language: Language = "en") -> str:
        """The limit in words: ``at most 5.0 points``."""
        return text(
            f"rule.{self.rule.kind.holds}", language, limit=self._amount(self.limit, language)
        )

    def state(self, language: Language = "en") -> str:
        """Met, not met, not measured or off."""
        if not self.rule.on:
            return text("rule.off", language)
        names = {None: "unmeasured", True: "met", False: "not_met"}
        return text(f"rule.{names[self.met]}", language)

    def _amount(self, value: float, language: Language) -> str:
        if math.isinf(value):
            return text("rule.never", language)
        unit = "points" if self.rule.kind.unit == "times" else self.rule.kind.unit
        if unit == "money":
            return money(value, self.currency, language)
        shown = f"{abs(value):.{0 if unit == 'count' else 1}f}"
        sign = "−" if value < 0 and float(shown) else ""
        return text(f"rule.in_{unit}", language, value=f"{sign}{shown}")


@dataclass(frozen=True)
class ClassLoss:
    """A class's recall with the condensed set, 0..1, and the points below the full data."""

    name: str
    recall: float
    points: float


@dataclass(frozen=True)
class Measured:
    """What the rules ask of a trial; None where it was not measured."""

    report: TrialReport
    costs: CostInputs
    condensed: SetResult
    full: SetResult | None
    times: tuple[float, float] | None
    ledger: Ledger | None
    worst: ClassLoss | None
    critical: ClassLoss | None

    @property
    def lost(self) -> float | None:
        """Accuracy below the full data, points."""
        if self.full is None:
            return None
        return points(self.full.accuracy_mean - self.condensed.accuracy_mean)

    @property
    def gains(self) -> list[tuple[SetResult, float]]:
        """Baselines, each with the points between its interval and the condensed set's."""
        low = self.condensed.accuracy_mean - self.condensed.margin
        return [
            (one, points(low - one.accuracy_mean - one.margin))
            for one in self.report.sets
            if one.name in BASELINES
        ]

    def value(self, name: RuleName) -> float | None:
        """What a rule compares."""
        gains = [gain for _, gain in self.gains]
        ledger, full, times = self.ledger, self.full, self.times
        found: dict[RuleName, float | None] = {
            "baseline": min(gains, default=None),
            "time": None if times is None else round(100 * (1 - times[1] / times[0]), 6),
            "accuracy": self.lost,
            "critical": None if self.critical is None else self.critical.points,
            "class_recall": None if self.worst is None else self.worst.points,
            "net": None if ledger is None else ledger.net_year,
            "break_even": None if ledger is None else ledger.break_even_months,
            "weak": None if full is None else points(full.accuracy_mean),
            "seeds": float(len(self.condensed.accuracies)),
            "margin": points(self.condensed.margin),
        }
        found["accuracy_far"], found["critical_far"] = found["accuracy"], found["critical"]
        return found[name]


def outcomes(measured: Measured, rules: DecisionRules) -> tuple[RuleOutcome, ...]:
    """Every rule beside what was measured."""
    return tuple(_outcome(rule, measured) for rule in rules.rules)


def reasons(
    measured: Measured, found: tuple[RuleOutcome, ...]
) -> tuple[list[Reason], list[Reason], list[Reason]]:
    """What speaks against, what leaves doubts, and what speaks for; each sentence once."""
    sorted_in: dict[Consequence | None, list[Reason]] = {"no": [], "pilot": [], None: []}
    for outcome in found:
        for consequence, reason in _told(measured, outcome):
            sorted_in[consequence].append(reason)
    said: set[str] = set()
    for group in ("no", "pilot", None):
        unsaid = [one for one in sorted_in[group] if one.key not in said]
        said |= {one.key for one in unsaid}
        sorted_in[group] = unsaid
    return sorted_in["no"], sorted_in["pilot"], sorted_in[None]


def points(share: float) -> float:
    """A share as percentage points."""
    # 0.93 - 0.88 is a trace more than 0.05 in binary; a limit must not turn on that.
    return round(100 * share, 6)


def _outcome(rule: Rule, measured: Measured) -> RuleOutcome:
    value = measured.value(rule.name)
    limit = rule.threshold
    if rule.kind.accepted is not None:
        costs = measured.costs
        by_accuracy = rule.kind.accepted == "accuracy"
        limit *= costs.accepted_loss_points if by_accuracy else costs.accepted_recall_loss_points
    met = None if value is None or not rule.on else rule.kind.met(value, limit)
    return RuleOutcome(rule, value, limit, met, measured.costs.currency)


def _told(measured: Measured, outcome: RuleOutcome) -> Iterator[tuple[Consequence | None, Reason]]:
    """The sentences a rule gives, each with what follows from it."""
    name = outcome.rule.name
    if not outcome.rule.on:
        return
    if outcome.met is None:
        if name in ("baseline", "time"):
            key = "roi.no_baseline" if name == "baseline" else "roi.no_full"
            yield outcome.consequence, Reason(key)
        return
    if name == "baseline":
        yield from _baselines(measured, outcome)
    elif (reason := _reason(measured, outcome)) is not None:
        yield outcome.consequence, reason


def _baselines(
    measured: Measured, outcome: RuleOutcome
) -> Iterator[tuple[Consequence | None, Reason]]:
    mine = measured.condensed.accuracy_mean
    for one, gain in measured.gains:
        told = {"condensed": _percent(mine), "baseline": _percent(one.accuracy_mean)}
        if gain > outcome.limit:
            better = {"gain": _percent(mine - one.accuracy_mean)}
            yield None, Reason(f"roi.gain_{one.name}", better, good=True)
        elif gain > 0:
            small = {
                "set": Named(f"set.{one.name}"),
                "gain": f"{gain:.1f}",
                "needed": f"{outcome.limit:.1f}",
            }
            yield outcome.rule.otherwise, Reason("roi.small_gain", small)
        else:
            yield outcome.rule.otherwise, Reason(f"roi.no_gain_{one.name}", told)


def _reason(measured: Measured, outcome: RuleOutcome) -> Reason | None:
    """The one sentence of any other rule; None where there is nothing to say."""
    good = bool(outcome.met)
    name = outcome.rule.name
    limit = f"{outcome.limit:g}"
    told: dict[str, Any]
    if name == "time" and measured.times is not None:
        told = {"full": Seconds(measured.times[0]), "condensed": Seconds(measured.times[1])}
        if good or not outcome.value or outcome.value <= 0:
            return Reason("roi.time_saved" if good else "roi.no_time_saved", told, good)
        told |= {"saved": f"{outcome.value:.1f}", "needed": limit}
        return Reason("roi.little_time_saved", told)
    if name in ("accuracy", "accuracy_far") and measured.lost is not None:
        return _accuracy(measured.lost, measured.costs, outcome)
    if name in ("critical", "critical_far") and measured.critical is not None:
        return _critical(measured.critical, measured.costs, outcome)
    if name == "class_recall" and measured.worst is not None and not good:
        worst = measured.worst
        told = {"name": worst.name, "recall": _percent(worst.recall)}
        return Reason("roi.worst_class", {**told, "lost": f"{worst.points:.1f}"})
    if name == "net" and outcome.value is not None:
        told = {"money": Money(outcome.value, outcome.currency)}
        return Reason("roi.net" if good else "roi.net_loss", told, good)
    if name == "break_even":
        return _break_even(measured, outcome)
    if good:
        return None
    if name == "weak":
        return Reason("roi.weak_model", {"full": f"{outcome.value:.1f}"})
    if name == "seeds":
        return Reason("roi.few_seeds", {"count": f"{outcome.value:.0f}", "needed": limit})
    count = f"{measured.report.test_images:,}"
    return Reason("roi.few_tests", {"count": count, "margin": f"{outcome.value:.1f}"})


def _accuracy(lost: float, costs: CostInputs, outcome: RuleOutcome) -> Reason | None:
    if outcome.met and outcome.rule.name == "accuracy_far":
        return None  # the nearer limit tells it
    if lost <= 0 and outcome.met:
        return Reason("roi.accuracy_gained", {"gain": f"{abs(lost):.1f}"}, good=True)
    told = {"lost": f"{lost:.1f}", "accepted": f"{costs.accepted_loss_points:g}"}
    good = bool(outcome.met)
    return Reason("roi.accuracy_kept" if good else "roi.accuracy_lost", told, good)


def _critical(loss: ClassLoss, costs: CostInputs, outcome: RuleOutcome) -> Reason | None:
    if outcome.met and outcome.rule.name == "critical_far":
        return None
    accepted = f"{costs.accepted_recall_loss_points:g}"
    told = {"name": loss.name, "lost": f"{max(0.0, loss.points):.1f}", "accepted": accepted}
    good = bool(outcome.met)
    return Reason("roi.critical_kept" if good else "roi.critical_lost", told, good)


def _break_even(measured: Measured, outcome: RuleOutcome) -> Reason | None:
    if measured.ledger is None or measured.ledger.break_even is None or outcome.value is None:
        return None
    told: dict[str, Any] = {
        "money": Money(measured.ledger.condensing, outcome.currency),
        "seconds": Seconds(measured.report.condense_seconds),
        "count": f"{measured.ledger.break_even:,}",
    }
    if outcome.met:
        return Reason("roi.break_even", told, good=True)
    return Reason("roi.late_break_even", {**told, "months": few_digits(outcome.limit)})


def _word(value: Any, language: Language) -> Any:
    if isinstance(value, Seconds):
        return duration(value.seconds, language)
    if isinstance(value, Named):
        return text(value.key, language)
    return money(value.amount, value.currency, language) if isinstance(value, Money) else value


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"
