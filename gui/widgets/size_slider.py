"""How large pictures are shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSlider, QWidget


class SizeSlider(QSlider):
    """Keeps the arrow keys, which go through the samples everywhere else on the page."""

    def __init__(self, least: int, most: int, value: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(least, most)
        self.setSingleStep(8)
        self.setPageStep(32)
        self.setValue(value)
        self.setMaximumWidth(120)
        self.setMinimumWidth(52)

    def event(self, event: QEvent) -> bool:
        """Claim the keys before a shortcut does."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        ):
            event.accept()
            return True
        return super().event(event)
