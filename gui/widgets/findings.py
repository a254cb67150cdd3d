"""Sentences that speak for or against, each with a sign: what a judgement rests on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from gui.icons import icon
from gui.language import TranslatedWidget
from gui.theme import GAP, TIGHT, colours
from gui.widgets.layout import column, flowing, holder, label, row

# Whether it speaks for, and the sentence.
Finding = tuple[bool, str]


class Findings(TranslatedWidget):
    """A short list; the sign is named for screen readers too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = column(spacing=TIGHT)
        self.setLayout(self._column)
        self.findings: Sequence[Finding] = ()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Replace the list."""
        self.findings = findings
        self.retranslate()

    def retranslate(self) -> None:
        """Draw it in the language and theme of now."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for good, sentence in self.findings:
            self._column.addWidget(self._line(sentence, good=good))

    def _line(self, sentence: str, *, good: bool) -> QWidget:
        c = colours()
        sign = QLabel()
        name = "check-circle-outline" if good else "alert-circle-outline"
        sign.setPixmap(icon(name, colour=c.good if good else c.warning).pixmap(18, 18))
        meaning = self.tr("speaks for it") if good else self.tr("speaks against it")
        sign.setToolTip(meaning)
        words = label(wrap=True, selectable=True)
        words.setText(sentence)
        flowing(words)
        words.setAccessibleDescription(meaning)
        layout = row(sign, words, spacing=GAP)
        layout.setStretch(1, 1)
        layout.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        return holder(layout)
