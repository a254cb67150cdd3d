"""Whether what was measured of a run has been reported: then its decision is made."""

from __future__ import annotations

from contextlib import suppress

from engine.project.project import Project
from engine.project.runs import Run
from engine.runtime.errors import UserError

_MEASURED = ("trials", "anomaly")


def note_reported(project: Project, run: Run) -> None:
    """A report of a run was written or printed: note what it rests on.

    A project that may only be read keeps no note; the report is there all the same.
    """
    with suppress(UserError):
        project.set_setting(_key(run), _newest(run))


def is_reported(project: Project, run: Run) -> bool:
    """Whether the newest trial, or the newest comparison of a detector, stands in a report."""
    newest = _newest(run)
    return bool(newest) and project.setting(_key(run)) == newest


def _key(run: Run) -> str:
    return f"reported.{run.id}"


def _newest(run: Run) -> str:
    """Names of the newest files of measurements; empty without one."""
    found = []
    for folder in _MEASURED:
        names = [one.name for one in (run.folder / folder).glob("*.json")]
        found += [f"{folder}/{max(names)}"] if names else []
    return " ".join(found)
