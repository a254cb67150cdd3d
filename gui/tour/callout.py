"""A call-out with one sentence, and the ring round what it speaks of."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from gui.language import Translated
from gui.theme import GAP, PAD, colours
from gui.widgets.layout import button, column, label, row

_WIDTH = 330
_RING = 4


class Callout(Translated, QFrame):
    """Sentence, place in the tour, Back, Next, End; the tour connects them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("callout", "true")
        self.setFixedWidth(_WIDTH)
        self.sentence = label(wrap=True)
        self.place = label("muted")
        self.back, self.next, self.end = button(), button(primary=True), button()
        ways = row(self.place, None, self.end, self.back, self.next)
        layout = column(self.sentence, ways, spacing=PAD)
        layout.setContentsMargins(PAD, PAD, PAD, GAP)
        self.setLayout(layout)
        self._last = False
        self.bind(self._say)

    def show_stop(self, sentence: str, number: int, count: int) -> None:
        """Replace the sentence; ``number`` of ``count`` stops, from 1."""
        self.sentence.setText(sentence)
        self.place.setText(f"{number} / {count}")
        self.back.setEnabled(number > 1)
        self._last = number == count
        self._say()
        self.setAccessibleName(sentence)
        self.next.setAccessibleDescription(sentence)
        self.adjustSize()

    def _say(self) -> None:
        self.back.setText(self.tr("&Back"))
        self.back.setToolTip(self.tr("To the stop before"))
        self.next.setText(self.tr("D&one") if self._last else self.tr("&Next"))
        self.end.setText(self.tr("&End"))
        self.end.setToolTip(self.tr("Ends the tour (Esc)"))
        self.end.setVisible(not self._last)
        self.place.setToolTip(self.tr("Stops of the tour"))


class Ring(QWidget):
    """Lets everything through to what it surrounds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def surround(self, target: QRect) -> None:
        """Stand round a rectangle of the parent."""
        self.setGeometry(target.adjusted(-_RING, -_RING, _RING, _RING))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line in the accent colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours().accent), 2.5))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), GAP, GAP)
