"""Judging on the inspect page: keys, verdict bar, and what is stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from engine.project import Run
from engine.runtime import UserError
from gui.pages.inspect_parts.judging import Judging, Verdict
from gui.pages.inspect_parts.look import ClassLine, Look
from gui.pages.inspect_parts.verdict_bar import VERDICTS, VerdictBar
from gui.services import Services

# The rail and the other pages need not follow every key at once.
_TELL_MS = 300


class JudgingDesk(QObject):
    """Takes verdicts on the sample looked at.

    Signals
    -------
    changed
        Verdicts are others, or are shown otherwise.
    stepped(int)
        Go so many samples on.
    sample_asked(int)
        A sample to look at.
    """

    changed = Signal()
    stepped = Signal(int)
    sample_asked = Signal(int)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._navigator = services.navigator
        self._judgings: dict[str, Judging] = {}
        self._judging: Judging | None = None
        self._look: Look | None = None
        self._sample: int | None = None
        self._tell = QTimer(self, singleShot=True, interval=_TELL_MS)
        self._tell.timeout.connect(services.workspace.refresh_runs)
        self.bar = VerdictBar()
        self.bar.judged.connect(self.judge)
        self.bar.undone.connect(self.undo)
        self.bar.stepped.connect(self.stepped)

    def listen(self, widget: QWidget) -> None:
        """Keys work wherever the focus is, of samples that are shown: who judges the unseen?"""
        actions: dict[str, Callable[[], None]] = {"Z": self.undo, "Ctrl+Z": self.undo}
        actions |= {str(n + 1): partial(self.judge, one) for n, one in enumerate(VERDICTS)}
        actions |= {"Left": partial(self.stepped.emit, -1), "Right": partial(self.stepped.emit, 1)}
        for key, action in actions.items():
            QShortcut(QKeySequence(key), widget, action)

    # --- what is judged -------------------------------------------------------------------------

    def forget(self) -> None:
        """Another project: nothing can be undone any more."""
        self._judgings.clear()
        self._tell.stop()

    def use(self, run: Run | None) -> None:
        """Judge the samples of another run, or of none; they are read meanwhile."""
        self._look, self._sample = None, None
        if run is not None:
            self._judging = self._judgings.setdefault(run.id, Judging(run))

    def take(self, look: Look) -> None:
        """The samples were read."""
        self._look = look
        if self._judging is not None:
            self._judging.take(look.verdicts)

    def show_sample(self, sample: int | None) -> None:
        """Another sample is looked at."""
        self._sample = sample
        self._show_verdict()

    def show_line(self, whole: ClassLine) -> None:
        """The line over all classes: how many are judged."""
        undo = self._judging is not None and self._judging.can_undo
        self.bar.show_progress(whole.judged, whole.samples, can_undo=undo)

    @property
    def verdicts(self) -> Mapping[int, Verdict]:
        """The verdicts to be shown, by sample."""
        return {} if self._judging is None else self._judging.verdicts

    def verdict_of(self, sample: int) -> Verdict | None:
        """The verdict to be shown with a sample."""
        return self.verdicts.get(sample)

    # --- what the user does ---------------------------------------------------------------------

    def judge(self, verdict: Verdict) -> None:
        """Judge the sample looked at."""
        if self._judging is None or self._look is None or self._sample is None:
            return
        try:
            self._judging.judge(self._sample, verdict)
        except UserError as error:
            self._navigator.tell_error(error)
            self._show_verdict()
            return
        self._judged()
        if self.bar.advance.isChecked():
            self.stepped.emit(1)

    def undo(self) -> None:
        """Take the last verdict on this run back and look at its sample."""
        if self._judging is None or self._look is None:
            return
        try:
            sample = self._judging.undo()
        except UserError as error:
            self._navigator.tell_error(error)
            return
        if sample is not None:
            self._judged()
            self.sample_asked.emit(sample)

    def tell_now(self) -> None:
        """The page is left: other pages show how many are judged."""
        if self._tell.isActive():
            self._tell.stop()
            self._tell.timeout.emit()

    def _judged(self) -> None:
        self.changed.emit()
        self._show_verdict()
        self._tell.start()

    def _show_verdict(self) -> None:
        verdict = None if self._sample is None else self.verdict_of(self._sample)
        self.bar.show_verdict(verdict, sample=self._sample is not None)
