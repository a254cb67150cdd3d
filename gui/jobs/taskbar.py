"""How far a job is, where the system shows its windows: in the title and in the task bar."""

from __future__ import annotations

import logging
import os
import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from engine.runtime import Progress
from gui.jobs.background import Background
from gui.jobs.controller import JobController

_DESKTOP_FILE = "application://shizuku.desktop"


class Taskbar(QObject):
    """Tells the task bar, and whoever sets the title, of each per cent.

    Linux: the signal of ``com.canonical.Unity.LauncherEntry``, which GNOME's dock, KDE's task
    manager and others follow for a program with a desktop file. Windows: ``ITaskbarList3``.
    Elsewhere only the title.

    Signals
    -------
    changed
        Another per cent, or none any more.
    """

    changed = Signal()

    def __init__(self, jobs: JobController, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._jobs, self._background, self._window = jobs, background, window
        self.share: float | None = None
        jobs.progressed.connect(self._progressed)
        jobs.ended.connect(lambda *_: self._show(None))

    @property
    def prefix(self) -> str:
        """What stands before the title of the window."""
        return "" if self.share is None else f"{int(100 * self.share)} % – "

    def _progressed(self, progress: Progress) -> None:
        self._show(min(1.0, progress.done / progress.total) if progress.total else None)

    def _show(self, share: float | None) -> None:
        before, self.share = self.prefix, share
        if self.prefix == before:
            return
        self.changed.emit()
        if sys.platform == "win32":
            from gui.jobs.windows_taskbar import show_progress

            show_progress(int(self._window.winId()), share)
        elif sys.platform == "linux" and os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
            # Beside the window: a session bus that is busy can take seconds to answer.
            self._background.run("taskbar", lambda _token: _tell_bus(share), lambda _: None)


def _tell_bus(share: float | None) -> None:
    try:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage

        message = QDBusMessage.createSignal(
            "/org/shizuku/Taskbar", "com.canonical.Unity.LauncherEntry", "Update"
        )
        facts = {"progress": float(share or 0.0), "progress-visible": share is not None}
        message.setArguments([_DESKTOP_FILE, facts])
        QDBusConnection.sessionBus().send(message)
    except Exception:  # a comfort: no failure of it may be told as a fault
        logging.getLogger(__name__).info("the task bar cannot be told", exc_info=True)
