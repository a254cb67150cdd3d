"""Time of a trial where none was made yet, measured beside the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from engine.data import ImageSet
from engine.runtime import StopToken, UserError
from engine.trial import TrialRecipe
from gui.jobs import Background
from gui.pages.trial_parts.plan import Plan

_NAME = "trial.estimate"
_DEBOUNCE_MS = 500


class TrialEstimator(QObject):
    """Trains some steps of what a trial would train; :attr:`changed` tells of an answer."""

    changed = Signal()

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._wanted: tuple[TrialRecipe, Plan, ImageSet] | None = None
        self._known: tuple[TrialRecipe, Plan] | None = None
        self._seconds: float | None = None
        self._timer = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._timer.timeout.connect(self._ask)

    def seconds(self, recipe: TrialRecipe, plan: Plan, images: ImageSet) -> float | None:
        """Of this trial, if that is known; else it is asked for."""
        if self._known == (recipe, plan):
            return self._seconds
        if self._wanted is None or self._wanted[:2] != (recipe, plan):
            self._wanted = recipe, plan, images
            self._timer.start()
        return None

    def forget(self) -> None:
        """Ask no more for now: a job would falsify the measurement, and be slowed by it."""
        self._timer.stop()
        self._background.forget(_NAME)
        self._wanted = None

    def _ask(self) -> None:
        if self._wanted is None:
            return
        recipe, plan, images = self._wanted

        def work(_token: StopToken) -> float | None:
            # Here, not above: the import alone would hold the window for seconds.
            from engine.trial.expected import first_estimate

            _, size, _, channels = images.shape
            try:
                return first_estimate(
                    recipe,
                    plan.sizes,
                    shape=(channels, size),
                    classes=len(images.class_names),
                    tests=plan.test_images,
                )
            except UserError:  # the trial itself says what is wrong
                return None

        def done(seconds: float | None) -> None:
            self._known, self._seconds = (recipe, plan), seconds
            self.changed.emit()

        self._background.run(_NAME, work, done)
