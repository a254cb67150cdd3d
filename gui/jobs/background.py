"""Short work beside the window: thumbnails, previews, estimates, nearest neighbours."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from engine.runtime import StopMode, Stopped, StopSource, StopToken, UserError
from engine.runtime.device import use_threads
from engine.runtime.shortage import as_user_error, require_room
from gui.safety.faults import report

Work = Callable[[StopToken], Any]
Done = Callable[[Any], None]
Failed = Callable[[UserError], None]


@dataclass(frozen=True, eq=False)
class _Task:
    name: str
    work: Work
    done: Done
    failed: Failed | None
    source: StopSource


class Background(QObject):
    """Runs functions in a small pool and hands their results back in the window's thread.

    Work is named; a newer piece of the same name makes an older one's result unwanted, so a
    page can ask again on every change and is only ever told the latest.
    """

    _answered = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None, *, threads: int = 4) -> None:
        super().__init__(parent)
        # More than cores: reading a picture must not wait behind two long measurements.
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="background")
        self._current: dict[str, _Task] = {}
        self._closed = False
        self._answered.connect(self._deliver)

    def run(self, name: str, work: Work, done: Done, failed: Failed | None = None) -> None:
        """Start ``work(token)``; ``done(result)`` or ``failed(error)`` follows, if still wanted."""
        self.forget(name)
        if self._closed:
            return
        task = _Task(name, work, done, failed, StopSource())
        self._current[name] = task
        self._pool.submit(self._attempt, task)

    def forget(self, name: str) -> None:
        """Its result is no longer wanted; the work is asked to stop."""
        task = self._current.pop(name, None)
        if task is not None:
            task.source.stop(StopMode.DISCARD)

    @property
    def busy(self) -> bool:
        """Whether a result is awaited."""
        return bool(self._current)

    def close(self) -> None:
        """Ask everything to stop and wait for it; nothing is delivered any more."""
        self._closed = True
        for name in list(self._current):
            self.forget(name)
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _attempt(self, task: _Task) -> None:
        """In the pool's thread."""
        result: Any = None
        error: UserError | None = None
        try:
            task.source.token.raise_if_stopped()
            require_room()
            use_threads()
            result = task.work(task.source.token)
        except Stopped:
            return
        except UserError as told:
            error = told
        except Exception as fault:
            report("background", fault)
            error = as_user_error(fault)
        if not self._closed:
            self._answered.emit(task, result, error)

    @Slot(object, object, object)
    def _deliver(self, task: _Task, result: Any, error: UserError | None) -> None:
        if self._current.get(task.name) is not task:
            return
        del self._current[task.name]
        if error is None:
            task.done(result)
        elif task.failed is not None:
            task.failed(error)
