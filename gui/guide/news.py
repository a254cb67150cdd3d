"""What is new in this version, on the start page: open until it was read, then one line."""

from __future__ import annotations

import logging

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from engine import __version__
from gui.guide.documents import newest_changes
from gui.language import current
from gui.theme import PAD
from gui.widgets.fold import Fold
from gui.widgets.layout import flowing, label, show_in_place


class News(Fold):
    """Emits :attr:`read` once: it was closed by hand, or the page was left with it open."""

    read = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points = flowing(label("muted", wrap=True, selectable=True))
        self.body.addWidget(self.points)
        self.body.setContentsMargins(PAD, 0, 0, PAD)
        self._unread = False
        self.heading.toggled.connect(self._toggled)
        self.bind(self._say)

    def show_unread(self, unread: bool) -> None:
        """Open it for somebody who has not read of this version."""
        self._unread = unread
        if unread:
            self.open()

    def hideEvent(self, event: QHideEvent) -> None:
        """Who leaves the page has had it before them: from then on it is one line."""
        super().hideEvent(event)
        if self._unread and not event.spontaneous():
            self.open(False)

    def _toggled(self, opened: bool) -> None:
        if self._unread and not opened:
            self._unread = False
            self.read.emit(__version__)

    def _say(self) -> None:
        try:
            version, points = newest_changes(current())
        except OSError:
            logging.getLogger(__name__).warning("no change log", exc_info=True)
            version, points = "", []
        show_in_place(self, bool(points))
        self.heading.setText(self.tr("What is new in {version}").format(version=version))
        self.points.setText("\n".join(f"•  {one}" for one in points))
