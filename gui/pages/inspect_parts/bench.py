"""Right: a synthetic sample beside the nearest real ones and the mean of its class."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QModelIndex, QSize, Signal
from PySide6.QtWidgets import QListView, QPushButton, QSizePolicy, QWidget

from engine.inspection import ClassGap, gap_sentences
from engine.inspection.stored_place import StoredPlace
from gui.language import TranslatedWidget, current, number
from gui.pages.inspect_parts.look import ClassLine
from gui.pages.inspect_parts.sample_list import SampleList
from gui.pages.inspect_parts.study import MeasuredPair, Near, Study, Wanted
from gui.theme import GAP, TIGHT, colours
from gui.widgets.image_view import ImageView, link
from gui.widgets.layout import Card, button, column, flowing, label, row
from gui.widgets.picture_list import Tile

Pixels = npt.NDArray[np.uint8]
_THUMB = 60


class Bench(TranslatedWidget):
    """Three linked views, the nearest real samples to choose from, and sentences.

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
        self.wanted = Wanted()
        self._study: Study | None = None
        self._near: Near | None = None
        self._other = ""
        self._title, self._kept = "", False
        self._line: ClassLine | None = None
        self._state: Callable[[], str] | None = None
        self._label: int | None = None
        self._comparable = False
        self.synthetic, self.real, self.mean = ImageView(), ImageView(), ImageView()
        self.views = (self.synthetic, self.real, self.mean)
        link(self.views)
        self._names = [label("muted") for _ in self.views]
        self.fit_button = button("fit-to-page-outline")
        self.actual_button = button("numeric-1-box-outline")
        self.smooth_button = button("blur")
        self.smooth_button.setCheckable(True)
        self.heading = label("heading")
        self.heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.nearest = SampleList(side=_THUMB)
        self.nearest.setFlow(QListView.Flow.LeftToRight)
        self.nearest.setWrapping(False)
        self.nearest.setFixedHeight(self.nearest.gridSize().height() + 2 * TIGHT)
        self.nearest_title = label("muted")
        self.source = label(wrap=True, selectable=True)
        self.sentences = [label(wrap=True, selectable=True) for _ in range(3)]
        self._assemble()
        self._connect()
        self.bind(self._say)

    def _assemble(self) -> None:
        card = Card()
        tools = row(self.heading, *self._tools(), spacing=TIGHT)
        tools.setStretch(0, 1)
        views = row(spacing=GAP)
        for name, view in zip(self._names, self.views, strict=True):
            name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            named = column(name, view, spacing=2)
            named.setStretch(1, 1)
            views.addLayout(named, 1)
        card.body.addLayout(tools)
        card.body.addLayout(views, 1)
        for words in (self.source, *self.sentences):
            flowing(words)
        for part in (self.nearest_title, self.nearest, self.source, *self.sentences):
            card.body.addWidget(part)
        card.body.setSpacing(TIGHT + 1)
        self.setLayout(column(card))

    def _tools(self) -> list[QPushButton]:
        tools = [self.fit_button, self.actual_button, self.smooth_button]
        for tool in tools:
            tool.setIconSize(QSize(18, 18))
        return tools

    def _connect(self) -> None:
        self.fit_button.clicked.connect(self.synthetic.fit)
        self.actual_button.clicked.connect(self.synthetic.actual_size)
        self.smooth_button.toggled.connect(self._smooth)
        self.nearest.selectionModel().currentChanged.connect(self._near_chosen)

    # --- what is shown --------------------------------------------------------------------------

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
        stored: StoredPlace | None = None,
    ) -> None:
        """Show a sample, ``kept`` whole or synthetic; what is known of the last is taken away."""
        self._title, self._kept = title, kept
        self.synthetic.show_picture(pixels)
        self._study, self._near, self._other, self._state = None, None, "", None
        self.nearest.show_tiles(())
        self.real.show_picture(None)
        if pixels is None or label_ != self._label:
            self.mean.show_picture(None)
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
        self.mean.show_picture(study.mean)
        self.nearest.show_tiles([_tile(near) for near in study.nearest])
        # What the user has chosen meanwhile stays.
        if study.nearest and not self._other:
            self.nearest.setCurrentIndex(self.nearest.tiles.index(0, 0))
        self._say_study()

    def show_real(self, pixels: Pixels, source: str) -> None:
        """Compare with a real sample of the user's choice."""
        self._near, self._other, self._state = None, source, None
        self.nearest.clearSelection()
        self.nearest.setCurrentIndex(QModelIndex())
        self.real.show_picture(pixels)
        self._say_study()

    def show_measures(self, pair: MeasuredPair) -> None:
        """Show the measures of the pair."""

    def show_failure(self, words: Callable[[], str]) -> None:
        """Say why the pair cannot be measured."""

    def show_line(self, line: ClassLine | None) -> None:
        """Say how the sample's class compares."""
        self._line = line
        self._say_gaps()

    # --- words ----------------------------------------------------------------------------------

    def _say(self) -> None:
        for one, words, meaning in (
            (self.fit_button, self.tr("Fit"), self.tr("Show the whole pictures (0)")),
            (self.actual_button, self.tr("1:1"), self.tr("One pixel as one of the screen")),
            (self.smooth_button, self.tr("Smooth"), self.tr("Blend between the pixels")),
        ):
            one.setText(words)
            one.setToolTip(meaning)
            one.setAccessibleDescription(meaning)
        self.smooth_button.setStyleSheet(
            f"QPushButton:checked {{ border: 2px solid {colours().accent}; padding: 4px 13px; }}"
        )
        self.synthetic.setAccessibleName(self.tr("Synthetic sample"))
        self.real.setAccessibleName(self.tr("Real sample"))
        self.mean.setAccessibleName(self.tr("Mean of the real samples of the class"))
        tip = self.tr("Wheel: zoom. Drag: move. Double click: whole picture.")
        for view in self.views:
            view.setToolTip(tip)
        self.nearest.setAccessibleName(self.tr("Nearest real samples"))
        self._say_study()
        self._say_gaps()

    def _say_study(self) -> None:
        self.heading.setText(self._title)
        self.heading.setToolTip(self._title)
        study, near = self._study, self._near
        second = self.tr("Nearest real") if not self._other else self.tr("Real sample")
        first = self.tr("Kept whole") if self._kept else self.tr("Synthetic")
        for name, words in zip(
            self._names, (first, second, self.tr("Class mean, real")), strict=True
        ):
            name.setText(words)
        self.nearest_title.setText(
            self.tr("Nearest real samples, with their distance (0: the same picture)")
        )
        # What is not known yet keeps its place, so that stepping on moves nothing.
        for part in (self.nearest_title, self.nearest):
            part.setVisible(self._comparable)
        self.source.setText(self._source(study, near))
        self.source.setVisible(self._comparable or bool(self.source.text()))

    def _source(self, study: Study | None, near: Near | None) -> str:
        if self._state is not None:
            return self._state()
        if self._other:
            return self.tr("Real sample: {source}").format(source=self._other)
        if study is not None and not study.nearest:
            return self.tr("The class has no training pictures to compare with.")
        if near is None:
            return ""
        if near.same and self._kept:
            return self.tr("Kept whole: this is the real sample {source}").format(
                source=near.source
            )
        if near.same:
            return self.tr("Copy of a real sample: {source}").format(source=near.source)
        return self.tr("Nearest real sample: {source}, distance {distance}").format(
            source=near.source, distance=number(near.distance, 2)
        )

    def _say_gaps(self) -> None:
        line = self._line
        sentences: Sequence[str] = ("", "", "")
        if line is not None and line.gap is not None:
            gap = line.gap
            named = ClassGap(line.name, gap.content, gap.style, gap.diversity)
            sentences = gap_sentences(named, current())
        for words, sentence in zip(self.sentences, sentences, strict=True):
            words.setText(sentence)
            words.setVisible(bool(sentence))

    # --- what the user does ---------------------------------------------------------------------

    def _near_chosen(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and self._study is not None:
            self._near, self._other = self._study.nearest[now.row()], ""
            self.real.show_picture(self._near.pixels)
            self._say_study()

    def _smooth(self, on: bool) -> None:
        for view in self.views:
            view.set_smooth(on)


def _tile(near: Near) -> Tile:
    distance = number(near.distance, 2)
    return Tile(lambda: near.pixels, distance, f"{near.source}: {distance}", near.row)
