"""Where there is nothing to inspect: what is missing, and the way there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.language import number
from gui.pages.first_words import PICTURES, first_words
from gui.services import Services
from gui.widgets.layout import EmptyState


class NothingYet(EmptyState):
    """Leads to the import, to condensing, or to a run that has a condensed set."""

    def __init__(self, services: Services) -> None:
        super().__init__(PICTURES["inspect"], self._go)
        self._workspace, self._navigator = services.workspace, services.navigator
        self._runs: list[str] = []

    def show_runs(self, runs: list[str]) -> None:
        """Ids of the runs that have a condensed set, newest first."""
        self._runs = runs
        self.say()

    def say(self) -> None:
        """Say what is missing, in the language of now."""
        translate = QCoreApplication.translate
        images = self._workspace.image_set
        if images is None:
            first = first_words("inspect")
            words, action = first.sentence, first.way
        elif self._runs:
            words = translate(
                "InspectPage",
                "The run looked at has no condensed set yet. Resume it, or look at another one.",
            )
            action = translate("InspectPage", "Look at the newest condensed set")
        else:
            words = translate(
                "InspectPage",
                "No condensed set yet. Condense makes one from {count} pictures in a few minutes.",
            ).format(count=number(len(images.indices("train"))))
            action = translate("InspectPage", "Condense…")
        self.sentence.setText(words)
        self.button.setText(action)

    def _go(self) -> None:
        if self._workspace.image_set is None:
            self._navigator.go.emit("import")
        elif self._runs:
            self._workspace.select_run(self._runs[0])
        else:
            self._navigator.go.emit("condense")
