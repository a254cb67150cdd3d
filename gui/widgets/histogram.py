"""Distributions over each other: an area, a thick line, a dashed one; told apart without colour."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from gui.theme import colours
from gui.widgets.spoken import CHART

_AREA = 70  # of 255, how opaque
_HEADROOM = 1.08
_HEIGHT = 96


class HistogramChart(pg.PlotWidget):
    """Shares of pictures in common bins: real as an area, synthetic and reference as lines."""

    spoken_as = CHART

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, enableMenu=False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # there is nothing to do in it
        # The page below scrolls, and its tooltips tell more than a cross-hair would.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMouseEnabled(x=False, y=False)
        self.hideButtons()
        self.hideAxis("left")
        self.getAxis("bottom").enableAutoSIPrefix(False)
        self.setFixedHeight(_HEIGHT)
        self.real = self.plot([], [], fillLevel=0)
        self.reference = self.plot([], [])
        self.synthetic = self.plot([], [])
        self._draw()

    def show_shares(
        self,
        edges: Sequence[float],
        real: Sequence[float],
        synthetic: Sequence[float],
        reference: Sequence[float] = (),
    ) -> None:
        """Replace what is shown; a group without shares is left out."""
        for item, group in (
            (self.real, real),
            (self.synthetic, synthetic),
            (self.reference, reference),
        ):
            item.setData(*_outline(edges, group))
        highest = max([*real, *synthetic, *reference], default=0.0)
        self.setYRange(0, max(highest, 1e-6) * _HEADROOM, padding=0)
        self.setXRange(edges[0], edges[-1], padding=0.02)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "synthetic"):
            self._draw()

    def _draw(self) -> None:
        c = colours()
        self.setBackground(c.surface)
        axis = self.getAxis("bottom")
        axis.setPen(pg.mkPen(c.border))
        axis.setTextPen(pg.mkPen(c.muted))
        area = QColor(c.muted)
        area.setAlpha(_AREA)
        self.real.setBrush(pg.mkBrush(area))
        self.real.setPen(pg.mkPen(c.muted, width=1))
        self.synthetic.setPen(pg.mkPen(c.content, width=2.5))
        self.reference.setPen(pg.mkPen(c.style, width=2, style=Qt.PenStyle.DashLine))


def _outline(edges: Sequence[float], group: Sequence[float]) -> tuple[list[float], list[float]]:
    """Corners of the steps, down to the axis at both ends."""
    if not group:
        return [], []
    across = [edge for edge in edges for _ in (0, 1)]
    return across, [0.0, *(share for share in group for _ in (0, 1)), 0.0]
