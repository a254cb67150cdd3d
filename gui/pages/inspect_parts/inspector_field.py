"""Who judges: a name to type, or one of the last few to choose."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from engine.data.judgement import MOST_NAME, cleaned
from gui.language import Translated
from gui.settings import Remembered
from gui.widgets.quiet_wheel import quiet_wheel


class InspectorField(Translated, QComboBox):
    """Remembers the name for this user of the computer; :attr:`named` tells of another one."""

    named = Signal(str)

    def __init__(self, remembered: Remembered, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remembered = remembered
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(7)
        quiet_wheel(self)
        edit = self.lineEdit()
        assert edit is not None
        self.edit: QLineEdit = edit
        edit.setMaxLength(MOST_NAME)
        edit.editingFinished.connect(self._keep)
        # After the name the keys are for judging again.
        edit.returnPressed.connect(lambda: edit.clearFocus())
        self.activated.connect(lambda _place: edit.clearFocus())
        edit.installEventFilter(self)
        self.show_names()
        self.bind(self._say)

    @property
    def name(self) -> str:
        """Who judges; empty for one who gives no name."""
        return self._remembered.inspector

    def show_names(self) -> None:
        """Show who judges, and offer those who have judged here."""
        with QSignalBlocker(self):
            self.clear()
            self.addItems(self._remembered.inspectors)
            self.setEditText(self.name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape leaves the name as it was."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.setEditText(self.name)
                self.edit.clearFocus()
                return True
        return super().eventFilter(watched, event)

    def _keep(self) -> None:
        name = cleaned(self.currentText(), MOST_NAME)
        if name != self.name:
            self._remembered.judges(name)
            self.named.emit(name)
        self.show_names()

    def _say(self) -> None:
        self.edit.setPlaceholderText(self.tr("Inspector"))
        self.setAccessibleName(self.tr("Name of the inspector"))
        self.setToolTip(self.tr("Who judges: stored with every verdict, with the time"))
