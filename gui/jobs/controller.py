"""One job at a time: start, pause, stop and keep, cancel and discard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from engine.runtime import Emit, Progress, StopMode, StopSource, StopToken
from gui.jobs.awake import keep_awake
from gui.jobs.mailbox import Mailbox
from gui.jobs.thread import JobThread, Outcome

JobKind = Literal[
    "samples", "import", "reference", "condense", "trial", "continual", "export", "report"
]
JobState = Literal["idle", "running", "paused", "stopping", "cancelling"]

_DRAIN_MS = 100


@dataclass(frozen=True)
class Job:
    """A piece of work and what may be done to it.

    Attributes
    ----------
    kind : JobKind
    work : callable (emit, token) -> result
        An engine function, called in the job's thread.
    project : Path or None
    run : str
        Id of the run it works on; empty where there is none.
    can_pause, can_keep : bool
        Whether it can be paused, and stopped with what was reached kept.
    follow : bool
        Whether the window looks at the run when it has ended.
    """

    kind: JobKind
    work: Callable[[Emit, StopToken], Any]
    project: Path | None = None
    run: str = ""
    can_pause: bool = True
    can_keep: bool = True
    follow: bool = True


class JobController(QObject):
    """Owns the job's thread and its stop source; tells the window at most ten times a second.

    Signals
    -------
    started(Job), progressed(Progress), previewed(Preview), messaged(Message)
    state_changed(str)
        One of :data:`JobState`.
    ended(Job, Outcome)
        After the last event of the job was delivered.
    """

    started = Signal(object)
    progressed = Signal(object)
    previewed = Signal(object)
    messaged = Signal(object)
    state_changed = Signal(str)
    ended = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.job: Job | None = None
        self.state: JobState = "idle"
        self.progress: Progress | None = None
        self._mailbox = Mailbox()
        self._source = StopSource()
        self._thread: JobThread | None = None
        self._awake = keep_awake()
        self._keeps_awake = True
        self._timer = QTimer(self)
        self._timer.setInterval(_DRAIN_MS)
        self._timer.timeout.connect(self._drain)

    @property
    def busy(self) -> bool:
        """Whether a job is running, paused or about to stop."""
        return self._thread is not None

    @property
    def keeps_awake(self) -> bool:
        """Whether the computer is kept from sleeping while a job runs; holds at once."""
        return self._keeps_awake

    @keeps_awake.setter
    def keeps_awake(self, wanted: bool) -> None:
        if wanted != self._keeps_awake:
            self._keeps_awake = wanted
            if wanted and self.busy:
                self._awake.begin()
            elif not wanted:
                self._awake.end()

    def start(self, job: Job) -> None:
        """Start a job.

        Raises
        ------
        RuntimeError
            If one is running: the window must not offer it.
        """
        if self.busy:
            raise RuntimeError("a job is running already")
        self.job, self.progress = job, None
        self._mailbox, self._source = Mailbox(), StopSource()
        self._thread = JobThread(job.work, self._source, self._mailbox, self)
        self._thread.finished.connect(self._finish)
        if self._keeps_awake:
            self._awake.begin()
        self._set_state("running")
        self.started.emit(job)
        self._thread.start()
        self._timer.start()

    def pause(self) -> None:
        """Hold a running job at its next question."""
        if self.state == "running" and self.job is not None and self.job.can_pause:
            self._source.pause()
            self._set_state("paused")

    def resume(self) -> None:
        """Let a paused job go on."""
        if self.state == "paused":
            self._source.resume()
            self._set_state("running")

    def stop(self) -> None:
        """Stop and keep what was reached; a job that cannot keep is cancelled."""
        self._ask(StopMode.KEEP)

    def cancel(self) -> None:
        """Cancel and discard."""
        self._ask(StopMode.DISCARD)

    def _ask(self, mode: StopMode) -> None:
        if not self.busy or self.job is None or self.state == "cancelling":
            return
        if mode is StopMode.KEEP and not self.job.can_keep:
            mode = StopMode.DISCARD
        self._source.stop(mode)
        self._set_state("stopping" if mode is StopMode.KEEP else "cancelling")

    def _set_state(self, state: JobState) -> None:
        self.state = state
        self.state_changed.emit(state)

    def _drain(self) -> None:
        mail = self._mailbox.take()
        for message in mail.messages:
            self.messaged.emit(message)
        if mail.progress is not None:
            self.progress = mail.progress
            self.progressed.emit(mail.progress)
        if mail.preview is not None:
            self.previewed.emit(mail.preview)

    def _finish(self) -> None:
        self._timer.stop()
        self._drain()
        thread, job = self._thread, self.job
        assert thread is not None
        assert job is not None
        thread.wait()
        outcome: Outcome = thread.outcome
        self._thread = None
        thread.deleteLater()
        self._awake.end()
        self._set_state("idle")
        self.job = None
        self.ended.emit(job, outcome)
