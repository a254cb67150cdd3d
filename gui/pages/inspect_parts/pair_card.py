"""The class that looks furthest off: what it should look like beside what it does."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from engine.data.appearance_report import AppearanceReport
from engine.data.appearance_words import largest_sentence
from gui.language import TranslatedWidget, current
from gui.theme import GAP, PAD, TIGHT
from gui.widgets.layout import Card, button, column, flowing, label, row
from gui.widgets.pictures import enlarged, to_qimage

_SIDE = 112

Pixels = npt.NDArray[np.uint8]


class PairCard(TranslatedWidget):
    """Emits :attr:`asked` with a sample to look at."""

    asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: AppearanceReport | None = None
        self.pictures = QLabel(), QLabel()
        self._names = label("muted"), label("muted")
        self.title = label("heading")
        self.sentence = flowing(label(wrap=True, selectable=True))
        self.look = button("magnify-scan")
        self.look.clicked.connect(self._ask)
        self._pair = row(spacing=PAD)
        for name, picture in zip(self._names, self.pictures, strict=True):
            picture.setFixedSize(_SIDE, _SIDE)
            picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._pair.addLayout(column(name, picture, spacing=TIGHT))
        words = column(self.title, self.sentence, row(self.look, None), None, spacing=GAP)
        card = Card()
        inner = row(spacing=PAD + GAP)
        inner.addLayout(self._pair)
        inner.addLayout(words, 1)
        card.body.addLayout(inner)
        self.setLayout(column(card))
        self.bind(self._say)

    def show_gap(self, report: AppearanceReport | None, pair: tuple[Pixels, Pixels] | None) -> None:
        """Show the largest gap of a report with what was aimed at, and a sample; or nothing."""
        self._report = report
        for place, picture in enumerate(self.pictures):
            image = QPixmap()
            if pair is not None:
                image = QPixmap.fromImage(enlarged(to_qimage(pair[place]), _SIDE))
            picture.setPixmap(image)
            picture.setVisible(pair is not None)
            self._names[place].setVisible(pair is not None)
        self.look.setVisible(pair is not None)
        self.setVisible(report is not None and bool(report.measures))
        self._say()

    def _say(self) -> None:
        report = self._report
        against = "real" if report is None else report.against
        aimed = {
            "real": self.tr("Real"),
            "reference": self.tr("Reference"),
            "varied": self.tr("Real, varied more"),
        }[against]
        for name, picture, words in zip(
            self._names, self.pictures, (aimed, self.tr("Synthetic")), strict=True
        ):
            name.setText(words)
            picture.setAccessibleName(words)
        self.title.setText(self.tr("What is furthest off"))
        self.sentence.setText("" if report is None else largest_sentence(report, current()))
        self.look.setText(self.tr("Look at the sample"))
        self.look.setToolTip(self.tr("Show it beside the nearest real ones"))

    def _ask(self) -> None:
        if self._report is not None and self._report.largest is not None:
            self.asked.emit(self._report.largest.sample)
