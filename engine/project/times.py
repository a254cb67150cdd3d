"""The time as records tell it."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """The time with its zone, to the second, ISO 8601."""
    return datetime.now(UTC).astimezone().isoformat(timespec="seconds")
