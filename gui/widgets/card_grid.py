"""Cards in as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.theme import GAP, PAD


class CardGrid(QWidget):
    """Arranges cards row by row; put it into a scroll area.

    Parameters
    ----------
    least_width : int
        Of a column, px.
    most_columns : int
    """

    def __init__(
        self, parent: QWidget | None = None, *, least_width: int = 290, most_columns: int = 3
    ) -> None:
        super().__init__(parent)
        self._least, self._most = least_width, most_columns
        self._cards: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, GAP, 0)
        self._grid.setSpacing(PAD)

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Replace the cards; those that are shown no more are deleted."""
        for gone in self._cards:
            self._grid.removeWidget(gone)
            if gone not in cards:
                gone.hide()
                gone.deleteLater()
        self._cards = list(cards)
        self._columns = 0
        self._arrange()

    @property
    def columns(self) -> int:
        """How many there are now."""
        return self._columns

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for another number of columns."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        fitting = (self.width() - GAP + PAD) // (self._least + PAD)
        columns = max(1, min(self._most, fitting))
        if columns == self._columns:
            return
        for place in range(max(columns, self._columns)):
            self._grid.setColumnStretch(place, int(place < columns))
        self._columns = columns
        for card in self._cards:
            self._grid.removeWidget(card)
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
        rows = -(-len(self._cards) // columns)
        for place in range(self._grid.rowCount()):
            self._grid.setRowStretch(place, 0)
        self._grid.setRowStretch(rows, 1)
