"""What a user does in every story."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from engine.data.recipe import CondenseRecipe
from gui.main_window import MainWindow

LONG = 120_000


def drop(window: MainWindow, folder) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    window.dropEvent(
        QDropEvent(
            QPointF(400, 300),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def press(qtbot, page) -> None:
    """Press a page's primary button as soon as it can be pressed."""
    qtbot.waitUntil(page.primary.isEnabled, timeout=LONG)
    qtbot.mouseClick(page.primary, Qt.MouseButton.LeftButton)


def until_idle(window, qtbot) -> None:
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=LONG)


def import_drawings(window, qtbot, drawings) -> None:
    drop(window, drawings)
    page = window.pages["import"]
    page.preparing.form.side.setValue(32)
    press(qtbot, page)
    qtbot.waitUntil(lambda: window.workspace.image_set is not None, timeout=LONG)


def start_condensing(window, qtbot, *, steps: int) -> None:
    window.go("condense")
    recipe = CondenseRecipe(ipc=2, preset="quick", steps=steps)
    window.pages["condense"].form.set_recipe(recipe)
    press(qtbot, window.pages["condense"])
    qtbot.waitUntil(lambda: window.jobs.busy, timeout=LONG)


def choose(monkeypatch, path) -> None:
    """Answer the next file dialogs."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(path))


def told(window) -> list[str]:
    """Keys of what stands at the top of the window."""
    return [one.key for one in window.banners.messages]
