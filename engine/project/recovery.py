"""What is safe in a project after a crash or a power cut, in numbers and times."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from engine.project.catalogue import has_table
from engine.project.leftovers import Cleared, clear_leftovers
from engine.project.project import Project
from engine.runtime.errors import UserError


@dataclass(frozen=True)
class CutOff:
    """A run that was in progress: its id, the step it is kept at, whether it can go on."""

    run: str
    step: int
    resumable: bool


@dataclass(frozen=True)
class Recovered:
    """What was found.

    Attributes
    ----------
    runs : tuple of CutOff
        Runs that were in progress and whose process is gone; newest first.
    verdicts : int
        Judgements in the project's log.
    last_verdict : str
        When the last of them was given, ISO 8601; empty without any.
    waiting : int
        Entries of the queue whose turn is still to come.
    cleared : Cleared
        Half-written files that were removed.
    """

    runs: tuple[CutOff, ...] = ()
    verdicts: int = 0
    last_verdict: str = ""
    waiting: int = 0
    cleared: Cleared = field(default_factory=Cleared)


def recover(path: Path, *, before: float) -> Recovered:
    """Look at a project that was open when the application was cut off, and clear up in it.

    Parameters
    ----------
    path : Path
        The project's folder.
    before : float
        When the application was started again, seconds since the epoch.

    Raises
    ------
    UserError
        What :meth:`Project.open` raises; ``file.not_ours``.
    """
    project = Project.open(path)
    _clear_finished(project)
    verdicts, last = _verdicts(project)
    return Recovered(
        runs=_cut_off(project),
        verdicts=verdicts,
        last_verdict=last,
        waiting=len(project.queue.content().waiting),
        cleared=clear_leftovers(path, before=before),
    )


def _cut_off(project: Project) -> tuple[CutOff, ...]:
    found = []
    for run in project.runs():
        try:
            if run.interrupted:
                found.append(CutOff(run.id, run.step, run.resumable))
        except UserError:  # removed meanwhile
            continue
    return tuple(found)


def _clear_finished(project: Project) -> None:
    """Remove what a run that is done no longer needs, where its process ended just before."""
    for run in project.runs():
        with suppress(UserError, OSError):
            if run.status == "done":
                for one in (run.checkpoint_path, run.pool_path, run.origin_path):
                    one.unlink(missing_ok=True)


def _verdicts(project: Project) -> tuple[int, str]:
    with project.catalogue.transaction() as connection:
        if not has_table(connection, "judgements"):
            return 0, ""
        count, last = connection.execute("SELECT COUNT(*), MAX(time) FROM judgements").fetchone()
    return int(count), "" if last is None else str(last)[:40]
