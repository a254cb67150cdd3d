"""A new project from a folder of pictures: whole, or not there; no Qt."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from engine.project import Project
from engine.project.project import SUFFIX
from engine.runtime import Emit, StopToken
from gui.settings.obeying import give_costs
from importers import ImportOptions, import_folder
from importers.spool import interrupted
from importers.stores import ARCHIVES, DOCUMENTS

_UNUSABLE = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
# Windows takes these for devices, whatever stands behind a dot.
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
_LONGEST = 60
_ENDINGS = (*ARCHIVES, *DOCUMENTS)


def import_as_new(
    source: Path, path: Path, options: ImportOptions, *, emit: Emit, token: StopToken
) -> Path:
    """Import ``source`` into a new project at ``path``.

    Raises
    ------
    UserError
        ``file.exists`` and what an import raises; then no project is left behind.
    Stopped
        Likewise.
    """
    existed = path.exists()
    project = Project.create(path)
    try:
        give_costs(project)
        import_folder(source, project, options, emit=emit, token=token)
    except BaseException:
        if not existed:
            shutil.rmtree(path, ignore_errors=True)
        raise
    return project.path


def proposed_path(source: Path, folder: Path) -> Path:
    """Where a project of ``source`` may be made in ``folder``: named like it, not taken yet.

    One whose import of the same source was cut off is taken, so that it goes on.
    """
    name = source.name
    if source.is_file():
        name = next((name[: -len(one)] for one in _ENDINGS if name.casefold().endswith(one)), name)
    name = _UNUSABLE.sub("-", name)[:_LONGEST].strip(" .")
    name = name if usable_name(name) else "pictures"
    path = folder / f"{name}{SUFFIX}"
    number = 2
    while path.exists() and not goes_on(source, path):
        path = folder / f"{name}-{number}{SUFFIX}"
        number += 1
    return path


def goes_on(source: Path, path: Path) -> bool:
    """Whether an import of ``source`` into the project at ``path`` goes on where it was cut off."""
    return interrupted(path) == str(source.absolute()) and not (path / "images.h5").exists()


def usable_name(name: str) -> bool:
    """Whether a project can be named so on every system."""
    unusable = _UNUSABLE.search(name) or _DEVICE.fullmatch(name.strip())
    return bool(name.strip(" .")) and not unusable
