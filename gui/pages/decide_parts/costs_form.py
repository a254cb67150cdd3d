"""The cost inputs of the user's own factory."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QVBoxLayout, QWidget

from engine.trial import CostInputs
from gui.language import TranslatedWidget
from gui.pages.decide_parts.cost_fields import CURRENCIES, bounds
from gui.theme import GAP, TIGHT
from gui.widgets.layout import Card, column, label
from gui.widgets.number_field import NumberField
from gui.widgets.quiet_wheel import quiet_wheel


class CostsForm(TranslatedWidget):
    """Emits ``changed`` at every edit."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        self.retrainings = self._number("retrainings_per_month")
        self.workstation = self._number("workstation_per_hour")
        self.engineer = self._number("engineer_per_hour")
        self.waits = QCheckBox()
        self.accepted = self._number("accepted_loss_points", digits=1)
        self.today = self._number("training_minutes_today", digits=1)
        self.currency = QComboBox()
        for code in CURRENCIES:
            self.currency.addItem(code, code)
        self._assemble()
        quiet_wheel(*self.numbers(), self.currency)
        self.waits.toggled.connect(self._edited)
        self.currency.currentIndexChanged.connect(self._edited)
        self.bind(self._say)
        self.show_costs(CostInputs())

    def numbers(self) -> list[NumberField]:
        """All number fields."""
        return [self.retrainings, self.workstation, self.engineer, self.accepted, self.today]

    def _number(self, name: str, *, digits: int = 0) -> NumberField:
        field = NumberField(digits=digits)
        field.setRange(*bounds(name))
        field.valueChanged.connect(self._edited)
        return field

    def _assemble(self) -> None:
        card = Card()
        self._heading = label("heading")
        self._about = label("muted", wrap=True)
        card.body.addWidget(self._heading)
        card.body.addWidget(self._about)
        self._labels: dict[QWidget, QLabel] = {}
        for field in (self.retrainings, self.currency, self.workstation, self.engineer):
            card.body.addLayout(self._field(field))
        card.body.addWidget(self.waits)
        for field in (self.accepted, self.today):
            card.body.addLayout(self._field(field))
        card.body.setSpacing(GAP + 2)
        card.body.addStretch(1)
        self.setLayout(column(card))

    def _field(self, field: QWidget) -> QVBoxLayout:
        words = label(wrap=True)
        words.setBuddy(field)
        self._labels[field] = words
        return column(words, field, spacing=TIGHT)

    def costs(self) -> CostInputs:
        """The inputs as typed."""
        return CostInputs(
            retrainings_per_month=self.retrainings.value(),
            workstation_per_hour=self.workstation.value(),
            engineer_per_hour=self.engineer.value(),
            engineer_waits=self.waits.isChecked(),
            currency=self.currency.currentData(),
            accepted_loss_points=self.accepted.value(),
            training_minutes_today=self.today.value() or None,
        )

    def show_costs(self, costs: CostInputs) -> None:
        """Fill the form without telling."""
        self._showing = True
        self.retrainings.setValue(costs.retrainings_per_month)
        self.workstation.setValue(costs.workstation_per_hour)
        self.engineer.setValue(costs.engineer_per_hour)
        self.waits.setChecked(costs.engineer_waits)
        self.currency.setCurrentIndex(self.currency.findData(costs.currency))
        self.accepted.setValue(costs.accepted_loss_points)
        self.today.setValue(costs.training_minutes_today or 0.0)
        self._showing = False
        self._say_units()

    def _edited(self, _value: object = None) -> None:
        if not self._showing:
            self._say_units()
            self.changed.emit()

    def _say(self) -> None:
        self._heading.setText(self.tr("Your costs"))
        self._about.setText(
            self.tr("The measured times become money with these. They are kept with the project.")
        )
        for field, words in (
            (self.retrainings, self.tr("Retrainings")),
            (self.currency, self.tr("Currency")),
            (self.workstation, self.tr("The computer, while it trains")),
            (self.engineer, self.tr("An engineer")),
            (self.accepted, self.tr("Accuracy you accept to lose")),
            (self.today, self.tr("One training on all data takes today")),
        ):
            self._labels[field].setText(words)
            field.setAccessibleName(words)
        self.waits.setText(self.tr("An engineer waits for each training"))
        self.today.setSpecialValueText(self.tr("as the trial measured it"))
        self.today.setToolTip(
            self.tr("If your own training takes longer than the trial's, type its minutes here.")
        )
        self._say_units()

    def _say_units(self) -> None:
        code = self.currency.currentData()
        hourly = self.tr(" {currency} an hour").format(currency=code)
        self.retrainings.setSuffix(self.tr(" a month"))
        self.workstation.setSuffix(hourly)
        self.engineer.setSuffix(hourly)
        self.accepted.setSuffix(self.tr(" points"))
        self.today.setSuffix(self.tr(" min"))
