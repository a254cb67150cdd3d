"""One rotating log for everything: our own words, faults, Qt's messages; crashes beside it."""

from __future__ import annotations

import faulthandler
import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from gui.settings import log_folder

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
LOG_FILE = "shizuku.log"
_BYTES, _FILES = 1_000_000, 3
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_project_handler: logging.Handler | None = None


def start_logging() -> None:
    """Log to the user's log folder; where that is impossible, only to standard error."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    handler = _file_handler(log_folder())
    if handler is not None:
        root.addHandler(handler)
    try:
        crash = (log_folder() / "crash.txt").open("a", encoding="utf-8")
        crash.truncate(min(crash.tell(), _BYTES))
        faulthandler.enable(crash)
    except OSError:
        faulthandler.enable()
    qInstallMessageHandler(_from_qt)


def log_to_project(project: Path | None) -> None:
    """Log beside the project too, so that a copied project carries its own history."""
    global _project_handler
    root = logging.getLogger()
    if _project_handler is not None:
        root.removeHandler(_project_handler)
        _project_handler.close()
        _project_handler = None
    if project is not None:
        _project_handler = _file_handler(project / "log")
        if _project_handler is not None:
            root.addHandler(_project_handler)


def _file_handler(folder: Path) -> logging.Handler | None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / LOG_FILE, maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8"
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter(_FORMAT))
    return handler


def _from_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_QT_LEVELS.get(kind, logging.INFO), "%s", message)
