"""The curve over images per class: accuracy, its margin, random real samples, all real samples."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QWidget

from engine.trial.ipc_curve import CurvePoint, IpcCurve
from gui.language import TranslatedWidget, clock, number, percent
from gui.pages.trial_parts.plain_table import PlainTable
from gui.pages.trial_parts.words import MODELS, accuracy_text, set_title
from gui.theme import colours
from gui.widgets.chart import LineChart
from gui.widgets.layout import Card, column, label

_HEIGHT = 280
_SYMBOLS = {"condensed": "o", "random": "t1", "full": "d"}


class IpcChart(LineChart):
    """Accuracy in per cent over images per class on a logarithmic scale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(list(_SYMBOLS), parent)
        self._margins = pg.ErrorBarItem(x=np.zeros(0), y=np.zeros(0))
        self.addItem(self._margins)
        self._legend.anchor(itemPos=(1, 1), parentPos=(1, 1), offset=(-10, -10))
        self.setYRange(0, 100, padding=0.04)

    def show_curve(self, curve: IpcCurve) -> None:
        """Replace the lines."""
        points = curve.points
        places = [math.log10(one.ipc) for one in points]
        self.set_line("condensed", places, [100 * one.accuracy for one in points])
        beside = [
            (x, 100 * one.random)
            for x, one in zip(places, points, strict=True)
            if one.random is not None
        ]
        self.set_line("random", [x for x, _ in beside], [y for _, y in beside])
        full = curve.full
        ends = [] if full is None else [places[0], places[-1]]
        self.set_line("full", ends, [100 * (full or 0.0)] * len(ends))
        accuracy = np.array([100 * one.accuracy for one in points])
        margin = np.array([100 * one.margin for one in points])
        self._margins.setData(
            x=np.array(places),
            y=accuracy,
            top=np.minimum(margin, 100 - accuracy),
            bottom=np.minimum(margin, accuracy),
            beam=0.02,
        )
        ticks = [(x, number(one.ipc)) for x, one in zip(places, points, strict=True)]
        self.getAxis("bottom").setTicks([ticks])
        self.setXRange(places[0], places[-1], padding=0.06)

    def line(self, name: str) -> list[tuple[float, float]]:
        """The points of a line as drawn: images per class, per cent."""
        x, y = self._lines[name].getData()
        return [] if x is None else [(round(10**a), b) for a, b in zip(x, y, strict=True)]

    def _draw(self) -> None:
        super()._draw()
        for name, line in self._lines.items():
            colour = line.opts["pen"].color()
            line.setSymbol(_SYMBOLS[name])
            line.setSymbolSize(8)
            line.setSymbolBrush(colour)
            line.setSymbolPen(colours().surface)
        if hasattr(self, "_margins"):
            pen = self._lines["condensed"].opts["pen"]
            self._margins.setData(pen=pg.mkPen(pen.color(), width=1.5))


class CurveCard(TranslatedWidget):
    """Not there while there is no curve."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.curve: IpcCurve | None = None
        self.heading, self.about = label("heading"), label("muted", wrap=True)
        self.chart, self.table = IpcChart(), PlainTable()
        self.chart.setFixedHeight(_HEIGHT)
        card = Card()
        for part in (self.heading, self.about, self.chart, self.table):
            card.body.addWidget(part)
        self.setLayout(column(card))
        self.hide()
        self.bind(self._say)

    def show_curve(self, curve: IpcCurve | None) -> None:
        """Show a curve of at least two points, or none."""
        self.curve = curve
        self.setVisible(curve is not None)
        self._say()

    def _say(self) -> None:
        curve = self.curve
        self.heading.setText(self.tr("Accuracy over images per class"))
        self.chart.setAccessibleName(self.heading.text())
        self.table.setAccessibleName(self.tr("Points of the curve"))
        self.chart.set_texts(
            bottom=self.tr("Images per class (logarithmic)"),
            left=self.tr("Accuracy (%)"),
            names={name: set_title(name) for name in _SYMBOLS},
        )
        if curve is None:
            return
        self.about.setText(
            self.tr(
                "Runs that differ in images per class alone, tried with {model} by the same rule. "
                "Bars are the margin of error."
            ).format(model=MODELS[curve.model])
        )
        self.chart.describe(self.about.text())
        self.chart.show_curve(curve)
        heads = [
            self.tr("Images per class"),
            self.tr("Accuracy"),
            self.tr("Margin"),
            set_title("random"),
            self.tr("Condensing"),
            self.tr("Trainings a set"),
        ]
        self.table.show_cells(heads, [_cells(one) for one in curve.points])


def _cells(one: CurvePoint) -> Sequence[str]:
    return [
        number(one.ipc),
        accuracy_text(one.accuracy, 0.0, seeds=1),
        f"± {number(100 * one.margin, 1)}",
        "–" if one.random is None else percent(one.random),
        clock(one.condense_seconds),
        number(one.seeds),
    ]
