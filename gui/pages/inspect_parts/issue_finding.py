"""Asks for the issues of the run looked at, beside the window, and keeps what was answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Signal

from engine.data import CondensedSet, ImageSet
from engine.data.issue_report import Issue, IssueKind, IssueReport
from engine.inspection.of_run_issues import kept_issues, run_issues
from engine.runtime import StopToken, UserError
from engine.runtime.device import one_core
from gui.jobs import Background
from gui.language import say
from gui.pages.inspect_parts.known_points import KnownPoints
from gui.pages.inspect_parts.look import Look, RunKey
from gui.workspace import Workspace

TASK, KEPT = "inspect.issues", "inspect.issues_kept"
MOST_SHOWN = 100
MOST_PICTURES = 6

Pixels = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Found:
    """Issues with the real pictures that show them, by row, and the samples by number."""

    report: IssueReport
    real: Mapping[int, Pixels]
    by_sample: Mapping[int, tuple[IssueKind, ...]]

    @property
    def shown(self) -> list[Issue]:
        """Those with pictures, the serious ones first."""
        return self.report.issues[:MOST_SHOWN]


class IssueFinding(QObject):
    """The issues of the run looked at.

    What is kept beside a run is read at once, so that the gallery can tell; the rest is found
    when somebody looks at the issues.

    Signals
    -------
    changed
        There is something new to show.
    progressed
        :attr:`state` says what is being done.
    """

    changed = Signal()
    progressed = Signal()
    _told = Signal(object, str)

    def __init__(
        self,
        workspace: Workspace,
        background: Background,
        known: KnownPoints,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._background, self._points = workspace, background, known
        self._known: dict[RunKey, Found] = {}
        self._key: RunKey | None = None
        self._look: Look | None = None
        self._stage = ""
        self.failure: UserError | None = None
        self._told.connect(self._hear)

    @property
    def found(self) -> Found | None:
        """What is known of the run."""
        return None if self._key is None else self._known.get(self._key)

    @property
    def look(self) -> Look | None:
        """The condensed set looked at."""
        return self._look

    @property
    def state(self) -> str:
        """What is being done, or why it failed; empty if nothing is."""
        if self.failure is not None:
            return say(self.failure.key, **self.failure.params)
        return say(self._stage) if self._stage else ""

    def of_sample(self, sample: int) -> tuple[IssueKind, ...]:
        """What is wrong with a sample, as far as is known."""
        found = self.found
        return () if found is None else found.by_sample.get(sample, ())

    def look_at(self, key: RunKey | None, look: Look | None) -> None:
        """Another run, or none yet."""
        for task in (TASK, KEPT):
            self._background.forget(task)
        self._key, self._look, self._stage, self.failure = key, look, "", None
        self.changed.emit()
        images, run = self._workspace.image_set, self._workspace.run
        if key is None or look is None or look.refusal or images is None or self.found:
            return
        if run is None or run.id != key.run:
            return
        condensed = look.condensed

        def work(_token: StopToken) -> Found | None:
            kept = kept_issues(run, images, condensed)
            return None if kept is None else _with_pictures(kept, images, condensed)

        def done(found: Found | None) -> None:
            if found is not None:
                self._take(key, found)

        # A kept file that cannot be shown is as good as none: it is found anew when asked for.
        self._background.run(KEPT, work, done, lambda _error: None)

    def forget(self) -> None:
        """Other pictures: nothing holds any more."""
        self._known.clear()
        self.look_at(None, None)

    def ask(self) -> None:
        """Find what is not known yet, where anything can be compared."""
        key, look, images = self._key, self._look, self._workspace.image_set
        project, run = self._workspace.project, self._workspace.run
        if key is None or look is None or look.refusal or images is None or self.found:
            return
        if project is None or run is None or run.id != key.run or self.failure or self._stage:
            return
        known, condensed = self._points, look.condensed

        def work(token: StopToken) -> Found:
            def tell(stage: str) -> None:
                self._told.emit(key, stage)

            with one_core():
                report = kept_issues(run, images, condensed)
                if report is None:
                    points = known.get(images, condensed, token)
                    report = run_issues(
                        project,
                        run,
                        images,
                        condensed,
                        points=points,
                        token=token,
                        on_stage=tell,
                    )
                return _with_pictures(report, images, condensed)

        self._stage = "issue.stage_looking"
        self.progressed.emit()
        self._background.run(TASK, work, lambda found: self._take(key, found), self._failed)

    def _hear(self, key: RunKey, stage: str) -> None:
        if key == self._key and self._stage:
            self._stage = stage
            self.progressed.emit()

    def _take(self, key: RunKey, found: Found) -> None:
        self._known[key], self._stage = found, ""
        self.changed.emit()

    def _failed(self, error: UserError) -> None:
        self.failure, self._stage = error, ""
        self.changed.emit()


def _with_pictures(report: IssueReport, images: ImageSet, condensed: CondensedSet) -> Found:
    """Read what shows the issues; a kept report may come from anywhere and name anything."""
    samples = range(len(condensed.images))
    by_sample = {
        sample: kinds for sample, kinds in report.of_samples().items() if sample in samples
    }
    wanted = {row for one in report.issues[:MOST_SHOWN] for row in one.real_rows[:MOST_PICTURES]}
    rows = sorted(row for row in wanted if row < len(images))
    return Found(report, dict(zip(rows, images.read(rows), strict=True)), by_sample)
