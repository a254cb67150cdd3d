"""Waiting for what takes a moment without holding the window."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QObject, Qt, Signal
from PySide6.QtGui import QCursor, QGuiApplication


class _Done(QObject):
    told = Signal()


def aside(work: Callable[[], object]) -> None:
    """Do ``work`` in a thread and wait; the window goes on painting but takes no input meanwhile.

    For what cannot be a job because what comes next needs it. Raises what ``work`` raises.
    """
    if QGuiApplication.instance() is None:  # nothing to keep alive
        work()
        return
    failure: list[BaseException] = []
    loop, done = QEventLoop(), _Done()
    done.told.connect(loop.quit, Qt.ConnectionType.QueuedConnection)

    def run() -> None:
        try:
            work()
        except BaseException as error:
            failure.append(error)
        done.told.emit()

    QGuiApplication.setOverrideCursor(QCursor(Qt.CursorShape.WaitCursor))
    thread = threading.Thread(target=run, name="aside", daemon=True)
    try:
        thread.start()
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        thread.join()
    finally:
        QGuiApplication.restoreOverrideCursor()
    if failure:
        raise failure[0]
