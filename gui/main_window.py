"""The window: assembles pages, rail, banners and status strip; holds no logic of its own."""

from __future__ import annotations

import logging
import sys
from html import escape
from itertools import chain, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QMainWindow,
    QMessageBox,
    QStackedWidget,
    QWidget,
)

from engine import __version__
from engine.project.project import SUFFIX
from engine.runtime import Message, UserError, text
from gui.jobs import Job, Outcome
from gui.jobs.controller import JobKind
from gui.jobs.notices import JobNotices
from gui.jobs.taskbar import Taskbar
from gui.language import Translated
from gui.logs import LOG_FILE, log_to_project
from gui.menus import Menus
from gui.pages.book import Book
from gui.queue_notice import QueueButton, QueueNotice
from gui.queue_panel import QueuePanel
from gui.safety.project_watch import ProjectWatch
from gui.services import Services
from gui.settings import log_folder, projects_folder
from gui.theme import GAP, PAGE
from gui.tour.tour import Tour
from gui.widgets.banner import Banners
from gui.widgets.layout import column, holder, key_stops, row
from gui.widgets.rail import Rail
from gui.widgets.strip import StatusStrip
from gui.workspace import STEPS

if TYPE_CHECKING:
    from gui.pages.import_page import ImportPage

CloseAnswer = Literal["stop", "cancel", "stay"]

_PAGE_OF: dict[JobKind, str] = {
    "import": "import",
    "reference": "condense",
    "condense": "condense",
    "trial": "trial",
    "continual": "trial",
}


