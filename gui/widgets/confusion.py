"""Confusion matrix: a heat map with numbers, rows true classes, columns what was said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gui.theme import GAP, TIGHT, colours

Index = QModelIndex | QPersistentModelIndex
Tip = Callable[[str, str, int, int], str]

_LEAST, _MOST = 30, 120  # width of a cell in px
_LOW, _HIGH = 24, 34  # its height
_MOST_NAME = 150
_STRONG = 0.55  # shade from which the number is written in the surface's colour


class ConfusionModel(QAbstractTableModel):
    """Counts with the shade of each cell: its share of the true class."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Sequence[str] = ()
        self._counts: Sequence[Sequence[int]] = ()
        self._totals: list[int] = []
        self._tip: Tip = lambda true, said, count, total: f"{true}, {said}: {count} / {total}"

    def show_counts(self, names: Sequence[str], counts: Sequence[Sequence[int]], tip: Tip) -> None:
        """Replace everything; ``tip(true, said, count, total)`` words a cell."""
        self.beginResetModel()
        self._names, self._counts, self._tip = names, counts, tip
        self._totals = [sum(row) for row in counts]
        self.endResetModel()

    def largest(self) -> int:
        """The largest count."""
        return max((max(row) for row in self._counts), default=0)

    def count_at(self, index: Index) -> int:
        """The number in a cell."""
        return self._counts[index.row()][index.column()]

    def rowCount(self, parent: Index | None = None) -> int:
        """Classes."""
        return 0 if parent is not None and parent.isValid() else len(self._counts)

    def columnCount(self, parent: Index | None = None) -> int:
        """Classes."""
        return self.rowCount(parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The number, its shade and its sentence."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        count, total = self._counts[row][column], self._totals[row]
        if role == Qt.ItemDataRole.DisplayRole:
            return str(count) if count else "·"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._tip(self._names[row], self._names[column], count, total)
        share = count / total if total else 0.0
        if role == Qt.ItemDataRole.BackgroundRole:
            return _shade(share, right=row == column)
        if role == Qt.ItemDataRole.ForegroundRole:
            c = colours()
            return QColor(c.surface if share > _STRONG else c.text if count else c.muted)
        if role == Qt.ItemDataRole.FontRole and row == column:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Class names on both sides."""
        if section >= len(self._names):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._names[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Vertical:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


class UprightHeader(QHeaderView):
    """Column names, written upwards where a column is too narrow for one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        """One line; or as high as the longest name, within reason."""
        width, line = super().sizeHint().width(), self.fontMetrics().height()
        return QSize(
            width, line + GAP if self._flat() else min(_MOST_NAME, self._longest()) + 2 * GAP
        )

    def _flat(self) -> bool:
        return self._longest() + TIGHT <= self.defaultSectionSize()

    def _longest(self) -> int:
        model = self.model()
        count = model.columnCount() if model is not None else 0
        names = (str(model.headerData(place, self.orientation())) for place in range(count))
        return max((self.fontMetrics().horizontalAdvance(name) for name in names), default=0)

    def paintSection(self, painter: QPainter, rect: Any, logical: int) -> None:
        """One name, turned."""
        c = colours()
        painter.save()
        painter.fillRect(rect, QColor(c.raised))
        painter.setPen(QColor(c.border))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setPen(QColor(c.text))
        if self._flat():
            name = str(self.model().headerData(logical, self.orientation()))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, name)
            painter.restore()
            return
        painter.translate(rect.left(), rect.bottom())
        painter.rotate(-90)
        name = self.fontMetrics().elidedText(
            str(self.model().headerData(logical, self.orientation())),
            Qt.TextElideMode.ElideRight,
            rect.height() - GAP,
        )
        upright = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(GAP, 0, rect.height(), rect.width(), upright, name)
        painter.restore()


class ConfusionView(QTableView):
    """The view on a :class:`ConfusionModel`; cells grow with the room there is.

    :attr:`cell_chosen` tells true class and what was said, by mouse or Enter, of cells that count
    something.
    """

    cell_chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts = ConfusionModel(self)
        self.setHorizontalHeader(UprightHeader(self))
        self.setModel(self.counts)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setTabKeyNavigation(False)
        self.clicked.connect(self._choose)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(16)
            header.setStyleSheet("QHeaderView { background: transparent; }")
        self.verticalHeader().setMaximumWidth(_MOST_NAME + 2 * GAP)
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)

    def show_counts(self, names: Sequence[str], counts: Sequence[Sequence[int]], tip: Tip) -> None:
        """Replace the matrix."""
        self.counts.show_counts(names, counts, tip)
        self._fit()

    def least_height(self) -> int:
        """Room for all rows at their lowest, in px."""
        rows = _LOW * self.counts.rowCount()
        bar = self.horizontalScrollBar().sizeHint().height()
        return rows + self.horizontalHeader().sizeHint().height() + bar + 2 * self.frameWidth()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the cell as a click does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
            event.accept()
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and self.counts.count_at(index):
            self.cell_chosen.emit(index.row(), index.column())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the cells into the room."""
        super().resizeEvent(event)
        self._fit()

    def _widest_number(self) -> int:
        font = self.font()
        font.setBold(True)
        return QFontMetrics(font).horizontalAdvance(str(self.counts.largest()))

    def _fit(self) -> None:
        count = self.counts.rowCount()
        if not count:
            return
        self.updateGeometries()
        wide = self.maximumViewportSize().width() // count
        least = max(_LEAST, self._widest_number() + GAP + TIGHT)
        self.horizontalHeader().setDefaultSectionSize(max(least, min(_MOST, wide)))
        # The header's height depends on the columns' width.
        self.updateGeometries()
        high = self.maximumViewportSize().height() // count
        self.verticalHeader().setDefaultSectionSize(max(_LOW, min(_HIGH, high)))


def _shade(share: float, *, right: bool) -> QColor:
    """From the surface's colour to blue for what is right, to orange for mistakes."""
    c = colours()
    low, high = QColor(c.surface), QColor(c.content if right else c.style)
    # A root lifts small shares: a few mistakes must be seen.
    part = share**0.7
    return QColor(
        round(low.red() + part * (high.red() - low.red())),
        round(low.green() + part * (high.green() - low.green())),
        round(low.blue() + part * (high.blue() - low.blue())),
    )
