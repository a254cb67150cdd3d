"""Pictures of a set: in memory where they fit a budget, else read from the file batch by batch."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from engine.data import ImageSet
from engine.runtime.device import free_bytes

Images = npt.NDArray[np.uint8]
_SHARE = 4  # a quarter of the free memory: the model and its maps need the rest


class Streamed:
    """Pictures that stay in the image set's file; what is indexed is read.

    Stands in for an array of uint8 ``(N, H, W, C)`` where only batches are taken from it. The same
    rows give the same pictures, so a training on it is the same training.
    """

    def __init__(self, image_set: ImageSet, rows: npt.NDArray[np.intp]) -> None:
        self._image_set, self._rows = image_set, rows
        self.shape: tuple[int, ...] = (len(rows), *image_set.shape[1:])

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, chosen: slice | npt.NDArray[np.integer[Any]]) -> Images:
        """Read the pictures at positions of this set, in that order."""
        return self._image_set.read(self._rows[chosen])


Pictures = Images | Streamed


def default_budget() -> int:
    """Bytes that the pictures of one set may take in memory."""
    return free_bytes(torch.device("cpu")) // _SHARE


def pictures_at(image_set: ImageSet, rows: npt.NDArray[np.intp], *, budget: int) -> Pictures:
    """The pictures at ``rows``, in memory if they take at most ``budget`` bytes.

    Raises
    ------
    UserError
        ``file.not_ours`` if the file turns out to be damaged; of streamed ones, when they are read.
    """
    size = len(rows) * int(np.prod(image_set.shape[1:]))
    return image_set.read(rows) if size <= budget else Streamed(image_set, rows)
