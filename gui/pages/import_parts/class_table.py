"""Classes with their pictures for training and test, as numbers and as bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gui.language import Translated, number
from gui.theme import colours

Index = QModelIndex | QPersistentModelIndex
_NAME, _TRAIN, _TEST, _BAR = range(4)
_SHARES = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class ClassRow:
    """Pictures of a class; ``test`` is None while the split is still to be made."""

    name: str
    train: int
    test: int | None


class _Model(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: Sequence[ClassRow] = ()
        self.heads = ["", "", "", ""]
        self.tips = ["", "", "", ""]

    def show_rows(self, rows: Sequence[ClassRow]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 4

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole and column != _BAR:
            test = "–" if one.test is None else number(one.test)
            return (one.name, number(one.train), test)[column]
        if role == Qt.ItemDataRole.ToolTipRole and column == _NAME:
            return one.name
        if role == Qt.ItemDataRole.TextAlignmentRole and column in (_TRAIN, _TEST):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == _SHARES:
            most = max((row.train + (row.test or 0) for row in self.rows), default=1) or 1
            return one.train / most, (one.test or 0) / most
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.heads[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.ToolTipRole:
            return self.tips[section]
        return None


class _BarDelegate(QStyledItemDelegate):
    """Training solid, test hatched: told apart without colour."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | Any
    ) -> None:
        train, test = index.data(_SHARES)
        room = option.rect.adjusted(6, 7, -6, -7)
        solid = QRect(room.left(), room.top(), round(room.width() * train), room.height())
        rest = QRect(solid.right() + 1, room.top(), round(room.width() * test), room.height())
        c = colours()
        painter.fillRect(solid, QColor(c.accent))
        painter.fillRect(rest, QColor(c.raised))
        painter.save()
        painter.setPen(QColor(c.accent))
        painter.setBrush(Qt.BrushStyle.BDiagPattern)
        if rest.width() > 1:
            painter.drawRect(rest.adjusted(0, 0, -1, -1))
        painter.restore()


class ClassTable(Translated, QTableView):
    """A row a class."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self.setModel(self._model)
        self.setItemDelegateForColumn(_BAR, _BarDelegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(26)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        self.bind(self._say)

    @property
    def rows(self) -> Sequence[ClassRow]:
        """What is shown."""
        return self._model.rows

    def show_rows(self, rows: Sequence[ClassRow]) -> None:
        """Replace the table."""
        self._model.show_rows(rows)
        widest = max((self.fontMetrics().horizontalAdvance(row.name) for row in rows), default=0)
        self.setColumnWidth(_NAME, min(190, max(110, widest + 24)))

    def changeEvent(self, event: QEvent) -> None:
        """Bars follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def _say(self) -> None:
        self._model.heads = [
            self.tr("Class"),
            self.tr("Training"),
            self.tr("Test"),
            self.tr("Pictures"),
        ]
        self._model.tips = [
            self.tr("Name of the class"),
            self.tr("Pictures that are condensed and trained on"),
            self.tr("Pictures held out: never condensed, only used to measure"),
            self.tr("Solid: training, hatched: test"),
        ]
        self._model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 3)
        self.setAccessibleName(self.tr("Classes with their pictures"))
        self.setAccessibleDescription(self.tr("A row a class."))
