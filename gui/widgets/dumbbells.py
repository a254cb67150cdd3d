"""Two values of each class as dumbbells: before ○──● after, a row a class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.theme import GAP, colours
from gui.widgets.spoken import CHART

_ROW = 26
_RADIUS = 5.5
_TOP = 24
_MOST_NAME = 0.3  # of the width
# Values and what stands above them; the last one is the right end of the scale.
Marks = Sequence[tuple[float, str]]
PERCENT: Marks = tuple((float(value), f"{value} %") for value in (0, 25, 50, 75, 100))


@dataclass(frozen=True)
class Dumbbell:
    """One class. ``end`` is the filled mark, ``start`` the open one or None; in units of the scale.

    ``figures`` stands beside the row, ``tip`` says it all in a sentence. ``worse`` colours the
    line between them; None: where the end is lower.
    """

    name: str
    end: float
    start: float | None
    figures: str
    tip: str
    worse: bool | None = None


class Dumbbells(QWidget):
    """Paints the rows in the order given; put it into a scroll area."""

    spoken_as = CHART

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Dumbbell] = ()
        self._marks = PERCENT
        self._marked: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[Dumbbell], marks: Marks = PERCENT) -> None:
        """Replace the rows and the scale, which begins at 0."""
        self.rows, self._marks = rows, marks
        self.setFixedHeight(self.sizeHint().height())
        self.setAccessibleDescription("\n".join(row.tip for row in rows))
        self.update()

    def mark(self, place: int | None) -> None:
        """Mark a row, or none."""
        self._marked = place
        self.update()

    def place_of(self, place: int) -> QRectF:
        """Where a row is."""
        return QRectF(0, _TOP + _ROW * place, self.width(), _ROW)

    def sizeHint(self) -> QSize:
        """All rows and the scale above them."""
        return QSize(420, _TOP + _ROW * len(self.rows) + GAP)

    def event(self, event: QEvent) -> bool:
        """A row's sentence as its tooltip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = (event.pos().y() - _TOP) // _ROW
            if 0 <= row < len(self.rows):
                QToolTip.showText(event.globalPos(), self.rows[row].tip, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _scale(self) -> tuple[float, float]:
        """Left and right end of the scale."""
        metrics = self.fontMetrics()
        names = max((metrics.horizontalAdvance(row.name) for row in self.rows), default=0)
        figures = max((metrics.horizontalAdvance(row.figures) for row in self.rows), default=0)
        left = min(names, _MOST_NAME * self.width()) + 2 * GAP
        return left, max(left + 40, self.width() - figures - 2 * GAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only the rows in view."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right = self._scale()
        self._paint_scale(painter, left, right)
        first = max(0, (event.rect().top() - _TOP) // _ROW)
        last = min(len(self.rows), (event.rect().bottom() - _TOP) // _ROW + 1)
        for place in range(first, last):
            self._paint_row(painter, place, left, right)

    def _paint_scale(self, painter: QPainter, left: float, right: float) -> None:
        c = colours()
        bottom = _TOP + _ROW * len(self.rows)
        for value, word in self._marks:
            x = self._across(value, left, right)
            painter.setPen(QPen(QColor(c.border), 1))
            painter.drawLine(QPointF(x, _TOP - 4), QPointF(x, bottom))
            painter.setPen(QColor(c.muted))
            place = QRectF(x - 30, 0, 60, _TOP - 5)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, word)

    def _across(self, value: float, left: float, right: float) -> float:
        share = value / self._marks[-1][0]
        return left + (right - left) * min(1.0, max(0.0, share))

    def _paint_row(self, painter: QPainter, place: int, left: float, right: float) -> None:
        c, row = colours(), self.rows[place]
        top = _TOP + _ROW * place
        middle = top + _ROW / 2
        if place == self._marked:
            painter.fillRect(QRectF(0, top, self.width(), _ROW), QColor(c.raised))
        metrics = self.fontMetrics()
        name = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, int(left - 2 * GAP) + 1)
        painter.setPen(QColor(c.text))
        upright = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            QRectF(0, top, left - _RADIUS - GAP, _ROW), Qt.AlignmentFlag.AlignRight | upright, name
        )
        beside = QRectF(right + GAP, top, self.width() - right - GAP, _ROW)
        painter.drawText(beside, Qt.AlignmentFlag.AlignRight | upright, row.figures)
        end = QPointF(self._across(row.end, left, right), middle)
        if row.start is not None:
            start = QPointF(self._across(row.start, left, right), middle)
            lost = row.end < row.start if row.worse is None else row.worse
            painter.setPen(QPen(QColor(c.style if lost else c.diversity), 3))
            painter.drawLine(start, end)
            painter.setPen(QPen(QColor(c.text), 1.5))
            painter.setBrush(QColor(c.surface))
            painter.drawEllipse(start, _RADIUS, _RADIUS)
        painter.setPen(QPen(QColor(c.surface), 1))
        painter.setBrush(QColor(c.content))
        painter.drawEllipse(end, _RADIUS, _RADIUS)
