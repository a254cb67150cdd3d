"""Asking where to, then writing a condensed set or a report outside of the project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.project import Project, Run
from engine.project.export import HDF5_SUFFIXES, export_run
from engine.runtime import Emit, StopToken
from gui.jobs import Job, JobKind
from gui.language import current
from gui.services import Services
from gui.settings import projects_folder


def export_hdf5(services: Services, parent: QWidget | None) -> None:
    """Ask for a file and write the condensed set as HDF5."""
    words = QCoreApplication.translate("Exporting", "Export the condensed set as an HDF5 file")
    kinds = QCoreApplication.translate("Exporting", "HDF5 file (*.h5 *.hdf5)")
    chosen, _ = QFileDialog.getSaveFileName(parent, words, str(_proposed(services, ".h5")), kinds)
    if chosen:
        path = Path(chosen)
        if path.suffix.lower() not in HDF5_SUFFIXES:
            path = path.with_name(path.name + ".h5")
        _start(services, "export", lambda project, run: export_run(project, run, path))


def export_folder(services: Services, parent: QWidget | None) -> None:
    """Ask for a place and write the condensed set as a new folder of PNG by class."""
    words = QCoreApplication.translate("Exporting", "Export into a new folder in …")
    chosen = QFileDialog.getExistingDirectory(parent, words, str(_proposed(services, "").parent))
    if chosen:
        path = _free(Path(chosen) / _proposed(services, "").name)
        _start(services, "export", lambda project, run: export_run(project, run, path))


def export_report(services: Services, parent: QWidget | None) -> None:
    """Ask for a file and write the report in the window's language."""
    words = QCoreApplication.translate("Exporting", "Write the report as an HTML file")
    kinds = QCoreApplication.translate("Exporting", "HTML file (*.html)")
    chosen, _ = QFileDialog.getSaveFileName(parent, words, str(_proposed(services, ".html")), kinds)
    if not chosen:
        return
    path, language = Path(chosen), current()
    if path.suffix.lower() not in (".html", ".htm"):
        path = path.with_name(path.name + ".html")

    def write(project: Project, run: Run) -> Path:
        from engine.report import write_report

        return write_report(project, run, path, language=language)

    _start(services, "report", write)


def _start(services: Services, kind: JobKind, write: Callable[[Project, Run], Path]) -> None:
    project, run = services.workspace.project, services.workspace.run
    if project is None or run is None:
        return
    if services.jobs.busy:
        services.navigator.tell("warning", "window.busy")
        return

    def work(_emit: Emit, _token: StopToken) -> Path:
        return write(project, run)

    services.jobs.start(
        Job(kind, work, project=project.path, run=run.id, can_pause=False, can_keep=False)
    )


def _proposed(services: Services, suffix: str) -> Path:
    """Beside the project: where its owner will look for it."""
    project, run = services.workspace.project, services.workspace.run
    folder = projects_folder() if project is None else project.path.parent
    ipc = "" if run is None else f"-{run.recipe.ipc}"
    name = "condensed" if project is None else f"{project.name}-condensed{ipc}"
    return folder / f"{name}{suffix}"


def _free(path: Path) -> Path:
    """The path, or the first like it that is not taken."""
    number = 2
    free = path
    while free.exists():
        free = path.with_name(f"{path.name}-{number}")
        number += 1
    return free
