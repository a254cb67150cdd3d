"""Signed differences as colours, and the scale that reads them; one palette for both."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language import number
from gui.theme import colours
from gui.widgets.pictures import to_qimage

# Kovesi's diverging map from blue over grey to yellow, made for all kinds of colour vision
# (Good Colour Maps: How to Design Them, arXiv:1509.03700).
_PALETTE = "CET-CBD1"
_STEPS = 511
_BAR = 12
_TICK = 4


@cache
def _palette() -> npt.NDArray[np.uint8]:
    """From the most negative to the most positive difference, uint8 ``(511, 3)``."""
    colours_: npt.NDArray[np.uint8] = pg.colormap.get(_PALETTE).getLookupTable(nPts=_STEPS)
    return np.ascontiguousarray(colours_[:, :3])


@cache
def _bar() -> QImage:
    return to_qimage(np.ascontiguousarray(_palette()[None]))


def difference_image(levels: npt.NDArray[np.float32], scale: int) -> QImage:
    """A map of differences ``(H, W)``; ±``scale`` take the outermost colours."""
    middle = _STEPS // 2
    places = np.rint(levels * (middle / scale)) + middle
    return to_qimage(_palette()[places.clip(0, _STEPS - 1).astype(np.intp)])


class ScaleBar(QWidget):
    """The palette with its grey levels, and what its ends mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = 0
        self._ends = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_scale(self, scale: int) -> None:
        """Show ±``scale`` grey levels; 0 shows none."""
        self._scale = scale
        self.update()

    def set_ends(self, below: str, above: str) -> None:
        """What negative and positive differences mean."""
        self._ends = below, above
        self.update()

    def sizeHint(self) -> QSize:
        """A bar with its numbers below."""
        return QSize(200, _BAR + _TICK + self.fontMetrics().height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bar, ticks, numbers; the meaning of the ends between the numbers."""
        if not self._scale:
            return
        c, painter = colours(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        bar = QRectF(0.5, 0.5, self.width() - 1, _BAR)
        painter.drawImage(bar, _bar())
        painter.setPen(QPen(QColor(c.border), 1))
        painter.drawRect(bar)
        align = Qt.AlignmentFlag
        left, right = (words and f" {words} " for words in self._ends)
        number_ = number(self._scale)
        place = QRectF(0, _BAR + _TICK, self.width(), self.fontMetrics().height() + 1)
        for words, where, at in (
            (f"\u2212{number_}{left}", align.AlignLeft, 0.0),
            ("0", align.AlignHCenter, 0.5),
            (f"{right}+{number_}", align.AlignRight, 1.0),
        ):
            painter.setPen(QColor(c.muted))
            x = 0.5 + at * (self.width() - 1)
            painter.drawLine(QPointF(x, _BAR), QPointF(x, _BAR + _TICK))
            painter.setPen(QColor(c.text))
            painter.drawText(place, where | align.AlignVCenter, words)
        painter.end()
