"""The mean picture of a class: what its samples share."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.data import CondensedSet, ImageSet

_BLOCK = 512


def class_mean(images: ImageSet | CondensedSet, label: int) -> npt.NDArray[np.uint8] | None:
    """Mean over the training pictures, or the synthetic samples, of a class.

    Returns
    -------
    ndarray of uint8, (H, W, C), or None
        None if the class has no picture.
    """
    if isinstance(images, CondensedSet):
        mine = images.images[images.labels == label]
        return np.round(mine.mean(axis=0)).astype(np.uint8) if len(mine) else None
    rows = images.indices("train", label)
    if not len(rows):
        return None
    total = np.zeros(images.shape[1:], np.float64)
    for start in range(0, len(rows), _BLOCK):
        total += images.read(rows[start : start + _BLOCK]).sum(axis=0, dtype=np.float64)
    return np.round(total / len(rows)).astype(np.uint8)
