"""Many tiles of one size; where each stands follows from its number, so 100,000 cost nothing.

A ``QListView`` lays out every tile one by one: a fifth of a second for 100,000 at every resize,
sorting and filtering.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QScroller,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from gui.widgets.picture_list import Tile, TileModel

Index = QModelIndex | QPersistentModelIndex
_Cursor = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint


class TileGrid(QAbstractItemView):
    """Shows a :class:`TileModel`, row by row; :attr:`seen` names the tiles that were painted."""

    seen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None, *, side: int = 96, lines: int = 1) -> None:
        super().__init__(parent)
        self.tiles = TileModel(self)
        self._cell = QSize(1, 1)
        self._lines = lines
        self.setModel(self.tiles)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.resize_tiles(side)

    # --- what is shown --------------------------------------------------------------------------

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Replace all tiles."""
        self.tiles.show_tiles(tiles)
        self.updateGeometries()

    def resize_tiles(self, side: int, *, lines: int | None = None) -> None:
        """Size of the pictures in px, and how many lines of words are below them."""
        top = self.first
        self._lines = self._lines if lines is None else lines
        self.tiles.set_side(side)
        self.setIconSize(QSize(side, side))
        text = self.fontMetrics().lineSpacing() * self._lines
        self._cell = QSize(side + 14, side + 12 + text)
        self._keep(top)

    def repaint_tiles(self) -> None:
        """Captions, verdicts or pictures have changed."""
        self.viewport().update()

    def gridSize(self) -> QSize:
        """The room of a tile, named as in a ``QListView``: its delegates know both."""
        return self._cell

    def chosen(self) -> Tile | None:
        """The tile chosen."""
        index = self.currentIndex()
        return self.tiles.tiles[index.row()] if index.isValid() else None

    @property
    def columns(self) -> int:
        """Tiles beside each other."""
        return max(1, self.viewport().width() // self._cell.width())

    @property
    def first(self) -> int:
        """The first tile that is seen."""
        return self.verticalScrollBar().value() // self._cell.height() * self.columns

    def in_view(self) -> range:
        """The tiles that are seen, at least in part."""
        below = self.verticalScrollBar().value() + self.viewport().height()
        end = -(-below // self._cell.height()) * self.columns
        return range(self.first, min(end, self.tiles.rowCount()))

    # --- where tiles stand ----------------------------------------------------------------------

    def place_of(self, row: int) -> QRect:
        """A tile's room in the viewport; what a line leaves over is shared by all of it."""
        columns, width = self.columns, max(self._cell.width(), self.viewport().width())
        line, column = divmod(row, columns)
        left, right = column * width // columns, (column + 1) * width // columns
        top = line * self._cell.height() - self.verticalScrollBar().value()
        return QRect(left, top, right - left, self._cell.height())

    def visualRect(self, index: Index) -> QRect:
        """Qt asks where a tile is."""
        return self.place_of(index.row()) if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Qt asks which tile is at a point."""
        columns = self.columns
        line = (point.y() + self.verticalScrollBar().value()) // self._cell.height()
        column = min(columns - 1, point.x() * columns // max(1, self.viewport().width()))
        row = line * columns + column
        inside = point.x() >= 0 and 0 <= row < self.tiles.rowCount()
        return self.tiles.index(row, 0) if inside else QModelIndex()

    def scrollTo(self, index: Index, hint: _Hint = _Hint.EnsureVisible) -> None:
        """Bring a tile into view."""
        if not index.isValid():
            return
        bar, place, height = self.verticalScrollBar(), self.visualRect(index), self._height
        if hint == _Hint.PositionAtCenter:
            bar.setValue(bar.value() + place.center().y() - height // 2)
        elif place.top() < 0 or hint == _Hint.PositionAtTop:
            bar.setValue(bar.value() + place.top())
        elif place.bottom() >= height or hint == _Hint.PositionAtBottom:
            bar.setValue(bar.value() + place.bottom() + 1 - height)

    @property
    def _height(self) -> int:
        return self.viewport().height()

    def updateGeometries(self) -> None:
        """The scroll bar's range follows the number of tiles and the width."""
        super().updateGeometries()
        lines = -(-self.tiles.rowCount() // self.columns)
        bar = self.verticalScrollBar()
        bar.setPageStep(self._height)
        # A wheel's notch is three steps: one line.
        bar.setSingleStep(max(1, self._cell.height() // 3))
        bar.setRange(0, max(0, lines * self._cell.height() - self._height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines hold more or fewer tiles: what was on top stays there."""
        before = max(1, event.oldSize().width() // self._cell.width())
        top = self.verticalScrollBar().value() // self._cell.height() * before
        super().resizeEvent(event)
        if before != self.columns:
            self._keep(top)

    def _keep(self, top: int) -> None:
        self.updateGeometries()
        self.verticalScrollBar().setValue(top // self.columns * self._cell.height())
        self.viewport().update()

    # --- what Qt asks of a view -----------------------------------------------------------------

    def horizontalOffset(self) -> int:
        """It only scrolls downwards."""
        return 0

    def verticalOffset(self) -> int:
        """How far it is scrolled, in px."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, _index: Index) -> bool:
        """What is hidden is not in the model."""
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the tile under the pointer; beside the tiles nothing changes."""
        index = self.indexAt(rect.bottomRight())
        if index.isValid():
            self.selectionModel().select(index, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """What must be painted anew."""
        region = QRegion()
        for index in selection.indexes():
            region |= QRegion(self.visualRect(index))
        return region

    def keyboardSearch(self, _search: str) -> None:
        """Qt would ask a hundred thousand tiles for their words; pages have a search."""

    def moveCursor(self, action: _Cursor, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The tile an arrow leads to."""
        count, row = self.tiles.rowCount(), self.currentIndex().row()
        if not count:
            return QModelIndex()
        page = max(1, self._height // self._cell.height()) * self.columns
        steps = {
            _Cursor.MoveLeft: -1,
            _Cursor.MovePrevious: -1,
            _Cursor.MoveRight: 1,
            _Cursor.MoveNext: 1,
            _Cursor.MoveUp: -self.columns,
            _Cursor.MoveDown: self.columns,
            _Cursor.MovePageUp: -page,
            _Cursor.MovePageDown: page,
            _Cursor.MoveHome: -count,
            _Cursor.MoveEnd: count,
        }
        if row < 0:
            return self.tiles.index(0, 0)
        return self.tiles.index(min(max(0, row + steps[action]), count - 1), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tiles that are seen, and no others."""
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        state, selection = option.state, self.selectionModel()
        seen, delegate = self.in_view(), self.itemDelegate()
        for row in seen:
            place = self.place_of(row)
            if not place.intersects(event.rect()):
                continue
            index = self.tiles.index(row, 0)
            option.rect = place
            option.state = state
            if selection.isSelected(index):
                option.state = state | QStyle.StateFlag.State_Selected
            delegate.paint(painter, option, index)
        painter.end()
        self.seen.emit(seen.start, seen.stop)
