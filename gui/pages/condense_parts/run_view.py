"""A run seen: its curves, its figures and its samples by class; live or from disk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from engine.data.recipe import CondenseRecipe
from engine.data.steering_words import steering_words
from engine.inspection.telling import aimed_and_now
from engine.project import RunResult
from engine.runtime import Preview, Progress
from gui.language import TranslatedWidget, clock, current, number, percent, say
from gui.pages.condense_parts.curves import NAMES, Curves
from gui.pages.condense_parts.runs import RunLook
from gui.theme import GAP, PAD
from gui.widgets.chart import LineChart
from gui.widgets.elided import ElidedLabel
from gui.widgets.figure_tile import FigureTile
from gui.widgets.layout import Card, button, column, label, row
from gui.widgets.picture_table import PictureTable

_LEARNING = ("stage.bank", "stage.steps")
_SIDES = (24, 160)
_FIRST_SIDES = (32, 80)
_FEWEST_ROWS = 2
_CHART_HEIGHT, _SAMPLES_HEIGHT = 150, 110


class RunView(TranslatedWidget):
    """Shows one run; :attr:`inspect` asks to inspect it."""

    inspect = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.curves = Curves()
        self.progress: Progress | None = None
        self.look: RunLook | None = None
        self.state = "idle"
        self._recipe = CondenseRecipe()
        self._class_names: list[str] = []
        self._columns = 0
        self._appearance: Mapping[str, tuple[float, float]] = {}
        self.appearance = ElidedLabel("muted")
        self.headline = label("heading", wrap=True)
        self.sentence = label("muted", wrap=True)
        self.inspect_button = button("magnify-scan")
        self.inspect_button.clicked.connect(self.inspect)
        # The curves fall from the upper left: the upper right corner stays free.
        self.chart = LineChart(NAMES, legend_at=(-10, 10))
        self.chart.setMinimumHeight(_CHART_HEIGHT)
        self.no_chart = label("muted", wrap=True)
        self.no_chart.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.figures = {name: FigureTile() for name in NAMES}
        self.samples = PictureTable()
        # Their stretch shall decide how the height is shared, not what they would like.
        for part in (self.chart, self.samples):
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.samples.setMinimumHeight(_SAMPLES_HEIGHT)
        self.zoom = QSlider(Qt.Orientation.Horizontal)
        self.zoom.setRange(*_SIDES)
        self.zoom.setFixedWidth(140)
        self.zoom.valueChanged.connect(self.samples.set_side)
        self.zoom.setValue(_FIRST_SIDES[0])
        self._assemble()
        self.bind(self._texts)
        self.bind(self._draw)

    # --- what is shown ------------------------------------------------------------------------

    def begin(self, recipe: CondenseRecipe, class_names: Sequence[str], curves: Curves) -> None:
        """A run starts or goes on: show it live from now on."""
        self._recipe, self._class_names = recipe, list(class_names)
        self.curves, self.look, self.progress = curves, None, None
        self.state, self._appearance = "running", {}
        self._draw()
        self._draw_curves()

    def show_state(self, state: str) -> None:
        """The job's state: running, paused, stopping, cancelling."""
        self.state = state
        self._draw()

    def show_progress(self, progress: Progress) -> None:
        """A step further."""
        self.progress = progress
        if progress.stage in _LEARNING and self.curves.add(progress.done, progress.values):
            self._draw_curves()
        self._draw()

    def show_preview(self, preview: Preview) -> None:
        """The samples as they are now, and how they look beside what is aimed at."""
        if preview.appearance:  # not measured for each
            self._appearance = preview.appearance
            self._say_appearance()
        self.samples.samples.show_samples(preview.images, preview.labels, self._class_names)
        self._fit_pictures()

    def show_look(self, look: RunLook) -> None:
        """A run that is not in progress."""
        self.look, self.state, self.progress, self._appearance = look, "idle", None, {}
        self._recipe = look.row.recipe
        self.curves = Curves(look.history)
        self._show_kept(look)
        self._draw()
        self._draw_curves()

    def _show_kept(self, look: RunLook) -> None:
        found = look.condensed
        if found is None:
            nothing = np.empty((0, 1, 1, 1), np.uint8), np.empty(0, np.int64)
            self.samples.samples.show_samples(*nothing, [])
            return
        self.samples.samples.show_samples(found.images, found.labels, found.class_names)
        self._fit_pictures()

    def _fit_pictures(self) -> None:
        """Choose a size at which a row fits, unless as many columns were shown before."""
        columns = self.samples.samples.columnCount()
        if columns not in (0, self._columns):
            self._columns = columns
            # The width is known only when the view has been laid out.
            QTimer.singleShot(0, self, self._fit_columns)

    def _fit_columns(self) -> None:
        width = (
            self.samples.viewport().width() - self.samples.verticalScrollBar().sizeHint().width()
        )
        wide = width // max(1, self._columns) - self.samples.margins
        high = self.samples.viewport().height() // _FEWEST_ROWS - self.samples.margins
        side = min(wide, high)
        self.zoom.setValue(min(max(side, _FIRST_SIDES[0]), _FIRST_SIDES[1]))

    # --- building -----------------------------------------------------------------------------

    def _assemble(self) -> None:
        head = row(column(self.headline, self.sentence, spacing=2), self.inspect_button)
        head.setStretch(0, 1)
        head.setAlignment(self.inspect_button, Qt.AlignmentFlag.AlignTop)
        tiles = column(*self.figures.values(), None, spacing=GAP)
        upper = row(self.chart, self.no_chart, tiles, spacing=PAD)
        upper.setStretch(0, 1)
        upper.setStretch(1, 1)
        self._samples_title, self._zoom_title = label("heading"), label("muted")
        self._zoom_title.setBuddy(self.zoom)
        bar = row(self._samples_title, None, self._zoom_title, self.zoom)
        card = Card()
        card.body.addLayout(head)
        card.body.addLayout(upper, 1)
        card.body.addWidget(self.appearance)
        card.body.addLayout(bar)
        card.body.addWidget(self.samples, 1)
        self.setLayout(column(card))

    def names(self) -> dict[str, str]:
        """What the three curves are called."""
        return {
            "content": self.tr("Content"),
            "style": self.tr("Style"),
            "diversity": self.tr("Diversity"),
        }

    def _meanings(self) -> dict[str, str]:
        """What the three figures measure, and on which scale."""
        return {
            "content": self.tr(
                "How far the shapes are from the real ones. 0: matched, 1: as far as a class lies "
                "from the centre of all classes."
            ),
            "style": self.tr(
                "How far the look is from the real one. 0: matched, 1: as far as nothing at all."
            ),
            "diversity": self.tr(
                "How widely the synthetic samples are spread, in % of the real samples' spread."
            ),
        }

    def _texts(self) -> None:
        names = self.names()
        self.chart.set_texts(bottom=self.tr("Step"), left=self.tr("Gap, % of start"), names=names)
        self.chart.setAccessibleName(
            self.tr("Gaps of content, style and diversity by step, in % of the start")
        )
        self.chart.describe()
        for name, figure in self.figures.items():
            figure.name.setText(names[name])
            figure.setToolTip(self._meanings()[name])
        self.no_chart.setText(self.tr("No curve: this run took no step of condensing."))
        self._samples_title.setText(self.tr("Synthetic samples by class"))
        self.samples.setAccessibleName(self.tr("Synthetic samples by class"))
        self.samples.setAccessibleDescription(self.tr("A row a class."))
        self._zoom_title.setText(self.tr("Picture size"))
        self.zoom.setAccessibleName(self.tr("Picture size"))
        self.zoom.setToolTip(self.tr("How large samples are shown; what is stored stays as it is."))
        self.inspect_button.setText(self.tr("Inspect…"))
        self.inspect_button.setToolTip(
            self.tr("Compare each synthetic sample with the nearest real ones and judge it.")
        )

    # --- drawing ------------------------------------------------------------------------------

    def _draw(self) -> None:
        live = self.look is None
        self.headline.setText(self._live_headline() if live else self._kept_headline())
        self.sentence.setText(self._live_sentence() if live else self._kept_sentence())
        self.sentence.setVisible(bool(self.sentence.text()))
        self.inspect_button.setVisible(self.look is not None and self.look.row.has_set)
        self._say_appearance()
        # A run that was only mended took no steps: an empty chart would look like a fault.
        steps = live or bool(self.curves.steps)
        self.chart.setVisible(steps)
        self.no_chart.setVisible(not steps)
        if self.look is not None and self.look.row.result is not None:
            self._draw_result(self.look.row.result, self.look.grades)
        else:
            self._draw_live_figures()

    def _say_appearance(self) -> None:
        self.appearance.show_text(aimed_and_now(self._appearance, current()))
        self.appearance.setVisible(bool(self._appearance))

    def _draw_curves(self) -> None:
        curves = self.curves
        for name in NAMES:
            shown = self._weight(name) > 0
            self.chart.set_line(
                name, curves.steps if shown else [], curves.lines[name] if shown else []
            )
        last = max(curves.steps[-1] if curves.steps else 0, 1)
        if self.progress is not None and self._recipe.minutes is None:
            last = max(last, self.progress.total)
        self.chart.setXRange(0, last, padding=0.02)
        self.chart.setYRange(0, curves.top, padding=0)

    def _weight(self, name: str) -> float:
        return float(getattr(self._recipe, name))

    def _draw_live_figures(self) -> None:
        for name, figure in self.figures.items():
            value = self.curves.last(name)
            if self._weight(name) == 0:
                figure.show_figure("–", self.tr("not looked at: weight 0"))
            elif value is None:
                figure.show_figure("–", "")
            else:
                figure.show_figure(f"{number(value)} %", self.tr("of its start"))

    def _draw_result(self, result: RunResult, grades: dict[str, str]) -> None:
        words = self._grade_words()
        gaps = {"content": result.content_gap, "style": result.style_gap}
        for name, figure in self.figures.items():
            value = number(gaps[name], 2) if name in gaps else percent(result.diversity, 0)
            figure.show_figure(value, words[grades[name]])

    def _grade_words(self) -> dict[str, str]:
        return {
            "matched": self.tr("gap: matched"),
            "close": self.tr("gap: close"),
            "apart": self.tr("gap: differs visibly"),
            "far": self.tr("gap: far off"),
            "varied": self.tr("of the real spread: as varied"),
            "narrower": self.tr("of the real spread: somewhat less varied"),
            "narrow": self.tr("of the real spread: much less varied"),
            "wider": self.tr("of the real spread: more varied"),
        }

    # --- sentences ----------------------------------------------------------------------------

    def _live_headline(self) -> str:
        return {
            "idle": "",
            "running": self.tr("Condensing"),
            "paused": self.tr("Paused"),
            "stopping": self.tr("Stopping; what was reached is being kept…"),
            "cancelling": self.tr("Cancelling; nothing will be kept…"),
        }[self.state]

    def _live_sentence(self) -> str:
        found = self.progress
        if found is None or found.stage == "stage.prepare":
            return self.tr(
                "Getting ready: reading the pictures and preparing the computation. "
                "The first steps follow within a minute."
            )
        parts = [say(found.stage)]
        if found.stage in _LEARNING:
            step = self.tr("Step {step} of {steps}")
            told = step.format(step=number(found.done), steps=number(found.total))
            parts = [*parts, told] if found.stage == "stage.bank" else [told]
        elif found.stage != "stage.pool":
            return parts[0]
        if self.state == "paused":
            parts.append(self.tr("resume in the line at the bottom of the window"))
        elif self.state == "running":
            if found.rate is not None:
                rate = number(found.rate, 1 if found.rate < 10 else 0)
                parts.append(self.tr("{rate} steps/s").format(rate=rate))
            if found.seconds_left is not None:
                parts.append(say("time.left", time=clock(found.seconds_left)))
        return " · ".join(parts)

    def _kept_headline(self) -> str:
        assert self.look is not None
        one = self.look.row
        headlines = {
            "done": self.tr("Finished: {samples} synthetic samples in {time}"),
            "stopped": self.tr("Stopped at step {step}; what was reached is kept"),
            "interrupted": self.tr("Interrupted at step {step}"),
            "failed": self.tr("Failed at step {step}"),
            "elsewhere": self.tr("In progress in another window or command"),
            "running": self.tr("Condensing"),
            "empty": self.tr("Ended before the first step"),
        }
        result = one.result
        return headlines[one.state].format(
            step=number(one.step),
            samples=number(result.decoded) if result else "",
            time=clock(result.seconds) if result else "",
        )

    def _kept_sentence(self) -> str:
        assert self.look is not None
        one = self.look.row
        if one.resumable:
            return self.tr("The checkpoint is safe: the run can be resumed.")
        if one.state in ("failed", "empty"):
            return self.tr("Nothing was learned yet. Change the recipe and start a new run.")
        if one.state == "done" and one.result is not None:
            told = self.tr("{steps} steps on {device}, seed {seed}").format(
                steps=number(one.result.steps),
                device=one.result.device.upper(),
                seed=one.recipe.seed,
            )
            return f"{told} · {steering_words(one.recipe, one.titles, current())}"
        return ""
