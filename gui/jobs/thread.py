"""The thread a job runs in."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QObject, QThread

from engine.runtime import Emit, Message, StopMode, Stopped, StopSource, UserError
from engine.runtime.device import use_threads
from engine.runtime.shortage import as_user_error, require_room
from gui.jobs.mailbox import Mailbox
from gui.safety.faults import report

Work = Callable[[Emit, "Any"], Any]
Status = Literal["done", "stopped", "cancelled", "failed"]

# A hand-over of the interpreter's lock then costs the window 1 ms instead of 5.
_SWITCH_SECONDS = 0.001


@dataclass(frozen=True)
class Outcome:
    """How a job ended.

    Attributes
    ----------
    status : {"done", "stopped", "cancelled", "failed"}
        ``stopped`` kept what was reached, ``cancelled`` discarded it.
    result : object or None
        What the work returned.
    error : Message or None
        The sentence to tell after a failure.
    """

    status: Status
    result: Any = None
    error: Message | None = None


class JobThread(QThread):
    """Runs one piece of work; whatever it raises becomes an :class:`Outcome`.

    A plain thread around a plain function: queued slots of a busy worker would run only after
    the job, and wrappers that use generators lose a ``RuntimeError``, which CUDA's
    out-of-memory is.
    """

    def __init__(self, work: Work, source: StopSource, mailbox: Mailbox, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Work | None = work
        self._source = source
        self._mailbox = mailbox
        self.outcome = Outcome("failed")

    def run(self) -> None:
        """In the thread: do the work."""
        before = sys.getswitchinterval()
        sys.setswitchinterval(_SWITCH_SECONDS)
        try:
            self.outcome = self._attempt()
        finally:
            sys.setswitchinterval(before)
            # The work's closure may hold gigabytes of tensors.
            self._work = None
            gc.collect()

    def _attempt(self) -> Outcome:
        assert self._work is not None
        try:
            require_room()
            use_threads()
            result = self._work(self._mailbox.put, self._source.token)
        except Stopped as stopped:
            return Outcome("cancelled" if stopped.mode is StopMode.DISCARD else "stopped")
        except UserError as error:
            logging.getLogger(__name__).warning("%s", error)
            return Outcome("failed", error=Message("error", error.key, dict(error.params)))
        except BaseException as error:
            # Only text leaves this block: the exception's frames hold the tensors.
            report("job", error)
            told = as_user_error(error)
            return Outcome("failed", error=Message("error", told.key, told.params))
        mode = self._source.token.mode
        if mode is None or (mode is StopMode.DISCARD and result is not None):
            # A cancel that came after the work was finished found nothing left to discard.
            return Outcome("done", result)
        return Outcome("stopped" if mode is StopMode.KEEP else "cancelled", result)
