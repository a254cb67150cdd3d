"""Stands where a page will, until the page has been made."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from gui.pages.first_words import PICTURES, first_words
from gui.pages.page import Page
from gui.services import Services
from gui.widgets.layout import EmptyState, label


class Door(Page):
    """The page's head; while there are no pictures, also what the page says then, and the way on.

    It is made in some thousandths of a second, and looks as the page will.
    """

    def __init__(self, name: str, services: Services) -> None:
        super().__init__(services)
        self._name = name
        self.empty = EmptyState(PICTURES[name], self._go_on)
        self.moment = label("muted")
        self.moment.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack = QStackedWidget()
        for view in (self.empty, self.moment):
            self.stack.addWidget(view)
        self.body.addWidget(self.stack)
        self.primary.hide()
        self.reason.hide()
        self.workspace.images_changed.connect(self._say)
        self.bind(self._say)

    def _go_on(self) -> None:
        if self._name == "import":
            self.navigator.choose_folder.emit()
        else:
            self.navigator.go.emit("import")

    def _say(self) -> None:
        words = first_words(self._name)
        self.title.setText(words.title)
        self.subtitle.setText(words.about)
        self.empty.sentence.setText(words.sentence)
        self.empty.button.setText(words.way)
        self.moment.setText(self.tr("One moment…"))
        self.stack.setCurrentIndex(0 if self.workspace.image_set is None else 1)
