"""The same sets under further models: does the condensed set hold for them too?"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from engine.trial import TrialReport
from engine.trial.measures import clearly_better, recovered_share, strongest_baseline
from engine.trial.results import ModelResults
from gui.language import TranslatedWidget, percent, say
from gui.pages.trial_parts.plain_table import PlainTable
from gui.pages.trial_parts.set_table import ORDER
from gui.pages.trial_parts.words import MODELS, accuracy_text, set_title
from gui.theme import GAP, TIGHT
from gui.widgets.findings import Findings
from gui.widgets.layout import column, label


class ModelsTab(TranslatedWidget):
    """A row a model, a column a set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: TrialReport | None = None
        self.table = PlainTable()
        self.findings = Findings()
        self.note = label("muted", wrap=True)
        layout = column(self.table, self.findings, self.note, None, spacing=GAP)
        layout.setContentsMargins(TIGHT, GAP, TIGHT, 0)
        self.setLayout(layout)
        self.bind(self._draw)

    def show_report(self, report: TrialReport) -> None:
        """Show a trial."""
        self._report = report
        self._draw()

    def _draw(self) -> None:
        self.table.setAccessibleName(self.tr("Accuracy by model and set"))
        self.table.setAccessibleDescription(self.tr("A row a model, a column a set."))
        self.note.setText(
            self.tr(
                "Accuracy on held-out real pictures. The condensed set was learnt through "
                "ConvNets; the other models never saw it being made. The sets, the rule and the "
                "number of trainings are the same for all."
            )
        )
        report = self._report
        if report is None:
            return
        models = [
            ModelResults(model=report.recipe.model, protocol=report.protocol, sets=report.sets),
            *report.further,
        ]
        names = [name for name in ORDER if report.find(name) is not None]
        heads = [self.tr("Model"), *(set_title(name) for name in names)]
        self.table.show_cells(
            [*heads, self.tr("Recovered")],
            [self._cells(one, names) for one in models],
            bold=[0],
            tips=self._meanings(names),
        )
        self.findings.show_findings([self._finding(one) for one in report.further])

    def _meanings(self, names: Sequence[str]) -> list[str]:
        """What each column measures."""
        accuracy = self.tr("Share of test pictures told rightly by a model trained on: {set}")
        return [
            self.tr("The first is the one the trial was asked for"),
            *(accuracy.format(set=set_title(name)) for name in names),
            self.tr("Accuracy of the condensed set as a share of that with all real samples"),
        ]

    def _cells(self, one: ModelResults, names: Sequence[str]) -> list[str]:
        cells = [MODELS[one.model]]
        for name in names:
            result = one.find(name)
            cells.append(
                "–"
                if result is None
                else accuracy_text(
                    result.accuracy_mean, result.accuracy_std, seeds=len(result.accuracies)
                )
            )
        share = recovered_share(one)
        return [*cells, "–" if share is None else percent(share)]

    def _finding(self, one: ModelResults) -> tuple[bool, str]:
        """Whether the condensed set beats the strongest real selection under a model."""
        condensed, rival = one.find("condensed"), strongest_baseline(one)
        if condensed is None or rival is None:
            return False, self.tr("{model}: no real selection to compare with.").format(
                model=MODELS[one.model]
            )
        if clearly_better(condensed, rival):
            words = self.tr(
                "{model}: the condensed set holds, better than {set} ({condensed} against "
                "{baseline})."
            )
        elif clearly_better(rival, condensed):
            words = self.tr(
                "{model}: {set} is better than the condensed set ({baseline} against {condensed})."
            )
        else:
            words = self.tr(
                "{model}: no gain over {set} ({condensed} against {baseline}), within the margin "
                "of error."
            )
        told = words.format(
            model=MODELS[one.model],
            set=say(f"set.{rival.name}"),
            baseline=percent(rival.accuracy_mean),
            condensed=percent(condensed.accuracy_mean),
        )
        return clearly_better(condensed, rival), told
