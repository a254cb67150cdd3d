"""What is wrong with a sample: a list to tick by number keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from engine.data.verdict_words import reason_text
from engine.project.verdicts import REASONS, Reason, Verdict
from gui.language import Translated, current, number
from gui.pages.inspect_parts.words import VERDICT_ICONS, verdict_word
from gui.theme import GAP, PAD, TIGHT
from gui.widgets.layout import button, column, label, row


class ReasonsPopup(Translated, QFrame):
    """Emits :attr:`given` with a verdict and a list of reasons."""

    given = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("card", "true")
        self._title = ""
        self._verdict: Verdict | None = None
        self.heading = label("heading")
        self.boxes: dict[Reason, QCheckBox] = {one: QCheckBox() for one in REASONS}
        self.reject = button(VERDICT_ICONS["rejected"], primary=True)
        self.hold = button(VERDICT_ICONS["hold"])
        self.hint = label("muted")
        layout = column(self.heading, *self.boxes.values(), GAP, self.hint, spacing=TIGHT)
        layout.addLayout(row(self.reject, self.hold, None))
        layout.setContentsMargins(PAD, PAD, PAD, PAD)
        self.setLayout(layout)
        self.reject.clicked.connect(self._first)
        self.hold.clicked.connect(lambda: self._give("hold"))
        self.bind(self._say)

    def ask(
        self, title: str, verdict: Verdict | None, reasons: Sequence[str], above: QWidget
    ) -> None:
        """Open above a widget, for a sample with a verdict or without."""
        self._title = title
        self._verdict = verdict if verdict in ("rejected", "hold") else None
        for reason, box in self.boxes.items():
            box.setChecked(reason in reasons)
        self._say()
        self.adjustSize()
        place = above.mapToGlobal(QPoint(0, -self.height() - TIGHT))
        self.move(max(0, place.x()), max(0, place.y()))
        self.show()
        next(iter(self.boxes.values())).setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """What is ticked."""
        return tuple(reason for reason, box in self.boxes.items() if box.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits tick, Enter keeps, Escape leaves."""
        place = event.key() - Qt.Key.Key_1
        if 0 <= place < len(self.boxes):
            list(self.boxes.values())[place].toggle()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._verdict is None:
                self._give("hold")
            else:
                self._first()
        else:
            super().keyPressEvent(event)

    def _first(self) -> None:
        self._give(self._verdict or "rejected")

    def _give(self, verdict: Verdict) -> None:
        self.close()
        self.given.emit(verdict, self.reasons)

    def _say(self) -> None:
        judged = self._verdict
        if judged is None:
            heading = self.tr("What is wrong with {sample}?").format(sample=self._title)
        else:
            heading = self.tr("{sample} is {verdict}: why?").format(
                sample=self._title, verdict=verdict_word(judged)
            )
        self.heading.setText(heading)
        for place, (reason, box) in enumerate(self.boxes.items(), 1):
            words = reason_text(reason, current())
            box.setText(f"{number(place)}  {words}")
            box.setAccessibleName(words)
            box.setAccessibleDescription(self.tr("A reason that is kept with the verdict"))
        self.reject.setText(self.tr("Keep") if judged else self.tr("Reject"))
        self.hold.setText(self.tr("Put on hold"))
        self.hold.setVisible(judged is None)
        keys = self.tr("1–9 tick, Enter keeps, Esc leaves")
        if judged is None:
            keys = self.tr("1–9 tick, Enter rejects, Shift+Enter puts on hold, Esc leaves")
        self.hint.setText(keys)
        for one in (self.reject, self.hold):
            one.setAccessibleDescription(keys)
        self.setAccessibleName(heading)
