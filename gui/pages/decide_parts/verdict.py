"""The answer: verdict, three figures, reasons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from engine.report.money_words import net_note
from engine.report.wording import money, points
from engine.trial import CostInputs, Decision
from engine.trial.roi import duration
from gui.icons import icon
from gui.language import TranslatedWidget, current, number, say
from gui.pages.decide_parts.figure_card import FigureCard
from gui.theme import PAD, colours
from gui.widgets.findings import Findings
from gui.widgets.layout import Card, column, flowing, label, row, set_role

_ICONS = {"adopt": "check-decagram", "pilot": "flask-outline", "no": "close-octagon-outline"}
_ROLES = {"adopt": "good", "pilot": "warning", "no": "bad"}


class VerdictView(TranslatedWidget):
    """Shows a decision; the colour repeats what icon and word say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Decision, CostInputs] | None = None
        self.picture = QLabel()
        self.sentence = flowing(label(wrap=True, selectable=True))
        font = self.sentence.font()
        font.setPointSizeF(font.pointSizeF() * 1.45)
        font.setBold(True)
        self.sentence.setFont(font)
        self.accuracy, self.time, self.money = FigureCard(), FigureCard(), FigureCard()
        self.why = label("heading")
        self.reasons = Findings()
        self._frame = QFrame()
        self._assemble()
        self.bind(self._draw)

    def _assemble(self) -> None:
        self._frame.setObjectName("verdict")
        top = row(self.picture, self.sentence, spacing=PAD)
        top.setStretch(1, 1)
        top.setContentsMargins(PAD, PAD, PAD, PAD)
        top.setAlignment(self.picture, Qt.AlignmentFlag.AlignVCenter)
        self._frame.setLayout(top)
        figures = row(spacing=PAD)
        for tile in (self.accuracy, self.time, self.money):
            figures.addWidget(tile, 1)
        reasons = Card()
        reasons.body.addWidget(self.why)
        reasons.body.addWidget(self.reasons)
        self.setLayout(column(self._frame, figures, reasons, spacing=PAD))

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
        if self._shown is None:
            return
        decision, costs = self._shown
        c = colours()
        colour = {"adopt": c.good, "pilot": c.warning, "no": c.bad}[decision.verdict]
        self.picture.setPixmap(icon(_ICONS[decision.verdict], colour=colour).pixmap(40, 40))
        set_role(self.sentence, _ROLES[decision.verdict])
        self.sentence.setText(decision.sentence(current()))
        self._frame.setStyleSheet(
            f"QFrame#verdict {{ background: {c.surface}; border: 2px solid {colour}; "
            "border-radius: 8px; }"
        )
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
