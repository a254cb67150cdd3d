"""Keeping the computer awake while a job runs: a night's run must not sleep after an hour."""

from __future__ import annotations

import logging
import threading

from wakepy import keep


class _Awake:
    """Begun and ended from the window's thread; talks to the system in a thread of its own.

    The system's answer can take seconds (a busy session bus), which must not hold the window.
    """

    def __init__(self) -> None:
        self._done: threading.Event | None = None

    def begin(self) -> None:
        """From now on the computer does not sleep by itself."""
        self.end()
        self._done = threading.Event()
        threading.Thread(target=_hold, args=(self._done,), name="awake", daemon=True).start()

    def end(self) -> None:
        """It may sleep again."""
        if self._done is not None:
            self._done.set()
            self._done = None


def keep_awake() -> _Awake:
    """A switch that is off."""
    return _Awake()


def _hold(done: threading.Event) -> None:
    try:
        with keep.running(on_fail="pass"):
            done.wait()
    except Exception:  # a comfort: no failure of it may end a run
        logging.getLogger(__name__).info("the computer may sleep during the run", exc_info=True)
