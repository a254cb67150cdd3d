"""A plane that is moved by dragging, or on which an outline is drawn around points."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal

Places = npt.NDArray[np.float32]
_FEWEST = 3


class LassoBox(pg.ViewBox):
    """Emits :attr:`drawn` with the outline, float32 ``(n, 2)``, in the plane's units.

    :attr:`drawing` decides what dragging does; with Shift it always draws.
    """

    drawn = Signal(object)

    def __init__(self) -> None:
        super().__init__(enableMenu=False)
        self.drawing = False
        self._outline: list[tuple[float, float]] = []
        self._line = pg.PlotCurveItem()
        self._line.setZValue(1000)
        self.addItem(self._line, ignoreBounds=True)

    def set_colour(self, colour: str) -> None:
        """Of the outline while it is drawn."""
        self._line.setPen(pg.mkPen(colour, width=2, style=Qt.PenStyle.DashLine))

    def mouseDragEvent(self, event: Any, axis: int | None = None) -> None:
        """Draw or move."""
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        drawing = (self.drawing or shifted or bool(self._outline)) and axis is None
        if not drawing or event.button() != Qt.MouseButton.LeftButton:
            super().mouseDragEvent(event, axis)
            return
        event.accept()
        if event.isStart():
            start = self.mapToView(event.buttonDownPos())
            self._outline = [(start.x(), start.y())]
        at = self.mapToView(event.pos())
        self._outline.append((at.x(), at.y()))
        if event.isFinish():
            outline, self._outline = np.array(self._outline, np.float32), []
            self._line.setData([], [])
            if len(outline) >= _FEWEST:
                self.drawn.emit(outline)
        else:
            closed = [*self._outline, self._outline[0]]
            self._line.setData([x for x, _ in closed], [y for _, y in closed])


def inside(outline: Places, places: Places) -> npt.NDArray[np.bool_]:
    """Which places lie within a closed outline, by the number of edges to their right.

    Parameters
    ----------
    outline : ndarray of float32, (m, 2)
    places : ndarray of float32, (n, 2)

    Returns
    -------
    ndarray of bool, (n,)
    """
    within = np.zeros(len(places), bool)
    if not len(places):
        return within
    x, y = places.astype(np.float64).T
    corners = outline.astype(np.float64)
    for (x0, y0), (x1, y1) in zip(corners, np.roll(corners, -1, 0), strict=True):
        if y0 != y1:
            crosses = (y0 > y) != (y1 > y)
            within ^= crosses & (x < (x1 - x0) * (y - y0) / (y1 - y0) + x0)
    return within
