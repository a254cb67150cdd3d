"""The real samples of the gallery: read from disk just before they are scrolled into view."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QWidget

from gui.jobs import Background
from gui.pages.inspect_parts.arranging import Rows
from gui.pages.inspect_parts.captions import Captions
from gui.pages.inspect_parts.sample_list import SampleGrid
from gui.pages.inspect_parts.tiles import LazyTiles, RealPictures

_SCREENS_AHEAD, _SCREENS_BEHIND = 4, 1


class RealGrid(SampleGrid):
    """Shows :attr:`rows` of an image set; :attr:`pictures` reads them."""

    def __init__(self, background: Background, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, side=side)
        self.rows: Rows = np.empty(0, np.intp)
        self.pictures = RealPictures(background, self)
        self._top = 0
        self.seen.connect(self._read_ahead)
        self.pictures.arrived.connect(self.repaint_tiles)

    def show_rows(self, rows: Rows, captions: Captions) -> None:
        """Show these, from the top."""
        self.rows = rows
        self.resize_tiles(self.iconSize().width(), lines=captions.lines_of_real)
        self.show_tiles(LazyTiles(rows, captions.real))
        self.scrollToTop()

    def _read_ahead(self, first: int, end: int) -> None:
        """Read what is seen, then what the scrolling leads to."""
        rows, screen = self.rows, max(1, end - first)
        down = first >= self._top
        self._top = first
        after = rows[end : end + screen * (_SCREENS_AHEAD if down else _SCREENS_BEHIND)]
        start = max(0, first - screen * (_SCREENS_BEHIND if down else _SCREENS_AHEAD))
        before = rows[start:first][::-1]
        ahead = np.concatenate([after, before] if down else [before, after])
        self.pictures.look_at(rows[first:end], ahead)
