"""A short list of classes, each with a tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from gui.theme import colours

_ROWS = 5
_SPACE = 2


class ClassMarks(QListWidget):
    """Emits ``changed`` when the user ticks; marks of classes that are not listed are kept."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marked: set[str] = set()
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setSpacing(_SPACE)
        self.itemChanged.connect(self._ticked)
        self._fit()

    def show_classes(self, names: Sequence[str]) -> None:
        """Replace the list."""
        if [self.item(at).text() for at in range(self.count())] == list(names):
            return
        self.clear()
        for name in names:
            self._add(name)
        self._fit()

    def show_marked(self, names: Sequence[str]) -> None:
        """Tick these and no others, without telling."""
        self._marked = set(names)
        self.blockSignals(True)
        for at in range(self.count()):
            item = self.item(at)
            item.setCheckState(_state(item.text() in self._marked))
        self.blockSignals(False)
        self.viewport().update()

    def redraw(self) -> None:
        """In the colours of the theme: Fusion draws marks a shade darker than the window."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(colours().muted))
        self.setPalette(palette)

    def showEvent(self, event: QShowEvent) -> None:
        """The style sheet has given it a palette of its own only now."""
        super().showEvent(event)
        self.redraw()

    def marked(self) -> tuple[str, ...]:
        """The ticked ones, sorted."""
        return tuple(sorted(self._marked))

    def _add(self, name: str) -> None:
        item = QListWidgetItem(name)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(_state(name in self._marked))
        item.setToolTip(name)
        self.blockSignals(True)
        self.addItem(item)
        self.blockSignals(False)

    def _ticked(self, item: QListWidgetItem) -> None:
        ticked = item.checkState() == Qt.CheckState.Checked
        (self._marked.add if ticked else self._marked.discard)(item.text())
        self.changed.emit()

    def _fit(self) -> None:
        """As high as its rows, up to a few."""
        rows = min(max(self.count(), 1), _ROWS)
        height = max(self.sizeHintForRow(0), self.fontMetrics().height() + 4) + 2 * _SPACE
        self.setFixedHeight(rows * height + 2 * self.frameWidth() + 2)


def _state(on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
