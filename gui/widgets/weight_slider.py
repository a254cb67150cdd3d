"""A weight of the objective in words: off, less, balanced, more."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSlider, QWidget

from gui.language import TranslatedWidget, number
from gui.widgets.layout import column, label, row
from gui.widgets.quiet_wheel import quiet_wheel

STEPS_PER_UNIT = 4
_MOST = 4


class WeightSlider(TranslatedWidget):
    """From 0 (off) to 4 in quarters; 1 is balanced. The page binds :attr:`name` and texts."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = label()
        self.value_text = label("muted")
        self.hint = label("muted", wrap=True)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _MOST * STEPS_PER_UNIT)
        self.slider.setPageStep(STEPS_PER_UNIT)
        self.slider.setTickInterval(STEPS_PER_UNIT)
        self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.slider.setValue(STEPS_PER_UNIT)
        self.name.setBuddy(self.slider)
        quiet_wheel(self.slider)
        self.slider.valueChanged.connect(self._moved)
        self.setLayout(
            column(row(self.name, None, self.value_text), self.slider, self.hint, spacing=1)
        )
        self.bind(self._draw)

    @property
    def value(self) -> float:
        """The weight."""
        return self.slider.value() / STEPS_PER_UNIT

    def set_value(self, value: float) -> None:
        """Show a weight; one between the steps goes to the nearest."""
        self.slider.setValue(round(value * STEPS_PER_UNIT))

    def set_texts(self, name: str, hint: str, tip: str) -> None:
        """Name, sentence below, and tooltip."""
        self.name.setText(name)
        self.hint.setText(hint)
        self.slider.setAccessibleName(name)
        self.slider.setAccessibleDescription(tip)
        for part in (self.name, self.slider, self.hint, self.value_text):
            part.setToolTip(tip)

    def _moved(self) -> None:
        self._draw()
        self.changed.emit()

    def _draw(self) -> None:
        value = self.value
        if value == 0:
            self.value_text.setText(self.tr("0 · off"))
            return
        if value == 1:
            word = self.tr("balanced")
        else:
            word = self.tr("more") if value > 1 else self.tr("less")
        digits = 0 if value == int(value) else 2
        self.value_text.setText(f"{number(value, digits)} · {word}")
