"""How many samples are shown, of how many."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.language import number
from gui.widgets.elided import ElidedLabel
from gui.widgets.layout import row


class CountLabel(ElidedLabel):
    """Takes the room that is left, so that a longer count never makes its card wider."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("muted", parent)

    def behind(self, name: QWidget) -> QHBoxLayout:
        """A row with the name of what is counted."""
        made = row(name, self)
        made.setStretch(1, 1)
        return made

    def show_count(self, shown: int, count: int) -> None:
        """*60*, or *38 of 60*."""
        if shown == count:
            self.show_text(number(count))
            return
        words = QCoreApplication.translate("Gallery", "{shown} of {count}")
        self.show_text(words.format(shown=number(shown), count=number(count)))
