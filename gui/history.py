"""What a person has changed in the open project, and how each change is taken back."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

_MOST = 500


@dataclass(frozen=True, eq=False)
class Change:
    """Something that was done and can be taken back.

    Attributes
    ----------
    group : hashable
        What it belongs to. Changes of different groups do not touch each other, so each group
        can also be taken back by itself, the newest first.
    words : callable () -> str
        What was done, in the window's language: *verdict on sample 3*.
    undo, redo : callable
        Take it back, do it again. A UserError leaves everything as it was.
    """

    group: Hashable
    words: Callable[[], str]
    undo: Callable[[], object]
    redo: Callable[[], object]


class History(QObject):
    """The changes of one project, newest last; forgotten when another is opened.

    Signals
    -------
    changed
        Something else can be undone or redone now.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._moving = False

    def add(self, change: Change) -> None:
        """Something was done; what was taken back of its group cannot be redone any more."""
        if self._moving:  # an undo shows in a form, which tells of a change
            return
        self._done = [*self._done, change][-_MOST:]
        self._undone = [one for one in self._undone if one.group != change.group]
        self.changed.emit()

    def forget(self, group: Hashable) -> None:
        """The changes of a group cannot be taken back any more."""
        self._done = [one for one in self._done if one.group != group]
        self._undone = [one for one in self._undone if one.group != group]
        self.changed.emit()

    def clear(self) -> None:
        """Another project."""
        self._done, self._undone = [], []
        self.changed.emit()

    def next_undo(self, group: Hashable = None) -> Change | None:
        """What :meth:`undo` would take back."""
        return _last(self._done, group)

    def next_redo(self, group: Hashable = None) -> Change | None:
        """What :meth:`redo` would do again."""
        return _last(self._undone, group)

    def undo(self, group: Hashable = None) -> bool:
        """Take the newest change back, or the newest of a group; whether there was one.

        Raises
        ------
        UserError
            What the change raises; then it can still be taken back.
        """
        return self._move(self.next_undo(group), self._done, self._undone, lambda one: one.undo())

    def redo(self, group: Hashable = None) -> bool:
        """Do again what was taken back last, or last of a group; whether there was something.

        Raises
        ------
        UserError
            What the change raises; then it can still be done again.
        """
        return self._move(self.next_redo(group), self._undone, self._done, lambda one: one.redo())

    def _move(
        self,
        change: Change | None,
        source: list[Change],
        target: list[Change],
        do: Callable[[Change], object],
    ) -> bool:
        if change is None or self._moving:
            return False
        self._moving = True
        try:
            do(change)
        finally:
            self._moving = False
        # It may have been forgotten meanwhile, with its project.
        if change in source:
            source.remove(change)
            target.append(change)
        self.changed.emit()
        return True


def _last(changes: list[Change], group: Hashable) -> Change | None:
    return next((one for one in reversed(changes) if group in (None, one.group)), None)
