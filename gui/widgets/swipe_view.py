"""Two pictures in one place: a divider shows the one on its left, the other on its right."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from gui.theme import GAP, TIGHT, colours
from gui.widgets.image_view import ImageView

_STEP = 0.05
_GRIP = 9  # px either side of the divider
_HANDLE = 11


class SwipeView(ImageView):
    """The divider is dragged, or moved with Shift and the arrow keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left = QPixmap()
        self._names = "", ""
        self._share = 0.5
        self._dragged = False
        self.viewport().setMouseTracking(True)

    def show_pair(self, left: QImage | None, right: QImage | None) -> None:
        """Show two pictures of one size; either may be missing."""
        self._left = QPixmap() if left is None else QPixmap.fromImage(left)
        self.show_image(right)
        if right is None and left is not None:
            self.use_size(QRectF(left.rect()))
        self.viewport().update()

    def set_names(self, left: str, right: str) -> None:
        """What the pictures are called."""
        self._names = left, right
        self.viewport().update()

    @property
    def share(self) -> float:
        """How much of the view lies left of the divider, 0..1."""
        return self._share

    def move_divider(self, share: float) -> None:
        """Give the left picture another share of the view, 0..1."""
        self._share = min(max(share, 0.0), 1.0)
        self.viewport().update()

    def nudge(self, steps: int) -> None:
        """Move the divider a little to the right, or to the left."""
        self.move_divider(self._share + steps * _STEP)

    # --- painting -------------------------------------------------------------------------------

    @property
    def _divider(self) -> int:
        return round(self._share * self.viewport().width())

    def paint_above(self, painter: QPainter) -> None:
        """The left picture, the divider, and both names."""
        at, room = self._divider, self.viewport().rect()
        if not self._left.isNull():
            painter.save()
            painter.setClipRect(QRect(0, 0, at, room.height()))
            painter.fillRect(QRect(0, 0, at, room.height()), QColor(colours().raised))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.smooth)
            painter.setTransform(self.viewportTransform())
            painter.drawPixmap(QPointF(0, 0), self._left)
            painter.restore()
        self._paint_names(painter, at, room)
        self._paint_divider(painter, at, room)

    def _paint_divider(self, painter: QPainter, at: int, room: QRect) -> None:
        c = colours()
        for colour, width in ((c.surface, 4), (c.accent, 2)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawLine(at, 0, at, room.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(c.surface), 2))
        painter.setBrush(QColor(c.accent))
        middle = QPointF(at, room.height() / 2)
        painter.drawEllipse(middle, _HANDLE, _HANDLE)
        painter.setPen(QPen(QColor(c.on_accent), 2))
        for side in (-1, 1):
            tip = middle + QPointF(side * 7, 0)
            painter.drawPolyline([tip + QPointF(-side * 3, -3), tip, tip + QPointF(-side * 3, 3)])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_names(self, painter: QPainter, at: int, room: QRect) -> None:
        metrics = painter.fontMetrics()
        height = metrics.height() + TIGHT
        left, right = self._names
        for words, start, end, is_left in (
            (left, TIGHT, at - GAP, True),
            (right, at + GAP, room.width() - TIGHT, False),
        ):
            width = metrics.horizontalAdvance(words) + 2 * GAP
            # Where there is no room for the whole name, the other side's tells enough.
            if not words or width > end - start:
                continue
            place = QRectF(start if is_left else end - width, TIGHT, width, height)
            ground = QColor(colours().surface)
            ground.setAlpha(225)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(place, 4, 4)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(colours().text))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    # --- what the user does ---------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the divider, or the picture."""
        self._dragged = event.button() == Qt.MouseButton.LeftButton and self._on_divider(event)
        if not self._dragged:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what was taken."""
        if self._dragged:
            self.move_divider(event.position().x() / max(1, self.viewport().width()))
            return
        super().mouseMoveEvent(event)
        if not event.buttons():
            split = Qt.CursorShape.SplitHCursor
            self.viewport().setCursor(
                split if self._on_divider(event) else Qt.CursorShape.OpenHandCursor
            )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if not self._dragged:
            super().mouseReleaseEvent(event)
        self._dragged = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift and the arrow keys move the divider."""
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if shifted and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.nudge(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def _on_divider(self, event: QMouseEvent) -> bool:
        return abs(event.position().x() - self._divider) <= _GRIP
