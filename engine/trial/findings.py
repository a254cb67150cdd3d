"""A sentence of a verdict."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """A sentence, and whether it speaks for condensing; None where it takes no side."""

    sentence: str
    good: bool | None = None
