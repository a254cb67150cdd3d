"""The three curves of a run, thinned so that drawing them costs the same at any length."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

NAMES = ("content", "style", "diversity")
MOST_POINTS = 400
# Of the start: above, a curve is cut off rather than flattening the others.
_HIGHEST = 200.0
_HEADROOM = 1.05


class Curves:
    """Points by step, each in per cent of its start.

    Parameters
    ----------
    history : mapping of str to sequence of float, optional
        ``step`` and a sequence a curve, as a run keeps it.
    """

    def __init__(self, history: Mapping[str, Sequence[float]] | None = None) -> None:
        self.steps: list[float] = []
        self.lines: dict[str, list[float]] = {name: [] for name in NAMES}
        if history is not None:
            columns = [history.get(name, ()) for name in NAMES]
            for step, *values in zip(history.get("step", ()), *columns, strict=False):
                self.add(step, dict(zip(NAMES, values, strict=True)))

    def add(self, step: float, values: Mapping[str, float]) -> bool:
        """Add a point; False where it is no step further."""
        if (self.steps and step <= self.steps[-1]) or not values:
            return False
        self.steps.append(step)
        for name, line in self.lines.items():
            line.append(values.get(name, 0.0))
        if len(self.steps) > MOST_POINTS:
            self._thin()
        return True

    @property
    def top(self) -> float:
        """The upper end of the axis that shows the curves well."""
        highest = max((value for line in self.lines.values() for value in line), default=100.0)
        return min(_HIGHEST, max(100.0, highest)) * _HEADROOM

    def last(self, name: str) -> float | None:
        """The newest value of a curve."""
        line = self.lines[name]
        return line[-1] if line else None

    def _thin(self) -> None:
        """Drop every other point, keeping the newest."""
        self.steps = self.steps[::-1][::2][::-1]
        self.lines = {name: line[::-1][::2][::-1] for name, line in self.lines.items()}
