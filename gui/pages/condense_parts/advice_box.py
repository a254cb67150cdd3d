"""The adviser: fills the form for the pictures at hand, and says why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engine.runtime import Message
from gui.language import TranslatedWidget, say_message
from gui.theme import TIGHT
from gui.widgets.layout import button, column, label, row


class AdviceBox(TranslatedWidget):
    """A button, and the reasons once it has been answered; :attr:`asked` asks for advice."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reasons: Sequence[Message] = ()
        self._waiting = self._busy = False
        self.button = button("lightbulb-on-outline")
        self.button.clicked.connect(self.asked)
        self.reasons = label("muted", wrap=True)
        self.setLayout(column(row(self.button, None), self.reasons, spacing=TIGHT))
        self.bind(self._draw)

    def wait(self) -> None:
        """The answer is being worked out."""
        self._reasons, self._waiting = (), True
        self._draw()

    def show_reasons(self, reasons: Sequence[Message]) -> None:
        """Say why the form is filled as it is; nothing for no reasons."""
        self._reasons, self._waiting = reasons, False
        self._draw()

    def set_busy(self, busy: bool) -> None:
        """While a job runs there is no advice: the two would disturb each other."""
        self._busy = busy
        self._draw()

    def _draw(self) -> None:
        self.button.setText(self.tr("Suggest a recipe"))
        self.button.setEnabled(not self._waiting and not self._busy)
        self.button.setToolTip(
            self.tr("Wait until the job in progress has ended: it would falsify the measurement.")
            if self._busy
            else self.tr("Fills the form for these pictures and this computer, and says why.")
        )
        lines = [f"• {say_message(one)}" for one in self._reasons]
        if self._waiting:
            lines = [self.tr("Looking at the pictures and measuring this computer…")]
        self.reasons.setText("\n".join(lines))
        self.reasons.setVisible(bool(lines))
