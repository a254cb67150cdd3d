"""Changing the language while what was built in vain still waits to be collected."""

from __future__ import annotations

import contextlib
import gc

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.app import application
from gui.language import Languages, Translated, TranslatedWidget


class _Label(Translated, QLabel):
    """A label that follows the language."""


class _Page(TranslatedWidget):
    """Fails when its parts are there already, and refers to itself as every page does."""

    def __init__(self, told: list[str]) -> None:
        super().__init__()
        self.parts = [_Label(self) for _ in range(5)]
        for part in self.parts:
            part.bind(lambda: told.append(_much()))
        self.bind(self.isVisible)
        raise RuntimeError("cannot be built")


def _much() -> str:
    """Words that take so many objects to make that Python collects."""
    return str(len([[] for _ in range(1000)]))


def test_a_page_that_could_not_be_built_is_not_collected_while_it_is_told(qtbot: QtBot) -> None:
    languages, told, threshold = Languages(application()), list[str](), gc.get_threshold()
    languages.use("en")
    gc.disable()
    try:
        with contextlib.suppress(RuntimeError):
            _Page(told)
        told.clear()
        gc.set_threshold(700)
        gc.enable()
        languages.use("ja")
        assert len(told) >= 5
        assert gc.isenabled()
    finally:
        gc.set_threshold(*threshold)
        gc.enable()
        languages.use("en")
        languages.deleteLater()
