"""Above the map: which map, colours, zoom and lasso; below it: what was enclosed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QToolButton, QWidget

from gui.icons import icon
from gui.language import TranslatedWidget, number
from gui.pages.inspect_parts.map_layers import COLOUR_BY, ColourBy
from gui.theme import TIGHT
from gui.widgets.layout import button, column, flowing, label, redraw_icon, row
from gui.widgets.segments import Segments

_ICON = QSize(18, 18)
_CLOSER = 1.25
_SEGMENT_WIDTH = 64


class MapTools(TranslatedWidget):
    """Emits what was chosen; :attr:`lasso` and :attr:`whole` are buttons to connect to."""

    kind_chosen = Signal(str)
    colour_chosen = Signal(str)
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = Segments(("pca", "tsne"))
        self.colour = QComboBox()
        for key in COLOUR_BY:
            self.colour.addItem("", key)
        self.colour.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._colour_title = label("muted")
        self._colour_title.setBuddy(self.colour)
        self.lasso, self.closer, self.further, self.whole = (QToolButton() for _ in range(4))
        self.lasso.setCheckable(True)
        self.lasso.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for tool in self._tools():
            tool.setIconSize(_ICON)
            tool.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.kind.chosen.connect(self.kind_chosen)
        self.colour.activated.connect(lambda _at: self.colour_chosen.emit(self.colour_by))
        self.closer.clicked.connect(lambda: self.zoomed.emit(_CLOSER))
        self.further.clicked.connect(lambda: self.zoomed.emit(1 / _CLOSER))
        for one in self.kind.buttons.values():
            one.setMinimumWidth(_SEGMENT_WIDTH)
        upper = row(self.kind, None, *self._tools(), spacing=TIGHT)
        self.setLayout(column(upper, row(self._colour_title, self.colour, None)))
        self.bind(self._say)

    def _tools(self) -> list[QToolButton]:
        return [self.lasso, self.closer, self.further, self.whole]

    @property
    def colour_by(self) -> ColourBy:
        """What the colours say."""
        return COLOUR_BY[self.colour.currentIndex()]

    def show_kind(self, kind: str) -> None:
        """Mark the map that is shown."""
        self.kind.show_choice(kind)

    def _say(self) -> None:
        self.kind.setAccessibleName(self.tr("Kind of map"))
        self.kind.set_texts(
            "pca", "PCA", self.tr("The plane in which the real pictures differ most; at once")
        )
        self.kind.set_texts(
            "tsne", "t-SNE", self.tr("Neighbours stay neighbours; takes a while for many pictures")
        )
        self._colour_title.setText(self.tr("Colours"))
        self.colour.setAccessibleName(self.tr("What colours and shapes say"))
        self.colour.setToolTip(self.tr("What the colours of the map tell apart"))
        words = (self.tr("class"), self.tr("real or synthetic"), self.tr("verdict"))
        for place, word in enumerate(words):
            self.colour.setItemText(place, word)
        self.lasso.setText(self.tr("Lasso"))
        told = {
            self.lasso: ("lasso", self.tr("Draw an outline around points (or drag with Shift)")),
            self.closer: ("magnify-plus-outline", self.tr("Zoom in (+)")),
            self.further: ("magnify-minus-outline", self.tr("Zoom out (-)")),
            self.whole: ("fit-to-page-outline", self.tr("Show everything (0)")),
        }
        for tool, (sign, tip) in told.items():
            tool.setIcon(icon(sign))
            tool.setToolTip(tip)
            tool.setAccessibleName(tip)


class SelectionBar(TranslatedWidget):
    """How many points were enclosed, and what to do with them; hidden where there are none."""

    shown_asked = Signal()
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: tuple[int, int] | None = None
        self.words = flowing(label(wrap=True))
        self.show_them: QPushButton = button("image-multiple-outline")
        self.clear: QPushButton = button("close")
        self.show_them.clicked.connect(self.shown_asked)
        self.clear.clicked.connect(self.cleared)
        layout = row(self.words, self.show_them, self.clear)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.bind(self._say)

    def show_counts(self, counts: tuple[int, int] | None) -> None:
        """Samples and real pictures enclosed; None: nothing is selected."""
        self._counts = counts
        self._say()

    def _say(self) -> None:
        self.setVisible(self._counts is not None)
        samples, rows = self._counts or (0, 0)
        self.words.setText(
            self.tr("Selected: {samples} synthetic, {rows} real").format(
                samples=number(samples), rows=number(rows)
            )
        )
        self.show_them.setText(self.tr("Show in the gallery"))
        self.clear.setText(self.tr("Clear"))
        for one in (self.show_them, self.clear):
            redraw_icon(one)
