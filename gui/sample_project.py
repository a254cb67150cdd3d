"""A project of drawings that Shizuku makes itself, to try everything on; no Qt."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from engine.project import Project
from engine.runtime import Emit, StopToken
from gui.new_project import import_as_new
from importers import ImportOptions
from importers.samples import make_samples


@dataclass(frozen=True)
class SampleSize:
    """How many drawings a class, and how large they are prepared, in px."""

    per_class: int = 120
    size: int = 32


def make_sample_project(folder: Path, *, size: SampleSize, emit: Emit, token: StopToken) -> Project:
    """Draw sample pictures into ``folder/drawings`` and import them into ``samples.shizuku``.

    What an earlier, interrupted attempt left is made again; a finished project is returned.

    Raises
    ------
    UserError
        ``file.cannot_write`` and what an import raises.
    Stopped
        Nothing half-made stays.
    """
    path = folder / "samples.shizuku"
    if (path / "images.h5").is_file():
        return Project.open(path)
    drawings, unfinished = folder / "drawings", folder / "drawings.part"
    for leftover in (path, unfinished):
        shutil.rmtree(leftover, ignore_errors=True)
    try:
        if not drawings.exists():
            make_samples(unfinished, per_class=size.per_class, emit=emit, token=token)
            unfinished.rename(drawings)
        import_as_new(drawings, path, ImportOptions(size=size.size), emit=emit, token=token)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    return Project.open(path)
