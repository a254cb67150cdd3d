"""Left: which run is looked at, and its classes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from engine.project import Run
from engine.runtime import UserError
from gui.language import TranslatedWidget
from gui.pages.inspect_parts.class_table import ClassTable
from gui.pages.trial_parts.words import run_text
from gui.theme import GAP, TIGHT, colours
from gui.widgets.layout import Card, button, column, label, row


class ClassPane(TranslatedWidget):
    """Emits :attr:`run_chosen` with a run's id; its :attr:`table` tells of the classes."""

    run_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs: Sequence[Run] = ()
        self.run = QComboBox()
        self.run.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.run.activated.connect(lambda place: self.run_chosen.emit(self.run.itemData(place)))
        self._run_title = label("heading")
        self._run_title.setBuddy(self.run)
        self._classes_title = label("heading")
        self.worst = button("sort-descending")
        self.worst.setCheckable(True)
        self.worst.clicked.connect(self._worst_clicked)
        self.table = ClassTable()
        self.table.sorted_by.connect(lambda key: self.worst.setChecked(key == "worst"))
        self.state = label("muted", wrap=True)
        card = Card()
        upper = row(self._run_title, self.run)
        upper.setStretch(1, 1)
        card.body.addLayout(upper)
        card.body.addSpacing(TIGHT)
        card.body.addLayout(row(self._classes_title, None, self.worst))
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.state)
        self.setLayout(column(card, spacing=GAP))
        self.show_state("")
        self.bind(self._say)

    def show_runs(self, runs: Sequence[Run], chosen: str) -> None:
        """Offer the runs that have a condensed set."""
        self._runs = runs
        self.run.clear()
        for run in runs:
            self.run.addItem(_text(run), run.id)
        self.mark_run(chosen)

    def mark_run(self, run_id: str) -> None:
        """Another run is looked at."""
        self.run.setCurrentIndex(self.run.findData(run_id))

    def show_state(self, words: str) -> None:
        """Say below the list what is being done, or why there are no numbers."""
        self.state.setText(words)
        self.state.setVisible(bool(words))

    def _worst_clicked(self, on: bool) -> None:
        self.table.sort("worst" if on else "class")

    def _say(self) -> None:
        self._run_title.setText(self.tr("Run"))
        self._classes_title.setText(self.tr("Classes"))
        self.run.setAccessibleName(self.tr("Run to look at"))
        self.run.setToolTip(self.tr("Its samples are shown and judged here."))
        self.worst.setText(self.tr("Worst first"))
        self.worst.setToolTip(self.tr("Classes that differ most from the real samples on top"))
        for place, run in enumerate(self._runs):
            self.run.setItemText(place, _text(run))
        # The style sheet of the window knows no pressed state that stays.
        self.worst.setStyleSheet(
            f"QPushButton:checked {{ border: 2px solid {colours().accent}; padding: 4px 13px; }}"
        )


def _text(run: Run) -> str:
    try:
        return run_text(run)
    except UserError:  # of a recipe this version does not know
        return run.id
