"""The cost inputs of the user's own factory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QVBoxLayout, QWidget

from engine.data.cost_inputs import CostInputs
from engine.data.cost_words import AMOUNTS, CURRENCIES, DIGITS, OPTIONAL, bounds, cost_words
from gui.language import TranslatedWidget, current
from gui.pages.decide_parts.class_marks import ClassMarks
from gui.theme import GAP, TIGHT
from gui.widgets.fold import Fold
from gui.widgets.layout import Card, column, label
from gui.widgets.number_field import NumberField
from gui.widgets.quiet_wheel import quiet_wheel

_TRAININGS = ("retrainings_per_month", "training_minutes_today")
_HOURLY = ("workstation_per_hour", "engineer_per_hour")
_CONDENSING = ("condensings_per_year", "handling_minutes", "electricity_per_kwh")
_LIMITS = ("accepted_loss_points", "accepted_recall_loss_points")
_MISSED = (
    *("parts_per_month", "defect_share_percent"),
    *("cost_of_missed_defect", "cost_of_false_alarm"),
)


class CostsForm(TranslatedWidget):
    """Emits ``changed`` at every edit."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        self.fields: Mapping[str, NumberField] = {name: self._number(name) for name in (*DIGITS,)}
        self.retrainings = self.fields["retrainings_per_month"]
        self.workstation = self.fields["workstation_per_hour"]
        self.accepted = self.fields["accepted_loss_points"]
        self.today = self.fields["training_minutes_today"]
        self.waits = QCheckBox()
        self.currency = QComboBox()
        for code in CURRENCIES:
            self.currency.addItem(code, code)
        self.critical = ClassMarks()
        self.missed = Fold()
        self._labels: dict[QWidget, QLabel] = {}
        self._assemble()
        quiet_wheel(*self.numbers(), self.currency)
        self.waits.toggled.connect(self._edited)
        self.currency.currentIndexChanged.connect(self._edited)
        self.critical.changed.connect(self._edited)
        self.bind(self._say)
        self.show_costs(CostInputs())

    def numbers(self) -> list[NumberField]:
        """All number fields."""
        return list(self.fields.values())

    def show_classes(self, names: Sequence[str]) -> None:
        """The classes that can be marked as critical; marks of others are kept."""
        self.critical.show_classes(names)

    def _number(self, name: str) -> NumberField:
        field = NumberField(digits=DIGITS[name])
        field.setRange(*bounds(name))
        field.valueChanged.connect(self._edited)
        return field

    def _assemble(self) -> None:
        card = Card()
        self._heading = label("heading")
        self._about = label("muted", wrap=True)
        card.body.addWidget(self._heading)
        card.body.addWidget(self._about)
        self._add(card.body, *(self.fields[name] for name in _TRAININGS))
        self._add(card.body, self.currency, *(self.fields[name] for name in _HOURLY))
        card.body.addWidget(self.waits)
        self._add(card.body, *(self.fields[name] for name in (*_CONDENSING, *_LIMITS)))
        self._add(card.body, self.critical)
        self._add(self.missed.body, *(self.fields[name] for name in _MISSED))
        card.body.addWidget(self.missed)
        card.body.setSpacing(GAP + 2)
        card.body.addStretch(1)
        self.setLayout(column(card))

    def _add(self, layout: QVBoxLayout, *fields: QWidget) -> None:
        for field in fields:
            words = label(wrap=True)
            words.setBuddy(field)
            self._labels[field] = words
            layout.addLayout(column(words, field, spacing=TIGHT))

    def costs(self) -> CostInputs:
        """The inputs as typed."""
        values: dict[str, Any] = {
            name: (field.value() or None) if name in OPTIONAL else field.value()
            for name, field in self.fields.items()
        }
        return CostInputs(
            engineer_waits=self.waits.isChecked(),
            currency=self.currency.currentData(),
            critical_classes=self.critical.marked(),
            **values,
        )

    def show_costs(self, costs: CostInputs) -> None:
        """Fill the form without telling."""
        self._showing = True
        self.currency.setCurrentIndex(self.currency.findData(costs.currency))
        self._fit_digits()
        for name, field in self.fields.items():
            field.setValue(getattr(costs, name) or 0.0)
        self.waits.setChecked(costs.engineer_waits)
        self.critical.show_marked(costs.critical_classes)
        self._showing = False
        self._say_units()

    def _edited(self, _value: object = None) -> None:
        if not self._showing:
            self._showing = True  # fewer digits round a value, which is no edit of its own
            self._fit_digits()
            self._showing = False
            self._say_units()
            self.changed.emit()

    def _fit_digits(self) -> None:
        """Yen have no decimals, cents count."""
        for name in AMOUNTS:
            self.fields[name].setDecimals(0 if self.currency.currentData() == "JPY" else 2)

    def _say(self) -> None:
        self._heading.setText(self.tr("Your costs"))
        self._about.setText(
            self.tr("The measured times become money with these. They are kept with the project.")
        )
        for name, field in self.fields.items():
            self._name(field, name)
            field.setSpecialValueText(cost_words(name, current()).empty)
        self._name(self.currency, "currency")
        self._name(self.critical, "critical_classes")
        self.critical.redraw()
        self.waits.setText(cost_words("engineer_waits", current()).name)
        self.waits.setToolTip(cost_words("engineer_waits", current()).help)
        self.missed.heading.setText(self.tr("What a missed defect costs (optional)"))
        self._say_units()

    def _name(self, field: QWidget, name: str) -> None:
        words = cost_words(name, current())
        self._labels[field].setText(words.name)
        field.setAccessibleName(words.name)
        field.setAccessibleDescription(words.help)
        for part in (field, self._labels[field]):
            part.setToolTip(words.help)

    def _say_units(self) -> None:
        for name, field in self.fields.items():
            field.setSuffix(cost_words(name, current(), self.currency.currentData()).unit)
