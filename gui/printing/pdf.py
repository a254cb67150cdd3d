"""Write the report as PDF, or put its first page on a printer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPdfWriter,
)

from engine import __version__
from engine.report import Content, as_html
from engine.runtime.files import replacing
from engine.runtime.messages import Language, text
from gui.printing.pages import Pages

_RESOLUTION = 600
_MARGIN = 16.0  # mm


def write_pdf(content: Content, path: Path, *, language: Language) -> Path:
    """Write the whole report as A4 pages with embedded fonts and vector charts.

    Needs a Qt application object (:func:`gui.printing.headless.paper_application`).

    Raises
    ------
    UserError
        ``file.cannot_write``.
    """
    # Not into the file: the writer keeps quiet about a full disk.
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setPageLayout(_layout())
    writer.setTitle(_title(content, language))
    writer.setCreator(f"Shizuku {__version__}")
    _pages(content, writer, language).paint()
    del writer  # ends the document
    with replacing(path) as temporary:
        temporary.write_bytes(buffer.data().data())
    return path


def print_page(content: Content, device: QPagedPaintDevice, *, language: Language) -> None:
    """Draw the decision page alone on a printer."""
    _pages(content, device, language).paint(first_only=True)


def _pages(content: Content, device: QPagedPaintDevice, language: Language) -> Pages:
    page = as_html(content, language, printed=True)
    title = f"{_title(content, language)} · Shizuku {__version__}"
    return Pages(page, device, title=title, font=_font(), language=language)


def _font() -> QFont:
    return QGuiApplication.font()


def _title(content: Content, language: Language) -> str:
    return text("report.title", language, project=content.project)


def _layout() -> QPageLayout:
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        margins,
        QPageLayout.Unit.Millimeter,
    )
