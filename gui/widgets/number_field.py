"""A number with its unit that also understands full-width digits."""

from __future__ import annotations

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

_PLAIN = str.maketrans("０１２３４５６７８９．，－", "0123456789.,-")


class NumberField(QDoubleSpinBox):
    """Japanese input methods type １２．５ where 12.5 is meant."""

    def __init__(self, parent: QWidget | None = None, *, digits: int = 0) -> None:
        super().__init__(parent)
        self.setDecimals(digits)
        self.setGroupSeparatorShown(True)
        self.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        """Turn full-width digits into plain ones before Qt looks at them."""
        return super().validate(text.translate(_PLAIN), pos)

    def valueFromText(self, text: str) -> float:
        """Read the number from the plain form."""
        return super().valueFromText(text.translate(_PLAIN))
