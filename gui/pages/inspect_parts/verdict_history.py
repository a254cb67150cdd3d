"""Verdicts among the changes of the project: named in the menu, taken back by key or there."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QCoreApplication

from gui.history import Change, History
from gui.language import number
from gui.pages.inspect_parts.judging import Judging


class VerdictHistory:
    """Each verdict of a run is a change of its own group, so that the key takes back verdicts only.

    Parameters
    ----------
    history : History
    moved : callable (judging, second, sample)
        Told when a verdict was taken back or given again.
    """

    def __init__(
        self, history: History, moved: Callable[[Judging, bool, int | None], None]
    ) -> None:
        self._history, self._moved = history, moved
        self._inspector: str | None = None

    def given(self, judging: Judging, sample: int, *, inspector: str, second: bool) -> None:
        """A verdict or a remark was stored."""

        def words() -> str:
            said = QCoreApplication.translate("VerdictHistory", "verdict on sample {number}")
            return said.format(number=number(sample + 1))

        def undo() -> None:
            name = inspector if self._inspector is None else self._inspector
            self._moved(judging, second, judging.undo(inspector=name, second=second))

        def redo() -> None:
            self._moved(judging, second, judging.redo(second=second))

        self._history.add(Change(_group(judging, second), words, undo, redo))

    def undo(self, judging: Judging, *, inspector: str, second: bool) -> None:
        """Take the newest verdict of a run back, in the name of who does it."""
        self._inspector = inspector
        try:
            self._history.undo(_group(judging, second))
        finally:
            self._inspector = None

    def redo(self, judging: Judging, *, second: bool) -> None:
        """Give again what was taken back last of a run."""
        self._history.redo(_group(judging, second))


def _group(judging: Judging, second: bool) -> Hashable:
    return "verdict", judging.run.id, second
