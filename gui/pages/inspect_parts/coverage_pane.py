"""How much of each class the samples cover, and what they leave out, with pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import PurePosixPath

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engine.inspection.coverage import ClassCoverage, Region, all_regions
from engine.inspection.coverage_words import (
    coverage_sentence,
    hull_sentence,
    overall_sentence,
    region_sentence,
)
from gui.language import TranslatedWidget, current, number
from gui.theme import GAP, PAD, TIGHT, colours
from gui.widgets.bars import Bar, BarColumn, BarRow, Bars
from gui.widgets.layout import (
    Card,
    button,
    column,
    flowing,
    holder,
    label,
    reachable,
    row,
    scrolled,
)
from gui.widgets.picture_strip import PictureStrip, Shot

PixelsOf = Callable[[int], npt.NDArray[np.uint8] | None]
_SIDE, _PICTURES, _MOST_REGIONS = 52, 5, 12
_LEAST_WIDTH = 300
_MOST_BARS_HEIGHT = 26 * 8 + 8


class CoveragePane(TranslatedWidget):
    """Coverage beside the map; its bars are gone through with the arrow keys, too.

    Signals
    -------
    chosen(object)
        A label.
    region_asked(Region)
        A group of real pictures to look at.
    """

    chosen = Signal(object)
    region_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._classes: Sequence[ClassCoverage] = ()
        self._label: int | None = None
        self._pixels_of: PixelsOf = lambda _row: None
        self._sources: Sequence[str] = ()
        self.regions: list[Region] = []
        self._strips: list[PictureStrip] = []
        self.title, self.sentence = label("heading"), flowing(label(wrap=True, selectable=True))
        self.detail = flowing(label("muted", wrap=True))
        self.bars = Bars()
        self.bars.chosen.connect(self.chosen)
        self.area = scrolled(self.bars)
        self.missed = label("heading")
        self._list = column(spacing=PAD)
        self.list_area = reachable(scrolled(holder(self._list)))
        self._assemble()
        self.bind(self._draw)

    def _assemble(self) -> None:
        card = Card()
        bars = column(self.bars.head, self.area, spacing=0)
        for part in (self.title, self.sentence):
            card.body.addWidget(part)
        card.body.addLayout(bars)
        card.body.addWidget(self.detail)
        lower = Card()
        lower.body.addWidget(self.missed)
        lower.body.addWidget(self.list_area, 1)
        layout = column(card, lower, spacing=PAD)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setMinimumWidth(_LEAST_WIDTH)

    # --- what is shown --------------------------------------------------------------------------

    def show_coverage(
        self, classes: Sequence[ClassCoverage], pixels_of: PixelsOf, sources: Sequence[str]
    ) -> None:
        """Show what was measured; ``pixels_of`` gives a real picture, or None while it is read."""
        self._classes, self._pixels_of, self._sources = classes, pixels_of, sources
        self._draw()

    def choose(self, label_: int | None) -> None:
        """Show one class, or all."""
        if label_ != self._label:
            self._label = label_
            self._draw()

    def repaint_pictures(self) -> None:
        """More pictures were read."""
        for region, strip in zip(self.regions, self._strips, strict=True):
            if any(shot.pixels is None for shot in strip.shots):
                strip.show_shots(self._shots(region))

    # --- words ----------------------------------------------------------------------------------

    def _draw(self) -> None:
        self.title.setText(self.tr("Coverage"))
        self.bars.setAccessibleName(self.tr("Coverage by class"))
        self.list_area.setAccessibleName(self.tr("Real pictures with nothing near"))
        self.setVisible(bool(self._classes))
        if not self._classes:
            return
        language = current()
        mine = [one for one in self._classes if self._label in (None, one.label)]
        one = mine[0] if self._label is not None and mine else None
        self.sentence.setText(
            overall_sentence(self._classes, language)
            if one is None
            else coverage_sentence(one, language)
        )
        self.detail.setText("" if one is None else hull_sentence(one, language))
        self.detail.setVisible(bool(self.detail.text()))
        self.bars.show_rows(
            [
                BarColumn(self.tr("samples"), "content", 1.0),
                BarColumn(self.tr("random real"), "muted", 1.0),
            ],
            [self._row(one) for one in self._classes],
        )
        self.bars.mark(self._label)
        height = min(_MOST_BARS_HEIGHT, self.bars.sizeHint().height() + TIGHT)
        self.area.setFixedHeight(height)
        self._draw_regions(mine)

    def _row(self, one: ClassCoverage) -> BarRow:
        c = colours()
        short = one.covered < one.chance[0] and not one.kept
        words = self.tr("less") if short else ""
        return BarRow(
            one.label,
            one.name,
            [
                Bar(one.covered, f"{number(100 * one.covered)} %", words, c.warning),
                Bar(one.expected, f"{number(100 * one.expected)} %"),
            ],
            coverage_sentence(one, current()),
        )

    def _draw_regions(self, classes: Sequence[ClassCoverage]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        regions = all_regions(classes)
        self.regions, self._strips = regions[:_MOST_REGIONS], []
        self.missed.setText(
            self.tr("Real pictures with nothing near") if regions else self.tr("Nothing left out")
        )
        for region in self.regions:
            self._list.addWidget(self._entry(region))
        if len(regions) > _MOST_REGIONS:
            more = label("muted", wrap=True)
            more.setText(
                self.tr(
                    "{count} smaller groups are not listed. Choose a class to see its own."
                ).format(count=number(len(regions) - _MOST_REGIONS))
            )
            self._list.addWidget(more)
        self._list.addStretch(1)

    def _entry(self, region: Region) -> QWidget:
        name = next(one.name for one in self._classes if one.label == region.label)
        words = flowing(label(wrap=True, selectable=True))
        words.setText(region_sentence(region, name, current()))
        strip = PictureStrip(_SIDE)
        strip.show_shots(self._shots(region))
        strip.setAccessibleName(words.text())
        strip.pressed.connect(lambda _at: self.region_asked.emit(region))
        self._strips.append(strip)
        show = button("magnify-scan")
        show.setText(self.tr("Look at them"))
        show.setToolTip(self.tr("Show them in the gallery with the nearest sample"))
        show.setAccessibleDescription(words.text())
        show.clicked.connect(partial(self._ask, region))
        return holder(column(words, strip, row(show, None), spacing=GAP))

    def _ask(self, region: Region) -> None:
        self.region_asked.emit(region)

    def _shots(self, region: Region) -> list[Shot]:
        return [
            Shot(self._pixels_of(at), PurePosixPath(self._name(at)).stem, self._name(at))
            for at in region.rows[:_PICTURES].tolist()
        ]

    def _name(self, at: int) -> str:
        return self._sources[at] if at < len(self._sources) else ""
