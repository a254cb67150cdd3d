"""Two runs side by side: what differs, the gaps by class, and their samples in step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QSplitter, QStackedWidget, QWidget

from engine.inspection.run_conclusion import conclusion
from engine.inspection.run_rows import comparison_rows
from engine.project import Run
from engine.runtime import UserError
from gui.language import TranslatedWidget, current, say
from gui.pages.inspect_parts.runs_galleries import RunsGalleries
from gui.pages.inspect_parts.runs_gaps import RunsGaps
from gui.pages.inspect_parts.runs_measuring import RunsMeasuring
from gui.pages.inspect_parts.runs_table import RunsTable
from gui.pages.trial_parts.words import run_text
from gui.services import Services
from gui.theme import GAP, PAD, TIGHT
from gui.widgets.layout import Card, EmptyState, column, flowing, holder, label, row
from gui.widgets.segments import Segments

Part = Literal["table", "gaps"]
_PARTS: tuple[Part, ...] = ("table", "gaps")
# Below this width the table and the chart take turns.
_BOTH = 1040
_SHARES = (320, 320)


class RunsView(TranslatedWidget):
    """Compares the run of the page (A) with another one (B); reads only while it is seen.

    Signals
    -------
    sample_asked(int)
        A sample of run A to look at closely.
    """

    sample_asked = Signal(int)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._workspace = services, services.workspace
        self._runs: Sequence[Run] = ()
        self._label: int | None = None
        self.measuring = RunsMeasuring(services.workspace, services.background, self)
        self.empty = EmptyState("compare", lambda: services.navigator.go.emit("condense"))
        self.other = QComboBox()
        self.other.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.other.activated.connect(lambda _at: self._compare())
        self.conclusion = flowing(label(wrap=True, selectable=True))
        self.state = flowing(label("muted", wrap=True))
        self._mine, self._mine_title, self._other_title = label(), label("muted"), label("muted")
        self._other_title.setBuddy(self.other)
        self.table, self.gaps, self.galleries = RunsTable(), RunsGaps(), RunsGalleries()
        self.parts = Segments(_PARTS)
        self.parts.show_choice("table")
        self.stack = QStackedWidget()
        self._assemble()
        self._connect()
        self.bind(self._say)

    def _assemble(self) -> None:
        card = Card()
        names = row(self._mine_title, self._mine, PAD, self._other_title, self.other, self.parts)
        names.setStretch(4, 1)
        card.body.addLayout(names)
        card.body.addWidget(self.conclusion)
        card.body.addWidget(self.state)
        card.body.setSpacing(TIGHT + 2)
        upper = row(self.table, self.gaps, spacing=PAD)
        upper.setStretch(0, 3)
        upper.setStretch(1, 2)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.addWidget(holder(upper))
        self._splitter.addWidget(self.galleries)
        self._splitter.setSizes(list(_SHARES))
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(PAD)
        body = column(card, self._splitter, spacing=GAP)
        body.setStretch(1, 1)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(holder(body))
        self.setLayout(column(self.stack))

    def _connect(self) -> None:
        self.measuring.changed.connect(self._draw)
        self.galleries.asked.connect(self.sample_asked)
        self.parts.chosen.connect(self._show_part)
        self._workspace.images_changed.connect(self.measuring.forget)
        self._workspace.project_changed.connect(self.measuring.forget)
        for told in (self._workspace.runs_changed, self._workspace.run_changed):
            told.connect(lambda: self.refresh() if self.isVisible() else None)

    # --- which runs -----------------------------------------------------------------------------

    def refresh(self) -> None:
        """List the runs again and compare."""
        mine = self._workspace.run
        runs = [one for one in self._workspace.runs() if one.condensed_path.is_file()]
        ready = mine is not None and any(one.id == mine.id for one in runs)
        others = [one for one in runs if mine is not None and one.id != mine.id] if ready else []
        chosen = self.other.currentData()
        if [one.id for one in others] != [
            self.other.itemData(n) for n in range(self.other.count())
        ]:
            self.other.clear()
            for one in others:
                self.other.addItem("", one.id)
            self.other.setCurrentIndex(max(0, self.other.findData(chosen)))
        self._runs = others
        self._name_runs()
        self._compare()

    def choose(self, label_: int | None) -> None:
        """A class was chosen in the list: it holds for both runs."""
        self._label = label_
        self._choose()

    def hide_verdicts(self, *, hidden: bool) -> None:
        """In a second look: what was said before would tell."""
        self.galleries.hide_verdicts(hidden=hidden)

    def _choose(self) -> None:
        found = self.measuring.comparison
        names = [] if found is None else found.first.condensed.class_names
        known = self._label is not None and self._label < len(names)
        name = names[self._label] if known and self._label is not None else None
        self.gaps.choose_class(name)
        self.galleries.choose_class(name)

    def _compare(self) -> None:
        mine = self._workspace.run
        other = next((one for one in self._runs if one.id == self.other.currentData()), None)
        self.stack.setCurrentIndex(0 if other is None else 1)
        if mine is None or other is None:
            self.measuring.leave()
        else:
            self.measuring.look_at(mine, other)

    # --- what is shown --------------------------------------------------------------------------

    def _draw(self) -> None:
        found = self.measuring.comparison
        self.table.show_rows([] if found is None else comparison_rows(found, current()))
        self.gaps.show_comparison(found)
        sides = (None, None) if found is None else (found.first, found.second)
        self.galleries.show_sides(*sides)
        self._choose()
        measured = found is not None and not self.measuring.doing
        self.conclusion.setText(conclusion(found, current()) if found and measured else "")
        self.conclusion.setVisible(measured)
        words = self._doing()
        self.state.setText(words)
        self.state.setVisible(bool(words))

    def _doing(self) -> str:
        failure = self.measuring.failure
        if failure is not None:
            return say(failure.key, **failure.params)
        return {
            "": "",
            "reading": self.tr("Reading both runs…"),
            "first": self.tr("Measuring how close run A is to the real samples (1 of 2)…"),
            "second": self.tr("Measuring how close run B is to the real samples (2 of 2)…"),
        }[self.measuring.doing]

    def _show_part(self, part: str) -> None:
        self.parts.show_choice(part)
        self._fit()

    def _fit(self) -> None:
        both = self.width() >= _BOTH
        self.parts.setVisible(not both)
        self.table.setVisible(both or self.parts.shown == "table")
        self.gaps.setVisible(both or self.parts.shown == "gaps")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Table and chart stand side by side where there is room."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Verdicts, trials and runs may have changed while it was not seen."""
        super().showEvent(event)
        self.refresh()

    # --- words ----------------------------------------------------------------------------------

    def _say(self) -> None:
        self.empty.sentence.setText(
            self.tr(
                "Only one run has a condensed set. Condense again with another recipe to compare."
            )
        )
        self.empty.button.setText(self.tr("Condense…"))
        self._mine_title.setText(say("compare.run_a"))
        self._other_title.setText(say("compare.run_b"))
        self.other.setAccessibleName(self.tr("Run to compare with"))
        self.parts.set_texts("table", self.tr("Table"), self.tr("How the runs differ, in numbers"))
        self.parts.set_texts("gaps", self.tr("Gaps"), self.tr("The gaps of both runs by class"))
        self.parts.setAccessibleName(self.tr("What to compare"))
        self._name_runs()
        self._draw()

    def _name_runs(self) -> None:
        mine = self._workspace.run
        self._mine.setText("" if mine is None else _text(mine))
        for place, one in enumerate(self._runs):
            self.other.setItemText(place, _text(one))


def _text(run: Run) -> str:
    try:
        return run_text(run)
    except UserError:  # of a recipe this version does not know
        return run.id
