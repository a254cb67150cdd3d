"""A mark that this process runs, and what it was at: left behind, it tells of a crash; no Qt.

Each process holds a file of its own (:mod:`engine.runtime.holding`). One that nobody holds any
more was left by a process that could not take it away: a crash, a power cut, a forced end.
"""

from __future__ import annotations

import json
import os
import secrets
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.runtime.holding import Hold, hold

_MOST = 200_000  # bytes of a mark


@dataclass(frozen=True)
class Crashed:
    """What a process that was cut off was at.

    Attributes
    ----------
    began : float
        When it was started, seconds since the epoch.
    noted : float
        When it last wrote down what it was at.
    project : Path or None
        That was open, or was being imported into.
    job : str
        Kind of the job in progress; empty without one.
    run : str
        Id of the run the job worked on.
    total : int
        Steps the job was to take; 0 while unknown.
    own_fault : bool
        Whether it left a crash report: not a power cut, nor ended from outside.
    """

    began: float
    noted: float
    project: Path | None = None
    job: str = ""
    run: str = ""
    total: int = 0
    own_fault: bool = False


class Mark:
    """The mark of this process.

    Parameters
    ----------
    folder : Path
        Where the marks of all processes are.
    reports : Path
        The file that crash reports are added to.
    """

    def __init__(self, folder: Path, reports: Path) -> None:
        self._path = folder / f"{os.getpid()}-{secrets.token_hex(4)}.json"
        self._hold: Hold | None = None
        self._facts: dict[str, Any] = {"began": time.time(), "reports": _size(reports)}

    def begin(self) -> None:
        """From now on this process runs; where that cannot be marked, nothing is told later."""
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._hold = hold(self._path)
        self.note()

    def note(self, **facts: str | int) -> None:
        """Write down what it is at now; what is not named stays."""
        self._facts |= facts | {"noted": time.time()}
        if self._hold is not None:
            with suppress(OSError):
                self._hold.add(json.dumps(self._facts) + "\n")

    def end(self) -> None:
        """It ends as it should."""
        if self._hold is not None:
            self._hold.release()
            self._hold = None
            with suppress(OSError):
                self._path.unlink()


def take_crashed(folder: Path, reports: Path) -> list[Crashed]:
    """The processes that were cut off since the last look, newest first; each is told once."""
    found = []
    for path in folder.glob("*.json") if folder.is_dir() else ():
        try:
            held = hold(path)
        except OSError:
            continue
        if held is None:
            continue
        ours = held.holders > 1
        facts = {} if ours else _last_line(path)
        held.release()
        if not ours:
            with suppress(OSError):
                path.unlink()
                found.append(_crashed(facts, reports))
    return sorted(found, key=lambda one: -one.noted)


def _last_line(path: Path) -> dict[str, Any]:
    """The newest line that is whole."""
    with suppress(OSError):
        with path.open("rb") as stream:
            stream.seek(max(0, path.stat().st_size - _MOST))
            lines = stream.read(_MOST).decode("utf-8", errors="replace").splitlines()
        for line in reversed(lines):
            with suppress(ValueError):
                facts = json.loads(line)
                if isinstance(facts, dict):
                    return facts
    return {}


def _crashed(facts: dict[str, Any], reports: Path) -> Crashed:
    def text(name: str) -> str:
        value = facts.get(name)
        return value if isinstance(value, str) else ""

    def figure(name: str) -> float:
        value = facts.get(name)
        return value if isinstance(value, int | float) else 0

    project = text("project")
    return Crashed(
        began=figure("began"),
        noted=figure("noted"),
        project=Path(project) if project else None,
        job=text("job"),
        run=text("run"),
        total=int(figure("total")),
        own_fault=bool(facts) and _size(reports) > figure("reports"),
    )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
