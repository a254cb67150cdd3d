"""The rules of the verdict: each with what was measured, and thresholds to change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QWidget

from engine.data.cost_inputs import Currency
from engine.trial import DecisionRules, Rule
from engine.trial.rules import RuleName
from engine.trial.weighing import RuleOutcome
from gui.icons import icon
from gui.language import TranslatedWidget, current
from gui.pages.decide_parts.rule_words import SIGNS, threshold_unit
from gui.theme import GAP, PAD, colours
from gui.widgets.layout import button, column, label, row
from gui.widgets.number_field import NumberField
from gui.widgets.quiet_wheel import quiet_wheel

_ICON = 16
_FIELD_WIDTH = 128


class RuleRow:
    """The widgets of one rule."""

    def __init__(self, rule: Rule) -> None:
        self.name: RuleName = rule.name
        self.on = QCheckBox()
        self.title = label(wrap=True)
        self.measured = label(selectable=True)
        self.sign, self.state = QLabel(), label()
        self.threshold = NumberField(digits=rule.kind.digits)
        self.threshold.setRange(rule.kind.low, rule.kind.high)
        self.threshold.setPrefix(SIGNS[rule.kind.holds])
        self.threshold.setFixedWidth(_FIELD_WIDTH)
        self.otherwise = QComboBox()
        for consequence in ("pilot", "no"):
            self.otherwise.addItem(consequence, consequence)

    def rule(self) -> Rule:
        """As it stands in the widgets."""
        return Rule(
            name=self.name,
            threshold=self.threshold.value(),
            otherwise=self.otherwise.currentData(),
            on=self.on.isChecked(),
        )


class RulesView(TranslatedWidget):
    """Emits ``changed`` at every edit."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        self._outcomes: Sequence[RuleOutcome] = ()
        self._currency: Currency = "JPY"
        self.about = label("muted", wrap=True)
        self.rows = [RuleRow(rule) for rule in DecisionRules().rules]
        self.restore = button("backup-restore")
        self.restore.clicked.connect(self._restore)
        self._heads = [label("muted") for _ in range(4)]
        self._assemble()
        self.bind(self._say)
        self.show_rules(DecisionRules())

    def _assemble(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(PAD)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(1, 1)
        for place, head in zip((1, 2, 4, 5), self._heads, strict=True):
            grid.addWidget(head, 0, place)
        for at, one in enumerate(self.rows, start=1):
            state = row(one.sign, one.state, None, spacing=4)
            grid.addWidget(one.on, at, 0)
            grid.addWidget(one.title, at, 1)
            grid.addWidget(one.measured, at, 2)
            grid.addLayout(state, at, 3)
            grid.addWidget(one.threshold, at, 4)
            grid.addWidget(one.otherwise, at, 5)
            quiet_wheel(one.threshold, one.otherwise)
            one.on.toggled.connect(self._edited)
            one.threshold.valueChanged.connect(self._edited)
            one.otherwise.currentIndexChanged.connect(self._edited)
        foot = row(None, self.restore)
        self.setLayout(column(self.about, grid, foot, spacing=GAP))

    def rules(self) -> DecisionRules:
        """As typed."""
        return DecisionRules(rules=tuple(one.rule() for one in self.rows))

    def show_rules(self, rules: DecisionRules) -> None:
        """Fill the fields without telling."""
        self._showing = True
        for one in self.rows:
            rule = rules[one.name]
            one.on.setChecked(rule.on)
            one.threshold.setValue(rule.threshold)
            one.otherwise.setCurrentIndex(one.otherwise.findData(rule.otherwise))
        self._showing = False

    def show_outcomes(self, outcomes: Sequence[RuleOutcome], currency: Currency) -> None:
        """What was measured beside each rule."""
        self._outcomes, self._currency = outcomes, currency
        self._draw()

    def _restore(self) -> None:
        self.show_rules(DecisionRules())
        self.changed.emit()

    def _edited(self, _value: object = None) -> None:
        if not self._showing:
            self.changed.emit()

    def _say(self) -> None:
        self.about.setText(
            self.tr("The verdict follows from these rules alone. Change them to fit your factory.")
        )
        for head, words in zip(
            self._heads,
            (self.tr("Rule"), self.tr("Measured"), self.tr("Threshold"), self.tr("If not met")),
            strict=True,
        ):
            head.setText(words)
        self.restore.setText(self.tr("Restore defaults"))
        self.restore.setToolTip(self.tr("All rules as they come with Shizuku"))
        for one in self.rows:
            title = one.rule().title(current())
            one.title.setText(title)
            one.on.setToolTip(self.tr("Ask for this"))
            one.on.setAccessibleName(self.tr("Ask for this: {rule}").format(rule=title))
            one.threshold.setAccessibleName(self.tr("Threshold: {rule}").format(rule=title))
            one.threshold.setToolTip(
                self.tr("{rule}: met where what was measured is {sign} this value.").format(
                    rule=title, sign=SIGNS[one.rule().kind.holds].strip()
                )
            )
            one.otherwise.setAccessibleName(self.tr("If not met: {rule}").format(rule=title))
            one.otherwise.setToolTip(self.tr("What the verdict becomes where this is not met"))
            one.otherwise.setItemText(0, self.tr("pilot further"))
            one.otherwise.setItemText(1, self.tr("do not use"))
        self._draw()

    def _draw(self) -> None:
        found = {one.rule.name: one for one in self._outcomes}
        for one in self.rows:
            kind = one.rule().kind
            one.threshold.setSuffix(threshold_unit(kind, self._currency))
            # Left to itself Qt forgets the unit where room is short.
            one.threshold.setMinimumWidth(one.threshold.sizeHint().width())
            outcome = found.get(one.name)
            if outcome is None:
                continue
            one.measured.setText(outcome.measured(current()))
            one.state.setText(outcome.state(current()))
            one.sign.setPixmap(_sign(outcome))
            one.title.setEnabled(outcome.rule.on)
            one.title.setAccessibleDescription(
                f"{outcome.measured(current())}, {outcome.wanted(current())}: "
                f"{outcome.state(current())}"
            )


def _sign(outcome: RuleOutcome) -> QPixmap:
    c = colours()
    name, colour = "minus-circle-outline", c.muted
    if outcome.met is not None:
        name = "check-circle-outline" if outcome.met else "alert-circle-outline"
        failed = c.warning if outcome.rule.otherwise == "pilot" else c.bad
        colour = c.good if outcome.met else failed
    return icon(name, colour=colour).pixmap(_ICON, _ICON)
