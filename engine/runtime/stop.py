"""Asking a worker to pause, to stop and keep its result, or to cancel and discard it.

The owner holds the :class:`StopSource`; the worker only ever sees the :class:`StopToken`,
so a worker cannot stop itself by mistake and an owner cannot forget who may.
"""

from __future__ import annotations

import threading
import time
from enum import Enum


class StopMode(Enum):
    """What to do with what was reached."""

    KEEP = "keep"
    DISCARD = "discard"


class Stopped(Exception):
    """Raised by :meth:`StopToken.raise_if_stopped`; carries the mode asked for."""

    def __init__(self, mode: StopMode) -> None:
        super().__init__(mode.value)
        self.mode = mode


class StopToken:
    """The worker's side: it may ask, never trigger."""

    def __init__(self, source: StopSource) -> None:
        self._source = source

    @property
    def mode(self) -> StopMode | None:
        """The mode asked for, or None; never blocks."""
        return self._source.mode

    @property
    def paused(self) -> bool:
        """Whether the owner has asked for a pause."""
        return self._source.paused

    @property
    def paused_seconds(self) -> float:
        """Time spent waiting in pauses so far."""
        return self._source.paused_seconds

    def check(self) -> StopMode | None:
        """Block while paused, then return the stop mode asked for, or None to go on."""
        self._source.wait_while_paused()
        return self._source.mode

    def raise_if_stopped(self) -> None:
        """Block while paused, then raise :class:`Stopped` if a stop was asked for."""
        mode = self.check()
        if mode is not None:
            raise Stopped(mode)


class StopSource:
    """The owner's side. Thread-safe; a stop ends a pause; the first stop asked for wins,
    except that a discard may follow a keep.
    """

    def __init__(self) -> None:
        self._mode: StopMode | None = None
        self.paused_seconds = 0.0
        self._running = threading.Event()
        self._running.set()
        self.token = StopToken(self)

    @property
    def mode(self) -> StopMode | None:
        return self._mode

    @property
    def paused(self) -> bool:
        return not self._running.is_set()

    def pause(self) -> None:
        """Ask the worker to wait at its next check."""
        if self._mode is None:
            self._running.clear()

    def resume(self) -> None:
        """Let a paused worker go on."""
        self._running.set()

    def stop(self, mode: StopMode = StopMode.KEEP) -> None:
        """Ask the worker to end at its next check."""
        if self._mode is not StopMode.DISCARD:
            self._mode = mode
        self._running.set()

    def wait_while_paused(self) -> None:
        """Block until resumed or stopped; the time counts as paused."""
        if self._running.is_set():
            return
        begin = time.monotonic()
        self._running.wait()
        self.paused_seconds += time.monotonic() - begin
