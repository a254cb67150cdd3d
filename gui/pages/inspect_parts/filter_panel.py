"""What the gallery leaves out: by verdict, by issue, by a range of a value; opens over the page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QWidget

from engine.data.recipe import Kind
from gui.icons import icon
from gui.language import Translated, number
from gui.pages.inspect_parts.arranging import JUDGED, NEAREST, Judged, Wishes
from gui.pages.inspect_parts.filter_words import (
    WordOf,
    digits_of,
    judged_word,
    measures,
    order_word,
    value_text,
)
from gui.pages.inspect_parts.words import VERDICT_ICONS, verdict_colour
from gui.theme import GAP, PAD, TIGHT
from gui.widgets.layout import button, column, label, row
from gui.widgets.number_field import NumberField

_FIELD_WIDTH, _WIDTH = 108, 300


class FilterPanel(Translated, QFrame):
    """A popup; :attr:`changed` tells of other wishes, :attr:`value_asked` of a value to know."""

    changed = Signal(object)
    value_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("card", "true")
        self._wishes = Wishes()
        self._kind: Kind | None = None
        self._real = False
        self._issue_word: WordOf = str
        self._extent: tuple[float, float] | None = None
        self.verdicts: dict[Judged, QCheckBox] = {one: QCheckBox() for one in JUDGED}
        self.issues: dict[str, QCheckBox] = {}
        self.value = QComboBox()
        self.least, self.most = NumberField(), NumberField()
        self.note = label("muted", wrap=True)
        self.clear = button("filter-remove-outline")
        self._titles = [label("heading") for _ in range(3)]
        self._between, self._unit = label("muted"), label("muted", wrap=True)
        self._assemble()
        self._connect()
        self.bind(self._say)

    def _assemble(self) -> None:
        verdicts, self._issue_grid = QGridLayout(), QGridLayout()
        for place, box in enumerate(self.verdicts.values()):
            box.setIconSize(QSize(16, 16))
            verdicts.addWidget(box, place // 2, place % 2)
        for grid in (verdicts, self._issue_grid):
            grid.setSpacing(GAP)
        for one in (self.least, self.most):
            one.setFixedWidth(_FIELD_WIDTH)
        fields = row(self.least, self._between, self.most, None, spacing=TIGHT)
        layout = column(
            self._titles[0],
            verdicts,
            self._titles[1],
            self._issue_grid,
            self._titles[2],
            self.value,
            fields,
            self._unit,
            self.note,
            row(None, self.clear),
        )
        layout.setContentsMargins(PAD, PAD, PAD, PAD)
        self.setLayout(layout)
        self.setFixedWidth(_WIDTH)

    def _connect(self) -> None:
        for one in self.verdicts.values():
            one.clicked.connect(self._tell)
        self.value.activated.connect(self._value_chosen)
        for field in (self.least, self.most):
            field.valueChanged.connect(self._tell)
        self.clear.clicked.connect(lambda: self.changed.emit(self._wishes.unfiltered()))

    # --- what is shown --------------------------------------------------------------------------

    def offer(self, kind: Kind | None, issues: Sequence[str], word: WordOf, *, real: bool) -> None:
        """What can be asked for: values of a kind of pictures, issues, distances to ``real``."""
        self._kind, self._issue_word, self._real = kind, word, real
        if list(self.issues) != list(issues):
            for box in self.issues.values():
                self._issue_grid.removeWidget(box)
                box.deleteLater()
            self.issues = {one: QCheckBox() for one in issues}
            before: QWidget = list(self.verdicts.values())[-1]
            for place, box in enumerate(self.issues.values()):
                self._issue_grid.addWidget(box, place, 0)
                self.setTabOrder(before, box)
                before = box
                box.clicked.connect(self._tell)
        self._say()

    def show_wishes(self, wishes: Wishes) -> None:
        """Mark what is in force, without telling."""
        self._wishes = wishes
        for judged, box in self.verdicts.items():
            box.setChecked(judged in wishes.verdicts)
        for issue, box in self.issues.items():
            box.setChecked(issue in wishes.issues)
        if not wishes.filtered:
            self._extent = None
            self.value.setCurrentIndex(0)
        self._show_fields()

    def show_extent(self, key: str, least: float, most: float, note: str = "") -> None:
        """The least and the largest value there is; NaN as long as they are not known."""
        if key != self.value.currentData():
            return
        self.note.setText(note)
        self.note.setVisible(bool(note))
        known = math.isfinite(least) and math.isfinite(most)
        if not known:
            self._extent = None
        else:
            step = 10.0 ** -digits_of(key, self._kind)
            # Rounded outwards, so that the whole range leaves nothing out.
            self._extent = (math.floor(least / step) * step, math.ceil(most / step) * step)
        self._show_fields()

    def open_below(self, control: QWidget) -> None:
        """Open it under a button, inside the screen."""
        self.adjustSize()
        at = control.mapToGlobal(QPoint(control.width() - self.width(), control.height() + TIGHT))
        room = control.screen().availableGeometry()
        at.setX(max(room.left(), min(at.x(), room.right() - self.width())))
        at.setY(max(room.top(), min(at.y(), room.bottom() - self.height())))
        self.move(at)
        self.show()
        next(iter(self.verdicts.values())).setFocus()
        if self.value.currentData():
            self.value_asked.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """A value of which all is shown is not asked for any more."""
        if not self._wishes.measure:
            self.value.setCurrentIndex(0)
            self._extent = None
            self._show_fields()
        super().hideEvent(event)

    # --- what the user does ---------------------------------------------------------------------

    def _value_chosen(self) -> None:
        self._extent = None
        self._show_fields()
        self._tell()
        self.value_asked.emit()

    def _tell(self, *_now: object) -> None:
        chosen = {one for one, box in self.verdicts.items() if box.isChecked()}
        measure, least, most = self._range()
        slack = self._half if measure else 0.0
        wishes = replace(
            self._wishes,
            verdicts=frozenset(chosen),
            issues=frozenset(one for one, box in self.issues.items() if box.isChecked()),
            measure=measure,
            least=least,
            most=most,
            slack=slack,
        )
        if wishes != self._wishes:
            self._wishes = wishes
            self.changed.emit(wishes)

    def _range(self) -> tuple[str, float, float]:
        """The range asked for; the whole of it is none, so that the unmeasured stay shown."""
        key, extent = self.value.currentData(), self._extent
        none = ("", -math.inf, math.inf)
        if not key or extent is None:
            return none
        least, most = self.least.value(), self.most.value()
        from_least, to_most = least > extent[0] + self._half, most < extent[1] - self._half
        if not (from_least or to_most):
            return none
        return key, least if from_least else -math.inf, most if to_most else math.inf

    @property
    def _half(self) -> float:
        """Half of the last digit shown."""
        return float(0.5 * 10.0 ** -digits_of(self.value.currentData(), self._kind))

    def _show_fields(self) -> None:
        key, extent = self.value.currentData(), self._extent
        for field, place, asked in (
            (self.least, 0, self._wishes.least),
            (self.most, 1, self._wishes.most),
        ):
            field.setEnabled(extent is not None)
            if key and extent is not None:
                blocker = QSignalBlocker(field)
                field.setDecimals(digits_of(key, self._kind))
                field.setRange(*extent)
                inside = self._wishes.measure == key and math.isfinite(asked)
                field.setValue(asked if inside else extent[place])
                blocker.unblock()
        self._say_range()

    # --- words ----------------------------------------------------------------------------------

    def _say(self) -> None:
        for title, words in zip(
            self._titles, (self.tr("Verdict"), self.tr("Issues"), self.tr("Value")), strict=True
        ):
            title.setText(words)
        self._titles[1].setVisible(bool(self.issues))
        for judged, box in self.verdicts.items():
            box.setText(judged_word(judged))
            box.setToolTip(self.tr("Shows samples with this verdict"))
            if judged != "none":
                box.setIcon(icon(VERDICT_ICONS[judged], colour=verdict_colour(judged)))
        for issue, box in self.issues.items():
            box.setText(self._issue_word(issue))
            box.setToolTip(self.tr("Shows samples with this issue"))
        chosen = self.value.currentData()
        keys = ["", *([NEAREST] if self._real else []), *measures(self._kind)]
        blocker = QSignalBlocker(self.value)
        self.value.clear()
        for key in keys:
            self.value.addItem(order_word(key, self._kind) if key else self.tr("Any value"), key)
        self.value.setCurrentIndex(max(0, keys.index(chosen) if chosen in keys else 0))
        blocker.unblock()
        self.setAccessibleName(self.tr("Filters"))
        self.value.setAccessibleName(self.tr("Value to filter by"))
        self.value.setToolTip(self.tr("Shows samples by a measured value"))
        self.least.setAccessibleName(self.tr("Least value shown"))
        self.most.setAccessibleName(self.tr("Largest value shown"))
        self.least.setToolTip(self.tr("Samples with a smaller value are left out."))
        self.most.setToolTip(self.tr("Samples with a larger value are left out."))
        self._between.setText(self.tr("to"))
        self.clear.setText(self.tr("Clear filters"))
        self.clear.setToolTip(self.tr("Shows all samples again"))
        self._say_range()

    def _say_range(self) -> None:
        key, extent = self.value.currentData(), self._extent
        for part in (self.least, self.most, self._between, self._unit):
            part.setVisible(bool(key))
        if not key:
            self.note.hide()
            return
        if extent is not None:
            least = number(extent[0], digits_of(key, self._kind))
            most = value_text(key, extent[1], self._kind)
            words = self.tr("There are {least} to {most}. What has no such value is left out.")
            self._unit.setText(words.format(least=least, most=most))
        else:
            self._unit.hide()
