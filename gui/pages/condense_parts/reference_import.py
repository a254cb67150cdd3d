"""Importing a reference and removing one: what is asked for, done, and told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from engine.project import Project, Reference, Run
from engine.runtime import Emit, Message, StopToken, UserError
from gui.history import Change
from gui.jobs import Job, Outcome
from gui.language import number
from gui.pages.condense_parts.appearance_choice import AppearanceChoice
from gui.services import Services

_NAMED = 5  # runs


class ReferenceImport(QObject):
    """Between the choice of an appearance and the jobs.

    Signals
    -------
    imported(str)
        A reference was imported; its name.
    removed
        A reference was removed.
    """

    imported = Signal(str)
    removed = Signal()

    def __init__(self, services: Services, choice: AppearanceChoice, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._choice = choice
        self._window = parent
        box = choice.reference
        box.folder_asked.connect(self.ask)
        box.dropped.connect(self.start)
        box.removal_asked.connect(self.remove)
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

    def remove(self) -> None:
        """Remove the reference chosen, if that is really wanted."""
        project, box = self._services.workspace.project, self._choice.reference
        reference = box.chosen
        if project is None or reference is None or self._services.jobs.busy:
            return
        try:
            project.require_reference_free(reference.name)
            if not self.confirm(reference, project.reference_users(reference.name)):
                return
            self._take_away(project, reference)
        except UserError as error:
            self._services.navigator.tell_error(error)
            self.look()
            return
        self._services.navigator.tell("info", "reference.removed", title=reference.title)
        self._services.workspace.history.add(
            Change(
                ("reference", reference.name),
                lambda: self.tr("removal of reference {title}").format(title=reference.title),
                lambda: self._bring_back(project, reference),
                lambda: self._take_away(project, reference),
            )
        )

    def _take_away(self, project: Project, reference: Reference) -> None:
        project.remove_reference(reference.name)
        if self._choice.reference.name == reference.name:
            self._choice.reference.choose("")
        self.look()
        self.removed.emit()

    def _bring_back(self, project: Project, reference: Reference) -> None:
        project.bring_back_reference(reference.name)
        self.look()
        self.imported.emit(reference.name)

    def confirm(self, reference: Reference, users: Sequence[Run]) -> bool:
        """Ask whether a reference shall go, and say what its runs lose."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Shizuku")
        words = self.tr("Remove the reference “{title}” ({count} pictures)?")
        box.setText(words.format(title=reference.title, count=number(reference.pictures)))
        box.setInformativeText(self.what_is_lost(users))
        role = QMessageBox.ButtonRole
        remove = box.addButton(self.tr("Remove"), role.DestructiveRole)
        box.setDefaultButton(box.addButton(self.tr("Keep"), role.RejectRole))
        box.exec()
        return box.clickedButton() is remove

    def what_is_lost(self, users: Sequence[Run]) -> str:
        """Which runs took on a reference's appearance, and what they can do without it."""
        if not users:
            return self.tr("No run uses it. The folder it came from stays.")
        named = [one.id for one in users[:_NAMED]] + (["…"] if len(users) > _NAMED else [])
        parts = [
            self.tr("Runs that use it: {runs}.").format(runs=", ".join(named)),
            self.tr("Their condensed sets stay."),
        ]
        open_ = sum(one.resumable for one in users)
        if open_:
            words = self.tr("{count} of them are not finished and could not be resumed.")
            parts.append(words.format(count=number(open_)))
        return "\n".join(parts)

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
