"""The recipe as a form: how small, how carefully, what to keep, and whose appearance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QRadioButton,
    QWidget,
)

from engine.data.allocation import allocate, packing_for
from engine.data.recipe import CondenseRecipe, Kind, Preset
from gui.language import TranslatedWidget, number
from gui.pages.condense_parts.advice_box import AdviceBox
from gui.pages.condense_parts.appearance_choice import AppearanceChoice
from gui.pages.condense_parts.expert_form import ExpertForm
from gui.pages.condense_parts.weights_form import WeightsForm
from gui.theme import GAP, PAD, TIGHT
from gui.widgets.layout import column, holder, label, row
from gui.widgets.number_field import DecimalField, WholeField
from gui.widgets.quiet_wheel import quiet_wheel

PRESETS: tuple[Preset, ...] = get_args(Preset)
_INDENT = 22
_MOST_MINUTES = 60 * 24 * 7


class RecipeForm(TranslatedWidget):
    """Shows and gives a :class:`CondenseRecipe`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Sequence[str] = ()
        self._counts: Sequence[int] = ()
        self._size = 0
        self.ipc = WholeField()
        self.ipc.setRange(1, 50)
        self.makes = label("muted", wrap=True)
        self.presets: dict[Preset, QRadioButton] = {name: QRadioButton() for name in PRESETS}
        self._preset_group = QButtonGroup(self)
        self.weights = WeightsForm()
        self.appearance = AppearanceChoice()
        self.limited = QCheckBox()
        self.minutes = DecimalField()
        self.minutes.setDecimals(1)
        self.minutes.setRange(0.1, _MOST_MINUTES)
        self.minutes.setValue(10)
        self.expert = ExpertForm()
        self.advice = AdviceBox()
        self.size_part = self._size_part()
        layout = column(
            self.advice,
            self.size_part,
            self._quality_part(),
            self.weights,
            self.appearance,
            self._time_part(),
        )
        layout.setSpacing(PAD + TIGHT)
        layout.setContentsMargins(0, 0, GAP, 0)
        layout.addWidget(self.expert)
        layout.addStretch(1)
        self.setLayout(layout)
        self.set_recipe(CondenseRecipe())
        self._connect()

    def recipe(self) -> CondenseRecipe:
        """The recipe as it stands.

        Raises
        ------
        UserError
            ``condense.recipe_invalid``.
        """
        return CondenseRecipe.parse(
            {
                "ipc": self.ipc.value(),
                "preset": next(name for name, one in self.presets.items() if one.isChecked()),
                "minutes": self.minutes.value() if self.limited.isChecked() else None,
                **self.weights.values(),
                **self.appearance.values(),
                **self.expert.values(),
            }
        )

    def set_recipe(self, recipe: CondenseRecipe) -> None:
        """Fill the form."""
        self.advice.show_reasons(())
        self.ipc.setValue(recipe.ipc)
        self.presets[recipe.preset].setChecked(True)
        self.weights.set_recipe(recipe)
        self.appearance.set_recipe(recipe)
        self.limited.setChecked(recipe.minutes is not None)
        if recipe.minutes is not None:
            self.minutes.setValue(recipe.minutes)
        self.expert.set_recipe(recipe)
        self._draw_state()

    def set_pictures(self, names: Sequence[str], counts: Sequence[int], size: int) -> None:
        """Training pictures of each class, of ``size`` px."""
        self._size = size
        self._names, self._counts = names, counts
        self.expert.by_hand.set_classes(names, counts)
        self._draw_state()

    @property
    def images(self) -> Sequence[int]:
        """Images of each class that has pictures: synthetic ones, or real ones kept whole."""
        allocation = allocate(self.recipe(), self._names, self._counts)
        found = allocation.learnt + allocation.kept
        return [int(one) for one in found[found > 0]]

    @property
    def samples(self) -> int:
        """Samples in these images; those of a class kept whole are repeated."""
        allocation = allocate(self.recipe(), self._names, self._counts)
        learnt = allocation.learnt * packing_for(self.recipe(), self._size, self._size) ** 2
        most = int(learnt.max(initial=0))
        kept = sum(int(one) * max(1, most // int(one)) for one in allocation.kept if one)
        return int(learnt.sum()) + kept

    @property
    def pictures(self) -> int:
        """Training pictures it learns from."""
        return sum(self._counts)

    def set_kind(self, kind: Kind | None) -> None:
        """What the pictures were recognised as; None while unknown."""
        self.expert.measuring.set_kind(kind)
        self._draw_state()

    def fault(self) -> str:
        """Why nothing can be condensed as the form stands; empty if it can."""
        if self.weights.weightless:
            return self.tr("Structure, appearance and variety are all off. Raise at least one.")
        if self.presets["published"].isChecked() and self.appearance.chosen != "mine":
            return self.tr(
                "“As published” knows no other appearance than that of your pictures. Choose "
                "another quality, or “As in my pictures”."
            )
        return self.appearance.fault()

    def _size_part(self) -> QWidget:
        title = label("heading")
        title.setBuddy(self.ipc)
        self.ipc.setMinimumWidth(76)
        self.bind(lambda: title.setText(self.tr("Images per class")))
        self.bind(lambda: self.ipc.setAccessibleName(self.tr("Images per class")))
        self.bind(
            lambda: self.ipc.setToolTip(
                self.tr(
                    "Synthetic images that are learnt for each class. More come closer to all real "
                    "samples, and take longer to condense and to train."
                )
            )
        )
        line = row(self.ipc, self.makes)
        line.setStretch(1, 1)
        return holder(column(title, line))

    def _quality_part(self) -> QWidget:
        title = label("heading")
        self.bind(lambda: title.setText(self.tr("Quality")))
        layout = column(title, spacing=TIGHT)
        for name in PRESETS:
            layout.addWidget(self._preset_row(name))
        return holder(layout)

    def _preset_row(self, name: Preset) -> QWidget:
        radio, meaning = self.presets[name], label("muted", wrap=True)
        self._preset_group.addButton(radio)
        line = row(_INDENT, meaning, spacing=0)
        line.setStretch(1, 1)

        def draw() -> None:
            word, sentence = self._quality(name)
            radio.setText(word)
            radio.setAccessibleDescription(sentence)
            meaning.setText(sentence)

        self.bind(draw)
        return holder(column(radio, line, spacing=0))

    def _quality(self, name: Preset) -> tuple[str, str]:
        return {
            "quick": (self.tr("Quick"), self.tr("A first look, with a fraction of the steps.")),
            "standard": (self.tr("Standard"), self.tr("Right for most sets.")),
            "best": (self.tr("Best"), self.tr("Four times the steps, for a set you will keep.")),
            "published": (self.tr("As published"), self.tr("The paper's objective, to compare.")),
        }[name]

    def _time_part(self) -> QWidget:
        self.bind(lambda: self.limited.setText(self.tr("Time limit")))
        self.bind(
            lambda: self.limited.setToolTip(
                self.tr("Ends condensing in time, with the best there is by then.")
            )
        )
        self.bind(lambda: self.minutes.setSuffix(self.tr(" min")))
        self.bind(lambda: self.minutes.setAccessibleName(self.tr("Time limit in minutes")))
        return holder(row(self.limited, self.minutes, None))

    def _connect(self) -> None:
        quiet_wheel(self.ipc, self.minutes)
        self.bind(self._draw_state)
        self.ipc.valueChanged.connect(self._changed)
        self._preset_group.buttonClicked.connect(self._changed)
        self.weights.changed.connect(self._changed)
        self.appearance.changed.connect(self._changed)
        self.limited.toggled.connect(self._changed)
        self.minutes.valueChanged.connect(self._changed)
        self.expert.changed.connect(self._changed)

    def _changed(self, *_: object) -> None:
        self.advice.show_reasons(())  # they speak of another recipe
        self._draw_state()
        self.changed.emit()

    def _draw_state(self) -> None:
        self.makes.setText(self._made() if self._counts else "")
        limited = self.limited.isChecked()
        self.minutes.setEnabled(limited)
        self.minutes.setToolTip(
            self.tr("Condensing ends by then with the best there is.")
            if limited
            else self.tr("Tick the time limit to set it.")
        )
        self.weights.set_kind(self.expert.measuring.kind)

    def _made(self) -> str:
        images, samples = sum(self.images), self.samples
        if samples == images:
            sentence = self.tr("= {samples} synthetic samples from {pictures} pictures")
        else:
            sentence = self.tr(
                "= {images} images that hold {samples} synthetic samples, from {pictures} pictures"
            )
        made = sentence.format(
            images=number(images), samples=number(samples), pictures=number(self.pictures)
        )
        present = [count for count in self._counts if count]
        small = sum(
            image == count < self.ipc.value()
            for image, count in zip(self.images, present, strict=True)
        )
        if not small:
            return made
        told = self.tr("Classes with fewer pictures, used whole: {count}")
        return made + "\n" + told.format(count=number(small))
