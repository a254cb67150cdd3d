"""Horizontal bars, a row a class, a column a measure; only the rows in view are painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolTip, QWidget

from gui.theme import GAP, TIGHT, colours
from gui.widgets.spoken import CHART

_ROW = 26
_HEAD = 22
_THICK = 12
_FRAME = 2
_MOST_NAME = 0.28  # of the width
_LEAST_BAR = 30
_MEASURED = 500  # rows whose words decide how wide the columns are
_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True)
class Bar:
    """A value with the words beside it; ``word`` is painted in ``colour``."""

    value: float
    figure: str
    word: str = ""
    colour: str = ""


@dataclass(frozen=True)
class BarRow:
    """A named row; ``key`` is told when it is pressed, ``tip`` says it all in a sentence."""

    key: int | None
    name: str
    bars: Sequence[Bar]
    tip: str = ""


@dataclass(frozen=True)
class BarColumn:
    """A heading, the role of its bars' colour, and a value that fills the column at least."""

    heading: str
    role: str
    least: float


class Bars(QWidget):
    """Emits :attr:`chosen` with a row's key; put it into a scroll area, its :attr:`head` above.

    Arrow keys go through the rows, Enter chooses one as a click does.

    Parameters
    ----------
    choosable : bool
        Whether rows are there to be chosen; else the keys pass them by.
    """

    spoken_as = CHART
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, choosable: bool = True) -> None:
        super().__init__(parent)
        if choosable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head = BarsHead(self)
        self.rows: Sequence[BarRow] = ()
        self.columns: Sequence[BarColumn] = ()
        self._marked: int | None = None
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, columns: Sequence[BarColumn], rows: Sequence[BarRow]) -> None:
        """Replace all."""
        self.columns, self.rows = columns, rows
        self.head.setAccessibleName(", ".join(one.heading for one in columns))
        self.setFixedHeight(self.sizeHint().height())
        self._current = min(self._current, max(0, len(rows) - 1))
        self._describe()
        self.update()
        self.head.update()

    def mark(self, key: int | None) -> None:
        """Mark the row of a key."""
        if key != self._marked:
            self._marked = key
            self._to_marked()
        self.update()

    def place_of(self, key: int | None) -> QRectF | None:
        """Where the row of a key is."""
        for number, row in enumerate(self.rows):
            if row.key == key:
                return QRectF(0, _ROW * number, self.width(), _ROW)
        return None

    def sizeHint(self) -> QSize:
        """All rows."""
        return QSize(420, _ROW * len(self.rows) + TIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The headings stand above their columns."""
        super().resizeEvent(event)
        self.head.update()

    def event(self, event: QEvent) -> bool:
        """A row's sentence as its tooltip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = self._row_at(event.pos().y())
            if row is not None and row.tip:
                QToolTip.showText(event.globalPos(), row.tip, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row."""
        row = self._row_at(int(event.position().y()))
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self._current = int(event.position().y()) // _ROW
            self.chosen.emit(row.key)

    # --- keys -----------------------------------------------------------------------------------

    @property
    def current(self) -> BarRow | None:
        """The row the keys are at."""
        return self.rows[self._current] if self._current < len(self.rows) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End go through the rows; Enter chooses."""
        steps = {
            Qt.Key.Key_Up: self._current - 1,
            Qt.Key.Key_Down: self._current + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self.rows) - 1,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._step_to(steps[key])
        elif key in _CHOOSING and self.current is not None:
            self.chosen.emit(self.current.key)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _step_to(self, place: int) -> None:
        """To a row, or the one nearest to it, and bring it into view."""
        self._current = min(max(0, place), max(0, len(self.rows) - 1))
        viewport = self.parentWidget()
        area = None if viewport is None else viewport.parentWidget()
        if isinstance(area, QScrollArea):
            area.ensureVisible(0, int(_ROW * (self._current + 0.5)), 0, _ROW)
        self._describe()
        self.update()

    def _to_marked(self) -> None:
        """The keys begin where the mark is."""
        for number, row in enumerate(self.rows):
            if row.key == self._marked:
                self._current = number
                self._describe()

    def _describe(self) -> None:
        """All rows' sentences, or the one the keys are at."""
        rows = [self.current] if self.hasFocus() and self.current is not None else self.rows
        self.setAccessibleDescription("\n".join(row.tip or row.name for row in rows))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the row the keys are at."""
        super().focusInEvent(event)
        by_key = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        if by_key:
            self._step_to(self._current)
        self._describe()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell all rows again."""
        super().focusOutEvent(event)
        self._describe()

    def _row_at(self, y: int) -> BarRow | None:
        place = y // _ROW
        return self.rows[place] if 0 <= place < len(self.rows) else None

    # --- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only the rows in view."""
        if not self.rows:
            return
        painter = QPainter(self)
        columns = self.columns_painted()
        first = max(0, event.rect().top() // _ROW)
        last = min(len(self.rows), event.rect().bottom() // _ROW + 1)
        for number in range(first, last):
            self._paint_row(painter, number, columns)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours().accent), _FRAME))
            row = QRectF(0, _ROW * self._current, self.width(), _ROW)
            painter.drawRect(row.adjusted(1, 1, -1, -1))

    def columns_painted(self) -> list[_Painted]:
        """Where the columns stand; there must be rows."""
        metrics = self.fontMetrics()
        some = self.rows[:_MEASURED]
        widest = max(metrics.horizontalAdvance(row.name) for row in some)
        left = min(widest + 2 * GAP, _MOST_NAME * self.width())
        width = (self.width() - left) / len(self.columns)
        painted = []
        for place, column in enumerate(self.columns):
            words = max(
                metrics.horizontalAdvance(f"{row.bars[place].figure}  {row.bars[place].word}")
                for row in some
            )
            top = max([column.least, *(row.bars[place].value for row in self.rows)])
            room = max(_LEAST_BAR, width - words - 3 * GAP)
            painted.append(_Painted(column, left + width * place, width - GAP, room, top))
        return painted

    def _paint_row(self, painter: QPainter, number: int, columns: list[_Painted]) -> None:
        c, row = colours(), self.rows[number]
        y = _ROW * number
        if row.key == self._marked:
            painter.fillRect(QRectF(0, y, self.width(), _ROW), QColor(c.raised))
        painter.setPen(QColor(c.text))
        _write(painter, QRectF(TIGHT, y, columns[0].left - GAP, _ROW), row.name)
        for bar, one in zip(row.bars, columns, strict=True):
            self._paint_bar(painter, bar, one, y)

    def _paint_bar(self, painter: QPainter, bar: Bar, one: _Painted, y: int) -> None:
        c = colours()
        length = max(1.0, one.room * min(1.0, max(0.0, bar.value) / one.top))
        painter.fillRect(
            QRectF(one.left, y + (_ROW - _THICK) / 2, length, _THICK),
            QColor(getattr(c, one.column.role)),
        )
        beside = QRectF(one.left + length + GAP, y, one.width - length - GAP, _ROW)
        painter.setPen(QColor(c.text))
        _write(painter, beside, bar.figure)
        beside.setLeft(beside.left() + self.fontMetrics().horizontalAdvance(f"{bar.figure}  "))
        painter.setPen(QColor(bar.colour or c.muted))
        _write(painter, beside, bar.word)


class BarsHead(QWidget):
    """The headings of the columns, which stay while the rows are scrolled."""

    def __init__(self, bars: Bars) -> None:
        super().__init__()
        self._bars = bars
        self.setFixedHeight(_HEAD)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Each above its column."""
        if not self._bars.rows:
            return
        painter = QPainter(self)
        painter.setPen(QColor(colours().muted))
        for one in self._bars.columns_painted():
            _write(painter, QRectF(one.left, 0, one.width, _HEAD), one.column.heading)


@dataclass(frozen=True)
class _Painted:
    """A column's place: its bars have ``room`` px, which ``top`` fills."""

    column: BarColumn
    left: float
    width: float
    room: float
    top: float


def _write(painter: QPainter, place: QRectF, words: str) -> None:
    fitting = painter.fontMetrics().elidedText(
        words, Qt.TextElideMode.ElideRight, max(0, int(place.width()) + 1)
    )
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitting)
