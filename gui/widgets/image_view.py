"""A picture to look into: wheel zooms, dragging pans; several views can move as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsPixmapItem,
    QGraphicsScene,
    QGraphicsView,
    QSizePolicy,
    QWidget,
)

from gui.theme import colours
from gui.widgets.pictures import to_qimage

_STEP = 1.25
_LARGEST = 64.0
_LEAST_SIDE = 96
_FRAME = 2


@dataclass(frozen=True)
class Sight:
    """What part of a picture is seen: px of screen per pixel (None: all of it) and its centre."""

    scale: float | None
    centre: QPointF


class ImageView(QGraphicsView):
    """Shows a picture; emits :attr:`moved` with a :class:`Sight` when the user moves it."""

    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item = QGraphicsPixmapItem()
        scene = QGraphicsScene(self)
        scene.addItem(self._item)
        self._frame: QRectF | None = None
        self._place = QRectF()
        self.smooth = False
        self.setScene(scene)
        self._fitted = True
        self._following = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        # What is drawn above the picture stands still while the picture is scrolled.
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(_LEAST_SIDE, _LEAST_SIDE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self._scrolled)
        self._draw()

    # --- what is shown --------------------------------------------------------------------------

    def show_picture(self, pixels: npt.NDArray[np.uint8] | None) -> None:
        """Show a picture, or nothing; zoom and place stay if the size does."""
        self.show_image(None if pixels is None else to_qimage(pixels))

    def show_image(self, image: QImage | None) -> None:
        """As :meth:`show_picture`."""
        pixmap = QPixmap() if image is None else QPixmap.fromImage(image)
        self._item.setPixmap(pixmap)
        # Nothing to see is often followed by a picture of the same size.
        if image is not None:
            self.use_size(QRectF(pixmap.rect()))

    def use_size(self, place: QRectF) -> None:
        """Make room for a picture of another size; zoom and place stay if it is the same."""
        if place != self._place:
            self._place = place
            self.setSceneRect(place)
            if self._fitted:
                self._fit()

    def mark(self, part: QRectF | None) -> None:
        """Frame a part of the picture, or nothing; in pixels."""
        self._frame = part
        self.viewport().update()

    @property
    def marked(self) -> QRectF | None:
        """The part that is framed."""
        return self._frame

    @property
    def image(self) -> QImage:
        """The picture in its own size; null if there is none."""
        return self._item.pixmap().toImage()

    @property
    def has_picture(self) -> bool:
        """Whether there is something to see."""
        return not self._item.pixmap().isNull()

    def set_smooth(self, smooth: bool) -> None:
        """Blend between the pixels, or show each as a square."""
        self.smooth = smooth
        self._item.setTransformationMode(
            Qt.TransformationMode.SmoothTransformation
            if smooth
            else Qt.TransformationMode.FastTransformation
        )

    # --- what part of it ------------------------------------------------------------------------

    @property
    def sight(self) -> Sight:
        """What is seen now."""
        centre = self.mapToScene(self.viewport().rect().center())
        return Sight(None if self._fitted else self.transform().m11(), centre)

    def take(self, sight: Sight) -> None:
        """Follow another view."""
        self._following = True
        self._fitted = sight.scale is None
        if sight.scale is None:
            self._fit()
        else:
            self._set_scale(sight.scale)
            self.centerOn(sight.centre)
        self._following = False

    def fit(self) -> None:
        """Show the whole picture, as large as there is room."""
        self._fitted = True
        self._fit()
        self._tell()

    def actual_size(self) -> None:
        """Show one pixel of the picture as one of the screen."""
        self._fitted = False
        self._set_scale(1 / self.devicePixelRatioF())
        self.centerOn(self._place.center())
        self._tell()

    def zoom(self, factor: float) -> None:
        """Zoom in or out."""
        if self.has_picture:
            self._fitted = False
            self._set_scale(self.transform().m11() * factor)
            self._tell()

    def _fit(self) -> None:
        before, self._following = self._following, True
        if not self._place.isEmpty():
            self.fitInView(self._place, Qt.AspectRatioMode.KeepAspectRatio)
        self._following = before

    def _set_scale(self, scale: float) -> None:
        least = min(1 / self.devicePixelRatioF(), self._whole() / 2)
        wanted = min(max(scale, least), _LARGEST) / self.transform().m11()
        before, self._following = self._following, True
        self.scale(wanted, wanted)
        self._following = before

    def _whole(self) -> float:
        """The scale at which all of the picture is seen."""
        room, size = self.viewport().size(), self._place.size()
        return min(room.width() / max(1, size.width()), room.height() / max(1, size.height()))

    def _scrolled(self) -> None:
        if not self._fitted:
            self._tell()

    def _tell(self) -> None:
        if not self._following:
            self.moved.emit(self.sight)

    # --- what the user does ---------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        self.zoom(_STEP ** (event.angleDelta().y() / 120))
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Back to the whole picture."""
        self.fit()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus zoom, 0 shows all."""
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(_STEP)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom(1 / _STEP)
        elif event.key() == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A picture that is seen whole stays so."""
        super().resizeEvent(event)
        if self._fitted:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, a frame around a part of it, and around all while the keys go here."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self.paint_above(painter)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours().accent), _FRAME))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def paint_above(self, painter: QPainter) -> None:
        """What lies above the picture, in px of the view."""
        if self._frame is not None and self.has_picture:
            place = self.mapFromScene(self._frame).boundingRect()
            # Two colours: one of them is seen on whatever lies below.
            painter.setPen(QPen(QColor(colours().surface), 3 * _FRAME))
            painter.drawRect(place)
            painter.setPen(QPen(QColor(colours().accent), _FRAME))
            painter.drawRect(place)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_item"):
            self._draw()

    def _draw(self) -> None:
        self.setBackgroundBrush(QColor(colours().raised))


def link(views: Sequence[ImageView]) -> None:
    """Let views move as one."""
    for view in views:
        others = [one for one in views if one is not view]

        def follow(sight: Sight, others: Sequence[ImageView] = others) -> None:
            for one in others:
                one.take(sight)

        view.moved.connect(follow)
