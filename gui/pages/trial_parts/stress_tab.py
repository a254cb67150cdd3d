"""The sets under strain: how much each loses, and who suffers more."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engine.trial import TrialReport
from engine.trial.strains import STRAINS
from engine.trial.stress_results import StrainResult
from engine.trial.stress_words import fall_words, reached_words, strain_words, stress_findings
from gui.language import TranslatedWidget, current, percent
from gui.pages.trial_parts.plain_table import PlainTable
from gui.pages.trial_parts.set_table import ORDER
from gui.pages.trial_parts.words import accuracy_text, set_title
from gui.theme import GAP, TIGHT
from gui.widgets.findings import Findings
from gui.widgets.layout import column, label


class StressTab(TranslatedWidget):
    """A table for each strain, a row a set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: TrialReport | None = None
        self.tables = {strain: PlainTable() for strain in STRAINS}
        self._heads = {strain: label("heading") for strain in STRAINS}
        self.findings = Findings()
        self.note = label("muted", wrap=True, selectable=True)
        layout = column(self.findings, spacing=GAP)
        for strain in STRAINS:
            layout.addWidget(self._heads[strain])
            layout.addWidget(self.tables[strain])
        layout.addWidget(self.note)
        layout.addStretch(1)
        layout.setContentsMargins(TIGHT, GAP, TIGHT, 0)
        self.setLayout(layout)
        self.bind(self._draw)

    def show_report(self, report: TrialReport) -> None:
        """Show a trial; nothing of one without a stress."""
        self._report = report
        self._draw()

    def retranslate(self) -> None:
        """In the language and theme of now."""
        super().retranslate()
        self.findings.retranslate()

    def _draw(self) -> None:
        for strain in STRAINS:
            self._heads[strain].setText(strain_words(strain, current()))
            self.tables[strain].setAccessibleName(strain_words(strain, current()))
            self.tables[strain].setAccessibleDescription(self.tr("A row a set."))
        report = self._report
        if report is None or report.stress is None:
            return
        for strain in STRAINS:
            found = [one for name in ORDER if (one := report.stress.find(strain, name)) is not None]
            bold = [place for place, one in enumerate(found) if one.name == "condensed"]
            rows = [self._cells(one) for one in found]
            self.tables[strain].show_cells(self._titles(), rows, bold=bold, tips=self._meanings())
        told = stress_findings(report, current())
        sided = [(one.good, one.sentence) for one in told if one.good is not None]
        self.findings.show_findings(sided)
        self.findings.setVisible(bool(sided))
        self.note.setText("\n\n".join(one.sentence for one in told if one.good is None))

    def _titles(self) -> list[str]:
        return [
            self.tr("Set"),
            self.tr("Reached"),
            self.tr("Accuracy"),
            self.tr("Mean recall"),
            self.tr("Points lost"),
            self.tr("Worst class"),
        ]

    def _meanings(self) -> list[str]:
        """What each column measures."""
        return [
            self.tr("What the model was trained on"),
            self.tr("The strain as it came out: wrong labels, or the thinnest class"),
            self.tr("Share of test pictures told rightly, under the strain"),
            self.tr("Recall under the strain, every class counted alike"),
            self.tr("How far below the same set without the strain, in points, with its margin"),
            self.tr("The class of which the smallest share was told rightly, and that share"),
        ]

    def _cells(self, one: StrainResult) -> list[str]:
        worst = one.worst
        return [
            set_title(one.name),
            reached_words(one, current()),
            accuracy_text(one.accuracy_mean, one.accuracy_std, seeds=len(one.accuracies)),
            percent(one.balanced_mean),
            fall_words(one.fall),
            "–" if worst is None else f"{percent(worst[1])}  {worst[0]}",
        ]
