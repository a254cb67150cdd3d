"""Reads two runs and measures them beside the window, and keeps what was measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QObject, Signal

from engine.data.appearance_report import AppearanceReport
from engine.inspection.comparing_runs import (
    RunComparison,
    RunSide,
    compare_sides,
    measure_side,
    read_side,
)
from engine.inspection.gaps import ClassGap
from engine.project import Project, Run
from engine.runtime import StopToken, UserError
from engine.runtime.device import one_core
from gui.jobs import Background
from gui.pages.inspect_parts.look import RunKey
from gui.workspace import Workspace

READ, MEASURE = "inspect.runs.read", "inspect.runs.measure"
Doing = Literal["", "reading", "first", "second"]


@dataclass(frozen=True)
class _Known:
    """What was measured of a condensed set."""

    gaps: Sequence[ClassGap]
    appearance: AppearanceReport | None


@dataclass(frozen=True, eq=False)
class _Read:
    """Both runs as they are stored, and what the project's reference sets are called."""

    first: RunSide
    second: RunSide
    titles: dict[str, str]


class RunsMeasuring(QObject):
    """Two runs side by side; :attr:`changed` tells that there is more to show."""

    changed = Signal()

    def __init__(
        self, workspace: Workspace, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._background = workspace, background
        self._known: dict[RunKey, _Known] = {}
        self._pair: tuple[RunKey, RunKey] | None = None
        self._read: _Read | None = None
        self.comparison: RunComparison | None = None
        self.failure: UserError | None = None
        self.doing: Doing = ""

    def look_at(self, first: Run, second: Run) -> None:
        """Compare two runs that have a condensed set; what was read before is read anew."""
        one, other = RunKey.of(first), RunKey.of(second)
        if one is None or other is None:  # removed meanwhile
            self.leave()
            return
        if (one, other) != self._pair:
            self.leave()
            self._pair, self.doing = (one, other), "reading"
        project, images = self._workspace.project, self._workspace.image_set

        def work(token: StopToken) -> _Read:
            titles = {} if project is None else project.reference_titles()
            token.raise_if_stopped()
            return _Read(read_side(first, images), read_side(second, images), titles)

        self._background.run(READ, work, self._was_read, self._failed)
        self.changed.emit()

    def leave(self) -> None:
        """Compare nothing."""
        for name in (READ, MEASURE):
            self._background.forget(name)
        self._pair, self._read, self.comparison = None, None, None
        self.failure, self.doing = None, ""
        self.changed.emit()

    def forget(self) -> None:
        """Other pictures: nothing holds any more."""
        self._known.clear()
        self.leave()

    def _was_read(self, found: _Read) -> None:
        self._read, self.failure = found, None
        self._compare()
        if self.doing in ("", "reading"):
            self._measure_next()
        self.changed.emit()

    def _compare(self) -> None:
        if self._read is not None and self._pair is not None:
            first, second = self._read.first, self._read.second
            self.comparison = compare_sides(
                self._with_known(first, self._pair[0]),
                self._with_known(second, self._pair[1]),
                self._read.titles,
            )

    def _with_known(self, side: RunSide, key: RunKey) -> RunSide:
        known = self._known.get(key)
        if known is None or side.refusal is not None:
            return side
        return replace(side, gaps=known.gaps, appearance=known.appearance)

    def _measure_next(self) -> None:
        """Measure a run that has not been measured; then, or if there is none, nothing is done."""
        self.doing = ""
        if self._read is None or self._pair is None or self.failure is not None:
            return
        if self._pair[0] not in self._known and self._read.first.refusal is None:
            self.doing = "first"
            self._measure(self._read.first, self._pair[0])
        elif self._pair[1] not in self._known and self._read.second.refusal is None:
            self.doing = "second"
            self._measure(self._read.second, self._pair[1])

    def _measure(self, side: RunSide, key: RunKey) -> None:
        project, images = self._workspace.project, self._workspace.image_set
        if project is None or images is None:
            self.doing = ""
            return
        opened: Project = project

        def work(token: StopToken) -> RunSide:
            with one_core():
                return measure_side(side, opened, images, token=token)

        def done(found: RunSide) -> None:
            self._known[key] = _Known(found.gaps, found.appearance)
            self._compare()
            self._measure_next()
            self.changed.emit()

        self._background.run(MEASURE, work, done, self._failed)

    def _failed(self, error: UserError) -> None:
        self.failure, self.doing = error, ""
        self.changed.emit()
