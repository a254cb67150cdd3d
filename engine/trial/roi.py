"""Is it worth it? Time, money and accuracy from a trial, and a verdict with its reasons."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from engine.runtime.errors import UserError
from engine.runtime.messages import Language, text
from engine.trial.results import BASELINES, SetResult, TrialReport

Currency = Literal["JPY", "EUR", "USD"]
DecisionVerdict = Literal["adopt", "pilot", "no"]

_SHORTER = 0.9  # of the full data's time: less is no saving anyone would notice
_WEAK = 0.5  # accuracy of the full data below which the comparison says little, 0..1
_WORST_CLASS_LOSS = 0.10  # recall a class may lose before it is pointed out, 0..1


class CostInputs(BaseModel):
    """What the user's own factory adds to the measured times."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    retrainings_per_month: float = Field(20.0, ge=0, le=100_000)
    workstation_per_hour: float = Field(
        300.0, ge=0, le=1e7, description="cost of the computer while it trains, currency an hour"
    )
    engineer_per_hour: float = Field(
        5_000.0, ge=0, le=1e7, description="cost of an engineer, currency an hour"
    )
    engineer_waits: bool = Field(False, description="whether an engineer waits for a training")
    currency: Currency = "JPY"
    accepted_loss_points: float = Field(
        5.0, ge=0, le=100, description="accuracy that may be lost, percentage points"
    )
    training_minutes_today: float | None = Field(
        None,
        gt=0,
        le=1e6,
        description="one training on all data today, minutes; None: as the trial measured it",
    )

    @property
    def per_hour(self) -> float:
        """Currency an hour of training costs."""
        return self.workstation_per_hour + (self.engineer_per_hour if self.engineer_waits else 0.0)


@dataclass(frozen=True)
class Reason:
    """One sentence the verdict rests on; ``good`` tells which way it speaks."""

    key: str
    params: Mapping[str, Any] = field(default_factory=dict)
    good: bool = False

    def sentence(self, language: Language = "en") -> str:
        params = {
            name: duration(value.seconds, language) if isinstance(value, Seconds) else value
            for name, value in self.params.items()
        }
        return text(self.key, language, **params)


@dataclass(frozen=True)
class Seconds:
    """A duration, worded when its sentence is."""

    seconds: float


@dataclass(frozen=True)
class Decision:
    """The answer for a manager. None means: not measured in this trial.

    Attributes
    ----------
    verdict : {"adopt", "pilot", "no"}
    reasons : tuple of Reason
        What speaks against it first.
    seconds_full, seconds_condensed, seconds_saved : float or None
        Of one retraining; scaled to ``training_minutes_today`` where that is given.
    hours_saved_month : float or None
    money_month, money_year : float or None
        Saved, in ``currency``.
    break_even_retrainings : int or None
        After which the time spent on condensing has come back; None if it never does.
    accuracy_lost_points : float or None
        Percentage points below the full data; negative if above.
    worst_class : str or None
        The class with the lowest recall when trained on the condensed set.
    worst_recall : float or None
        0..1.
    """

    verdict: DecisionVerdict
    reasons: tuple[Reason, ...]
    currency: Currency
    seconds_full: float | None
    seconds_condensed: float | None
    seconds_saved: float | None
    hours_saved_month: float | None
    money_month: float | None
    money_year: float | None
    break_even_retrainings: int | None
    accuracy_condensed: float
    accuracy_full: float | None
    accuracy_lost_points: float | None
    worst_class: str | None
    worst_recall: float | None

    def sentence(self, language: Language = "en") -> str:
        """The verdict in one sentence."""
        return text(f"roi.{self.verdict}", language)


