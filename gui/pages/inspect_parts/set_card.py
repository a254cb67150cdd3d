"""What stands of the whole set: verdicts, second look, blind test, sign-off."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from engine.data.judged import VerdictCounts
from engine.data.verdict_words import verdict_text
from engine.project.sign_off import SignOff
from gui.icons import icon
from gui.language import TranslatedWidget, current, number
from gui.pages.inspect_parts.words import signed_words, verdict_word
from gui.shortcuts.keys import with_key
from gui.theme import GAP, TIGHT, colours
from gui.widgets.layout import Card, button, column, explain, flowing, label, row, set_role

_ICON = QSize(18, 18)
_NONE = VerdictCounts()


@dataclass(frozen=True)
class SetState:
    """Where the judging of a set stands.

    Attributes
    ----------
    counts : VerdictCounts
        Of what is shown: in the second look only of it.
    second : bool
        Whether earlier verdicts are hidden.
    agreeing, twice : int
        Samples with the same verdict in both looks, of those judged in both.
    refusal : str
        Why there is nothing to compare with; empty if there is.
    busy : bool
        Whether a job is running.
    mended : str
        Id of the newest run without the rejected samples of this one; empty without one.
    """

    counts: VerdictCounts = _NONE
    signed: SignOff | None = None
    second: bool = False
    agreeing: int = 0
    twice: int = 0
    refusal: str = ""
    busy: bool = False
    mended: str = ""


class SetCard(TranslatedWidget):
    """A sentence for each thing that is so, and a button for each thing to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = SetState()
        self.heading = label("heading")
        self.open = label("muted")
        self.counts = flowing(label(wrap=True))
        self._sign = QLabel()
        self.signed = flowing(label(wrap=True, selectable=True))
        self.agreement = button("set-merge")
        self.mended = button("arrow-right")
        self.second = button("eye-refresh-outline")
        self.second.setCheckable(True)
        self.blind = button("eye-off-outline")
        self.rejected = button("auto-fix")
        self.sign_off = button("draw-pen")
        self._assemble()
        self.bind(self._say)

    def _assemble(self) -> None:
        card = Card()
        card.body.setSpacing(TIGHT + 2)
        signed = row(self._sign, self.signed, spacing=GAP - 2)
        signed.setStretch(1, 1)
        grid = QGridLayout()
        grid.setSpacing(GAP)
        for place, one in enumerate((self.second, self.blind, self.rejected, self.sign_off)):
            one.setProperty("remark", "true")
            grid.addWidget(one, place // 2, place % 2)
        for one in (self.agreement, self.mended):
            one.setProperty("remark", "true")
        card.body.addLayout(row(self.heading, None, self.open))
        card.body.addWidget(self.counts)
        card.body.addLayout(signed)
        card.body.addWidget(self.agreement)
        card.body.addWidget(self.mended)
        card.body.addLayout(grid)
        self.setLayout(column(card))

    def show_state(self, state: SetState) -> None:
        """Show how it stands."""
        self._state = state
        self._say()

    def _say(self) -> None:
        state = self._state
        self.heading.setText(self.tr("Second look") if state.second else self.tr("Verdicts"))
        self._say_counts()
        self._say_signed()
        self.agreement.setVisible(state.twice > 0 and not state.second)
        self.agreement.setText(
            self.tr("Second look: {agreeing} of {twice} agree").format(
                agreeing=number(state.agreeing), twice=number(state.twice)
            )
        )
        self.mended.setVisible(bool(state.mended))
        self.mended.setText(self.tr("Look at the mended run"))
        self.second.setChecked(state.second)
        self.second.setText(self.tr("End the look") if state.second else self.tr("Second look"))
        self.blind.setText(with_key(self.tr("Blind test"), "judge.blind"))
        self.rejected.setText(self.tr("Rejected…"))
        self.sign_off.setText(self.tr("Sign off…"))
        self.second.setStyleSheet(
            f"QPushButton:checked {{ border: 2px solid {colours().accent}; padding: 2px 7px; }}"
        )
        self._explain()

    def _say_counts(self) -> None:
        counts = self._state.counts
        shown = (
            (verdict_word("accepted"), counts.accepted),
            (verdict_word("rejected"), counts.rejected),
            (verdict_word("hold"), counts.hold),
        )
        said = "  ·  ".join(f"{word} {number(count)}" for word, count in shown)
        self.open.setText(f"{verdict_text(None, current())} {number(counts.open)}")
        if self._state.second:
            hidden = self.tr("Earlier verdicts are hidden until it is ended.")
            said = f"{hidden}\n{said}"
        self.counts.setText(said)

    def _say_signed(self) -> None:
        state, c = self._state, colours()
        signed = state.signed
        for one in (self._sign, self.signed):
            one.setVisible(not state.second)
        if signed is None:
            sign, role, colour = "circle-outline", "muted", c.muted
        elif signed.state == "changed":
            sign, role, colour = "alert-outline", "warning", c.warning
        else:
            sign, role, colour = "check-decagram-outline", "good", c.good
        self._sign.setPixmap(icon(sign, colour=colour).pixmap(_ICON))
        set_role(self.signed, role)
        self.signed.setText(signed_words(signed))
        statement = "" if signed is None else signed.statement
        self.signed.setToolTip(statement)

    def _explain(self) -> None:
        state, counts = self._state, self._state.counts
        nothing = self.tr("There is no condensed set to judge yet.") if not counts.samples else ""
        during = self.tr("End the second look first.") if state.second else ""
        unjudged = "" if counts.judged or state.second else self.tr("Judge some samples first.")
        unrejected = "" if counts.rejected else self.tr("No sample is rejected.")
        explain(
            self.second,
            nothing or unjudged,
            self.tr("Judge again in another order, without seeing what was said before"),
        )
        explain(
            self.blind,
            nothing or during or state.refusal,
            self.tr("Real or synthetic? Twenty pairs tell how real the samples look"),
        )
        busy = ""
        if state.busy:
            busy = self.tr("A job is running. Wait for it, or stop it in the line below.")
        explain(
            self.rejected,
            nothing or during or unrejected or state.refusal or busy,
            self.tr("Condense the rejected samples again, replace them or leave them out"),
        )
        explain(
            self.sign_off,
            nothing or during,
            self.tr("Sign for the set as it is now; any later change shows"),
        )
        self.agreement.setToolTip(self.tr("How well both looks agree, and where they do not"))
        self.mended.setToolTip(self.tr("The newest run made from this one without its rejects"))
