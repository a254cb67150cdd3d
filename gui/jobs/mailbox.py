"""What the worker leaves for the window: the latest state, never a backlog."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass

from engine.runtime import Event, Message, Preview, Progress

_MOST_MESSAGES = 200


@dataclass(frozen=True)
class Mail:
    """What had come since the last look; None or empty where nothing did."""

    progress: Progress | None
    preview: Preview | None
    messages: list[Message]


class Mailbox:
    """Written by one thread, read by another; the newest progress and preview win.

    Messages are few and each is worth telling, so they queue; the oldest are dropped beyond 200.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._progress: Progress | None = None
        self._preview: Preview | None = None
        self._messages: deque[Message] = deque(maxlen=_MOST_MESSAGES)

    def put(self, event: Event) -> None:
        """Leave an event."""
        with self._lock:
            if isinstance(event, Progress):
                self._progress = event
            elif isinstance(event, Preview):
                self._preview = event
            elif isinstance(event, Message):
                self._messages.append(event)

    def take(self) -> Mail:
        """Empty the box."""
        with self._lock:
            mail = Mail(self._progress, self._preview, list(self._messages))
            self._progress = self._preview = None
            self._messages.clear()
        return mail
