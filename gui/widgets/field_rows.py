"""Fields below each other, each with its name at the left and what it does as a tooltip."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from gui.language import TranslatedWidget
from gui.theme import GAP
from gui.widgets.layout import label
from gui.widgets.number_field import WholeField

Words = Callable[[], str]
Row = tuple[QWidget, Words, Words]


class FieldRows(TranslatedWidget):
    """Names stand in one column, whatever group a field is in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setSpacing(GAP)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def add_group(self, heading: Words, rows: Sequence[Row]) -> None:
        """Fields under a small heading: each with words for its name and for what it does."""
        title = label("group")
        title.setContentsMargins(0, GAP, 0, 0)
        self._form.addRow(title)
        self.bind(lambda: title.setText(heading()))
        for field, name, tip in rows:
            self._add(field, name, tip)

    def _add(self, field: QWidget, name: Words, tip: Words) -> None:
        title = label()
        title.setBuddy(field)
        self._form.addRow(title, field)

        def draw() -> None:
            title.setText(name())
            field.setAccessibleName(name())
            field.setAccessibleDescription(tip())
            for part in (title, field):
                part.setToolTip(tip())

        self.bind(draw)


def spin(most: int, *, least: int = 0) -> WholeField:
    """A whole number."""
    made = WholeField()
    made.setRange(least, most)
    made.setGroupSeparatorShown(True)
    return made


def combo(*values: str | int) -> QComboBox:
    """A choice of values, which :func:`name_items` gives words to."""
    made = QComboBox()
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(12)
    for value in values:
        made.addItem(str(value), value)
    return made


def name_items(combo: QComboBox, names: Sequence[str]) -> None:
    """Say each value of a :func:`combo` in words."""
    for place, name in enumerate(names):
        combo.setItemText(place, name)
