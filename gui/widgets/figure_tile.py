"""A small number with its name above and a word about it below."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from gui.widgets.layout import column, label

_POINTS = 15.0
_WIDTH = 128


class FigureTile(QWidget):
    """Name, number, note."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = label("muted")
        self.value = label()
        font = QFont(self.value.font())
        font.setPointSizeF(_POINTS)
        font.setWeight(QFont.Weight.DemiBold)
        self.value.setFont(font)
        self.note = label("muted", wrap=True)
        self.setFixedWidth(_WIDTH)
        self.setLayout(column(self.name, self.value, self.note, spacing=0))

    def show_figure(self, value: str, note: str) -> None:
        """Replace number and note."""
        self.value.setText(value)
        self.note.setText(note)
        self.value.setAccessibleName(f"{self.name.text()}: {value} {note}")
