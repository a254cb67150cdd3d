"""Asking for advice on a recipe beside the window, and filling the form with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from engine.runtime import StopToken, UserError
from gui.jobs import Job
from gui.pages.condense_parts.estimator import Estimator
from gui.pages.condense_parts.recipe_form import RecipeForm
from gui.services import Services

if TYPE_CHECKING:
    from engine.synthesis import Advice

_NAME = "condense.advice"


class Advising(QObject):
    """Between the button of the adviser, the engine and the form.

    While a job runs, or once the pictures are others, there is no advice.
    """

    def __init__(
        self, services: Services, form: RecipeForm, estimator: Estimator, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services, self._form, self._estimator = services, form, estimator
        form.advice.asked.connect(self.ask)
        services.jobs.started.connect(self._job_started)
        services.jobs.ended.connect(lambda *_: form.advice.set_busy(False))
        services.workspace.images_changed.connect(self.forget)

    def ask(self) -> None:
        """Work out a recipe for the pictures and this computer."""
        images = self._services.workspace.image_set
        if images is None or self._services.jobs.busy:
            return

        def work(token: StopToken) -> Advice:
            from engine.synthesis import advise

            token.raise_if_stopped()
            return advise(images)

        self._estimator.pause()
        self._form.advice.wait()
        self._services.background.run(_NAME, work, self._answer, self._failed)

    def forget(self) -> None:
        """What is being worked out, or was said, is out of date."""
        self._services.background.forget(_NAME)
        self._form.advice.show_reasons(())

    def _answer(self, advice: Advice) -> None:
        # It knows nothing of whose appearance is wanted.
        kept = self._form.appearance.values()
        self._form.set_recipe(advice.recipe.model_copy(update=kept))
        self._form.advice.show_reasons(advice.reasons)
        self._form.changed.emit()

    def _failed(self, error: UserError) -> None:
        self._form.advice.show_reasons(())
        self._estimator.ask()  # it may have been stopped for this
        self._services.navigator.tell_error(error)

    def _job_started(self, _job: Job) -> None:
        self.forget()
        self._form.advice.set_busy(True)
