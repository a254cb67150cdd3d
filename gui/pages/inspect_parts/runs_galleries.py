"""The samples of two runs in step: same class, same place, scrolled and chosen together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.inspection.comparing_runs import RunSide
from engine.project.runs import Verdict
from gui.language import TranslatedWidget, number, say
from gui.pages.inspect_parts.sample_list import SampleList
from gui.pages.inspect_parts.tiles import LazyTiles
from gui.pages.inspect_parts.words import verdict_word
from gui.theme import GAP, TIGHT
from gui.widgets.layout import Card, column, holder, label, row
from gui.widgets.picture_list import Tile

Pixels = npt.NDArray[np.uint8]
_SIDE = 64
_NOBODY = -1  # a place that a run has no sample for


@dataclass(frozen=True)
class _Place:
    """The how-manieth sample of a class, from 1."""

    name: str
    number: int


class _Half(TranslatedWidget):
    """One run's gallery with its heading and what is chosen."""

    def __init__(self, title_key: str) -> None:
        super().__init__()
        self._title_key = title_key
        self.side: RunSide | None = None
        self.samples: Sequence[int] = ()
        self.hidden = False
        self.title, self.told = label("heading"), label("muted")
        self.list = SampleList(side=_SIDE, lines=2, verdict_of=self.verdict_of)
        # Both must have as many columns, whichever of them has more samples.
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        layout = column(row(self.title, self.told, None), self.list, spacing=TIGHT)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def verdict_of(self, sample: int) -> Verdict | None:
        """What was said of a sample, unless it must not be seen."""
        if self.side is None or sample == _NOBODY or self.hidden:
            return None
        return self.side.verdict(sample)

    def say(self) -> None:
        """Words in the language of now."""
        run = say(self._title_key)
        self.title.setText(run)
        named = self.tr("Synthetic samples of {run}").format(run=run)
        self.list.setAccessibleName(named)


class RunsGalleries(TranslatedWidget):
    """Emits :attr:`asked` with a sample of the first run that is to be looked at closely."""

    asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: Sequence[_Place] = ()
        self._name: str | None = None
        self._following = False
        self.first, self.second = _Half("compare.run_a"), _Half("compare.run_b")
        self._halves = (self.first, self.second)
        self._row: QHBoxLayout = row(self.first, self.second)
        for place, half in enumerate(self._halves):
            self._row.setStretch(place, 1)
            other = self._halves[1 - place].list
            half.list.verticalScrollBar().valueChanged.connect(other.verticalScrollBar().setValue)
            half.list.selectionModel().currentChanged.connect(partial(self._chosen, 1 - place))
        self.first.list.activated.connect(self._open)
        card = Card()
        card.body.addWidget(holder(self._row), 1)
        card.body.setSpacing(GAP)
        self.setLayout(column(card))
        self.bind(self._say)

    def show_sides(self, first: RunSide | None, second: RunSide | None) -> None:
        """Show two runs; what is chosen stays where there are the same places."""
        self.first.side, self.second.side = first, second
        self._arrange()

    def choose_class(self, name: str | None) -> None:
        """Show a class, or all."""
        if name != self._name:
            self._name = name
            self._arrange()

    def hide_verdicts(self, *, hidden: bool) -> None:
        """In a second look: what was said before would tell."""
        for half in self._halves:
            half.hidden = hidden
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Both halves are equally wide to the pixel: a column more would put them out of step."""
        super().resizeEvent(event)
        self._row.setContentsMargins(0, 0, event.size().width() % 2, 0)

    # --- places ---------------------------------------------------------------------------------

    def _arrange(self) -> None:
        by_place = [_samples(half.side) for half in self._halves]
        places = [
            _Place(name, number)
            for name in _names(self._halves)
            if self._name in (None, name)
            for number in range(1, 1 + max(len(one.get(name, ())) for one in by_place))
        ]
        before = self.first.list.currentIndex().row() if places == self._places else 0
        self._places = places
        scrolled = self.first.list.verticalScrollBar().value()
        for half, samples in zip(self._halves, by_place, strict=True):
            half.samples = [_at(samples, place) for place in places]
            tiles = LazyTiles(range(len(places)), partial(self._tile, half))
            half.list.show_tiles(tiles)
        self._say()
        if places:
            self.first.list.setCurrentIndex(self.first.list.tiles.index(max(0, before), 0))
            self.first.list.verticalScrollBar().setValue(scrolled if before else 0)

    def _tile(self, half: _Half, at: int) -> Tile:
        place, sample, side = self._places[at], half.samples[at], half.side
        title = number(place.number)
        if self._name is None:
            title = f"{place.name} {title}"
        if side is None or sample == _NOBODY:
            return Tile(lambda: None, f"{title}\n–", self.tr("No sample at this place"), _NOBODY)
        pixels: Pixels = side.condensed.images[sample]
        said = self._said(half, at)
        verdict = half.verdict_of(sample)
        word = verdict_word(verdict) if verdict else ""
        return Tile(lambda: pixels, f"{title}\n{word}", said, sample)

    def _said(self, half: _Half, at: int) -> str:
        """A place in words: which sample, and what was said of it."""
        place, sample = self._places[at], half.samples[at]
        if half.side is None or sample == _NOBODY:
            return self.tr("No sample at this place")
        verdict = half.verdict_of(sample)
        words = [f"{place.name} {number(place.number)}"]
        if not half.hidden:
            words.append(verdict_word(verdict) if verdict else self.tr("not judged"))
        if half.side.condensed.kept[sample]:
            words.append(self.tr("real, kept whole"))
        elif sample in half.side.condensed.replaced:
            words.append(self.tr("real"))
        return " · ".join(words)

    # --- in step --------------------------------------------------------------------------------

    def _chosen(self, other: int, now: QModelIndex, _before: QModelIndex) -> None:
        if self._following or not now.isValid():
            return
        self._following = True
        follower = self._halves[other].list
        follower.setCurrentIndex(follower.tiles.index(now.row(), 0))
        leader = self._halves[1 - other].list
        follower.verticalScrollBar().setValue(leader.verticalScrollBar().value())
        self._following = False
        self._tell()

    def _open(self, index: QModelIndex) -> None:
        sample = self.first.samples[index.row()]
        if sample != _NOBODY:
            self.asked.emit(sample)

    def _say(self) -> None:
        for half in self._halves:
            half.say()
            half.list.repaint_tiles()
        self.first.list.setToolTip(self.tr("Enter or double click: look at the sample closely"))
        self._tell()

    def _tell(self) -> None:
        for half in self._halves:
            at = half.list.currentIndex().row()
            if self._places and all(sample == _NOBODY for sample in half.samples):
                told = self.tr("no samples of this class")
            else:
                told = self._said(half, at) if 0 <= at < len(self._places) else ""
            half.told.setText(told)


def _samples(side: RunSide | None) -> dict[str, Sequence[int]]:
    """Numbers of a run's samples by class; a real picture stands once."""
    if side is None:
        return {}
    condensed = side.condensed
    shown = np.flatnonzero(condensed.first_copies)
    return {
        name: shown[condensed.labels[shown] == label].tolist()
        for label, name in enumerate(condensed.class_names)
    }


def _names(halves: Sequence[_Half]) -> list[str]:
    """The classes of both, those of the first run first."""
    named = [half.side.condensed.class_names for half in halves if half.side is not None]
    return list(dict.fromkeys(name for names in named for name in names))


def _at(samples: dict[str, Sequence[int]], place: _Place) -> int:
    own = samples.get(place.name, ())
    return own[place.number - 1] if place.number <= len(own) else _NOBODY
