"""Makes the pages while nobody uses the window, a part at a time."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from gui.pages.book import Book

_PAUSE_MS = 40
_UNUSED_SECONDS = 0.5
_USE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchUpdate,
}


class Readying(QObject):
    """So that the first look at a page is as quick as the later ones.

    The largest part takes some hundredths of a second; none is made while the mouse moves.
    """

    def __init__(self, pages: Book, window: QWidget) -> None:
        super().__init__(window)
        self._parts = pages.parts()
        self._used = 0.0
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._make_one)
        # The system's window: its widgets' own events would all come through here.
        self._watched = window.windowHandle()

    def begin(self) -> None:
        """Start; the window is shown."""
        if self._watched is not None:
            self._watched.installEventFilter(self)
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Somebody uses the window."""
        if event.type() in _USE:
            self._used = time.monotonic()
        return super().eventFilter(watched, event)

    def _make_one(self) -> None:
        if time.monotonic() - self._used < _UNUSED_SECONDS:
            self._timer.start()
            return
        part = next(self._parts, None)
        if part is not None:
            part()
            self._timer.start()
        elif self._watched is not None:
            self._watched.removeEventFilter(self)
