"""How likeness is measured: what appearance, content and diversity are read from."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox

from engine.data.recipe import CondenseRecipe, Kind
from gui.widgets.field_rows import FieldRows, Row, combo, name_items, spin
from gui.widgets.quiet_wheel import quiet_wheel

_STEP = 5  # per cent


class MeasuringFields(QObject):
    """A group of the expert's fields; :meth:`values` are fields of a recipe."""

    changed = Signal()

    def __init__(self, rows: FieldRows) -> None:
        super().__init__(rows)
        self._kind: Kind | None = None
        self.picture_kind = combo("auto", "drawing", "photo")
        self.moments = spin(100)
        self.moments.setSingleStep(_STEP)
        self.style_layers = combo("all", "early", "late")
        self.tap = combo("conv", "relu")
        self.kernel = combo("linear", "rbf")
        self.diversity_kind = combo("bounded", "kl")
        self.neighbours = spin(100, least=1)
        self.neighbours.setSingleStep(_STEP)
        self.neighbours.setSuffix(" %")
        rows.add_group(
            lambda: self.tr("How likeness is measured"), [*self._appearance(), *self._others()]
        )
        self.set_recipe(CondenseRecipe())
        for one in self._combos().values():
            one.currentIndexChanged.connect(self._changed)
        for field in (self.moments, self.neighbours):
            field.valueChanged.connect(self._changed)
        quiet_wheel(self.moments, self.neighbours, *self._combos().values())
        rows.bind(self._texts)

    def values(self) -> dict[str, Any]:
        """Fields of a recipe."""
        return {
            **{name: one.currentData() for name, one in self._combos().items()},
            "moments_share": self.moments.value() / 100,
            "neighbours": self.neighbours.value() / 100,
        }

    def set_recipe(self, recipe: CondenseRecipe) -> None:
        """Show a recipe."""
        for name, one in self._combos().items():
            one.setCurrentIndex(one.findData(getattr(recipe, name)))
        self.moments.setValue(round(100 * recipe.moments_share))
        self.neighbours.setValue(max(1, round(100 * recipe.neighbours)))

    def set_kind(self, kind: Kind | None) -> None:
        """What the pictures were recognised as; None while unknown."""
        self._kind = kind
        self._texts()

    @property
    def kind(self) -> Kind | None:
        """What the pictures are taken for: as the user says, else as recognised."""
        said: Kind | str = self.picture_kind.currentData()
        return self._kind if said == "auto" else "drawing" if said == "drawing" else "photo"

    def _combos(self) -> dict[str, QComboBox]:
        return {
            "picture_kind": self.picture_kind,
            "style_layers": self.style_layers,
            "tap": self.tap,
            "kernel": self.kernel,
            "diversity_kind": self.diversity_kind,
        }

    def _appearance(self) -> list[Row]:
        return [
            (
                self.picture_kind,
                lambda: self.tr("Pictures"),
                lambda: self.tr(
                    "What appearance is measured in: line weight, noise and tone of drawings; "
                    "light, colour and sharpness of photos."
                ),
            ),
            (
                self.moments,
                lambda: self.tr("Moments"),
                lambda: self.tr(
                    "How the weight of appearance is shared out: moments see line weight, tone "
                    "and noise, correlation sees texture."
                ),
            ),
            (
                self.style_layers,
                lambda: self.tr("Layers"),
                lambda: self.tr(
                    "Layers of the networks that appearance is read from: early ones see lines "
                    "and noise, late ones larger texture."
                ),
            ),
            (
                self.tap,
                lambda: self.tr("Read"),
                lambda: self.tr(
                    "Where in a layer appearance is read: before normalisation (recommended), or "
                    "after it and ReLU, which remove part of what is to be matched."
                ),
            ),
        ]

    def _others(self) -> list[Row]:
        return [
            (
                self.kernel,
                lambda: self.tr("Content"),
                lambda: self.tr(
                    "Class means compare where a class lies; a Gaussian kernel also how its "
                    "samples are distributed."
                ),
            ),
            (
                self.diversity_kind,
                lambda: self.tr("Diversity"),
                lambda: self.tr(
                    "Bounded: the samples of a class are spread as widely as the real ones. "
                    "KL: the published measure, on nearest neighbours."
                ),
            ),
            (self.neighbours, lambda: self.tr("Neighbours"), self._about_neighbours),
        ]

    def _about_neighbours(self) -> str:
        if self.diversity_kind.currentData() != "kl":
            return self.tr("Only the KL diversity looks at neighbours. Choose it above.")
        return self.tr("Of a class's samples, how many count as neighbours of one.")

    def _texts(self) -> None:
        recognised = {
            None: self.tr("As recognised"),
            "drawing": self.tr("As recognised: drawings"),
            "photo": self.tr("As recognised: photos"),
        }[self._kind]
        name_items(self.picture_kind, [recognised, self.tr("Drawings"), self.tr("Photos")])
        name_items(
            self.style_layers,
            [self.tr("All (recommended)"), self.tr("Early: lines"), self.tr("Late: texture")],
        )
        name_items(
            self.tap,
            [self.tr("Before normalising"), self.tr("After normalising")],
        )
        name_items(self.kernel, [self.tr("Class means (recommended)"), self.tr("Gaussian kernel")])
        name_items(
            self.diversity_kind, [self.tr("Bounded (recommended)"), self.tr("KL (as published)")]
        )
        self._draw()

    def _changed(self, *_: object) -> None:
        self._draw()
        self.changed.emit()

    def _draw(self) -> None:
        rest = 100 - self.moments.value()
        self.moments.setSuffix(self.tr(" %, correlation {rest} %").format(rest=rest))
        self.neighbours.setEnabled(self.diversity_kind.currentData() == "kl")
        self.neighbours.setToolTip(self._about_neighbours())
        self.neighbours.setAccessibleDescription(self._about_neighbours())
