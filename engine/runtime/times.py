"""The time as records tell it."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """The time with its zone, to the second, ISO 8601."""
    return datetime.now(UTC).astimezone().isoformat(timespec="seconds")


def moment() -> str:
    """The time in UTC, to the millisecond, ISO 8601: what is later sorts after as text."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def seconds_between(begun: str, ended: str) -> float | None:
    """Seconds from one time to another, at least 0; None where one of them is none."""
    try:
        taken = datetime.fromisoformat(ended) - datetime.fromisoformat(begun)
    except (ValueError, TypeError):
        return None
    return max(0.0, taken.total_seconds())
