"""Tiles that carry a verdict and issues: frame of the chosen one, badges, caption of two lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from engine.project.runs import Verdict
from gui.icons import icon
from gui.pages.inspect_parts.words import VERDICT_ICONS, verdict_colour
from gui.theme import TIGHT, colours
from gui.widgets.picture_list import PictureList
from gui.widgets.tile_grid import TileGrid

VerdictOf = Callable[[Any], Verdict | None]
IssuesOf = Callable[[Any], Sequence[str]]
_BADGE = 20
_FRAME = 3


class SampleDelegate(QStyledItemDelegate):
    """Paints the picture as it is: Qt would tint the chosen one, and with it what one looks for."""

    def __init__(
        self,
        view: SampleList | SampleGrid,
        verdict_of: VerdictOf | None,
        issues_of: IssuesOf | None = None,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._verdict_of = verdict_of
        self._issues_of = issues_of

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | Any
    ) -> None:
        """Qt asks for a tile to be drawn."""
        side = self._view.iconSize().width()
        place = QRect(QPoint(0, 0), QSize(side, side))
        place.moveCenter(option.rect.center())
        place.moveTop(option.rect.top() + _FRAME + 1)
        pixmap: QPixmap | None = index.data(Qt.ItemDataRole.DecorationRole)
        c = colours()
        painter.save()
        if pixmap is None:
            painter.fillRect(place, QColor(c.raised))
        else:
            inner = pixmap.rect()
            inner.moveCenter(place.center())
            painter.drawPixmap(inner.topLeft(), pixmap)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(c.accent), _FRAME))
            painter.drawRect(place.adjusted(-2, -2, 1, 1))
        if self._verdict_of or self._issues_of:
            self._badges(painter, place, self._view.key_at(index.row()))
        self._caption(painter, option, index, place.bottom() + TIGHT)
        painter.restore()

    def _badges(self, painter: QPainter, place: QRect, key: Any) -> None:
        verdict = self._verdict_of(key) if self._verdict_of else None
        if verdict is not None:
            paint_badge(painter, place, verdict)
        if self._issues_of and self._issues_of(key):
            paint_issue(painter, place)

    def _caption(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | Any, top: int
    ) -> None:
        painter.setPen(QColor(colours().text))
        metrics = option.fontMetrics
        room = QRect(option.rect.left() + 1, top, option.rect.width() - 2, metrics.lineSpacing())
        for line in str(index.data(Qt.ItemDataRole.DisplayRole) or "").split("\n"):
            words = metrics.elidedText(line, Qt.TextElideMode.ElideMiddle, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignHCenter, words)
            room.translate(0, metrics.lineSpacing())
            painter.setPen(QColor(colours().muted))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | Any) -> QSize:
        """The grid's cell."""
        return self._view.gridSize()


def paint_badge(painter: QPainter, place: QRect, verdict: Verdict) -> None:
    """A verdict's sign in the upper right corner of a picture."""
    c = colours()
    spot = QRect(place.right() - _BADGE + 1 - TIGHT // 2, place.top() + TIGHT // 2, _BADGE, _BADGE)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(c.surface), 1.5))
    painter.setBrush(QColor(verdict_colour(verdict)))
    painter.drawEllipse(QRectF(spot))
    sign = icon(VERDICT_ICONS[verdict], colour=c.surface)
    sign.paint(painter, spot.adjusted(3, 3, -3, -3))


def paint_issue(painter: QPainter, place: QRect) -> None:
    """The sign of a sample that was found fault with, in the upper left corner of a picture."""
    c = colours()
    spot = QRect(place.left() + TIGHT // 2, place.top() + TIGHT // 2, _BADGE, _BADGE)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(c.warning), 1.5))
    painter.setBrush(QColor(c.surface))
    painter.drawEllipse(QRectF(spot))
    icon("exclamation-thick", colour=c.warning).paint(painter, spot.adjusted(3, 3, -3, -3))


class SampleGrid(TileGrid):
    """A grid of any number of tiles that have verdicts and issues."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        side: int = 96,
        lines: int = 1,
        verdict_of: VerdictOf | None = None,
        issues_of: IssuesOf | None = None,
    ) -> None:
        super().__init__(parent, side=side, lines=lines)
        self.setItemDelegate(SampleDelegate(self, verdict_of, issues_of))

    def key_at(self, row: int) -> Any:
        """What the page knows the picture of a row by."""
        return self.tiles.tiles[row].key


class SampleList(PictureList):
    """A picture list whose tiles have verdicts."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        side: int = 96,
        lines: int = 1,
        verdict_of: VerdictOf | None = None,
    ) -> None:
        super().__init__(parent, side=side)
        self._lines = lines
        self.setItemDelegate(SampleDelegate(self, verdict_of))
        self.resize_tiles(side)

    def resize_tiles(self, side: int) -> None:
        """Size of the pictures in px."""
        self.set_side(side, caption_lines=self._lines)

    def key_at(self, row: int) -> Any:
        """What the page knows the picture of a row by."""
        return self.tiles.tiles[row].key

    def repaint_tiles(self) -> None:
        """Captions, verdicts or pictures have changed."""
        self.viewport().update()
