"""What tests of the inspect page share."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication


def show(window, qtbot):
    """The inspect page, read and measured."""
    # Keys are for the active window.
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5000)
    window.go("inspect")
    made = window.pages["inspect"]
    idle(qtbot, made)
    return made


def idle(qtbot, page):
    """Wait until nothing is read or measured any more."""
    for _ in range(3):
        qtbot.waitUntil(lambda: not page.services.background.busy, timeout=20_000)
        QApplication.processEvents()


def press(qtbot, page, key):
    """Press a key anywhere on the page."""
    qtbot.keyClick(page, key)
