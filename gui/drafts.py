"""Forms as they were left: kept with the project, each edit can be taken back."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from pydantic import BaseModel
from PySide6.QtCore import QObject, QTimer

from engine.project import Project
from engine.runtime import UserError
from gui.history import Change
from gui.workspace import Workspace

_KEEP_MS = 600  # edits closer together are one


class Draft(QObject):
    """Keeps what a form says, so that closing or a crash loses none of it.

    Made after the page listens to the workspace: what is filled in may need the project's classes.

    Parameters
    ----------
    form : widget
        With ``changed``, ``recipe()`` and ``set_recipe(recipe)``.
    default : BaseModel
        What the form shows of a project with which nothing was kept.
    setting : str
        Of the project, where it is kept; also the group of the changes.
    """

    def __init__(
        self, workspace: Workspace, form: Any, default: BaseModel, setting: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace, self._form = workspace, form
        self._default, self._setting = default, setting
        self._project: Project | None = None
        self._kept, self._wanted = default, False
        self._timer = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._timer.timeout.connect(self.keep)
        form.changed.connect(self._timer.start)
        workspace.project_changed.connect(self._project_changed)
        workspace.images_changed.connect(self._images_changed)
        if workspace.project is not None:  # the page was made after the project was opened
            self._project_changed()
            self._images_changed()

    def words(self) -> str:
        """What an edit is called in the menu."""
        raise NotImplementedError

    def parse(self, kept: str) -> BaseModel:
        """What was kept, read; raises UserError, ValueError or TypeError."""
        raise NotImplementedError

    def _project_changed(self) -> None:
        """What was typed last belongs to the project before."""
        project = self._workspace.project
        before, after = (None if one is None else one.path for one in (self._project, project))
        if before == after:
            return
        self.keep()
        self._project, self._wanted = project, True
        self._fill(self._default)

    def _images_changed(self) -> None:
        """Fill the form with what is kept with the project, once its classes are known."""
        if self._wanted and self._workspace.image_set is not None:
            self._wanted = False
            self._fill(self._read())

    def keep(self) -> None:
        """Keep the form as it is now."""
        self._timer.stop()
        project, before = self._project, self._kept
        try:
            after: BaseModel = self._form.recipe()
        except UserError:  # half typed
            return
        if project is None or after == before:
            return
        self._kept = after
        self._write(after)
        if self._workspace.project is not None and self._workspace.project.path == project.path:
            self._workspace.history.add(
                Change(
                    self._setting, self.words, lambda: self._show(before), lambda: self._show(after)
                )
            )

    def _show(self, recipe: BaseModel) -> None:
        self._fill(recipe)
        self._write(recipe)

    def _fill(self, recipe: BaseModel) -> None:
        self._form.set_recipe(recipe)
        self._timer.stop()
        self._kept = recipe
        with suppress(UserError):  # as the form gives it back
            self._kept = self._form.recipe()

    def _read(self) -> BaseModel:
        """What was kept; the default where nothing was, or nothing this version knows."""
        if self._project is not None:
            with suppress(UserError, ValueError, TypeError):
                kept = self._project.setting(self._setting)
                if kept:
                    return self.parse(kept)
        return self._default

    def _write(self, recipe: BaseModel) -> None:
        if self._project is not None:
            with suppress(UserError):  # a comfort; a project that may only be read does without
                self._project.set_setting(self._setting, recipe.model_dump_json())
