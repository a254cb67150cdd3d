"""Leads through the five steps; never in the way of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from gui.theme import PAD
from gui.tour.callout import Callout, Ring
from gui.tour.placing import beside

if TYPE_CHECKING:
    from gui.main_window import MainWindow
    from gui.tour.stops import Stop

# Controls move by scrolling, dividers, languages and jobs: looking now and then sees them all.
_LOOK_MS = 120


class Tour(QObject):
    """One at a time; the user may press the real controls, or Next, or go elsewhere."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.stops: list[Stop] = []
        self.at = 0
        self._shown: tuple[object, ...] = ()
        self._bring = False
        self.callout: Callout | None = None
        self.ring: Ring | None = None
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        window.stack.currentChanged.connect(self._page_changed)
        window.workspace.project_changed.connect(self._project_changed)

    @property
    def running(self) -> bool:
        """Whether it is under way."""
        return self.callout is not None

    @property
    def stop(self) -> Stop:
        """Where it is."""
        return self.stops[self.at]

    def begin(self) -> None:
        """Start at the first stop; a tour under way starts again."""
        self.end()
        # What it needs, the pages above all, is loaded by then.
        from gui.tour.stops import stops_of

        self.stops = stops_of(self._window)
        self.ring, self.callout = Ring(self._window), Callout(self._window)
        self.callout.next.clicked.connect(lambda: self.step(1))
        self.callout.back.clicked.connect(lambda: self.step(-1))
        self.callout.end.clicked.connect(self.end)
        self._window.installEventFilter(self)
        self._timer.start()
        self.go_to(0)
        self.callout.show()
        self.callout.next.setFocus()

    def end(self) -> None:
        """Take it away; the window stays as it is."""
        self._timer.stop()
        self._window.removeEventFilter(self)
        for part in (self.callout, self.ring):
            if part is not None:
                part.hide()
                part.deleteLater()
        self.callout = self.ring = None

    def step(self, step: int) -> None:
        """To the next or the previous stop; beyond the last one it ends."""
        if self.at + step >= len(self.stops):
            self.end()
        else:
            self.go_to(max(0, self.at + step))

    def go_to(self, place: int) -> None:
        """Show a stop, on its page."""
        self.at, self._bring = place, True
        if self._window.page != self.stop.page:
            self._window.go(self.stop.page)
        self.look()

    # --- following the window -----------------------------------------------------------------

    def _page_changed(self, _index: int) -> None:
        """Who goes on by the real controls is met there; the way back leads to a page's start."""
        page = self._window.page
        if self.running and page != self.stop.page:
            there = (place for place, stop in enumerate(self.stops) if stop.page == page)
            self.at, self._bring = next(there, self.at), True

    def _project_changed(self) -> None:
        if self._window.workspace.project is None:
            self.end()

    def look(self) -> None:
        """Stand beside the stop's control as it is now."""
        callout, ring, window = self.callout, self.ring, self._window
        if callout is None or ring is None:
            return
        here = window.page == self.stop.page
        way = self.stop.way if here else None
        control = way.control if way is not None else window.rail.buttons[self.stop.page]
        if self._bring:
            self._bring = False
            _scroll_to(control)
        words = way.words() if way is not None else self._elsewhere()
        seen = control.visibleRegion().boundingRect()
        target = QRect(control.mapTo(window, seen.topLeft()), seen.size())
        shown = (words, self.at, target, window.size())
        if shown == self._shown and callout.isVisible():
            return
        self._shown = shown
        callout.show_stop(words, self.at + 1, len(self.stops))
        if seen.isEmpty():  # scrolled away: the words stay where they were
            ring.hide()
            return
        ring.surround(target)
        room = QRect(QPoint(), window.size())
        room = room.adjusted(PAD, PAD + window.menuBar().height(), -PAD, -PAD)
        callout.move(beside(target, callout.size(), room))
        callout.raise_()

    def _elsewhere(self) -> str:
        return self.tr("The tour goes on here; press this step, or End.")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc that nobody else had a use for ends the tour; a new size moves it at once."""
        if self.running:
            if event.type() == QEvent.Type.Resize:
                QTimer.singleShot(0, self, self.look)
            elif (
                isinstance(event, QKeyEvent)
                and event.type() == QEvent.Type.KeyPress
                and event.key() == Qt.Key.Key_Escape
            ):
                self.end()
                return True
        return super().eventFilter(watched, event)


def _scroll_to(control: QWidget) -> None:
    """Bring a control into view, whatever it is scrolled within."""
    above = control.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(control)
        above = above.parentWidget()
