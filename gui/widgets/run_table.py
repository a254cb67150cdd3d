"""Runs as a table; a row is chosen by click or by the arrow keys."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

Index = QModelIndex | QPersistentModelIndex
# A column's word and what it means.
Heading = tuple[str, str]
_FEWEST_LINES = 3


@dataclass(frozen=True)
class RunLine:
    """A run as it is shown: a text a column, an icon beside one of them."""

    id: str
    cells: Sequence[str]
    tip: str = ""
    icon: QIcon | None = None


class RunModel(QAbstractTableModel):
    """Lines under headings; ``icon_column`` carries the lines' icons, ``words`` are no numbers."""

    def __init__(
        self, parent: QWidget | None = None, *, icon_column: int, words: Collection[int]
    ) -> None:
        super().__init__(parent)
        self._words = words
        self.lines: Sequence[RunLine] = ()
        self._headings: Sequence[Heading] = ()
        self._icon_column = icon_column

    def show_lines(self, headings: Sequence[Heading], lines: Sequence[RunLine]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._headings, self.lines = headings, lines
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Runs."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """Headings."""
        return 0 if parent is not None and parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Headings above the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        word, tip = self._headings[section]
        return {Qt.ItemDataRole.DisplayRole: word, Qt.ItemDataRole.ToolTipRole: tip}.get(
            Qt.ItemDataRole(role)
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, icon, tooltip and place in the cell."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.cells[index.column()]
        if role == Qt.ItemDataRole.DecorationRole:
            return line.icon if index.column() == self._icon_column else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.tip or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        return None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        aligned = Qt.AlignmentFlag
        return (aligned.AlignLeft if column in self._words else aligned.AlignRight) | (
            aligned.AlignVCenter
        )


class RunTable(QTableView):
    """Emits :attr:`chosen` with a run's id when the user chooses its row.

    The column ``roomy`` is shown only where all columns have room.
    """

    chosen = Signal(str)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        icon_column: int = 1,
        words: Collection[int] = (0, 1),
        roomy: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._roomy = roomy
        self.runs = RunModel(self, icon_column=icon_column, words=words)
        self.setModel(self.runs)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        line = self.verticalHeader().defaultSectionSize()
        self.setMinimumHeight(header.sizeHint().height() + _FEWEST_LINES * line)
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        self._showing = False

    def show_lines(
        self, headings: Sequence[Heading], lines: Sequence[RunLine], chosen: str
    ) -> None:
        """Replace everything and mark a run as the chosen one."""
        self._showing = True
        self.runs.show_lines(headings, lines)
        self.mark(chosen)
        self._showing = False
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be room for more columns, or for fewer."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Hide the column that is shown only where all columns have room."""
        if self._roomy is None or self._roomy >= self.runs.columnCount():
            return
        header = self.horizontalHeader()
        wanted = sum(
            max(self.sizeHintForColumn(column), header.sectionSizeHint(column))
            for column in range(self.runs.columnCount())
        )
        self.setColumnHidden(self._roomy, wanted > self.viewport().width())

    def mark(self, run_id: str) -> None:
        """Mark a run without telling."""
        before, self._showing = self._showing, True
        row = next((n for n, one in enumerate(self.runs.lines) if one.id == run_id), None)
        if row is None:
            self.clearSelection()
        else:
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(
                self.runs.index(row, 0), flags.ClearAndSelect | flags.Rows
            )
        self._showing = before

    def _current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and not self._showing:
            self.chosen.emit(self.runs.lines[current.row()].id)
