"""The verdict on the sample looked at: buttons, remarks, who judges, how many are judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QToolButton, QWidget

from engine.project.verdicts import VERDICTS, Judgement, Verdict
from gui.icons import icon
from gui.language import TranslatedWidget, number
from gui.pages.inspect_parts.inspector_field import InspectorField
from gui.pages.inspect_parts.remarks import Remarks
from gui.pages.inspect_parts.words import VERDICT_ICONS, said_by, verdict_colour
from gui.settings import Remembered
from gui.shortcuts.keys import tip_with_key, with_key
from gui.theme import GAP, TIGHT, colours
from gui.widgets.elided import ElidedLabel
from gui.widgets.layout import Card, button, column, explain, label, row

_ICON = QSize(18, 18)
_NAME_WIDTH = 118


@dataclass(frozen=True)
class Progress:
    """How many are judged, and what may be undone; ``second`` while earlier verdicts are hidden."""

    judged: int = 0
    count: int = 0
    can_undo: bool = False
    can_redo: bool = False
    second: bool = False


class VerdictBar(TranslatedWidget):
    """What is said of a sample, and the ways to say it.

    Signals
    -------
    judged(str)
        A verdict.
    undone, redone
    stepped(int)
        -1 or 1.
    """

    judged = Signal(str)
    undone = Signal()
    redone = Signal()
    stepped = Signal(int)

    def __init__(self, remembered: Remembered, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress = Progress()
        self._sample = self._nameless = False
        self._history: Sequence[Judgement] = ()
        self.buttons = {verdict: self._verdict_button(verdict) for verdict in VERDICTS}
        self.undo, self.redo, self.before, self.after = (QToolButton() for _ in range(4))
        for tool in (self.undo, self.redo, self.before, self.after):
            tool.setIconSize(_ICON)
            tool.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.progress = label("muted")
        self.advance = QCheckBox()
        self.advance.setChecked(True)
        self.inspector = InspectorField(remembered)
        self.inspector.setFixedWidth(_NAME_WIDTH)
        self.remarks = Remarks()
        self.history = ElidedLabel("muted")
        self.undo.clicked.connect(self.undone)
        self.redo.clicked.connect(self.redone)
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.after.clicked.connect(lambda: self.stepped.emit(1))
        self.inspector.named.connect(lambda _name: self.ask_name(False))
        self._assemble()
        self.bind(self._say)

    def _verdict_button(self, verdict: Verdict) -> QPushButton:
        # Without a name of its icon: that would be drawn again in the colour of text.
        made = button()
        made.setIconSize(_ICON)
        made.setCheckable(True)
        made.clicked.connect(lambda _on=False: self.judged.emit(verdict))
        return made

    def _assemble(self) -> None:
        card = Card()
        card.body.setContentsMargins(GAP, GAP, GAP, TIGHT)
        card.body.setSpacing(TIGHT)
        upper = row(*self.buttons.values(), spacing=GAP)
        for place in range(len(VERDICTS)):
            upper.setStretch(place, 1)
        named: QHBoxLayout = row(self.inspector, self.remarks, spacing=GAP)
        named.setStretch(1, 1)
        card.body.addLayout(upper)
        card.body.addLayout(named)
        card.body.addLayout(
            row(
                row(self.before, self.after, spacing=0),
                self.progress,
                None,
                self.advance,
                row(self.undo, self.redo, spacing=0),
                spacing=TIGHT,
            )
        )
        card.body.addWidget(self.history)
        self.setLayout(column(card))

    # --- what is shown --------------------------------------------------------------------------

    def show_judgement(
        self, verdict: Verdict | None, history: Sequence[Judgement], *, sample: bool
    ) -> None:
        """Show what was said of the sample looked at; ``sample`` tells whether there is one."""
        self._sample, self._history = sample, history
        for one, made in self.buttons.items():
            made.setChecked(one == verdict)
        self._say_buttons()
        self._say_history()

    def show_progress(self, progress: Progress) -> None:
        """Show how many samples are judged."""
        self._progress = progress
        self._say_buttons()

    def ask_name(self, nameless: bool) -> None:
        """Ask below who judges, until somebody says so or looks at another sample."""
        self._nameless = nameless
        self._say_history()

    # --- words ----------------------------------------------------------------------------------

    def _say(self) -> None:
        words: dict[Verdict, str] = {
            "accepted": self.tr("Accepted"),
            "rejected": self.tr("Rejected"),
            "hold": self.tr("On hold"),
        }
        for verdict, made in self.buttons.items():
            made.setText(with_key(words[verdict], f"judge.{verdict}"))
            made.setIcon(icon(VERDICT_ICONS[verdict], colour=verdict_colour(verdict)))
            made.setStyleSheet(
                "QPushButton { padding: 5px 6px; } QPushButton:focus { padding: 4px 5px; }"
                f"QPushButton:checked {{ border: 2px solid {verdict_colour(verdict)};"
                f" background: {colours().raised}; padding: 4px 5px; font-weight: 600; }}"
                f"QPushButton:checked:focus {{ border-color: {colours().text}; }}"
            )
        self.advance.setText(self.tr("then next"))
        self.advance.setToolTip(self.tr("Go to the next sample after each verdict"))
        previous = tip_with_key(self.tr("Previous sample"), "judge.previous")
        following = tip_with_key(self.tr("Next sample"), "judge.next")
        for one, name, sign in (
            (self.before, previous, "chevron-left"),
            (self.after, following, "chevron-right"),
            (self.undo, self.tr("Undo"), "undo"),
            (self.redo, self.tr("Redo"), "redo"),
        ):
            one.setToolTip(name)
            one.setAccessibleName(name)
            one.setIcon(icon(sign))
        self._say_buttons()
        self._say_history()

    def _say_buttons(self) -> None:
        none = "" if self._sample else self.tr("Choose a synthetic sample first.")
        means: dict[Verdict, str] = {
            "accepted": self.tr("You would trust this sample"),
            "rejected": self.tr("You would not trust this sample"),
            "hold": self.tr("To be decided later"),
        }
        for verdict, made in self.buttons.items():
            explain(made, none, tip_with_key(means[verdict], f"judge.{verdict}"))
        shown = self._progress
        nothing = "" if shown.can_undo else self.tr("No verdict has been given yet.")
        explain(
            self.undo, nothing, tip_with_key(self.tr("Take the last verdict back"), "judge.undo")
        )
        nothing = "" if shown.can_redo else self.tr("No verdict has been taken back.")
        again = self.tr("Give the verdict again that was taken back")
        explain(self.redo, nothing, tip_with_key(again, "judge.redo"))
        form = self.tr("{judged} of {count} judged")
        if shown.second:
            form = self.tr("Second look: {judged}/{count}")
        self.progress.setText(form.format(judged=number(shown.judged), count=number(shown.count)))

    def _say_history(self) -> None:
        if self._nameless:
            self.history.show_text(
                self.tr("Stored without a name. Who judges? Enter a name above, once.")
            )
            return
        said = [said_by(one) for one in self._history]
        self.history.setText(" · ".join(said))
        notes = [f"  {one.note}" if one.note else "" for one in self._history]
        self.history.setToolTip(
            "\n".join(part for pair in zip(said, notes, strict=True) for part in pair if part)
        )
        self.history.setAccessibleName(self.history.text())
