"""Time and memory a recipe will take, asked beside the window a moment after each change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from engine.data import ImageSet
from engine.data.recipe import CondenseRecipe
from engine.runtime import StopToken, UserError
from gui.jobs import Background

if TYPE_CHECKING:
    from engine.synthesis import Estimate

_NAME = "condense.estimate"
_DEBOUNCE_MS = 300
# Memory that was short may have been freed by closing another program.
_AGAIN_MS = 5000


class Estimator(QObject):
    """Answers in :attr:`estimate` or :attr:`error`; both are None while unknown."""

    changed = Signal()

    def __init__(
        self,
        background: Background,
        question: Callable[[], tuple[ImageSet, CondenseRecipe] | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.estimate: Estimate | None = None
        self.error: UserError | None = None
        self._background = background
        self._question = question
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)

    @property
    def fits(self) -> bool:
        """Whether the memory suffices, as far as is known."""
        found = self.estimate
        return found is None or found.memory_bytes <= found.available_bytes

    def ask(self) -> None:
        """The recipe has changed: estimate it soon."""
        self._timer.start(_DEBOUNCE_MS)

    def forget(self) -> None:
        """The answer, if one is awaited or known, is about something else."""
        self._timer.stop()
        self._background.forget(_NAME)
        self._answer(None, None)

    def pause(self) -> None:
        """Ask no more for now; a job needs the processor, and would falsify the measurement."""
        self._timer.stop()
        self._background.forget(_NAME)

    def _ask(self) -> None:
        question = self._question()
        if question is None:
            return
        image_set, recipe = question

        def work(token: StopToken) -> Estimate:
            # Here, not above: the import alone would hold the window for seconds.
            from engine.synthesis import estimate

            token.raise_if_stopped()
            return estimate(image_set, recipe)

        self._background.run(
            _NAME,
            work,
            lambda found: self._answer(found, None),
            lambda error: self._answer(None, error),
        )

    def _answer(self, found: Estimate | None, error: UserError | None) -> None:
        self.estimate, self.error = found, error
        if not self.fits:
            self._timer.start(_AGAIN_MS)
        self.changed.emit()