def return_on_investment(report: TrialReport, costs: CostInputs) -> Decision:
    """Weigh a trial.

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
    times = _times(condensed, full, costs)
    saved = None if times is None else times[0] - times[1]
    hours = None if saved is None else saved * costs.retrainings_per_month / 3600
    money = None if hours is None else hours * costs.per_hour
    break_even = (
        math.ceil(report.condense_seconds / saved) if saved is not None and saved > 0 else None
    )
    lost = None if full is None else _points(full.accuracy_mean - condensed.accuracy_mean)
    against, doubts, good = _Arguments(report, costs, condensed, full).weigh(times, break_even)
    worst = condensed.worst
    return Decision(
        verdict="no" if against else "pilot" if doubts else "adopt",
        reasons=(*against, *doubts, *good),
        currency=costs.currency,
        seconds_full=None if times is None else times[0],
        seconds_condensed=None if times is None else times[1],
        seconds_saved=saved,
        hours_saved_month=hours,
        money_month=money,
        money_year=None if money is None else 12 * money,
        break_even_retrainings=break_even,
        accuracy_condensed=condensed.accuracy_mean,
        accuracy_full=None if full is None else full.accuracy_mean,
        accuracy_lost_points=lost,
        worst_class=None if worst is None else worst[0],
        worst_recall=None if worst is None else worst[1],
    )


class _Arguments:
    """Collects what speaks against, what leaves doubts, and what speaks for."""

    def __init__(
        self, report: TrialReport, costs: CostInputs, condensed: SetResult, full: SetResult | None
    ) -> None:
        self.report, self.costs, self.condensed, self.full = report, costs, condensed, full
        self.against: list[Reason] = []
        self.doubts: list[Reason] = []
        self.good: list[Reason] = []

    def weigh(
        self, times: tuple[float, float] | None, break_even: int | None
    ) -> tuple[list[Reason], list[Reason], list[Reason]]:
        self._baselines()
        self._time(times, break_even)
        self._accuracy()
        self._worst_class()
        self._certainty()
        return self.against, self.doubts, self.good

    def _baselines(self) -> None:
        found = [one for one in self.report.sets if one.name in BASELINES]
        if not found:
            self.doubts.append(Reason("roi.no_baseline"))
        for one in found:
            if as_good(one, self.condensed):
                params = {
                    "condensed": _percent(self.condensed.accuracy_mean),
                    "baseline": _percent(one.accuracy_mean),
                }
                self.against.append(Reason(f"roi.no_gain_{one.name}", params))
            else:
                gain = _percent(self.condensed.accuracy_mean - one.accuracy_mean)
                self.good.append(Reason(f"roi.gain_{one.name}", {"gain": gain}, good=True))

    def _time(self, times: tuple[float, float] | None, break_even: int | None) -> None:
        if times is None:
            self.doubts.append(Reason("roi.no_full"))
            return
        params = {"full": Seconds(times[0]), "condensed": Seconds(times[1])}
        if times[1] > _SHORTER * times[0]:
            self.against.append(Reason("roi.no_time_saved", params))
            return
        self.good.append(Reason("roi.time_saved", params, good=True))
        if break_even is None:
            return
        back = {"seconds": Seconds(self.report.condense_seconds), "count": f"{break_even:,}"}
        if break_even > 12 * self.costs.retrainings_per_month:
            self.doubts.append(Reason("roi.late_break_even", back))
        else:
            self.good.append(Reason("roi.break_even", back, good=True))

    def _accuracy(self) -> None:
        if self.full is None:
            return
        lost = _points(self.full.accuracy_mean - self.condensed.accuracy_mean)
        accepted = self.costs.accepted_loss_points
        if lost <= 0:
            self.good.append(Reason("roi.accuracy_gained", {"gain": f"{-lost:.1f}"}, good=True))
            return
        params = {"lost": f"{lost:.1f}", "accepted": f"{accepted:g}"}
        if lost <= accepted:
            self.good.append(Reason("roi.accuracy_kept", params, good=True))
        elif lost <= 2 * accepted:
            self.doubts.append(Reason("roi.accuracy_lost", params))
        else:
            self.against.append(Reason("roi.accuracy_lost", params))

    def _worst_class(self) -> None:
        """The class that loses most against the full data, if it loses much."""
        if self.full is None:
            return
        losses = {
            name: self.full.recall[name] - recall
            for name, recall in self.condensed.recall.items()
            if name in self.full.recall
        }
        if not losses:
            return
        name = max(losses, key=lambda one: losses[one])
        allowed = max(_WORST_CLASS_LOSS, 2 * self.costs.accepted_loss_points / 100)
        if losses[name] > allowed:
            params = {
                "name": name,
                "recall": _percent(self.condensed.recall[name]),
                "lost": _percent(losses[name]),
            }
            self.doubts.append(Reason("roi.worst_class", params))

    def _certainty(self) -> None:
        if self.full is not None and self.full.accuracy_mean < _WEAK:
            reached = _percent(self.full.accuracy_mean)
            self.doubts.append(Reason("roi.weak_model", {"full": reached}))
        if len(self.condensed.accuracies) < 2:
            self.doubts.append(Reason("roi.one_seed"))
        margin = self.condensed.margin
        if 100 * margin > max(2.5, self.costs.accepted_loss_points):
            params = {"count": self.report.test_images, "margin": _percent(margin)}
            self.doubts.append(Reason("roi.few_tests", params))


def as_good(baseline: SetResult, condensed: SetResult) -> bool:
    """Whether the baseline's interval of accuracy reaches the condensed set's."""
    low = condensed.accuracy_mean - condensed.margin
    return baseline.accuracy_mean + baseline.margin >= low


def duration(seconds: float, language: Language = "en") -> str:
    """A duration for people: seconds, minutes or hours with a sensible number of digits."""
    if abs(seconds) < 120:
        key, value = "time.seconds", seconds
    elif abs(seconds) < 7200:
        key, value = "time.minutes", seconds / 60
    else:
        key, value = "time.hours", seconds / 3600
    return text(key, language, value=f"{value:.1f}" if abs(value) < 10 else f"{value:,.0f}")


def _times(
    condensed: SetResult, full: SetResult | None, costs: CostInputs
) -> tuple[float, float] | None:
    """Seconds of a retraining on all data and on the condensed set."""
    if full is None or full.seconds <= 0:
        return None
    today = costs.training_minutes_today
    scale = 1.0 if today is None else 60 * today / full.seconds
    return full.seconds * scale, condensed.seconds * scale


def _points(share: float) -> float:
    # 0.93 - 0.88 is a trace more than 0.05 in binary; a limit must not turn on that.
    return round(100 * share, 6)


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"
