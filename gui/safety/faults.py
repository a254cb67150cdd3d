"""Faults of ours, wherever they happen: logged, and told to whoever listens; no Qt in here."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Literal

from engine.runtime import UserError

Place = Literal["window", "job", "background", "thread"]


@dataclass(frozen=True)
class Fault:
    """What happened.

    Attributes
    ----------
    place : {"window", "job", "background", "thread"}
        Where: in the window's own thread, a job, short work beside the window, another thread.
    reason : str
        Kind and text of the exception.
    details : str
        The traceback. Only text: the frames of an exception may hold gigabytes of tensors.
    """

    place: Place
    reason: str
    details: str


_listener: Callable[[Fault], None] | None = None
_before: tuple[Any, Any] | None = None


def report(place: Place, error: BaseException) -> None:
    """Log an exception nobody expected, and tell of it."""
    details = "".join(traceback.format_exception(error))
    logging.getLogger("shizuku").error("fault (%s)\n%s", place, details)
    if _listener is not None:
        _listener(Fault(place, f"{type(error).__name__}: {error}", details))


def watch(tell: Callable[[Fault], None], refuse: Callable[[UserError], None]) -> None:
    """From now on no exception is overlooked, of whatever thread.

    Parameters
    ----------
    tell : callable
        Told of each fault, in the thread where it happened.
    refuse : callable
        Told of a refusal that nobody caught, likewise: it is a sentence for people, no fault.
    """
    global _listener, _before
    _listener = tell
    _before = _before or (sys.excepthook, threading.excepthook)

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error, trace)
        elif isinstance(error, UserError):
            logging.getLogger("shizuku").warning("%s", error)
            refuse(error)
        else:
            report("window", error.with_traceback(trace))

    def thread_hook(args: threading.ExceptHookArgs) -> None:
        if not issubclass(args.exc_type, SystemExit):
            report("thread", args.exc_value or args.exc_type())

    sys.excepthook = hook
    threading.excepthook = thread_hook


def unwatch() -> None:
    """Back to how exceptions were told before."""
    global _listener, _before
    _listener = None
    if _before is not None:
        sys.excepthook, threading.excepthook = _before
        _before = None
