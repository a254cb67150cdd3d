"""What a blind test has shown: the hit rate, its interval, and the pairs again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from engine.inspection.blind import BlindTest
from gui.language import TranslatedWidget, current, number
from gui.pages.inspect_parts.blind_questions import BlindQuestions, Pixels
from gui.pages.inspect_parts.sample_list import SampleList
from gui.theme import GAP, PAD
from gui.widgets.interval import Interval
from gui.widgets.layout import Card, column, flowing, label, row
from gui.widgets.picture_list import Tile

_SIDE = 96


class BlindResult(TranslatedWidget):
    """A figure, a sentence, and the synthetic samples with what was said of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._test: BlindTest | None = None
        self._questions: BlindQuestions | None = None
        self.figure = label("figure")
        self.caption = label("muted")
        self.interval = Interval()
        self.sentence = flowing(label(wrap=True, selectable=True))
        self.heading = label("heading")
        self.samples = SampleList(side=_SIDE, lines=1)
        card = Card()
        figure = row(self.figure, self.caption, None, spacing=GAP)
        card.body.addLayout(figure)
        card.body.addWidget(self.interval)
        card.body.addWidget(self.sentence)
        layout = column(card, self.heading, self.samples, spacing=PAD)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.bind(self._say)

    def show_test(self, test: BlindTest, questions: BlindQuestions) -> None:
        """Show a test that was just taken."""
        self._test, self._questions = test, questions
        self._say()

    def _say(self) -> None:
        self.caption.setText(self.tr("told rightly"))
        self.heading.setText(self.tr("The synthetic samples of the test"))
        self.samples.setAccessibleName(self.heading.text())
        test, questions = self._test, self._questions
        if test is None or questions is None:
            return
        self.figure.setText(
            self.tr("{told} of {count}").format(told=number(test.told), count=number(test.count))
        )
        self.interval.show_share(test.rate, test.interval)
        self.sentence.setText(test.sentence(current()))
        self.samples.show_tiles(self._tiles(test, questions.pictures))

    def _tiles(self, test: BlindTest, pictures: Sequence[tuple[Pixels, Pixels]]) -> list[Tile]:
        tiles = []
        for answer, (left, right) in zip(test.answers, pictures, strict=True):
            pixels = left if answer.synthetic == "left" else right
            words = self.tr("✓ told") if answer.right else self.tr("✕ taken for real")
            tiles.append(Tile(partial(_given, pixels), words, words, answer.sample))
        return tiles


def _given(pixels: Pixels) -> Pixels:
    return pixels
