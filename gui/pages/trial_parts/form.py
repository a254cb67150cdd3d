"""What a trial compares: run, model, number of trainings, sets; and the way to new pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from engine.project import Run
from engine.trial import TrialRecipe
from engine.trial.results import SetName
from gui.language import TranslatedWidget, current
from gui.pages.trial_parts.options import TrialOptions
from gui.pages.trial_parts.plan import SETS
from gui.pages.trial_parts.set_row import SetRow
from gui.pages.trial_parts.words import MODELS, run_text
from gui.theme import GAP, PAD
from gui.widgets.fold import Fold
from gui.widgets.layout import Card, button, column, explain, label, row
from gui.widgets.number_field import WholeField
from gui.widgets.quiet_wheel import quiet_wheel


class TrialForm(TranslatedWidget):
    """Emits ``changed`` when the recipe does, ``run_chosen`` with the id of another run."""

    changed = Signal()
    run_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs: Sequence[Run] = ()
        self._full: int | None = None
        self.run = QComboBox()
        self.run.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.model = QComboBox()
        for key, name in MODELS.items():
            self.model.addItem(name, key)
        self.seeds = WholeField()
        self.seeds.setRange(1, 10)
        self.seeds.setValue(TrialRecipe().seeds)
        self.rows: dict[SetName, SetRow] = {name: SetRow(name) for name in SETS}
        self.options = TrialOptions()
        self.help = Fold()
        self.rule = label("muted", wrap=True, selectable=True)
        self.new_pictures = button("calendar-month-outline")
        self.help.body.addWidget(self.rule)
        self._assemble()
        self._connect()
        self.bind(self._say)

    def _assemble(self) -> None:
        head, sets = label("heading"), label("heading")
        grid = QGridLayout()
        grid.setHorizontalSpacing(PAD)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(1, 1)
        self.bind(lambda: head.setText(self.tr("What is trained")))
        self.bind(lambda: sets.setText(self.tr("Sets to compare")))
        # A run's line is long: it has the whole width.
        (run, run_words), *others = self._fields()
        grid.addWidget(run_words, 0, 0, 1, 2)
        grid.addWidget(run, 1, 0, 1, 2)
        for place, (field, words) in enumerate(others, start=2):
            grid.addWidget(words, place, 0)
            grid.addWidget(field, place, 1)
        card = Card()
        card.body.setSpacing(PAD)
        card.body.addWidget(head)
        card.body.addLayout(grid)
        card.body.addSpacing(GAP)
        card.body.addWidget(sets)
        for one in self.rows.values():
            card.body.addWidget(one)
        card.body.addWidget(self.options)
        card.body.addWidget(self.help)
        card.body.addLayout(row(self.new_pictures, None))
        card.body.addStretch(1)
        self.setLayout(column(card))

    def _fields(self) -> list[tuple[QWidget, QWidget]]:
        run, model, seeds = label(), label(), label()
        for words, field in ((run, self.run), (model, self.model), (seeds, self.seeds)):
            words.setBuddy(field)
        self.bind(lambda: run.setText(self.tr("Run")))
        self.bind(lambda: model.setText(self.tr("Model")))
        self.bind(lambda: seeds.setText(self.tr("Trainings a set")))
        return [(self.run, run), (self.model, model), (self.seeds, seeds)]

    def _connect(self) -> None:
        self.run.activated.connect(lambda _: self.run_chosen.emit(self.run.currentData()))
        self.model.currentIndexChanged.connect(self._model_changed)
        self.options.changed.connect(self._changed)
        self.seeds.valueChanged.connect(self._changed)
        for one in self.rows.values():
            one.check.toggled.connect(self._changed)
        quiet_wheel(self.run, self.model, self.seeds)

    def recipe(self) -> TrialRecipe:
        """The trial as chosen."""
        chosen: dict[str, Any] = {
            "against": tuple(
                name
                for name, one in self.rows.items()
                if name != "condensed" and one.check.isChecked()
            ),
            "model": self.model.currentData(),
            **self.options.values(),
        }
        return TrialRecipe(seeds=self.seeds.value(), **chosen)

    def set_recipe(self, recipe: TrialRecipe) -> None:
        """Show a trial's choices; the run stays."""
        for name, one in self.rows.items():
            one.check.setChecked(name == "condensed" or name in recipe.against)
        self.model.setCurrentIndex(max(0, self.model.findData(recipe.model)))
        self.seeds.setValue(recipe.seeds)
        self.options.set_recipe(recipe)

    def show_runs(self, runs: Sequence[Run], chosen: Run | None) -> None:
        """Offer the runs that have a condensed set."""
        self._runs = runs
        self.run.clear()
        for run in runs:
            self.run.addItem(run_text(run), run.id)
        self.run.setCurrentIndex(self.run.findData(chosen.id) if chosen else -1)

    def show_sizes(self, sizes: Mapping[SetName, int]) -> None:
        """Number of pictures of each set; empty while unknown."""
        self._full = sizes.get("full")
        for name, one in self.rows.items():
            one.show_count(sizes.get(name))
        self._say_rule()

    def allow(self, allowed: bool, reason: str = "") -> None:
        """Lock the form while something is being trained, and say why."""
        self.setToolTip(reason)
        for field in (self.run, self.model, self.seeds):
            field.setEnabled(allowed)
        for one in self.rows.values():
            one.allow(allowed)
        self.options.allow(allowed)

    def retranslate(self) -> None:
        """In the language and theme of now."""
        super().retranslate()
        self.help.retranslate()
        self.options.retranslate()

    def _model_changed(self, _place: int) -> None:
        self.options.use_model(self.model.currentData())
        self._changed()

    def _changed(self, _value: object = None) -> None:
        self._say_rule()
        self.changed.emit()

    def _say(self) -> None:
        self.help.heading.setText(self.tr("How it is trained and tested"))
        self.new_pictures.setText(self.tr("New month's pictures…"))
        explain(
            self.new_pictures,
            "",
            self.tr("New pictures have come: was it enough to keep the condensed set?"),
        )
        self.seeds.setToolTip(
            self.tr("Each training starts differently; three show how much chance is in a result.")
        )
        self.run.setToolTip(self.tr("Its condensed set is tried."))
        self.model.setToolTip(self.tr("The model that is trained on every set"))
        self._say_rule()
        for place, run in enumerate(self._runs):
            self.run.setItemText(place, run_text(run))

    def _say_rule(self) -> None:
        rule = self.recipe().full_protocol(full=self._full)
        self.rule.setText(rule.in_words(current()))
