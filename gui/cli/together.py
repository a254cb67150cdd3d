"""A command that torchrun started several times: one process leads, all work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from engine.distributed import join

if TYPE_CHECKING:
    from engine.distributed import Team
    from engine.project import Project, Run
    from gui.cli.console import Console

SHARED = ("condense", "trial")  # commands that several processes share out


@contextmanager
def joined(console: Console) -> Iterator[Team]:
    """The team of this process, until the command ends.

    Raises
    ------
    UserError
        ``distributed.lost`` where the others do not come.
    """
    team = join()
    console.team = team
    if team.size > 1:
        console.note("distributed.processes", count=team.size)
    try:
        yield team
    finally:
        team.leave()


def run_for_all(project: Project, team: Team, choose: Callable[[], Run]) -> Run:
    """The run that the leader begins or goes on with.

    Raises
    ------
    UserError
        What ``choose`` raises.
    """
    run_id = team.told(team.agree(lambda: choose().id if team.leads else ""))
    return project.run(run_id)
