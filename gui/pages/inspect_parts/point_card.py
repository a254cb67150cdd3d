"""The picture under the pointer, with what it is; stands beside its point."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from gui.theme import GAP, TIGHT
from gui.widgets.elided import ElidedLabel
from gui.widgets.layout import label
from gui.widgets.pictures import enlarged, to_qimage

_SIDE, _AWAY = 112, 16


class PointCard(QFrame):
    """A child of the map; never in the way of the pointer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._within = parent
        self.setProperty("card", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.picture = QLabel()
        self.picture.setFixedSize(_SIDE, _SIDE)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title, self.detail = label("heading"), ElidedLabel("muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(TIGHT)
        for part in (self.picture, self.title, self.detail):
            layout.addWidget(part)
        self.hide()

    def show_at(
        self,
        place: QPointF,
        pixels: npt.NDArray[np.uint8] | None,
        title: str,
        detail: str,
    ) -> None:
        """Show a picture, None while it is being read, beside a place of the parent."""
        image = QPixmap()
        if pixels is not None:
            image = QPixmap.fromImage(enlarged(to_qimage(pixels), _SIDE))
        self.picture.setPixmap(image)
        self.title.setText(title)
        self.detail.show_text(detail)
        self.setFixedWidth(max(_SIDE, self.title.sizeHint().width()) + 2 * GAP + 2)
        self.adjustSize()
        x, y = int(place.x()) + _AWAY, int(place.y()) + _AWAY
        if x + self.width() > self._within.width():
            x = int(place.x()) - _AWAY - self.width()
        if y + self.height() > self._within.height():
            y = int(place.y()) - _AWAY - self.height()
        self.move(max(0, x), max(0, y))
        self.show()
        self.raise_()
