"""A folder as understood, before it is imported: classes, notices, a preview, the options."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image
from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QSplitter

from engine.runtime import Event, Progress, StopToken, UserError
from gui.jobs import Background
from gui.language import TranslatedWidget, current, number
from gui.pages.import_parts.class_table import ClassRow, ClassTable
from gui.pages.import_parts.notices import NoticeList
from gui.pages.import_parts.options_form import OptionsForm
from gui.pages.import_parts.proposals import ProposalsDialog
from gui.theme import GAP, PAD, colours
from gui.widgets.layout import Card, button, flowing, label, row, scrolled
from gui.widgets.picture_list import PictureList, Tile
from importers import ImportOptions, PreviewPair, Scan, preview, scan

_SCAN, _PREVIEW = "import.scan", "import.preview"
_PAIRS = 24
_SIDE = 80  # three pairs fit side by side into the smallest window
_BETWEEN = 8
_CHANGE_MS = 300
Pixels = npt.NDArray[np.uint8]
Rgb = tuple[int, int, int]
Ground = tuple[Rgb, Rgb]


class Preparing(TranslatedWidget):
    """Tells by :attr:`changed` whenever what can be imported has changed.

    ``named`` tells that a person has named classes: the list used before, and the one used now.
    """

    changed = Signal()
    named = Signal(str, str)
    _counted = Signal(int)

    def __init__(self, background: Background) -> None:
        super().__init__()
        self._background = background
        self.folder = Path()
        self.scan: Scan | None = None
        self.counted = 0
        self.error: UserError | None = None
        self.folder_name = label("heading", wrap=True)
        self.facts = flowing(label("muted", wrap=True))
        self.classes = ClassTable()
        self.form = OptionsForm()
        self.pairs = PictureList(side=2 * _SIDE + _BETWEEN)
        self.pairs.setIconSize(QSize(2 * _SIDE + _BETWEEN, _SIDE))
        height = _SIDE + self.fontMetrics().lineSpacing() + 14
        self.pairs.setGridSize(QSize(2 * _SIDE + _BETWEEN + 16, height))
        self.pairs_heading = label()
        self.notices_heading = label()
        self.options_heading = label()
        self.notices = NoticeList()
        self.propose = button("group")
        self.propose.hide()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_CHANGE_MS)
        self._later.timeout.connect(self._look)
        self._assemble()
        self._counted.connect(self._say_counted)
        self.form.changed.connect(self._options_changed)
        self.form.rescan.connect(self._rescan)
        self.propose.clicked.connect(self._propose)
        self.bind(self._say)

    def _assemble(self) -> None:
        left = Card(heading=self.folder_name)
        left.body.addWidget(self.facts)
        left.body.addWidget(self.classes, 1)
        left.body.addLayout(row(self.propose, None))
        options = Card(heading=self.options_heading)
        options.body.addWidget(scrolled(self.form))
        pairs = Card(heading=self.pairs_heading)
        pairs.body.addWidget(self.pairs)
        notices = Card(heading=self.notices_heading)
        notices.body.addWidget(scrolled(self.notices))
        halves = [_split(left, options, shares=(2, 3)), _split(pairs, notices, shares=(3, 2))]
        whole = row(*halves, spacing=PAD)
        whole.setStretch(0, 2)
        whole.setStretch(1, 3)
        self.setLayout(whole)

    # --- looking ----------------------------------------------------------------------------------

    def begin(self, folder: Path) -> None:
        """Look at a folder."""
        self.folder = folder
        self.form.begin(folder)
        self._rescan()

    def forget(self) -> None:
        """What is being looked at is no longer wanted."""
        for name in (_SCAN, _PREVIEW):
            self._background.forget(name)

    def _rescan(self) -> None:
        if self.scan is not None:
            self.scan.store.close()
        self.scan, self.error, self.counted = None, None, 0
        self.pairs.show_tiles(())
        folder, options = self.folder, self.form.options()

        def emit(event: Event) -> None:
            if isinstance(event, Progress):
                self._counted.emit(event.done)

        def work(token: StopToken) -> Scan:
            return scan(folder, options, emit=emit, token=token)

        self._background.forget(_PREVIEW)
        self._background.run(_SCAN, work, self._scanned, self._failed)
        self._say()

    def _scanned(self, found: Scan) -> None:
        self.scan = found
        self.form.understood(
            found.layout,
            has_test=any(one.test for one in found.classes),
            headings=found.headings,
        )
        self.propose.setVisible(found.layout == "unlabelled")
        self._say()
        self._look()

    def _failed(self, error: UserError) -> None:
        self.error = error
        self._say()

    def _propose(self) -> None:
        if self.scan is not None:
            self.proposals_dialog().open()

    def proposals_dialog(self) -> ProposalsDialog:
        """Groups of pictures that look alike, to be named; their classes are used once accepted."""
        assert self.scan is not None  # asked for only then
        dialog = ProposalsDialog(self.scan, self.form.options(), self._background, self)
        dialog.accepted.connect(lambda: self._use_list(dialog.list_file))
        return dialog

    def _use_list(self, path: Path) -> None:
        before, after = self.form.list_file, str(path)
        self.use_classes(after)
        self.named.emit(before, after)

    def use_classes(self, list_file: str) -> None:
        """Take the classes of a list; empty: those that the folder itself tells."""
        self.form.list_file = list_file
        self._rescan()

    def _options_changed(self) -> None:
        self._later.start()
        self.changed.emit()

    def _look(self) -> None:
        if self.scan is None:
            return
        found, options = self.scan, self.form.options()
        self._background.run(_PREVIEW, partial(_pairs, found, options, _ground()), self._show_pairs)

    def _show_pairs(self, pairs: list[tuple[PreviewPair, Pixels]]) -> None:
        self.pairs.show_tiles(
            [Tile(_loader(pixels), one.label, one.source) for one, pixels in pairs]
        )

    def changeEvent(self, event: QEvent) -> None:
        """The ground of the pairs follows the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_later"):
            self._later.start()

    # --- telling ----------------------------------------------------------------------------------

    def _say(self) -> None:
        self.folder_name.setText(self.folder.name)
        self.folder_name.setToolTip(str(self.folder))
        self.options_heading.setText(self.tr("How to prepare them"))
        self.pairs_heading.setText(self.tr("As they are → prepared"))
        self.pairs.setAccessibleName(self.tr("Pictures as they are and prepared"))
        self.pairs.setAccessibleDescription(self.pairs_heading.text())
        self.notices_heading.setText(self.tr("What we noticed"))
        self.propose.setText(self.tr("Propose classes…"))
        self.propose.setToolTip(self.tr("Groups of pictures that look alike, for you to name"))
        if self.scan is None:
            self.facts.setText(self._say_looking())
            self.classes.show_rows(())
            self.notices.hide()
        else:
            self._say_scan(self.scan)
        self.changed.emit()

    def _say_looking(self) -> str:
        if self.error is not None:
            return self.error.sentence(current())
        if not self.counted:
            return self.tr("Looking through the folder…")
        return self.tr("Looking through the folder: {count} files so far…").format(
            count=number(self.counted)
        )

    def _say_counted(self, count: int) -> None:
        self.counted = count
        if self.scan is None:
            self.facts.setText(self._say_looking())

    def _say_scan(self, found: Scan) -> None:
        self.facts.setText(
            self.tr("{images} pictures in {classes} classes").format(
                images=number(found.total), classes=number(len(found.classes))
            )
        )
        has_test = any(one.test for one in found.classes)
        self.classes.show_rows(
            [ClassRow(one.name, one.train, one.test if has_test else None) for one in found.classes]
        )
        self.notices.show_notices(found.root, found.notices, found.refused)
        self.notices.show()


