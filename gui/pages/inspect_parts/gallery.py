"""Middle: the synthetic samples of a class above its real ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QSplitter, QWidget

from engine.data import ImageSet
from engine.runtime import UserError
from gui.jobs import Background
from gui.language import TranslatedWidget, say
from gui.pages.inspect_parts.arranging import (
    ISSUES,
    NAME,
    TO_CHOSEN,
    IssuesOf,
    Names,
    Rows,
    Scope,
    VerdictOf,
    Wishes,
    arranged_real,
    arranged_synthetic,
    fits,
)
from gui.pages.inspect_parts.captions import Captions
from gui.pages.inspect_parts.count_label import CountLabel
from gui.pages.inspect_parts.filter_words import WordOf
from gui.pages.inspect_parts.gallery_bar import GalleryBar
from gui.pages.inspect_parts.look import Look
from gui.pages.inspect_parts.real_grid import RealGrid
from gui.pages.inspect_parts.sample_list import SampleGrid
from gui.pages.inspect_parts.tiles import LazyTiles
from gui.pages.inspect_parts.valuing import Valuing
from gui.shortcuts.keys import on_key
from gui.theme import TIGHT
from gui.widgets.layout import Card, column, holder, label
from gui.widgets.size_slider import SizeSlider

Pixels = npt.NDArray[np.uint8]
_TASK = "inspect.arranging"
_SIDES = (48, 192, 60)
# More are searched and sorted beside the window: these take some 5 ms.
_MOST_AT_ONCE = 5_000
_CHOSEN_MS = 200


class Gallery(TranslatedWidget):
    """Emits :attr:`chosen` with a synthetic sample, :attr:`real_chosen` with a real one's row.

    :attr:`samples` are the synthetic ones shown, in order. A verdict never takes a sample away:
    filters are applied when they change, another class is chosen, or by *Apply again*, so that
    nothing moves under the hand of who judges and one step back shows what was judged last.
    """

    chosen = Signal(int)
    real_chosen = Signal(int)

    def __init__(
        self, background: Background, verdict_of: VerdictOf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._background, self._verdict_of = background, verdict_of
        self._scope = Scope()
        self._names = Names(())
        self._issues: Sequence[str] = ()
        self._sample: int | None = None
        self._place = 0
        self.samples: Sequence[int] = ()
        self._telling = True
        self.valuing = Valuing(background, self)
        self.real = RealGrid(background, _SIDES[2])
        self._captions = Captions(self.valuing, self.real.pictures, verdict_of)
        self._captions.chosen = lambda: self._sample
        self.bar = GalleryBar()
        self.synthetic = SampleGrid(
            side=_SIDES[2],
            lines=2,
            verdict_of=verdict_of,
            issues_of=lambda sample: self._captions.issues_of(sample),
        )
        self.show_real = QCheckBox()
        self.show_real.setChecked(True)
        self.size_slider = SizeSlider(*_SIDES)
        self._title = label("heading")
        self._count, self._real_count = CountLabel(), CountLabel()
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self._choosing = QTimer(self, singleShot=True, interval=_CHOSEN_MS)
        self._assemble()
        self._connect()
        self.bind(self._say)

    def _assemble(self) -> None:
        card = Card()
        self._real_part = holder(column(self.real))
        for part in (self.synthetic, self._real_part):
            self.splitter.addWidget(part)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([300, 300])
        self.bar.add_tool(self.size_slider)
        card.body.addLayout(self._count.behind(self._title))
        card.body.addWidget(self.bar)
        card.body.addWidget(self.splitter, 1)
        card.body.addLayout(self._real_count.behind(self.show_real))
        card.body.setSpacing(TIGHT + 2)
        self.setLayout(column(card))

    def _connect(self) -> None:
        self.synthetic.selectionModel().currentChanged.connect(self._current_changed)
        self.real.selectionModel().currentChanged.connect(self._real_changed)
        self.show_real.toggled.connect(lambda _on: self._arrange())
        self.size_slider.valueChanged.connect(self._resize)
        self.bar.changed.connect(self._arrange)
        self.bar.again_asked.connect(self._arrange)
        self.bar.value_asked.connect(self._ask_value)
        self.bar.stopped.connect(self.valuing.stop)
        self.bar.all_asked.connect(self.show_all)
        self.bar.left.connect(self.synthetic.setFocus)
        self._choosing.timeout.connect(self._follow_chosen)
        self.valuing.kind_known.connect(self._kind_known)
        self.valuing.progressed.connect(self._show_progress)
        self.valuing.changed.connect(self._valued)
        self.valuing.failed.connect(self._not_valued)
        on_key("gallery.find", self, self._find)

    # --- what is shown --------------------------------------------------------------------------

    def show_look(self, look: Look | None, image_set: ImageSet | None) -> None:
        """Show another condensed set; ``image_set`` is None where it cannot be compared."""
        self._background.forget(_TASK)
        self._scope, self._sample = Scope(look, image_set), None
        self._captions.look, self._captions.images = look, image_set
        self._names = Names(() if image_set is None else image_set.sources)
        self.real.pictures.use(image_set)
        self.valuing.use(look, image_set)
        self.show_class(None)

    def show_class(self, label_: int | None) -> None:
        """Show a class, or all."""
        self._scope = replace(self._scope, label=label_, selected=None)
        self.bar.show_selection(None)
        self._arrange()

    def show_selection(self, samples: Sequence[int], rows: Sequence[int]) -> None:
        """Show just these samples and these rows of the image set, whatever their class."""
        chosen = (frozenset(samples), np.asarray(rows, np.intp))
        self._scope = replace(self._scope, label=None, selected=chosen)
        self.bar.clear_filters()
        self.bar.show_selection((len(self._scope.samples()), len(self._scope.rows())))
        self._arrange()

    def show_all(self) -> None:
        """End the selection."""
        self.show_class(self._scope.label)

    def set_issues(self, issues_of: IssuesOf, kinds: Sequence[str], word_of: WordOf = str) -> None:
        """What was found fault with, sample by sample; call it again when that changes.

        ``kinds`` are all there may be, in the order to show them; ``word_of`` says each.
        """
        self._captions.issues_of, self._captions.issue_word = issues_of, word_of
        self._issues = list(kinds)
        before = self.bar.wishes
        self._offer()
        if before.issues or before.order == ISSUES:
            self._arrange()
        self.synthetic.repaint_tiles()

    def choose(self, sample: int | None) -> None:
        """Choose a synthetic sample without telling."""
        if sample is None:
            return
        changed, self._sample = sample != self._sample, sample
        if sample in self.samples:
            self._place = self.samples.index(sample)
            self._telling = False
            self.synthetic.setCurrentIndex(self.synthetic.tiles.index(self._place, 0))
            self._telling = True
        # Distances to the chosen one follow it, once one stays with it.
        if changed and self.bar.wishes.order == TO_CHOSEN:
            self._choosing.start()

    def beside(self, sample: int, step: int) -> int | None:
        """The sample so many places further on, or None at the end.

        Beside one that the filters have taken away is what stood next to it.
        """
        if sample in self.samples:
            place = self.samples.index(sample) + step
        else:
            place = self._place + (step if step < 0 else step - 1)
        return self.samples[place] if 0 <= place < len(self.samples) else None

    def reveal(self, sample: int) -> None:
        """Take filters and selection away if they hide a sample of the class shown."""
        if sample not in self.samples and self._scope.look is not None:
            self.bar.clear_filters()
            self.show_class(self._scope.label)

    def repaint_verdicts(self) -> None:
        """Verdicts have changed."""
        self.synthetic.repaint_tiles()
        self._show_gone()

    def pixels_of(self, row_: int) -> Pixels | None:
        """A real sample, if it was read."""
        return self.real.pictures.get(row_)

    # --- order and filters ----------------------------------------------------------------------

    def _arrange(self, *_now: Any, known: bool = False) -> None:
        """Apply the wishes; what must be measured for them first is asked for.

        Until it is ``known``, samples are shown as without it.
        """
        wishes, samples, rows = self.bar.wishes, self._scope.samples(), self._scope.rows()
        if not known and self._must_measure(samples, rows):
            wishes = wishes.without_values()
        self.bar.show_progress(self.valuing.progress)
        self._captions.one_class = self._scope.label is not None
        self._captions.order = wishes.order
        self._show_synthetic(samples, wishes)
        self._arrange_real(rows, wishes)

    def _must_measure(self, samples: list[int], rows: Rows) -> bool:
        """Ask for the values that are missing; none are taken that nobody wants any more."""
        keys, some = self._keys(), np.array(samples, np.intp)
        rows = rows if self.show_real.isChecked() else rows[:0]
        if keys == {TO_CHOSEN} and self._sample is not None and self._scope.look is not None:
            some, label_ = np.array([self._sample]), self._scope.look.label_of(self._sample)
            if self._scope.images is not None:
                rows = rows[self._scope.images.labels[rows] == label_]
        if keys and self.valuing.kind is None:
            return True
        if keys and self.valuing.missing(keys, some, rows):
            self.valuing.take(keys, some, rows)
            return True
        self.valuing.cancel()
        return False

    def _keys(self) -> set[str]:
        """Values to sort by, to filter by, and the one whose range is being chosen."""
        asked = self.bar.panel.value.currentData()
        return self.bar.wishes.values | ({asked} if asked else set())

    def _follow_chosen(self) -> None:
        """Distances to the chosen sample are those of another one."""
        samples, rows = self._scope.samples(), self._scope.rows()
        if self.bar.wishes.order == TO_CHOSEN and not self._must_measure(samples, rows):
            self._arrange_real(rows, self.bar.wishes)

    def _show_synthetic(self, samples: list[int], wishes: Wishes) -> None:
        before, self.samples = self.samples, samples
        if self._scope.look is not None:
            self.samples = arranged_synthetic(
                samples,
                self._scope.look,
                wishes,
                self._verdict_of,
                self._captions.issues_of,
                self.valuing.synthetic,
            )
        if self._sample not in before:
            self._place = 0 if self.samples != before else self._place
        elif self._sample not in self.samples:
            still = set(self.samples)
            self._place = sum(one in still for one in before[: before.index(self._sample)])
        self._telling = False
        self.synthetic.show_tiles(LazyTiles(self.samples, self._captions.synthetic))
        self._telling = True
        self.synthetic.scrollToTop()
        self.choose(self._sample)
        self._show_gone()

    def _arrange_real(self, rows: Rows, wishes: Wishes) -> None:
        self._background.forget(_TASK)
        images = self._scope.images
        self.show_real.setEnabled(images is not None)
        shown = images is not None and self.show_real.isChecked()
        self._real_part.setVisible(shown)
        rows = rows if shown else rows[:0]
        names, sample, valuing = self._names, self._sample, self.valuing

        def work(_token: object) -> Rows:
            return arranged_real(
                rows, names, wishes, lambda key, some: valuing.real(key, some, sample)
            )

        plain = not wishes.filtered and wishes.order not in (NAME, *wishes.values)
        if plain or len(rows) <= _MOST_AT_ONCE:
            self._show_rows(work(None))
        else:
            self._background.run(_TASK, work, self._show_rows)

    def _show_rows(self, rows: Rows) -> None:
        self._telling = False
        self.real.show_rows(rows, self._captions)
        self._telling = True
        self._say_counts()

    def _show_gone(self) -> None:
        wishes, issues_of = self.bar.wishes, self._captions.issues_of
        fit = sum(fits(one, wishes, self._verdict_of, issues_of) for one in self.samples)
        self.bar.show_gone(len(self.samples) - fit)

    # --- values ---------------------------------------------------------------------------------

    def _offer(self) -> None:
        self.bar.offer(
            self.valuing.kind,
            self._issues,
            self._captions.issue_word,
            real=self._scope.images is not None,
        )

    def _kind_known(self) -> None:
        self._offer()
        if self.bar.wishes.values:
            self._arrange()

    def _ask_value(self) -> None:
        """A range is shown where it is asked for, before anything is left out."""
        self._must_measure(self._scope.samples(), self._scope.rows())
        self._show_extent()

    def _valued(self) -> None:
        self._arrange(known=True)
        self._show_extent()

    def _not_valued(self, error: UserError) -> None:
        self._arrange(known=True)
        self.bar.show_failure(say(error.key, **error.params))

    def _show_progress(self) -> None:
        self.bar.show_progress(self.valuing.progress)
        self._show_extent()

    def _show_extent(self) -> None:
        key = self.bar.panel.value.currentData()
        if not key:
            return
        if self.valuing.progress is not None:
            self.bar.panel.show_extent(key, np.nan, np.nan, self.bar.progress_text())
            return
        mine = self.valuing.synthetic(key, np.array(self._scope.samples(), np.intp))
        found = np.append(mine, self.valuing.real(key, self._scope.rows(), self._sample))
        found = found[np.isfinite(found)]
        least, most = (found.min(), found.max()) if len(found) else (np.nan, np.nan)
        self.bar.panel.show_extent(key, float(least), float(most))

    # --- words ----------------------------------------------------------------------------------

    def _say(self) -> None:
        synthetic, real = self.tr("Synthetic samples"), self.tr("Real samples")
        self._title.setText(synthetic)
        self.show_real.setText(real)
        self.size_slider.setAccessibleName(self.tr("Size of the pictures"))
        self.size_slider.setToolTip(self.tr("Size of the pictures"))
        for tiles, name in ((self.synthetic, synthetic), (self.real, real)):
            tiles.setAccessibleName(name)
            tiles.setAccessibleDescription(self.tr("The arrow keys go through the pictures."))
            tiles.repaint_tiles()
        self._say_counts()

    def _say_counts(self) -> None:
        self._count.show_count(len(self.samples), len(self._scope.samples()))
        if self._scope.images is None:
            reason = self.tr("The real samples cannot be shown beside this run.")
            self._real_count.show_text("")
        else:
            reason = self.tr("Show the training pictures of the class below")
            shown = self.real.rows if self.show_real.isChecked() else self._scope.rows()
            self._real_count.show_count(len(shown), len(self._scope.rows()))
        self.show_real.setToolTip(reason)
        self.show_real.setAccessibleDescription(reason)

    # --- what the user does ---------------------------------------------------------------------

    def _current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and self._telling:
            self.chosen.emit(self.samples[now.row()])

    def _real_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and self._telling:
            self.real_chosen.emit(int(self.real.rows[now.row()]))

    def _resize(self, side: int) -> None:
        for one in (self.synthetic, self.real):
            one.resize_tiles(side)

    def _find(self) -> None:
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()
