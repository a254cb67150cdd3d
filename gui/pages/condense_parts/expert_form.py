"""What only an expert needs to set: steps, seed, kind of diversity, start, device."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout, QLabel, QSpinBox, QWidget

from engine.data.recipe import MOST_KEPT, CondenseRecipe
from gui.pages.condense_parts.class_images import ByHand
from gui.theme import GAP
from gui.widgets.fold import Fold
from gui.widgets.layout import label
from gui.widgets.quiet_wheel import quiet_wheel

_MOST_STEPS = 1_000_000
_MOST_TRIMMED = 40  # per cent
_MOST_MEMORY = 4096.0  # GiB


_Row = tuple[QWidget, Callable[[], str], Callable[[], str]]


class ExpertForm(Fold):
    """Closed at first; :meth:`values` are fields of a recipe."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = _spin(_MOST_STEPS)
        self.seed = _spin(2**31 - 1)
        self.diversity_kind = _combo("bounded", "kl")
        self.start = _combo("auto", "kmeans", "real", "noise")
        self.balance = _combo("equal", "proportional")
        self.packing = _combo("auto", 1, 2)
        self.keep_whole = _KeepSpin()
        self.by_hand = ByHand()
        self.trim = _spin(_MOST_TRIMMED)
        self.memory = QDoubleSpinBox()
        self.memory.setRange(0, _MOST_MEMORY)
        self.memory.setDecimals(1)
        self.memory.setSuffix(" GiB")
        self.device = _combo("auto", "cpu", "cuda")
        self.trim.setSuffix(" %")
        self._form = QFormLayout()
        self._form.setSpacing(GAP)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.body.addLayout(self._form)
        self._fill()
        self.bind(self._texts)
        for spin in (self.steps, self.seed, self.keep_whole, self.trim, self.memory):
            spin.valueChanged.connect(self.changed)
        self.by_hand.changed.connect(self.changed)
        for combo in self._combos():
            combo.currentIndexChanged.connect(self.changed)
        quiet_wheel(self.steps, self.seed, self.keep_whole, self.trim, self.memory, *self._combos())

    def values(self) -> dict[str, Any]:
        """Fields of a recipe."""
        return {
            "steps": self.steps.value() or None,
            "seed": self.seed.value(),
            "diversity_kind": self.diversity_kind.currentData(),
            "start": self.start.currentData(),
            "balance": self.balance.currentData(),
            "packing": self.packing.currentData(),
            "keep_whole": None if self.keep_whole.value() < 0 else self.keep_whole.value(),
            "by_class": self.by_hand.by_class,
            "trim": self.trim.value() / 100,
            "memory": max(0.5, self.memory.value()) if self.memory.value() else None,
            "device": self.device.currentData(),
        }

    def set_recipe(self, recipe: CondenseRecipe) -> None:
        """Show a recipe; open where it differs from the defaults."""
        self.steps.setValue(recipe.steps or 0)
        self.seed.setValue(recipe.seed)
        self.keep_whole.setValue(-1 if recipe.keep_whole is None else recipe.keep_whole)
        self.by_hand.set_images(recipe.by_class)
        self.trim.setValue(round(100 * recipe.trim))
        self.memory.setValue(recipe.memory or 0.0)
        for combo, value in (
            (self.diversity_kind, recipe.diversity_kind),
            (self.start, recipe.start),
            (self.balance, recipe.balance),
            (self.packing, recipe.packing),
            (self.device, recipe.device),
        ):
            combo.setCurrentIndex(combo.findData(value))
        plain = CondenseRecipe()
        if any(getattr(recipe, name) != getattr(plain, name) for name in self.values()):
            self.open()

    def _combos(self) -> tuple[QComboBox, ...]:
        return (self.diversity_kind, self.start, self.balance, self.packing, self.device)

    def _fill(self) -> None:
        """Rows with what each field is called and what it does."""
        for field, name, tip in (*self._learning(), *self._classes(), *self._machine()):
            self._add(field, name, tip)

    def _learning(self) -> list[_Row]:
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
                self.diversity_kind,
                lambda: self.tr("Diversity"),
                lambda: self.tr(
                    "Bounded: the samples of a class are spread as widely as the real ones. "
                    "KL: the published measure, on nearest neighbours."
                ),
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

    def _classes(self) -> list[_Row]:
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

    def _machine(self) -> list[_Row]:
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
                lambda: self.tr("Where to compute; automatic takes a GPU where there is one."),
            ),
        ]

    def _add(self, field: QWidget, name: Callable[[], str], tip: Callable[[], str]) -> None:
        title: QLabel = label()
        title.setBuddy(field)
        self._form.addRow(title, field)

        def draw() -> None:
            title.setText(name())
            field.setAccessibleName(name())
            field.setAccessibleDescription(tip())
            for part in (title, field):
                part.setToolTip(tip())

        self.bind(draw)

    def _texts(self) -> None:
        self.heading.setText(self.tr("For experts"))
        self.steps.setSpecialValueText(self.tr("as the quality says"))
        self.memory.setSpecialValueText(self.tr("Half of what is free"))
        self.trim.setSpecialValueText(self.tr("Not looked for"))
        self.trim.setPrefix(self.tr("up to "))
        self.keep_whole.set_words(self.tr("Automatic"), self.tr("Never"), self.tr("up to {count}"))
        _name(self.diversity_kind, [self.tr("Bounded (recommended)"), self.tr("KL (as published)")])
        _name(
            self.start,
            [
                self.tr("Automatic"),
                self.tr("Typical real samples"),
                self.tr("Random real samples"),
                self.tr("Noise"),
            ],
        )
        _name(self.balance, [self.tr("Equal (recommended)"), self.tr("Like the real pictures")])
        _name(
            self.packing,
            [
                self.tr("Automatic"),
                self.tr("Off: one sample an image"),
                self.tr("2 × 2 samples an image"),
            ],
        )
        _name(
            self.device,
            [self.tr("Automatic"), self.tr("Processor (CPU)"), self.tr("Graphics card (CUDA)")],
        )


class _KeepSpin(QSpinBox):
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


def _spin(most: int) -> QSpinBox:
    made = QSpinBox()
    made.setRange(0, most)
    made.setGroupSeparatorShown(True)
    return made


def _combo(*values: str | int) -> QComboBox:
    made = QComboBox()
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(12)
    for value in values:
        made.addItem(str(value), value)
    return made


def _name(combo: QComboBox, names: Sequence[str]) -> None:
    for number, name in enumerate(names):
        combo.setItemText(number, name)
