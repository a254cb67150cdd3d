"""Figures of a pair: how their tones are distributed, and their appearance in plain units."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from engine.data.appearance_words import kind_text, measure_name, plain_number, with_unit
from engine.inspection.appearance import Measure
from engine.inspection.difference import LEVELS, tone_shares
from gui.language import TranslatedWidget, current
from gui.pages.inspect_parts.study import MeasuredPair, Pixels
from gui.theme import GAP, TIGHT
from gui.widgets.elided import ElidedLabel
from gui.widgets.histogram import HistogramChart
from gui.widgets.layout import column, label, row
from gui.widgets.segments import Segments

CHANNELS = ("grey", "red", "green", "blue")
_BINS = 64
_LEAST_TABLE = 72
_CHART = 76
_NOTHING = "–"


class PairPanel(TranslatedWidget):
    """Shows what was measured of a synthetic and a real picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair: tuple[Pixels, Pixels] | None = None
        self._measured: MeasuredPair | None = None
        self._failure: Callable[[], str] | None = None
        self._channel = CHANNELS[0]
        self.title = ElidedLabel("muted")
        self.channels = Segments(CHANNELS)
        self.channels.show_choice(self._channel)
        self.channels.chosen.connect(self._choose)
        self.chart = HistogramChart()
        self.chart.setFixedHeight(_CHART)
        self.state = label("muted", wrap=True)
        self.table = _table()
        layout = column(
            row(self.title, self.channels, spacing=GAP), self.chart, self.state, self.table,
            spacing=TIGHT,
        )  # fmt: skip
        layout.setStretch(3, 1)
        self.setLayout(layout)
        self.bind(self._say)

    # --- what is shown --------------------------------------------------------------------------

    def show_pair(self, pair: tuple[Pixels, Pixels] | None) -> None:
        """Show how two pictures' tones are distributed; the measures follow."""
        self._pair, self._measured, self._failure = pair, None, None
        self.channels.setVisible(pair is not None and pair[0].shape[2] == 3)
        self._draw_tones()
        self._say()

    def show_measures(self, measured: MeasuredPair) -> None:
        """Show the measures of the pair."""
        self._measured, self._failure = measured, None
        self._say()

    def show_failure(self, words: Callable[[], str]) -> None:
        """Say why nothing could be measured."""
        self._failure = words
        self._say()

    def _choose(self, channel: str) -> None:
        self._channel = channel
        self.channels.show_choice(channel)
        self._draw_tones()
        self._say()

    def _draw_tones(self) -> None:
        edges = np.linspace(0, LEVELS, _BINS + 1).tolist()
        synthetic: list[float] = []
        real: list[float] = []
        if self._pair is not None:
            synthetic, real = (self._shares(picture) for picture in self._pair)
        self.chart.show_shares(edges, real, synthetic)

    def _shares(self, picture: Pixels) -> list[float]:
        shares = tone_shares(picture, _BINS)
        place = CHANNELS.index(self._channel) if len(shares) > 1 else 0
        return [float(one) for one in shares[place]]

    # --- words ----------------------------------------------------------------------------------

    def _say(self) -> None:
        words = {
            "grey": self.tr("Grey"),
            "red": self.tr("Red"),
            "green": self.tr("Green"),
            "blue": self.tr("Blue"),
        }
        for key, word in words.items():
            self.channels.set_texts(key, word, self.tr("Tones of this channel"))
        self.channels.setAccessibleName(self.tr("Channel"))
        title = self.tr("Tones, 0–255: synthetic as a line, real as an area")
        self.title.show_text(title)
        self.chart.setAccessibleName(title)
        self.table.setAccessibleName(self.tr("Appearance of both pictures"))
        state = self._state()
        self.state.setText(state)
        self.state.setVisible(bool(state))
        self.table.setVisible(not state)
        if not state and self._measured is not None:
            self._fill(self._measured)

    def _state(self) -> str:
        if self._failure is not None:
            return self._failure()
        if self._pair is None:
            return self.tr("There is no real sample to compare with yet.")
        if self._measured is None:
            return self.tr("Measuring both pictures…")
        if not self._measured.measures:
            return self.tr("Pictures this small cannot be measured.")
        return ""

    def _fill(self, found: MeasuredPair) -> None:
        language = current()
        headings = [
            self.tr("As {kind}").format(kind=kind_text(found.kind, language)),
            self.tr("Synthetic"),
            self.tr("Real"),
            self.tr("Difference"),
        ]
        self.table.setHorizontalHeaderLabels(headings)
        self.table.setRowCount(len(found.measures))
        for place, (measure, synthetic, real) in enumerate(found.measures):
            name = measure_name(measure.key, found.kind, language)
            cells = [name, *_figures(measure, synthetic, real)]
            tip = ": ".join((name, ", ".join(f"{h} {c}" for h, c in _named(headings, cells))))
            for at, words in enumerate(cells):
                self.table.setItem(place, at, _cell(words, tip, right=at > 0))


def _figures(measure: Measure, synthetic: float, real: float) -> list[str]:
    """Both values and their difference, which carries the unit."""
    shown = [
        _NOTHING if math.isnan(one) else plain_number(one, measure.digits)
        for one in (synthetic, real)
    ]
    apart = synthetic - real
    if math.isnan(apart):
        return [*shown, _NOTHING]
    words = with_unit(apart, measure.unit, measure.digits, current())
    higher = apart > 0 and plain_number(apart, measure.digits) != plain_number(0, measure.digits)
    return [*shown, f"+{words}" if higher else words]


def _named(headings: Sequence[str], cells: Sequence[str]) -> list[tuple[str, str]]:
    return list(zip(headings[1:], cells[1:], strict=True))


def _cell(words: str, tip: str, *, right: bool) -> QTableWidgetItem:
    made = QTableWidgetItem(words)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    made.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    made.setToolTip(tip)
    return made


def _table() -> QTableWidget:
    made = QTableWidget(0, 4)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.setTabKeyNavigation(False)
    made.setShowGrid(False)
    made.setMinimumHeight(_LEAST_TABLE)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.verticalHeader().hide()
    made.verticalHeader().setDefaultSectionSize(made.fontMetrics().height() + 2 * TIGHT)
    header = made.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setHighlightSections(False)
    return made
