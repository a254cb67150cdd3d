"""The answer: verdict, three figures, reasons."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engine.report.money_words import net_note
from engine.report.wording import money, points
from engine.trial import CostInputs, Decision
from engine.trial.roi import duration
from gui.language import TranslatedWidget, current, number, say
from gui.pages.decide_parts.figure_card import FigureCard
from gui.pages.decide_parts.headline import Headline
from gui.theme import PAD
from gui.widgets.findings import Findings
from gui.widgets.layout import Card, column, label, row

_ROLES = {"adopt": "good", "pilot": "warning", "no": "bad"}


class VerdictView(TranslatedWidget):
    """Shows a decision; the colour repeats what icon and word say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Decision, CostInputs] | None = None
        self.headline = Headline()
        self.picture, self.sentence = self.headline.picture, self.headline.sentence
        self.accuracy, self.time, self.money = FigureCard(), FigureCard(), FigureCard()
        self.why = label("heading")
        self.reasons = Findings()
        self._assemble()
        self.bind(self._draw)

    def _assemble(self) -> None:
        figures = row(spacing=PAD)
        for tile in (self.accuracy, self.time, self.money):
            figures.addWidget(tile, 1)
        reasons = Card()
        reasons.body.addWidget(self.why)
        reasons.body.addWidget(self.reasons)
        self.setLayout(column(self.headline, figures, reasons, spacing=PAD))

    def show_decision(self, decision: Decision, costs: CostInputs) -> None:
        """Replace the answer."""
        self._shown = decision, costs
        self._draw()

    def retranslate(self) -> None:
        """In the language and theme of now."""
        super().retranslate()
        self.reasons.retranslate()

    def _draw(self) -> None:
        self.why.setText(self.tr("Why"))
        self.accuracy.name.setText(say("report.accuracy_change"))
        self.time.name.setText(say("report.time_saved"))
        self.money.name.setText(say("report.net_year"))
        self.accuracy.setToolTip(
            self.tr("Accuracy of the model trained on the condensed set less that on all real ones")
        )
        self.time.setToolTip(self.tr("One training on all real samples less one on the condensed"))
        self.money.setToolTip(
            self.tr("What shorter trainings save in a year, less what condensing costs")
        )
        if self._shown is None:
            return
        decision, costs = self._shown
        self.headline.show_answer(_ROLES[decision.verdict], decision.sentence(current()))
        self._figures(decision, costs)
        self.reasons.show_findings(
            [(one.good, one.sentence(current())) for one in decision.reasons]
        )

    def _figures(self, decision: Decision, costs: CostInputs) -> None:
        unknown = say("report.no_full_to_compare")
        condensed = number(100 * decision.accuracy_condensed, 1)
        if decision.accuracy_lost_points is None or decision.accuracy_full is None:
            self.accuracy.name.setText(say("report.accuracy"))
            self.accuracy.show_figure(f"{condensed} %", unknown)
        else:
            change = say("report.points", value=points(-decision.accuracy_lost_points))
            full = number(100 * decision.accuracy_full, 1)
            against = say("report.accuracy_against", condensed=condensed, full=full)
            self.accuracy.show_figure(change, against)
        self.time.show_figure(*self._time(decision, unknown))
        if decision.net_year is None:
            self.money.show_figure("–", unknown)
        else:
            amount = money(decision.net_year, decision.currency, current())
            self.money.show_figure(amount, net_note(decision, costs, current()))

    def _time(self, decision: Decision, unknown: str) -> tuple[str, str]:
        saved, full = decision.seconds_saved, decision.seconds_full
        if saved is None or full is None or decision.seconds_condensed is None:
            return "–", unknown
        against = say(
            "report.time_against",
            condensed=duration(decision.seconds_condensed, current()),
            full=duration(full, current()),
        )
        return duration(saved, current()), against
