"""Keeps the mark of this process up to date with what the window is at."""

from __future__ import annotations

from PySide6.QtCore import QObject

from engine.runtime import Progress
from gui.jobs import Job, Outcome
from gui.safety.sessions import Mark
from gui.services import Services

# Of a condensing, only the steps are counted: other stages have totals of their own.
_STEPS = "stage.steps"


class Marking(QObject):
    """Writes a line when a project is opened and when a job begins or ends: a few an hour."""

    def __init__(self, mark: Mark, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._mark, self._workspace = mark, services.workspace
        self._total = 0
        services.workspace.project_changed.connect(self._project_changed)
        services.jobs.started.connect(self._started)
        services.jobs.progressed.connect(self._progressed)
        services.jobs.ended.connect(self._ended)

    def _project_changed(self) -> None:
        self._mark.note(project=self._opened())

    def _started(self, job: Job) -> None:
        self._total = 0
        project = self._opened() if job.project is None else str(job.project.absolute())
        self._mark.note(job=job.kind, run=job.run, total=0, project=project)

    def _progressed(self, progress: Progress) -> None:
        if progress.stage == _STEPS and progress.total != self._total:
            self._total = progress.total
            self._mark.note(total=progress.total)

    def _ended(self, _job: Job, _outcome: Outcome) -> None:
        self._mark.note(job="", run="", total=0, project=self._opened())

    def _opened(self) -> str:
        project = self._workspace.project
        return "" if project is None else str(project.path.absolute())
