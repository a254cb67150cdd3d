"""A project at a glance, for its card on the start page; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np
import numpy.typing as npt

from engine.project import Project
from engine.project.summary import trial_accuracy
from engine.runtime import UserError

_PICTURES = 6


@dataclass(frozen=True)
class Glance:
    """What a card shows.

    Attributes
    ----------
    found : bool
        Whether it can be opened.
    fault : UserError or None
        Why a project that is there cannot be opened.
    pictures : list of ndarray, uint8, (H, W, C)
        One of each of the first classes.
    images, classes : int
    accuracy : float or None
        Of the condensed set in the newest trial, 0..1.
    changed : datetime or None
    """

    path: Path
    found: bool
    pictures: list[npt.NDArray[np.uint8]]
    images: int = 0
    classes: int = 0
    accuracy: float | None = None
    changed: datetime | None = None
    fault: UserError | None = None


def glance_at(path: Path) -> Glance:
    """Read a project's card; one that is gone or cannot be opened is not found."""
    if not (path / "project.sqlite").exists():
        return Glance(path, False, [])
    try:
        project = Project.open(path)
        changed = datetime.fromtimestamp((path / "project.sqlite").stat().st_mtime).astimezone()
        accuracy = _accuracy(project)
        if not project.has_images:
            return Glance(path, True, [], accuracy=accuracy, changed=changed)
        with project.image_set() as images:
            labels = range(len(images.class_names))
            firsts = [images.indices(label=label)[:1] for label in labels][:_PICTURES]
            rows = np.concatenate(firsts) if firsts else np.empty(0, np.intp)
            return Glance(
                path,
                True,
                list(images.read(rows)),
                images=images.pictures,
                classes=len(images.class_names),
                accuracy=accuracy,
                changed=changed,
            )
    except UserError as error:
        return Glance(path, False, [], fault=error)
    except OSError as error:
        reason = error.strerror or str(error)
        fault = UserError("file.not_ours", file=str(path), reason=reason)
        return Glance(path, False, [], fault=fault)


def _accuracy(project: Project) -> float | None:
    found = (trial_accuracy(run) for run in project.runs())
    return next((one for one in found if one is not None), None)
