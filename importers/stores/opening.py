"""From a path to the store that reads it."""

from __future__ import annotations

from pathlib import Path

from engine.runtime import StopToken
from engine.runtime.errors import UserError
from importers.stores.archives import ARCHIVES, TarStore, ZipStore
from importers.stores.store import FolderStore

DOCUMENTS = (".pdf", ".dxf", ".tif", ".tiff")
"""How the names of files end that hold several pages and can be imported by themselves."""


def is_archive(path: Path) -> bool:
    """Whether a path is named like an archive that can be imported."""
    return path.name.casefold().endswith(ARCHIVES)


def is_single_file(path: Path) -> bool:
    """Whether a path is named like a document that can be imported by itself."""
    return path.name.casefold().endswith(DOCUMENTS)


def open_store(source: Path, *, token: StopToken) -> FolderStore | ZipStore | TarStore:
    """The store of a folder or an archive; a document lies in the store of its folder.

    Raises
    ------
    UserError
        ``file.missing``, ``import.not_a_folder`` (neither folder nor archive) or what an archive
        raises.
    Stopped
    """
    if not source.exists():
        raise UserError("file.missing", file=str(source))
    if source.is_dir():
        return FolderStore(source)
    if is_single_file(source):
        return FolderStore(source.absolute().parent)
    if not is_archive(source):
        raise UserError("import.not_a_folder", file=str(source))
    if source.name.casefold().endswith(".zip"):
        return ZipStore(source)
    return TarStore(source, token=token)
