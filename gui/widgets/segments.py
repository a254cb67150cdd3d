"""A few choices side by side, one of them or none in force."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from gui.widgets.layout import row


class Segments(QWidget):
    """Buttons by key; :attr:`chosen` tells which was pressed, the owner shows what is in force."""

    chosen = Signal(str)

    def __init__(self, keys: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {key: QPushButton() for key in keys}
        self._shown = ""
        for key, one in self.buttons.items():
            one.setCheckable(True)
            one.setProperty("segment", "true")
            one.clicked.connect(lambda _checked, key=key: self._press(key))
        layout = row(*self.buttons.values(), spacing=0)
        for place in range(len(keys)):
            layout.setStretch(place, 1)
        self.setLayout(layout)

    @property
    def shown(self) -> str:
        """The choice in force; empty for none."""
        return self._shown

    def show_choice(self, key: str) -> None:
        """Mark a choice as the one in force, or none."""
        self._shown = key
        for name, one in self.buttons.items():
            one.setChecked(name == key)

    def set_texts(self, key: str, word: str, tip: str) -> None:
        """What a choice is called and what it does."""
        self.buttons[key].setText(word)
        self.buttons[key].setToolTip(tip)
        self.buttons[key].setAccessibleDescription(tip)

    def _press(self, key: str) -> None:
        self.show_choice(self._shown)  # a press toggles a button; the owner decides what holds
        self.chosen.emit(key)
