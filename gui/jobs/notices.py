"""Telling that a job has ended while the window is not looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from gui.icons import icon
from gui.jobs.controller import Job, JobController
from gui.jobs.queue_worker import QueueWorker
from gui.jobs.thread import Outcome
from gui.language import current, say_message

if TYPE_CHECKING:
    from gui.settings import Settings

_SHORTEST_ALERT_MS = 0  # until the window is looked at


class JobNotices(QObject):
    """A sentence by the system's notifications, and the window marked in the task bar.

    Not for what the person has cancelled; of a queue only failures and the end. The setting
    ``notify`` turns it off.
    """

    def __init__(
        self, jobs: JobController, queue: QueueWorker, settings: Settings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._jobs, self._queue, self._settings, self._window = jobs, queue, settings, window
        self._tray: QSystemTrayIcon | None = None
        self._was_working = False
        jobs.ended.connect(self._ended)
        queue.changed.connect(self._queue_changed)

    def tell(self, sentence: str, *, grave: bool = False) -> bool:
        """Tell a sentence if nobody looks and it is wanted; whether it was told."""
        if self._window.isActiveWindow() or not self._settings.values.notify:
            return False
        QApplication.alert(self._window, _SHORTEST_ALERT_MS)
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            kinds = QSystemTrayIcon.MessageIcon
            shown = self._shown_tray()
            shown.showMessage("Shizuku", sentence, kinds.Warning if grave else kinds.Information)
        return True

    def sentence(self, job: Job, outcome: Outcome) -> str:
        """How a job ended, with its project; empty where there is nothing to tell."""
        if outcome.status == "cancelled":
            return ""
        words = {
            "done": self.tr("Finished: {job}"),
            "stopped": self.tr("Stopped, with what was reached kept: {job}"),
            "failed": self.tr("Failed: {job}"),
        }[outcome.status]
        named = self._words()[job.kind]
        if job.project is not None:
            named = f"{named} ({job.project.stem})"
        said = words.format(job=named)
        return said if outcome.error is None else f"{said}\n{say_message(outcome.error)}"

    def _words(self) -> dict[str, str]:
        return {
            "samples": self.tr("drawing the samples"),
            "import": self.tr("import"),
            "reference": self.tr("import of a reference"),
            "condense": self.tr("condensing"),
            "trial": self.tr("trial training"),
            "continual": self.tr("trial with new pictures"),
            "export": self.tr("export"),
            "report": self.tr("report"),
        }

    def _ended(self, job: Job, outcome: Outcome) -> None:
        failed = outcome.status == "failed"
        if self._queue.working and not failed:
            return
        if said := self.sentence(job, outcome):
            self.tell(said, grave=failed)

    def _queue_changed(self) -> None:
        working = self._queue.working
        ended = self._was_working and not working and not self._jobs.busy
        self._was_working = working
        if ended and not self._queue.content.waiting:
            summary = self._queue.summary
            if summary is None:
                self.tell(self.tr("The queue is worked off."))
            else:
                self.tell(summary.sentence(current()), grave=bool(summary.failed))

    def _shown_tray(self) -> QSystemTrayIcon:
        """There only while something is told: the window itself is in the task bar."""
        if self._tray is None:
            self._tray = QSystemTrayIcon(icon("water"), self)
            self._tray.messageClicked.connect(self._look)
            self._tray.activated.connect(lambda _reason: self._look())
        self._tray.show()
        return self._tray

    def _look(self) -> None:
        self._window.showNormal() if self._window.isMinimized() else self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        if self._tray is not None:
            self._tray.hide()
