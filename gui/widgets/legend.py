"""Signs with words, flowing over as many lines as they need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import GAP, PAD, TIGHT, colours

_SIGN = 14


@dataclass(frozen=True)
class Sign:
    """A symbol of pyqtgraph in a colour, its size in px, and what it stands for."""

    symbol: str
    colour: str
    size: int
    word: str
    outlined: bool = False


class Legend(QWidget):
    """What the signs of a chart mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.signs: Sequence[Sign] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_signs(self, signs: Sequence[Sign]) -> None:
        """Replace all."""
        self.signs = signs
        self.setAccessibleName(QCoreApplication.translate("Legend", "Legend"))
        self.setAccessibleDescription(", ".join(one.word for one in signs))
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """As many lines as are needed."""
        bottom = self._line
        for place, _ in self._places(width):
            bottom = max(bottom, place.bottom() + 1)
        return bottom

    def sizeHint(self) -> QSize:
        """One line, as a start."""
        return QSize(240, self.heightForWidth(max(240, self.width())))

    @property
    def _line(self) -> int:
        return max(_SIGN, self.fontMetrics().lineSpacing()) + TIGHT

    def _places(self, width: int) -> Iterator[tuple[QRect, Sign]]:
        at = QPoint(0, 0)
        for one in self.signs:
            words = self.fontMetrics().horizontalAdvance(one.word)
            size = QSize(min(width, _SIGN + GAP + words), self._line)
            if at.x() and at.x() + size.width() > width:
                at = QPoint(0, at.y() + self._line)
            yield QRect(at, size), one
            at = QPoint(at.x() + size.width() + PAD, at.y())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Signs and words."""
        painter = QPainter(self)
        c = colours()
        for place, one in self._places(self.width()):
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(place.left() + _SIGN / 2, place.center().y() + 0.5)
            painter.scale(one.size, one.size)
            painter.setPen(
                QPen(QColor(c.text), 1 / one.size) if one.outlined else Qt.PenStyle.NoPen
            )
            painter.setBrush(QColor(one.colour))
            painter.drawPath(Symbols[one.symbol])
            painter.restore()
            painter.setPen(QColor(c.text))
            room = place.adjusted(_SIGN + TIGHT, 0, 0, 0)
            words = self.fontMetrics().elidedText(
                one.word, Qt.TextElideMode.ElideRight, room.width() + 1
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
