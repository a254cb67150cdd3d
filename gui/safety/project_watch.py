"""Tells when the open project was moved away, or may only be read."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from engine.runtime import UserError
from gui.services import Services


class ProjectWatch(QObject):
    """Looks when a project is opened and when the person comes back from another program.

    That is when a folder was moved, in a file manager.
    """

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._navigator = services.workspace, services.navigator
        self._told: Path | None = None
        services.workspace.project_changed.connect(self._opened)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._state_changed)

    def look(self) -> None:
        """Tell once if the open project is no longer where it was."""
        project = self._workspace.project
        if project is None or (project.path / "project.sqlite").is_file():
            self._told = None
        elif self._told != project.path:
            self._told = project.path
            self._navigator.tell("error", "project.moved", file=str(project.path))

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look()

    def _opened(self) -> None:
        project = self._workspace.project
        if project is None or project.path == self._told:
            return
        self._told = None
        if not may_write(project.path):
            self._navigator.tell("warning", "project.read_only", file=str(project.path))
            return
        try:
            project.empty_trash(overdue=True)
        except UserError as error:
            self._navigator.tell_error(error)


def may_write(project: Path) -> bool:
    """Whether verdicts and runs can be kept in a project."""
    return os.access(project, os.W_OK) and os.access(project / "project.sqlite", os.W_OK)
