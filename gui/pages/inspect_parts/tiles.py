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
Keys = Sequence[int] | npt.NDArray[np.intp]
_TASK = "inspect.tiles"
_MOST_KEPT_BYTES = 48 << 20
# One reading: short enough that a fling that ends meanwhile does not wait for it.
_MOST_AT_ONCE, _MOST_BYTES_AT_ONCE = 192, 4 << 20


class LazyTiles(Sequence[Tile]):
    """Tiles of the pictures ``keys``, each made by ``make`` when it is needed."""

    def __init__(self, keys: Keys, make: Callable[[int], Tile]) -> None:
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
    """Real samples read beside the window; :attr:`arrived` tells that more can be painted.

    What is looked at is read first, then what will be: wishes of what was scrolled past are
    dropped, so that a fling is never followed by readings nobody waits for.
    """

    arrived = Signal()

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._image_set: ImageSet | None = None
        self._kept: OrderedDict[int, Pixels] = OrderedDict()
        self._wanted: dict[int, None] = {}
        self._ahead: Sequence[int] = ()
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
        self._ahead = ()

    def look_at(self, shown: Keys, ahead: Keys) -> None:
        """These rows are looked at, and those may be next: nothing else is waited for."""
        self._wanted = {int(row): None for row in shown if int(row) not in self._kept}
        self._ahead = [int(row) for row in ahead]
        self._start()

    def get(self, row: int) -> Pixels | None:
        """A picture, or None while it is being read."""
        if row in self._kept:
            self._kept.move_to_end(row)
            return self._kept[row]
        self._wanted[row] = None
        self._start()
        return None

    @property
    def _at_once(self) -> int:
        assert self._image_set is not None
        one = max(1, int(np.prod(self._image_set.shape[1:])))
        return max(1, min(_MOST_AT_ONCE, _MOST_BYTES_AT_ONCE // one))

    def _start(self) -> None:
        if self._image_set is not None and not self._reading and not self._timer.isActive():
            self._timer.start()

    def _read(self) -> None:
        image_set = self._image_set
        if image_set is None or self._reading:
            return
        wishes = self._wanted or [row for row in self._ahead if row not in self._kept]
        rows = sorted(list(wishes)[: self._at_once])
        if not rows:
            return
        self._reading = True

        def work(_token: StopToken) -> tuple[list[int], Pixels]:
            return rows, image_set.read(rows)

        self._background.run(_TASK, work, self._take, self._failed)

    def _take(self, found: tuple[list[int], Pixels]) -> None:
        self._reading = False
        rows, pictures = found
        waited_for = not self._wanted.keys().isdisjoint(rows)
        for row, pixels in zip(rows, pictures, strict=True):
            # A copy: a view would keep all that was read with it.
            self._kept[row] = pixels.copy()
            self._wanted.pop(row, None)
        most = max(2 * self._at_once, _MOST_KEPT_BYTES // max(1, pictures[:1].nbytes))
        while len(self._kept) > most:
            self._kept.popitem(last=False)
        if waited_for:
            self.arrived.emit()
        self._start()

    def _failed(self, _error: UserError) -> None:
        """The tiles stay empty; the page's own reading tells why."""
        self._reading = False
        self._wanted.clear()
        self._ahead = ()
