"""The menu Edit: undo and redo by name, runs that were removed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMessageBox

from engine.project.trash import KEPT_DAYS, Removed
from engine.runtime import UserError
from gui.history import Change
from gui.language import data_size, date_time, number
from gui.shortcuts.keys import on_action

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class EditMenu(QObject):
    """Says what Undo and Redo would do; texts follow the language."""

    def __init__(self, window: MainWindow, menu: QMenu) -> None:
        super().__init__(window)
        self._window, self._workspace = window, window.workspace
        self._history = window.workspace.history
        self.undo, self.redo = QAction(window), QAction(window)
        self.removed = QMenu(window)
        self.undo.triggered.connect(lambda: self._do(self._history.next_undo(), self._history.undo))
        self.redo.triggered.connect(lambda: self._do(self._history.next_redo(), self._history.redo))
        on_action("edit.undo", self.undo)
        on_action("edit.redo", self.redo)
        menu.addActions([self.undo, self.redo])
        menu.addSeparator()
        menu.addMenu(self.removed)
        self.removed.aboutToShow.connect(self._fill_removed)
        self._history.changed.connect(self._draw)
        window.workspace.project_changed.connect(self._draw)
        window.bind(self._draw)

    def _do(self, change: Change | None, move: Callable[[], bool]) -> None:
        changes_pictures = change is not None and change.group in ("findings", "classes")
        if self._window.jobs.busy and changes_pictures:
            self._window.services.navigator.tell("warning", "window.busy")
            return
        try:
            move()
        except UserError as error:
            self._window.services.navigator.tell_error(error)

    def _draw(self) -> None:
        for action, change, words in (
            (self.undo, self._history.next_undo(), self.tr("&Undo")),
            (self.redo, self._history.next_redo(), self.tr("&Redo")),
        ):
            action.setText(_named(words, change))
            action.setEnabled(change is not None)
        self.removed.setTitle(self.tr("Removed &runs"))
        self.removed.setEnabled(self._workspace.project is not None)

    # --- removed runs -----------------------------------------------------------------------------

    def _fill_removed(self) -> None:
        self.removed.clear()
        project = self._workspace.project
        found = [] if project is None else project.trash.all()
        for one in found:
            words = self.tr("Bring back {run}, removed on {time} ({size})")
            action = self.removed.addAction(
                words.format(run=one.run, time=date_time(one.time), size=data_size(one.bytes))
            )
            action.triggered.connect(lambda _=False, one=one: self.bring_back(one))
        if found:
            self.removed.addSeparator()
            self.removed.addAction(self.tr("Delete them for good…")).triggered.connect(
                lambda _=False: self.empty_trash(found)
            )
        else:
            words = self.tr("None. Removed runs stay here for {days} days.")
            self.removed.addAction(words.format(days=number(KEPT_DAYS))).setEnabled(False)

    def bring_back(self, one: Removed) -> None:
        """Put a removed run back and look at it."""
        project = self._workspace.project
        if project is not None:
            try:
                project.trash.bring_back(one.run)
            except UserError as error:
                self._window.services.navigator.tell_error(error)
            self._history.forget(("run", one.run))
            self._workspace.refresh_runs(one.run)

    def empty_trash(self, found: list[Removed]) -> None:
        """Delete removed runs for good, if that is really wanted."""
        project = self._workspace.project
        if project is None or not self.confirm(found):
            return
        for one in found:
            self._history.forget(("run", one.run))
        try:
            project.empty_trash()
        except UserError as error:
            self._window.services.navigator.tell_error(error)

    def confirm(self, found: list[Removed]) -> bool:
        """Ask whether removed runs shall be deleted."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Shizuku")
        words = self.tr("Delete the removed runs for good? Runs: {count}, {size}.")
        size = data_size(sum(one.bytes for one in found))
        box.setText(words.format(count=number(len(found)), size=size))
        box.setInformativeText(self.tr("This cannot be undone."))
        role = QMessageBox.ButtonRole
        delete = box.addButton(self.tr("Delete"), role.DestructiveRole)
        box.setDefaultButton(box.addButton(self.tr("Keep"), role.RejectRole))
        box.exec()
        return box.clickedButton() is delete


def _named(words: str, change: Change | None) -> str:
    # A & in what was done would be taken for a key.
    return words if change is None else f"{words}: {change.words().replace('&', '&&')}"
