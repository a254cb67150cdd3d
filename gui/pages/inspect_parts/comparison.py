"""Views of the run looked at beside its samples, and what measures for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.language import Translated, say
from gui.pages.inspect_parts.appearance_view import AppearanceView
from gui.pages.inspect_parts.gaps_view import GapsView
from gui.pages.inspect_parts.issue_finding import IssueFinding
from gui.pages.inspect_parts.issues_view import IssuesView
from gui.pages.inspect_parts.known_points import KnownPoints
from gui.pages.inspect_parts.look import ClassLine, Look, RunKey
from gui.pages.inspect_parts.map_view import MapView
from gui.pages.inspect_parts.measuring import Measuring
from gui.pages.inspect_parts.runs_view import RunsView
from gui.pages.inspect_parts.surveying import Surveying
from gui.services import Services
from gui.widgets.segments import Segments

ViewName = Literal["samples", "map", "issues", "appearance", "gaps", "runs"]
VIEWS: tuple[ViewName, ...] = ("samples", "map", "issues", "appearance", "gaps", "runs")
_SEGMENT_WIDTH = 100


class Comparison(Translated, QStackedWidget):
    """The samples, their map, issues, appearance or gaps; :attr:`switch` chooses.

    Signals
    -------
    class_chosen(object)
        A label, or None for all classes.
    sample_asked(int)
        A sample to look at.
    selected(object, object)
        Samples and rows of the image set to show in the gallery.
    """

    class_chosen = Signal(object)
    sample_asked = Signal(int)
    selected = Signal(object, object)

    def __init__(self, services: Services, samples: QWidget) -> None:
        super().__init__()
        self._refusal, self._gap_state = "", ""
        self._lines: Sequence[ClassLine] = ()
        self.measuring = Measuring(services.workspace, services.background, self)
        self.appearance, self.gaps = AppearanceView(), GapsView()
        shared = (services.workspace, services.background, KnownPoints(), self)
        self.surveying, self.finding = Surveying(*shared), IssueFinding(*shared)
        self.map, self.issues = MapView(self.surveying), IssuesView(self.finding)
        self.runs = RunsView(services)
        self.samples = samples
        for view in (samples, self.map, self.issues, self.appearance, self.gaps, self.runs):
            self.addWidget(view)
        self.switch = Segments(VIEWS)
        for one in self.switch.buttons.values():
            one.setMinimumWidth(_SEGMENT_WIDTH)
        self.switch.chosen.connect(self.show_view)
        self.measuring.changed.connect(self._draw)
        self.appearance.kind_chosen.connect(self.measuring.choose_kind)
        self.gaps.chosen.connect(self.class_chosen)
        self.gaps.pair.asked.connect(self.sample_asked)
        for finder in (self.map, self.issues):
            finder.sample_asked.connect(self.sample_asked)
            finder.selected.connect(self.selected)
        self.map.class_chosen.connect(self.class_chosen)
        self.runs.sample_asked.connect(self.sample_asked)
        self.switch.show_choice("samples")
        self.bind(self._say)

    @property
    def view(self) -> ViewName:
        """Which one is shown."""
        return VIEWS[self.currentIndex()]

    def show_view(self, name: ViewName) -> None:
        """Show one, and measure what it needs."""
        self.switch.show_choice(name)
        self.setCurrentIndex(VIEWS.index(name))
        self.ask()

    def look_at(self, key: RunKey | None, look: Look | None) -> None:
        """Another run."""
        for one in (self.measuring, self.surveying, self.finding):
            one.look_at(key, look)
        self.ask()

    def forget(self) -> None:
        """Other pictures: nothing that was measured holds any more."""
        for one in (self.measuring, self.surveying, self.finding):
            one.forget()

    def ask(self) -> None:
        """Measure where somebody looks at it."""
        if self.view == "map":
            self.surveying.ask()
        elif self.view == "issues":
            self.finding.ask()
        elif self.view in ("appearance", "gaps"):
            self.measuring.ask()
        self._draw()

    def show_lines(self, lines: Sequence[ClassLine]) -> None:
        """Classes with their gaps, or without as long as they are not known."""
        self._lines = lines
        self._draw()

    def show_state(self, refusal: str, gap_state: str) -> None:
        """Why nothing can be compared; empty if it can. And what is known of the gaps."""
        if (refusal, gap_state) != (self._refusal, self._gap_state):
            self._refusal, self._gap_state = refusal, gap_state
            self._draw()

    def choose(self, label: int | None) -> None:
        """A class was chosen elsewhere."""
        self.gaps.choose(label)
        self.map.choose(label)
        self.runs.choose(label)

    def _draw(self) -> None:
        """Draw what is seen: with every verdict there are new lines."""
        if self.view == "samples":
            return
        self.map.show_state(self._refusal)
        self.issues.show_state(self._refusal)
        if self.view == "map":
            self.map.draw()
            return
        if self.view == "issues":
            self.issues.draw()
            return
        found, kind = self.measuring.measured, self.measuring.kind
        failure = self.measuring.failure
        state = self._refusal or self.tr("Measuring how the samples and the real pictures look…")
        if failure is not None:
            state = say(failure.key, **failure.params)
        report = None if found is None else found.report
        self.appearance.show_report(report, kind)
        self.appearance.show_state(state, measurable=not self._refusal)
        self.gaps.show_lines(self._lines, self._gap_state)
        self.gaps.pair.show_gap(report, None if found is None else found.pair)

    def _say(self) -> None:
        self.switch.set_texts("samples", self.tr("Samples"), self.tr("Look at each and judge it"))
        self.switch.set_texts(
            "map",
            self.tr("Map"),
            self.tr("Real pictures and samples on a plane, and what the samples leave out"),
        )
        self.switch.set_texts(
            "issues",
            self.tr("Issues"),
            self.tr("Copies, twins, wrong classes, odd pixels: found by itself, with evidence"),
        )
        self.switch.set_texts(
            "appearance",
            self.tr("Appearance"),
            self.tr("Lines, noise, paper or light: synthetic samples beside real pictures"),
        )
        self.switch.set_texts(
            "gaps", self.tr("Gaps"), self.tr("Which classes are furthest from the real samples")
        )
        self.switch.set_texts(
            "runs",
            self.tr("Two runs"),
            self.tr("Compare runs: recipes, gaps, trials and samples of two runs side by side"),
        )
        self.switch.setAccessibleName(self.tr("What to look at"))
        self._draw()
