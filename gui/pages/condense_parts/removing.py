"""Removing a run: it goes to the project's trash, and undoing brings it back."""

from __future__ import annotations

from PySide6.QtCore import QObject

from engine.project import Project, Run
from engine.runtime import UserError
from gui.history import Change
from gui.pages.condense_parts.run_list import RunList
from gui.services import Services


class RunRemoval(QObject):
    """Between the list of runs and the trash."""

    def __init__(self, services: Services, runs: RunList, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._navigator = services.workspace, services.navigator
        runs.remove.connect(self.remove)

    def remove(self, run_id: str) -> None:
        """Remove a run and tell how it comes back."""
        project = self._workspace.project
        if project is None:
            return
        try:
            run = project.run(run_id)
            self._put(project, run)
        except UserError as error:
            self._navigator.tell_error(error)
            return
        self._navigator.tell("info", "run.removed", run=run_id)
        self._workspace.history.add(
            Change(
                ("run", run_id),
                lambda: self.tr("removal of run {run}").format(run=run_id),
                lambda: self._bring_back(project, run),
                lambda: self._put(project, run),
            )
        )

    def _put(self, project: Project, run: Run) -> None:
        project.trash.put(run)
        self._workspace.refresh_runs()

    def _bring_back(self, project: Project, run: Run) -> None:
        project.trash.bring_back(run.id)
        self._workspace.refresh_runs(run.id)
