"""Verdicts on the samples of a run, with what undoes them; no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from engine.data.judgement import FIRST_LOOK, SECOND_LOOK
from engine.project import Run
from engine.project.verdicts import Judgement, Reason, Verdict, in_force

__all__ = ["Judging", "Verdict"]


@dataclass(frozen=True)
class _Step:
    """What was in force of a sample in a look before something was said, and what was said."""

    before: Judgement | None
    after: Judgement


@dataclass
class _Steps:
    """What can be undone and done again, newest last."""

    done: list[_Step] = field(default_factory=list)
    undone: list[_Step] = field(default_factory=list)


class Judging:
    """Stores each verdict at once and remembers what was before it.

    ``second`` tells whether one judges without seeing earlier verdicts; what was said in the
    second look is undone there, and the rest elsewhere.
    """

    def __init__(self, run: Run) -> None:
        self.run = run
        self._stored = run.judgements()
        self._log: list[Judgement] = []
        self._current: dict[int, Judgement] = {}
        self._looks: dict[int, dict[int, Judgement]] = {}
        self._steps = {False: _Steps(), True: _Steps()}

    def take(self, log: Sequence[Judgement]) -> None:
        """Show what is stored; what can be undone stays."""
        self._log = list(log)
        self._sort()

    def shown(self, *, second: bool) -> Mapping[int, Judgement]:
        """The judgements in force, or in the second look only those of it."""
        return self._looks[SECOND_LOOK] if second else self._current

    def of_look(self, look: int) -> Mapping[int, Judgement]:
        """The judgements of one look."""
        return self._looks[look]

    def history(self, sample: int) -> list[Judgement]:
        """What was said of a sample, newest first; what an undo has put back stands once."""
        said = dict.fromkeys(one for one in reversed(self._log) if one.sample == sample)
        return list(said)

    def inspectors(self) -> list[str]:
        """Who has judged, the newest first."""
        return list(dict.fromkeys(one.inspector for one in reversed(self._log) if one.inspector))

    def judge(
        self,
        sample: int,
        verdict: Verdict,
        *,
        inspector: str = "",
        note: str = "",
        reasons: Sequence[Reason] = (),
        second: bool = False,
    ) -> None:
        """Judge a sample.

        Raises
        ------
        UserError
            ``file.cannot_write``; then nothing has changed.
        """
        look = self._look_for(sample, verdict, second=second)
        before = self._looks[look].get(sample)
        made = self._stored.judge(
            sample, verdict, inspector=inspector, note=note, reasons=reasons, look=look
        )
        steps = self._steps[second]
        steps.done.append(_Step(before, made))
        steps.undone.clear()
        self._add(made)

    def undo(self, *, inspector: str = "", second: bool = False) -> int | None:
        """Take the last verdict back; the sample it was on, or None if there is none.

        Raises
        ------
        UserError
            ``file.cannot_write``; then nothing has changed.
        """
        steps = self._steps[second]
        if not steps.done:
            return None
        step = steps.done[-1]
        sample, look = step.after.sample, step.after.look
        if step.before is None:
            self._add(self._stored.judge(sample, None, inspector=inspector, look=look))
        else:
            self._put_back(step.before)
        steps.undone.append(steps.done.pop())
        return sample

    def redo(self, *, second: bool = False) -> int | None:
        """Give again what was taken back last; the sample it is on, or None if there is none.

        Raises
        ------
        UserError
            ``file.cannot_write``; then nothing has changed.
        """
        steps = self._steps[second]
        if not steps.undone:
            return None
        step = steps.undone[-1]
        self._put_back(step.after)
        steps.done.append(steps.undone.pop())
        return step.after.sample

    def can_undo(self, *, second: bool = False) -> bool:
        """Whether a verdict was given since the window was opened."""
        return bool(self._steps[second].done)

    def can_redo(self, *, second: bool = False) -> bool:
        """Whether a verdict was taken back since the last one was given."""
        return bool(self._steps[second].undone)

    def _look_for(self, sample: int, verdict: Verdict, *, second: bool) -> int:
        """Who decides between two looks must not make them agree: each keeps what it said."""
        if second:
            return SECOND_LOOK
        blind = self._looks[SECOND_LOOK].get(sample)
        return SECOND_LOOK if blind is not None and blind.verdict == verdict else FIRST_LOOK

    def _put_back(self, judgement: Judgement) -> None:
        self._stored.put_back(judgement)
        self._add(judgement)

    def _add(self, judgement: Judgement) -> None:
        self._log.append(judgement)
        self._sort()

    def _sort(self) -> None:
        self._current = in_force(self._log)
        self._looks = {
            look: in_force(one for one in self._log if one.look == look)
            for look in (FIRST_LOOK, SECOND_LOOK)
        }
