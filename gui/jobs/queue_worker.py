"""Working off the queue of the open project: the next entry begins when a job has ended."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from engine.data.recipe import CondenseRecipe
from engine.project import Project, Run
from engine.project.queue import QueueContent, QueueRows
from engine.project.queue_entry import Entry, Failure
from engine.queueing.summary import Summary, summary_of
from engine.queueing.words import tried_recipes
from engine.queueing.work import run_for, work_on
from engine.runtime import Emit, Message, StopToken, UserError
from gui.history import Change
from gui.jobs.controller import Job, JobController
from gui.jobs.thread import Outcome

if TYPE_CHECKING:
    from gui.workspace import Workspace


class QueueWorker(QObject):
    """Between the queue of the project and the job controller; never begins unasked.

    Stopping or cancelling the job of an entry stops the queue too: what was stopped and kept is
    done, what was cancelled is removed. When the window closes it waits again instead.

    Attributes
    ----------
    tried : dict
        By number of a trial's entry, the recipe of what it tries, where known.
    summary : Summary or None
        What the last working-off in this window came to; None before its end.

    Signals
    -------
    changed
        The entries, or whether they are worked off.
    added
        Something was put in.
    failed(UserError)
        The queue could not be read or written.
    """

    changed = Signal()
    added = Signal()
    failed = Signal(object)

    def __init__(
        self, jobs: JobController, workspace: Workspace, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.working = False
        self.content = QueueContent()
        self.tried: dict[int, CondenseRecipe] = {}
        self.summary: Summary | None = None
        self.current: Entry | None = None
        self._recipes: dict[str, CondenseRecipe] = {}
        self._jobs, self._workspace = jobs, workspace
        self._job: Job | None = None
        self._project: Project | None = None
        self._path: Path | None = None
        self._closing = False
        workspace.project_changed.connect(self._project_changed)
        jobs.ended.connect(self._ended)

    # --- what is asked for ---------------------------------------------------------------------

    def start(self) -> None:
        """Work off what waits, as soon as no job runs."""
        project = self._workspace.project
        if project is None or self.working:
            return
        self.summary = None
        try:
            project.queue.begin_working()
        except UserError as error:
            self.failed.emit(error)
            return
        self.working = True
        self.changed.emit()
        self._next()

    def halt(self) -> None:
        """Begin no further entry; the one that runs goes on."""
        self.working = False
        self.changed.emit()

    def close(self) -> None:
        """The window is closing: what runs will wait again."""
        self._closing = True
        self.working = False

    def add(self, put: Callable[[Project], object]) -> bool:
        """Put something into the project's queue; whether that succeeded."""
        done = self._change(put)
        if done:
            self.added.emit()
        return done

    def remove(self, number: int) -> None:
        """Take an entry out."""
        self._change(lambda project: project.queue.remove(number))

    def move(self, number: int, by: int) -> None:
        """Move a waiting entry up (negative) or down."""
        self._change(lambda project: project.queue.move(number, by))

    def retry(self, number: int) -> None:
        """Let a failed entry wait again."""
        self._change(lambda project: project.queue.retry(number))

    def clear(self) -> None:
        """Take out what is done, has failed or cannot be read."""
        self._change(lambda project: project.queue.clear())

    def refresh(self) -> None:
        """Look at the queue again."""
        project = self._workspace.project
        try:
            self.content = QueueContent() if project is None else project.queue.content()
            self.tried = {} if project is None else self._tried(project)
        except UserError as error:
            self.content = QueueContent()
            self.failed.emit(error)
        self.changed.emit()

    def _tried(self, project: Project) -> dict[int, CondenseRecipe]:
        return tried_recipes(project, self.content.entries, self._recipes)

    # --- one after the other -------------------------------------------------------------------

    def _change(self, change: Callable[[Project], object]) -> bool:
        project = self._workspace.project
        if project is None:
            return False
        try:
            before = project.queue.rows()
            change(project)
            self._remember(project, before, project.queue.rows())
        except UserError as error:
            self.failed.emit(error)
            self.refresh()
            return False
        self.refresh()
        return True

    def _remember(self, project: Project, before: QueueRows, after: QueueRows) -> None:
        if before == after:
            return

        def move(to: QueueRows, since: QueueRows) -> None:
            project.queue.change_back(to, since)
            self.refresh()

        self._workspace.history.add(
            Change(
                "queue",
                lambda: self.tr("change of the queue"),
                lambda: move(before, after),
                lambda: move(after, before),
            )
        )

    def _next(self) -> None:
        project = self._workspace.project
        if not self.working or self._jobs.busy or project is None:
            return
        try:
            entry = project.queue.take()
            if entry is None:
                self.summary = summary_of(project.queue)
                self.halt()
                return
            self._begin(project, entry)
        except UserError as error:
            self.halt()
            self.failed.emit(error)
        self.refresh()

    def _begin(self, project: Project, entry: Entry) -> None:
        try:
            run = run_for(project, entry)
        except UserError as error:
            project.queue.finish(entry.number, Failure.of(error.key, error.params))
            self._later()
            return
        self.current = entry.model_copy(update={"run": run.id})
        self._project = project
        self._job = Job(
            # A detector's trial is one as any other to the page.
            "trial" if entry.kind == "anomaly" else entry.kind,
            _work(project, entry, run),
            project=project.path,
            run=run.id,
            can_keep=entry.kind != "anomaly",
            follow=False,
        )
        self._jobs.start(self._job)

    def _later(self) -> None:
        # After all who listen have seen the end of the job before.
        QTimer.singleShot(0, self, self._next)

    def _ended(self, job: Job, outcome: Outcome) -> None:
        if job is self._job and self.current is not None and self._project is not None:
            number, project = self.current.number, self._project
            self.current = self._job = self._project = None
            try:
                self._note(project, number, outcome)
                if not self.working:
                    self.summary = summary_of(project.queue)
            except UserError as error:
                self.working = False
                self.failed.emit(error)
            self.refresh()
        if self.working:
            self._later()

    def _note(self, project: Project, number: int, outcome: Outcome) -> None:
        """Keep how an entry ended."""
        queue = project.queue
        if outcome.status == "done":
            queue.finish(number)
        elif outcome.status == "failed":
            queue.finish(number, _failure(outcome.error))
        else:
            self.working = False
            nothing_kept = outcome.status == "stopped" and outcome.result is None
            if self._closing or nothing_kept:
                queue.release(number)
            elif outcome.status == "stopped":
                queue.finish(number)
            else:
                queue.discard(number)

    def _project_changed(self) -> None:
        project = self._workspace.project
        path = None if project is None else project.path
        if path != self._path:
            self.working, self.summary = False, None
            self._recipes.clear()
        self._path = path
        if project is not None and self.current is None:
            with suppress(UserError):  # a project that may not be written to is only looked at
                project.queue.release_own()
        self.refresh()


def _work(project: Project, entry: Entry, run: Run) -> Callable[[Emit, StopToken], object]:
    def work(emit: Emit, token: StopToken) -> object:
        return work_on(project, entry, run, emit=emit, token=token)

    return work


def _failure(error: Message | None) -> Failure:
    if error is None:
        return Failure.of("queue.failed_unknown", {})
    return Failure.of(error.key, error.params)
