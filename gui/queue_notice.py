"""How the queue makes itself known: a button in the status line, an offer when a project opens,
a summary when it has been worked off."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QToolButton, QWidget

from engine.queueing.summary import Summary
from gui.icons import icon
from gui.jobs import QueueWorker
from gui.language import Translated, TranslatedWidget, current, number
from gui.theme import GAP, PAD, colours
from gui.widgets.layout import button, column, label, redraw_icon, row
from gui.workspace import Workspace


class QueueButton(Translated, QPushButton):
    """Says how much waits; shows and hides the list. Not there without a project."""

    def __init__(
        self, queue: QueueWorker, workspace: Workspace, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._queue, self._workspace = queue, workspace
        self.setCheckable(True)
        queue.changed.connect(self._draw)
        self.bind(self._draw)

    def _draw(self) -> None:
        waiting = len(self._queue.content.waiting)
        self.setIcon(icon("playlist-play" if self._queue.working else "playlist-check"))
        self.setText(
            self.tr("Queue: {count} waiting").format(count=number(waiting))
            if waiting
            else self.tr("Queue")
        )
        self.setToolTip(self.tr("Show or hide the queue of runs and trials."))
        self.setAccessibleDescription(self.toolTip())
        self.setVisible(self._workspace.project is not None)


class QueueNotice(TranslatedWidget):
    """Tells once, when a project is opened, that something waits in its queue; then how it went."""

    show_asked = Signal()

    def __init__(
        self, queue: QueueWorker, workspace: Workspace, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._queue, self._workspace = queue, workspace
        self._told: Path | None = None
        self._wanted = False
        self._seen: Summary | None = None
        self._picture = QLabel()
        self.sentence = label(wrap=True)
        self.go_on, self.look = button("play"), button("playlist-check")
        self.leave = QToolButton()
        frame = QFrame()
        frame.setProperty("banner", "true")
        layout = row(self._picture, self.sentence, self.go_on, self.look, self.leave)
        layout.setStretch(1, 1)
        layout.setContentsMargins(PAD, GAP, GAP, GAP)
        layout.setAlignment(self._picture, Qt.AlignmentFlag.AlignVCenter)
        frame.setLayout(layout)
        self.setLayout(column(frame))
        self.go_on.clicked.connect(queue.start)
        self.look.clicked.connect(self.show_asked)
        self.look.clicked.connect(self.dismiss)
        self.leave.clicked.connect(self.dismiss)
        workspace.project_changed.connect(self._project_changed)
        queue.changed.connect(self._draw)
        self.bind(self._draw)

    def dismiss(self) -> None:
        """Take it away."""
        self._wanted, self._seen = False, self._queue.summary
        self._draw()

    def _project_changed(self) -> None:
        project = self._workspace.project
        path = None if project is None else project.path
        if path != self._told:
            self._told, self._wanted = path, True
        self._draw()

    def _draw(self) -> None:
        waiting = len(self._queue.content.waiting)
        # What is put in from now on needs no notice.
        self._wanted = self._wanted and waiting > 0 and not self._queue.working
        summary = None if self._queue.working else self._queue.summary
        if summary is self._seen:
            summary = None
        self.setVisible(self._wanted or summary is not None)
        self.go_on.setVisible(waiting > 0)
        self._draw_icon(summary)
        self.sentence.setText(
            summary.sentence(current())
            if summary is not None
            else self.tr(
                "The queue of this project has entries waiting: {count}. Go on with them?"
            ).format(count=number(waiting))
        )
        for control in (self.go_on, self.look):
            redraw_icon(control)
        self.go_on.setText(self.tr("Go on"))
        self.go_on.setToolTip(self.tr("Works off the entries that wait"))
        self.look.setText(self.tr("Show the queue"))
        self.look.setToolTip(self.tr("Shows the list of what waits"))
        self.leave.setIcon(icon("close"))
        leave = self.tr("Not now") if summary is None else self.tr("Close this message")
        self.leave.setToolTip(leave)
        self.leave.setAccessibleName(leave)

    def _draw_icon(self, summary: Summary | None) -> None:
        c = colours()
        name, colour = "playlist-play", c.accent
        if summary is not None:
            failed = bool(summary.failed)
            name = "alert-octagon-outline" if failed else "check-circle-outline"
            colour = c.bad if failed else c.good
        self._picture.setPixmap(icon(name, colour=colour).pixmap(20, 20))
