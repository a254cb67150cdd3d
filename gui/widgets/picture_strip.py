"""A few pictures in a row, each with a word below it; pairs stand close together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.theme import PAD, TIGHT, colours
from gui.widgets.pictures import enlarged, to_qimage


@dataclass(frozen=True)
class Shot:
    """A picture, None while it is being read; the word below it; what hovering says."""

    pixels: npt.NDArray[np.uint8] | None
    word: str
    tip: str = ""


class PictureStrip(QWidget):
    """Emits :attr:`pressed` with the number of a picture.

    Parameters
    ----------
    side : int
        Of a picture, px.
    group : int
        Pictures that belong together.
    """

    pressed = Signal(int)

    def __init__(self, side: int, group: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side, self._group = side, group
        self.shots: Sequence[Shot] = ()
        self._pixmaps: list[QPixmap | None] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(side)

    def show_shots(self, shots: Sequence[Shot]) -> None:
        """Replace all; as many are painted as there is room for."""
        self.shots = shots
        self._pixmaps = [
            None
            if one.pixels is None
            else QPixmap.fromImage(enlarged(to_qimage(one.pixels), self._side))
            for one in shots
        ]
        self.setAccessibleDescription(", ".join(one.tip or one.word for one in shots))
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        """All pictures in one line."""
        words = self.fontMetrics().lineSpacing() + TIGHT
        return QSize(self._place(len(self.shots)).left(), self._side + words)

    def _place(self, number: int) -> QRect:
        groups = number // self._group
        return QRect(number * (self._side + TIGHT) + groups * PAD, 0, self._side, self._side)

    def _at(self, x: int) -> int | None:
        for number in range(len(self.shots)):
            place = self._place(number)
            if place.left() <= x <= place.right() <= self.width():
                return number
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A picture was pressed."""
        found = self._at(int(event.position().x()))
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit(found)

    def event(self, event: QEvent) -> bool:
        """What a picture is, as its tooltip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._at(event.pos().x())
            words = "" if found is None else self.shots[found].tip or self.shots[found].word
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Whole groups only."""
        painter = QPainter(self)
        c = colours()
        metrics = self.fontMetrics()
        for number, (shot, pixmap) in enumerate(zip(self.shots, self._pixmaps, strict=True)):
            last = self._place(number // self._group * self._group + self._group - 1)
            if number >= self._group and last.right() > self.width():
                break
            place = self._place(number)
            if pixmap is None:
                painter.fillRect(place, QColor(c.raised))
            else:
                inner = pixmap.rect()
                inner.moveCenter(place.center())
                painter.drawPixmap(inner.topLeft(), pixmap)
            below = QRect(
                place.left() - 1, place.bottom() + 2, place.width() + 2, metrics.lineSpacing()
            )
            painter.setPen(QColor(c.muted))
            words = metrics.elidedText(shot.word, Qt.TextElideMode.ElideMiddle, below.width() + 1)
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, words)
