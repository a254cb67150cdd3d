"""A painted chart is a chart to a screen reader, which is told its figures as they change."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from gui.widgets.bars import Bar, BarColumn, BarRow, Bars
from gui.widgets.chart import LineChart
from gui.widgets.dumbbells import Dumbbell, Dumbbells
from gui.widgets.histogram import HistogramChart
from gui.widgets.interval import Interval
from gui.widgets.learning_curves import LearningCurves
from gui.widgets.scatter import Scatter
from gui.widgets.spoken import speak_kinds


def told(one: QWidget) -> tuple[QAccessible.Role, str]:
    interface = QAccessible.queryAccessibleInterface(one)
    return interface.role(), interface.text(QAccessible.Text.Description)


@pytest.fixture(autouse=True, scope="module")
def spoken(qapp):
    speak_kinds()


@pytest.mark.parametrize(
    "make", [Bars, Dumbbells, HistogramChart, Interval, LearningCurves, Scatter, lambda: QWidget()]
)
def test_a_chart_has_the_role_of_one_and_goes_without_a_trace(make, qtbot):
    one = make()
    chart = QAccessible.Role.Chart
    assert (told(one)[0] == chart) == (type(one) is not QWidget)
    one.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    del one
    gc.collect()
    kept = make()
    qtbot.addWidget(kept)
    gc.collect()
    assert (told(kept)[0] == chart) == (type(kept) is not QWidget)


def test_lines_are_told_by_their_ends_as_they_grow(qtbot):
    chart = LineChart(["content", "style"])
    qtbot.addWidget(chart)
    chart.set_texts(bottom="Step", left="Gap", names={"content": "Content", "style": "Style"})
    chart.describe("Gaps by step.")
    assert told(chart)[1] == "Gaps by step."
    chart.set_line("content", [0, 1, 2], [100, 60.04, 32.5])
    assert told(chart)[1] == "Gaps by step. Content: from 100.0 to 32.5."
    chart.clear_lines()
    assert told(chart)[1] == "Gaps by step."


def test_rows_are_told_one_by_one(qtbot):
    bars, dumbbells = Bars(), Dumbbells()
    for one in (bars, dumbbells):
        qtbot.addWidget(one)
    row = BarRow(0, "bolt", [Bar(0.2, "0.20")], "bolt: content gap 0.20")
    bars.show_rows([BarColumn("Content", "content", 1.0)], [row])
    dumbbells.show_rows([Dumbbell("bolt", 80.0, 90.0, "90 → 80 %", "bolt: 80 %, before 90 %")])
    assert told(bars)[1] == "bolt: content gap 0.20"
    assert told(dumbbells)[1] == "bolt: 80 %, before 90 %"
