"""The numbers that map and issues share, measured once for a run; used beside the window."""

from __future__ import annotations

import threading
from collections.abc import Callable

from engine.data import CondensedSet, ImageSet
from engine.inspection.points import Group, Points, look_at
from engine.runtime import StopToken

_WAIT_SECONDS = 0.1


class KnownPoints:
    """Keeps the points of the run asked for last, and the real pictures of the image set.

    Safe to ask from several threads: who comes second waits for what the first measures.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._real: tuple[ImageSet, Group] | None = None
        self._last: tuple[ImageSet, CondensedSet, Points] | None = None

    def forget(self) -> None:
        """Other pictures; what is being measured just now is of no use to anybody."""
        self._real = self._last = None

    def get(
        self,
        images: ImageSet,
        condensed: CondensedSet,
        token: StopToken,
        on_progress: Callable[[int, int], None] = lambda done, total: None,
    ) -> Points:
        """Measure, or give what is known.

        Raises
        ------
        Stopped
        UserError
            As :func:`engine.inspection.points.look_at` does.
        """
        while not self._lock.acquire(timeout=_WAIT_SECONDS):
            token.raise_if_stopped()
        try:
            last, real = self._last, self._real
            if last is not None and last[0] is images and last[1] is condensed:
                return last[2]
            known = real[1] if real is not None and real[0] is images else None
            points = look_at(images, condensed, real=known, token=token, on_progress=on_progress)
            self._real, self._last = (images, points.real), (images, condensed, points)
            return points
        finally:
            self._lock.release()
