"""Told once, at the start after a crash or a power cut: what is safe, what can go on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from engine.project.recovery import CutOff, Recovered, recover
from engine.runtime import StopToken, UserError
from gui.icons import icon
from gui.language import Translated, current, data_size, date_time, number, stored_time
from gui.safety.saving import ask_and_save
from gui.safety.sessions import Crashed
from gui.services import Services
from gui.theme import GAP, PAD, PAGE, colours
from gui.widgets.layout import button, column, label, row
from importers.spool import interrupted

_WIDTH = 620


class RecoveredDialog(Translated, QDialog):
    """What was found of one process that was cut off; ``found`` is None while one looks."""

    def __init__(
        self, services: Services, crashed: Crashed, *, since: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.crashed, self._services = crashed, services
        self.found: Recovered | None = None
        self._error: UserError | None = None
        self._source = ""
        self.setMinimumWidth(_WIDTH)
        self._picture = QLabel()
        self.heading = label("heading", wrap=True)
        self.cause = label("muted", wrap=True)
        self.lines = label(wrap=True, selectable=True)
        self.told = label("muted", wrap=True, selectable=True)
        self.save = button("content-save-outline")
        self.close_button, self.open_button = button(), button("folder-open-outline", primary=True)
        self._assemble()
        self.save.clicked.connect(self._save)
        self.close_button.clicked.connect(self.accept)
        self.open_button.clicked.connect(self._open)
        self.bind(self._say)
        self._look(since)

    def _assemble(self) -> None:
        words = column(self.heading, self.lines, self.cause, spacing=PAD)
        top = row(self._picture, words, spacing=PAD)
        top.setAlignment(self._picture, Qt.AlignmentFlag.AlignTop)
        top.setStretch(1, 1)
        buttons = row(self.save, None, self.close_button, self.open_button, spacing=GAP)
        whole = column(top, None, self.told, buttons, spacing=PAD)
        whole.setContentsMargins(PAGE, PAGE, PAGE, PAD)
        self.setLayout(whole)

    # --- looking ----------------------------------------------------------------------------------

    def _look(self, since: float) -> None:
        path = self.crashed.project
        if path is None:
            return

        def work(_token: StopToken) -> tuple[str, Recovered | None]:
            source = interrupted(path)
            if not (path / "images.h5").is_file() and source:
                return source, None
            return source, recover(path, before=since)

        self._services.background.run("recovered", work, self._seen, self._failed)

    def _seen(self, seen: tuple[str, Recovered | None]) -> None:
        self._source, self.found = seen
        self._say()

    def _failed(self, error: UserError) -> None:
        self._error = error
        self._say()

    # --- what the user asks for -------------------------------------------------------------------

    def _open(self) -> None:
        self.accept()
        if self._source and self.found is None:
            self._services.navigator.import_folder.emit(Path(self._source))
        elif self.crashed.project is not None:
            self._services.navigator.open_project.emit(self.crashed.project)

    def _save(self) -> None:
        ask_and_save(self._services, self, project=self.crashed.project, told=self.told.setText)

    # --- words ------------------------------------------------------------------------------------

    def _say(self) -> None:
        self.setWindowTitle(self.tr("Shizuku: recovered"))
        self._picture.setPixmap(
            icon("shield-check-outline", colour=colours().good).pixmap(QSize(36, 36))
        )
        self.heading.setText(
            self.tr("Shizuku was cut off on {time}. This is what was recovered.").format(
                time=date_time(self.crashed.noted)
            )
            if self.crashed.noted
            else self.tr("Shizuku was cut off. This is what was recovered.")
        )
        self.cause.setText(
            self.tr("It ended by a fault of its own; the diagnostic file tells more.")
            if self.crashed.own_fault
            else self.tr("A power cut, or it was ended from outside; nothing points to a fault.")
        )
        self.lines.setText("\n".join(f"•  {one}" for one in self.sentences()))
        self.save.setText(self.tr("Save diagnostic file…"))
        self.save.setToolTip(self.tr("Log, versions, graphics card and settings; no pictures"))
        self.close_button.setText(self.tr("Close"))
        self.close_button.setToolTip(self.tr("Closes this window"))
        self.open_button.setToolTip(self.tr("Goes on where it was cut off"))
        again = bool(self._source) and self.found is None
        self.open_button.setText(self.tr("Import again") if again else self.tr("Open the project"))
        self.open_button.setVisible(self.crashed.project is not None and self._error is None)

    def sentences(self) -> list[str]:
        """What was recovered, one thing a sentence."""
        project, found = self.crashed.project, self.found
        if project is None:
            return [self.tr("No project was open and no job ran, so nothing was lost.")]
        if self._error is not None:
            return [self._error.sentence(current())]
        if self._source and found is None:
            return [self._of_import()]
        if found is None:
            return [self.tr("Looking at {project}…").format(project=project.stem)]
        said = [self.tr("Project: {project}").format(project=project.stem)]
        said += [self._of_run(one) for one in found.runs]
        if self._source:
            said.append(self._of_import())
        said += self._of_rest(found)
        return said

    def _of_import(self) -> str:
        words = self.tr(
            "The import of {source} was cut off. Import it again with the same options: it goes on "
            "where it was."
        )
        return words.format(source=self._source)

    def _of_run(self, one: CutOff) -> str:
        if not one.resumable:
            words = self.tr("Run {run} was cut off before its first checkpoint; start it again.")
            return words.format(run=one.run)
        total = self.crashed.total if one.run == self.crashed.run else 0
        if total:
            words = self.tr(
                "Run {run} was interrupted at step {step} of {total}; it can be resumed."
            )
            return words.format(run=one.run, step=number(one.step), total=number(total))
        words = self.tr("Run {run} was interrupted at step {step}; it can be resumed.")
        return words.format(run=one.run, step=number(one.step))

    def _of_rest(self, found: Recovered) -> list[str]:
        said = []
        if found.verdicts:
            words = self.tr("Verdicts and notes kept: {count}, the last one of {time}.")
            said.append(
                words.format(count=number(found.verdicts), time=stored_time(found.last_verdict))
            )
        if found.waiting:
            words = self.tr("Entries waiting in the queue: {count}.")
            said.append(words.format(count=number(found.waiting)))
        if found.cleared.files:
            words = self.tr("Half-written files that were removed: {count} ({size}).")
            size = data_size(found.cleared.bytes)
            said.append(words.format(count=number(found.cleared.files), size=size))
        said.append(self.tr("Everything else in the project is as it was."))
        return said
