"""What to keep of old pictures when new ones come: a table and what it means."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QComboBox, QWidget

from engine.trial.continual_report import ContinualReport, KeepingResult
from engine.trial.continual_words import (
    accuracy_words,
    continual_findings,
    keeping_words,
    side_words,
)
from engine.trial.roi import duration
from gui.language import TranslatedWidget, current, data_size, say
from gui.pages.trial_parts.plain_table import PlainTable
from gui.pages.trial_parts.words import MODELS, when
from gui.widgets.findings import Findings
from gui.widgets.layout import column, flowing, label, row

# The best that can be reached first, then the answer, then what it must beat.
_ORDER = ("everything", "condensed", "random", "new")


class ContinualResults(TranslatedWidget):
    """Shows one of the comparisons of a run, the newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reports: Sequence[ContinualReport] = ()
        self.choice = QComboBox()
        self._words = label("muted")
        self._words.setBuddy(self.choice)
        self.stopped = label("warning", wrap=True)
        self.table, self.findings = PlainTable(), Findings()
        self.notes = flowing(label("muted", wrap=True, selectable=True))
        parts = (self.stopped, self.table, self.findings, self.notes)
        self.setLayout(column(row(self._words, self.choice, None), *parts, None))
        self.choice.activated.connect(lambda _: self._draw())
        self.bind(self._say)

    @property
    def report(self) -> ContinualReport | None:
        """The comparison that is shown."""
        place = self.choice.currentIndex()
        return self.reports[place] if 0 <= place < len(self.reports) else None

    def show_reports(self, reports: Sequence[ContinualReport]) -> None:
        """Show the comparisons of a run, newest first; the newest is chosen."""
        self.reports = reports
        self.choice.clear()
        for report in reports:
            self.choice.addItem(_title(report))
        self.setVisible(bool(reports))
        self._draw()

    def retranslate(self) -> None:
        """In the language and theme of now."""
        super().retranslate()
        self.findings.retranslate()

    def _say(self) -> None:
        self._words.setText(self.tr("Comparison"))
        self.choice.setAccessibleName(self.tr("Comparison"))
        self.table.setAccessibleName(self.tr("What is kept of the old pictures"))
        self.stopped.setText(say("report.trial_stopped"))
        for place, report in enumerate(self.reports):
            self.choice.setItemText(place, _title(report))
        self._draw()

    def _draw(self) -> None:
        report = self.report
        if report is None:
            return
        heads = [
            self.tr("Kept"),
            _first_up(side_words("old", current())),
            _first_up(side_words("new", current())),
            self.tr("Size"),
            self.tr("One training"),
        ]
        found = [one for name in _ORDER for one in report.results if one.keeping == name]
        ours = [place for place, one in enumerate(found) if one.keeping == "condensed"]
        self.table.show_cells(heads, [_cells(report, one) for one in found], bold=ours)
        self.stopped.setVisible(report.stopped)
        told = continual_findings(report, current())
        self.findings.show_findings(
            [(one.good, one.sentence) for one in told if one.good is not None]
        )
        self.notes.setText("\n".join(one.sentence for one in told if one.good is None))


def _title(report: ContinualReport) -> str:
    made = when(datetime.fromisoformat(report.created))
    return "  ·  ".join((made, report.new_project, MODELS[report.recipe.model]))


def _first_up(words: str) -> str:
    """As it stands at the beginning of a row; Japanese has no capitals."""
    return words[:1].upper() + words[1:]


def _cells(report: ContinualReport, one: KeepingResult) -> list[str]:
    return [
        _first_up(keeping_words(one.keeping, current())),
        accuracy_words(report, one, "old"),
        accuracy_words(report, one, "new"),
        data_size(one.bytes),
        duration(one.seconds, current()),
    ]
