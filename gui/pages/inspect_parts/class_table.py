"""The classes with their gaps in words and numbers; sorted by any column, or worst first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from engine.inspection import ClassGap, gap_sentence
from gui.language import Translated, current, number, percent
from gui.pages.inspect_parts.look import ClassLine, SortKey, in_order
from gui.pages.inspect_parts.words import grade_colour, grade_word
from gui.theme import GAP, TIGHT, colours

Index = QModelIndex | QPersistentModelIndex
_KEYS: tuple[SortKey, ...] = ("class", "content", "style", "diversity")
_UNKNOWN = "–"
_LEAST_WIDTH = 316
# What the delegate draws: the upper line, the lower one, the colour of the upper; and the lines
# where these do not fit.
_LINES = Qt.ItemDataRole.UserRole
_SHORT = Qt.ItemDataRole.UserRole + 1


class ClassModel(QAbstractTableModel):
    """Class lines in the order they are shown in."""

    def __init__(self, table: ClassTable) -> None:
        super().__init__(table)
        self.lines: Sequence[ClassLine] = ()
        self._table = table

    def show_lines(self, lines: Sequence[ClassLine]) -> None:
        """Replace them; the view keeps its place if the classes are the same."""
        same = [one.label for one in lines] == [one.label for one in self.lines]
        if not same:
            self.beginResetModel()
        self.lines = lines
        if not same:
            self.endResetModel()
        elif lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(_KEYS) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        """Classes and the line over all."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """Name, content, style, diversity."""
        return 0 if parent is not None and parent.isValid() else len(_KEYS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Headings and what they mean."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        word, meaning = self._table.heading(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return word
        if role == Qt.ItemDataRole.ToolTipRole:
            return meaning
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Both lines of a cell, and as sentences."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == _LINES:
            return self._table.cell(line, index.column())
        if role == _SHORT:
            return self._table.short(line, index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            upper, lower, _ = self._table.cell(line, index.column())
            return f"{upper}, {lower}" if lower else upper
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._table.sentence(line) or None
        return None


class TwoLines(QStyledItemDelegate):
    """A word with a smaller line below it."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | Any
    ) -> None:
        """Qt asks for a cell to be drawn."""
        upper, lower, colour = index.data(_LINES)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Highlight))
        elif index.row() == 0:
            painter.fillRect(option.rect, QColor(colours().raised))
        chosen = option.palette.color(QPalette.ColorRole.HighlightedText)
        inner = option.rect.adjusted(GAP, TIGHT, -TIGHT, -TIGHT)
        middle = inner.top() + inner.height() // 2
        above, below = QRect(inner), QRect(inner)
        if lower:
            above.setBottom(middle)
            below.setTop(middle)
        painter.save()
        short = index.data(_SHORT)
        for place, words, shorter, pen in (
            (above, upper, short[0], colour),
            (below, lower, short[1], colours().muted),
        ):
            painter.setPen(chosen if selected else QColor(pen))
            # Rounded: as wide as the place may be a little wider.
            fits = painter.fontMetrics().horizontalAdvance(words) < place.width()
            self._write(painter, place, words if fits else shorter)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | Any) -> QSize:
        """As wide as the wider line."""
        upper, lower, _ = index.data(_LINES)
        metrics = option.fontMetrics
        width = max(metrics.horizontalAdvance(upper), metrics.horizontalAdvance(lower))
        return QSize(width + GAP + 2 * TIGHT, 2 * metrics.height() + 2 * TIGHT)

    @staticmethod
    def _write(painter: QPainter, place: QRect, words: str) -> None:
        fitting = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitting)


