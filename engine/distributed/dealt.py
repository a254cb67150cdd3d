"""Work that comes in numbered pieces, dealt out to the processes of a team."""

from __future__ import annotations

from collections.abc import Callable

from torch import Tensor

from engine.distributed.packets import packed, unpacked
from engine.distributed.team import Team


def by_all(work: Callable[[int], list[Tensor]], count: int, team: Team) -> list[list[Tensor]]:
    """What ``work`` gives for 0, 1, … ``count - 1``, every process having done some.

    Parameters
    ----------
    work : callable
        Must not call the team.

    Raises
    ------
    Stopped, UserError, MemoryError
        As :meth:`engine.distributed.Team.agree`.
    """
    own = team.agree(lambda: {at: work(at) for at in range(team.number, count, team.size)})
    if team.size > 1:
        mine = packed({str(at): found for at, found in own.items()})
        for row in team.exchanged([mine] * team.size):
            own |= {int(at): found for at, found in unpacked(row)[0].items()}
    return [own[at] for at in range(count)]
