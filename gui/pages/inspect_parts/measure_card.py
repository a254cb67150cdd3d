"""One measure of appearance: its distributions, a word and a sentence."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget

from engine.data.appearance_report import Against, AppearanceGrade, MeasureReport
from engine.data.appearance_words import (
    distance_sentence,
    grade_text,
    measure_name,
    measure_sentence,
)
from engine.data.recipe import Kind
from gui.icons import icon
from gui.language import current
from gui.theme import TIGHT, colours
from gui.widgets.histogram import HistogramChart
from gui.widgets.layout import Card, flowing, label, row
from gui.widgets.view_picture import make_copyable

_SIGN = QSize(16, 16)
_ICONS: dict[AppearanceGrade, str] = {
    "matched": "check-circle-outline",
    "close": "approximately-equal",
    "differs": "not-equal-variant",
    "far": "alert-outline",
    "unmeasured": "help-circle-outline",
}


class MeasureCard(Card):
    """Shows a measure; its owner says it again in another language or theme."""

    def __init__(
        self,
        one: MeasureReport,
        kind: Kind,
        *,
        against: Against = "real",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.one, self._kind, self._against = one, kind, against
        self.name, self.grade = label("heading"), label()
        self._sign = QLabel()
        self.chart = HistogramChart()
        self.sentence = flowing(label(wrap=True, selectable=True))
        self.body.setSpacing(TIGHT)
        self.body.addLayout(row(self.name, None, self._sign, self.grade, spacing=TIGHT))
        self.body.addWidget(self.chart)
        self.body.addWidget(self.sentence)
        self.body.addStretch(1)
        bins = one.histogram
        self.chart.show_shares(bins.edges, bins.real, bins.synthetic, bins.reference)
        make_copyable(self, self.name.text)
        self.say()

    def say(self) -> None:
        """All words, in the language and colours of now."""
        one, language = self.one, current()
        sentence = measure_sentence(one, self._kind, language, against=self._against)
        colour = appearance_colour(one.grade)
        self.name.setText(measure_name(one.key, self._kind, language))
        self.grade.setText(grade_text(one.grade, language))
        self.grade.setStyleSheet(f"color: {colour};")
        self._sign.setPixmap(icon(_ICONS[one.grade], colour=colour).pixmap(_SIGN))
        self.sentence.setText(sentence)
        self.chart.setAccessibleName(self.name.text())
        self.chart.setAccessibleDescription(sentence)
        self.setToolTip(distance_sentence(one, language))


def appearance_colour(grade: AppearanceGrade) -> str:
    """The colour of a grade's word; never shown without the word."""
    c = colours()
    if grade == "matched":
        return c.good
    return c.text if grade == "close" else c.warning if grade == "differs" else c.bad
