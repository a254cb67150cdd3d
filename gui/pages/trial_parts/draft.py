"""The trial form as it was left."""

from __future__ import annotations

from PySide6.QtCore import QObject

from engine.trial import TrialRecipe
from gui.drafts import Draft
from gui.pages.trial_parts.form import TrialForm
from gui.workspace import Workspace


class TrialDraft(Draft):
    """Keeps what shall be compared, beside the trials."""

    def __init__(self, workspace: Workspace, form: TrialForm, parent: QObject) -> None:
        super().__init__(workspace, form, form.recipe(), "trial_draft", parent)

    def words(self) -> str:
        """What an edit is called in the menu."""
        return self.tr("change of the trial")

    def parse(self, kept: str) -> TrialRecipe:
        """A recipe of this version or an earlier one."""
        return TrialRecipe.model_validate_json(kept)
