"""Samples by class: a row a class, a column a sample, each cell a picture."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gui.widgets.pictures import enlarged, to_qimage

Index = QModelIndex | QPersistentModelIndex
_MARGIN = 4


class SampleModel(QAbstractTableModel):
    """Pictures arranged by class; pixmaps are made when a cell is first painted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images: npt.NDArray[np.uint8] = np.empty((0, 1, 1, 1), np.uint8)
        self._rows: list[npt.NDArray[np.intp]] = []
        self._names: list[str] = []
        self._columns = 0
        self._side = 64
        self._smooth = False
        self._pixmaps: dict[int, QPixmap] = {}

    def show_samples(
        self,
        images: npt.NDArray[np.uint8],
        labels: npt.NDArray[np.int64],
        class_names: list[str],
    ) -> None:
        """Show uint8 ``(N, H, W, C)`` with labels ``(N,)``; empty classes are left out."""
        present = [label for label in range(len(class_names)) if (labels == label).any()]
        rows = [np.flatnonzero(labels == label) for label in present]
        names = [class_names[label] for label in present]
        same = names == self._names and [*map(len, rows)] == [*map(len, self._rows)]
        if not same:
            self.beginResetModel()
        self._images, self._rows, self._names = images, rows, names
        self._columns = max((len(row) for row in rows), default=0)
        self._pixmaps.clear()
        if same and rows:
            # The arrangement is unchanged: selection and scroll position stay.
            last = self.index(len(rows) - 1, self._columns - 1)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.DecorationRole])
        elif not same:
            self.endResetModel()

    def set_side(self, side: int, *, smooth: bool = False) -> None:
        """Size of a picture in px."""
        self._side, self._smooth = side, smooth
        self._pixmaps.clear()
        self.layoutChanged.emit()

    @property
    def side(self) -> int:
        """Size of a picture in px."""
        return self._side

    def sample(self, index: Index) -> int | None:
        """Position in the images shown of the sample in a cell."""
        if not index.isValid() or index.column() >= len(self._rows[index.row()]):
            return None
        return int(self._rows[index.row()][index.column()])

    def cell(self, sample: int) -> QModelIndex:
        """The cell of a sample."""
        for row, samples in enumerate(self._rows):
            found = np.flatnonzero(samples == sample)
            if len(found):
                return self.index(row, int(found[0]))
        return QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        """Classes."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Samples of the largest class."""
        return 0 if parent is not None and parent.isValid() else self._columns

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Picture, tooltip and accessible text of a cell."""
        sample = self.sample(index)
        if sample is None:
            return None
        if role == Qt.ItemDataRole.DecorationRole:
            return self._pixmap(sample)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self._names[index.row()]} {index.column() + 1}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Class names beside the rows."""
        if orientation == Qt.Orientation.Vertical and section < len(self._names):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._names[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only cells that hold a sample can be chosen."""
        if self.sample(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _pixmap(self, sample: int) -> QPixmap:
        if sample not in self._pixmaps:
            image = enlarged(to_qimage(self._images[sample]), self._side, smooth=self._smooth)
            self._pixmaps[sample] = QPixmap.fromImage(image)
        return self._pixmaps[sample]


class PictureDelegate(QStyledItemDelegate):
    """Paints a picture in the middle of its cell, a frame around the chosen one."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | Any
    ) -> None:
        """Qt asks for a cell to be drawn."""
        pixmap = index.data(Qt.ItemDataRole.DecorationRole)
        if pixmap is None:
            return
        place = pixmap.rect()
        place.moveCenter(option.rect.center())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Highlight))
        painter.drawPixmap(place.topLeft(), pixmap)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | Any) -> QSize:
        """The picture with a margin."""
        pixmap = index.data(Qt.ItemDataRole.DecorationRole)
        size = QSize(16, 16) if pixmap is None else pixmap.size()
        return size + QSize(2 * _MARGIN, 2 * _MARGIN)


class PictureTable(QTableView):
    """The view on a :class:`SampleModel`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.samples = SampleModel(self)
        self.setModel(self.samples)
        self.setItemDelegate(PictureDelegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)  # the arrow keys go through the pictures
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.set_side(64)

    def set_side(self, side: int) -> None:
        """Size of the pictures in px."""
        self.samples.set_side(side)
        self.verticalHeader().setDefaultSectionSize(side + 2 * _MARGIN)
        self.horizontalHeader().setDefaultSectionSize(side + 2 * _MARGIN)
        self.horizontalHeader().setMinimumSectionSize(16)

    @property
    def margins(self) -> int:
        """What a cell is wider than its picture, in px."""
        return 2 * _MARGIN

    def chosen(self) -> int | None:
        """The sample chosen, as its position in the images shown."""
        return self.samples.sample(self.currentIndex())

    def choose(self, sample: int) -> None:
        """Choose a sample and bring it into view."""
        cell = self.samples.cell(sample)
        if cell.isValid():
            self.setCurrentIndex(cell)
            self.scrollTo(cell)
