"""Accuracy of each set over the course of a training."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from gui.theme import colours
from gui.widgets.chart import LineChart

Points = Mapping[str, Sequence[tuple[float, float]]]

# A mark of its own for each set, so that lines are told apart without colour.
_SYMBOLS = {
    "condensed": "o",
    "random": "t1",
    "kmeans": "s",
    "full": "d",
    "herding": "x",
    "kcenter": "star",
    "packed": "t",
}


class LearningCurves(LineChart):
    """A line a set: accuracy in per cent over the share of the training in per cent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(list(_SYMBOLS), parent)
        self._words: dict[str, str] = {}
        self._axes = ("", "")
        self._shown: list[str] = []
        # Accuracy grows: the lower right corner stays free.
        self._legend.anchor(itemPos=(1, 1), parentPos=(1, 1), offset=(-10, -10))
        self.setXRange(0, 100, padding=0.02)
        self.setYRange(0, 100, padding=0.02)

    def set_words(self, *, bottom: str, left: str, names: dict[str, str]) -> None:
        """Texts of the axes, and the words for the sets."""
        self._axes, self._words = (bottom, left), names
        self._label()

    def show_points(self, points: Points) -> None:
        """Replace the lines; sets that are not named are neither drawn nor in the legend."""
        for name in _SYMBOLS:
            line = sorted(points.get(name, ()))
            self.set_line(name, [x for x, _ in line], [y for _, y in line])
        if list(points) != self._shown:
            self._shown = list(points)
            self._label()

    def line(self, name: str) -> list[tuple[float, float]]:
        """The points of a set as drawn."""
        x, y = self._lines[name].getData()
        return [] if x is None else list(zip(x.tolist(), y.tolist(), strict=True))

    def _label(self) -> None:
        self.set_texts(
            bottom=self._axes[0],
            left=self._axes[1],
            names={name: self._words.get(name, name) for name in self._shown},
        )

    def _draw(self) -> None:
        super()._draw()
        for name, line in self._lines.items():
            colour = line.opts["pen"].color()
            line.setSymbol(_SYMBOLS[name])
            line.setSymbolSize(8)
            line.setSymbolBrush(colour)
            line.setSymbolPen(colours().surface)
