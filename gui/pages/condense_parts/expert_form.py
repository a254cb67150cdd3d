"""What only an expert needs to set, in groups: measuring, learning, classes, computer."""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QComboBox, QWidget

from engine.data.recipe import MOST_KEPT, CondenseRecipe
from gui.pages.condense_parts.class_images import ByHand
from gui.pages.condense_parts.measuring_fields import MeasuringFields
from gui.widgets.field_rows import FieldRows, Row, combo, name_items, spin
from gui.widgets.fold import Fold
from gui.widgets.number_field import DecimalField, WholeField
from gui.widgets.quiet_wheel import quiet_wheel

_MOST_STEPS = 1_000_000
_MOST_TRIMMED = 40  # per cent
_MOST_MEMORY = 4096.0  # GiB


class ExpertForm(Fold):
    """Closed at first; :meth:`values` are fields of a recipe."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = spin(_MOST_STEPS)
        self.seed = spin(2**31 - 1)
        self.start = combo("auto", "kmeans", "real", "noise")
        self.balance = combo("equal", "proportional")
        self.packing = combo("auto", 1, 2)
        self.keep_whole = _KeepSpin()
        self.by_hand = ByHand()
        self.trim = spin(_MOST_TRIMMED)
        self.trim.setSuffix(" %")
        self.memory = DecimalField()
        self.memory.setRange(0, _MOST_MEMORY)
        self.memory.setDecimals(1)
        self.memory.setSuffix(" GiB")
        # Others keep what a recipe from a Mac says, but are not offered it.
        self.device = combo("auto", "cpu", "cuda", *(["mps"] if sys.platform == "darwin" else []))
        rows = FieldRows()
        self.body.addWidget(rows)
        self.measuring = MeasuringFields(rows)
        rows.add_group(lambda: self.tr("Learning"), self._learning())
        rows.add_group(lambda: self.tr("Classes"), self._classes())
        rows.add_group(lambda: self.tr("Computer"), self._machine())
        self.bind(self._texts)
        self._connect()

    def _connect(self) -> None:
        spins = (self.steps, self.seed, self.keep_whole, self.trim, self.memory)
        for one in spins:
            one.valueChanged.connect(self.changed)
        for choice in self._combos().values():
            choice.currentIndexChanged.connect(self.changed)
        self.by_hand.changed.connect(self.changed)
        self.measuring.changed.connect(self.changed)
        quiet_wheel(*spins, *self._combos().values())

    def values(self) -> dict[str, Any]:
        """Fields of a recipe."""
        return {
            "steps": self.steps.value() or None,
            "seed": self.seed.value(),
            "keep_whole": None if self.keep_whole.value() < 0 else self.keep_whole.value(),
            "by_class": self.by_hand.by_class,
            "trim": self.trim.value() / 100,
            "memory": max(0.5, self.memory.value()) if self.memory.value() else None,
            **{name: one.currentData() for name, one in self._combos().items()},
            **self.measuring.values(),
        }

    def set_recipe(self, recipe: CondenseRecipe) -> None:
        """Show a recipe; open where it differs from the defaults."""
        self.steps.setValue(recipe.steps or 0)
        self.seed.setValue(recipe.seed)
        self.keep_whole.setValue(-1 if recipe.keep_whole is None else recipe.keep_whole)
        self.by_hand.set_images(recipe.by_class)
        self.trim.setValue(round(100 * recipe.trim))
        self.memory.setValue(recipe.memory or 0.0)
        for name, one in self._combos().items():
            one.setCurrentIndex(one.findData(getattr(recipe, name)))
        self.measuring.set_recipe(recipe)
        plain = CondenseRecipe()
        if any(getattr(recipe, name) != getattr(plain, name) for name in self.values()):
            self.open()

    def _combos(self) -> dict[str, QComboBox]:
        return {
            "start": self.start,
            "balance": self.balance,
            "packing": self.packing,
            "device": self.device,
        }

    def _learning(self) -> list[Row]:
        """How the images are learnt."""
        return [
            (
                self.steps,
                lambda: self.tr("Steps"),
                lambda: self.tr("How often the samples are improved; the quality decides it."),
            ),
            (
                self.seed,
                lambda: self.tr("Seed"),
                lambda: self.tr("The same seed starts from the same samples and draws."),
            ),
            (
                self.start,
                lambda: self.tr("Start from"),
                lambda: self.tr(
                    "Typical real samples (k-means) show all kinds of a class and are best; noise "
                    "copies no real sample."
                ),
            ),
        ]

    def _classes(self) -> list[Row]:
        """What each class gets and what it is learnt from."""
        return [
            (
                self.balance,
                lambda: self.tr("Balance"),
                lambda: self.tr(
                    "The same number of images for every class, or the same total shared out by "
                    "the classes' pictures; none gets less than one."
                ),
            ),
            (
                self.by_hand,
                lambda: self.tr("By hand"),
                lambda: self.tr("Give single classes more or fewer images than the others."),
            ),
            (
                self.keep_whole,
                lambda: self.tr("Keep whole"),
                lambda: self.tr(
                    "Classes of at most so many training pictures are not condensed: their real "
                    "pictures stand beside the synthetic samples. Automatic: where a class has no "
                    "more pictures than images."
                ),
            ),
            (
                self.trim,
                lambda: self.tr("Wrong labels"),
                lambda: self.tr(
                    "How many of a class's labels may be wrong. Pictures whose label fits worst "
                    "are set aside, so many at most, and listed for you to check."
                ),
            ),
            (
                self.packing,
                lambda: self.tr("Packing"),
                lambda: self.tr(
                    "Four samples of half the resolution in the space of one: more variety, less "
                    "detail. Switch it off where details of a few pixels decide."
                ),
            ),
        ]

    def _machine(self) -> list[Row]:
        """What of the computer is used."""
        return [
            (
                self.memory,
                lambda: self.tr("Memory"),
                lambda: self.tr(
                    "What the run may take. Pictures and statistics that are beyond it are kept on "
                    "disk, which takes a little longer."
                ),
            ),
            (
                self.device,
                lambda: self.tr("Device"),
                lambda: self.tr("Where to compute; automatic is as in the settings."),
            ),
        ]

    def _texts(self) -> None:
        self.heading.setText(self.tr("For experts"))
        self.steps.setSpecialValueText(self.tr("as the quality says"))
        self.memory.setSpecialValueText(self.tr("As in the settings"))
        self.trim.setSpecialValueText(self.tr("Not looked for"))
        self.trim.setPrefix(self.tr("up to "))
        self.keep_whole.set_words(self.tr("Automatic"), self.tr("Never"), self.tr("up to {count}"))
        name_items(
            self.start,
            [
                self.tr("Automatic"),
                self.tr("Typical real samples"),
                self.tr("Random real samples"),
                self.tr("Noise"),
            ],
        )
        name_items(
            self.balance, [self.tr("Equal (recommended)"), self.tr("Like the real pictures")]
        )
        name_items(
            self.packing,
            [
                self.tr("Automatic"),
                self.tr("Off: one sample an image"),
                self.tr("2 × 2 samples an image"),
            ],
        )
        name_items(
            self.device,
            [
                self.tr("Automatic"),
                self.tr("Processor (CPU)"),
                self.tr("Graphics card (CUDA)"),
                self.tr("Graphics processor of this Mac"),
            ][: self.device.count()],
        )


class _KeepSpin(WholeField):
    """−1 is automatic and 0 never; both are shown as words."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ("", "", "{count}")
        self.setRange(-1, MOST_KEPT)
        self.setValue(-1)
        self.lineEdit().setReadOnly(True)

    def set_words(self, automatic: str, never: str, up_to: str) -> None:
        """Words for −1, 0 and any other number, the last with a place for ``{count}``."""
        self._words = (automatic, never, up_to)
        self.lineEdit().setText(self.textFromValue(self.value()))

    def textFromValue(self, value: int) -> str:
        return self._words[min(value, 1) + 1].format(count=value)

    def valueFromText(self, text: str) -> int:
        return self.value()

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        return QValidator.State.Acceptable, text, position
