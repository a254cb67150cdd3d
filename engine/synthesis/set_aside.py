"""Pictures whose label looks wrong are left out of a run, and listed; never silently."""

from __future__ import annotations

import csv

import numpy as np
import numpy.typing as npt

from engine.data import ImageSet
from engine.inspection.suspicion import Suspicions, find_suspicious
from engine.project import Run
from engine.runtime.events import Emit, Message, Progress
from engine.runtime.files import replacing
from engine.runtime.sheets import harmless
from engine.runtime.stop import StopToken
from engine.synthesis.start import NOTHING


def set_suspicious_aside(
    image_set: ImageSet, run: Run, *, emit: Emit, token: StopToken, writes: bool = True
) -> npt.NDArray[np.intp]:
    """Positions of the pictures that the run does without; the list is in its folder.

    They depend on nothing but pictures, labels and the recipe's seed and ``trim``, so a resumed
    run does without the same ones.

    Parameters
    ----------
    writes : bool
        Whether this process writes the list; all others of a team find the same.

    Raises
    ------
    Stopped
        If a stop was asked for meanwhile.
    UserError
        ``file.cannot_write``.
    """
    recipe = run.recipe
    if recipe.trim == 0:
        return NOTHING
    found = find_suspicious(
        image_set,
        recipe.trim,
        seed=recipe.seed,
        token=token,
        on_progress=lambda done, total: emit(Progress("stage.suspicion", done, total)),
    )
    if writes:
        _write(found, image_set, run)
    params = {
        "count": len(found.rows),
        "total": len(image_set.indices("train")),
        "file": str(run.suspicious_path),
    }
    emit(Message("info", "condense.set_aside", params))
    return found.rows


def _write(found: Suspicions, image_set: ImageSet, run: Run) -> None:
    """One line a picture, for Excel: UTF-8 with a byte order mark."""
    names = image_set.class_names
    with (
        replacing(run.suspicious_path, new_folders=False) as temporary,
        temporary.open("w", encoding="utf-8-sig", newline="") as stream,
    ):
        writer = csv.writer(stream)
        writer.writerow(["file", "class", "fits_better", "score"])
        for row, given, better, score in zip(
            found.rows, found.given, found.better, found.scores, strict=True
        ):
            cells = (image_set.sources[row], names[given], names[better])
            writer.writerow([*map(harmless, cells), f"{score:.3f}"])
