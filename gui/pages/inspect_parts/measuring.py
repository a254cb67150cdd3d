"""Asks for a run's appearance beside the window, and keeps what was answered."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from engine.data import CondensedSet, ImageSet
from engine.data.appearance_report import AppearanceReport
from engine.data.recipe import Kind
from engine.inspection.comparing import Pixels
from engine.inspection.of_run import pair_of, run_appearance
from engine.project import Project, Run
from engine.runtime import StopToken, UserError
from engine.runtime.device import one_core
from gui.jobs import Background
from gui.pages.inspect_parts.look import Look, RunKey
from gui.workspace import Workspace

TASK = "inspect.appearance"


@dataclass(frozen=True)
class Measured:
    """A report with the pictures of its largest gap: what was aimed at, and a sample."""

    report: AppearanceReport
    pair: tuple[Pixels, Pixels] | None


class Measuring(QObject):
    """The appearance of the run looked at; :attr:`changed` tells that there is something new."""

    changed = Signal()

    def __init__(
        self, workspace: Workspace, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._background = workspace, background
        self._known: dict[tuple[RunKey, Kind | None], Measured] = {}
        self._key: RunKey | None = None
        self._look: Look | None = None
        self.kind: Kind | None = None
        self.failure: UserError | None = None

    @property
    def measured(self) -> Measured | None:
        """What is known of the run as measured now."""
        return None if self._key is None else self._known.get((self._key, self.kind))

    def look_at(self, key: RunKey | None, look: Look | None) -> None:
        """Another run, or none yet."""
        self._background.forget(TASK)
        if key != self._key:
            self.kind = None
        self._key, self._look, self.failure = key, look, None
        self.changed.emit()

    def forget(self) -> None:
        """Other pictures: nothing holds any more."""
        self._known.clear()
        self.look_at(None, None)

    def choose_kind(self, kind: Kind | None) -> None:
        """Measure as another kind of pictures; None: as recognised."""
        if kind != self.kind:
            self._background.forget(TASK)
            self.kind, self.failure = kind, None
            self.changed.emit()
            self.ask()

    def ask(self) -> None:
        """Measure what is not known yet, where it can be measured."""
        key, look, images, kind = self._key, self._look, self._workspace.image_set, self.kind
        project, run = self._workspace.project, self._workspace.run
        if key is None or look is None or look.refusal or images is None or self.measured:
            return
        if project is None or run is None or run.id != key.run or self.failure:
            return

        def work(token: StopToken) -> Measured:
            with one_core():
                return _measure(project, run, images, look.condensed, kind, token)

        def done(found: Measured) -> None:
            self._known[key, kind] = found
            self.changed.emit()

        self._background.run(TASK, work, done, self._failed)

    def _failed(self, error: UserError) -> None:
        self.failure = error
        self.changed.emit()


def _measure(
    project: Project,
    run: Run,
    images: ImageSet,
    condensed: CondensedSet,
    kind: Kind | None,
    token: StopToken,
) -> Measured:
    report = run_appearance(project, run, images, condensed, kind=kind, token=token)
    return Measured(report, pair_of(report, project, run, images, condensed))
