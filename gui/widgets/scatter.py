"""Points on a plane: pictures on hover, a click chooses, a drawn outline encloses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.theme import colours
from gui.widgets.lasso import LassoBox, inside
from gui.widgets.spoken import CHART

Places = npt.NDArray[np.float32]
_REACH = 12  # px around the pointer
_HOVER_MS = 30
_DIMMED = 45  # of 255


@dataclass(frozen=True, eq=False)
class Layer:
    """Points that are drawn alike; later layers lie on top.

    Attributes
    ----------
    name : str
        What the owner knows the layer by.
    places : ndarray of float32, (n, 2)
    symbols, fills : sequence of str, (n,)
        Of pyqtgraph, and colours.
    size : int
        px.
    outline : str
        Colour; empty for none.
    strong : ndarray of bool, (n,)
        The others are drawn faintly.
    alpha : int
        Of strong points, 0..255.
    """

    name: str
    places: Places
    symbols: Sequence[str]
    fills: Sequence[str]
    size: int
    outline: str
    strong: npt.NDArray[np.bool_]
    alpha: int = 255


class Scatter(pg.PlotWidget):
    """Layers of points with zoom, pan and lasso.

    Signals
    -------
    hovered(object)
        A layer's name and the place in it, or None.
    pressed(object)
        The same, pressed.
    enclosed(object)
        By layer the places within a drawn outline: dict of str to ndarray of intp.
    stepped(int)
        -1 or 1 by the arrow keys; 0 by Enter.
    """

    spoken_as = CHART
    hovered = Signal(object)
    pressed = Signal(object)
    enclosed = Signal(object)
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.box = LassoBox()
        super().__init__(parent, viewBox=self.box, enableMenu=False)
        self.layers: Sequence[Layer] = ()
        self._items: dict[str, Any] = {}
        self._under: tuple[str, int] | None = None
        self._pointer: QPointF | None = None
        self.hideButtons()
        self.setAspectLocked(False)
        for side in ("left", "bottom"):
            self.hideAxis(side)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._ring = pg.ScatterPlotItem(size=24, brush=None)
        self._ring.setZValue(100)
        self.addItem(self._ring)
        self._hover = QTimer(self, singleShot=True, interval=_HOVER_MS)
        self._hover.timeout.connect(self._look_under)
        self.scene().sigMouseMoved.connect(self._moved)
        self.scene().sigMouseClicked.connect(self._clicked)
        self.box.drawn.connect(self._drawn)
        self._draw()

    # --- what is shown --------------------------------------------------------------------------

    def show_layers(self, layers: Sequence[Layer], *, refit: bool) -> None:
        """Replace all points; ``refit`` shows them whole, else the view stays."""
        self._forget_under()
        self.layers = layers
        for item in self._items.values():
            self.removeItem(item)
        self._items = {one.name: self._item(one, z) for z, one in enumerate(layers)}
        if refit:
            self.show_whole()

    def mark(self, where: tuple[str, int] | None) -> None:
        """Put a ring around a point, or around none."""
        place = None if where is None else self._place_of(*where)
        self._ring.setData([] if place is None else [place[0]], [] if place is None else [place[1]])

    def place_on_screen(self, name: str, at: int) -> QPointF | None:
        """Where a point is in the widget, px; None where there is none."""
        place = self._place_of(name, at)
        if place is None:
            return None
        found: QPointF = self.box.mapViewToScene(QPointF(float(place[0]), float(place[1])))
        return found

    def show_whole(self) -> None:
        """All points, with a margin."""
        every = [one.places for one in self.layers if len(one.places)]
        if every:
            together = np.concatenate(every)
            (left, low), (right, high) = together.min(0), together.max(0)
            self.box.setRange(
                xRange=(float(left), float(max(right, left + 1e-6))),
                yRange=(float(low), float(max(high, low + 1e-6))),
                padding=0.06,
            )

    def zoom(self, factor: float) -> None:
        """Nearer (above 1) or further about the middle."""
        self.box.scaleBy((1 / factor, 1 / factor))

    def set_lasso(self, *, on: bool) -> None:
        """Whether dragging draws an outline instead of moving the plane; Shift always draws."""
        self.box.drawing = on
        self.setCursor(Qt.CursorShape.CrossCursor if on else Qt.CursorShape.ArrowCursor)

    def _item(self, layer: Layer, z: int) -> Any:
        brushes: dict[tuple[str, bool], Any] = {}
        for fill in set(layer.fills):
            for strong in (False, True):
                colour = QColor(fill)
                colour.setAlpha(layer.alpha if strong else min(layer.alpha, _DIMMED))
                brushes[fill, strong] = pg.mkBrush(colour)
        item = pg.ScatterPlotItem(
            pos=layer.places,
            symbol=list(layer.symbols) or "o",
            brush=[
                brushes[fill, bool(strong)]
                for fill, strong in zip(layer.fills, layer.strong, strict=True)
            ],
            pen=pg.mkPen(layer.outline, width=1) if layer.outline else None,
            size=layer.size,
        )
        item.setZValue(z)
        self.addItem(item)
        return item

    def _place_of(self, name: str, at: int) -> Places | None:
        for layer in self.layers:
            if layer.name == name and 0 <= at < len(layer.places):
                place: Places = layer.places[at]
                return place
        return None

    # --- what the user does ---------------------------------------------------------------------

    def nearest(self, pointer: QPointF) -> tuple[str, int] | None:
        """The point under a place of the widget; of several the one that lies on top."""
        px, py = self.box.viewPixelSize()
        at = self.box.mapSceneToView(pointer)
        for layer in reversed(self.layers):
            if not len(layer.places) or not px or not py:
                continue
            away = (layer.places - (at.x(), at.y())) / (px, py)
            squares = np.square(away).sum(1)
            place = int(squares.argmin())
            if squares[place] <= _REACH**2:
                return layer.name, place
        return None

    def _moved(self, pointer: QPointF) -> None:
        self._pointer = pointer
        if not self._hover.isActive():
            self._hover.start()

    def _look_under(self) -> None:
        found = None if self._pointer is None else self.nearest(self._pointer)
        if found != self._under:
            self._under = found
            self.hovered.emit(found)

    def _forget_under(self) -> None:
        self._pointer = None
        if self._under is not None:
            self._under = None
            self.hovered.emit(None)

    def _clicked(self, event: Any) -> None:
        if event.double():
            self.show_whole()
        elif event.button() == Qt.MouseButton.LeftButton:
            found = self.nearest(event.scenePos())
            if found is not None:
                self.pressed.emit(found)

    def _drawn(self, outline: Places) -> None:
        self.enclosed.emit(
            {one.name: np.flatnonzero(inside(outline, one.places)) for one in self.layers}
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go through the points now."""
        super().focusInEvent(event)
        self.box.setBorder(pg.mkPen(colours().accent, width=2))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """They do no longer."""
        super().focusOutEvent(event)
        self.box.setBorder(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go through the samples, Enter looks at one, plus, minus and 0 zoom."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Return: 0,
            Qt.Key.Key_Enter: 0,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.stepped.emit(steps[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1.25)
        elif key == Qt.Key.Key_Minus:
            self.zoom(0.8)
        elif key == Qt.Key.Key_0:
            self.show_whole()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under a pointer that is elsewhere."""
        super().leaveEvent(event)
        self._forget_under()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme; the owner gives the layers new colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_ring"):
            self._draw()

    def _draw(self) -> None:
        c = colours()
        self.setBackground(c.surface)
        self._ring.setPen(pg.mkPen(c.text, width=2.5))
        self.box.set_colour(c.accent)
