"""Precision over recall of two sets, with the threshold that was chosen for each."""

from __future__ import annotations

from typing import cast

from pyqtgraph import PlotDataItem
from PySide6.QtWidgets import QWidget

from engine.trial.results import SetName
from engine.trial.two_class import TwoClassView
from gui.theme import colours
from gui.widgets.chart import LineChart

SHOWN: tuple[SetName, ...] = ("condensed", "full")
_SYMBOLS = {"condensed": "o", "full": "d"}
_SIZE = 14
_HEIGHT = 300


class TwoClassChart(LineChart):
    """A line a set, in per cent; a mark on it stands at the chosen threshold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(SHOWN, parent, legend_at=(10, -10))
        self._marks = {name: self.plot([], []) for name in SHOWN}
        self.setFixedHeight(_HEIGHT)
        self.setXRange(0, 100, padding=0.03)
        self.setYRange(0, 100, padding=0.03)
        self._draw()

    def show_view(self, view: TwoClassView) -> None:
        """Draw the sets that took part."""
        self.clear_lines()
        for name in SHOWN:
            one = view.find(name)
            curve = None if one is None else one.curve
            recall, precision = ([], []) if curve is None else (curve.recall, curve.precision)
            self.set_line(name, [100 * x for x in recall], [100 * y for y in precision])
            chosen = None if one is None else one.chosen
            place = [] if chosen is None else [chosen]
            self._marks[name].setData([100 * x for x, _ in place], [100 * y for _, y in place])
            self._marks[name].setSymbol(_SYMBOLS[name] if place else None)
        self._draw()

    def _sample(self, name: str) -> PlotDataItem:
        """The line with its mark; a line of one point shows the mark alone in the chart."""
        return self._marks[cast(SetName, name)]

    def chosen(self, name: SetName) -> tuple[float, float] | None:
        """Where the mark of a set stands, in per cent."""
        x, y = self._marks[name].getData()
        return None if x is None or not len(x) else (float(x[0]), float(y[0]))

    def _draw(self) -> None:
        super()._draw()
        for name, mark in getattr(self, "_marks", {}).items():
            mark.setPen(self._lines[name].opts["pen"])
            mark.setSymbolSize(_SIZE)
            mark.setSymbolBrush(self._lines[name].opts["pen"].color())
            mark.setSymbolPen(colours().surface)
