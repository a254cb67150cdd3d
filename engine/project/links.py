"""Projects come from anywhere: one whose parts lead elsewhere would have other files written."""

from __future__ import annotations

import os
from pathlib import Path

from engine.runtime.errors import UserError

_HOLDING_FOLDERS = ("runs", "trash", "references", "networks")
_PARTS = (*_HOLDING_FOLDERS, "project.sqlite", "log", "import.part", "open.lock")


def refuse_links(project: Path) -> None:
    """Whether what is written to lies in the project itself.

    Files beside these are replaced as a whole, which replaces a link and not what it leads to.

    Raises
    ------
    UserError
        ``file.not_ours`` if a part of it is a symbolic link.
    """
    for name in _PARTS:
        if (project / name).is_symlink():
            raise _a_link(project / name)
    for name in _HOLDING_FOLDERS:
        try:
            with os.scandir(project / name) as entries:
                found = next((one for one in entries if one.is_symlink()), None)
        except OSError:  # not there, or not to be read: then not to be written to either
            continue
        if found is not None:
            raise _a_link(Path(found.path))


def _a_link(path: Path) -> UserError:
    return UserError("file.not_ours", file=str(path), reason="a link to another place")
