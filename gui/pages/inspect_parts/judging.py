"""Verdicts on the samples of a run, with what undoes them; no Qt."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from engine.project import Run
from engine.project.runs import Verdict
from engine.runtime import UserError

__all__ = ["Judging", "Verdict"]


class Judging:
    """Stores each verdict at once and remembers what was before it."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.verdicts: dict[int, Verdict] = {}
        self._before: list[tuple[int, Verdict | None]] = []

    def take(self, stored: Mapping[int, Verdict]) -> None:
        """Show what is stored; what can be undone stays."""
        self.verdicts = dict(stored)

    def judge(self, sample: int, verdict: Verdict) -> None:
        """Judge a sample.

        Raises
        ------
        UserError
            ``file.cannot_write``; then nothing has changed.
        """
        before = self.verdicts.get(sample)
        self._store(sample, verdict)
        self._before.append((sample, before))

    def undo(self) -> int | None:
        """Take the last verdict back; the sample it was on, or None if there is none.

        Raises
        ------
        UserError
            ``file.cannot_write``; then nothing has changed.
        """
        if not self._before:
            return None
        sample, before = self._before[-1]
        self._store(sample, before)
        self._before.pop()
        return sample

    @property
    def can_undo(self) -> bool:
        """Whether a verdict was given since the window was opened."""
        return bool(self._before)

    def _store(self, sample: int, verdict: Verdict | None) -> None:
        try:
            self.run.judge(sample, verdict)
        except sqlite3.Error as error:
            raise UserError(
                "file.cannot_write", file=str(self.run.folder.parent.parent), reason=str(error)
            ) from error
        if verdict is None:
            self.verdicts.pop(sample, None)
        else:
            self.verdicts[sample] = verdict
