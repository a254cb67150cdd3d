"""The answer in one large sentence; its colour repeats what icon and words say."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from gui.icons import icon
from gui.theme import PAD, colours
from gui.widgets.layout import flowing, label, row, set_role

_ICONS = {
    "good": "check-decagram",
    "warning": "flask-outline",
    "bad": "close-octagon-outline",
}


class Headline(QFrame):
    """Good news, a warning or bad news."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = QLabel()
        self.sentence = flowing(label(wrap=True, selectable=True))
        font = self.sentence.font()
        font.setPointSizeF(font.pointSizeF() * 1.45)
        font.setBold(True)
        self.sentence.setFont(font)
        self.setObjectName("verdict")
        top = row(self.picture, self.sentence, spacing=PAD)
        top.setStretch(1, 1)
        top.setContentsMargins(PAD, PAD, PAD, PAD)
        top.setAlignment(self.picture, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(top)

    def show_answer(self, role: str, sentence: str) -> None:
        """Show an answer of a role: ``good``, ``warning`` or ``bad``."""
        c = colours()
        colour = {"good": c.good, "warning": c.warning, "bad": c.bad}[role]
        self.picture.setPixmap(icon(_ICONS[role], colour=colour).pixmap(40, 40))
        set_role(self.sentence, role)
        self.sentence.setText(sentence)
        self.setStyleSheet(
            f"QFrame#verdict {{ background: {c.surface}; border: 2px solid {colour}; "
            "border-radius: 8px; }"
        )
