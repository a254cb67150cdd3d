"""One of the figures a decision turns on: name, number, what it comes from."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.widgets.layout import Card, flowing, label


class FigureCard(Card):
    """The number is large; the words around it wrap."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = flowing(label("muted", wrap=True))
        self.value = label("figure", selectable=True)
        self.note = flowing(label("muted", wrap=True))
        self.body.setSpacing(2)
        for part in (self.name, self.value, self.note):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def show_figure(self, value: str, note: str) -> None:
        """Replace number and note."""
        self.value.setText(value)
        self.note.setText(note)
        self.value.setAccessibleName(f"{self.name.text()}: {value}. {note}")
