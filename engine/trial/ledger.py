"""The money of a decision: sums that can be checked by hand, and where they turn."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

MONTHS = 12


@dataclass(frozen=True)
class Ledger:
    """Everything the money depends on, as plain numbers; amounts in one currency.

    Attributes
    ----------
    retrainings : float
        A month.
    hours_saved, kwh_saved : float
        By one training as measured; negative if the condensed set takes more.
    scale : float
        One training on all data today, over what the trial measured.
    computer, engineer : float
        An hour.
    waits : float
        Share of a training for which the engineer waits, 0..1.
    electricity : float
        A kWh.
    condense_hours, condense_kwh, handling_hours : float
        Of one condensing: computer, its energy, people.
    condensings : float
        A year.
    defects, sound : float
        Parts a month of critical classes and of the others.
    missed_more, alarms_more : float
        Share of them missed or alarmed beyond what the full data's model does, -1..1.
    missed_margin, alarms_margin : float
        Half-widths of the intervals of both.
    missed_cost, alarm_cost : float
        Of one.
    """

    retrainings: float
    hours_saved: float
    kwh_saved: float = 0.0
    scale: float = 1.0
    computer: float = 0.0
    engineer: float = 0.0
    waits: float = 0.0
    electricity: float = 0.0
    condense_hours: float = 0.0
    condense_kwh: float = 0.0
    handling_hours: float = 0.0
    condensings: float = 1.0
    defects: float = 0.0
    sound: float = 0.0
    missed_more: float = 0.0
    alarms_more: float = 0.0
    missed_margin: float = 0.0
    alarms_margin: float = 0.0
    missed_cost: float = 0.0
    alarm_cost: float = 0.0

    @property
    def saved_each(self) -> float:
        """By one retraining."""
        hour = self.computer + self.waits * self.engineer
        return self.scale * (self.hours_saved * hour + self.kwh_saved * self.electricity)

    @property
    def saved_month(self) -> float:
        """By all retrainings of a month, before what is to be paid."""
        return self.retrainings * self.saved_each

    @property
    def condensing(self) -> float:
        """Cost of one condensing: the computer's time and energy, and people's time."""
        return (
            self.condense_hours * self.computer
            + self.condense_kwh * self.electricity
            + self.handling_hours * self.engineer
        )

    @property
    def lost_month(self) -> float:
        """Expected cost of what is missed or alarmed beyond the full data's model; may be < 0."""
        missed = self.defects * self.missed_more * self.missed_cost
        return missed + self.sound * self.alarms_more * self.alarm_cost

    @property
    def lost_margin(self) -> float:
        """Half-width of the interval of :attr:`lost_month`; both errors added as squares."""
        return math.hypot(
            self.defects * self.missed_margin * self.missed_cost,
            self.sound * self.alarms_margin * self.alarm_cost,
        )

    @property
    def net_year(self) -> float:
        """Saved, less condensing and expected losses."""
        return MONTHS * (self.saved_month - self.lost_month) - self.condensings * self.condensing

    @property
    def break_even(self) -> int | None:
        """Retrainings after which one condensing has come back; None if it never does."""
        if self.saved_each <= 0:
            return None
        return math.ceil(round(self.condensing / self.saved_each, 9))

    @property
    def break_even_months(self) -> float | None:
        """The same in months; infinite without retrainings."""
        if self.saved_each <= 0:
            return None
        return self.condensing / self.saved_month if self.retrainings else math.inf

    def turning_point(self, name: str) -> tuple[float, bool] | None:
        """Where a number, changed alone, brings :attr:`net_year` to 0.

        Every number enters linearly, so two values give the line exactly.

        Returns
        -------
        (float, bool) or None
            The value, and whether the net grows with it; None where it changes nothing.
        """
        start = replace(self, **{name: 0.0}).net_year
        slope = replace(self, **{name: 1.0}).net_year - start
        return (-start / slope, slope > 0) if slope else None
