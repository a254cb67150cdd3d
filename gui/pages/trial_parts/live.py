"""A running trial: what is being trained, and the learning curves so far."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engine.runtime import Progress
from engine.trial.strains import STRAINS
from gui.language import TranslatedWidget, clock, number, percent, say
from gui.pages.trial_parts.curves import LiveCurves
from gui.pages.trial_parts.plan import SETS
from gui.pages.trial_parts.words import MODELS, set_title
from gui.theme import PAD
from gui.widgets.layout import Card, column, label
from gui.widgets.learning_curves import LearningCurves


class LiveView(TranslatedWidget):
    """Follows a trial by its events."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves: LiveCurves | None = None
        self._progress: Progress | None = None
        self.doing = label("heading")
        self.left = label("muted")
        self.curves = LearningCurves()
        self.note = label("muted", wrap=True)
        card = Card()
        for part in (self.doing, self.left, self.curves, self.note):
            card.body.addWidget(part)
        card.body.setStretch(2, 1)
        layout = column(card)
        layout.setSpacing(PAD)
        self.setLayout(layout)
        self.bind(self._say)

    def begin(self, curves: LiveCurves) -> None:
        """A trial starts."""
        self._curves, self._progress = curves, None
        self.curves.show_points(curves.points())
        self._say()

    def wait(self) -> None:
        """A trial starts whose sets are not known yet."""
        self._curves = self._progress = None
        self.curves.show_points({})
        self._say()

    def show_progress(self, progress: Progress) -> None:
        """The newest event."""
        self._progress = progress
        if self._curves is not None:
            self.curves.show_points(self._curves.points())
        self._say()

    def _say(self) -> None:
        self.curves.setAccessibleName(self.tr("Learning curves"))
        self.curves.describe(self.tr("Accuracy of each set while it is trained"))
        self.curves.set_words(
            bottom=self.tr("Share of the training (%)"),
            left=self.tr("Accuracy (%)"),
            names={name: set_title(name) for name in SETS},
        )
        self.note.setText(
            self.tr(
                "Accuracy on held-out real pictures, mean over the trainings so far. "
                "The curves use at most 400 of them, the result all."
            )
        )
        self.doing.setText(self._doing())
        self.left.setText(self._left())

    def _doing(self) -> str:
        progress, curves = self._progress, self._curves
        if progress is None:
            return self.tr("Starting…")
        if curves is None or "set" not in progress.values:
            return say(progress.stage)
        seed = int(progress.values["seed"]) - curves.recipe.seed + 1
        if "strain" in progress.values:
            return say(
                f"stress.training_{STRAINS[int(progress.values['strain'])]}",
                set=say(f"set.{curves.names[int(progress.values['set'])]}"),
                number=number(seed),
                count=number(curves.recipe.seeds),
            )
        if curves.recipe.also:
            return self.tr("{model} on: {set}  ·  {number} of {count}").format(
                model=MODELS[curves.recipe.models[int(progress.values["model"])]],
                set=say(f"set.{curves.names[int(progress.values['set'])]}"),
                number=number(seed),
                count=number(curves.recipe.seeds),
            )
        return self.tr("Training on: {set}  ·  {number} of {count}").format(
            set=say(f"set.{curves.names[int(progress.values['set'])]}"),
            number=number(seed),
            count=number(curves.recipe.seeds),
        )

    def _left(self) -> str:
        progress = self._progress
        if progress is None or not progress.total:
            return ""
        parts = [self.tr("{share} done").format(share=percent(progress.done / progress.total, 0))]
        if progress.seconds_left is not None:
            parts.append(say("time.left", time=clock(progress.seconds_left)))
        return "  ·  ".join(parts)
