"""The queue above the status line: what waits, what runs, what became of the rest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from engine.project.queue_entry import Entry
from engine.queueing.words import entry_words
from gui.icons import icon
from gui.jobs import JobController, QueueWorker
from gui.language import TranslatedWidget, clock, current, number, say, stored_time
from gui.shortcuts.keys import on_key, tip_with_key
from gui.theme import GAP, PAD, colours
from gui.widgets.elided import ElidedLabel
from gui.widgets.layout import Card, button, column, explain, label, redraw_icon, row

_HEIGHT = 200
_STATE, _NOTE = 1, 5
_ICONS = {
    "waiting": "clock-outline",
    "running": "progress-clock",
    "done": "check-circle-outline",
    "failed": "alert-octagon-outline",
}


class QueuePanel(TranslatedWidget):
    """Shows the queue of the open project and works it off; emits ``closed``."""

    closed = Signal()

    def __init__(
        self, queue: QueueWorker, jobs: JobController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._queue, self._jobs = queue, jobs
        self._running: int | None = None
        self.heading, self.counts = label("heading"), ElidedLabel("muted")
        self.broken = label("warning", wrap=True)
        self.table = QTableWidget(0, _NOTE + 1)
        self.start = button("play", primary=True)
        self.up, self.down = button("arrow-up"), button("arrow-down")
        self.retry = button("refresh")
        self.remove, self.clear = button("trash-can-outline"), button("broom")
        self.close_button = button("close")
        self._assemble()
        self._connect()
        self.setFixedHeight(_HEIGHT)
        self.bind(self._say)

    def _assemble(self) -> None:
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setStyleSheet("QTableView::item { padding: 0 6px; }")
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place in range(_NOTE):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        card = Card()
        changing = row(self.up, self.down, self.retry, self.remove, self.clear, spacing=GAP)
        head = row(self.heading, self.counts, changing, self.start, self.close_button, spacing=PAD)
        head.setStretch(1, 1)
        card.body.addLayout(head)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.broken)
        whole = column(card)
        whole.setContentsMargins(PAD, 0, PAD, GAP)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.start.clicked.connect(self._start_or_halt)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.retry.clicked.connect(self._retry)
        self.remove.clicked.connect(self._remove)
        for name, control in self._of_keys().items():
            # Only where the list has the focus: elsewhere these keys belong to others.
            made = on_key(name, self.table, control.click)
            made.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.clear.clicked.connect(self._queue.clear)
        self.close_button.clicked.connect(self.closed)
        self.table.itemSelectionChanged.connect(self._draw_buttons)
        self._queue.changed.connect(self._draw)
        self._jobs.state_changed.connect(lambda _state: self._draw_buttons())

    def _of_keys(self) -> dict[str, QPushButton]:
        """Commands that keys do in the list, by name, and the button of each."""
        return {
            "queue.earlier": self.up,
            "queue.later": self.down,
            "queue.again": self.retry,
            "queue.remove": self.remove,
        }

    @property
    def chosen(self) -> Entry | None:
        """The entry that is selected."""
        place = self.table.currentRow()
        entries = self._queue.content.entries
        return entries[place] if 0 <= place < len(entries) else None

    def choose(self, entry_number: int) -> None:
        """Select an entry, if it is there."""
        for place, one in enumerate(self._queue.content.entries):
            if one.number == entry_number:
                self.table.selectRow(place)

    def controls(self) -> list[QPushButton]:
        """All buttons."""
        changing = [self.up, self.down, self.retry, self.remove, self.clear]
        return [self.start, self.close_button, *changing]

    # --- what the user asks for ------------------------------------------------------------------

    def _start_or_halt(self) -> None:
        if self._queue.working:
            self._queue.halt()
        else:
            self._queue.start()

    def _move(self, by: int) -> None:
        if (one := self.chosen) is not None:
            self._queue.move(one.number, by)
            self.choose(one.number)

    def _retry(self) -> None:
        if (one := self.chosen) is not None:
            self._queue.retry(one.number)
            self.choose(one.number)

    def _remove(self) -> None:
        if (one := self.chosen) is None:
            return
        place = self.table.currentRow()
        self._queue.remove(one.number)
        # The next one is at hand: keys can go on.
        if self.table.rowCount():
            self.table.selectRow(min(place, self.table.rowCount() - 1))

    # --- what is shown ---------------------------------------------------------------------------

    def _say(self) -> None:
        self.heading.setText(self.tr("Queue"))
        self.table.setAccessibleName(self.tr("Entries of the queue, in their order"))
        self.table.setAccessibleDescription(self.tr("A row an entry; the uppermost comes first."))
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("No."),
                self.tr("State"),
                self.tr("Entry"),
                self.tr("Added"),
                self.tr("Took"),
                self.tr("Note"),
            ]
        )
        self.up.setText(self.tr("Move up"))
        self.down.setText(self.tr("Move down"))
        self.retry.setText(self.tr("Try again"))
        self.remove.setText(self.tr("Remove"))
        self.clear.setText(self.tr("Clear finished"))
        self.close_button.setText(self.tr("Close"))
        self.close_button.setToolTip(self.tr("Close the list; the queue itself goes on."))
        for one in self.controls():
            redraw_icon(one)
        self._draw()

    def _draw(self) -> None:
        content, before = self._queue.content, self.chosen
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(content.entries))
            for place, one in enumerate(content.entries):
                self._draw_row(place, one)
        if before is not None:
            self.choose(before.number)
        self._show_running()
        states = [one.state for one in content.entries]
        self.counts.show_text(self._counted(states))
        self.broken.setVisible(bool(content.broken))
        self.broken.setText(say("queue.broken", count=number(content.broken)))
        self._draw_buttons()

    def _counted(self, states: Sequence[str]) -> str:
        if not states:
            return self.tr(
                "Empty. “Add to queue” on the pages Condense and Trial puts something in."
            )
        told = say(
            "queue.counts",
            waiting=number(states.count("waiting")),
            done=number(states.count("done")),
            failed=number(states.count("failed")),
        )
        if "running" in states and not self._queue.working:
            stops = self.tr("The queue stops after the running entry.")
            return f"{told} {stops}"
        return told

    def _show_running(self) -> None:
        """Bring an entry into view as it begins; where the user has scrolled since, stay there."""
        entries = self._queue.content.entries
        running = [place for place, one in enumerate(entries) if one.state == "running"]
        number_of = entries[running[0]].number if running else None
        if number_of is not None and number_of != self._running:
            self.table.scrollTo(self.table.model().index(running[0], 0))
        self._running = number_of

    def _draw_row(self, place: int, one: Entry) -> None:
        note = "" if one.failure is None else one.failure.sentence(current())
        words = (
            number(one.number),
            say(f"status.{one.state}"),
            entry_words(one, current(), self._queue.tried.get(one.number)),
            stored_time(one.added),
            "" if one.seconds is None else clock(one.seconds),
            note,
        )
        for place_of, said in enumerate(words):
            item = QTableWidgetItem(said)
            item.setToolTip(said)
            font = item.font()
            font.setBold(one.state == "running")
            item.setFont(font)
            if place_of == _STATE:
                item.setIcon(_icon(one.state))
            self.table.setItem(place, place_of, item)

    def _draw_buttons(self) -> None:
        content, one, working = self._queue.content, self.chosen, self._queue.working
        self.start.setText(self.tr("Stop after this one") if working else self.tr("Run the queue"))
        self.start.setProperty("icon_name", "stop-circle-outline" if working else "play")
        redraw_icon(self.start)
        explain(
            self.start,
            "" if working or content.waiting else self.tr("Nothing waits."),
            self.tr("What runs goes on to its end; nothing further begins.")
            if working
            else self.tr("Do everything that waits, one after the other."),
        )
        reason = "" if one is not None else self.tr("Choose an entry first.")
        fixed = self.tr("Only what waits can be moved.")
        moving = reason or ("" if one is not None and one.state == "waiting" else fixed)
        explain(self.up, moving, self.tr("Do it earlier."))
        explain(self.down, moving, self.tr("Do it later."))
        not_failed = self.tr("Only what failed can be tried again.")
        explain(
            self.retry,
            reason or ("" if one is not None and one.state == "failed" else not_failed),
            self.tr("Let it wait again, with the trials that had no run because of it."),
        )
        running = one is not None and one.state == "running"
        stop_first = self.tr("It is running. Stop or cancel it in the line below.")
        explain(
            self.remove,
            reason or (stop_first if running else ""),
            self.tr("Take it out; with a condensing goes the trial of its result."),
        )
        for name, control in self._of_keys().items():
            if control.isEnabled():
                control.setToolTip(tip_with_key(control.toolTip(), name))
        nothing = not content.finished and not content.broken
        explain(
            self.clear,
            self.tr("Nothing is finished.") if nothing else "",
            self.tr("Take out what is done or has failed; results stay."),
        )


def _icon(state: str) -> QIcon:
    c = colours()
    colour = {"done": c.good, "failed": c.bad, "running": c.accent}.get(state, c.muted)
    return icon(_ICONS[state], colour=colour)
