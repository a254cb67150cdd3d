"""A sentence about a file on one line: where there is no room, the middle of the path goes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.theme import TIGHT

_LEAST_PATH = 60


class PathSentence(QLabel):
    """Also takes sentences without a path, which wrap; the text is always the whole sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._parts: tuple[str, str, str] | None = None
        self._copy = self.addAction("")
        self._copy.triggered.connect(self._copy_path)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.show_words("")

    def show_words(self, words: str) -> None:
        """Replace the sentence by one without a path."""
        self._parts = None
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setToolTip("")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setText(words)

    def show_path(self, before: str, path: str, after: str) -> None:
        """Replace the sentence by one with a path in it."""
        self._parts = before, path, after
        self.setWordWrap(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(before + path + after)
        self.setToolTip(self.text())
        self._copy.setText(self.tr("Copy the file name"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    @property
    def shown(self) -> str:
        """What there is room for."""
        if self._parts is None:
            return self.text()
        before, path, after = self._parts
        metrics = self.fontMetrics()
        room = self.contentsRect().width() - metrics.horizontalAdvance(before + after) - TIGHT
        fitting = metrics.elidedText(path, Qt.TextElideMode.ElideMiddle, max(room, _LEAST_PATH))
        whole = before + fitting + after
        return metrics.elidedText(whole, Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def minimumSizeHint(self) -> QSize:
        """A sentence with a path is as narrow as it must be."""
        hint = super().minimumSizeHint()
        return hint if self._parts is None else QSize(_LEAST_PATH, hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sentence, cut to the room there is."""
        if self._parts is None:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.contentsRect(), align, self.shown)

    def _copy_path(self) -> None:
        if self._parts is not None:
            QGuiApplication.clipboard().setText(self._parts[1])
