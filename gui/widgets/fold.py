"""A heading that opens and closes what is below it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from gui.icons import icon
from gui.language import TranslatedWidget
from gui.theme import GAP, PAD
from gui.widgets.layout import column


class Fold(TranslatedWidget):
    """Closed at first; bind the text of :attr:`heading`, put widgets into :attr:`body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = QToolButton()
        self.heading.setCheckable(True)
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setIconSize(QSize(18, 18))
        self._inner = QWidget()
        self.body = QVBoxLayout(self._inner)
        self.body.setContentsMargins(PAD, 0, 0, 0)
        self.body.setSpacing(GAP)
        self.setLayout(column(self.heading, self._inner))
        self.heading.toggled.connect(self._draw)
        self.bind(self._draw)

    def open(self, opened: bool = True) -> None:
        """Open or close it."""
        self.heading.setChecked(opened)

    def _draw(self) -> None:
        opened = self.heading.isChecked()
        self._inner.setVisible(opened)
        self.heading.setIcon(icon("chevron-down" if opened else "chevron-right"))
        self.heading.setAccessibleDescription(self.tr("Opens or closes the part below"))
