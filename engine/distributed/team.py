"""A team of processes that do one piece of work together; here, of one process alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from torch import Tensor

T = TypeVar("T")


class Team:
    """One process alone: it agrees with itself, and waits for nobody.

    All processes of a team call the same methods in the same order.

    Attributes
    ----------
    number : int
        Of this process, from 0.
    size : int
        Processes of the team.
    beside : int
        Processes of the team on this computer.
    restarted : bool
        Whether the team goes on with what an earlier one began and could not end.
    """

    number = 0
    size = 1
    beside = 1
    restarted = False

    @property
    def leads(self) -> bool:
        """Whether this is the process that writes files and tells people."""
        return self.number == 0

    def agree(self, work: Callable[[], T]) -> T:
        """Do one's own part; what stops one process stops all.

        ``work`` must not call the team, unless what it calls fails in all processes alike.

        Raises
        ------
        Stopped
            If any process was asked to stop; to discard, if any was asked to.
        UserError
            What any of them raised; ``distributed.process_failed`` for a fault of ours in another;
            ``distributed.lost`` where one ended or does not answer.
        MemoryError
            Where another ran out of memory.
        """
        return work()

    def agree_on(
        self, work: Callable[[], T], tell: Callable[[T], Tensor], shape: tuple[int, ...]
    ) -> tuple[T, Tensor]:
        """As :meth:`agree`; besides, the sum of what each process tells, float64 ``shape``.

        The sum is exact, whatever the number of processes, where no two tell other than 0 in the
        same place.
        """
        done = work()
        return done, tell(done).double()

    def told(self, values: Any) -> Any:
        """What the leader says, as plain values; what others pass does not count."""
        return values

    def least(self, value: int) -> int:
        """The least of the numbers of all."""
        return value

    def exchanged(self, parts: Sequence[Tensor]) -> list[Tensor]:
        """Give each process its part, uint8 ``(n,)``; the parts that all have for this one."""
        return list(parts)

    def shared(self, error: BaseException) -> bool:
        """Whether all processes raise an error at the same place."""
        return True

    def may_tell(self) -> bool:
        """Whether it is on this process to tell how the work ended: one of them does."""
        return True

    def leave(self) -> None:
        """Let nobody wait for this process any longer."""


ALONE = Team()
