"""The pictures behind a cell of a confusion matrix."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.data import ImageSet
from engine.trial.results import SetResult, TrialReport


def knows_pictures(report: TrialReport, image_set: ImageSet) -> bool:
    """Whether a trial remembers which pictures were mistaken, and they are still those."""
    return report.fingerprint == image_set.fingerprint and all(
        one.mistakes is not None for one in report.sets
    )


def pictures_of_cell(
    result: SetResult, image_set: ImageSet, *, true: int, said: int
) -> npt.NDArray[np.intp]:
    """Test pictures of class ``true`` that were taken for ``said`` in at least one training.

    Returns
    -------
    ndarray of intp
        Positions in the image set, ascending; empty where the trial does not know.
    """
    wrong = result.mistakes
    if wrong is None:
        return np.empty(0, np.intp)
    rows = np.asarray(wrong.row, np.intp)
    classes, times = np.asarray(wrong.said, np.int64), np.asarray(wrong.times, np.int64)
    if true != said:
        found = rows[classes == said]
        return np.sort(found[image_set.labels[found] == true])
    tested = image_set.indices("test", true)
    missed = np.bincount(rows, times, minlength=len(image_set))
    return tested[missed[tested] < len(result.accuracies)]
