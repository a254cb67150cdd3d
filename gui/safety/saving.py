"""Saving the diagnostic file from a dialog or the menu."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.runtime import StopToken, UserError
from gui.language import current, say
from gui.safety.diagnostics import write_diagnostics
from gui.services import Services
from gui.settings import log_folder


def ask_and_save(
    services: Services,
    parent: QWidget | None,
    *,
    fault: str = "",
    project: Path | None = None,
    told: Callable[[str], None] | None = None,
) -> None:
    """Ask for a place and write the diagnostic file there; ``told`` hears how that went.

    Without ``told`` it stands at the top of the window. ``project`` is the one that is open,
    if none is given.
    """
    translate = QCoreApplication.translate
    chosen, _ = QFileDialog.getSaveFileName(
        parent,
        translate("Diagnostics", "Save the diagnostic file"),
        str(Path.home() / f"shizuku-diagnostic-{datetime.now():%Y%m%d-%H%M}.zip"),
        translate("Diagnostics", "ZIP file (*.zip)"),
    )
    if chosen:
        save(services, Path(chosen), fault=fault, project=project, told=told)


def save(
    services: Services,
    path: Path,
    *,
    fault: str = "",
    project: Path | None = None,
    told: Callable[[str], None] | None = None,
) -> None:
    """Write it beside the window."""
    opened = services.workspace.project
    project = project or (None if opened is None else opened.path)
    logs = [log_folder()] + ([] if project is None else [project / "log"])
    settings = services.settings.values.model_dump(mode="json")

    def work(_token: StopToken) -> Path:
        return write_diagnostics(
            path, logs=logs, settings=settings, project=project, qt=qVersion(), fault=fault
        )

    def written(made: Path) -> None:
        if told is None:
            services.navigator.tell("info", "command.written", path=str(made))
        else:
            told(say("command.written", path=str(made)))

    def failed(error: UserError) -> None:
        if told is None:
            services.navigator.tell_error(error)
        else:
            told(error.sentence(current()))

    services.background.run("diagnostics", work, written, failed)
