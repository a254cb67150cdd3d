"""What would change the answer, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from engine.trial.sensitivity import Turn
from gui.language import TranslatedWidget, current, say
from gui.widgets.layout import Card, column, flowing, label


class TurnsCard(TranslatedWidget):
    """One input a line, the nearest to its value of today first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._turns: Sequence[Turn] = ()
        self.heading = label("heading")
        self.about = flowing(label("muted", wrap=True))
        self.lines = flowing(label(wrap=True, selectable=True))
        card = Card()
        for part in (self.heading, self.about, self.lines):
            card.body.addWidget(part)
        self.setLayout(column(card))
        self.bind(self._draw)

    def show_turns(self, turns: Sequence[Turn]) -> None:
        """Replace the sentences; without any there is no card."""
        self._turns = turns
        self._draw()

    def _draw(self) -> None:
        self.setVisible(bool(self._turns))
        self.heading.setText(say("report.turns_pays"))
        self.about.setText(say("report.turns_intro"))
        self.lines.setText("\n".join(f"•  {one.sentence(current())}" for one in self._turns))
