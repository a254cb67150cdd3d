"""Right: a synthetic sample beside the nearest real ones and the mean of its class."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from engine.inspection import ClassGap, gap_sentences
from engine.inspection.stored_place import StoredPlace
from gui.language import TranslatedWidget, current, number
from gui.pages.inspect_parts.look import ClassLine
from gui.pages.inspect_parts.neighbours import Neighbours
from gui.pages.inspect_parts.stage import MODES, Stage
from gui.pages.inspect_parts.study import MeasuredPair, Near, Study, Wanted
from gui.shortcuts.keys import on_key, tip_with_key
from gui.theme import TIGHT, colours
from gui.widgets.elided import ElidedLabel
from gui.widgets.layout import Card, button, column, flowing, label, row
from gui.widgets.path_sentence import PathSentence

Pixels = npt.NDArray[np.uint8]
_ZOOM = 1.25
_PATH = "\ufffc"  # stands for the path while a sentence is put together


class Bench(TranslatedWidget):
    """The pair on its stage, the nearest real samples to choose from, and sentences.

    Signals
    -------
    wanted_changed(Wanted)
        Other neighbours are wanted.
    pair_asked(ndarray, ndarray)
        Measures of a synthetic and a real picture are wanted.
    """

    wanted_changed = Signal(object)
    pair_asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._study: Study | None = None
        self._near: Near | None = None
        self._other = ""
        self._title, self._kept, self._replaced = "", False, False
        self._line: ClassLine | None = None
        self._state: Callable[[], str] | None = None
        self._label: int | None = None
        self._comparable = False
        self.stage = Stage()
        self.fit_button = button("fit-to-page-outline")
        self.actual_button = button("numeric-1-box-outline")
        self.smooth_button = button("blur")
        self.smooth_button.setCheckable(True)
        self.heading = ElidedLabel("heading", cut=Qt.TextElideMode.ElideMiddle)
        self.neighbours = Neighbours()
        self.source = PathSentence()
        self.sentences = [label(wrap=True, selectable=True) for _ in range(3)]
        self._assemble()
        self._connect()
        self._add_keys()
        self.bind(self._say)

    def _assemble(self) -> None:
        card = Card()
        tools = row(self.heading, *self._tools(), spacing=TIGHT)
        tools.setStretch(0, 1)
        card.body.addLayout(tools)
        card.body.addWidget(self.stage, 1)
        for words in self.sentences:
            flowing(words)
        for part in (self.neighbours, self.source, *self.sentences):
            card.body.addWidget(part)
        card.body.setSpacing(TIGHT + 1)
        self.setLayout(column(card))

    def _tools(self) -> list[QPushButton]:
        tools = [self.fit_button, self.actual_button, self.smooth_button]
        for tool in tools:
            tool.setIconSize(QSize(18, 18))
        return tools

    def _connect(self) -> None:
        self.fit_button.clicked.connect(self.stage.fit)
        self.actual_button.clicked.connect(self.stage.actual_size)
        self.smooth_button.toggled.connect(self.stage.set_smooth)
        self.neighbours.chosen.connect(self._near_chosen)
        self.neighbours.wanted_changed.connect(self._other_wanted)
        self.stage.pair_asked.connect(self.pair_asked)
        self.stage.mode_changed.connect(self._say_gaps)

    def _add_keys(self) -> None:
        """They work wherever the focus is while the bench is seen."""
        stage = self.stage
        actions: dict[str, Callable[[], object]] = {
            mode: partial(stage.show_mode, mode) for mode in MODES
        }
        actions |= {"scale": stage.toggle_scale, "smooth": self.smooth_button.toggle}
        actions |= {"fit": stage.fit, "actual": stage.actual_size}
        actions |= {"closer": partial(stage.zoom, _ZOOM), "further": partial(stage.zoom, 1 / _ZOOM)}
        actions |= {"divider_left": partial(stage.swipe.nudge, -1)}
        actions |= {"divider_right": partial(stage.swipe.nudge, 1)}
        for name, action in actions.items():
            on_key(f"bench.{name}", self, action)

    # --- what is shown --------------------------------------------------------------------------

    @property
    def wanted(self) -> Wanted:
        """Which neighbours are to be found."""
        return self.neighbours.wanted

    def compare(self, comparable: bool) -> None:
        """Keep room for real samples, or show that there are none to compare with."""
        self._comparable = comparable
        self._say_study()

    def show_sample(
        self,
        pixels: Pixels | None,
        title: str,
        label_: int | None = None,
        *,
        kept: bool = False,
        replaced: bool = False,
        stored: StoredPlace | None = None,
    ) -> None:
        """Show a sample; what is known of the last is taken away.

        It is synthetic, or real: ``kept`` whole, or one that ``replaced`` a rejected sample.
        """
        self._title, self._kept, self._replaced = title, kept, replaced
        self._study, self._near, self._other, self._state = None, None, "", None
        self.stage.show_synthetic(pixels, stored)
        self.neighbours.show_nearest((), choose=False)
        if pixels is None or label_ != self._label:
            self.stage.show_mean(None)
        self._label = label_
        self._say_study()

    def show_title(self, title: str) -> None:
        """Name the sample in the language of now."""
        self._title = title
        self._say_study()

    def show_state(self, words: Callable[[], str]) -> None:
        """Say what is being looked for, or why there is nothing to compare with."""
        self._state = words
        self._say_study()

    def show_study(self, study: Study) -> None:
        """Show what was found for the sample."""
        self._study, self._state = study, None
        self.stage.show_mean(study.mean)
        # What the user has chosen meanwhile stays.
        self.neighbours.show_nearest(study.nearest, choose=not self._other)
        self._say_study()

    def show_real(self, pixels: Pixels, source: str) -> None:
        """Compare with a real sample of the user's choice."""
        self._near, self._other, self._state = None, source, None
        self.neighbours.choose_none()
        self.stage.show_real(pixels)
        self._say_study()

    def show_measures(self, pair: MeasuredPair) -> None:
        """Show the measures of the pair."""
        self.stage.figures.show_measures(pair)

    def show_failure(self, words: Callable[[], str]) -> None:
        """Say why the pair cannot be measured."""
        self.stage.figures.show_failure(words)

    def show_line(self, line: ClassLine | None) -> None:
        """Say how the sample's class compares."""
        self._line = line
        self._say_gaps()

    # --- words ----------------------------------------------------------------------------------

    def _say(self) -> None:
        for one, words, told, command in (
            (self.fit_button, self.tr("Fit"), self.tr("Show the whole pictures"), "fit"),
            (
                self.actual_button,
                self.tr("1:1"),
                self.tr("One pixel as one of the screen"),
                "actual",
            ),
            (self.smooth_button, self.tr("Smooth"), self.tr("Blend between the pixels"), "smooth"),
        ):
            meaning = tip_with_key(told, f"bench.{command}")
            one.setText(words)
            one.setToolTip(meaning)
            one.setAccessibleDescription(meaning)
        self.smooth_button.setStyleSheet(
            f"QPushButton:checked {{ border: 2px solid {colours().accent}; padding: 4px 13px; }}"
        )
        self._say_study()
        self._say_gaps()

    def _say_study(self) -> None:
        self.heading.show_text(self._title)
        real = self.tr("Kept whole") if self._kept else self.tr("Real sample")
        self.stage.name(
            real if self._kept or self._replaced else self.tr("Synthetic"),
            self.tr("Real sample") if self._other else self.tr("Nearest real"),
        )
        self._say_source()
        # What is not known yet keeps its place, so that stepping on moves nothing.
        self.neighbours.setVisible(self._comparable)
        self.source.setVisible(self._comparable or bool(self.source.text()))

    def _say_source(self) -> None:
        study, near = self._study, self._near
        if self._state is not None:
            self.source.show_words(self._state())
        elif self._other:
            self._say_path(self.tr("Real sample: {source}"), self._other)
        elif study is not None and not study.nearest:
            self.source.show_words(self.tr("The class has no training pictures to compare with."))
        elif near is None or study is None:
            self.source.show_words("")
        else:
            distance = number(near.distance, 2)
            self._say_path(self._near_words(study, near), near.source, distance=distance)

    def _near_words(self, study: Study, near: Near) -> str:
        if near.same and self._kept:
            return self.tr("Kept whole: this is the real sample {source}")
        if near.same and self._replaced:
            return self.tr("In place of a rejected sample: this is the real sample {source}")
        if near.same:
            return self.tr("Copy of a real sample: {source}")
        return {
            "content": self.tr("Nearest in content: {source}, distance {distance}"),
            "style": self.tr("Nearest in style: {source}, distance {distance}"),
            "both": self.tr("Nearest in content and style: {source}, distance {distance}"),
        }[study.wanted.way]

    def _say_path(self, words: str, path: str, **others: str) -> None:
        before, _, after = words.format(source=_PATH, **others).partition(_PATH)
        self.source.show_path(before, path, after)

    def _say_gaps(self) -> None:
        line = self._line
        sentences: Sequence[str] = ("", "", "")
        # The other ways to compare need the room, and have words of their own.
        if line is not None and line.gap is not None and self.stage.mode == "beside":
            gap = line.gap
            named = ClassGap(line.name, gap.content, gap.style, gap.diversity)
            sentences = gap_sentences(named, current())
        for words, sentence in zip(self.sentences, sentences, strict=True):
            words.setText(sentence)
            words.setVisible(bool(sentence))

    # --- what the user does ---------------------------------------------------------------------

    def _near_chosen(self, near: Near) -> None:
        self._near, self._other = near, ""
        self.stage.show_real(near.pixels)
        self._say_study()

    def _other_wanted(self, wanted: Wanted) -> None:
        """Others than those shown: a real sample of the user's own choice gives way to them."""
        self._other = ""
        self.wanted_changed.emit(wanted)
