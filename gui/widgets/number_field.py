"""Numbers with their unit that understand full-width digits; every spin box is one of these."""

from __future__ import annotations

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox, QWidget

# What the keys of a Japanese input method give where digits are meant.
_PLAIN = str.maketrans("０１２３４５６７８９．，。、－ー−＋％　", "0123456789.,.,---+% ")


def plain_digits(text: str) -> str:
    """１２．５ as 12.5; the length stays, so that a cursor stays where it is."""
    return text.translate(_PLAIN)


class WholeField(QSpinBox):
    """A whole number; １２８ is 128."""

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        """Turn full-width digits into plain ones before Qt looks at them."""
        return super().validate(plain_digits(text), pos)

    def valueFromText(self, text: str) -> int:
        """Read the number from the plain form."""
        return super().valueFromText(plain_digits(text))


class DecimalField(QDoubleSpinBox):
    """A number with decimals; １２．５ is 12.5."""

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        """Turn full-width digits into plain ones before Qt looks at them."""
        return super().validate(plain_digits(text), pos)

    def valueFromText(self, text: str) -> float:
        """Read the number from the plain form."""
        return super().valueFromText(plain_digits(text))


class NumberField(DecimalField):
    """A number of any size: grouped by thousands, stepped by its first digit."""

    def __init__(self, parent: QWidget | None = None, *, digits: int = 0) -> None:
        super().__init__(parent)
        self.setDecimals(digits)
        self.setGroupSeparatorShown(True)
        self.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
