"""The real window with a home of its own; shared with the end-to-end tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from gui.app import application, make_window
from gui.main_window import MainWindow
from gui.settings import Settings


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, logs and new projects go into a temporary folder."""
    folder = tmp_path / "home"
    monkeypatch.setenv("SHIZUKU_HOME", str(folder))
    return folder


@pytest.fixture
def window(qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The window, shown, in English and light; its job is discarded and it is closed afterwards."""
    # A test that leaves a job running must not wait for an answer nobody gives.
    monkeypatch.setattr(MainWindow, "ask_about_job", lambda _self: "cancel")
    Settings({"language": "en", "theme": "light"}).save()
    made = make_window(application())
    made.resize(1280, 800)
    made.show()
    made.activateWindow()  # keys go to the active window
    qtbot.waitUntil(made.isActiveWindow, timeout=20_000)
    yield made
    if made.jobs.busy:
        made.jobs.cancel()
        qtbot.waitUntil(lambda: not made.jobs.busy, timeout=20_000)
    # Translators belong to the application and would outlive this window.
    made.services.languages.use("en")
    assert made.close()
    made.deleteLater()
    # Only a returning event loop would do it by itself; windows left over slow all later ones.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
