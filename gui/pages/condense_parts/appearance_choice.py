"""Whose appearance the synthetic samples take on: the pictures' own, a reference's, a wider one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from engine.data.recipe import CondenseRecipe, Whose
from engine.project import Reference
from gui.language import TranslatedWidget, say
from gui.pages.condense_parts.reference_box import ReferenceBox
from gui.theme import TIGHT
from gui.widgets.layout import column, holder, label, row
from gui.widgets.number_field import DecimalField
from gui.widgets.quiet_wheel import quiet_wheel

CHOICES: tuple[Whose, ...] = get_args(Whose)
_INDENT = 22


class AppearanceChoice(TranslatedWidget):
    """Three choices with a sentence each; what a choice needs is shown once it is made."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices: dict[Whose, QRadioButton] = {name: QRadioButton() for name in CHOICES}
        self._group = QButtonGroup(self)
        self.reference = ReferenceBox()
        self.variation = DecimalField()
        self.variation.setRange(1.0, 4.0)
        self.variation.setSingleStep(0.25)
        self.variation.setDecimals(2)
        self.variation.setValue(CondenseRecipe().variation)
        self._wide = holder(row(_INDENT, self.variation, None, spacing=0))
        self._referred = holder(row(_INDENT, self.reference, spacing=0))
        title = label("heading")
        self.bind(lambda: title.setText(self.tr("Whose appearance")))
        layout = column(title, spacing=TIGHT)
        needs = {"reference": self._referred, "varied": self._wide}
        for name in CHOICES:
            layout.addWidget(self._choice_row(name))
            if name in needs:
                layout.addWidget(needs[name])
        self.setLayout(layout)
        self.choices["mine"].setChecked(True)
        self.bind(self._texts)
        quiet_wheel(self.variation)
        self._group.buttonClicked.connect(self._choose)
        self.variation.valueChanged.connect(self._changed)
        self.reference.changed.connect(self._changed)
        self._draw()

    @property
    def chosen(self) -> Whose:
        """The choice made."""
        return next(name for name, one in self.choices.items() if one.isChecked())

    def values(self) -> dict[str, Any]:
        """Fields of a recipe; those of a choice that was not made are left at their defaults."""
        chosen = self.chosen
        values: dict[str, Any] = {"appearance": chosen}
        if chosen == "reference":
            values["reference"] = self.reference.name or None
        elif chosen == "varied":
            values["variation"] = self.variation.value()
        return values

    def set_recipe(self, recipe: CondenseRecipe) -> None:
        """Show a recipe's choice."""
        self.choices[recipe.appearance].setChecked(True)
        if recipe.appearance == "varied":
            self.variation.setValue(recipe.variation)
        if recipe.appearance == "reference":
            self.reference.choose(recipe.reference or "")
        self._draw()

    def show_references(self, references: Sequence[Reference]) -> None:
        """The references to choose from."""
        self.reference.show_references(references)

    def take_reference(self, name: str) -> None:
        """A reference was imported: it is the one to look like."""
        self.reference.choose(name)
        self.choices["reference"].setChecked(True)
        self._changed()

    def fault(self) -> str:
        """Why nothing can be condensed with this choice; empty if it can."""
        if self.chosen != "reference" or self.reference.known:
            return ""
        if not self.reference.name:
            return self.tr("Choose a reference folder, or another appearance.")
        return say("condense.reference_missing", reference=self.reference.name)

    def _choice_row(self, name: Whose) -> QWidget:
        radio, meaning = self.choices[name], label("muted", wrap=True)
        self._group.addButton(radio)
        line = row(_INDENT, meaning, spacing=0)
        line.setStretch(1, 1)

        def draw() -> None:
            word, sentence = self._words(name)
            radio.setText(word)
            radio.setAccessibleDescription(sentence)
            meaning.setText(sentence)

        self.bind(draw)
        return holder(column(radio, line, spacing=0))

    def _words(self, name: Whose) -> tuple[str, str]:
        return {
            "mine": (
                self.tr("As in my pictures"),
                self.tr("Right where the model will see pictures like these."),
            ),
            "reference": (
                self.tr("As in a reference folder"),
                self.tr(
                    "Your shapes, the look of other pictures: clean scans, a new camera. Their "
                    "classes do not matter."
                ),
            ),
            "varied": (
                self.tr("Varied more"),
                self.tr("The look varies more widely: for scanners or lighting not seen yet."),
            ),
        }[name]

    def _texts(self) -> None:
        self.variation.setSuffix(self.tr(" times as wide"))
        self.variation.setAccessibleName(self.tr("How many times as wide as in the pictures"))
        self.variation.setToolTip(
            self.tr(
                "How much more line weight, noise, tone and texture vary than in your pictures; "
                "1: as they do there."
            )
        )

    def _choose(self, *_: object) -> None:
        if self.chosen == "reference":
            self.reference.choose_only()
        self._changed()

    def _changed(self, *_: object) -> None:
        self._draw()
        self.changed.emit()

    def _draw(self) -> None:
        self._referred.setVisible(self.choices["reference"].isChecked())
        self._wide.setVisible(self.choices["varied"].isChecked())
