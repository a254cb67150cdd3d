"""Samples as tiles: made when asked for, so that a class may hold a hundred thousand."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, overload

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, QTimer, Signal

from engine.data import ImageSet
from engine.runtime import StopToken, UserError
from gui.jobs import Background
from gui.widgets.picture_list import Tile

Pixels = npt.NDArray[np.uint8]
_TASK = "inspect.tiles"
_MOST_KEPT_BYTES = 64 << 20
_MOST_AT_ONCE = 96


class LazyTiles(Sequence[Tile]):
    """Tiles of the pictures ``keys``, each made by ``make`` when it is needed."""

    def __init__(self, keys: Sequence[int], make: Callable[[int], Tile]) -> None:
        self._keys, self._make = keys, make

    def __len__(self) -> int:
        return len(self._keys)

    @overload
    def __getitem__(self, place: int) -> Tile: ...
    @overload
    def __getitem__(self, place: slice) -> LazyTiles: ...
    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return LazyTiles(self._keys[place], self._make)
        return self._make(int(self._keys[place]))


class RealPictures(QObject):
    """Real samples read beside the window; :attr:`arrived` tells that more can be painted."""

    arrived = Signal()

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._image_set: ImageSet | None = None
        self._kept: OrderedDict[int, Pixels] = OrderedDict()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._reading = False
        # What one repaint asks for is read together.
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._read)

    def use(self, image_set: ImageSet | None) -> None:
        """Read from another image set from now on."""
        self._background.forget(_TASK)
        self._timer.stop()
        self._image_set, self._reading = image_set, False
        self._kept.clear()
        self._wanted.clear()

    def get(self, row: int) -> Pixels | None:
        """A picture, or None while it is being read."""
        if row in self._kept:
            self._kept.move_to_end(row)
            return self._kept[row]
        if self._image_set is not None:
            self._wanted[row] = None
            self._wanted.move_to_end(row)
            if not self._reading:
                self._timer.start()
        return None

    def _read(self) -> None:
        image_set = self._image_set
        if image_set is None or not self._wanted:
            return
        # The newest wishes: what was scrolled past is asked for again if it comes back.
        rows = sorted(list(self._wanted)[-_MOST_AT_ONCE:])
        self._wanted.clear()
        self._reading = True

        def work(_token: StopToken) -> tuple[list[int], Pixels]:
            return rows, image_set.read(rows)

        self._background.run(_TASK, work, self._done, self._failed)

    def _done(self, found: tuple[list[int], Pixels]) -> None:
        self._reading = False
        for row, pixels in zip(*found, strict=True):
            self._kept[row] = pixels
        most = max(2 * _MOST_AT_ONCE, _MOST_KEPT_BYTES // max(1, found[1][:1].nbytes))
        while len(self._kept) > most:
            self._kept.popitem(last=False)
        self.arrived.emit()

    def _failed(self, _error: UserError) -> None:
        """The tiles stay empty; the page's own reading tells why."""
        self._reading = False
