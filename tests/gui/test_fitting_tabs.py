"""Tabs in a page that scrolls, and marks in a list: what only shows once they are on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from gui.pages.decide_parts.class_marks import ClassMarks
from gui.theme import Theme, colours
from gui.widgets.fitting_tabs import FittingTabs
from gui.widgets.layout import column, holder, label, scrolled


@pytest.fixture
def dark(qtbot):
    theme = Theme(QApplication.instance())
    theme.use("dark")
    yield
    theme.use("light")


def test_a_high_tab_pushes_nothing_away_while_a_low_one_is_shown(qtbot):
    tabs, below = FittingTabs(), label()
    low, high = QWidget(), QWidget()
    low.setMinimumHeight(80)
    high.setMinimumHeight(900)
    for tab in (low, high):
        tabs.addTab(tab, "a tab")
    area = scrolled(holder(column(tabs, below, None)))
    qtbot.addWidget(area)
    area.resize(400, 300)
    area.show()
    assert below.geometry().top() < 200
    assert area.verticalScrollBar().maximum() == 0
    tabs.setCurrentWidget(high)
    qtbot.waitUntil(lambda: below.geometry().top() > 900, timeout=2000)
    tabs.setCurrentWidget(low)
    qtbot.waitUntil(lambda: below.geometry().top() < 200, timeout=2000)


def test_marks_stand_out_in_the_dark(dark, qtbot):
    marks = ClassMarks()
    qtbot.addWidget(marks)
    marks.show_classes(["burnt", "good"])
    marks.show()
    frame = marks.palette().color(QPalette.ColorRole.Window).name()
    assert frame == colours().muted
