"""What every place of files can do, and folders."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO, Protocol


class Store(Protocol):
    """A folder or archive; files are named by their ``/``-separated path from its root.

    Files are only ever read. :meth:`open` may be called from many threads.
    """

    root: Path

    def open(self, relative: str) -> BinaryIO:
        """A file from its beginning, seekable.

        Raises
        ------
        OSError
            It is missing or cannot be read, or an archive holds it in damaged form.
        """
        ...

    def stamp(self, relative: str) -> str:
        """A word that changes when the file does (size and time of its last change).

        Raises
        ------
        OSError
        """
        ...

    def close(self) -> None:
        """Let go of the archive."""
        ...


class FolderStore:
    """A folder of the file system."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._prefix = f"{root}/"

    def open(self, relative: str) -> BinaryIO:
        """See :class:`Store`; unbuffered, because whole files are read."""
        return open(self._prefix + relative, "rb", buffering=0)  # noqa: PTH123 (quicker by half)

    def stamp(self, relative: str) -> str:
        """See :class:`Store`."""
        state = os.stat(self._prefix + relative)  # noqa: PTH116 (quicker by half)
        return f"{state.st_size} {state.st_mtime_ns}"

    def close(self) -> None:
        """Nothing is held open."""


def read_all(store: Store, relative: str, *, limit: int) -> bytes:
    """A file that must be read as a whole, such as a list.

    Raises
    ------
    OSError
        Also for a file of more than ``limit`` bytes.
    """
    with store.open(relative) as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise OSError("too large")
    return data
