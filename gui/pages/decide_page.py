"""The decide page."""

from __future__ import annotations

from gui.pages.page import Page
from gui.services import Services


class DecidePage(Page):
    """Placeholder."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.bind(lambda: self.title.setText("Decide"))
