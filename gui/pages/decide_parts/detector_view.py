"""The answer where only normal pictures are learnt from: the condensed set as a memory."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engine.trial.amounts import money
from engine.trial.anomaly_decision import DetectorVerdict, detector_decision
from engine.trial.anomaly_report import AnomalyReport, AnomalyResult
from engine.trial.anomaly_words import findings, set_words
from gui.language import TranslatedWidget, current, data_size, number, percent
from gui.pages.decide_parts.figure_card import FigureCard
from gui.pages.decide_parts.headline import Headline
from gui.pages.trial_parts.anomaly_table import AnomalyTable
from gui.theme import PAD
from gui.widgets.findings import Findings
from gui.widgets.layout import Card, column, flowing, label, row

_ROLES: dict[DetectorVerdict, str] = {
    "adopt": "good",
    "either": "warning",
    "alone": "warning",
    "open": "warning",
    "weak": "warning",
    "real": "bad",
    "full": "bad",
}
_RIVALS = ("full", "kcenter", "random")


class DetectorView(TranslatedWidget):
    """Headline, three figures of the condensed set beside the others', table, reasons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: AnomalyReport | None = None
        self.headline = Headline()
        self.missed, self.area, self.memory = FigureCard(), FigureCard(), FigureCard()
        self.table = AnomalyTable()
        self.costs = flowing(label("muted", wrap=True))
        self.why = label("heading")
        self.reasons = Findings()
        self.notes = flowing(label("muted", wrap=True, selectable=True))
        figures = row(spacing=PAD)
        for tile in (self.missed, self.area, self.memory):
            figures.addWidget(tile, 1)
        sets, reasons = Card(), Card()
        sets.body.addWidget(self.table)
        sets.body.addWidget(self.costs)
        reasons.body.addWidget(self.why)
        reasons.body.addWidget(self.reasons)
        reasons.body.addWidget(self.notes)
        self.setLayout(column(self.headline, figures, sets, reasons, spacing=PAD))
        self.bind(self._explain)
        self.bind(self._draw)

    def show_report(self, report: AnomalyReport) -> None:
        """Replace the answer."""
        self._report = report
        self._draw()

    def retranslate(self) -> None:
        """In the language and theme of now."""
        super().retranslate()
        self.reasons.retranslate()

    def _draw(self) -> None:
        self.why.setText(self.tr("Why"))
        report = self._report
        if report is None:
            return
        decision, condensed = detector_decision(report), report.find("condensed")
        for part in (self.headline, self.missed, self.area, self.memory):
            part.setVisible(condensed is not None)
        if decision is not None and condensed is not None:
            self.headline.show_answer(_ROLES[decision.verdict], decision.sentence(current()))
            self._figures(report, condensed)
        self.table.show_report(report)
        self.costs.setText(self._cost_words(report))
        told = findings(report, current())
        self.reasons.show_findings(
            [(one.good, one.sentence) for one in told if one.good is not None]
        )
        self.notes.setText(" ".join(one.sentence for one in told if one.good is None))

    def _explain(self) -> None:
        self.missed.setToolTip(
            self.tr("Share of the defects in the test pictures that stay below the threshold")
        )
        self.area.setToolTip(
            self.tr(
                "How often a defect is rated higher than a normal picture. 1: always, 0.5: chance"
            )
        )
        self.memory.setToolTip(
            self.tr("What the detector keeps of the set, and how long it looks at one picture")
        )

    def _figures(self, report: AnomalyReport, condensed: AnomalyResult) -> None:
        others = [one for name in _RIVALS if (one := report.find(name)) is not None]
        rate = report.recipe.false_alarms
        self.missed.name.setText(
            self.tr("Missed defects, threshold for {rate} % false alarms").format(
                rate=number(rate, 0 if rate == round(rate) else 1)
            )
        )
        self.missed.show_figure(
            percent(condensed.missed_share),
            _beside([(one, percent(one.missed_share)) for one in others]),
        )
        self.area.name.setText(self.tr("Defects told from normal pictures (AUROC)"))
        self.area.show_figure(
            number(condensed.auroc, 3), _beside([(one, number(one.auroc, 3)) for one in others])
        )
        self.memory.name.setText(self.tr("Memory and time a picture"))
        self.memory.show_figure(
            self._memory(report, condensed),
            _beside([(one, self._memory(report, one)) for one in others]),
        )

    def _memory(self, report: AnomalyReport, one: AnomalyResult) -> str:
        time = number(one.milliseconds + report.network_milliseconds, 1)
        return self.tr("{size}, {time} ms").format(size=data_size(one.memory_bytes), time=time)

    def _cost_words(self, report: AnomalyReport) -> str:
        losses = report.losses
        if losses is None:
            return self.tr(
                "With the cost of a missed defect and of a false alarm (“What a missed defect "
                "costs”), the next comparison tells the cheapest threshold, too."
            )
        return self.tr(
            "Cheapest threshold: a missed defect costs {missed}, a false alarm {alarm}, defective "
            "parts: {share} %. Other costs count from the next comparison on."
        ).format(
            missed=money(losses.missed, losses.currency, current()),
            alarm=money(losses.alarm, losses.currency, current()),
            share=number(100 * losses.share, 1),
        )


def _beside(others: list[tuple[AnomalyResult, str]]) -> str:
    return "\n".join(f"{set_words(one.name, current())}: {words}" for one, words in others)
