"""The application object: torch before Qt, language, theme, log, window."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

# Before Qt: on Windows PyTorch's libraries fail to load after it (explosion/spaCy#13894).
import gui.torch_first  # noqa: F401 - before Qt

# isort: split
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from engine import __version__
from engine.runtime import Language
from gui.first_paint import FirstPaint
from gui.following import follow
from gui.fonts import use_fonts
from gui.jobs import Background, JobController, QueueWorker
from gui.language import Languages
from gui.loading import Loading
from gui.logs import start_logging
from gui.main_window import MainWindow
from gui.pages.readying import Readying
from gui.safety.guard import Guard
from gui.services import Navigator, Services
from gui.settings import APP_NAME, Settings
from gui.settings.obeying import obey
from gui.shortcuts.keys import use_keys
from gui.theme import Theme
from gui.widgets.spoken import speak_kinds
from gui.workspace import Workspace


def run(project: Path | None = None, *, language: Language | None = None) -> int:
    """Open the window and stay until it is closed.

    Parameters
    ----------
    project : Path or None
        Opened at once.
    language : {"en", "ja"} or None
        For this time only; None: as the user has chosen.

    Returns
    -------
    int
        Exit code.
    """
    app = application()
    start_logging()
    window = make_window(app, language=language)
    guard = Guard(window)
    window.show()
    guard.tell_of_crash()
    # What Qt has made stays: it need not be looked through again and again.
    gc.collect()
    gc.freeze()
    readying = Readying(window.pages, window)
    services = window.services
    services.loading.when_done(readying.begin)
    first_paint = FirstPaint(window)
    # First: a project from elsewhere takes seconds to prove, and the window lives meanwhile.
    first_paint.painted.connect(services.loading.begin)
    if project is not None:
        first_paint.painted.connect(lambda: window.open_project(project))
    code = app.exec()
    services.loading.wait()
    guard.end()
    return code


def application() -> QApplication:
    """The application object, made once."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    app = QApplication(sys.argv[:1])
    app.setApplicationName(APP_NAME)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("shizuku")
    app.setWindowIcon(QIcon(str(Path(__file__).parent / "images" / "shizuku.svg")))
    use_fonts(app)
    speak_kinds()
    return app


def make_window(app: QApplication, *, language: Language | None = None) -> MainWindow:
    """The window with everything it needs, not shown yet."""
    settings = Settings.load()
    obey(settings)
    use_keys(settings.values.shortcuts)
    theme = Theme(app)
    theme.use(settings.values.theme)
    languages = Languages(app)
    languages.use(language or settings.values.language)
    workspace, jobs = Workspace(app), JobController(app)
    services = Services(
        workspace=workspace,
        jobs=jobs,
        background=Background(app),
        settings=settings,
        theme=theme,
        languages=languages,
        navigator=Navigator(app),
        queue=QueueWorker(jobs, workspace, app),
        loading=Loading(app),
    )
    window = MainWindow(services)
    theme.dress(window)
    follow(services, window)
    for message in settings.messages:
        window.banners.show_message(message)
    return window
