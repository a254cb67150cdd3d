"""A condensed set from a file, tried on a project's pictures like one of its own runs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.data import CondensedSet
from engine.data.appearance_report import AppearanceReport
from engine.data.joining import rearranged
from engine.project.project import Project
from engine.project.runs import Run
from engine.runtime.errors import UserError


class FileRun(Run):
    """What a trial needs of a run; it is in no catalogue, and nothing is kept of it.

    Raises
    ------
    UserError
        ``file.missing``, ``file.not_ours`` or ``project.newer``; ``project.empty``;
        ``merge.other_classes`` unless the file has the project's classes, in any order, and the
        size of its pictures.
    """

    def __init__(self, project: Project, path: Path) -> None:
        super().__init__(path.name, path.absolute().parent, project.catalogue)
        loaded = CondensedSet.load(path)
        with project.image_set() as images:
            names, shape = images.class_names, images.shape[1:]
        if sorted(loaded.class_names) != sorted(names) or loaded.images.shape[1:] != shape:
            raise UserError("merge.other_classes", file=str(path), project=str(project.path))
        made = rearranged(loaded, names)
        self._condensed = replace(made, provenance={**loaded.provenance, **made.provenance})

    def condensed(self) -> CondensedSet:
        """The set, its classes in the order of the project's."""
        return self._condensed

    def appearance(self) -> AppearanceReport | None:
        """Was measured beside other pictures, if at all."""
        return None

    def add_trial(self, report: dict[str, Any]) -> Path:
        """Nothing is kept: the command's answer is the report."""
        return self.folder
