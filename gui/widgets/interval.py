"""A share with its interval on a line from 0 to 100 %, and where guessing would lie."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language import TranslatedWidget, number
from gui.theme import TIGHT, colours
from gui.widgets.spoken import CHART

_HEIGHT = 54
_RADIUS = 6


class Interval(TranslatedWidget):
    """Shares are 0..1; ``guess`` is marked."""

    spoken_as = CHART

    def __init__(self, guess: float = 0.5, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guess = guess
        self._share: float | None = None
        self._bounds = (0.0, 0.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.bind(self._say)

    def show_share(self, share: float | None, bounds: tuple[float, float] | None) -> None:
        """Show a share and where it lies; None: nothing."""
        self._share, self._bounds = share, bounds or (0.0, 0.0)
        self._say()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(360, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line, the interval as a band, the share as a dot."""
        c = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = painter.fontMetrics()
        left = metrics.horizontalAdvance(number(100)) / 2 + _RADIUS
        width = self.width() - 2 * left
        middle = (self.height() - metrics.height()) / 2

        def at(share: float) -> float:
            return left + share * width

        painter.setPen(QPen(QColor(c.border), 2))
        painter.drawLine(QPointF(at(0), middle), QPointF(at(1), middle))
        painter.setPen(QColor(c.muted))
        for share in (0.0, self._guess, 1.0):
            room = QRectF(at(share) - 100, self.height() - metrics.height(), 200, metrics.height())
            if share in (0.0, 1.0):
                words = f"{number(100 * share)} %"
            else:
                words = self.tr("guessing: {share} %").format(share=number(100 * share))
            turned = Qt.AlignmentFlag.AlignHCenter
            if share == 0:
                room.moveLeft(0)
                turned = Qt.AlignmentFlag.AlignLeft
            elif share == 1:
                room.moveRight(self.width())
                turned = Qt.AlignmentFlag.AlignRight
            painter.drawText(room, turned, words)
        painter.setPen(QPen(QColor(c.muted), 1, Qt.PenStyle.DashLine))
        painter.drawLine(
            QPointF(at(self._guess), TIGHT), QPointF(at(self._guess), 2 * middle - TIGHT)
        )
        if self._share is not None:
            low, high = self._bounds
            painter.setPen(QPen(QColor(c.accent), 5, Qt.PenStyle.SolidLine))
            painter.drawLine(QPointF(at(low), middle), QPointF(at(high), middle))
            painter.setPen(QPen(QColor(c.surface), 2))
            painter.setBrush(QColor(c.accent))
            painter.drawEllipse(QPointF(at(self._share), middle), _RADIUS, _RADIUS)

    def _say(self) -> None:
        if self._share is None:
            self.setAccessibleName("")
        else:
            low, high = self._bounds
            self.setAccessibleName(
                self.tr("{share} %, between {low} and {high} %").format(
                    share=number(100 * self._share),
                    low=number(100 * low),
                    high=number(100 * high),
                )
            )
        self.update()
