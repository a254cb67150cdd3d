"""Files that are either whole or not there: write beside, flush, rename."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.runtime.errors import UserError


@contextmanager
def replacing(path: Path, *, new_folders: bool = True) -> Iterator[Path]:
    """Give a temporary path beside ``path``; on success it takes its place, else it is removed.

    Parameters
    ----------
    path : Path
    new_folders : bool
        Make the folder where it is missing. Not for a folder that must be there: of a project on
        a share that is unplugged there would be a second one, at the place of the first.

    Raises
    ------
    UserError
        ``file.cannot_write`` if the folder cannot be written, the disk is full, and so on.
    """
    try:
        if new_folders:
            path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".part-", suffix=path.suffix, dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise cannot_write(path, error) from error
    temporary = Path(name)
    try:
        yield temporary
        with temporary.open("rb+") as stream:
            os.fsync(stream.fileno())
        # mkstemp makes the file private; a result that is shared by its folder should follow umask
        share(temporary)
        temporary.replace(path)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        temporary.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Make a folder in one that must be there, if it is missing.

    Raises
    ------
    UserError
        ``file.cannot_write``.
    """
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error


def share(path: Path) -> None:
    """Give a private file or folder the rights that others of this user have."""
    path.chmod((0o777 if path.is_dir() else 0o666) & ~_umask())


def write_text(path: Path, content: str, *, new_folders: bool = True) -> None:
    """Write UTF-8 text atomically; see :func:`replacing`."""
    with replacing(path, new_folders=new_folders) as temporary:
        temporary.write_text(content, encoding="utf-8")


def cannot_write(path: Path, error: OSError) -> UserError:
    """The sentence for a failed write."""
    return UserError(
        "file.cannot_write", exit_code=1, file=str(path), reason=error.strerror or str(error)
    )


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
