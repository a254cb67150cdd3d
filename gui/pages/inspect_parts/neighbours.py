"""The nearest real samples to choose from: how many, and by what they are near."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QListView, QWidget

from engine.inspection.nearest import WAYS
from gui.language import TranslatedWidget, number
from gui.pages.inspect_parts.sample_list import SampleList
from gui.pages.inspect_parts.study import NEAREST, Near, Wanted
from gui.theme import TIGHT
from gui.widgets.layout import column, label, row
from gui.widgets.picture_list import Tile

_THUMB = 56


class Neighbours(TranslatedWidget):
    """Emits :attr:`chosen` with one of the samples, :attr:`wanted_changed` with a :class:`Wanted`.

    What was chosen for one sample is chosen for the next: how many, and by what.
    """

    chosen = Signal(object)
    wanted_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Sequence[Near] = ()
        self.title = label("muted")
        self.way, self.count = QComboBox(), QComboBox()
        for way in WAYS:
            self.way.addItem("", way)
        for count in NEAREST:
            self.count.addItem("", count)
        for choice in (self.way, self.count):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            choice.activated.connect(self._want)
        self.title.setBuddy(self.way)
        self.list = SampleList(side=_THUMB)
        self.list.setFlow(QListView.Flow.LeftToRight)
        self.list.setWrapping(False)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().currentChanged.connect(self._changed)
        head = row(self.title, self.way, self.count, None, spacing=TIGHT + 2)
        self.setLayout(column(head, self.list, spacing=TIGHT))
        self._make_room()
        self.bind(self._say)

    @property
    def wanted(self) -> Wanted:
        """What is to be found."""
        return Wanted(self.count.currentData(), self.way.currentData())

    def show_nearest(self, nearest: Sequence[Near], *, choose: bool) -> None:
        """Show what was found; ``choose`` the nearest."""
        self._shown = nearest
        self.list.show_tiles([_tile(near) for near in nearest])
        if nearest and choose:
            self.list.setCurrentIndex(self.list.tiles.index(0, 0))

    def choose_none(self) -> None:
        """Another real sample is compared with."""
        self.list.clearSelection()
        self.list.setCurrentIndex(QModelIndex())

    def _changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and now.row() < len(self._shown):
            self.chosen.emit(self._shown[now.row()])

    def _make_room(self) -> None:
        """More than a few are scrolled, and the bar must not hide their distances."""
        bar = self.list.horizontalScrollBar().sizeHint().height()
        scrolled = self.wanted.count > NEAREST[0]
        height = self.list.gridSize().height() + 2 * TIGHT
        self.list.setFixedHeight(height + (bar if scrolled else 0))

    def _want(self, _at: int) -> None:
        self._make_room()
        self._say()
        self.wanted_changed.emit(self.wanted)

    def _say(self) -> None:
        meaning = {
            "content": self.tr("Distance by content: 0 is the same picture, 2 nothing in common"),
            "style": self.tr("Distance by style: 1 is as far as two real samples of the class"),
            "both": self.tr(
                "Distance by content and style: 1 is as far as two real samples of the class"
            ),
        }
        words = {
            "content": self.tr("in content"),
            "style": self.tr("in style"),
            "both": self.tr("in both"),
        }
        self.title.setText(self.tr("Nearest real"))
        for place, way in enumerate(WAYS):
            self.way.setItemText(place, words[way])
        for place, count in enumerate(NEAREST):
            self.count.setItemText(place, number(count))
        tip = meaning[self.wanted.way]
        self.way.setToolTip(tip)
        self.way.setAccessibleName(self.tr("Nearest by what"))
        self.way.setAccessibleDescription(tip)
        many = self.tr("How many of the nearest real samples")
        self.count.setToolTip(many)
        self.count.setAccessibleName(many)
        self.list.setAccessibleName(self.tr("Nearest real samples"))
        self.list.setAccessibleDescription(tip)
        self.list.repaint_tiles()


def _tile(near: Near) -> Tile:
    distance = number(near.distance, 2)
    return Tile(lambda: near.pixels, distance, f"{near.source}: {distance}", near.row)