class MainWindow(Translated, QMainWindow):
    """Everything a user sees."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.services = services
        self.workspace = services.workspace
        self.jobs = services.jobs
        self._closing = False
        self.setAcceptDrops(True)
        # What a screen of 1920 × 1080 at 150 % leaves beside title and task bar.
        self.setMinimumSize(1100, 620)
        self.resize(1360, 860)
        self.rail = Rail()
        self.banners = Banners()
        self.strip = StatusStrip(self.jobs)
        self.queue_panel = QueuePanel(services.queue, self.jobs)
        self.queue_button = QueueButton(services.queue, self.workspace)
        self.queue_notice = QueueNotice(services.queue, self.workspace)
        self.stack = QStackedWidget()
        self.pages = Book(services, self.stack)
        self.setCentralWidget(self._assemble())
        self.taskbar = Taskbar(self.jobs, services.background, self)
        self.notices = JobNotices(self.jobs, services.queue, services.settings, self)
        self.menus = Menus(self)
        self.tour = Tour(self)
        self._connect()
        # It listens after the window, which clears what is told when a project is opened.
        self.project_watch = ProjectWatch(services, self)
        self.bind(self._retitle)
        self.go("start")
        self._show_states()

    def _assemble(self) -> QWidget:
        banners = column(self.queue_notice, self.banners)
        banners.setContentsMargins(PAGE, GAP, PAGE, 0)
        right = column(banners, self.stack, spacing=0)
        right.setStretch(1, 1)
        upper = row(self.rail, right, spacing=0)
        upper.setStretch(1, 1)
        self.queue_panel.hide()
        self.strip.place(self.queue_button)
        whole = column(upper, self.queue_panel, self.strip, spacing=0)
        whole.setStretch(0, 1)
        return holder(whole)

    def showEvent(self, event: QShowEvent) -> None:
        """Tab goes from the steps to the page, then to the queue and the line below it, and on.

        The pages come later, and so last: what shall follow them comes first in this round. Qt
        takes no order before the window is shown.
        """
        super().showEvent(event)
        parts = (self.queue_panel, self.strip, self.rail, self.queue_notice)
        for before, one in pairwise(chain.from_iterable(map(key_stops, parts))):
            self.setTabOrder(before, one)

    def _connect(self) -> None:
        navigator = self.services.navigator
        self.rail.chosen.connect(self.go)
        navigator.go.connect(self.go)
        navigator.needed.connect(lambda name: self.pages[name])
        navigator.choose_folder.connect(self.choose_folder)
        navigator.choose_project.connect(self.choose_project)
        navigator.import_folder.connect(self.import_folder)
        navigator.open_project.connect(self.open_project)
        navigator.project_made.connect(self.show_new_project)
        navigator.tour.connect(self.tour.begin)
        navigator.message.connect(self.banners.show_message)
        self.jobs.messaged.connect(self.banners.show_message)
        self.jobs.started.connect(self._job_started)
        self.jobs.ended.connect(self._job_ended)
        self.workspace.project_changed.connect(self._project_changed)
        for signal in (
            self.workspace.images_changed,
            self.workspace.runs_changed,
            self.workspace.run_changed,
        ):
            signal.connect(self._show_states)
        self.services.theme.changed.connect(self._retheme)
        self.taskbar.changed.connect(self._retitle)
        self.strip.found.connect(self._device_found)
        self._connect_queue()

    def _connect_queue(self) -> None:
        queue, shown = self.services.queue, self.queue_button
        queue.failed.connect(self.services.navigator.tell_error)
        queue.added.connect(lambda: shown.setChecked(True))
        shown.toggled.connect(self.queue_panel.setVisible)
        # Who sees the queue needs no notice of it, and no less of the page.
        shown.toggled.connect(lambda on: self.queue_notice.dismiss() if on else None)
        self.queue_panel.closed.connect(lambda: shown.setChecked(False))
        self.queue_notice.show_asked.connect(lambda: shown.setChecked(True))
        self.workspace.project_changed.connect(
            lambda: shown.setChecked(shown.isChecked() and self.workspace.project is not None)
        )

    # --- what the user asks for ---------------------------------------------------------------

    def go(self, name: str) -> None:
        """Show a page."""
        self.rail.select(name)
        self.pages.show(name)

    @property
    def page(self) -> str:
        """The page shown."""
        return self.pages.shown

    def choose_folder(self) -> None:
        """Ask for a folder of pictures and prepare its import."""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder of pictures"))
        if folder:
            self.import_folder(Path(folder))

    def choose_archive(self) -> None:
        """Ask for a ZIP, TAR, PDF, DXF or TIFF file and prepare its import."""
        from importers.stores import ARCHIVES, DOCUMENTS

        endings = " ".join(f"*{ending}" for ending in (*ARCHIVES, *DOCUMENTS))
        path, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Choose an archive or a drawing"),
            "",
            f"ZIP, TAR, PDF, DXF, TIFF ({endings})",
        )
        if path:
            self.import_folder(Path(path))

    def choose_project(self) -> None:
        """Ask for a project folder and open it."""
        folder = QFileDialog.getExistingDirectory(
            self,
            self.tr("Open a Shizuku project (a folder named NAME.shizuku)"),
            str(projects_folder()),
        )
        if folder:
            self.open_project(Path(folder))

    def import_folder(self, folder: Path) -> None:
        """Prepare the import of a folder into a new project."""
        if self._refuse_while_busy():
            return
        cast("ImportPage", self.pages["import"]).prepare(folder)
        self.go("import")

    def open_project(self, path: Path) -> None:
        """Open a project and go to the step that comes next."""
        if self._open(path):
            ready = (name for name in STEPS if self.workspace.step_state(name).state == "ready")
            self.go(next(ready, "decide"))

    def show_new_project(self, path: Path) -> None:
        """Open a project that was just imported and show what it holds."""
        if self._open(path):
            self.go("import")

    def _open(self, path: Path) -> bool:
        if self._refuse_while_busy():
            return False
        try:
            self.workspace.open(path)
        except UserError as error:
            self.services.navigator.tell_error(error)
            return False
        self.services.settings.remembered.opened(path)
        return True

    def close_project(self) -> None:
        """Close the project and show the start page."""
        if not self._refuse_while_busy():
            self.workspace.close()
            self.go("start")

    def open_settings(self) -> None:
        """Show the settings."""
        from gui.settings_parts.dialog import SettingsDialog

        SettingsDialog(self.services.settings, self).open()

    def open_shortcuts(self) -> None:
        """Show the keys, to look them up or to change them."""
        from gui.shortcuts.dialog import ShortcutsDialog

        ShortcutsDialog(self.services.settings, self).open()

    def show_log(self) -> None:
        """Show the log as it grows."""
        from gui.safety.log_viewer import LogViewer

        viewer = LogViewer(log_folder() / LOG_FILE, self)
        viewer.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        viewer.show()

    def save_diagnostics(self) -> None:
        """Ask for a place and save the diagnostic file."""
        from gui.safety.saving import ask_and_save

        ask_and_save(self.services, self)

    def open_log_folder(self) -> None:
        """Show the log files in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_folder())))

    def about(self) -> None:
        """Say what this is."""
        QMessageBox.about(
            self,
            self.tr("About Shizuku"),
            self.tr(
                "<h3>Shizuku {version}</h3>"
                "<p>Condenses a folder of drawings or product photos into a few synthetic "
                "samples that train a model almost as well.</p>"
                "<p>Works offline: it opens no network connection.</p>"
            ).format(version=__version__)
            + self._licences(),
        )

    def _licences(self) -> str:
        """Where the licences lie of what an installed Shizuku contains."""
        if not getattr(sys, "frozen", False):
            return ""
        words = self.tr(
            "<p>It contains the work of others, such as Qt under the LGPL. Their licences lie in "
            "{folder}.</p>"
        )
        return words.format(folder=escape(str(Path(sys.executable).parent / "licences")))

    def _refuse_while_busy(self) -> bool:
        if self.jobs.busy:
            self.services.navigator.tell("warning", "window.busy")
        return self.jobs.busy

    # --- what happens ---------------------------------------------------------------------------

    def _job_started(self, job: Job) -> None:
        self.banners.clear()
        if job.kind in _PAGE_OF:  # it follows what becomes of the job
            self.pages[_PAGE_OF[job.kind]]

    def _job_ended(self, job: Job, outcome: Outcome) -> None:
        if outcome.error is not None:
            self.banners.show_message(outcome.error)
        elif job.kind in ("export", "report") and outcome.status == "done":
            path = str(outcome.result.absolute())
            self.banners.show_message(Message("info", "command.written", {"path": path}))
        self._show_states()
        if self._closing:
            self.close()

    def _device_found(self, reason: Message) -> None:
        logging.getLogger(__name__).info("%s", text(reason.key, "en", **reason.params))
        if reason.level == "warning":  # a graphics card lies idle
            self.banners.show_message(reason)

    def _project_changed(self) -> None:
        project = self.workspace.project
        log_to_project(project.path if project else None)
        self.banners.clear()
        self._retitle()

    def _show_states(self) -> None:
        opened = self.workspace.project is not None
        states = {name: self.workspace.step_state(name) for name in STEPS} if opened else {}
        self.rail.show_states(states)

    def _retitle(self) -> None:
        project = self.workspace.project
        name = f"{project.name} — Shizuku" if project else "Shizuku"
        self.setWindowTitle(self.taskbar.prefix + name)

    def _retheme(self) -> None:
        self.pages.finish()
        told: list[Translated] = [self.rail, self.banners, self.strip, *self.pages.made.values()]
        for widget in (*told, self.queue_panel, self.queue_button, self.queue_notice):
            widget.retranslate()

    # --- dropping and closing ---------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A single folder, archive or document may be dropped anywhere."""
        from importers.stores import is_archive, is_single_file

        urls = event.mimeData().urls()
        path = Path(urls[0].toLocalFile()) if len(urls) == 1 else None
        if path and (path.is_dir() or is_archive(path) or is_single_file(path)):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A project is opened, anything else is prepared for import."""
        folder = Path(event.mimeData().urls()[0].toLocalFile())
        event.acceptProposedAction()
        if folder.name.endswith(SUFFIX) or (folder / "project.sqlite").is_file():
            self.open_project(folder)
        else:
            self.import_folder(folder)

    def closeEvent(self, event: QCloseEvent) -> None:
        """During a job, ask; then stop it, and close when it has ended."""
        if not self.jobs.busy:
            self.services.background.close()
            self.workspace.close()
            log_to_project(None)
            event.accept()
            return
        event.ignore()
        if self._closing:
            return
        answer = self.ask_about_job()
        if answer == "stay":
            return
        self._closing = True
        self.services.queue.close()
        if not self.jobs.busy:  # it ended while the question was open
            self.close()
        elif answer == "stop":
            self.jobs.stop()
        else:
            self.jobs.cancel()

    def ask_about_job(self) -> CloseAnswer:
        """What to do with the running job before the window closes."""
        job = self.jobs.job
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Shizuku")
        box.setText(self.tr("A job is still running."))
        box.setInformativeText(
            self.tr("Stop it and keep what was reached, discard it, or let it go on?")
        )
        role = QMessageBox.ButtonRole
        stop = box.addButton(self.tr("Stop and keep, then close"), role.AcceptRole)
        stop.setVisible(job is not None and job.can_keep)
        cancel = box.addButton(self.tr("Cancel and discard, then close"), role.DestructiveRole)
        stay = box.addButton(self.tr("Go on"), role.RejectRole)
        box.setDefaultButton(stay)
        box.exec()
        if box.clickedButton() is stop:
            return "stop"
        return "cancel" if box.clickedButton() is cancel else "stay"