def _split(upper: Card, lower: Card, *, shares: tuple[int, int]) -> QSplitter:
    splitter = QSplitter(Qt.Orientation.Vertical)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(GAP)
    for place, (card, share) in enumerate(zip((upper, lower), shares, strict=True)):
        splitter.addWidget(card)
        splitter.setStretchFactor(place, share)
    return splitter


def _loader(pixels: Pixels) -> Callable[[], Pixels]:
    return lambda: pixels


def _pairs(
    found: Scan, options: ImportOptions, ground: Ground, token: StopToken
) -> list[tuple[PreviewPair, Pixels]]:
    """Pictures before and after, side by side in one picture."""
    found_pairs = preview(found, options, count=_PAIRS, token=token)
    return [(one, _beside(one, ground)) for one in found_pairs]


def _ground() -> Ground:
    """What shows between two pictures, and beside one that is not square."""
    c = colours()
    between, beside = QColor(c.surface), QColor(c.border)
    return (
        (between.red(), between.green(), between.blue()),
        (beside.red(), beside.green(), beside.blue()),
    )


def _beside(pair: PreviewPair, ground: Ground) -> Pixels:
    out = np.empty((_SIDE, 2 * _SIDE + _BETWEEN, 3), np.uint8)
    between, beside = ground
    out[:] = beside
    out[:, _SIDE : _SIDE + _BETWEEN] = between
    for pixels, left in ((pair.before, 0), (pair.after, _SIDE + _BETWEEN)):
        fitted = _fitted(pixels)
        height, width = fitted.shape[:2]
        top, start = (_SIDE - height) // 2, left + (_SIDE - width) // 2
        out[top : top + height, start : start + width] = fitted
        # A white sheet on a white ground would have no edge.
        place = out[top : top + height, start : start + width]
        place[0] = place[-1] = place[:, 0] = place[:, -1] = beside
    return out


def _fitted(pixels: Pixels) -> Pixels:
    """Scaled into the square of a preview; pixels that are enlarged stay squares."""
    coloured = np.repeat(pixels, 3, axis=2) if pixels.shape[2] == 1 else pixels
    scale = _SIDE / max(coloured.shape[:2])
    size = [max(1, round(side * scale)) for side in (coloured.shape[1], coloured.shape[0])]
    way = Image.Resampling.NEAREST if scale > 1 else Image.Resampling.BOX
    return np.asarray(Image.fromarray(coloured).resize((size[0], size[1]), way))
