"""Put the decision page on a printer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from engine.project.reported import note_reported
from engine.report import Content
from gui.language import current
from gui.services import Services

_GATHER = "decide.print"
_MARGIN = 16.0  # mm


def print_decision(services: Services, parent: QWidget | None) -> None:
    """Ask for a printer, gather the page in the background, then print it."""
    project, run = services.workspace.project, services.workspace.run
    if project is None or run is None:
        return
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    printer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(QCoreApplication.translate("Printing", "Print the decision page"))
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return
    language = current()

    def gather(_token: object) -> Content:
        from engine.report import gather as gathered

        return gathered(project, run, language)

    def put_out(content: Content) -> None:
        from gui.printing import print_page

        print_page(content, printer, language=language)
        note_reported(project, run)
        services.workspace.refresh_runs()

    services.background.run(_GATHER, gather, put_out, services.navigator.tell_error)
