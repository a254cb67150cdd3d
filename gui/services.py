"""What every page may use; made once, handed to all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal

from engine.runtime import Message, UserError
from gui.jobs import Background, JobController, QueueWorker
from gui.language import Languages
from gui.loading import Loading
from gui.settings import Settings
from gui.theme import Theme
from gui.workspace import Workspace


class Navigator(QObject):
    """Wishes of a page that another part of the window fulfils.

    Signals
    -------
    go(str)
        Show a page: ``"start"`` or a step's name.
    choose_folder, choose_project
        Ask for a folder of pictures to import, or for a project to open.
    import_folder(Path)
        Prepare the import of a folder into a new project.
    open_project(Path)
        Open a project and go to its next step.
    project_made(Path)
        A new project was imported: open it and show what it holds.
    message(Message)
        Tell something at the top of the window.
    needed(str)
        This page must be there, as it is told something next.
    pictures(object)
        Show these real pictures, rows of the image set, on the inspect page.
    tour
        Begin the tour; the sample project is open.
    """

    go = Signal(str)
    choose_folder = Signal()
    choose_project = Signal()
    import_folder = Signal(object)
    open_project = Signal(object)
    project_made = Signal(object)
    message = Signal(object)
    needed = Signal(str)
    pictures = Signal(object)
    tour = Signal()

    def tell(self, level: Literal["info", "warning", "error"], key: str, **params: Any) -> None:
        """Tell a sentence of the engine's catalogue."""
        self.message.emit(Message(level, key, params))

    def tell_error(self, error: UserError) -> None:
        """Tell a failure the user can do something about."""
        self.message.emit(Message("error", error.key, dict(error.params)))

    def show_pictures(self, rows: Sequence[int]) -> None:
        """Go to the inspect page and show these rows of the image set there."""
        self.go.emit("inspect")
        self.needed.emit("inspect")
        self.pictures.emit(rows)

    def start_import(self, folder: Path) -> None:
        """Show the import page for a folder."""
        self.import_folder.emit(folder)


@dataclass(frozen=True)
class Services:
    """The shared parts of the window."""

    workspace: Workspace
    jobs: JobController
    background: Background
    settings: Settings
    theme: Theme
    languages: Languages
    navigator: Navigator
    queue: QueueWorker
    loading: Loading
