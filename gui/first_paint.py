"""Tells when a window has been painted for the first time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Belongs to the window it watches.

    Signals
    -------
    painted
        What was painted can be seen.
    """

    painted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The first time that the window is painted."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            # Painted, but shown only when this event has ended.
            QTimer.singleShot(0, self, self.painted.emit)
        return super().eventFilter(watched, event)
