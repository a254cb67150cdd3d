"""One rotating log for everything: our own words, uncaught exceptions, Qt's messages, crashes."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from gui.settings import log_folder

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
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


def catch_all(tell: Callable[[str], None]) -> None:
    """Log uncaught exceptions of any thread and tell the first line of each."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        logging.getLogger("shizuku").error("uncaught", exc_info=(kind, error, trace))
        tell(f"{kind.__name__}: {error}")

    sys.excepthook = hook
    threading.excepthook = lambda args: logging.getLogger("shizuku").error(
        "uncaught in thread %s",
        args.thread.name if args.thread else "?",
        exc_info=(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback),
    )


def _file_handler(folder: Path) -> logging.Handler | None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "shizuku.log", maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8"
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter(_FORMAT))
    return handler


def _from_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_QT_LEVELS.get(kind, logging.INFO), "%s", message)
