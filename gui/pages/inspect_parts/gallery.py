"""Middle: the synthetic samples of a class above its real ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QListView, QSlider, QSplitter, QWidget

from engine.data import ImageSet
from gui.jobs import Background
from gui.language import TranslatedWidget, number
from gui.pages.inspect_parts.judging import Verdict
from gui.pages.inspect_parts.look import Look
from gui.pages.inspect_parts.sample_list import SampleList
from gui.pages.inspect_parts.tiles import LazyTiles, RealPictures
from gui.pages.inspect_parts.words import verdict_word
from gui.theme import GAP, TIGHT
from gui.widgets.layout import Card, column, holder, label, row
from gui.widgets.picture_list import Tile

Pixels = npt.NDArray[np.uint8]
_SIDES = (48, 192, 60)


class _SizeSlider(QSlider):
    """Keeps the arrow keys, which go through the samples everywhere else on the page."""

    def event(self, event: QEvent) -> bool:
        """Claim the keys before a shortcut does."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        ):
            event.accept()
            return True
        return super().event(event)


class Gallery(TranslatedWidget):
    """Emits :attr:`chosen` with a synthetic sample, :attr:`real_chosen` with a real one's row."""

    chosen = Signal(int)
    real_chosen = Signal(int)

    def __init__(
        self,
        background: Background,
        verdict_of: Callable[[int], Verdict | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._verdict_of = verdict_of
        self._look: Look | None = None
        self._image_set: ImageSet | None = None
        self._label: int | None = None
        self.samples: Sequence[int] = ()
        self._real_rows: npt.NDArray[np.intp] = np.empty(0, np.intp)
        self._telling = True
        self.pictures = RealPictures(background, self)
        self.synthetic = SampleList(side=_SIDES[2], lines=2, verdict_of=verdict_of)
        self.real = SampleList(side=_SIDES[2])
        # A hundred thousand tiles are laid out a part at a time.
        self.real.setLayoutMode(QListView.LayoutMode.Batched)
        self.real.setBatchSize(1000)
        self.show_real = QCheckBox()
        self.show_real.setChecked(True)
        self.size_slider = _SizeSlider(Qt.Orientation.Horizontal)
        self.size_slider.setRange(_SIDES[0], _SIDES[1])
        self.size_slider.setSingleStep(8)
        self.size_slider.setPageStep(32)
        self.size_slider.setValue(_SIDES[2])
        self.size_slider.setMaximumWidth(120)
        self.size_slider.setMinimumWidth(60)
        self._title = label("heading")
        self._count = label("muted")
        self._real_count = label("muted")
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self._assemble()
        self._connect()
        self.bind(self._say)

    def _assemble(self) -> None:
        card = Card()
        head = row(self._title, self._count, None, self.size_slider)
        self._real_part = holder(column(self.real))
        for part in (self.synthetic, self._real_part):
            self.splitter.addWidget(part)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([300, 300])
        card.body.addLayout(head)
        card.body.addWidget(self.splitter, 1)
        card.body.addLayout(row(self.show_real, self._real_count, None, spacing=GAP))
        card.body.setSpacing(TIGHT + 2)
        self.setLayout(column(card))

    def _connect(self) -> None:
        self.synthetic.selectionModel().currentChanged.connect(self._current_changed)
        self.real.selectionModel().currentChanged.connect(self._real_changed)
        self.show_real.toggled.connect(lambda _on: self._draw_real())
        self.size_slider.valueChanged.connect(self._resize)
        self.pictures.arrived.connect(self.real.repaint_tiles)

    # --- what is shown --------------------------------------------------------------------------

    def show_look(self, look: Look | None, image_set: ImageSet | None) -> None:
        """Show another condensed set; ``image_set`` is None where it cannot be compared."""
        self._look, self._image_set = look, image_set
        self.pictures.use(image_set)
        self.show_class(None)

    def show_class(self, label_: int | None) -> None:
        """Show a class, or all."""
        self._label = label_
        self.samples = [] if self._look is None else self._look.samples(label_)
        self._telling = False
        self.synthetic.show_tiles(LazyTiles(self.samples, self._synthetic_tile))
        self._telling = True
        self._draw_real()

    def choose(self, sample: int | None) -> None:
        """Choose a synthetic sample without telling."""
        if sample is not None and sample in self.samples:
            self._telling = False
            self.synthetic.setCurrentIndex(
                self.synthetic.tiles.index(self.samples.index(sample), 0)
            )
            self._telling = True

    def beside(self, sample: int, step: int) -> int | None:
        """The sample so many places further on, or None at the end."""
        if sample not in self.samples:
            return None
        place = self.samples.index(sample) + step
        return self.samples[place] if 0 <= place < len(self.samples) else None

    def repaint_verdicts(self) -> None:
        """Verdicts have changed."""
        self.synthetic.repaint_tiles()

    def pixels_of(self, row_: int) -> Pixels | None:
        """A real sample, if it was read."""
        return self.pictures.get(row_)

    def _draw_real(self) -> None:
        images = self._image_set
        self.show_real.setEnabled(images is not None)
        shown = images is not None and self.show_real.isChecked()
        self._real_part.setVisible(shown)
        rows = np.empty(0, np.intp) if images is None else images.indices("train", self._label)
        self._real_rows = rows
        tiles = LazyTiles(rows.tolist() if shown else [], self._real_tile)
        self._telling = False
        self.real.show_tiles(tiles)
        self._telling = True
        self._say_counts()

    def _synthetic_tile(self, sample: int) -> Tile:
        look = self._look
        assert look is not None
        place = number(look.place_of(sample))
        name = look.class_names[look.label_of(sample)]
        title = place if self._label is not None else f"{name} {place}"
        verdict = self._verdict_of(sample)
        word = verdict_word(verdict) if verdict else self.tr("not judged")
        kept = self.tr("real, kept whole") if look.condensed.kept[sample] else ""
        pixels = look.condensed.images[sample]
        tip = f"{name} {place}: {word}" + (f" ({kept})" if kept else "")
        below = word if verdict else self.tr("real") if kept else ""
        return Tile(lambda: pixels, f"{title}\n{below}", tip, sample)

    def _real_tile(self, row_: int) -> Tile:
        images = self._image_set
        source = "" if images is None else images.sources[row_]
        return Tile(partial(self.pictures.get, row_), source.rpartition("/")[2], source, row_)

    def _resize(self, side: int) -> None:
        for one in (self.synthetic, self.real):
            one.resize_tiles(side)

    # --- words ----------------------------------------------------------------------------------

    def _say(self) -> None:
        self._title.setText(self.tr("Synthetic samples"))
        self.show_real.setText(self.tr("Real samples"))
        self.size_slider.setAccessibleName(self.tr("Size of the pictures"))
        self.size_slider.setToolTip(self.tr("Size of the pictures"))
        self.synthetic.setAccessibleName(self.tr("Synthetic samples"))
        self.real.setAccessibleName(self.tr("Real samples"))
        self._say_counts()
        self.synthetic.repaint_tiles()
        self.real.repaint_tiles()

    def _say_counts(self) -> None:
        self._count.setText(number(len(self.samples)))
        if self._image_set is None:
            reason = self.tr("The real samples cannot be shown beside this run.")
            self._real_count.setText("")
        else:
            reason = self.tr("Show the training pictures of the class below")
            self._real_count.setText(number(len(self._real_rows)))
        self.show_real.setToolTip(reason)
        self.show_real.setAccessibleDescription(reason)

    # --- what the user does ---------------------------------------------------------------------

    def _current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and self._telling:
            self.chosen.emit(self.samples[now.row()])

    def _real_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and self._telling:
            self.real_chosen.emit(int(self._real_rows[now.row()]))
