"""Accepted, rejected, on hold: the buttons, how many are judged, and undo."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QToolButton, QWidget

from gui.icons import icon
from gui.language import TranslatedWidget, number
from gui.pages.inspect_parts.judging import Verdict
from gui.pages.inspect_parts.words import VERDICT_ICONS, verdict_colour
from gui.theme import GAP, TIGHT, colours
from gui.widgets.layout import Card, button, column, explain, label, row

_ICON = QSize(18, 18)
VERDICTS: tuple[Verdict, ...] = ("accepted", "rejected", "hold")


class VerdictBar(TranslatedWidget):
    """Emits :attr:`judged` with a verdict, :attr:`undone`, and :attr:`stepped` with -1 or 1."""

    judged = Signal(str)
    undone = Signal()
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress = (0, 0)
        self._sample = False
        self._can_undo = False
        self.buttons: dict[Verdict, QPushButton] = {}
        for verdict in VERDICTS:
            # Without a name of its icon: that would be drawn again in the colour of text.
            made = button()
            made.setIconSize(_ICON)
            made.setCheckable(True)
            made.clicked.connect(lambda _on=False, verdict=verdict: self.judged.emit(verdict))
            self.buttons[verdict] = made
        self.undo, self.before, self.after = QToolButton(), QToolButton(), QToolButton()
        self.undo.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for tool in (self.undo, self.before, self.after):
            tool.setIconSize(_ICON)
            tool.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.progress = label("muted")
        self.advance = QCheckBox()
        self.advance.setChecked(True)
        self.undo.clicked.connect(self.undone)
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.after.clicked.connect(lambda: self.stepped.emit(1))
        card = Card()
        card.body.setSpacing(TIGHT)
        upper = row(*self.buttons.values(), spacing=GAP)
        for place in range(len(VERDICTS)):
            upper.setStretch(place, 1)
        card.body.addLayout(upper)
        card.body.addLayout(
            row(self.before, self.after, self.progress, None, self.advance, self.undo)
        )
        self.setLayout(column(card))
        self.bind(self._say)

    def show_verdict(self, verdict: Verdict | None, *, sample: bool) -> None:
        """Show the verdict of the sample looked at; ``sample`` tells whether there is one."""
        self._sample = sample
        for one, made in self.buttons.items():
            made.setChecked(one == verdict)
        self._say_buttons()

    def show_progress(self, judged: int, count: int, *, can_undo: bool) -> None:
        """Show how many samples of the run are judged."""
        self._progress, self._can_undo = (judged, count), can_undo
        self._say_buttons()

    def _say(self) -> None:
        words: dict[Verdict, str] = {
            "accepted": self.tr("Accepted  1"),
            "rejected": self.tr("Rejected  2"),
            "hold": self.tr("On hold  3"),
        }
        for verdict, made in self.buttons.items():
            made.setText(words[verdict])
            made.setIcon(icon(VERDICT_ICONS[verdict], colour=verdict_colour(verdict)))
            made.setStyleSheet(
                f"QPushButton:checked {{ border: 2px solid {verdict_colour(verdict)};"
                f" background: {colours().raised}; padding: 4px 13px; font-weight: 600; }}"
            )
        self.undo.setText(self.tr("Undo  Z"))
        self.advance.setText(self.tr("then next"))
        self.advance.setToolTip(self.tr("Go to the next sample after each verdict"))
        for one, words_ in (
            (self.before, self.tr("Previous sample (←)")),
            (self.after, self.tr("Next sample (→)")),
        ):
            one.setToolTip(words_)
            one.setAccessibleName(words_)
        self.undo.setIcon(icon("undo"))
        self.before.setIcon(icon("chevron-left"))
        self.after.setIcon(icon("chevron-right"))
        self._say_buttons()

    def _say_buttons(self) -> None:
        none = "" if self._sample else self.tr("Choose a synthetic sample first.")
        keys: dict[Verdict, str] = {
            "accepted": self.tr("You would trust this sample (key 1)"),
            "rejected": self.tr("You would not trust this sample (key 2)"),
            "hold": self.tr("To be decided later (key 3)"),
        }
        for verdict, made in self.buttons.items():
            explain(made, none, keys[verdict])
        nothing = "" if self._can_undo else self.tr("No verdict has been given yet.")
        explain(self.undo, nothing, self.tr("Take the last verdict back (key Z)"))
        judged, count = self._progress
        self.progress.setText(
            self.tr("{judged} of {count} judged").format(judged=number(judged), count=number(count))
        )
