"""One pair after the other: which is the synthetic one?"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from engine.inspection.blind import SIDES, Side
from gui.language import TranslatedWidget, number
from gui.pages.inspect_parts.blind_questions import BlindQuestions
from gui.shortcuts.keys import on_key, with_key
from gui.theme import GAP, PAD
from gui.widgets.image_view import ImageView, link
from gui.widgets.layout import button, column, label, row


class BlindView(TranslatedWidget):
    """Emits :attr:`finished` with the sides that were taken for the synthetic sample."""

    finished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions: BlindQuestions | None = None
        self._class_names: list[str] = []
        self.said: list[Side] = []
        self.question = label("heading")
        self.class_name = label("muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(200)
        self.progress = label("muted")
        self.views = {side: ImageView() for side in SIDES}
        link(tuple(self.views.values()))
        self.buttons = {
            "left": button("arrow-left-bold"),
            "right": button("arrow-right-bold"),
        }
        pictures = row(spacing=PAD)
        for side in SIDES:
            named = column(self.views[side], self.buttons[side], spacing=GAP)
            named.setStretch(0, 1)
            pictures.addLayout(named, 1)
            self.buttons[side].clicked.connect(partial(self._pressed, side))
            on_key(f"blind.{side}", self, partial(self.answer, side))
        layout = column(
            row(self.question, self.class_name, None, self.bar, self.progress, spacing=PAD),
            pictures,
            spacing=PAD,
        )
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.bind(self._say)

    def begin(self, questions: BlindQuestions, class_names: list[str]) -> None:
        """Show the first pair."""
        self._questions, self._class_names, self.said = questions, class_names, []
        for view in self.views.values():
            view.fit()
        self._show()

    def answer(self, side: Side) -> None:
        """The synthetic one is on this side."""
        questions = self._questions
        if questions is None:
            return
        self.said.append(side)
        if len(self.said) == len(questions.pairs):
            self._questions = None
            self.finished.emit(self.said)
        else:
            self._show()

    def _pressed(self, side: Side, _checked: bool = False) -> None:
        self.answer(side)

    def _show(self) -> None:
        questions = self._questions
        if questions is not None:
            pictures = questions.pictures[len(self.said)]
            for view, pixels in zip(self.views.values(), pictures, strict=True):
                view.show_picture(pixels)
        self._say()

    def _say(self) -> None:
        self.question.setText(self.tr("Which one is the synthetic sample?"))
        self.buttons["left"].setText(with_key(self.tr("The left one"), "blind.left"))
        self.buttons["right"].setText(with_key(self.tr("The right one"), "blind.right"))
        self.views["left"].setAccessibleName(self.tr("Left picture"))
        self.views["right"].setAccessibleName(self.tr("Right picture"))
        questions = self._questions
        if questions is None:
            return
        place, count = len(self.said), len(questions.pairs)
        self.bar.setRange(0, count)
        self.bar.setValue(place)
        words = self.tr("pair {place} of {count}").format(
            place=number(place + 1), count=number(count)
        )
        self.progress.setText(words)
        self.bar.setAccessibleName(words)
        self.class_name.setText(self._class_names[questions.pairs[place].label])
