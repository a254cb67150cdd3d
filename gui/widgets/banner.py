"""Messages at the top of the window: what happened, what is safe, what to do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QToolButton, QWidget

from engine.runtime import Message
from gui.icons import icon
from gui.language import TranslatedWidget, say_message
from gui.theme import GAP, PAD, TIGHT, colours
from gui.widgets.layout import column, label, row

_MOST = 4
_ICONS = {
    "info": "information-outline",
    "warning": "alert-outline",
    "error": "alert-octagon-outline",
}


class Banners(TranslatedWidget):
    """Shows the newest few messages until each is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = column(spacing=TIGHT)
        self.setLayout(self._column)
        self._messages: list[Message] = []
        self._draw()

    @property
    def messages(self) -> list[Message]:
        """What is shown now, newest last."""
        return list(self._messages)

    def show_message(self, message: Message) -> None:
        """Add a message; one that is shown already stays once."""
        if message in self._messages:
            self._messages.remove(message)
        self._messages = [*self._messages, message][-_MOST:]
        self._draw()

    def dismiss(self, message: Message) -> None:
        """Take a message away."""
        self._messages = [one for one in self._messages if one != message]
        self._draw()

    def clear(self) -> None:
        """Take all messages away."""
        self._messages = []
        self._draw()

    def retranslate(self) -> None:
        """Say them in the new language."""
        self._draw()

    def _draw(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for message in self._messages:
            self._column.addWidget(self._frame(message))
        self.setVisible(bool(self._messages))

    def _frame(self, message: Message) -> QFrame:
        c = colours()
        colour = {"info": c.accent, "warning": c.warning, "error": c.bad}[message.level]
        frame = QFrame()
        frame.setProperty("banner", "true" if message.level == "info" else message.level)
        picture = QLabel()
        picture.setPixmap(icon(_ICONS[message.level], colour=colour).pixmap(20, 20))
        sentence = label(wrap=True, selectable=True)
        sentence.setText(say_message(message))
        open_folder = QPushButton(self.tr("Show in folder"))
        open_folder.setVisible("path" in message.params)
        open_folder.clicked.connect(lambda: _show_in_folder(message))
        close = QToolButton()
        close.setIcon(icon("close"))
        close.setToolTip(self.tr("Close this message"))
        close.setAccessibleName(self.tr("Close this message"))
        close.clicked.connect(lambda: self.dismiss(message))
        layout = row(picture, sentence, open_folder, close)
        layout.setStretch(1, 1)
        layout.setContentsMargins(PAD, GAP, GAP, GAP)
        layout.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
        layout.setAlignment(close, Qt.AlignmentFlag.AlignTop)
        frame.setLayout(layout)
        return frame


def _show_in_folder(message: Message) -> None:
    folder = Path(str(message.params["path"])).parent
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
