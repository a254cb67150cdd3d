"""Charts of a detector: precision over recall, and scores with their threshold."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from engine.trial.anomaly_recipe import NORMAL_SETS
from engine.trial.anomaly_report import AnomalyReport, AnomalyResult
from engine.trial.anomaly_words import set_words
from gui.language import TranslatedWidget, current, number
from gui.theme import colours
from gui.widgets.chart import LineChart
from gui.widgets.histogram import HistogramChart
from gui.widgets.layout import column, label

_BINS = 24
_HEIGHT = 300


class PrecisionCurves(TranslatedWidget):
    """A line for each normal set, in per cent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = LineChart(NORMAL_SETS, legend_at=(10, -10))
        self.chart.setFixedHeight(_HEIGHT)
        self.chart.setXRange(0, 100, padding=0.04)
        self.chart.setYRange(0, 100, padding=0.04)
        self.setLayout(column(self.chart))
        self.bind(self._say)

    def _say(self) -> None:
        self.chart.setAccessibleName(self.tr("Precision over recall"))
        self.chart.describe(self.tr("A line for each set"))
        self.chart.set_texts(
            bottom=self.tr("Recall: defects found, %"),
            left=self.tr("Precision: alarms that are right, %"),
            names={name: set_words(name, current()) for name in NORMAL_SETS},
        )

    def show_report(self, report: AnomalyReport) -> None:
        """Draw the sets of a comparison."""
        self.chart.clear_lines()
        for one in report.sets:
            recall = [100 * value for value in one.recall]
            self.chart.set_line(one.name, recall, [100 * value for value in one.precision])


class ScoreHistogram(TranslatedWidget):
    """Normal test pictures as an area, defects as a line, the threshold upright."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[AnomalyReport, AnomalyResult] | None = None
        self.chart = HistogramChart()
        self.threshold = pg.InfiniteLine(angle=90)
        self.chart.addItem(self.threshold)
        self.words = label("muted", wrap=True)
        self.setLayout(column(self.chart, self.words))
        self.bind(self._say)

    def show_scores(self, report: AnomalyReport, one: AnomalyResult) -> None:
        """Draw the scores of a set's detector."""
        self._shown = report, one
        scores, labels = np.array(one.scores), np.array(report.labels)
        normal = labels == report.class_names.index(report.normal)
        low, high = min(scores.min(), one.thresholds[0]), max(scores.max(), one.thresholds[0])
        edges = np.linspace(low, max(high, low + 1e-9), _BINS + 1)
        sides = [np.histogram(scores[side], edges)[0] for side in (normal, ~normal)]
        shares = [(side / max(1, side.sum())).tolist() for side in sides]
        self.chart.show_shares(edges.tolist(), *shares)
        self.threshold.setValue(one.thresholds[0])
        self._say()

    def _say(self) -> None:
        self.threshold.setPen(pg.mkPen(colours().text, width=2, style=Qt.PenStyle.DashLine))
        if self._shown is None:
            return
        words = self.tr(
            "Area: normal test pictures. Line: defects. Dashed: threshold {threshold}, "
            "above which a picture is called defective."
        ).format(threshold=number(self._shown[1].thresholds[0], 3))
        self.words.setText(words)
        self.chart.setAccessibleName(self.tr("Anomaly scores"))
        self.chart.setAccessibleDescription(words)
