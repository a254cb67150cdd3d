"""What a screen reader is told of a window, and where the keyboard goes in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QElapsedTimer, QEventLoop, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

from gui.pages.trial_parts.plain_table import PlainTable
from gui.pages.trial_parts.set_table import SetTable
from gui.tour.callout import Callout
from gui.widgets.layout import Card
from gui.widgets.strip import StatusStrip

_CONTROLS = (
    QAbstractButton,
    QComboBox,
    QAbstractSpinBox,
    QLineEdit,
    QAbstractSlider,
    QAbstractItemView,
    QTextEdit,
    QPlainTextEdit,
    QTabBar,
    pg.PlotWidget,
)
# Parts of another control, which speaks for them.
_INSIDE = (QAbstractSpinBox, QComboBox, QLineEdit, QTabBar, QAbstractItemView)
_GROUPS = (Card, QDialog, Callout, StatusStrip)
_MOST_MS = 5000
_NO_ROLE = (QAccessible.Role.NoRole, QAccessible.Role.Client)


def speechless(root: QWidget) -> Iterator[str]:
    """Visible controls and painted widgets that lack a name, a description or a role."""
    for one in _visible(root):
        painted = _painted(one)
        if not painted and not _control(one):
            continue
        interface = QAccessible.queryAccessibleInterface(one)
        lacks = [
            word
            for word, there in (
                ("name", interface.text(QAccessible.Text.Name)),
                # What a painted part that takes no keys is about, its name says.
                # Nor does Qt tell that of a tab bar.
                (
                    "description",
                    interface.text(QAccessible.Text.Description)
                    or not _control(one)
                    or isinstance(one, QTabBar),
                ),
                ("role", painted or interface.role() not in _NO_ROLE),
            )
            if not there
        ]
        if lacks:
            yield f"{_called(one)} lacks {', '.join(lacks)}"


def unexplained(root: QWidget) -> Iterator[str]:
    """Columns of tables of figures without a bubble that says what they measure."""
    for table in _visible(root):
        if type(table) not in (PlainTable, SetTable):
            continue
        header = table.horizontalHeader()
        for place in range(header.count()):
            across, tip = Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole
            if not header.model().headerData(place, across, tip):
                words = header.model().headerData(place, across)
                yield f"column “{words}” of {_called(table)} has no bubble"


def unseen_focus(root: QWidget, known: set[QWidget]) -> Iterator[str]:
    """Controls that look the same with the keyboard's focus as without it; each is tried once."""
    window = root.window()
    window.activateWindow()
    clock = QElapsedTimer()
    clock.start()
    while not window.isActiveWindow() and clock.elapsed() < _MOST_MS:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    for one in _visible(root):
        if one in known or not _by_tab(one):
            continue
        known.add(one)
        before = QApplication.focusWidget()
        if before is not None:
            before.clearFocus()
        without = one.grab().toImage()
        one.setFocus(Qt.FocusReason.TabFocusReason)
        # As the key itself sets it: styles show the focus to those who use the keyboard.
        window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if not one.hasFocus():
            yield f"{_called(one)} does not take the focus"
        elif one.grab().toImage() == without:
            yield f"{_called(one)} does not show the focus"
        one.clearFocus()


def tab_jumps(root: QWidget) -> Iterator[str]:
    """Neighbours in the order of Tab where the second stands above the first, within a card; and
    tables that Tab goes through cell by cell, and never leaves.
    """
    for one in _visible(root):
        if isinstance(one, QAbstractItemView) and _by_tab(one) and one.tabKeyNavigation():
            yield f"{_called(one)} keeps Tab"
    for first, second in _steps(root):
        if _group(first) is not _group(second):
            continue
        # Both as they stand once the second has been brought into view.
        here, there = _place(first, root), _place(second, root)
        if there.bottom() < here.top() and there.left() <= here.right():
            yield f"Tab goes up from {_called(first)} to {_called(second)}"


def _visible(root: QWidget) -> list[QWidget]:
    found = (root, *root.findChildren(QWidget))
    return [one for one in found if one.isVisible() and one.window() is root.window()]


def _control(one: QWidget) -> bool:
    if not isinstance(one, _CONTROLS) or isinstance(one, QHeaderView | QScrollBar):
        return False
    above = one.parentWidget()
    return not any(isinstance(part, _INSIDE) for part in _above(above))


def _above(one: QWidget | None) -> Iterator[QWidget]:
    while one is not None and not one.isWindow():
        yield one
        one = one.parentWidget()


def _painted(one: QWidget) -> bool:
    """Whether we paint it ourselves, and it is more than a label or a frame."""
    if isinstance(one, QLabel | QAbstractButton):
        return False
    return any(
        kind.__module__.startswith("gui.") and "paintEvent" in vars(kind)
        for kind in type(one).mro()
    )


def _by_tab(one: QWidget) -> bool:
    tab = Qt.FocusPolicy.TabFocus.value
    if not one.isEnabled() or not one.focusPolicy().value & tab or one.focusProxy() is not None:
        return False
    return not any(isinstance(part, _INSIDE) for part in _above(one.parentWidget()))


def _steps(root: QWidget) -> Iterator[tuple[QWidget, QWidget]]:
    """From where to where Tab goes, once around."""
    seen: list[QWidget] = []
    at: QWidget = root.window()
    while at.focusNextChild():
        now = QApplication.focusWidget()
        if now is None or now in seen:
            return
        if seen:
            yield at, now
        seen.append(now)
        at = now


def _group(one: QWidget) -> QWidget | None:
    return next(
        (part for part in _above(one) if isinstance(part, Card | QDialog | Callout | StatusStrip)),
        None,
    )


def _place(one: QWidget, root: QWidget) -> QRect:
    return QRect(one.mapTo(root.window(), QPoint()), one.size())


def _called(one: Any) -> str:
    words = one.accessibleName() or (str(one.text()) if hasattr(one, "text") else "")
    inside = next((type(part).__name__ for part in _above(one.parentWidget())), "")
    owner = next(
        (type(p).__name__ for p in _above(one.parentWidget()) if type(p).__module__[:4] == "gui."),
        inside,
    )
    return f"{type(one).__name__} “{words[:60]}” in {owner}"
