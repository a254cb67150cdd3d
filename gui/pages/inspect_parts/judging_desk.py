"""Judging on the inspect page: keys, verdict bar, second look, and what is stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from engine.project import Run
from engine.project.verdicts import REASONS, VERDICTS, Judgement, Reason, Verdict
from engine.runtime import UserError
from gui.pages.inspect_parts.judging import Judging
from gui.pages.inspect_parts.look import Look
from gui.pages.inspect_parts.reasons_popup import ReasonsPopup
from gui.pages.inspect_parts.second_look import shuffled
from gui.pages.inspect_parts.verdict_bar import Progress, VerdictBar
from gui.pages.inspect_parts.verdict_history import VerdictHistory
from gui.services import Services
from gui.shortcuts.keys import on_key

# The rail and the other pages need not follow every key at once.
_TELL_MS = 300


@dataclass(frozen=True)
class _Draft:
    """Remarks on a sample without a verdict yet."""

    note: str = ""
    reasons: tuple[Reason, ...] = ()


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
    read
        Other samples are judged now, or none.
    """

    changed = Signal()
    read = Signal()
    stepped = Signal(int)
    sample_asked = Signal(int)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._navigator, self._remembered = services.navigator, services.settings.remembered
        self._judgings: dict[str, Judging] = {}
        self._steps = VerdictHistory(services.workspace.history, self._moved)
        self._asked_name = False
        self._drafts: dict[int, _Draft] = {}
        self._sample: int | None = None
        self._title = ""
        self.judging: Judging | None = None
        self.look: Look | None = None
        self.second = False
        self.order: Sequence[int] = ()
        self._tell = QTimer(self, singleShot=True, interval=_TELL_MS)
        self._tell.timeout.connect(services.workspace.refresh_runs)
        self.bar = VerdictBar(services.settings.remembered)
        self.popup = ReasonsPopup(self.bar)
        self._connect()

    def _connect(self) -> None:
        self.bar.judged.connect(self.judge)
        self.bar.undone.connect(self.undo)
        self.bar.redone.connect(self.redo)
        self.bar.stepped.connect(self.stepped)
        self.bar.remarks.noted.connect(self.give_note)
        self.bar.remarks.reasons_asked.connect(self.ask_reasons)
        self.popup.given.connect(self.give_reasons)

    def listen(self, widget: QWidget) -> None:
        """Keys work wherever the focus is, of samples that are shown: who judges the unseen?"""
        actions: dict[str, Callable[[], None]] = {
            "note": self.bar.remarks.write,
            "why": self.ask_reasons,
            "previous": partial(self.stepped.emit, -1),
            "next": partial(self.stepped.emit, 1),
            "undo": self.undo,
            "redo": self.redo,
        }
        actions |= {one: partial(self.judge, one) for one in VERDICTS}
        for name, action in actions.items():
            on_key(f"judge.{name}", widget, action)

    # --- what is judged -------------------------------------------------------------------------

    def forget(self) -> None:
        """Another project: nothing can be undone any more."""
        self._judgings.clear()
        self._tell.stop()

    def use(self, run: Run | None) -> None:
        """Judge the samples of another run, or of none; they are read meanwhile."""
        self.look, self._sample, self.second = None, None, False
        self._drafts.clear()
        if run is None:
            self.judging = None
        elif self.judging is None or self.judging.run.id != run.id:
            self.judging = self._judgings.setdefault(run.id, Judging(run))
        self.read.emit()

    def take(self, look: Look) -> None:
        """The samples were read."""
        self.look = look
        if self.judging is not None:
            self.judging.take(look.log)
            self.order = shuffled(look.samples(None), self.judging.run.id)
        self._show_progress()
        self.read.emit()

    def show_sample(self, sample: int | None, title: str = "") -> None:
        """Another sample is looked at."""
        self._sample, self._title = sample, title
        self._show()

    @property
    def judgements(self) -> Mapping[int, Judgement]:
        """What is to be shown, by sample: in the second look only what was said in it."""
        return {} if self.judging is None else self.judging.shown(second=self.second)

    @property
    def verdicts(self) -> Mapping[int, Verdict]:
        """The verdicts to be shown, by sample."""
        return {one: said.verdict for one, said in self.judgements.items() if said.verdict}

    def verdict_of(self, sample: int) -> Verdict | None:
        """The verdict to be shown with a sample."""
        said = self.judgements.get(sample)
        return None if said is None else said.verdict

    # --- the second look ------------------------------------------------------------------------

    def start_second_look(self) -> None:
        """Hide earlier verdicts and go on with the first sample not judged again."""
        if self.judging is None or self.look is None:
            return
        self.second = True
        self._drafts.clear()
        self._changed()
        done = self.judgements
        first = next((one for one in self.order if one not in done), None)
        if first is not None:
            self.sample_asked.emit(first)

    def end_second_look(self) -> None:
        """Show all verdicts again."""
        self.second = False
        self._drafts.clear()
        self._changed()

    def beside(self, sample: int, step: int) -> int | None:
        """In the second look: the sample so many places further on in its order."""
        if sample not in self.order:
            return None
        place = self.order.index(sample) + step
        return self.order[place] if 0 <= place < len(self.order) else None

    # --- what the user does ---------------------------------------------------------------------

    def judge(self, verdict: Verdict) -> None:
        """Judge the sample looked at, with the remarks that stand there."""
        sample = self._sample
        if sample is None:
            return
        said, draft = self._own(sample), self._drafts.get(sample)
        remarks = draft or (_Draft(said.note, _reasons(said)) if said else _Draft())
        self._give(sample, verdict, remarks, advance=self.bar.advance.isChecked())

    def decide(self, sample: int, verdict: Verdict) -> None:
        """Say which verdict shall hold on a sample that two looks disagree on."""
        self._give(sample, verdict, _Draft(), advance=False)

    def give_note(self, note: str) -> None:
        """Write a note on the sample looked at; without a verdict it waits for one."""
        self._remark(_Draft(note, self._remarks().reasons))

    def ask_reasons(self) -> None:
        """Ask what is wrong with the sample looked at."""
        sample = self._sample
        if sample is not None:
            verdict = self.verdict_of(sample)
            self.popup.ask(self._title, verdict, self._remarks().reasons, self.bar)

    def give_reasons(self, verdict: Verdict, reasons: tuple[Reason, ...]) -> None:
        """Judge the sample looked at for these reasons."""
        sample = self._sample
        if sample is not None:
            new = self.verdict_of(sample) is None and self.bar.advance.isChecked()
            self._give(sample, verdict, _Draft(self._remarks().note, reasons), advance=new)

    def undo(self) -> None:
        """Take the last verdict on this run back and look at its sample."""
        if self.judging is not None:
            name = self._remembered.inspector
            judging = self.judging
            self._move(lambda: self._steps.undo(judging, inspector=name, second=self.second))

    def redo(self) -> None:
        """Give again what was taken back last and look at its sample."""
        if self.judging is not None:
            judging = self.judging
            self._move(lambda: self._steps.redo(judging, second=self.second))

    def tell_now(self) -> None:
        """The page is left: other pages show how many are judged."""
        if self._tell.isActive():
            self._tell.stop()
            self._tell.timeout.emit()

    def _own(self, sample: int) -> Judgement | None:
        """What this inspector said of a sample; the remarks of others stay theirs."""
        said = self.judgements.get(sample)
        return said if said is not None and said.inspector == self._remembered.inspector else None

    def _remarks(self) -> _Draft:
        """What stands there of the sample looked at."""
        sample = self._sample
        if sample is None:
            return _Draft()
        said = self.judgements.get(sample)
        if said is not None:
            return _Draft(said.note, _reasons(said))
        return self._drafts.get(sample, _Draft())

    def _remark(self, remarks: _Draft) -> None:
        sample = self._sample
        if sample is None:
            return
        verdict = self.verdict_of(sample)
        if verdict is None:
            self._drafts[sample] = remarks
            self._show()
        else:
            self._give(sample, verdict, remarks, advance=False)

    def _give(self, sample: int, verdict: Verdict, remarks: _Draft, *, advance: bool) -> None:
        if self.judging is None or self.look is None:
            return
        name = self._remembered.inspector
        reasons = () if verdict == "accepted" else remarks.reasons
        said = self._own(sample)
        same = said and (said.verdict, said.note, said.reasons) == (verdict, remarks.note, reasons)
        if not same:
            try:
                self.judging.judge(
                    sample,
                    verdict,
                    inspector=name,
                    note=remarks.note,
                    reasons=reasons,
                    second=self.second,
                )
            except UserError as error:
                self._navigator.tell_error(error)
                self._show()
                return
            self._steps.given(self.judging, sample, inspector=name, second=self.second)
            self._drafts.pop(sample, None)
        self._changed()
        if advance:
            self.stepped.emit(1)
        if not name and not self._asked_name:
            self._asked_name = True
            self.bar.ask_name(True)

    def _move(self, change: Callable[[], None]) -> None:
        if self.look is not None:
            try:
                change()
            except UserError as error:
                self._navigator.tell_error(error)

    def _moved(self, judging: Judging, second: bool, sample: int | None) -> None:
        """A verdict was taken back or given again, perhaps of another run than is looked at."""
        if judging is self.judging and self.look is not None and second == self.second:
            self._changed()
            if sample is not None:
                self.sample_asked.emit(sample)
        else:
            self._tell.start()

    # --- what is shown --------------------------------------------------------------------------

    def _changed(self) -> None:
        self.changed.emit()
        self._show()
        self._show_progress()
        self._tell.start()

    def _show(self) -> None:
        sample, judging = self._sample, self.judging
        there = sample is not None and judging is not None
        verdict = None if sample is None else self.verdict_of(sample)
        history: Sequence[Judgement] = ()
        if sample is not None and judging is not None:
            history = judging.history(sample)
        if self.second:  # what was said before would tell
            history = [one for one in (self.judgements.get(sample or 0),) if one and there]
        self.bar.ask_name(False)
        self.bar.show_judgement(verdict, history, sample=there)
        remarks = self._remarks()
        self.bar.remarks.show_remarks(
            remarks.note, remarks.reasons, sample=there, waiting=verdict is None
        )

    def _show_progress(self) -> None:
        if self.judging is None or self.look is None:
            self.bar.show_progress(Progress())
            return
        samples = self.look.samples(None)
        second = self.second
        self.bar.show_progress(
            Progress(
                judged=len(self.judgements.keys() & set(samples)),
                count=len(samples),
                can_undo=self.judging.can_undo(second=second),
                can_redo=self.judging.can_redo(second=second),
                second=second,
            )
        )


def _reasons(said: Judgement) -> tuple[Reason, ...]:
    """Those this version knows."""
    return tuple(one for one in REASONS if one in said.reasons)
