"""The gaps of two runs by class as dumbbells: run A ○──● run B."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from engine.inspection.comparing_runs import (
    ASPECTS,
    Aspect,
    RunComparison,
    which_is_closer,
)
from engine.inspection.gaps import ClassGap
from gui.language import TranslatedWidget, number
from gui.theme import GAP
from gui.widgets.dumbbells import Dumbbell, Dumbbells, Marks
from gui.widgets.layout import Card, column, flowing, label, row, scrolled

# The scale is at least as wide as what counts as far off.
_LEAST: dict[Aspect, float] = {"content": 0.3, "style": 0.1, "diversity": 1.25}
_MARKS = 4
_STEPS = (1, 2, 2.5, 5, 10)


class RunsGaps(TranslatedWidget):
    """One kind of gap at a time, the class with the largest difference first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first: Sequence[ClassGap] = ()
        self._second: Sequence[ClassGap] = ()
        self._names: list[str] = []
        self._name: str | None = None
        self.title, self.key = label("heading"), flowing(label("muted", wrap=True))
        self.aspect = QComboBox()
        for one in ASPECTS:
            self.aspect.addItem("", one)
        self.aspect.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.aspect.activated.connect(lambda _at: self._draw())
        self.chart = Dumbbells()
        self.area = scrolled(self.chart)
        card = Card()
        card.body.addLayout(row(self.title, None, self.aspect))
        card.body.addWidget(self.key)
        card.body.addWidget(self.area, 1)
        card.body.setSpacing(GAP)
        self.setLayout(column(card))
        self.bind(self._draw)

    def show_comparison(self, found: RunComparison | None) -> None:
        """Show the classes that both runs have gaps of."""
        self._first = () if found is None else found.first.gaps
        self._second = () if found is None else found.second.gaps
        self._draw()

    def choose_class(self, name: str | None) -> None:
        """Mark a class."""
        self._name = name
        self._mark()

    def _draw(self) -> None:
        self.title.setText(self.tr("Gaps by class"))
        self.chart.setAccessibleName(self.tr("Gaps of both runs by class"))
        self.aspect.setAccessibleName(self.tr("Which gap"))
        words = (self.tr("Content gap"), self.tr("Style gap"), self.tr("Diversity"))
        for place, word in enumerate(words):
            self.aspect.setItemText(place, word)
        aspect: Aspect = self.aspect.currentData()
        pairs = self._pairs(aspect)
        self._names = [name for name, _, _ in pairs]
        most = max([_LEAST[aspect], *(max(one, other) for _, one, other in pairs)])
        rows = [self._row(aspect, *pair) for pair in pairs]
        self.chart.show_rows(rows, _marks(most, percent=aspect == "diversity"))
        self.key.setText(self._key(aspect) if pairs else self.tr("Not measured of both runs."))
        self.aspect.setEnabled(bool(pairs))
        self.chart.setVisible(bool(pairs))
        self._mark()

    def _pairs(self, aspect: Aspect) -> list[tuple[str, float, float]]:
        others = {gap.name: gap for gap in self._second}
        pairs = [
            (gap.name, float(getattr(gap, aspect)), float(getattr(others[gap.name], aspect)))
            for gap in self._first
            if gap.name in others
        ]
        return sorted(pairs, key=lambda pair: -abs(pair[2] - pair[1]))

    def _row(self, aspect: Aspect, name: str, first: float, second: float) -> Dumbbell:
        percent = aspect == "diversity"
        one, other = (
            f"{number(100 * value)} %" if percent else number(value, 2) for value in (first, second)
        )
        closer = which_is_closer(aspect, first, second)
        tip = {
            "first": self.tr("{name}: {first} in run A, {second} in run B; run A is closer."),
            "second": self.tr("{name}: {first} in run A, {second} in run B; run B is closer."),
            "same": self.tr("{name}: {first} in run A, {second} in run B; as close."),
        }[closer].format(name=name, first=one, second=other)
        return Dumbbell(name, second, first, f"{one} → {other}", tip, closer == "first")

    def _key(self, aspect: Aspect) -> str:
        meaning = (
            self.tr("100 %: as varied as the real samples.")
            if aspect == "diversity"
            else self.tr("0: matched.")
        )
        return self.tr("○ run A   ● run B   {meaning}").format(meaning=meaning)

    def _mark(self) -> None:
        place = self._names.index(self._name) if self._name in self._names else None
        self.chart.mark(place)
        if place is not None:
            at = self.chart.place_of(place)
            self.area.ensureVisible(0, int(at.center().y()), 0, int(at.height()))


def _marks(most: float, *, percent: bool) -> Marks:
    """Round values from 0 to beyond ``most``."""
    rough = most / _MARKS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * one for one in _STEPS if power * one >= rough * (1 - 1e-9))
    digits = max(0, 1 - math.floor(math.log10(step)))
    values = [step * place for place in range(math.ceil(most / step - 1e-9) + 1)]
    if percent:
        return [(value, f"{number(100 * value)} %") for value in values]
    return [(value, number(value, min(digits, 2))) for value in values]
