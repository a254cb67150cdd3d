"""Many pictures flowing over a page, each with a caption; loaded when first painted."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from gui.widgets.pictures import enlarged, to_qimage

Index = QModelIndex | QPersistentModelIndex
# Of one list; a screen full of the largest tiles takes half of it.
_MOST_PIXMAP_BYTES = 32 << 20


@dataclass(frozen=True)
class Tile:
    """One picture of a list.

    Attributes
    ----------
    load : callable
        Gives uint8 ``(H, W, C)`` quickly; called when the tile is first painted. None while
        the picture is still being read: it is asked again at the next painting.
    caption : str
    tip : str
        Tooltip and accessible text.
    key : object
        Whatever the page knows the picture by.
    """

    load: Callable[[], npt.NDArray[np.uint8] | None]
    caption: str = ""
    tip: str = ""
    key: Any = None


class TileModel(QAbstractListModel):
    """Tiles with a bounded cache of pixmaps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles: Sequence[Tile] = ()
        self._side = 96
        self._pixmaps: OrderedDict[int, QPixmap] = OrderedDict()

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Replace all tiles."""
        self.beginResetModel()
        self.tiles = tiles
        self._pixmaps.clear()
        self.endResetModel()

    def set_side(self, side: int) -> None:
        """Size of the pictures in px."""
        self._side = side
        self._pixmaps.clear()
        self.layoutChanged.emit()

    def rowCount(self, parent: Index | None = None) -> int:
        """Tiles."""
        return 0 if parent is not None and parent.isValid() else len(self.tiles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Caption, picture, tooltip and accessible text."""
        if not index.isValid():
            return None
        tile = self.tiles[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return tile.caption or None
        if role == Qt.ItemDataRole.DecorationRole:
            return self._pixmap(index.row())
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return tile.tip or tile.caption
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        return None

    def drawn(self, row: int) -> bool:
        """Whether a tile was painted with its picture, not empty."""
        return row in self._pixmaps

    def _pixmap(self, row: int) -> QPixmap | None:
        if row in self._pixmaps:
            self._pixmaps.move_to_end(row)
            return self._pixmaps[row]
        pixels = self.tiles[row].load()
        if pixels is None:
            return None
        pixmap = QPixmap.fromImage(enlarged(to_qimage(pixels), self._side))
        self._pixmaps[row] = pixmap
        if len(self._pixmaps) > _MOST_PIXMAP_BYTES // (4 * self._side**2):
            self._pixmaps.popitem(last=False)
        return pixmap


class PictureList(QListView):
    """The view on a :class:`TileModel`."""

    def __init__(self, parent: QWidget | None = None, *, side: int = 96) -> None:
        super().__init__(parent)
        self.tiles = TileModel(self)
        self.setModel(self.tiles)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.set_side(side)

    def set_side(self, side: int, *, caption_lines: int = 1) -> None:
        """Size of the pictures in px, and room for captions below them."""
        self.tiles.set_side(side)
        self.setIconSize(QSize(side, side))
        text = self.fontMetrics().lineSpacing() * caption_lines
        self.setGridSize(QSize(side + 14, side + 12 + text))

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Replace all tiles."""
        self.tiles.show_tiles(tiles)

    def chosen(self) -> Tile | None:
        """The tile chosen."""
        index = self.currentIndex()
        return self.tiles.tiles[index.row()] if index.isValid() else None
