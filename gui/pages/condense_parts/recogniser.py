"""Whether the pictures are drawings or photos, looked at beside the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from engine.data import ImageSet
from engine.data.recipe import Kind
from engine.runtime import StopToken
from gui.jobs import Background

_NAME = "condense.kind"


class Recogniser(QObject):
    """Answers in :attr:`kind`; None while unknown."""

    changed = Signal()

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kind: Kind | None = None
        self._background = background

    def ask(self, images: ImageSet | None) -> None:
        """Look at the training pictures, unless it was done or is being done."""
        if images is None or self.kind is not None or not len(images.indices("train")):
            return

        def work(token: StopToken) -> Kind:
            # Here, not above: what it needs takes a while to import.
            from engine.inspection.kind import kind_of_set

            token.raise_if_stopped()
            return kind_of_set(images)

        self._background.run(_NAME, work, self._answer)

    def forget(self) -> None:
        """Other pictures."""
        self._background.forget(_NAME)
        self._answer(None)

    def _answer(self, kind: Kind | None) -> None:
        self.kind = kind
        self.changed.emit()
