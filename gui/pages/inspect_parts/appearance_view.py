"""How the samples look beside the real ones: a chart and a sentence for each measure."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from engine.data.appearance_report import AppearanceReport
from engine.data.appearance_words import kind_text, measured_on, summary_sentence
from engine.data.recipe import Kind
from gui.language import TranslatedWidget, current
from gui.pages.inspect_parts.measure_card import MeasureCard
from gui.theme import GAP, PAD, colours
from gui.widgets.card_grid import CardGrid
from gui.widgets.layout import Card, column, flowing, label, reachable, row, scrolled

_KINDS: tuple[Kind | None, ...] = (None, "drawing", "photo")
_KEY = QSize(26, 12)


class AppearanceView(TranslatedWidget):
    """Emits :attr:`kind_chosen` with a kind of pictures, or None for the one recognised."""

    kind_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report: AppearanceReport | None = None
        self._state = ""
        self._recognised: Kind | None = None
        self.kind = QComboBox()
        for kind in _KINDS:
            self.kind.addItem("", kind)
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.kind.activated.connect(lambda at: self.kind_chosen.emit(self.kind.itemData(at)))
        self._kind_title = label("muted")
        self._kind_title.setBuddy(self.kind)
        self.summary = flowing(label("heading", wrap=True, selectable=True))
        self.looked_at = flowing(label("muted", wrap=True))
        self._keys = {name: QLabel() for name in ("real", "synthetic", "reference")}
        self._names = {name: label("muted") for name in self._keys}
        self.grid = CardGrid()
        self.cards: list[MeasureCard] = []
        self.area = reachable(scrolled(self.grid))
        self._assemble()
        self.bind(self._say)

    def _assemble(self) -> None:
        card = Card()
        keys = row(spacing=GAP)
        for name, sign in self._keys.items():
            keys.addWidget(sign)
            keys.addWidget(self._names[name])
            keys.addSpacing(GAP)
        keys.addStretch(1)
        keys.addWidget(self._kind_title)
        keys.addWidget(self.kind)
        card.body.addWidget(self.summary)
        card.body.addWidget(self.looked_at)
        card.body.addLayout(keys)
        layout = column(card, self.area, spacing=PAD)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    # --- what is shown --------------------------------------------------------------------------

    def show_report(self, report: AppearanceReport | None, kind: Kind | None) -> None:
        """Show a report, measured as ``kind``; None: as recognised, or as the recipe says."""
        if report is not self.report:
            made = (
                []
                if report is None
                else [
                    MeasureCard(one, report.kind, against=report.against) for one in report.measures
                ]
            )
            self.cards = made
            self.grid.show_cards(made)
        if report is not None:
            self._recognised = report.recognised
        elif kind is None:
            self._recognised = None
        self.report = report
        self.kind.setCurrentIndex(_KINDS.index(kind))
        self._say()

    def show_state(self, words: str, *, measurable: bool) -> None:
        """Say why there is no report, or what is being done; whether a kind can be chosen."""
        self._state = words
        self.kind.setEnabled(measurable)
        self._say()

    # --- words ----------------------------------------------------------------------------------

    def _say(self) -> None:
        report, language = self.report, current()
        self.area.setAccessibleName(self.tr("Appearance, measure by measure"))
        self._kind_title.setText(self.tr("Kind of pictures"))
        self.kind.setAccessibleName(self.tr("Kind of pictures"))
        self.kind.setToolTip(self.tr("What to measure: lines and paper, or light and texture"))
        recognised = self.tr("recognised")
        if self._recognised is not None:
            known = kind_text(self._recognised, language)
            recognised = self.tr("recognised ({kind})").format(kind=known)
        self.kind.setItemText(0, recognised)
        for place, kind in enumerate(_KINDS):
            if kind is not None:
                self.kind.setItemText(place, kind_text(kind, language))
        self.summary.setText(self._state if report is None else summary_sentence(report, language))
        self.looked_at.setText("" if report is None else measured_on(report, language))
        self.looked_at.setVisible(report is not None and bool(report.measures))
        for card in self.cards:
            card.say()
        self._say_keys()

    def _say_keys(self) -> None:
        words = {
            "real": self.tr("real"),
            "synthetic": self.tr("synthetic"),
            "reference": self.tr("reference"),
        }
        report = self.report
        if report is not None and report.against == "varied":
            words["reference"] = self.tr("real, varied more")
        told = report is not None and bool(report.measures)
        aimed = report is not None and report.against != "real"
        for name, sign in self._keys.items():
            shown = told and (name != "reference" or aimed)
            sign.setPixmap(_sign(name, self.devicePixelRatioF()))
            self._names[name].setText(words[name])
            sign.setVisible(shown)
            self._names[name].setVisible(shown)


def _sign(name: str, ratio: float) -> QPixmap:
    """How a group is drawn in the charts."""
    c = colours()
    made = QPixmap(_KEY * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    if name == "real":
        area = QColor(c.muted)
        area.setAlpha(70)
        painter.fillRect(0, 0, _KEY.width(), _KEY.height(), area)
        painter.setPen(QPen(QColor(c.muted), 1))
        painter.drawRect(0, 0, _KEY.width() - 1, _KEY.height() - 1)
    else:
        dashed = name == "reference"
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(c.style if dashed else c.content), 2.5, style))
        painter.drawLine(0, _KEY.height() // 2, _KEY.width(), _KEY.height() // 2)
    painter.end()
    return made
