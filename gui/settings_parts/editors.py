"""One control for each kind of setting: choice, switch, number, folder."""

from __future__ import annotations

import sys

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLineEdit, QWidget

from gui.language import TranslatedWidget, current
from gui.settings import Value
from gui.settings.schema import Entry
from gui.theme import GAP
from gui.widgets.layout import button, row
from gui.widgets.number_field import NumberField, WholeField
from gui.widgets.quiet_wheel import quiet_wheel

_WIDTH = 220


class Editor(TranslatedWidget):
    """Shows a value of an entry and tells of every change of it.

    ``control`` is the part that has the keys; subclasses give :meth:`value` and
    :meth:`show_value`.
    """

    changed = Signal()

    def __init__(self, entry: Entry, control: QWidget, *beside: QWidget) -> None:
        super().__init__()
        self.entry = entry
        self.control = control
        layout = row(control, *beside, spacing=GAP)
        layout.addStretch(1)
        self.setLayout(layout)

    def value(self) -> Value:
        """The value as shown."""
        raise NotImplementedError

    def show_value(self, value: Value) -> None:
        """Show a value without telling."""
        raise NotImplementedError

    def show_currency(self, currency: str) -> None:
        """Amounts are in another currency."""


class ChoiceEditor(Editor):
    """One of a few."""

    def __init__(self, entry: Entry) -> None:
        self.combo = QComboBox()
        super().__init__(entry, self.combo)
        self.combo.setMinimumWidth(_WIDTH)
        # Not offered where it cannot be.
        self._choices = [one for one in entry.choices if one != "mps" or sys.platform == "darwin"]
        for choice in self._choices:
            self.combo.addItem("", choice)
        quiet_wheel(self.combo)
        self.combo.currentIndexChanged.connect(self.changed)
        self.bind(self._say)

    def value(self) -> Value:
        chosen: str = self.combo.currentData()
        return chosen

    def show_value(self, value: Value) -> None:
        with QSignalBlocker(self.combo):
            self.combo.setCurrentIndex(self.combo.findData(value))

    def _say(self) -> None:
        for place, choice in enumerate(self._choices):
            # A language is called by its own name in every language.
            words = "日本語" if choice == "ja" else self.entry.choice(choice, current())
            self.combo.setItemText(place, words)


class SwitchEditor(Editor):
    """On or off; the box says the title itself."""

    def __init__(self, entry: Entry) -> None:
        self.box = QCheckBox()
        super().__init__(entry, self.box)
        self.box.toggled.connect(self.changed)
        self.bind(lambda: self.box.setText(entry.title(current())))

    def value(self) -> Value:
        return self.box.isChecked()

    def show_value(self, value: Value) -> None:
        with QSignalBlocker(self.box):
            self.box.setChecked(bool(value))


class NumberEditor(Editor):
    """A number with its unit; 0 stands for one that is left to Shizuku or not given."""

    def __init__(self, entry: Entry) -> None:
        self.field = WholeField() if entry.kind == "whole" else NumberField(digits=entry.digits)
        super().__init__(entry, self.field)
        self.field.setMinimumWidth(_WIDTH)
        # The field of a whole number takes no other, but both are set alike.
        if isinstance(self.field, WholeField):
            self.field.setRange(0 if entry.optional else int(entry.least), int(entry.most))
        else:
            self.field.setRange(0 if entry.optional else entry.least, entry.most)
        quiet_wheel(self.field)
        self.field.valueChanged.connect(self.changed)
        self._currency = "JPY"
        self.bind(self._say)

    def value(self) -> Value:
        shown = self.field.value()
        if self.entry.optional:
            return None if not shown else max(shown, type(shown)(self.entry.least))
        return shown

    def show_value(self, value: Value) -> None:
        number = float(value) if isinstance(value, int | float) else 0.0
        with QSignalBlocker(self.field):
            if isinstance(self.field, WholeField):
                self.field.setValue(int(number))
            else:
                self.field.setValue(number)

    def show_currency(self, currency: str) -> None:
        self._currency = currency
        if self.entry.is_amount and isinstance(self.field, NumberField):
            self.field.setDecimals(0 if currency == "JPY" else 2)
        self._say()

    def _say(self) -> None:
        self.field.setSuffix(self.entry.unit(current(), self._currency))
        self.field.setSpecialValueText(self.entry.empty(current()))


class FolderEditor(Editor):
    """A folder, typed or chosen; empty for the usual one."""

    def __init__(self, entry: Entry) -> None:
        self.edit = QLineEdit()
        self.choose = button("folder-outline")
        super().__init__(entry, self.edit, self.choose)
        self.edit.setMinimumWidth(_WIDTH)
        self.choose.setAutoDefault(False)
        self.edit.textChanged.connect(self.changed)
        self.choose.clicked.connect(self._ask)
        self.bind(self._say)

    def value(self) -> Value:
        return self.edit.text().strip()

    def show_value(self, value: Value) -> None:
        with QSignalBlocker(self.edit):
            self.edit.setText(str(value))
            self.edit.setCursorPosition(0)

    def _ask(self) -> None:
        title = self.entry.title(current())
        found = QFileDialog.getExistingDirectory(self, title, self.edit.text())
        if found:
            self.edit.setText(found)

    def _say(self) -> None:
        self.edit.setPlaceholderText(self.entry.empty(current()))
        self.choose.setText(self.tr("Choose…"))
        self.choose.setToolTip(self.tr("Looks for a folder"))


def editor_of(entry: Entry) -> Editor:
    """The control for an entry."""
    kinds: dict[str, type[ChoiceEditor | SwitchEditor | NumberEditor | FolderEditor]] = {
        "choice": ChoiceEditor,
        "switch": SwitchEditor,
        "whole": NumberEditor,
        "decimal": NumberEditor,
        "folder": FolderEditor,
    }
    return kinds[entry.kind](entry)
