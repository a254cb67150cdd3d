"""Issues found by itself, the serious ones first, each with its evidence."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engine.data.issue_words import checked_sentence, issues_summary
from gui.language import TranslatedWidget, current, number
from gui.pages.inspect_parts.issue_card import IssueCard
from gui.pages.inspect_parts.issue_finding import Found, IssueFinding
from gui.theme import GAP, PAD
from gui.widgets.layout import (
    Card,
    EmptyState,
    column,
    flowing,
    holder,
    label,
    reachable,
    scrolled,
)


class IssuesView(TranslatedWidget):
    """Draws the issues of the run looked at.

    Signals
    -------
    sample_asked(int)
        A sample to look at.
    selected(object, object)
        Samples and rows of the image set to show in the gallery.
    """

    sample_asked = Signal(int)
    selected = Signal(object, object)

    def __init__(self, finding: IssueFinding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding = finding
        self._shown: Found | None = None
        self.refusal = ""
        self.cards: list[IssueCard] = []
        self.summary = flowing(label("heading", wrap=True, selectable=True))
        self.checked = flowing(label("muted", wrap=True))
        self.more = flowing(label("muted", wrap=True))
        self.nothing = EmptyState("check-decagram-outline")
        self._list = column(spacing=PAD)
        self.area = reachable(scrolled(holder(self._list)))
        head = Card()
        head.body.addWidget(self.summary)
        head.body.addWidget(self.checked)
        head.body.setSpacing(GAP)
        layout = column(head, self.area, self.nothing, spacing=PAD)
        layout.setStretch(1, 1)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        finding.changed.connect(self._changed)
        finding.progressed.connect(self._say_head)
        self.bind(self.draw)

    def show_state(self, refusal: str) -> None:
        """Why nothing can be compared; empty if it can."""
        self.refusal = refusal
        self._say_head()

    def draw(self) -> None:
        """Draw all of it in the language and colours of now."""
        found = self._finding.found
        if found is not self._shown:
            self._shown = found
            self._make_cards()
        for card in self.cards:
            card.say(self._words)
        self.area.setAccessibleName(self.tr("Issues found"))
        self.nothing.redraw()
        self._say_head()

    def _words(self, key: str) -> str:
        """What cards say: they are no widgets of their own for the translator."""
        return {
            "Evidence": self.tr("Evidence"),
            "Look at it": self.tr("Look at it"),
            "Show the worst sample beside real ones (Enter)": self.tr(
                "Show the worst sample beside real ones (Enter)"
            ),
            "Show all": self.tr("Show all"),
            "Show its samples in the gallery": self.tr("Show its samples in the gallery"),
            "real": self.tr("real"),
        }[key]

    def _changed(self) -> None:
        if self.isVisible():
            self.draw()

    def _make_cards(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.more:
                widget.hide()
                widget.deleteLater()
        found, look = self._shown, self._finding.look
        self.cards = []
        if found is None or look is None:
            return
        for issue in found.shown:
            card = IssueCard(issue, found, look, self._words)
            card.sample_asked.connect(self.sample_asked)
            card.selected.connect(self.selected)
            card.stepped.connect(partial(self._step, len(self.cards)))
            self.cards.append(card)
            self._list.addWidget(card)
        self._list.addWidget(self.more)
        self._list.addStretch(1)

    def _say_head(self) -> None:
        found, language = self._finding.found, current()
        state = self.refusal or self._finding.state
        empty = found is not None and not found.report.issues
        self.nothing.setVisible(empty)
        self.area.setVisible(not empty)
        if found is None:
            self.summary.setText(state or self.tr("Not looked for yet."))
            self.checked.setText("")
        else:
            self.summary.setText(issues_summary(found.report, language))
            self.checked.setText(checked_sentence(found.report, language))
            self.nothing.sentence.setText(
                self.tr("Nothing found. What is left is your own eye: go through the samples.")
            )
            left = len(found.report.issues) - len(found.shown)
            self.more.setText(
                self.tr(
                    "{count} more issues are not listed; the gallery can filter by issue."
                ).format(count=number(left))
            )
            self.more.setVisible(left > 0)
        self.checked.setVisible(bool(self.checked.text()))

    def focus_first(self) -> None:
        """Let the arrow keys begin at the first issue."""
        if self.cards:
            self.cards[0].setFocus()

    def _step(self, from_card: int, step: int) -> None:
        """Up and down go from issue to issue."""
        place = from_card + step
        if 0 <= place < len(self.cards):
            self.cards[place].setFocus()
            self.area.ensureWidgetVisible(self.cards[place])
