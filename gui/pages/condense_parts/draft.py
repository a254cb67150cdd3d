"""The recipe form as it was left."""

from __future__ import annotations

import json

from PySide6.QtCore import QObject

from engine.data.recipe import CondenseRecipe
from gui.drafts import Draft
from gui.pages.condense_parts.recipe_form import RecipeForm
from gui.workspace import Workspace


class RecipeDraft(Draft):
    """Keeps the form's recipe beside the runs."""

    def __init__(self, workspace: Workspace, form: RecipeForm, parent: QObject) -> None:
        super().__init__(workspace, form, CondenseRecipe(), "recipe_draft", parent)

    def words(self) -> str:
        """What an edit is called in the menu."""
        return self.tr("change of the recipe")

    def parse(self, kept: str) -> CondenseRecipe:
        """A recipe of this version or an earlier one."""
        return CondenseRecipe.parse(json.loads(kept))
