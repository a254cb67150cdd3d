"""Long measuring beside the window takes turns.

Two threads that each make thousands of short calls into NumPy and OpenCV hand Python's lock to and
fro, and wait up to 5 ms for it each time: what takes 1 s alone took 90 s beside another measurement
(steel pictures of 64 px, one core).
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from engine.runtime import StopToken
from engine.runtime.device import one_core

_ASK_SECONDS = 0.05
_turn = threading.Lock()


@contextmanager
def in_turn(token: StopToken) -> Iterator[None]:
    """Wait until no other long measurement runs, then keep to one core.

    Raises
    ------
    Stopped
        If a stop was asked for while waiting.
    """
    while not _turn.acquire(timeout=_ASK_SECONDS):
        token.raise_if_stopped()
    try:
        token.raise_if_stopped()
        with one_core():
            yield
    finally:
        _turn.release()
