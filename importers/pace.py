"""Progress reported often enough to be alive and seldom enough to cost nothing."""

from __future__ import annotations

import time

from engine.runtime import Emit, Progress

_INTERVAL = 0.1


class Pace:
    """Emits :class:`Progress` for one stage, at most ten times a second.

    Parameters
    ----------
    stage : str
        Message key.
    total : int
        0 while unknown.
    emit : Emit
    afterwards : float
        Seconds that later stages take for one unit of this one, for the time left.
    begun : int
        Units that were done before; the rate is of the others.
    """

    def __init__(
        self, stage: str, total: int, *, emit: Emit, afterwards: float = 0.0, begun: int = 0
    ) -> None:
        self._stage, self._total, self._emit = stage, total, emit
        self._afterwards = afterwards
        self._begun = begun
        self._start = time.monotonic()
        self._last = 0.0

    def at(self, done: int) -> None:
        """Say how far the stage is; the end is always said."""
        now = time.monotonic()
        if now - self._last < _INTERVAL and not (self._total and done == self._total):
            return
        self._last = now
        elapsed = now - self._start
        new = done - self._begun
        rate = new / elapsed if new and elapsed > 0 else None
        left = None
        if rate and self._total:
            left = (self._total - done) / rate + self._total * self._afterwards
        self._emit(Progress(self._stage, done, self._total, rate=rate, seconds_left=left))
