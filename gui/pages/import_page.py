"""The import page: what do you have? A folder is understood, previewed, then imported."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QStackedWidget

from engine.project import Project
from engine.runtime import Emit, Message, Progress, StopToken, UserError
from gui.history import Change
from gui.icons import icon
from gui.jobs import Job, Outcome
from gui.language import current, number, say
from gui.pages.first_words import PICTURES, first_words
from gui.pages.import_parts.evidence import EvidenceDialog
from gui.pages.import_parts.imported import Imported
from gui.pages.import_parts.notices import Evidence
from gui.pages.import_parts.preparing import Preparing
from gui.pages.page import Page
from gui.services import Services
from gui.widgets.layout import EmptyState, button


class ImportPage(Page):
    """Empty, preparing a folder, or showing what the open project holds."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.empty = EmptyState(PICTURES["import"], self.navigator.choose_folder.emit)
        self.preparing = Preparing(services.background)
        self.imported = Imported(services.background)
        self.another = button("folder-plus-outline")
        self.more = button("image-plus-outline")
        self.report = button("file-document-outline")
        self.back = button("arrow-left")
        self.stack = QStackedWidget()
        for view in (self.empty, self.preparing, self.imported):
            self.stack.addWidget(view)
        self.body.addWidget(self.stack)
        self.action_row.insertWidget(1, self.more)
        self.action_row.insertWidget(1, self.report)
        self.action_row.insertWidget(1, self.another)
        self.action_row.insertWidget(1, self.back)
        self._connect()
        self.bind(self._texts)

    def _connect(self) -> None:
        self.primary.clicked.connect(self._act)
        self.another.clicked.connect(self.navigator.choose_folder.emit)
        self.back.clicked.connect(self._images_changed)
        self.preparing.changed.connect(self._draw)
        self.preparing.named.connect(self._named)
        for notices in (self.preparing.notices, self.imported.notices):
            notices.asked.connect(self._show_evidence)
        self.imported.notices.remedy.connect(self._remedy)
        self.report.clicked.connect(self._save_report)
        self.more.clicked.connect(self._ask_for_more)
        self.workspace.images_changed.connect(self._images_changed)
        self.jobs.state_changed.connect(lambda _state: self._draw())
        self.jobs.progressed.connect(self._progressed)
        self.jobs.ended.connect(self._job_ended)

    def prepare(self, folder: Path) -> None:
        """Look at a folder and offer to import it into a new project."""
        self.workspace.history.forget("classes")  # they were of another folder
        self.stack.setCurrentWidget(self.preparing)
        self.preparing.begin(folder)
        self._texts()

    # --- what the user asks for ---------------------------------------------------------------

    def _act(self) -> None:
        if self.stack.currentWidget() is self.imported:
            self.navigator.go.emit("condense")
        else:
            self._import()

    def _import(self) -> None:
        preparing = self.preparing
        source, path = preparing.folder, preparing.form.project_path
        options = preparing.form.options()

        def work(emit: Emit, token: StopToken) -> Path:
            from gui.new_project import import_as_new

            return import_as_new(source, path, options, emit=emit, token=token)

        if not self.jobs.busy and not preparing.form.fault():
            self.jobs.start(Job("import", work, project=path, can_keep=False))

    def _ask_for_more(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder of more pictures"))
        if folder:
            self.import_more(Path(folder))

    def import_more(self, folder: Path) -> None:
        """Add the pictures of a folder to the open project, prepared as those it holds."""
        project = self.workspace.project
        if project is None or self.jobs.busy:
            return

        def work(emit: Emit, token: StopToken) -> Path:
            from importers import ImportOptions, import_more

            outcome = import_more(folder, project, ImportOptions(), emit=emit, token=token)
            emit(Message("info", "import.added", {"count": outcome.added}))
            return project.path

        self.workspace.release_images()
        self.jobs.start(Job("import", work, project=project.path, can_keep=False))

    def _remedy(self, number: int, apply: bool) -> None:
        project = self.workspace.project
        if project is None or self.jobs.busy:
            return
        try:
            self._leave_out(project, number, apply)
        except UserError as error:
            self.navigator.tell_error(error)
            return
        self.workspace.history.add(
            Change(
                "findings",
                lambda: self.tr("leaving pictures out") if apply else self.tr("putting back"),
                lambda: self._leave_out(project, number, not apply),
                lambda: self._leave_out(project, number, apply),
            )
        )

    def _named(self, before: str, after: str) -> None:
        """Classes were named or put together; the pictures are still to be imported."""
        self.workspace.history.add(
            Change(
                "classes",
                lambda: self.tr("classes named by hand"),
                lambda: self.preparing.use_classes(before),
                lambda: self.preparing.use_classes(after),
            )
        )

    def _leave_out(self, project: Project, number: int, apply: bool) -> None:
        (project.findings.apply if apply else project.findings.undo)(number)
        self.workspace.images_replaced()

    def _save_report(self) -> None:
        project = self.workspace.project
        if project is None:
            return
        path, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the check report"),
            str(Path.home() / f"{project.name}.html"),
            "HTML (*.html)",
        )
        if path:
            self.save_report(Path(path))

    def save_report(self, path: Path) -> None:
        """Write the check report in the background and say where it is."""
        project, language = self.workspace.project, current()
        if project is None:
            return

        def work(_token: StopToken) -> Path:
            from engine.report import write_check_report

            return write_check_report(project, path, language=language)

        def written(made: Path) -> None:
            self.navigator.tell("info", "command.written", path=str(made))

        self.services.background.run("import.report", work, written, self.navigator.tell_error)

    def _show_evidence(self, evidence: Evidence) -> None:
        EvidenceDialog(evidence, self.services.background, self).show()

    # --- what happens ---------------------------------------------------------------------------

    def _progressed(self, _progress: Progress) -> None:
        if self.stack.currentWidget() is self.preparing:
            self.set_primary_reason(self._why_not())

    def _job_ended(self, job: Job, outcome: Outcome) -> None:
        if job.kind != "import":
            return
        self.workspace.history.forget("findings")  # they have other numbers now
        if outcome.status == "done":
            self.navigator.project_made.emit(outcome.result)
        elif self.workspace.project is not None and self.workspace.image_set is None:
            self.workspace.images_replaced()  # adding more was stopped: all is as before

    def _images_changed(self) -> None:
        """Show what the open project holds now."""
        self.preparing.forget()
        self.workspace.history.forget("classes")
        images, project = self.workspace.image_set, self.workspace.project
        try:
            record = project.import_record() if project is not None else None
            findings = project.findings.all() if project is not None else []
        except UserError as error:
            self.navigator.tell_error(error)
            record, findings = None, []
        self.imported.show_images(images, record, findings)
        self.stack.setCurrentWidget(self.empty if images is None else self.imported)
        self._texts()

    # --- telling ----------------------------------------------------------------------------------

    def _texts(self) -> None:
        first = first_words("import")
        self.title.setText(first.title)
        view = self.stack.currentWidget()
        self.subtitle.setText(
            self.tr("What the folder holds, as it was understood. Nothing in it is changed.")
            if view is self.preparing
            else first.about
        )
        self.empty.sentence.setText(first.sentence)
        self.empty.button.setText(first.way)
        self.another.setText(self.tr("Import another folder…"))
        self.more.setText(self.tr("Add pictures…"))
        self.more.setToolTip(
            self.tr("From another folder, prepared as those that are here. Sides stay as they are.")
        )
        self.report.setText(self.tr("Check report…"))
        self.report.setToolTip(self.tr("Save what was noticed, with pictures, as one HTML file."))
        self.back.setText(self.tr("Back"))
        self.back.setToolTip(self.tr("To the project that is open; nothing was imported"))
        self._draw()

    def _draw(self) -> None:
        view = self.stack.currentWidget()
        self.primary.setVisible(view is not self.empty)
        self.reason.setVisible(view is not self.empty)
        self.another.setVisible(view is not self.empty)
        self.back.setVisible(view is self.preparing and self.workspace.image_set is not None)
        self.more.setVisible(view is self.imported)
        self.report.setVisible(view is self.imported)
        for control in (self.another, self.more, self.back, self.preparing.form):
            control.setEnabled(not self.jobs.busy)
        self.imported.notices.enable_remedies(not self.jobs.busy)
        self.another.setToolTip(
            self.tr("A job is still running.")
            if self.jobs.busy
            else self.tr("It becomes a project of its own.")
        )
        if view is self.imported:
            self.primary.setText(self.tr("Condense…"))
            self.primary.setIcon(icon("water-outline", on_accent=True))
            self.set_primary_reason("", self.tr("The next step: learn a few synthetic samples."))
        elif view is self.preparing:
            self._draw_preparing()

    def _draw_preparing(self) -> None:
        found = self.preparing.scan
        self.primary.setIcon(icon("import", on_accent=True))
        if found is None:
            self.primary.setText(self.tr("Import"))
        else:
            self.primary.setText(
                self.tr("Import {count} pictures").format(count=number(found.total))
            )
        hint = "" if found is None else self._duration(found.seconds_estimate)
        self.set_primary_reason(self._why_not(), hint)

    def _duration(self, seconds: float) -> str:
        key, value = ("time.seconds", seconds) if seconds < 90 else ("time.minutes", seconds / 60)
        return self.tr("Takes about {time}.").format(time=say(key, value=number(max(1, value))))

    def _why_not(self) -> str:
        preparing = self.preparing
        if self.jobs.busy:
            return self._say_job()
        if preparing.error is not None:
            return preparing.error.sentence(current())
        if preparing.scan is None:
            return self.tr("Looking through the folder…")
        if not preparing.scan.total:
            return self.tr("There are no pictures in this folder.")
        return preparing.form.fault()

    def _say_job(self) -> str:
        job, progress = self.jobs.job, self.jobs.progress
        if job is None or job.kind != "import" or job.project is None:
            return self.tr("A job is still running.")
        name = job.project.stem
        if progress is None or not progress.total:
            return self.tr("Importing into {project}…").format(project=name)
        return self.tr("Importing into {project}: {done} of {total} pictures.").format(
            project=name, done=number(progress.done), total=number(progress.total)
        )
