"""What a detector found with each normal set: table, curves, scores, pictures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from engine.data import ImageSet
from engine.trial.anomaly_report import AnomalyReport, AnomalyResult
from engine.trial.anomaly_words import findings, set_words
from gui.language import TranslatedWidget, current
from gui.pages.trial_parts.anomaly_charts import PrecisionCurves, ScoreHistogram
from gui.pages.trial_parts.anomaly_pictures import MapStrips
from gui.pages.trial_parts.anomaly_table import AnomalyTable
from gui.pages.trial_parts.words import when
from gui.theme import PAD
from gui.widgets.findings import Findings
from gui.widgets.layout import Card, column, label, row


class AnomalyResults(TranslatedWidget):
    """Shows one of the comparisons of a run, the newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reports: Sequence[AnomalyReport] = ()
        self.report_choice, self.set_choice = QComboBox(), QComboBox()
        for choice in (self.report_choice, self.set_choice):  # dates and names, by language
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.table = AnomalyTable()
        self.findings, self.notes = Findings(), label("muted", wrap=True, selectable=True)
        self.curves, self.scores = PrecisionCurves(), ScoreHistogram()
        self.strips = MapStrips()
        self._curve_words, self._score_words = label("heading"), label("heading")
        self._assemble()
        self.report_choice.activated.connect(lambda _: self._draw())
        self.set_choice.activated.connect(lambda _: self._draw_set())
        self.bind(self._say)

    def _assemble(self) -> None:
        self._words: dict[str, QLabel] = {}
        for name, field in (("report", self.report_choice), ("set", self.set_choice)):
            self._words[name] = label("muted")
            self._words[name].setBuddy(field)
        above, beside, below = Card(), Card(), Card()
        above.body.addLayout(row(self._words["report"], self.report_choice, None))
        for part in (self.table, self.findings, self.notes):
            above.body.addWidget(part)
        beside.body.addWidget(self._curve_words)
        beside.body.addWidget(self.curves)
        beside.body.addStretch(1)
        below.body.addLayout(row(self._score_words, None, self._words["set"], self.set_choice))
        below.body.addWidget(self.scores)
        below.body.addWidget(self.strips)
        below.body.addStretch(1)
        lower = row(beside, below, spacing=PAD)
        lower.setStretch(0, 2)
        lower.setStretch(1, 3)
        layout = column(above, spacing=PAD)
        layout.addLayout(lower)
        layout.addStretch(1)
        self.setLayout(layout)

    @property
    def report(self) -> AnomalyReport | None:
        """The comparison that is shown."""
        place = self.report_choice.currentIndex()
        return self.reports[place] if 0 <= place < len(self.reports) else None

    @property
    def shown(self) -> AnomalyResult | None:
        """The set whose scores are shown."""
        report = self.report
        return None if report is None else report.find(self.set_choice.currentData() or "")

    def show_reports(self, reports: Sequence[AnomalyReport], images: ImageSet | None) -> None:
        """Show the comparisons of a run, newest first; the newest is chosen."""
        self.reports = reports
        self.strips.use_images(images)
        self.report_choice.clear()
        for one in reports:
            self.report_choice.addItem(when(datetime.fromisoformat(one.created)))
        self._draw()

    def _say(self) -> None:
        words = {"report": self.tr("Comparison"), "set": self.tr("Memory")}
        for name, text in words.items():
            self._words[name].setText(text)
        self.report_choice.setToolTip(self.tr("Which comparison is shown; the newest comes first"))
        self.set_choice.setToolTip(self.tr("Whose detector is shown below"))
        for place, one in enumerate(self.reports):
            self.report_choice.setItemText(place, when(datetime.fromisoformat(one.created)))
        self.report_choice.setAccessibleName(words["report"])
        self.set_choice.setAccessibleName(words["set"])
        self._curve_words.setText(self.tr("Precision over recall"))
        self._score_words.setText(self.tr("Anomaly scores"))
        self._draw()

    def retranslate(self) -> None:
        """In the language and theme of now."""
        super().retranslate()
        for part in (self.findings, self.curves, self.scores, self.strips):
            part.retranslate()

    def _draw(self) -> None:
        report = self.report
        if report is None:
            return
        before = self.set_choice.currentData() or "condensed"
        self.set_choice.clear()
        for one in report.sets:
            self.set_choice.addItem(set_words(one.name, current()), one.name)
        self.set_choice.setCurrentIndex(max(0, self.set_choice.findData(before)))
        self.table.show_report(report)
        told = findings(report, current())
        self.findings.show_findings(
            [(one.good, one.sentence) for one in told if one.good is not None]
        )
        self.notes.setText(" ".join(one.sentence for one in told if one.good is None))
        self.curves.show_report(report)
        self._draw_set()

    def _draw_set(self) -> None:
        report, shown = self.report, self.shown
        if report is None or shown is None:
            return
        self.scores.show_scores(report, shown)
        self.strips.show_maps(report, shown)
