"""Importing a reference: the folder asked for, the job, and what it has brought."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.project import Reference
from engine.runtime import Emit, Message, StopToken, UserError
from gui.jobs import Job, Outcome
from gui.pages.condense_parts.appearance_choice import AppearanceChoice
from gui.services import Services


class ReferenceImport(QObject):
    """Between the choice of an appearance and the jobs; :attr:`imported` carries its name."""

    imported = Signal(str)

    def __init__(self, services: Services, choice: AppearanceChoice, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._choice = choice
        self._window = parent
        box = choice.reference
        box.folder_asked.connect(self.ask)
        box.dropped.connect(self.start)
        services.jobs.state_changed.connect(lambda _state: box.set_busy(services.jobs.busy))
        services.jobs.ended.connect(self._ended)
        services.workspace.images_changed.connect(self.look)

    def ask(self) -> None:
        """Ask for a folder and import it."""
        words = self.tr("Choose a folder of pictures to look like")
        folder = QFileDialog.getExistingDirectory(self._window, words)
        if folder:
            self.start(Path(folder))

    def start(self, source: Path) -> None:
        """Import a folder, archive or document as a reference of the open project."""
        project, jobs = self._services.workspace.project, self._services.jobs
        if project is None or jobs.busy:
            return

        def work(emit: Emit, token: StopToken) -> Reference:
            from importers.reference import import_reference

            made = import_reference(source, project, emit=emit, token=token)
            params = {"title": made.title, "count": made.pictures}
            emit(Message("info", "import.reference_added", params))
            return made

        jobs.start(Job("reference", work, project=project.path, can_keep=False))

    def look(self) -> None:
        """See which references the open project has."""
        project = self._services.workspace.project
        try:
            self._choice.show_references([] if project is None else project.references())
        except UserError as error:
            self._choice.show_references([])
            self._services.navigator.tell_error(error)

    def _ended(self, job: Job, outcome: Outcome) -> None:
        if job.kind == "reference":
            self.look()
            if outcome.status == "done":
                self.imported.emit(outcome.result.name)
