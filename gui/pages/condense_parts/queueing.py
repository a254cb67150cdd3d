"""Putting the recipe of the form into the queue, also while something runs."""

from __future__ import annotations

from collections.abc import Callable

from engine.runtime import UserError
from gui.language import TranslatedWidget
from gui.pages.condense_parts.recipe_form import RecipeForm
from gui.services import Services
from gui.widgets.layout import button, column, explain, show_in_place


class QueueRecipe(TranslatedWidget):
    """The button “Add to queue” beside the one that starts at once.

    Parameters
    ----------
    fault : callable
        Why the recipe can make nothing of the pictures; empty if it can.
    """

    def __init__(self, services: Services, form: RecipeForm, fault: Callable[[], str]) -> None:
        super().__init__()
        self._services, self._form, self._fault = services, form, fault
        self.add = button("playlist-plus")
        self.add.clicked.connect(self._put)
        self.setLayout(column(self.add))
        self.bind(self._say)

    def draw(self) -> None:
        """Whether it can be put in now, and why not."""
        show_in_place(self, self._services.workspace.image_set is not None)
        hint = self.tr("Do it later: after what runs, or overnight with others.")
        explain(self.add, self._fault(), hint)

    def _say(self) -> None:
        self.add.setText(self.tr("Add to queue"))
        self.draw()

    def _put(self) -> None:
        try:
            recipe = self._form.recipe()
        except UserError as error:
            self._services.navigator.tell_error(error)
            return
        self._services.queue.add(lambda project: project.queue.add_condense(recipe))
