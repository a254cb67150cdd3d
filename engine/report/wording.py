"""Numbers as a reader expects them."""

from __future__ import annotations

from typing import Any

from engine.trial.amounts import money, size

__all__ = ["money", "plain", "points", "size"]


def plain(value: Any) -> str:
    """A recorded value without brackets and quotes: ``size: 64, colour: grey``.

    What is empty in a mapping says nothing and is left out.
    """
    if isinstance(value, dict):
        told = ((name, plain(one)) for name, one in value.items() if one is not None)
        return ", ".join(f"{name}: {one}" for name, one in told if one)
    if isinstance(value, list | tuple):
        return ", ".join(plain(one) for one in value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def points(value: float) -> str:
    """Percentage points with a sign, so that a gain and a loss cannot be mixed up."""
    shown = f"{abs(value):.1f}"
    if shown == "0.0":
        return shown
    return f"{'+' if value > 0 else '−'}{shown}"
