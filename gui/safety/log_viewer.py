"""The log in a window of its own: by level, searched, copied, saved, live."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtGui import QCloseEvent, QFontDatabase, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from engine.runtime import UserError
from engine.runtime.files import write_text
from gui.language import Translated, current, number
from gui.safety.log_records import Level, LogFollower, Record, chosen
from gui.theme import GAP, PAD
from gui.widgets.layout import button, column, explain, label, redraw_icon, row

_LOOK_MS = 1000
_MOST_RECORDS = 20_000
_LEVELS: tuple[Level, ...] = ("DEBUG", "INFO", "WARNING", "ERROR")


class LogViewer(Translated, QDialog):
    """Follows one log file while it is open."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._follower = LogFollower(path)
        self._records: list[Record] = []
        self.shown: list[Record] = []
        self.level, self.search = QComboBox(), QLineEdit()
        self.text = QPlainTextEdit()
        self.counts = label("muted")
        self.told = label("muted", wrap=True, selectable=True)
        self.copy, self.save = button("content-copy"), button("content-save-outline")
        self.close_button = button("close")
        self._assemble()
        self._connect()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.bind(self._say)
        self.look()

    def _assemble(self) -> None:
        self.level.addItems([""] * len(_LEVELS))
        self.level.setCurrentIndex(1)
        self.search.setClearButtonEnabled(True)
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        head = row(self.level, self.search, self.counts, spacing=PAD)
        head.setStretch(1, 1)
        foot = row(self.told, self.copy, self.save, self.close_button, spacing=GAP)
        foot.setStretch(0, 1)
        whole = column(head, self.text, foot, spacing=PAD)
        whole.setContentsMargins(PAD, PAD, PAD, PAD)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.resize(960, 600)

    def _connect(self) -> None:
        self.level.currentIndexChanged.connect(self._show_all)
        self.search.textChanged.connect(self._show_all)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._ask_where)
        self.close_button.clicked.connect(self.close)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)

    @property
    def least(self) -> Level:
        """The least level that is shown."""
        return _LEVELS[max(0, self.level.currentIndex())]

    def look(self) -> None:
        """Show what has come since the last look; who has scrolled up is left there."""
        new = self._follower.read()
        if not new:
            return
        self._records = (self._records + new)[-_MOST_RECORDS:]
        matching = chosen(new, self.least, self.search.text())
        self.shown += matching
        bar = self.text.verticalScrollBar()
        at_end = bar.value() >= bar.maximum() - 2
        if matching:
            self.text.appendPlainText("\n".join(one.text for one in matching))
        if at_end:
            bar.setValue(bar.maximum())
        self._count()

    def _show_all(self) -> None:
        self.shown = chosen(self._records, self.least, self.search.text())
        self.text.setPlainText("\n".join(one.text for one in self.shown))
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.maximum())
        self._count()

    def _copy(self) -> None:
        marked = self.text.textCursor().selection().toPlainText()
        QApplication.clipboard().setText(marked or self.text.toPlainText())
        self.told.setText(self.tr("Copied."))

    def _ask_where(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the log"),
            str(Path.home() / "shizuku-log.txt"),
            self.tr("Text file (*.txt)"),
        )
        if path:
            self.save_to(Path(path))

    def save_to(self, path: Path) -> None:
        """Write what is shown, and say how that went."""
        try:
            write_text(path, self.text.toPlainText() + "\n")
        except UserError as error:
            self.told.setText(error.sentence(current()))
        else:
            self.told.setText(self.tr("Saved: {path}").format(path=path))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing is followed unseen."""
        self._timer.stop()
        super().closeEvent(event)

    def _say(self) -> None:
        self.setWindowTitle(self.tr("Log"))
        words = (
            self.tr("Everything"),
            self.tr("Messages"),
            self.tr("Warnings and faults"),
            self.tr("Faults only"),
        )
        with QSignalBlocker(self.level):
            for place, said in enumerate(words):
                self.level.setItemText(place, said)
        self.level.setAccessibleName(self.tr("What is shown of the log"))
        self.level.setToolTip(self.tr("Less serious lines are left out"))
        self.search.setPlaceholderText(self.tr("Search (Ctrl+F)"))
        self.search.setAccessibleName(self.tr("Search the log"))
        self.text.setAccessibleName(self.tr("Log"))
        self.text.setAccessibleDescription(self.tr("The newest line stands at the end."))
        self.copy.setText(self.tr("Copy"))
        self.save.setText(self.tr("Save…"))
        self.close_button.setText(self.tr("Close"))
        self.close_button.setToolTip(self.tr("Closes this window"))
        explain(self.copy, "", self.tr("The lines that are marked, or all that is shown."))
        explain(self.save, "", self.tr("All that is shown, as a text file."))
        for one in (self.copy, self.save, self.close_button):
            redraw_icon(one)
        self._count()

    def _count(self) -> None:
        words = self.tr("Shown: {shown} of {count}")
        self.counts.setText(
            words.format(shown=number(len(self.shown)), count=number(len(self._records)))
        )
