"""Amounts and durations for people, in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from engine.data.cost_inputs import Currency
from engine.runtime.messages import Language, text

_SIGNS: dict[Currency, str] = {"JPY": "¥", "EUR": "€", "USD": "$"}
_CENTS_BELOW = 1000


@dataclass(frozen=True)
class Seconds:
    """A duration, worded when its sentence is."""

    seconds: float


@dataclass(frozen=True)
class Named:
    """Something with a name of its own in each language, by its key in the catalogue."""

    key: str


@dataclass(frozen=True)
class Money:
    """An amount, worded when its sentence is."""

    amount: float
    currency: Currency


def money(amount: float, currency: Currency, language: Language = "en") -> str:
    """An amount as it is written: ``¥12,300``, ``12,300 円``, ``€3.20``, ``−$1,234``.

    Yen have no decimals; euros and dollars have two below a thousand unless they are whole.
    """
    digits = 0 if currency == "JPY" or abs(amount) >= _CENTS_BELOW else 2
    rounded = round(abs(amount), digits)
    if rounded == int(rounded):
        digits = 0
    sign = "−" if amount < 0 and rounded else ""
    if currency == "JPY" and language == "ja":
        return f"{sign}{rounded:,.0f} 円"
    return f"{sign}{_SIGNS[currency]}{rounded:,.{digits}f}"


def duration(seconds: float, language: Language = "en") -> str:
    """A duration for people: seconds, minutes or hours with a sensible number of digits."""
    if abs(seconds) < 120:
        key, value = "time.seconds", seconds
    elif abs(seconds) < 7200:
        key, value = "time.minutes", seconds / 60
    else:
        key, value = "time.hours", seconds / 3600
    return text(key, language, value=f"{value:.1f}" if abs(value) < 10 else f"{value:,.0f}")


def few_digits(value: float) -> str:
    """Three digits that matter: ``0.042``, ``3.2``, ``18.5``, ``1,240``."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    shown = f"{value:.1f}" if abs(value) >= 1 else f"{value:.2g}"
    return shown.removesuffix(".0")


def size(count: int, language: Language = "en") -> str:
    """Bytes as kB or MB."""
    if count < 1_000_000:
        return text("report.kilobytes", language, value=f"{count / 1000:,.1f}")
    return text("report.megabytes", language, value=f"{count / 1e6:,.1f}")
