"""A new project folder: there with everything, or as if it had never been begun."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from engine.project.catalogue import Catalogue
from engine.project.leftovers import is_leftover
from engine.runtime.errors import UserError
from engine.runtime.files import cannot_write, replacing

_FOLDERS = ("runs", "log")


def make_project_folder(path: Path) -> None:
    """Make the folder of a project; one whose making was cut off is made complete.

    Raises
    ------
    UserError
        ``file.exists`` if ``path`` is something else; ``file.cannot_write``.
    """
    if path.exists() and not _is_begun(path):
        raise UserError("file.exists", exit_code=2, file=str(path))
    try:
        path.mkdir(parents=True, exist_ok=True)
        for name in _FOLDERS:
            (path / name).mkdir(exist_ok=True)
        _make_catalogue(path / "project.sqlite")
    except (OSError, UserError) as error:
        # Half a project would be in the way of the next attempt.
        for folder in (*(path / name for name in _FOLDERS), path):
            with suppress(OSError):
                folder.rmdir()
        if isinstance(error, UserError):
            reason = error.params.get("reason", "")
            raise UserError(
                "file.cannot_write", exit_code=1, file=str(path), reason=reason
            ) from error
        raise cannot_write(path, error) from error


def _make_catalogue(path: Path) -> None:
    """The catalogue appears with its tables: an empty one would be no project of ours."""
    with replacing(path, new_folders=False) as temporary:
        Catalogue(temporary).create()


def _is_begun(path: Path) -> bool:
    """Whether there is no more than what :func:`make_project_folder` begins with."""
    if not path.is_dir():
        return False
    return all(
        is_leftover(one.name) or (one.name in _FOLDERS and one.is_dir() and not any(one.iterdir()))
        for one in path.iterdir()
    )
