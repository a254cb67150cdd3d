"""Reasons and note of the sample looked at: what stands there, and a line to write one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedLayout, QWidget

from engine.data.judgement import MOST_NOTE
from engine.data.verdict_words import reasons_text
from gui.language import TranslatedWidget, current
from gui.shortcuts.keys import tip_with_key, with_key
from gui.theme import GAP
from gui.widgets.elided_button import ElidedButton
from gui.widgets.layout import explain, holder, row


class Remarks(TranslatedWidget):
    """Emits :attr:`reasons_asked` and, when a note was written, :attr:`noted` with it."""

    reasons_asked = Signal()
    noted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note, self._reasons = "", ()  # type: str, Sequence[str]
        self._sample = self._waiting = False
        self.reasons = ElidedButton("format-list-checks")
        self.note = ElidedButton("note-edit-outline")
        self.edit = QLineEdit()
        self.edit.setMaxLength(MOST_NOTE)
        self.edit.installEventFilter(self)
        buttons = row(self.reasons, self.note, spacing=GAP)
        for place in range(2):
            buttons.setStretch(place, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(holder(buttons))
        self._stack.addWidget(self.edit)
        self.reasons.clicked.connect(self.reasons_asked)
        self.note.clicked.connect(self.write)
        self.edit.returnPressed.connect(self._keep)
        self.bind(self._say)

    def show_remarks(
        self, note: str, reasons: Sequence[str], *, sample: bool, waiting: bool
    ) -> None:
        """Show them; ``waiting`` for the verdict they will be stored with."""
        self.leave()
        self._note, self._reasons = note, reasons
        self._sample, self._waiting = sample, waiting
        self._say()

    @property
    def writing(self) -> bool:
        """Whether a note is being written."""
        return self._stack.currentIndex() == 1

    def write(self) -> None:
        """Open the line for the note."""
        if self._sample:
            self.edit.setText(self._note.replace("\n", " "))
            self._stack.setCurrentIndex(1)
            self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.edit.selectAll()

    def leave(self) -> None:
        """Close the line; what was typed is not kept."""
        if self.writing:
            self.edit.clearFocus()
            self._stack.setCurrentIndex(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape leaves the line."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.leave()
                return True
        return super().eventFilter(watched, event)

    def _keep(self) -> None:
        words = self.edit.text().strip()
        self.leave()
        if words != self._note.replace("\n", " "):
            self.noted.emit(words)

    def _say(self) -> None:
        none = "" if self._sample else self.tr("Choose a synthetic sample first.")
        said = reasons_text(tuple(self._reasons), current())
        self.reasons.show_text(said or with_key(self.tr("Reasons"), "judge.why"))
        self.note.show_text(self._note or with_key(self.tr("Note"), "judge.note"))
        later = self.tr("Stored with the verdict") if self._waiting else ""
        tips = (
            (
                self.reasons,
                said,
                tip_with_key(self.tr("What is wrong with this sample"), "judge.why"),
            ),
            (
                self.note,
                self._note,
                tip_with_key(self.tr("Write a note on this sample"), "judge.note"),
            ),
        )
        for one, words, meaning in tips:
            explain(one, none, "\n".join(part for part in (words, later, meaning) if part))
        self.edit.setPlaceholderText(self.tr("Note: Enter keeps it, Esc leaves"))
        self.edit.setAccessibleName(self.tr("Note on this sample"))
