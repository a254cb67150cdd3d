"""Is it worth it? Time, money and accuracy from a trial, and a verdict with its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from engine.data.cost_inputs import CostInputs, Currency
from engine.runtime.errors import UserError
from engine.runtime.messages import Language, text
from engine.trial.amounts import duration
from engine.trial.detection import Detection, detection
from engine.trial.ledger import MONTHS, Ledger
from engine.trial.results import SetResult, TrialReport
from engine.trial.rules import DecisionRules
from engine.trial.sensitivity import Turn, turns
from engine.trial.weighing import (
    ClassLoss,
    Measured,
    Reason,
    RuleOutcome,
    outcomes,
    points,
    reasons,
)

__all__ = [
    "CostInputs",
    "Currency",
    "Decision",
    "DecisionVerdict",
    "Reason",
    "as_good",
    "duration",
    "return_on_investment",
]

DecisionVerdict = Literal["adopt", "pilot", "no"]
_SUMS = (
    *("kwh_saved_month", "money_month", "money_year", "condensing_cost", "break_even_retrainings"),
    *("lost_recall_month", "net_month", "net_year", "net_low", "net_high"),
)


@dataclass(frozen=True)
class Decision:
    """The answer for a manager. None means: not measured in this trial, or not asked for.

    Attributes
    ----------
    verdict : {"adopt", "pilot", "no"}
    reasons : tuple of Reason
        What speaks against it first.
    rules : tuple of RuleOutcome
        Every rule beside what was measured: the verdict follows from these alone.
    turns : tuple of Turn
        What must be true for it not to pay; where it does not pay, what must be for it to.
    seconds_full, seconds_condensed, seconds_saved : float or None
        Of one retraining; scaled to ``training_minutes_today`` where that is given.
    hours_saved_month : float or None
    kwh_saved_month : float or None
        Estimated.
    money_month, money_year : float or None
        Saved by the retrainings, in ``currency``, before what is to be paid.
    condensing_cost : float or None
        Of one condensing.
    break_even_retrainings : int or None
        After which one condensing has come back; None if it never does.
    missed_more_points : float or None
        Critical pictures missed beyond the full data's model, percentage points.
    lost_recall_month : float or None
        Expected cost of what is missed or alarmed beyond the full data's model; below 0 a gain.
    net_month, net_year : float or None
        Saved, less condensing and lost recall.
    net_low, net_high : float or None
        Interval of ``net_year`` from that of the recall; None where money does not depend on it.
    accuracy_lost_points, accuracy_lost_margin : float or None
        Percentage points below the full data, negative if above; half the interval's width.
    worst_class, worst_recall : str, float or None
        The class with the lowest recall when trained on the condensed set; 0..1.
    """

    verdict: DecisionVerdict
    reasons: tuple[Reason, ...]
    rules: tuple[RuleOutcome, ...]
    turns: tuple[Turn, ...]
    currency: Currency
    seconds_full: float | None
    seconds_condensed: float | None
    seconds_saved: float | None
    hours_saved_month: float | None
    kwh_saved_month: float | None
    money_month: float | None
    money_year: float | None
    condensing_cost: float | None
    break_even_retrainings: int | None
    missed_more_points: float | None
    lost_recall_month: float | None
    net_month: float | None
    net_year: float | None
    net_low: float | None
    net_high: float | None
    accuracy_condensed: float
    accuracy_full: float | None
    accuracy_lost_points: float | None
    accuracy_lost_margin: float | None
    worst_class: str | None
    worst_recall: float | None

    def sentence(self, language: Language = "en") -> str:
        """The verdict in one sentence."""
        return text(f"roi.{self.verdict}", language)


def return_on_investment(
    report: TrialReport, costs: CostInputs, rules: DecisionRules | None = None
) -> Decision:
    """Weigh a trial by rules; the formulas are in ``docs/roi.md``.

    Accuracies are compared as intervals (``SetResult.margin``): a real selection of the same
    size whose interval reaches the condensed set's is as good, and cheaper.

    Raises
    ------
    UserError
        ``trial.incomplete`` if the condensed set is not in the report.
    """
    condensed, full = report.find("condensed"), report.find("full")
    if condensed is None:
        raise UserError("trial.incomplete")
    seen = _Detections.of(report, costs, condensed, full)
    measured = _measured(report, costs, condensed, full, seen)
    found = outcomes(measured, rules or DecisionRules())
    against, doubts, good = reasons(measured, found)
    followed = {one.consequence for one in found}
    return _decision(
        measured,
        seen,
        "no" if "no" in followed else "pilot" if "pilot" in followed else "adopt",
        (*against, *doubts, *good),
        found,
    )


def as_good(baseline: SetResult, condensed: SetResult) -> bool:
    """Whether the baseline's interval of accuracy reaches the condensed set's."""
    low = condensed.accuracy_mean - condensed.margin
    return baseline.accuracy_mean + baseline.margin >= low


@dataclass(frozen=True)
class _Detections:
    """Both models as detectors; ``priced`` tells that the user gave what missing costs."""

    mine: Detection | None
    theirs: Detection | None
    priced: bool

    @classmethod
    def of(
        cls, report: TrialReport, costs: CostInputs, condensed: SetResult, full: SetResult | None
    ) -> _Detections:
        critical = frozenset(costs.critical_classes)
        mine = detection(condensed, report.class_names, critical)
        theirs = None if full is None else detection(full, report.class_names, critical)
        given = None not in (costs.parts_per_month, costs.defect_share_percent)
        priced = not (costs.cost_of_missed_defect is None and costs.cost_of_false_alarm is None)
        return cls(mine, theirs, given and priced and mine is not None and theirs is not None)

    @property
    def missed_more(self) -> float | None:
        if self.mine is None or self.theirs is None:
            return None
        return self.mine.missed.share - self.theirs.missed.share

    def entries(self, costs: CostInputs) -> dict[str, float]:
        """What the ledger needs; nothing where the user gave no costs of missing."""
        if not self.priced or self.mine is None or self.theirs is None:
            return {}
        mine, theirs = self.mine, self.theirs
        parts = costs.parts_per_month or 0.0
        share = (costs.defect_share_percent or 0.0) / 100
        found = {
            "defects": parts * share,
            "sound": parts * (1 - share),
            "missed_more": mine.missed.share - theirs.missed.share,
            "missed_margin": (mine.missed.margin**2 + theirs.missed.margin**2) ** 0.5,
            "missed_cost": costs.cost_of_missed_defect or 0.0,
            "alarm_cost": costs.cost_of_false_alarm or 0.0,
        }
        if mine.alarmed is not None and theirs.alarmed is not None:
            found["alarms_more"] = mine.alarmed.share - theirs.alarmed.share
            found["alarms_margin"] = (mine.alarmed.margin**2 + theirs.alarmed.margin**2) ** 0.5
        return found


def _measured(
    report: TrialReport,
    costs: CostInputs,
    condensed: SetResult,
    full: SetResult | None,
    seen: _Detections,
) -> Measured:
    times = ledger = None
    if full is not None and full.seconds > 0:
        today = costs.training_minutes_today
        scale = 1.0 if today is None else 60 * today / full.seconds
        times = full.seconds * scale, condensed.seconds * scale
        ledger = _ledger(report, costs, condensed, full, seen.entries(costs), scale)
    losses = _losses(condensed, full)
    critical = [one for one in losses if one.name in costs.critical_classes]
    return Measured(
        report=report,
        costs=costs,
        condensed=condensed,
        full=full,
        times=times,
        ledger=ledger,
        worst=max(losses, key=lambda one: one.points, default=None),
        critical=max(critical, key=lambda one: one.points, default=None),
    )


def _ledger(
    report: TrialReport,
    costs: CostInputs,
    condensed: SetResult,
    full: SetResult,
    missing: dict[str, float],
    scale: float,
) -> Ledger:
    kwh = 0.0
    if full.energy_wh is not None and condensed.energy_wh is not None:
        kwh = (full.energy_wh - condensed.energy_wh) / 1000
    hours = report.condense_seconds / 3600
    return Ledger(
        retrainings=costs.retrainings_per_month,
        hours_saved=(full.seconds - condensed.seconds) / 3600,
        kwh_saved=kwh,
        scale=scale,
        computer=costs.workstation_per_hour,
        engineer=costs.engineer_per_hour,
        waits=float(costs.engineer_waits),
        electricity=costs.electricity_per_kwh,
        condense_hours=hours,
        condense_kwh=hours * (report.watts or 0.0) / 1000,
        handling_hours=costs.handling_minutes / 60,
        condensings=costs.condensings_per_year,
        **missing,
    )


def _losses(condensed: SetResult, full: SetResult | None) -> list[ClassLoss]:
    if full is None:
        return []
    return [
        ClassLoss(name, recall, points(full.recall[name] - recall))
        for name, recall in condensed.recall.items()
        if name in full.recall
    ]


def _decision(
    measured: Measured,
    seen: _Detections,
    verdict: DecisionVerdict,
    told: tuple[Reason, ...],
    found: tuple[RuleOutcome, ...],
) -> Decision:
    condensed, full, worst = measured.condensed, measured.full, measured.condensed.worst
    lost_margin = None if full is None else 100 * (condensed.margin**2 + full.margin**2) ** 0.5
    return Decision(
        verdict=verdict,
        reasons=told,
        rules=found,
        currency=measured.costs.currency,
        accuracy_condensed=condensed.accuracy_mean,
        accuracy_full=None if full is None else full.accuracy_mean,
        accuracy_lost_points=measured.lost,
        accuracy_lost_margin=lost_margin,
        worst_class=None if worst is None else worst[0],
        worst_recall=None if worst is None else worst[1],
        missed_more_points=None if seen.missed_more is None else points(seen.missed_more),
        **_times(measured),
        **_sums(measured, priced=seen.priced),
    )


def _times(measured: Measured) -> dict[str, Any]:
    times = measured.times
    saved = None if times is None else times[0] - times[1]
    retrainings = measured.costs.retrainings_per_month
    return {
        "seconds_full": None if times is None else times[0],
        "seconds_condensed": None if times is None else times[1],
        "seconds_saved": saved,
        "hours_saved_month": None if saved is None else saved * retrainings / 3600,
    }


def _sums(measured: Measured, *, priced: bool) -> dict[str, Any]:
    ledger, full = measured.ledger, measured.full
    if ledger is None or full is None:
        return {**dict.fromkeys(_SUMS), "turns": ()}
    net, spread = ledger.net_year, MONTHS * ledger.lost_margin
    return {
        "kwh_saved_month": ledger.kwh_saved * ledger.scale * ledger.retrainings
        if full.energy_wh is not None
        else None,
        "money_month": ledger.saved_month,
        "money_year": MONTHS * ledger.saved_month,
        "condensing_cost": ledger.condensing,
        "break_even_retrainings": ledger.break_even,
        "lost_recall_month": ledger.lost_month if priced else None,
        "net_month": net / MONTHS,
        "net_year": net,
        "net_low": net - spread if priced else None,
        "net_high": net + spread if priced else None,
        "turns": turns(ledger, currency=measured.costs.currency, full_seconds=full.seconds),
    }
