"""Above the gallery: search, order, filters, and what is being measured for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QSizePolicy, QToolButton, QWidget

from engine.data.recipe import Kind
from gui.icons import icon
from gui.language import TranslatedWidget, clock, number
from gui.pages.inspect_parts.arranging import CLASS, DISTANCES, PLAIN, Wishes, only_order
from gui.pages.inspect_parts.filter_panel import FilterPanel
from gui.pages.inspect_parts.filter_words import WordOf, filters_text, order_word, orders
from gui.pages.inspect_parts.valuing import Progress
from gui.shortcuts.keys import tip_with_key
from gui.theme import GAP, TIGHT, colours
from gui.widgets.layout import button, column, explain, holder, label, row

_TYPING_MS = 150
_ONE_LINE = 520
_ICON = QSize(18, 18)


class GalleryBar(TranslatedWidget):
    """Holds the :attr:`wishes`.

    Signals
    -------
    changed
        There are other wishes.
    value_asked
        The range of the panel's value must be known.
    stopped, all_asked, again_asked
        Take no more values; end the selection; apply the filters anew.
    left
        Escape in an empty search field.
    """

    changed = Signal()
    value_asked = Signal()
    stopped = Signal()
    all_asked = Signal()
    again_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wishes = Wishes()
        self._kind: Kind | None = None
        self._issues: Sequence[str] = ()
        self._issue_word: WordOf = str
        self._real = False
        self._gone = 0
        self._selection: tuple[int, int] | None = None
        self._progress: Progress | None = None
        self.search, self.order = QLineEdit(), QComboBox()
        self.direction, self.filter = QToolButton(), button("filter-outline")
        self.panel = FilterPanel(self)
        self.said, self.state = label("muted", wrap=True), label("muted", wrap=True)
        self.gone = label("muted", wrap=True)
        self.clear, self.again, self.stop = button(), button(), button("stop-circle-outline")
        self.whole, self.selected = button(), label("muted", wrap=True)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._assemble()
        self._connect()
        self.bind(self._say)

    def _assemble(self) -> None:
        self.search.setClearButtonEnabled(True)
        self.order.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.order.setMaxVisibleItems(24)
        self.direction.setIconSize(_ICON)
        self._search_part = holder(row(self.search, self.filter, spacing=TIGHT))
        self._ordering = row(self.order, self.direction, spacing=TIGHT)
        self._ordering.setStretch(0, 1)
        self._order_part = holder(self._ordering)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(TIGHT + 2)
        self._parts: list[QWidget] = []
        for words, tool in (
            (self.selected, self.whole),
            (self.said, self.clear),
            (self.gone, self.again),
            (self.state, self.stop),
        ):
            line = row(words, tool, spacing=GAP)
            line.setStretch(0, 1)
            part = holder(line)
            part.hide()
            self._parts.append(part)
        self._selected_part, self._said_part, self._gone_part, self._state_part = self._parts
        self.setLayout(column(self._grid, *self._parts, spacing=TIGHT + 2))
        self._place(one_line=False)

    def _place(self, *, one_line: bool) -> None:
        """Side by side where there is room, else below each other."""
        self._grid.addWidget(self._search_part, 0, 0)
        self._grid.addWidget(self._order_part, 0 if one_line else 1, 1 if one_line else 0)
        # The order holds a direction and the size of the pictures beside its words.
        for place, stretch in enumerate((3, 4) if one_line else (1, 0)):
            self._grid.setColumnStretch(place, stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        before, now = event.oldSize().width() >= _ONE_LINE, event.size().width() >= _ONE_LINE
        if before != now:
            self._place(one_line=now)

    def _connect(self) -> None:
        self.search.textEdited.connect(lambda _text: self._typing.start())
        self._typing.timeout.connect(self._search)
        self.search.returnPressed.connect(self._search)
        # Its own button empties the field without a word of it being edited.
        self.search.textChanged.connect(lambda text: None if text else self._typing.start(0))
        self.order.activated.connect(self._order_chosen)
        self.direction.clicked.connect(self._turn)
        self.filter.clicked.connect(lambda: self.panel.open_below(self.filter))
        self.panel.changed.connect(self._use)
        self.panel.value_asked.connect(self.value_asked)
        self.clear.clicked.connect(lambda: self._use(self.wishes.unfiltered()))
        self.again.clicked.connect(self.again_asked)
        self.whole.clicked.connect(self.all_asked)
        self.stop.clicked.connect(self.stopped)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.search, self._escape)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)

    # --- what is shown --------------------------------------------------------------------------

    def offer(self, kind: Kind | None, issues: Sequence[str], word: WordOf, *, real: bool) -> None:
        """What can be sorted and filtered by."""
        self._kind, self._issues, self._issue_word, self._real = kind, issues, word, real
        self.panel.offer(kind, issues, word, real=real)
        kept = self.wishes.issues.intersection(issues)
        self.wishes = replace(self.wishes, issues=kept)
        # Before the kind is known nobody can tell which measures there are.
        unknown = kind is None and self.wishes.order not in (*PLAIN, *DISTANCES)
        if not unknown and self.wishes.order not in self._orders():
            self.wishes = only_order(self.wishes, CLASS)
        if kind is not None and self.wishes.measure not in ("", *self._orders()):
            self.wishes = self.wishes.unfiltered()
        self._say()

    def add_tool(self, tool: QWidget) -> None:
        """Put a tool of the gallery behind the order."""
        self._ordering.addWidget(tool)

    def clear_filters(self) -> None:
        """Show everything, without telling."""
        self.wishes = self.wishes.unfiltered()
        self._show_wishes()

    def show_gone(self, gone: int) -> None:
        """So many samples that are shown no longer pass the filters."""
        if gone != self._gone:
            self._gone = gone
            self._say_filters()

    def show_selection(self, counts: tuple[int, int] | None) -> None:
        """Only so many synthetic and real samples are shown; None: all."""
        self._selection = counts
        self._say_filters()

    def show_progress(self, progress: Progress | None) -> None:
        """Say how far the taking of values is."""
        self._progress = progress
        self._state_part.setVisible(progress is not None)
        self.stop.setVisible(progress is not None)
        self.state.setText(self.progress_text())

    def show_failure(self, words: str) -> None:
        """Say why values could not be taken."""
        self._state_part.show()
        self.stop.hide()
        self.state.setText(words)

    def progress_text(self) -> str:
        """What is being measured, how much of it, how long it takes."""
        progress = self._progress
        if progress is None:
            return ""
        done, total = number(progress.done), number(progress.total)
        words = self.tr("Measuring: {done} of {total} pictures")
        left = progress.seconds_left
        if left is not None:
            words = self.tr("Measuring: {done} of {total} pictures, {left} left")
        return words.format(done=done, total=total, left=clock(left or 0))

    # --- what the user does ---------------------------------------------------------------------

    def _orders(self) -> list[str]:
        return orders(self._kind, real=self._real, issues=bool(self._issues))

    def _search(self) -> None:
        self._typing.stop()
        self._use(replace(self.wishes, words=self.search.text()))

    def _escape(self) -> None:
        if self.search.text():
            self.search.clear()
            self._search()
        else:
            self.left.emit()

    def _order_chosen(self) -> None:
        order = self.order.currentData()
        if order != self.wishes.order:
            self._use(only_order(self.wishes, order))

    def _turn(self) -> None:
        self._use(replace(self.wishes, descending=not self.wishes.descending))

    def _use(self, wishes: Wishes) -> None:
        if wishes != self.wishes:
            self.wishes = wishes
            self._show_wishes()
            self.changed.emit()

    # --- words ----------------------------------------------------------------------------------

    def _show_wishes(self) -> None:
        wishes = self.wishes
        if self.search.text().strip() != wishes.words.strip():
            self.search.setText(wishes.words)
        self.panel.show_wishes(wishes)
        self.order.setCurrentIndex(self.order.findData(wishes.order))
        self.order.setToolTip(f"{self.order.accessibleName()}: {self.order.currentText()}")
        self._say_direction()
        self._say_filters()

    def _say(self) -> None:
        self.search.setPlaceholderText(tip_with_key(self.tr("Search"), "gallery.find"))
        meaning = self.tr("Search file names, class names and sample numbers")
        self.search.setAccessibleName(meaning)
        self.search.setToolTip(meaning)
        self.filter.setText(self.tr("Filter"))
        self.filter.setToolTip(self.tr("Show only some: by verdict, issue or value"))
        self.filter.setAccessibleDescription(self.filter.toolTip())
        self.order.setAccessibleName(self.tr("Order of the samples"))
        blocker = QSignalBlocker(self.order)
        self.order.clear()
        for order in self._orders():
            self.order.addItem(order_word(order, self._kind), order)
        # The list may be wider than the field, which has little room in a small window.
        widest = max(
            self.order.fontMetrics().horizontalAdvance(self.order.itemText(place))
            for place in range(self.order.count())
        )
        self.order.view().setMinimumWidth(widest + 3 * GAP)
        blocker.unblock()
        self.clear.setText(self.tr("Clear"))
        self.clear.setToolTip(self.tr("Clear search and filters"))
        self.again.setText(self.tr("Apply again"))
        self.stop.setText(self.tr("Stop"))
        self.stop.setToolTip(self.tr("What is measured so far stays"))
        self.whole.setText(self.tr("Show all again"))
        self._show_wishes()
        self.show_progress(self._progress)

    def _say_direction(self) -> None:
        down = self.wishes.descending
        words = self.tr("Largest first") if down else self.tr("Smallest first")
        if self.wishes.order not in self.wishes.values:
            words = self.tr("In reverse") if down else self.tr("In order")
        self.direction.setIcon(icon("sort-descending" if down else "sort-ascending"))
        self.direction.setToolTip(words)
        self.direction.setAccessibleName(words)

    def _say_filters(self) -> None:
        filtered = self.wishes.filtered
        self.said.setText(filters_text(self.wishes, self._kind, self._issue_word))
        self._said_part.setVisible(filtered)
        # From the start, so that the first verdict moves nothing.
        self._gone_part.setVisible(bool(self.wishes.verdicts or self.wishes.issues))
        gone = self.tr("No longer matching: {count}")
        self.gone.setText(gone.format(count=number(self._gone)))
        explain(
            self.again,
            "" if self._gone else self.tr("All samples shown match the filter."),
            self.tr("Take away what no longer matches: it stays until then"),
        )
        if self._selection is not None:
            text = self.tr("Selected: {synthetic} synthetic, {real} real samples")
            synthetic, real = (number(one) for one in self._selection)
            self.selected.setText(text.format(synthetic=synthetic, real=real))
        self._selected_part.setVisible(self._selection is not None)
        # A filter in force shows on its button too, while the page is scrolled elsewhere.
        self.filter.setStyleSheet(
            f"QPushButton {{ border: 2px solid {colours().accent}; padding: 4px 9px; }}"
            if filtered
            else "QPushButton { padding: 5px 10px; } QPushButton:focus { padding: 4px 9px; }"
        )
