"""A line chart in the theme's colours, drawn by Qt, so that Japanese letters show."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QWidget

from gui.language import number
from gui.theme import colours
from gui.widgets.spoken import CHART

# Lines differ in dash as well as in colour.
_DASHES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine,
)


class LineChart(pg.PlotWidget):
    """Named lines over a common axis.

    Parameters
    ----------
    series : sequence of str
        Names of the lines; colours are those of the theme of the same name where there is
        one (``content``, ``style``, ``diversity``), else in turn.
    legend_at : tuple of int
        Distance of the legend from the edges; negative: from the right, from the bottom.
    """

    spoken_as = CHART

    def __init__(
        self,
        series: Sequence[str],
        parent: QWidget | None = None,
        *,
        legend_at: tuple[int, int] = (-10, 10),
    ) -> None:
        super().__init__(parent, enableMenu=False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # there is nothing to do in it
        self._names = list(series)
        self._called: dict[str, str] = {}
        self._about: str | None = None
        self._axis_texts = ("", "")
        self.setMouseEnabled(x=False, y=False)
        self.hideButtons()
        for side in ("bottom", "left"):
            # Per cent and steps know no thousandths: "(x0.001)" beside a name would be nonsense.
            self.getAxis(side).enableAutoSIPrefix(False)
        self.showGrid(x=False, y=True, alpha=0.2)
        self._legend = self.addLegend(offset=legend_at)
        self._lines = {name: self.plot([], []) for name in self._names}
        self._draw()

    def set_texts(self, *, bottom: str, left: str, names: dict[str, str]) -> None:
        """Texts of the axes; of the legend by series, which leaves those out that have none."""
        self._axis_texts, self._called = (bottom, left), names
        self._legend.clear()
        for name in self._names:
            if name in names:
                self._legend.addItem(self._sample(name), names[name])
        self._draw()
        self._tell()

    def describe(self, about: str = "") -> None:
        """What is told of it in words, followed by where each of its lines begins and ends."""
        self._about = about
        self._tell()

    def _tell(self) -> None:
        if self._about is None:  # who shows it says it all
            return
        told, translate = [self._about] if self._about else [], QCoreApplication.translate
        for name in self._names:
            _, y = self._lines[name].getData()
            if y is not None and len(y) and name in self._called:
                words = translate("LineChart", "{name}: from {first} to {last}.")
                first, last = (number(float(y[place]), 1) for place in (0, -1))
                told.append(words.format(name=self._called[name], first=first, last=last))
        self.setAccessibleDescription(" ".join(told))

    def _sample(self, name: str) -> pg.PlotDataItem:
        """What stands for a line in the legend."""
        return self._lines[name]

    def set_line(self, name: str, x: Sequence[float], y: Sequence[float]) -> None:
        """Replace a line's points."""
        self._lines[name].setData(list(x), list(y))
        self._tell()

    def clear_lines(self) -> None:
        """Empty all lines."""
        for line in self._lines.values():
            line.setData([], [])
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_lines"):
            self._draw()

    def _draw(self) -> None:
        c = colours()
        self.setBackground(c.surface)
        bottom, left = self._axis_texts
        for side, words in (("bottom", bottom), ("left", left)):
            axis = self.getAxis(side)
            axis.setPen(pg.mkPen(c.border))
            axis.setTextPen(pg.mkPen(c.muted))
            axis.setLabel(words, color=c.muted)
        self._legend.setLabelTextColor(c.text)
        for _, words in self._legend.items:
            words.setText(words.text)  # or it keeps the colour it was drawn with
        turn = [c.content, c.style, c.diversity, c.other, c.text, c.muted]
        for place, name in enumerate(self._names):
            colour = getattr(c, name, turn[place % len(turn)])
            pen: QPen = pg.mkPen(colour, width=2.5, style=_DASHES[place % len(_DASHES)])
            self._lines[name].setPen(pen)
