"""The scale of difference maps: fitting each pair, or the same for all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from engine.inspection.difference import SCALES
from gui.language import TranslatedWidget, number
from gui.shortcuts.keys import tip_with_key
from gui.theme import TIGHT
from gui.widgets.layout import label, row

_FITTING = 0


class ScaleChoice(TranslatedWidget):
    """Emits :attr:`changed` when another scale is chosen; what was chosen holds for all pairs."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label("muted")
        self.scales = QComboBox()
        self.scales.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for scale in (_FITTING, *SCALES):
            self.scales.addItem("", scale)
        self._title.setBuddy(self.scales)
        self.scales.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.setLayout(row(self._title, self.scales, None, spacing=TIGHT + 2))
        self.bind(self._say)

    @property
    def fixed(self) -> int | None:
        """Grey levels that the ends mean for all pairs; None where each pair has its own."""
        return self.scales.currentData() or None

    def toggle(self, scale: int) -> None:
        """Fix ``scale``, or fit each pair again."""
        wanted = scale if self.fixed is None else _FITTING
        self.scales.setCurrentIndex(self.scales.findData(wanted))

    def _say(self) -> None:
        self._title.setText(self.tr("Scale"))
        self.scales.setItemText(0, self.tr("fitting each pair"))
        for place, scale in enumerate(SCALES, 1):
            words = self.tr("±{scale} for all pairs").format(scale=number(scale))
            self.scales.setItemText(place, words)
        tip = tip_with_key(self.tr("Keep one scale to compare pairs by colour"), "bench.scale")
        self.scales.setToolTip(tip)
        self.scales.setAccessibleName(self.tr("Scale of the differences"))
        self.scales.setAccessibleDescription(tip)
