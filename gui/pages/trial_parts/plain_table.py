"""A table of words and numbers that is as high as its rows and as wide as there is room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from gui.theme import GAP

_LEAST = 60


class PlainTable(QTableWidget):
    """The first column to the left, the others, numbers, to the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setStyleSheet("QTableView::item { padding: 0 6px; }")
        self.verticalHeader().hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_cells(
        self,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        *,
        bold: Sequence[int] = (),
        tips: Sequence[str] = (),
    ) -> None:
        """Replace everything; ``bold`` are rows, ``tips`` say what the columns measure."""
        self.clear()
        self.setColumnCount(len(heads))
        self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels(list(heads))
        for place, tip in enumerate(tips):
            if (head := self.horizontalHeaderItem(place)) is not None:
                head.setToolTip(tip)
        for place, cells in enumerate(rows):
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setTextAlignment(_side(column))
                item.setToolTip(words.replace("\n", ", "))
                font = item.font()
                font.setBold(place in bold)
                item.setFont(font)
                self.setItem(place, column, item)
            if any("\n" in words for words in cells):
                self.setRowHeight(place, self.sizeHintForRow(place) + GAP)
        self._fit()

    def words(self) -> list[list[str]]:
        """What the cells say."""
        found = []
        for place in range(self.rowCount()):
            items = [self.item(place, column) for column in range(self.columnCount())]
            found.append([item.text() if item is not None else "" for item in items])
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out anew."""
        super().resizeEvent(event)
        self._widen()
        self._heighten()

    def _fit(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column in range(self.columnCount()):
            if (item := self.horizontalHeaderItem(column)) is not None:
                item.setTextAlignment(_side(column))
        self._widen()
        self._heighten()

    def _heighten(self) -> None:
        """As high as the rows, and the bar below them where the columns need one."""
        header = self.horizontalHeader()
        heights = sum(self.rowHeight(place) for place in range(self.rowCount()))
        bar = self.horizontalScrollBar().sizeHint().height() if self._overfull() else 0
        frame = 2 * self.frameWidth()
        self.setFixedHeight(header.sizeHint().height() + heights + frame + bar)

    def _wanted(self) -> list[int]:
        header = self.horizontalHeader()
        return [
            max(self.sizeHintForColumn(column), header.sectionSizeHint(column), _LEAST)
            for column in range(self.columnCount())
        ]

    def _overfull(self) -> bool:
        return sum(self._wanted()) > self.viewport().width()

    def _widen(self) -> None:
        widths = self._wanted()
        if not widths:
            return
        slack = max(0, self.viewport().width() - sum(widths))
        for column, width in enumerate(widths):
            self.horizontalHeader().resizeSection(column, width + slack // len(widths))


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
