"""What to keep: three weights, and what to put first in one press."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engine.data.recipe import WEIGHT_PRESETS, CondenseRecipe, Kind, WeightPreset
from gui.language import TranslatedWidget
from gui.theme import GAP
from gui.widgets.layout import column, label
from gui.widgets.segments import Segments
from gui.widgets.weight_slider import WeightSlider

PRESETS: tuple[WeightPreset, ...] = get_args(WeightPreset)
_NAMES = ("content", "style", "diversity")


class WeightsForm(TranslatedWidget):
    """Structure, appearance, variety; in words for drawings or photos once the kind is known."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: Kind | None = None
        self.presets = Segments(PRESETS)
        self.content, self.style_weight, self.diversity = (WeightSlider() for _ in _NAMES)
        self._sliders = dict(
            zip(_NAMES, (self.content, self.style_weight, self.diversity), strict=True)
        )
        title = label("heading")
        self.bind(lambda: title.setText(self.tr("What to keep")))
        self.setLayout(column(title, self.presets, *self._sliders.values(), spacing=GAP))
        self.bind(self._name_presets)
        self.bind(self._name_sliders)
        self.presets.chosen.connect(self._take_preset)
        for one in self._sliders.values():
            one.changed.connect(self._moved)
        self._moved()

    def values(self) -> dict[str, float]:
        """Fields of a recipe."""
        return {name: one.value for name, one in self._sliders.items()}

    def set_recipe(self, recipe: CondenseRecipe) -> None:
        """Show a recipe's weights."""
        self._set({name: getattr(recipe, name) for name in _NAMES})

    def set_kind(self, kind: Kind | None) -> None:
        """Speak of drawings or of photos; of neither while the kind is unknown."""
        self._kind = kind
        self._name_sliders()

    @property
    def weightless(self) -> bool:
        """Whether there is nothing to match: all weights are 0."""
        return not any(self.values().values())

    def _set(self, weights: dict[str, float]) -> None:
        for name, one in self._sliders.items():
            one.set_value(weights[name])

    def _take_preset(self, key: str) -> None:
        name = next(one for one in PRESETS if one == key)
        self._set(dict(WEIGHT_PRESETS[name]))

    def _moved(self) -> None:
        values = self.values()
        same = (name for name in PRESETS if WEIGHT_PRESETS[name] == values)
        self.presets.show_choice(next(same, ""))
        self.changed.emit()

    def _name_presets(self) -> None:
        self.presets.setAccessibleName(self.tr("What to put first"))
        for name, word, tip in (
            (
                "balanced",
                self.tr("Balanced"),
                self.tr("All three count the same. Right for most sets."),
            ),
            (
                "structure",
                self.tr("Structure first"),
                self.tr("Where shapes tell the classes apart and the look of a picture does not."),
            ),
            (
                "appearance",
                self.tr("Appearance first"),
                self.tr("Where the look itself is what counts: surfaces, textures, scan quality."),
            ),
        ):
            self.presets.set_texts(name, word, tip)

    def _name_sliders(self) -> None:
        content, style, diversity = self._hints()
        self.content.set_texts(
            self.tr("Structure (content)"),
            content,
            self.tr(
                "What makes a class: shapes and their arrangement. More matches them more "
                "closely, less leaves room for the other two, 0 does not look at them."
            ),
        )
        self.style_weight.set_texts(
            self.tr("Appearance (style)"),
            style,
            self.tr(
                "How the pictures look: line weight, noise, texture, contrast. More matches "
                "it more closely, less leaves room for the other two, 0 does not look at it."
            ),
        )
        self.diversity.set_texts(
            self.tr("Variety (diversity)"),
            diversity,
            self.tr(
                "How far the samples of a class are spread. More keeps them as different as "
                "the real ones, less lets them be alike, 0 does not look at it."
            ),
        )

    def _hints(self) -> tuple[str, str, str]:
        """What more of each does, in words for the pictures at hand."""
        if self._kind == "drawing":
            return (
                self.tr("More: symbols and how their lines meet are kept more closely."),
                self.tr("More: line weight, scan noise and paper tone are matched more closely."),
                self.tr("More: the drawings of a class differ more in place, size and slant."),
            )
        if self._kind == "photo":
            return (
                self.tr("More: outlines of parts and defects are kept more closely."),
                self.tr("More: colour, light, sharpness and surface are matched more closely."),
                self.tr("More: the photos of a class differ more in place, pose and light."),
            )
        return (
            self.tr("More: shapes follow the real samples more closely."),
            self.tr("More: line weight, noise and texture are matched more closely."),
            self.tr("More: the samples of a class differ more from each other."),
        )
