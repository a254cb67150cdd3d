"""Walking a folder once, whatever it holds."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path, PurePosixPath

from engine.project import Refused
from engine.project.project import SUFFIX
from engine.runtime import Emit, StopToken
from engine.runtime.errors import UserError
from importers.found import Listing
from importers.pace import Pace
from importers.stores import FolderStore, open_store

_SYSTEM = {"thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "$recycle.bin", "icon\r"}


def walk(root: Path, *, emit: Emit, token: StopToken) -> Listing:
    """List all files of a folder or archive, or a single document, without opening any.

    Hidden and system entries and Shizuku projects are passed over. Links to folders are
    followed once, so a loop of links ends.

    Raises
    ------
    UserError
        What :func:`importers.stores.open_store` raises; ``import.unreadable_folder``.
    Stopped
    """
    store = open_store(root, token=token)
    if isinstance(store, FolderStore) and not root.is_dir():
        return Listing(store, {root.name: root.stat().st_size}, [], [])
    if isinstance(store, FolderStore):
        return _walk_folder(store, emit=emit, token=token)
    files = {name: size for name, size in store.files.items() if not _any_hidden(name)}
    folders = {
        str(parent)
        for name in files
        for parent in PurePosixPath(name).parents
        if parent != PurePosixPath(".")
    }
    return Listing(store, dict(sorted(files.items())), sorted(folders), list(store.refused))


def _walk_folder(store: FolderStore, *, emit: Emit, token: StopToken) -> Listing:
    root = store.root
    pace = Pace("stage.scan", 0, emit=emit)
    files: dict[str, int] = {}
    folders: list[str] = []
    refused: list[Refused] = []
    visited: set[str] = set()
    pending = [("", root)]
    while pending:
        relative, folder = pending.pop()
        token.raise_if_stopped()
        real = os.path.realpath(folder)
        if real in visited:
            continue
        visited.add(real)
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            if not relative:
                raise UserError("import.unreadable_folder", file=str(root)) from error
            refused.append(Refused(relative, "import.unreadable"))
            continue
        if relative:
            folders.append(relative)
        below: list[tuple[str, Path]] = []
        for entry in entries:
            _note(entry, relative, files=files, below=below, refused=refused)
        pending.extend(reversed(below))
        token.raise_if_stopped()
        pace.at(len(files))
    return Listing(store, dict(sorted(files.items())), sorted(folders), refused)


def _any_hidden(name: str) -> bool:
    return any(is_hidden(part) for part in name.split("/"))


def is_hidden(name: str) -> bool:
    """Whether an entry is the system's or hidden, never the user's data."""
    return name.startswith(".") or name.casefold() in _SYSTEM


def shown(name: str) -> str:
    """A file name that any text can hold."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def plain(name: str) -> str:
    """A name in the composed form, so that macOS's decomposed letters match everyone else's."""
    return unicodedata.normalize("NFC", name)


def _note(
    entry: os.DirEntry[str],
    parent: str,
    *,
    files: dict[str, int],
    below: list[tuple[str, Path]],
    refused: list[Refused],
) -> None:
    if is_hidden(entry.name):
        return
    relative = f"{parent}/{entry.name}" if parent else entry.name
    if shown(relative) != relative:
        refused.append(Refused(shown(relative), "import.bad_name"))
        return
    try:
        if entry.is_dir():
            if not entry.name.endswith(SUFFIX):
                below.append((relative, Path(entry.path)))
        elif entry.is_file():
            files[relative] = entry.stat().st_size
        elif entry.is_symlink():
            refused.append(Refused(relative, "import.broken_link"))
    except OSError:
        refused.append(Refused(relative, "import.unreadable"))
