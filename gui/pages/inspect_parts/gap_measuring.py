"""Asks for the gaps of the classes beside the window, and keeps what was answered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from engine.inspection import ClassGap
from engine.inspection.of_run_gaps import RunGaps, run_gaps
from engine.runtime import StopToken
from engine.runtime.device import one_core
from gui.jobs import Background
from gui.language import current
from gui.pages.inspect_parts.look import Look, RunKey
from gui.workspace import Workspace

TASK = "inspect.gaps"


class GapMeasuring(QObject):
    """The gaps of every run that was looked at; :attr:`changed` tells that there are new ones."""

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, workspace: Workspace, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._background = workspace, background
        self._known: dict[RunKey, RunGaps] = {}

    def of(self, key: RunKey | None) -> Sequence[ClassGap]:
        """What is known of a run's classes; empty as long as nothing is."""
        found = None if key is None else self._known.get(key)
        return () if found is None else found.classes

    def note(self, key: RunKey | None) -> str:
        """What the gaps of a run are measured from, where that is not the pictures as they are."""
        found = None if key is None else self._known.get(key)
        return "" if found is None else found.note(current())

    def forget(self) -> None:
        """Other pictures: nothing holds any more."""
        self._known.clear()

    def ask(self, key: RunKey | None, look: Look | None) -> None:
        """Measure what is not known yet, where it can be measured."""
        project, run, images = (
            self._workspace.project,
            self._workspace.run,
            self._workspace.image_set,
        )
        if look is None or images is None or key is None or look.refusal or self.of(key):
            return
        if project is None or run is None or run.id != key.run:
            return

        def work(token: StopToken) -> RunGaps:
            with one_core():
                return run_gaps(project, run, images, look.condensed, token=token)

        def done(gaps: RunGaps) -> None:
            self._known[key] = gaps
            self.changed.emit()

        self._background.run(TASK, work, done, self.failed.emit)
