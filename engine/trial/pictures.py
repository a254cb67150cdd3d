"""Pictures of a set: in memory where they fit a budget, else read from the file batch by batch.

What trains and asks models takes positions out of a set and nothing else, so parts of sets and
several sets after each other need no copies.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from engine.data import ImageSet
from engine.runtime.device import may_take

Images = npt.NDArray[np.uint8]
Chosen = slice | npt.NDArray[np.integer[Any]]
_SHARE = 2  # half of what a trial may take: the model and its maps need the rest


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

    def __getitem__(self, chosen: Chosen) -> Images:
        """Read the pictures at positions of this set, in that order."""
        return self._image_set.read(self._rows[chosen])

    def part(self, rows: npt.NDArray[np.intp]) -> Streamed:
        """Those at positions of this set; reads nothing."""
        return Streamed(self._image_set, self._rows[rows])


class Joined:
    """Sets after each other, each one or several times; nothing is copied or read before its turn.

    Parameters
    ----------
    parts : sequence of (pictures, int)
        Pictures of the same size, and how often they stand there; at least one picture in all.
    """

    def __init__(self, parts: Sequence[tuple[Pictures, int]]) -> None:
        self._parts = [pictures for pictures, _ in parts]
        self._part = np.concatenate(
            [np.full(len(one) * times, place) for place, (one, times) in enumerate(parts)]
        )
        self._row = np.concatenate([np.tile(np.arange(len(one)), times) for one, times in parts])
        self.shape: tuple[int, ...] = (len(self._row), *self._parts[0].shape[1:])

    def __len__(self) -> int:
        return len(self._row)

    def __getitem__(self, chosen: Chosen) -> Images:
        """The pictures at positions of all, in that order."""
        part, row = self._part[chosen], self._row[chosen]
        found = np.empty((len(row), *self.shape[1:]), np.uint8)
        for place, pictures in enumerate(self._parts):
            mine = part == place
            if mine.any():
                found[mine] = pictures[row[mine]]
        return found


OneSet = Images | Streamed
Pictures = OneSet | Joined


def part_of(pictures: OneSet, rows: npt.NDArray[np.intp]) -> OneSet:
    """The pictures at positions of a set; those that are in a file stay there."""
    return pictures[rows] if isinstance(pictures, np.ndarray) else pictures.part(rows)


def default_budget() -> int:
    """Bytes that the pictures of one set may take in memory."""
    return may_take(torch.device("cpu")) // _SHARE


def pictures_at(image_set: ImageSet, rows: npt.NDArray[np.intp], *, budget: int) -> OneSet:
    """The pictures at ``rows``, in memory if they take at most ``budget`` bytes.

    Raises
    ------
    UserError
        ``file.not_ours`` if the file turns out to be damaged; of streamed ones, when they are read.
    """
    size = len(rows) * int(np.prod(image_set.shape[1:]))
    return image_set.read(rows) if size <= budget else Streamed(image_set, rows)
