"""Whether the pictures are drawings or photos, looked at beside the window."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, Signal

from engine.data import ImageSet
from engine.data.recipe import Kind
from engine.runtime import StopToken
from gui.jobs import Background

_NAME = "condense.kind"
_SAMPLE = 200


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
            return read_kind(images, token)

        self._background.run(_NAME, work, self._answer)

    def forget(self) -> None:
        """Other pictures."""
        self._background.forget(_NAME)
        self._answer(None)

    def _answer(self, kind: Kind | None) -> None:
        self.kind = kind
        self.changed.emit()


def read_kind(images: ImageSet, token: StopToken) -> Kind:
    """The kind that an even sample of the training pictures is of.

    Raises
    ------
    UserError
        ``file.not_ours``.
    Stopped
    """
    # Here, not above: what it needs takes a while to import.
    from engine.inspection.appearance import recognise_kind

    rows = images.indices("train")
    rows = rows[np.linspace(0, len(rows) - 1, min(_SAMPLE, len(rows))).astype(np.intp)]
    token.raise_if_stopped()
    return recognise_kind(images.read(rows))
