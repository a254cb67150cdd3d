"""The project's runs: a table, and what can be done with the one chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from engine.data.steering_words import steering_words
from gui.icons import icon
from gui.language import TranslatedWidget, current, date_time, number, percent, say
from gui.pages.condense_parts.runs import RunRow
from gui.pages.trial_parts.words import mended_text
from gui.theme import GAP, PAD, colours
from gui.widgets.layout import Card, button, column, explain, label, row
from gui.widgets.run_table import RunLine, RunTable

_ICONS = {
    "running": "progress-clock",
    "elsewhere": "progress-clock",
    "interrupted": "alert-circle-outline",
    "stopped": "pause-circle-outline",
    "done": "check-circle-outline",
    "failed": "alert-octagon-outline",
    "empty": "circle-outline",
}
_STATE_COLUMN = 1
_AIM_COLUMN = 8
_WORDS = (0, 1, _AIM_COLUMN)  # the other columns are numbers


class RunList(TranslatedWidget):
    """Signals carry a run's id: chosen, resume, inspect, reuse (take its recipe), remove."""

    chosen = Signal(str)
    resume = Signal(str)
    inspect = Signal(str)
    reuse = Signal(str)
    remove = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[RunRow] = ()
        self._chosen = ""
        self._busy = False
        self.table = RunTable(icon_column=_STATE_COLUMN, words=_WORDS, roomy=_AIM_COLUMN)
        self.table.chosen.connect(self.chosen)
        self.resume_button = button("play")
        self.inspect_button = button("magnify-scan")
        self.reuse_button = button("content-copy")
        self.remove_button = button("trash-can-outline")
        self.resume_button.clicked.connect(lambda: self.resume.emit(self._chosen))
        self.inspect_button.clicked.connect(lambda: self.inspect.emit(self._chosen))
        self.reuse_button.clicked.connect(lambda: self.reuse.emit(self._chosen))
        self.remove_button.clicked.connect(lambda: self.remove.emit(self._chosen))
        self._title = label("heading")
        card = Card()
        card.body.addLayout(
            row(
                self._title,
                None,
                self.remove_button,
                self.reuse_button,
                self.inspect_button,
                self.resume_button,
            )
        )
        card.body.addWidget(self.table)
        self.setLayout(column(card))
        self.bind(self._texts)
        self.bind(self._draw)

    def show_rows(self, rows: Sequence[RunRow], chosen: str, *, busy: bool) -> None:
        """Show runs, newest first, one of them chosen; ``busy`` while a job runs."""
        self.rows, self._chosen, self._busy = rows, chosen, busy
        self._draw()

    def choose(self, run_id: str) -> None:
        """Another run is looked at."""
        self._chosen = run_id
        self.table.mark(run_id)
        self._draw_buttons()

    def set_busy(self, busy: bool) -> None:
        """A job has begun or ended."""
        self._busy = busy
        self._draw_buttons()

    def row_of(self, run_id: str) -> RunRow | None:
        """A run's row."""
        return next((one for one in self.rows if one.id == run_id), None)

    def _texts(self) -> None:
        self._title.setText(self.tr("Runs"))
        self.table.setAccessibleName(self.tr("Runs of this project"))
        self.table.setAccessibleDescription(self.tr("A row a run, the newest first."))
        self.resume_button.setText(self.tr("Resume"))
        self.inspect_button.setText(self.tr("Inspect"))
        self.reuse_button.setText(self.tr("Use its recipe"))
        self.remove_button.setText(self.tr("Remove"))

    def _draw(self) -> None:
        headings = list(zip(self._headings(), self._explanations(), strict=True))
        self.table.show_lines(headings, [self._line(one) for one in self.rows], self._chosen)
        self._draw_buttons()

    def _headings(self) -> list[str]:
        return [
            self.tr("Started"),
            self.tr("State"),
            self.tr("Per class"),
            self.tr("Quality"),
            self.tr("Steps"),
            self.tr("Gaps"),
            self.tr("Accuracy"),
            self.tr("Judged"),
            self.tr("Aim"),
        ]

    def _explanations(self) -> list[str]:
        return [
            self.tr("When the run was started"),
            self.tr("Where the run stands"),
            self.tr("Images per class"),
            self.tr("Quality"),
            self.tr("Steps finished"),
            self.tr("Content gap / style gap between real and synthetic samples; 0 is matched"),
            self.tr("Accuracy of a model trained on it, from the newest trial"),
            self.tr("Synthetic samples judged in Inspect"),
            self.tr("What comes first, and whose appearance the samples take on"),
        ]

    def _line(self, one: RunRow) -> RunLine:
        result = one.result
        cells = [
            date_time(one.created.timestamp()),
            self._state(one),
            number(one.recipe.ipc),
            self._quality(one.recipe.preset),
            "–" if one.state == "running" else number(one.step),
            f"{number(result.content_gap, 2)} / {number(result.style_gap, 2)}" if result else "–",
            percent(one.accuracy) if one.accuracy is not None else "–",
            number(one.verdicts) if one.has_set else "–",
            steering_words(one.recipe, one.titles, current()),
        ]
        c = colours()
        colour = {"done": c.good, "failed": c.bad, "interrupted": c.warning}.get(one.state, c.muted)
        return RunLine(one.id, cells, self._tip(one), icon(_ICONS[one.state], colour=colour))

    def _tip(self, one: RunRow) -> str:
        words = self.tr(
            "Run {run}\nStructure {content}, appearance {style}, variety {diversity}, seed {seed}"
        )
        recipe = one.recipe
        tip = words.format(
            run=one.id,
            content=number(recipe.content, 2),
            style=number(recipe.style, 2),
            diversity=number(recipe.diversity, 2),
            seed=recipe.seed,
        )
        tip += "\n" + steering_words(recipe, one.titles, current())
        if recipe.mend is not None:
            tip += "\n" + mended_text(recipe.mend)
        if one.result is None or not one.result.set_aside:
            return tip
        aside = self.tr("{count} pictures set aside, listed in suspicious.csv of the run's folder")
        return f"{tip}\n{aside.format(count=number(one.result.set_aside))}"

    def _state(self, one: RunRow) -> str:
        state, mended = self.state_words()[one.state], self.tr("mended")
        return state if one.recipe.mend is None else f"{state} · {mended}"

    def state_words(self) -> dict[str, str]:
        """States of a run."""
        return {
            "running": self.tr("running"),
            "elsewhere": self.tr("running elsewhere"),
            "interrupted": self.tr("interrupted"),
            "stopped": self.tr("stopped"),
            "done": self.tr("done"),
            "failed": self.tr("failed"),
            "empty": self.tr("nothing kept"),
        }

    def _quality(self, preset: str) -> str:
        return {
            "quick": self.tr("quick"),
            "standard": self.tr("standard"),
            "best": self.tr("best"),
            "published": self.tr("as published"),
        }[preset]

    def _draw_buttons(self) -> None:
        one = self.row_of(self._chosen)
        explain(
            self.resume_button,
            self._why_not_resume(one),
            self.tr("Go on from the last checkpoint with the same recipe."),
        )
        explain(
            self.inspect_button,
            self._why_not_inspect(one),
            self.tr("Look at its synthetic samples beside the real ones."),
        )
        explain(
            self.reuse_button,
            "" if one is not None else self.tr("Choose a run in the table first."),
            self.tr("Fill the form on the left with this run's recipe."),
        )

        explain(
            self.remove_button,
            self._why_not_remove(one),
            self.tr("Move it to the project's trash; Edit → Undo brings it back."),
        )

    def _why_not_remove(self, one: RunRow | None) -> str:
        if one is None:
            return self.tr("Choose a run in the table first.")
        if one.state in ("running", "elsewhere"):
            return say("run.removal_running", run=one.id)
        return ""

    def _why_not_resume(self, one: RunRow | None) -> str:
        if one is None:
            return self.tr("Choose a run in the table first.")
        if self._busy:
            return self.tr("A job is running. Wait for it, or end it in the line below.")
        if one.state == "elsewhere":
            return say("condense.run_busy", run=one.id)
        if one.state == "done":
            return self.tr("This run is finished; there is nothing to resume.")
        if not one.resumable:
            return self.tr("This run left no checkpoint to go on from. Start a new one.")
        return ""

    def _why_not_inspect(self, one: RunRow | None) -> str:
        if one is None:
            return self.tr("Choose a run in the table first.")
        if not one.has_set:
            return say("run.no_result", run=one.id)
        return ""


class ResumeOffer(TranslatedWidget):
    """Tells of a run that was interrupted and offers to go on."""

    resume = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: RunRow | None = None
        self._picture = QLabel()
        self.sentence = label(wrap=True)
        self.button = button("play")
        self.button.clicked.connect(lambda: self.resume.emit(self._row.id if self._row else ""))
        frame = QFrame()
        frame.setProperty("banner", "warning")
        layout = row(self._picture, self.sentence, self.button)
        layout.setStretch(1, 1)
        layout.setContentsMargins(PAD, GAP, GAP, GAP)
        frame.setLayout(layout)
        self.setLayout(column(frame))
        self.bind(self._draw)

    def offer(self, one: RunRow | None) -> None:
        """Offer a run, or nothing."""
        self._row = one
        self._draw()

    def _draw(self) -> None:
        self.setVisible(self._row is not None)
        step = number(self._row.step) if self._row else ""
        words = self.tr("A run was interrupted at step {step}; it can be resumed from there.")
        self.sentence.setText(words.format(step=step))
        self.button.setText(self.tr("Resume"))
        self._picture.setPixmap(
            icon("information-outline", colour=colours().warning).pixmap(20, 20)
        )
