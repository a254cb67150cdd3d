"""Makes the pages while the window has nothing else to do, a part at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from gui.pages.book import Book

_PAUSE_MS = 40


class Readying(QObject):
    """So that the first look at a page is as quick as the later ones."""

    def __init__(self, pages: Book, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = pages.parts()
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._make_one)

    def begin(self) -> None:
        """Start."""
        self._timer.start()

    def _make_one(self) -> None:
        part = next(self._parts, None)
        if part is not None:
            part()
            self._timer.start()
