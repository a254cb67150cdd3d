"""A button whose text ends in … where there is no room, and says the rest on hover."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from gui.icons import icon

_LEAST_WIDTH = 64
# Padding of the style sheet, icon and what stands between.
_AROUND = 2 * 8 + 18 + 8


class ElidedButton(QPushButton):
    """Takes the room there is; its accessible name is the whole text."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setIcon(icon(icon_name))
        self.setIconSize(QSize(18, 18))
        self.setProperty("icon_name", icon_name)
        self.setProperty("remark", "true")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_LEAST_WIDTH)

    @property
    def words(self) -> str:
        """The whole text."""
        return self._words

    def show_text(self, words: str) -> None:
        """Replace the text."""
        self._words = words
        self.setAccessibleName(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text to the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(0, self.width() - _AROUND)
        line = self._words.replace("\n", " ")
        fitting = self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, room)
        self.setText(fitting.replace("&", "&&"))
