"""What tests of the inspect page share."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication


def show(window, qtbot):
    """The inspect page, read and measured."""
    activate(window, qtbot)
    window.go("inspect")
    made = window.pages["inspect"]
    idle(qtbot, made)
    return made


def activate(window, qtbot):
    """Keys are for the active window; after a dialog no window manager makes it so again."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=20_000)


def idle(qtbot, page):
    """Wait until nothing is read or measured any more."""
    for _ in range(3):
        qtbot.waitUntil(lambda: not page.services.background.busy, timeout=20_000)
        QApplication.processEvents()


def press(qtbot, page, key):
    """Press a key anywhere on the page."""
    qtbot.keyClick(page, key)
