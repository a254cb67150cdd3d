"""Reference sets of a project: pictures whose appearance a condensed set can be given."""

from __future__ import annotations

import json
import os
import re
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.data import ImageSet
from engine.data.checked import attribute, dataset, open_hdf5, reading
from engine.data.image_set import FORMAT, FORMAT_VERSION
from engine.runtime.errors import UserError
from engine.runtime.files import cannot_write

NAME_DIGITS = 16
_NAME = re.compile(r"[0-9a-f]{8,64}")


@dataclass(frozen=True)
class Reference:
    """A reference set.

    Attributes
    ----------
    name : str
        The beginning of its fingerprint, hexadecimal; a recipe names it so.
    title : str
        The imported folder's name, for people.
    pictures : int
        At least 1.
    shape : tuple of int
        ``(H, W, C)`` in px; only one that is as the project's pictures are can be used.
    bytes : int
        Of its file.
    """

    name: str
    title: str
    pictures: int
    shape: tuple[int, int, int]
    bytes: int


class References:
    """The folder ``references/`` of a project: one image set a reference.

    Parameters
    ----------
    folder : Path
        Need not exist.
    trash : Path
        Where removed ones are kept for a while; need not exist.
    """

    def __init__(self, folder: Path, trash: Path) -> None:
        self.folder, self.trash = folder, trash

    def path(self, name: str) -> Path:
        """Where the set of this name lies, or would.

        Raises
        ------
        UserError
            ``condense.reference_missing`` if it is no name: a recipe may come from anywhere, and
            must not lead out of the folder.
        """
        if not _NAME.fullmatch(name):
            raise missing(name)
        return self.folder / f"{name}.h5"

    def all(self) -> list[Reference]:
        """All that can be read, by title; damaged files and unfinished ones are passed over."""
        found = []
        for path in self.folder.glob("*.h5") if self.folder.is_dir() else ():
            if _NAME.fullmatch(path.stem):
                try:
                    found.append(_read(path))
                except UserError:
                    continue
        return sorted(found, key=lambda one: (one.title.casefold(), one.name))

    def open(self, name: str) -> ImageSet:
        """Open a set.

        Raises
        ------
        UserError
            ``condense.reference_missing``; ``file.not_ours`` or ``project.newer``.
        """
        path = self.path(name)
        if not path.is_file():
            raise missing(name)
        return ImageSet(path)

    def remove(self, name: str) -> None:
        """Move a set into the trash.

        Raises
        ------
        UserError
            ``condense.reference_missing``; ``file.cannot_write``.
        """
        path = self.path(name)
        if not path.is_file():
            raise missing(name)
        try:
            self.trash.mkdir(parents=True, exist_ok=True)
            os.utime(path.replace(self.trash / path.name))
        except OSError as error:  # a folder that is protected; on Windows, a file that is open
            raise cannot_write(path, error) from error

    def bring_back(self, name: str) -> None:
        """Put a removed set back; one that was imported again meanwhile stays as it is.

        Raises
        ------
        UserError
            ``condense.reference_missing`` if it is not in the trash; ``file.cannot_write``.
        """
        path = self.path(name)
        removed = self.trash / path.name
        if path.is_file():
            return
        if not removed.is_file():
            raise missing(name)
        try:
            self.folder.mkdir(exist_ok=True)
            removed.replace(path)
        except OSError as error:
            raise cannot_write(path, error) from error

    def empty_trash(self, *, older_than: float = 0) -> None:
        """Delete removed sets for good: all, or those removed more seconds ago than that."""
        for path in self.trash.glob("*.h5"):
            with suppress(OSError):  # what cannot be deleted now stays
                if time.time() - path.stat().st_mtime >= older_than:
                    path.unlink()


def missing(name: str) -> UserError:
    """The sentence for a set that the project does not have."""
    return UserError("condense.reference_missing", reference=name[:NAME_DIGITS])


def shape_of(path: Path) -> tuple[int, int, int]:
    """``(H, W, C)`` of an image set, without reading its labels and sources.

    Raises
    ------
    UserError
        ``file.missing``, ``file.not_ours`` or ``project.newer``.
    """
    with reading(path), open_hdf5(path, FORMAT, FORMAT_VERSION) as file:
        _, height, width, channels = dataset(file, "images", np.uint8, 4, path).shape
    return height, width, channels


def _read(path: Path) -> Reference:
    shape = shape_of(path)
    with reading(path), open_hdf5(path, FORMAT, FORMAT_VERSION) as file:
        count = dataset(file, "labels", np.int64, 1, path).shape[0]
        preparation = json.loads(attribute(file, "preparation", path))
        title = preparation.get("title") if isinstance(preparation, dict) else None
        size = path.stat().st_size
    if not count:
        raise missing(path.stem)
    return Reference(path.stem, str(title or path.stem), count, shape, size)
