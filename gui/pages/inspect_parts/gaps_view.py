"""Gaps of content and style by class as bars, of style by layer, and what is furthest off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from engine.inspection import ClassGap, gap_sentence
from gui.language import TranslatedWidget, current, number
from gui.pages.inspect_parts.look import ClassLine, SortKey, in_order
from gui.pages.inspect_parts.pair_card import PairCard
from gui.pages.inspect_parts.words import grade_colour, grade_word
from gui.theme import GAP, PAD
from gui.widgets.bars import Bar, BarColumn, BarRow, Bars
from gui.widgets.fold import Fold
from gui.widgets.layout import Card, column, flowing, label, row, scrolled

_ORDERS: tuple[SortKey, ...] = ("worst", "content", "style", "class")
# Where a bar fills its column if no class is further off: the limit of "far off".
_FAR = {"content": 1.0, "style": 0.5}
_LEAST_HEIGHT = 120
_NO_LABEL = -1


class GapsView(TranslatedWidget):
    """Emits :attr:`chosen` with a label, or None for all classes."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[ClassLine] = ()
        self._label: int | None = None
        self.order = QComboBox()
        for key in _ORDERS:
            self.order.addItem("", key)
        self.order.activated.connect(lambda _at: self._draw())
        self._order_title = label("muted")
        self._order_title.setBuddy(self.order)
        self.title, self.state = label("heading"), flowing(label("muted", wrap=True))
        self.bars, self.layer_bars = Bars(), Bars(choosable=False)
        self.bars.chosen.connect(lambda key: self.chosen.emit(None if key == _NO_LABEL else key))
        self.area = scrolled(self.bars)
        self.area.setMinimumHeight(_LEAST_HEIGHT)
        self.layers = Fold()
        self.layer_note = flowing(label("muted", wrap=True))
        self.pair = PairCard()
        self._assemble()
        self.bind(self._draw)

    def _assemble(self) -> None:
        card = Card()
        card.body.addLayout(row(self.title, None, self._order_title, self.order))
        card.body.addWidget(self.state)
        bars = column(self.bars.head, self.area, spacing=0)
        bars.setStretch(1, 1)
        card.body.addLayout(bars, 1)
        self.layers.body.addWidget(self.layer_note)
        self.layers.body.addLayout(column(self.layer_bars.head, self.layer_bars, spacing=0))
        card.body.addWidget(self.layers)
        card.body.setSpacing(GAP)
        layout = column(card, self.pair, spacing=PAD)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    # --- what is shown --------------------------------------------------------------------------

    def show_lines(self, lines: Sequence[ClassLine], state: str) -> None:
        """Show the classes; ``state`` says why there are no gaps, or what is being done."""
        self._lines = lines
        self.state.setText(state)
        self.state.setVisible(bool(state))
        self._draw()

    def choose(self, label_: int | None) -> None:
        """Mark a class, or all, without telling."""
        self._label = label_
        key = _key(label_)
        self.bars.mark(key)
        place = self.bars.place_of(key)
        if place is not None:
            self.area.ensureVisible(0, int(place.center().y()), 0, int(place.height()))
        self._draw_layers()

    # --- words ----------------------------------------------------------------------------------

    def _draw(self) -> None:
        self.title.setText(self.tr("Gaps by class"))
        self._order_title.setText(self.tr("Order"))
        self.order.setAccessibleName(self.tr("Order of the classes"))
        self.order.setToolTip(self.tr("In which order the classes stand"))
        words = (
            self.tr("worst first"),
            self.tr("by content"),
            self.tr("by style"),
            self.tr("as in the project"),
        )
        for place, word in enumerate(words):
            self.order.setItemText(place, word)
        self.bars.setAccessibleName(self.tr("Gaps by class"))
        self.layers.heading.setText(self.tr("Style gap by layer"))
        self.layer_bars.setAccessibleName(self.tr("Style gap by layer"))
        self.layer_note.setText(
            self.tr(
                "Early layers see lines and grain, late ones larger shapes. "
                "Expert settings can weigh them."
            )
        )
        key: SortKey = self.order.currentData()
        known = [line for line in self._lines if line.gap is not None]
        ordered = in_order(known, key, descending=key in ("content", "style"))
        self.bars.show_rows(
            [
                BarColumn(self.tr("Content gap"), "content", _FAR["content"]),
                BarColumn(self.tr("Style gap"), "style", _FAR["style"]),
            ],
            [self._row(line) for line in ordered],
        )
        self.order.setEnabled(bool(known))
        self.choose(self._label)

    def _name(self, line: ClassLine) -> str:
        return self.tr("All classes") if line.label is None else line.name

    def _row(self, line: ClassLine) -> BarRow:
        gap, grades = line.gap, line.grades
        assert gap is not None
        assert grades is not None
        named = ClassGap(self._name(line), gap.content, gap.style, gap.diversity)
        bars = [
            Bar(value, number(value, 2), grade_word(word), grade_colour(word))
            for value, word in zip((gap.content, gap.style), grades, strict=False)
        ]
        return BarRow(_key(line.label), named.name, bars, gap_sentence(named, current()))

    def _draw_layers(self) -> None:
        shown = [
            line
            for line in self._lines
            if line.label in (None, self._label) and line.gap is not None and line.gap.layers
        ]
        self.layers.setVisible(bool(shown))
        if not shown:
            return
        gaps = [line.gap.layers for line in shown if line.gap is not None]
        top = max(max(one) for one in gaps)
        columns = [BarColumn(self._name(line), "style", top) for line in shown]
        rows = [
            BarRow(
                layer,
                self.tr("Layer {number}").format(number=layer + 1),
                [Bar(one[layer], number(one[layer], 2)) for one in gaps],
            )
            for layer in range(min(map(len, gaps)))
        ]
        self.layer_bars.show_rows(columns, rows)


def _key(label_: int | None) -> int:
    return _NO_LABEL if label_ is None else label_
