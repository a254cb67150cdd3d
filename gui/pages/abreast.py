"""Keeps a page that is made late abreast of what is open and what runs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import QObject, Signal

from gui.jobs import JobController
from gui.services import Services
from gui.workspace import Workspace


class _OpenAsSeen(QObject):
    """The workspace as one page sees it: the same, with signals that only this page hears."""

    project_changed = Signal()
    images_changed = Signal()
    runs_changed = Signal()
    run_changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self.blockSignals(True)  # nothing is heard by half a page
        self._signals = ("project_changed", "images_changed", "runs_changed", "run_changed")
        for name in self._signals:
            getattr(workspace, name).connect(getattr(self, name))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._workspace, name)

    def tell(self) -> None:
        """Tell of the project that is open, as its opening would have done, and of what follows."""
        self.blockSignals(False)
        if self._workspace.project is not None:
            for name in self._signals:
                getattr(self, name).emit()


class _JobsAsSeen(QObject):
    """The jobs as one page sees them."""

    started = Signal(object)
    progressed = Signal(object)
    previewed = Signal(object)
    messaged = Signal(object)
    state_changed = Signal(str)
    ended = Signal(object, object)

    def __init__(self, jobs: JobController) -> None:
        super().__init__(jobs)
        self._jobs = jobs
        self.blockSignals(True)
        for name in ("started", "progressed", "previewed", "messaged", "state_changed", "ended"):
            getattr(jobs, name).connect(getattr(self, name))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._jobs, name)

    def tell(self) -> None:
        """Tell of the job that runs, as its start would have done, and of what follows."""
        self.blockSignals(False)
        job, progress = self._jobs.job, self._jobs.progress
        if job is not None:
            self.state_changed.emit(self._jobs.state)
            self.started.emit(job)
            if progress is not None:
                self.progressed.emit(progress)


class Abreast:
    """The services of one page, made before the page is.

    Attributes
    ----------
    services : Services
        For the page and all its parts.
    """

    def __init__(self, services: Services) -> None:
        self._open = _OpenAsSeen(services.workspace)
        self._jobs = _JobsAsSeen(services.jobs)
        self.services = replace(
            services,
            workspace=cast(Workspace, self._open),
            jobs=cast(JobController, self._jobs),
        )

    def tell(self) -> None:
        """The page has been made: tell it what it has missed."""
        self._open.tell()
        self._jobs.tell()
