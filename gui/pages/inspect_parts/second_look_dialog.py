"""How well two looks agree, and the samples they disagree on, to decide at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QDialog, QWidget

from engine.data.judgement import FIRST_LOOK, SECOND_LOOK
from engine.project.verdicts import VERDICTS, Agreement, Verdict
from engine.report.quality import agreement_sentences
from gui.icons import icon
from gui.language import Translated, current, number
from gui.pages.inspect_parts.judging_desk import JudgingDesk
from gui.pages.inspect_parts.sample_list import SampleList
from gui.pages.inspect_parts.words import VERDICT_ICONS, said_by, verdict_colour, verdict_word
from gui.shortcuts.keys import on_key, with_key
from gui.theme import GAP, PAD, PAGE
from gui.widgets.image_view import ImageView
from gui.widgets.layout import button, column, explain, flowing, label, row
from gui.widgets.picture_list import Tile

_SIDE = 128
_SHARE = 0.8


class SecondLookDialog(Translated, QDialog):
    """Keys decide; :attr:`asked` tells of a sample to see on the bench."""

    asked = Signal(int)

    def __init__(self, desk: JudgingDesk, found: Agreement, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._agreement = desk, found
        self.heading = label("title")
        self.sentence = flowing(label(wrap=True, selectable=True))
        self.list_title = label("heading")
        self.list = SampleList(side=_SIDE, lines=2, verdict_of=desk.verdict_of)
        self.view = ImageView()
        self.said = flowing(label(wrap=True, selectable=True))
        self.buttons = {verdict: button() for verdict in VERDICTS}
        self.bench = button("magnify-scan")
        self.close_button = button("close", primary=True)
        self._assemble()
        self._connect()
        self.resize(parent.window().size() * _SHARE)
        self.bind(self._say)
        if self._agreement.disagreeing:
            self.list.setCurrentIndex(self.list.tiles.index(0, 0))

    def _assemble(self) -> None:
        decide = row(*self.buttons.values(), spacing=GAP)
        seen = column(self.view, self.said, decide, spacing=GAP)
        seen.setStretch(0, 1)
        lists = column(self.list_title, self.list, spacing=GAP)
        lists.setStretch(1, 1)
        middle = row(lists, seen, spacing=PAD)
        for place in range(2):
            middle.setStretch(place, 1)
        bottom = row(None, self.bench, self.close_button, spacing=PAD)
        layout = column(self.heading, self.sentence, middle, bottom, spacing=PAD)
        layout.setStretch(2, 1)
        layout.setContentsMargins(PAGE, PAGE, PAGE, PAD)
        self.setLayout(layout)

    def _connect(self) -> None:
        for verdict, one in self.buttons.items():
            one.clicked.connect(partial(self._pressed, verdict))
            one.setAutoDefault(False)
            on_key(f"second.{verdict}", self, partial(self.decide, verdict))
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.bench.clicked.connect(self._ask)
        self.bench.setAutoDefault(False)
        self.close_button.clicked.connect(self.accept)

    def decide(self, verdict: Verdict) -> None:
        """Give the sample chosen the verdict that shall hold."""
        tile = self.list.chosen()
        if tile is not None:
            self._desk.decide(tile.key, verdict)
            self._fill()
            self._show()
            after = self.list.currentIndex().row() + 1
            if after < len(self._agreement.disagreeing):
                self.list.setCurrentIndex(self.list.tiles.index(after, 0))

    def _pressed(self, verdict: Verdict, _checked: bool = False) -> None:
        self.decide(verdict)

    def _ask(self) -> None:
        tile = self.list.chosen()
        self.accept()
        if tile is not None:
            self.asked.emit(tile.key)

    def _chosen(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show()

    # --- what is shown --------------------------------------------------------------------------

    def _fill(self) -> None:
        place = self.list.currentIndex().row()
        self.list.show_tiles([self._tile(sample) for sample in self._agreement.disagreeing])
        if place >= 0:
            self.list.setCurrentIndex(self.list.tiles.index(place, 0))

    def _tile(self, sample: int) -> Tile:
        judging, look = self._desk.judging, self._desk.look
        assert judging is not None
        assert look is not None
        first, second = (judging.of_look(one)[sample] for one in (FIRST_LOOK, SECOND_LOOK))
        name = f"{look.class_names[look.label_of(sample)]} {number(look.place_of(sample))}"
        both = " → ".join(verdict_word(one.verdict) for one in (first, second) if one.verdict)
        pixels = look.condensed.images[sample]
        return Tile(lambda: pixels, f"{name}\n{both}", f"{name}: {both}", sample)

    def _show(self) -> None:
        tile, judging = self.list.chosen(), self._desk.judging
        if tile is None or judging is None:
            self.view.show_picture(None)
            self.said.setText("")
        else:
            self.view.show_picture(tile.load())
            self.said.setText("\n".join(said_by(one) for one in judging.history(tile.key)))
        self._explain()

    def _explain(self) -> None:
        none = "" if self.list.chosen() else self.tr("The looks disagree on no sample.")
        tip = self.tr("This verdict shall hold; both looks keep what they said")
        for one in self.buttons.values():
            explain(one, none, tip)
        explain(self.bench, none, self.tr("Close, and compare the sample with real ones"))

    def _say(self) -> None:
        self.setWindowTitle(self.tr("Second look"))
        self.heading.setText(self.tr("Second look"))
        self.sentence.setText("\n".join(agreement_sentences(self._agreement, current())))
        count = len(self._agreement.disagreeing)
        self.list_title.setText(
            self.tr("They disagree on {count} samples").format(count=number(count))
        )
        self.list.setAccessibleName(self.list_title.text())
        self.list.setAccessibleDescription(self.tr("The arrow keys go through the samples."))
        self.view.setAccessibleName(self.tr("Synthetic sample"))
        self.view.setAccessibleDescription(self.tr("The sample that is chosen, enlarged"))
        words: dict[Verdict, str] = {
            "accepted": self.tr("Accepted"),
            "rejected": self.tr("Rejected"),
            "hold": self.tr("On hold"),
        }
        for verdict, one in self.buttons.items():
            one.setText(with_key(words[verdict], f"second.{verdict}"))
            one.setIcon(icon(VERDICT_ICONS[verdict], colour=verdict_colour(verdict)))
        self.bench.setText(self.tr("On the bench"))
        self.close_button.setText(self.tr("Close"))
        self.close_button.setToolTip(self.tr("Closes this window"))
        self._fill()
        self._show()