class ClassTable(Translated, QTableView):
    """Emits :attr:`chosen` with a label, or None for all, when the user chooses a line."""

    chosen = Signal(object)
    sorted_by = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[ClassLine] = ()
        self._key: SortKey = "class"
        self._descending = False
        self._label: int | None = None
        self._showing = False
        self.classes = ClassModel(self)
        self.setModel(self.classes)
        self.setItemDelegate(TwoLines(self))
        self._set_behaviour()
        self.bind(self._say)

    def _set_behaviour(self) -> None:
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(2 * self.fontMetrics().height() + 2 * GAP)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(30)
        header.sectionClicked.connect(self._header_clicked)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.selectionModel().currentRowChanged.connect(self._current_changed)

    # --- what is shown --------------------------------------------------------------------------

    def show_lines(self, lines: Sequence[ClassLine]) -> None:
        """Replace the lines; the class chosen stays chosen."""
        self._lines = lines
        self._arrange()

    def choose(self, label: int | None) -> None:
        """Choose a class, or all, without telling."""
        self._label = label
        row = next((n for n, one in enumerate(self.classes.lines) if one.label == label), None)
        if row is None:
            return
        before, self._showing = self._showing, True
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(
            self.classes.index(row, 0), flags.ClearAndSelect | flags.Rows
        )
        self.scrollTo(self.classes.index(row, 0))
        self._showing = before

    def line_of(self, label: int | None) -> ClassLine | None:
        """A class's line."""
        return next((one for one in self._lines if one.label == label), None)

    def sort(self, key: SortKey, *, descending: bool = False) -> None:
        """Put the classes in another order."""
        self._key, self._descending = key, descending
        self._arrange()
        self._say_headings()
        self.sorted_by.emit(key)

    def _arrange(self) -> None:
        before, self._showing = self._showing, True
        self.classes.show_lines(in_order(self._lines, self._key, descending=self._descending))
        self._showing = before
        self.choose(self._label)

    # --- words ----------------------------------------------------------------------------------

    def heading(self, column: int) -> tuple[str, str]:
        """A column's word, with an arrow if it gives the order, and what it means."""
        word, meaning = self._headings()[column]
        # Qt's own arrow takes room in every column.
        arrow = " ▼" if self._descending else " ▲"
        return (word + arrow if _KEYS[column] == self._key and column else word), meaning

    def _headings(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Class"), self.tr("Class, and how many of its samples are judged")),
            (
                self.tr("Content"),
                self.tr(
                    "Content gap between real and synthetic samples: 0 is matched, 1 is as far "
                    "as a class is from the centre of all"
                ),
            ),
            (
                self.tr("Style"),
                self.tr(
                    "Style gap between real and synthetic samples: 0 is matched, 1 is as far "
                    "as nothing at all"
                ),
            ),
            (
                self.tr("Diversity"),
                self.tr("Spread of the synthetic samples, in per cent of that of the real ones"),
            ),
        ]

    def name(self, line: ClassLine) -> str:
        """The class's name, or the word for all."""
        return self.tr("All classes") if line.label is None else line.name

    def cell(self, line: ClassLine, column: int) -> tuple[str, str, str]:
        """Upper line, lower line and colour of a cell."""
        if column == 0:
            judged = self.tr("{judged}/{count} judged").format(
                judged=number(line.judged), count=number(line.samples)
            )
            return self.name(line), judged, colours().text
        if line.gap is None or line.grades is None:
            return _UNKNOWN, "", colours().muted
        gap, word = line.gap, line.grades[column - 1]
        value = (number(gap.content, 2), number(gap.style, 2), percent(gap.diversity, 0))
        return grade_word(word), value[column - 1], grade_colour(word)

    def short(self, line: ClassLine, column: int) -> tuple[str, str]:
        """Upper and lower line of a cell where the words do not fit: figures alone."""
        if column == 0:
            name = self.tr("All") if line.label is None else line.name
            return name, f"{number(line.judged)}/{number(line.samples)}"
        return self.cell(line, column)[:2]

    def sentence(self, line: ClassLine) -> str:
        """The class's gaps in words; its name alone as long as they are not known."""
        if line.gap is None:
            return self.name(line)
        gap = line.gap
        named = ClassGap(self.name(line), gap.content, gap.style, gap.diversity)
        return gap_sentence(named, current())

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Classes with their gaps"))
        self.setAccessibleDescription(self.tr("A row a class; choosing one shows its samples."))
        self._say_headings()
        self._arrange()
        self.viewport().update()

    def _say_headings(self) -> None:
        self.classes.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(_KEYS) - 1)

    # --- what the user does ---------------------------------------------------------------------

    def _header_clicked(self, column: int) -> None:
        key = _KEYS[column]
        # The first click shows the largest gaps, or the names as they are in the project.
        first = key in ("content", "style")
        descending = first if key != self._key else not self._descending
        self.sort(key, descending=descending)

    def _current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and not self._showing:
            self._label = self.classes.lines[now.row()].label
            self.chosen.emit(self._label)
