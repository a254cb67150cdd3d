"""What a process that was cut off left half written in a project."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

_PREFIX = ".part-"  # engine.runtime.files.replacing and its like


@dataclass(frozen=True)
class Cleared:
    """How many half-written files were removed, and their bytes."""

    files: int = 0
    bytes: int = 0


def is_leftover(name: str) -> bool:
    """Whether a file or folder of this name is half written."""
    return name.startswith(_PREFIX)


def clear_leftovers(project: Path, *, before: float) -> Cleared:
    """Remove half-written files and folders of a project; what cannot be removed stays.

    Parameters
    ----------
    project : Path
        The folder of the project; links are not followed.
    before : float
        Seconds since the epoch: what was written to later may be another process's work.
    """
    files = size = 0
    for folder, folders, names in os.walk(project):
        inside = [one for one in folders if is_leftover(one)]
        folders[:] = [one for one in folders if one not in inside]
        for name in (*inside, *(one for one in names if is_leftover(one))):
            found = _remove(Path(folder, name), before)
            if found is not None:
                files, size = files + 1, size + found
    return Cleared(files, size)


def _remove(path: Path, before: float) -> int | None:
    """Its bytes; None if it stays."""
    try:
        within = [path, *path.rglob("*")] if path.is_dir() and not path.is_symlink() else [path]
        facts = [one.lstat() for one in within]
        if max(one.st_mtime for one in facts) >= before:
            return None
        if len(within) > 1 or (path.is_dir() and not path.is_symlink()):
            shutil.rmtree(path)
        else:
            path.unlink()
    except OSError:
        return None
    return sum(one.st_size for one in facts)
