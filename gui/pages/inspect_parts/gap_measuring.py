"""Asks for the gaps of the classes beside the window, and keeps what was answered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from engine.data import ImageSet
from engine.inspection import ClassGap, class_gaps
from engine.runtime import StopToken
from engine.runtime.device import one_core
from gui.jobs import Background
from gui.pages.inspect_parts.look import Look, RunKey

TASK = "inspect.gaps"


class GapMeasuring(QObject):
    """The gaps of every run that was looked at; :attr:`changed` tells that there are new ones."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._known: dict[RunKey, Sequence[ClassGap]] = {}

    def of(self, key: RunKey | None) -> Sequence[ClassGap]:
        """What is known of a run's classes; empty as long as nothing is."""
        return self._known.get(key, ()) if key is not None else ()

    def forget(self) -> None:
        """Other pictures: nothing holds any more."""
        self._known.clear()

    def ask(self, key: RunKey | None, look: Look | None, images: ImageSet | None) -> None:
        """Measure what is not known yet, where it can be measured."""
        if look is None or images is None or key is None or look.refusal or self.of(key):
            return

        def work(token: StopToken) -> Sequence[ClassGap]:
            with one_core():
                return class_gaps(images, look.condensed, token=token)

        def done(gaps: Sequence[ClassGap]) -> None:
            self._known[key] = gaps
            self.changed.emit()

        self._background.run(TASK, work, done, self.failed.emit)
