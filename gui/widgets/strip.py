"""The status line at the bottom: the running job with its controls, device and memory."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QMessageBox, QProgressBar, QPushButton, QSizePolicy, QWidget

from engine.runtime import Message, Progress, UserError
from engine.runtime.device import choose_device, describe_device, free_bytes, free_memory
from engine.runtime.device_reason import why_this_device
from gui.jobs import Job, JobController
from gui.language import TranslatedWidget, clock, data_size, number, say, say_message
from gui.theme import GAP, PAD
from gui.widgets.layout import button, label, redraw_icon, row

if TYPE_CHECKING:
    import torch

_MEMORY_MS = 3000
_STEPS = 1000
_ASK_AFTER = 60.0  # seconds


class StatusStrip(TranslatedWidget):
    """Reachable from every page.

    Signals
    -------
    found : Message
        Which device is computed on, and why.
    """

    found = Signal(object)

    def __init__(self, jobs: JobController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._jobs = jobs
        self._began = 0.0
        self._device: torch.device | None = None
        self._device_text = "…"
        self.reason: Message | None = None
        self.text = label()
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(180)
        self.pause = button("pause")
        self.stop = button("stop-circle-outline")
        self.cancel = button("close-circle-outline")
        self.machine = label("muted")
        self.pause.clicked.connect(self._pause_or_resume)
        self.stop.clicked.connect(jobs.stop)
        self.cancel.clicked.connect(self._cancel)
        layout = row(self.text, self.bar, self.pause, self.stop, self.cancel, PAD, self.machine)
        layout.setStretch(0, 1)
        layout.setContentsMargins(PAD, GAP, PAD, GAP)
        self._row = layout
        self.setLayout(layout)
        self.setMinimumHeight(46)
        jobs.started.connect(self._started)
        jobs.progressed.connect(self._progressed)
        jobs.state_changed.connect(lambda _state: self._draw())
        jobs.ended.connect(lambda _job, _outcome: self._draw())
        timer = QTimer(self)
        timer.setInterval(_MEMORY_MS)
        timer.timeout.connect(self._measure)
        timer.start()
        self.bind(self._draw)
        self.bind(self._draw_icons)
        self.bind(self._measure)

    def place(self, control: QWidget) -> None:
        """Put a control before the device and its memory."""
        self._row.insertWidget(self._row.indexOf(self.machine), control)

    def show_device(self) -> None:
        """Other settings: another device or number of threads."""
        self._find_device()
        self._measure()
        self.found.emit(self.reason)

    def _find_device(self) -> None:
        # Asked by who knows that PyTorch is loaded: the window must not wait for it.
        try:
            self._device = choose_device("auto")
        except UserError:  # a run tells it; the line shows what there is
            self._device = choose_device("cpu")
        self._device_text = describe_device(self._device)
        self.reason = why_this_device()

    def _draw_icons(self) -> None:
        for control in self.controls():
            redraw_icon(control)

    def controls(self) -> list[QPushButton]:
        """Pause, stop and keep, cancel and discard."""
        return [self.pause, self.stop, self.cancel]

    def _cancel(self) -> None:
        """What took long is not thrown away by a slip of the hand."""
        job = self._jobs.job
        wanted = time.monotonic() - self._began < _ASK_AFTER or self.confirm()
        # It may have ended while the question was open, and the next of the queue begun.
        if wanted and self._jobs.job is job:
            self._jobs.cancel()

    def confirm(self) -> bool:
        """Ask whether what was reached shall be discarded."""
        box = QMessageBox(self.window())
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Shizuku")
        words = self.tr("Cancel and discard {time} of work?")
        box.setText(words.format(time=clock(time.monotonic() - self._began)))
        box.setInformativeText(self.tr("This cannot be undone."))
        role = QMessageBox.ButtonRole
        discard = box.addButton(self.tr("Cancel and discard"), role.DestructiveRole)
        box.setDefaultButton(box.addButton(self.tr("Go on"), role.RejectRole))
        box.exec()
        return box.clickedButton() is discard

    def _started(self, _job: Job) -> None:
        self._began = time.monotonic()
        self.bar.setRange(0, 0)
        self._draw()

    def _progressed(self, progress: Progress) -> None:
        if progress.total:
            self.bar.setRange(0, _STEPS)
            self.bar.setValue(round(_STEPS * progress.done / progress.total))
        else:
            self.bar.setRange(0, 0)
        self._draw()

    def _draw(self) -> None:
        job, state = self._jobs.job, self._jobs.state
        running = job is not None and state != "idle"
        for part in (self.bar, *self.controls()):
            part.setVisible(running)
        if not running or job is None:
            self.text.setText(self.tr("Ready"))
            return
        paused = state == "paused"
        self.pause.setText(self.tr("Resume") if paused else self.tr("Pause"))
        self.pause.setVisible(job.can_pause)
        self.pause.setEnabled(state in ("running", "paused"))
        self.stop.setVisible(job.can_keep)
        self.stop.setText(self.tr("Stopping…") if state == "stopping" else self.tr("Stop and keep"))
        self.stop.setEnabled(state in ("running", "paused"))
        self.cancel.setText(
            self.tr("Cancelling…") if state == "cancelling" else self.tr("Cancel and discard")
        )
        self.cancel.setEnabled(state != "cancelling")
        self.text.setText(self._sentence())
        self.text.setToolTip(self.text.text())

    def _sentence(self) -> str:
        progress, state = self._jobs.progress, self._jobs.state
        if state == "stopping":
            return self.tr("Stopping; what was reached is being kept…")
        if state == "cancelling":
            return self.tr("Cancelling; nothing will be kept…")
        if progress is None:
            return self.tr("Starting…")
        parts = [say(progress.stage)]
        if state == "paused":
            parts.append(self.tr("paused"))
        if progress.total:
            parts.append(f"{number(progress.done)} / {number(progress.total)}")
        if progress.seconds_left is not None and state == "running":
            parts.append(say("time.left", time=clock(progress.seconds_left)))
        return "  ·  ".join(parts)

    def _pause_or_resume(self) -> None:
        if self._jobs.state == "paused":
            self._jobs.resume()
        else:
            self._jobs.pause()

    def _measure(self) -> None:
        free = data_size(free_memory() if self._device is None else free_bytes(self._device))
        self.machine.setText(
            self.tr("{device} · {free} free").format(device=self._device_text, free=free)
        )
        if self.reason is not None:
            self.machine.setToolTip(say_message(self.reason))
            self.machine.setAccessibleDescription(say_message(self.reason))
