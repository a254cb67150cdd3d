"""Asking where to, then writing a condensed set or a report outside of the project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.project import Project, Run
from engine.project.export import (
    HDF5_SUFFIXES,
    PARQUET_SUFFIXES,
    WEBDATASET_SUFFIXES,
    export_run,
)
from engine.project.reported import note_reported
from engine.runtime import Emit, Language, StopToken
from gui.jobs import Job, JobKind
from gui.language import current
from gui.services import Services
from gui.settings import projects_folder

FileForm = Literal["hdf5", "webdataset", "parquet"]
_FILE_SUFFIXES: dict[FileForm, tuple[str, ...]] = {
    "hdf5": HDF5_SUFFIXES,
    "webdataset": WEBDATASET_SUFFIXES,
    "parquet": PARQUET_SUFFIXES,
}


def export_file(services: Services, parent: QWidget | None, form: FileForm = "hdf5") -> None:
    """Ask for a file and write the condensed set in one of its forms."""
    title, kinds = _file_words(form)
    suffixes = _FILE_SUFFIXES[form]
    proposed = str(_proposed(services, suffixes[0]))
    chosen, _ = QFileDialog.getSaveFileName(parent, title, proposed, kinds)
    if chosen:
        path = Path(chosen)
        if path.suffix.lower() not in suffixes:
            path = path.with_name(path.name + suffixes[0])
        _start(services, "export", lambda project, run: export_run(project, run, path))


def _file_words(form: FileForm) -> tuple[str, str]:
    """Title of the dialog, and the kind of file."""
    translate = QCoreApplication.translate
    return {
        "hdf5": (
            translate("Exporting", "Export the condensed set as an HDF5 file"),
            translate("Exporting", "HDF5 file (*.h5 *.hdf5)"),
        ),
        "webdataset": (
            translate("Exporting", "Export the condensed set as a WebDataset"),
            translate("Exporting", "TAR file (*.tar)"),
        ),
        "parquet": (
            translate("Exporting", "Export the condensed set as a Parquet file"),
            translate("Exporting", "Parquet file (*.parquet)"),
        ),
    }[form]


def export_folder(services: Services, parent: QWidget | None) -> None:
    """Ask for a place and write the condensed set as a new folder of PNG by class."""
    words = QCoreApplication.translate("Exporting", "Export into a new folder in …")
    chosen = QFileDialog.getExistingDirectory(parent, words, str(_proposed(services, "").parent))
    if chosen:
        path = _free(Path(chosen) / _proposed(services, "").name)
        _start(services, "export", lambda project, run: export_run(project, run, path))


ReportForm = Literal["html", "pdf", "csv", "json"]
_SUFFIXES: dict[ReportForm, tuple[str, ...]] = {
    "html": (".html", ".htm"),
    "pdf": (".pdf",),
    "csv": (".csv",),
    "json": (".json",),
}


def export_report(services: Services, parent: QWidget | None, form: ReportForm = "html") -> None:
    """Ask for a file and write the report, or all its numbers, in the window's language."""
    title, kinds = _report_words(form)
    suffixes = _SUFFIXES[form]
    proposed = str(_proposed(services, suffixes[0]))
    chosen, _ = QFileDialog.getSaveFileName(parent, title, proposed, kinds)
    if not chosen:
        return
    path, language = Path(chosen), current()
    if path.suffix.lower() not in suffixes:
        path = path.with_name(path.name + suffixes[0])
    _start(services, "report", lambda project, run: _report(project, run, path, form, language))


def _report_words(form: ReportForm) -> tuple[str, str]:
    """Title of the dialog, and the kind of file."""
    translate = QCoreApplication.translate
    return {
        "html": (
            translate("Exporting", "Write the report as an HTML file"),
            translate("Exporting", "HTML file (*.html)"),
        ),
        "pdf": (
            translate("Exporting", "Write the report as PDF"),
            translate("Exporting", "PDF file (*.pdf)"),
        ),
        "csv": (
            translate("Exporting", "Write all numbers as a sheet"),
            translate("Exporting", "CSV file (*.csv)"),
        ),
        "json": (
            translate("Exporting", "Write all numbers as JSON"),
            translate("Exporting", "JSON file (*.json)"),
        ),
    }[form]


def _report(project: Project, run: Run, path: Path, form: ReportForm, language: Language) -> Path:
    from engine import report
    from gui.printing import write_pdf

    if form == "html":
        return report.write_report(project, run, path, language=language)
    content = report.gather(project, run, language)
    if form == "pdf":
        written = write_pdf(content, path, language=language)
        note_reported(project, run)
        return written
    return report.write_csv(content, path) if form == "csv" else report.write_json(content, path)


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
