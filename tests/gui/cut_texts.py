"""Which texts of a window do not fit into the widgets that show them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from gui.widgets.elided import ElidedLabel
from gui.widgets.elided_button import ElidedButton

# Names cut on purpose, and said in full elsewhere; never words of our own. All but the painted ones
# must have a help bubble.
BY_DESIGN: tuple[tuple[str, str], ...] = (
    ("elided", "names of files and samples, of any length: the bubble says them in full"),
    ("elided_button", "remarks a person wrote: the bubble and the accessible name are whole"),
    ("path_sentence", "folders: cut in the middle, the bubble says them in full"),
    ("picture_strip", "file names below small pictures; the bubble says them"),
    ("sample_list", "file names below small pictures; the bubble says them"),
    ("class_table", "names of classes, of any length: the bubble says them in full"),
    ("bars", "names of classes, of any length: the bubble says the row in a sentence"),
    ("dumbbells", "names of classes, of any length: the bubble says the row in a sentence"),
    ("confusion", "names of classes at the edge of the matrix: the bubble says them in full"),
)
_SLACK = 1
_MOST_ROWS = 100


def cut_texts(root: QWidget) -> Iterator[str]:
    """What is cut among the visible widgets of a window, each with what it says."""
    for one in (root, *root.findChildren(QWidget)):
        if not one.isVisible() or one.window() is not root.window():
            continue
        told = _lacking(one)
        if told:
            yield f"{type(one).__name__} “{told}”"


def _lacking(one: QWidget) -> str:
    """The text that a widget has no room for; empty if it has."""
    for kind, look in _LOOKS:
        if isinstance(one, kind):
            found = look(one)
            words = found or (_words(one) if _words(one) and _clipped(one) else "")
            return words
    return ""


def _words(one: Any) -> str:
    return str(one.text()) if hasattr(one, "text") else ""


def _clipped(one: QWidget) -> bool:
    """Whether it reaches out of what holds it, where nobody could scroll to it."""
    inner, above = one.rect(), one.parentWidget()
    child: QWidget = one
    while above is not None and not child.isWindow():
        inner = QRect(child.mapToParent(inner.topLeft()), inner.size())
        area = above.parentWidget()
        scrolls = isinstance(area, QAbstractScrollArea) and area.viewport() is above
        across = inner.left() < -_SLACK or inner.right() > above.width() + _SLACK
        down = inner.top() < -_SLACK or inner.bottom() > above.height() + _SLACK
        if scrolls:
            assert isinstance(area, QAbstractScrollArea)
            off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            return across and area.horizontalScrollBarPolicy() == off
        if across or down:
            return True
        child, above = above, above.parentWidget()
    return False


def _label(one: QLabel) -> str:
    words = one.text()
    if not words or isinstance(one, ElidedLabel):
        return words if words and _elided(one) and not one.toolTip() else ""
    if one.wordWrap():
        if one.heightForWidth(one.width()) > one.height() + _SLACK:
            return words
        if one.textFormat() != Qt.TextFormat.PlainText:
            return ""
        room, metrics = one.contentsRect().width(), one.fontMetrics()
        longest = max((word for word in words.split()), key=len, default="")
        return longest if longest.isascii() and metrics.horizontalAdvance(longest) > room else ""
    return words if _smaller(one) else ""


def _elided(one: QLabel) -> bool:
    return one.fontMetrics().horizontalAdvance(one.text()) > one.contentsRect().width()


def _smaller(one: QWidget) -> bool:
    wanted = one.sizeHint()
    return wanted.width() > one.width() + _SLACK or wanted.height() > one.height() + _SLACK


def _sized(one: Any) -> str:
    return str(one.text()) if one.text() and _smaller(one) else ""


def _push(one: QPushButton) -> str:
    if isinstance(one, ElidedButton):
        return one.words if one.text() != one.words and not one.toolTip() else ""
    if not one.text():
        return ""
    option = QStyleOptionButton()
    one.initStyleOption(option)
    inner = one.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, one)
    words = one.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, one.text())
    wide = words.width()
    if not one.icon().isNull():
        wide += one.iconSize().width() + 4
    if one.menu() is not None:
        wide += one.style().pixelMetric(QStyle.PixelMetric.PM_MenuButtonIndicator, option, one)
    return one.text() if wide > inner.width() + _SLACK or words.height() > one.height() else ""


def _combo(one: QComboBox) -> str:
    option = QStyleOptionComboBox()
    one.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    room = one.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, one).width()
    if one.isEditable():
        return ""
    listed = max(room, one.view().minimumWidth())
    if any(not one.itemIcon(place).isNull() for place in range(one.count())):
        room -= one.iconSize().width() + 4
    for place in range(one.count()):
        words = one.itemText(place)
        wide = one.fontMetrics().horizontalAdvance(words)
        # What is chosen may be cut if the bubble says it; its list must be wide enough.
        if wide > listed or (
            place == one.currentIndex() and wide > room and words not in one.toolTip()
        ):
            return f"{words} ({wide} of {room})"
    return ""


def _spin(one: QAbstractSpinBox) -> str:
    line = one.lineEdit()
    room, wide = line.width() - 4, one.fontMetrics().horizontalAdvance(one.text())
    return f"{one.text()} ({wide} of {room})" if wide > room else ""


def _line(one: QLineEdit) -> str:
    words = one.placeholderText()
    return words if one.fontMetrics().horizontalAdvance(words) > one.width() - 8 else ""


def _tabs(one: QTabBar) -> str:
    shown = [place for place in range(one.count()) if one.isTabVisible(place)]
    far = max((one.tabRect(place).right() for place in shown), default=0)
    if far > one.width() + _SLACK:
        return f"{one.tabText(shown[-1])} ({far} of {one.width()})"
    for place in shown:
        words = one.fontMetrics().horizontalAdvance(one.tabText(place))
        if words > one.tabRect(place).width():
            return f"{one.tabText(place)} ({words} of {one.tabRect(place).width()})"
    return ""


def _header(one: QHeaderView) -> str:
    if one.orientation() == Qt.Orientation.Vertical:
        return ""
    model = one.model()
    for place in range(one.count()):
        words = str(model.headerData(place, one.orientation()) or "")
        if one.isSectionHidden(place) or not words:
            continue
        wide = max(one.fontMetrics().horizontalAdvance(line) for line in words.split("\n"))
        # What the style sheet puts around it; names of classes may be cut, the bubble has them.
        if wide + 8 > one.sectionSize(place) + _SLACK and not _bubble(model, place):
            return f"{words} ({wide + 8} of {one.sectionSize(place)})"
    return ""


def _bubble(model: QAbstractItemModel, place: int) -> bool:
    """Whether the bubble of a heading says it whole."""
    across, tip = Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole
    return str(model.headerData(place, across)) in str(model.headerData(place, across, tip) or "")


def _view(one: QAbstractItemView) -> str:
    """Cells that are cut and have no bubble."""
    model, wraps = one.model(), getattr(one, "wordWrap", None)
    if isinstance(one, QListView) and wraps is not None and wraps():
        return ""  # its rows are as high as their words
    if model is None or one.itemDelegate().metaObject().className() != "QStyledItemDelegate":
        return ""  # a delegate of its own paints pictures; what it elides is heard of
    for at in _indexes(one):
        words = at.data(Qt.ItemDataRole.DisplayRole)
        if not words or at.data(Qt.ItemDataRole.ToolTipRole):
            continue
        place = one.visualRect(at)
        if place.isEmpty() or one.isIndexHidden(at):
            continue
        if one.fontMetrics().horizontalAdvance(str(words)) > place.width():
            return str(words)
    return ""


def _indexes(one: QAbstractItemView) -> Iterator[QModelIndex]:
    model, root = one.model(), one.rootIndex()
    columns = 1 if isinstance(one, QListView) else model.columnCount(root)
    for place in range(min(_MOST_ROWS, model.rowCount(root))):
        for column in range(columns):
            yield model.index(place, column, root)


_LOOKS: tuple[tuple[type, Any], ...] = (
    (QHeaderView, _header),
    (QAbstractItemView, _view),
    (QTabBar, _tabs),
    (QLabel, _label),
    (QPushButton, _push),
    (QToolButton, _sized),
    (QCheckBox, _sized),
    (QRadioButton, _sized),
    (QComboBox, _combo),
    (QAbstractSpinBox, _spin),
    (QLineEdit, _line),
    (QGroupBox, lambda one: one.title() if _smaller(one) else ""),
)


@cache
def _own_words() -> frozenset[str]:
    """What the window says of itself, in both languages."""
    source = Path(__file__).parents[2] / "gui" / "translations" / "shizuku_ja.ts"
    told = ElementTree.parse(source).getroot().iter()
    return frozenset(one.text for one in told if one.tag in ("source", "translation") and one.text)


class Elisions:
    """Hears of every text that is cut with … while it is painted, and by which file of ours."""

    def __init__(self) -> None:
        self.found: list[tuple[str, str]] = []
        whole = QFontMetrics.elidedText

        def told(metrics: QFontMetrics, words: str, *rest: Any) -> str:
            fitting = whole(metrics, words, *rest)
            if fitting != words:
                file = sys._getframe(1).f_code.co_filename.replace("\\", "/")
                self.found.append((file.rsplit("/", 1)[-1].removesuffix(".py"), words))
            return fitting

        QFontMetrics.elidedText = told

    def take(self) -> Iterator[str]:
        """What was cut since, without what is cut by design."""
        wanted = {name for name, _ in BY_DESIGN}
        for file, words in self.found:
            if file not in wanted or words in _own_words():
                yield f"{file} cuts “{words}”"
        self.found.clear()
