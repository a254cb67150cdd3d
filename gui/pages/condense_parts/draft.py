"""The recipe form as it was left: kept with the project, each edit can be taken back."""

from __future__ import annotations

import json
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

from engine.data.recipe import CondenseRecipe
from engine.project import Project
from engine.runtime import UserError
from gui.history import Change
from gui.pages.condense_parts.recipe_form import RecipeForm
from gui.workspace import Workspace

_SETTING = "recipe_draft"
_KEEP_MS = 600  # edits closer together are one


class RecipeDraft(QObject):
    """Keeps the form's recipe beside the runs, so that closing or a crash loses none of it.

    Made after the page listens to the workspace: what is filled in needs the project's classes.
    """

    def __init__(self, workspace: Workspace, form: RecipeForm, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._form = workspace, form
        self._project: Project | None = None
        self._kept, self._wanted = CondenseRecipe(), False
        self._timer = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._timer.timeout.connect(self.keep)
        form.changed.connect(self._timer.start)
        workspace.project_changed.connect(self._project_changed)
        workspace.images_changed.connect(self._images_changed)

    def _project_changed(self) -> None:
        """What was typed last belongs to the project before."""
        project = self._workspace.project
        before, after = (None if one is None else one.path for one in (self._project, project))
        if before == after:
            return
        self.keep()
        self._project, self._wanted = project, True
        self._fill(CondenseRecipe())

    def _images_changed(self) -> None:
        """Fill the form with what is kept with the project, once its classes are known."""
        if self._wanted and self._workspace.image_set is not None:
            self._wanted = False
            self._fill(_read(self._project))

    def keep(self) -> None:
        """Keep the form as it is now."""
        self._timer.stop()
        project, before = self._project, self._kept
        try:
            after = self._form.recipe()
        except UserError:  # half typed
            return
        if project is None or after == before:
            return
        self._kept = after
        _write(project, after)
        if self._workspace.project is not None and self._workspace.project.path == project.path:
            self._workspace.history.add(
                Change(
                    "recipe",
                    lambda: self.tr("change of the recipe"),
                    lambda: self._show(before),
                    lambda: self._show(after),
                )
            )

    def _show(self, recipe: CondenseRecipe) -> None:
        self._fill(recipe)
        if self._project is not None:
            _write(self._project, recipe)

    def _fill(self, recipe: CondenseRecipe) -> None:
        self._form.set_recipe(recipe)
        self._timer.stop()
        self._kept = recipe
        with suppress(UserError):  # as the form gives it back
            self._kept = self._form.recipe()


def _read(project: Project | None) -> CondenseRecipe:
    """What was kept; the defaults where nothing was, or nothing this version knows."""
    if project is not None:
        with suppress(UserError, ValueError, TypeError):
            kept = project.setting(_SETTING)
            if kept:
                return CondenseRecipe.parse(json.loads(kept))
    return CondenseRecipe()


def _write(project: Project, recipe: CondenseRecipe) -> None:
    with suppress(UserError):  # a comfort; a project that may only be read does without
        project.set_setting(_SETTING, recipe.model_dump_json())
