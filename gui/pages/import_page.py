"""The import page."""

from __future__ import annotations

from pathlib import Path

from gui.pages.page import Page
from gui.services import Services


class ImportPage(Page):
    """Placeholder."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.bind(lambda: self.title.setText("Import"))

    def prepare(self, folder: Path) -> None:
        """Look at a folder."""
