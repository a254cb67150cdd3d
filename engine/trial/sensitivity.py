"""What would have to be true for it not to pay, each input changed alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from engine.data.cost_inputs import Currency
from engine.runtime.messages import Language, text
from engine.trial.amounts import duration, few_digits, money
from engine.trial.ledger import Ledger

_HOUR = 3600


@dataclass(frozen=True)
class Turn:
    """Where one input alone turns the net saving.

    Attributes
    ----------
    name : str
        Of the number in :class:`Ledger`.
    value, now : float
        Where the net saving is nil, and what it is now; in the ledger's unit.
    pays : bool
        Whether it pays now.
    """

    name: str
    value: float
    now: float
    pays: bool
    currency: Currency
    full_seconds: float

    def sentence(self, language: Language = "en") -> str:
        """``With fewer than 3.2 retrainings a month it would no longer pay (now 20).``"""
        key = f"turn.{self.name}" if self.pays else f"turn.{self.name}_needed"
        return text(
            key,
            language,
            value=self._word(self.value, language),
            now=self._word(self.now, language),
        )

    def _word(self, value: float, language: Language) -> str:
        words: Mapping[str, Callable[[], str]] = {
            "computer": lambda: money(value, self.currency, language),
            "alarm_cost": lambda: money(value, self.currency, language),
            "missed_cost": lambda: money(value, self.currency, language),
            "scale": lambda: duration(value * self.full_seconds, language),
            "condense_hours": lambda: duration(value * _HOUR, language),
            "handling_hours": lambda: duration(value * _HOUR, language),
            "alarms_more": lambda: few_digits(100 * value),
            "missed_more": lambda: few_digits(100 * value),
        }
        return words.get(self.name, lambda: few_digits(value))()


@dataclass(frozen=True)
class _Question:
    """An input worth asking for: how the net goes with it, and the values that can be."""

    name: str
    grows: bool
    most: float = 1e9


_QUESTIONS = (
    _Question("retrainings", grows=True, most=100_000),
    _Question("scale", grows=True),
    _Question("computer", grows=True, most=1e7),
    _Question("missed_more", grows=False, most=1.0),
    _Question("missed_cost", grows=False),
    _Question("alarms_more", grows=False, most=1.0),
    _Question("alarm_cost", grows=False),
    _Question("condense_hours", grows=False, most=1e5),
    _Question("handling_hours", grows=False, most=1e5),
    _Question("condensings", grows=False, most=100_000),
)


def turns(ledger: Ledger, *, currency: Currency, full_seconds: float) -> tuple[Turn, ...]:
    """Every input that alone could turn the net saving, the nearest to today's value first.

    Parameters
    ----------
    full_seconds : float
        One training on all data as the trial measured it.
    """
    pays = ledger.net_year > 0
    found = [
        Turn(one.name, turned[0], float(getattr(ledger, one.name)), pays, currency, full_seconds)
        for one in _QUESTIONS
        if (turned := ledger.turning_point(one.name)) is not None
        and turned[1] == one.grows
        and 0 <= turned[0] <= one.most
    ]
    return tuple(sorted(found, key=_distance))


def _distance(turn: Turn) -> float:
    """Relative: halving one input is as far as halving another."""
    scale = max(abs(turn.value), abs(turn.now))
    return abs(turn.value - turn.now) / scale if scale else 0.0
