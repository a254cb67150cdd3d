"""Runs that were removed: kept in the project's ``trash`` folder for 30 days, then deleted.

A run is removed by moving its folder: one step that either happened or did not. The catalogue
keeps everything it says of the run, so that putting the folder back brings all of it back.
"""

from __future__ import annotations

import os
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from engine.project.runs import RUN_ID, Run
from engine.runtime.errors import UserError
from engine.runtime.files import cannot_write

KEPT_DAYS = 30


@dataclass(frozen=True)
class Removed:
    """A removed run: its id, when it was removed (seconds since the epoch), its bytes."""

    run: str
    time: float
    bytes: int


class Trash:
    """The folder ``trash/`` of a project.

    Parameters
    ----------
    project : Path
        The project's folder; the trash need not exist.
    """

    def __init__(self, project: Path) -> None:
        self.folder = project / "trash"
        self._runs = project / "runs"

    def ids(self) -> set[str]:
        """Ids of the runs in it."""
        try:
            names = {one.name for one in self.folder.iterdir()}
        except OSError:
            return set()
        return {one for one in names if RUN_ID.fullmatch(one)}

    def all(self) -> list[Removed]:
        """The runs in it, the last removed first."""
        found = []
        for run in self.ids():
            with suppress(OSError):
                folder = self.folder / run
                size = sum(one.lstat().st_size for one in folder.rglob("*"))
                found.append(Removed(run, folder.stat().st_mtime, size))
        return sorted(found, key=lambda one: -one.time)

    def put(self, run: Run) -> None:
        """Remove a run.

        Raises
        ------
        UserError
            ``run.removal_running`` while it is in progress; ``file.cannot_write``.
        """
        if run.status == "running":
            raise UserError("run.removal_running", exit_code=2, run=run.id)
        target = self.folder / run.id
        try:
            self.folder.mkdir(exist_ok=True)
            run.folder.mkdir(exist_ok=True)  # one whose folder was lost can be removed too
            run.folder.rename(target)
            os.utime(target)
        except OSError as error:
            raise cannot_write(run.folder, error) from error

    def bring_back(self, run: str) -> None:
        """Put a removed run back; nothing happens to one that is not in the trash.

        Raises
        ------
        UserError
            ``file.cannot_write``.
        """
        if run not in self.ids():
            return
        try:
            (self.folder / run).rename(self._runs / run)
        except OSError as error:
            raise cannot_write(self._runs / run, error) from error

    def delete(self, run: str) -> None:
        """Delete the folder of a removed run for good; what cannot be deleted now stays."""
        if run in self.ids():
            shutil.rmtree(self.folder / run, ignore_errors=True)

    def overdue(self) -> list[str]:
        """Ids of those that were removed more than 30 days ago."""
        oldest = time.time() - KEPT_DAYS * 24 * 3600
        return [one.run for one in self.all() if one.time < oldest]
