"""Asks for the map and the coverage of the run looked at, beside the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from engine.data import ImageSet
from engine.inspection.coverage import ClassCoverage, class_coverage
from engine.inspection.mapping import MapKind, PlaneMap, pca_map, tsne_map
from engine.inspection.points import Points
from engine.runtime import StopToken, UserError
from engine.runtime.device import one_core
from gui.jobs import Background
from gui.language import number, say
from gui.pages.inspect_parts.known_points import KnownPoints
from gui.pages.inspect_parts.look import Look, RunKey
from gui.workspace import Workspace

TASK, TSNE = "inspect.survey", "inspect.tsne"


@dataclass(frozen=True, eq=False)
class Survey:
    """What is known of a run: where everything stands, and what the samples cover."""

    points: Points
    pca: PlaneMap
    coverage: Sequence[ClassCoverage]
    tsne: PlaneMap | None = None

    def plane(self, kind: MapKind) -> PlaneMap | None:
        """A map; None where it was not made."""
        return self.pca if kind == "pca" else self.tsne


class Surveying(QObject):
    """The survey of the run looked at.

    Signals
    -------
    changed
        There is something new to show.
    progressed
        :attr:`state` says what is being done.
    """

    changed = Signal()
    progressed = Signal()
    _told = Signal(object, str, object)

    def __init__(
        self,
        workspace: Workspace,
        background: Background,
        known: KnownPoints,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._background, self._points = workspace, background, known
        self._known: dict[RunKey, Survey] = {}
        self._key: RunKey | None = None
        self._look: Look | None = None
        self._stage: tuple[str, Mapping[str, Any]] | None = None
        self.failure: UserError | None = None
        self._told.connect(self._hear)

    @property
    def survey(self) -> Survey | None:
        """What is known of the run."""
        return None if self._key is None else self._known.get(self._key)

    @property
    def look(self) -> Look | None:
        """The condensed set looked at."""
        return self._look

    @property
    def images(self) -> ImageSet | None:
        """The real pictures."""
        return self._workspace.image_set

    @property
    def state(self) -> str:
        """What is being done, or why it failed; empty if nothing is."""
        if self.failure is not None:
            return say(self.failure.key, **self.failure.params)
        return "" if self._stage is None else say(self._stage[0], **self._stage[1])

    def look_at(self, key: RunKey | None, look: Look | None) -> None:
        """Another run, or none yet."""
        for task in (TASK, TSNE):
            self._background.forget(task)
        self._key, self._look, self._stage, self.failure = key, look, None, None
        self.changed.emit()

    def forget(self) -> None:
        """Other pictures: nothing holds any more."""
        self._known.clear()
        self._points.forget()
        self.look_at(None, None)

    def ask(self) -> None:
        """Measure what is not known yet, where it can be measured."""
        key, look, images = self._key, self._look, self._workspace.image_set
        if key is None or look is None or look.refusal or images is None:
            return
        if self.survey is not None or self.failure is not None or self._stage is not None:
            return
        known, condensed = self._points, look.condensed

        def work(token: StopToken) -> Survey:
            with one_core():
                points = known.get(
                    images,
                    condensed,
                    token,
                    lambda done, total: self._tell(key, "coverage.stage_looking", done, total),
                )
                self._told.emit(key, "coverage.stage_coverage", {})
                plane = pca_map(points)
                return Survey(points, plane, class_coverage(points, plane, token=token))

        self._stage = ("coverage.stage_looking", {"done": number(0), "total": "…"})
        self.progressed.emit()
        self._background.run(TASK, work, lambda found: self._take(key, found), self._failed)

    def ask_tsne(self) -> None:
        """Make the t-SNE map of what is surveyed; some minutes for many pictures."""
        key, survey = self._key, self.survey
        if key is None or survey is None or survey.tsne is not None or self._stage is not None:
            return

        def work(token: StopToken) -> Survey:
            with one_core():
                made = tsne_map(
                    survey.points,
                    token=token,
                    on_progress=lambda done, total: self._tell(
                        key, "coverage.stage_tsne", min(done + 1, total), total
                    ),
                )
            return replace(survey, tsne=made)

        self._stage = ("coverage.stage_tsne", {"done": number(1), "total": "…"})
        self.progressed.emit()
        self._background.run(TSNE, work, lambda found: self._take(key, found), self._failed)

    def stop_tsne(self) -> None:
        """Nobody waits for it any more."""
        self._background.forget(TSNE)
        if self._stage is not None and self._stage[0] == "coverage.stage_tsne":
            self._stage = None
            self.progressed.emit()

    def _tell(self, key: RunKey, stage: str, done: int, total: int) -> None:
        """In the worker's thread."""
        self._told.emit(key, stage, {"done": done, "total": total})

    def _hear(self, key: RunKey, stage: str, params: Mapping[str, int]) -> None:
        if key == self._key and self._stage is not None:
            self._stage = (stage, {name: number(value) for name, value in params.items()})
            self.progressed.emit()

    def _take(self, key: RunKey, found: Survey) -> None:
        self._known[key], self._stage = found, None
        self.changed.emit()

    def _failed(self, error: UserError) -> None:
        self.failure, self._stage = error, None
        self.changed.emit()
