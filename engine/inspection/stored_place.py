"""Which stored image of a packed set holds a sample, and where in it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.data import CondensedSet


@dataclass(frozen=True, eq=False)
class StoredPlace:
    """A sample within the stored image that holds it.

    Attributes
    ----------
    image : ndarray of uint8, (H, W, C)
        As stored: ``factor`` × ``factor`` reduced samples.
    number : int
        Which of the stored images it is, from 0.
    row, column : int
        The sample's cell, from 0.
    factor : int
    """

    image: npt.NDArray[np.uint8]
    number: int
    row: int
    column: int
    factor: int

    @property
    def cell(self) -> tuple[float, float, float, float]:
        """Left, top, width and height of the sample's cell, px of the stored image."""
        height, width = (side / self.factor for side in self.image.shape[:2])
        return self.column * width, self.row * height, width, height

    @property
    def samples(self) -> int:
        """How many samples the stored image holds."""
        return self.factor**2


def stored_place(condensed: CondensedSet, sample: int) -> StoredPlace | None:
    """Where a sample is stored; None for one that is stored whole.

    Parameters
    ----------
    condensed : CondensedSet
    sample : int
        0..N-1.
    """
    packed, factor = condensed.packed, condensed.packing
    if packed is None or factor <= 1 or condensed.kept[sample]:
        return None
    cell = int(np.count_nonzero(~condensed.kept[:sample]))
    number = _stored_before(condensed, sample - cell % factor**2)
    if number >= len(packed):  # kept pictures in an order of somebody else's
        return None
    row, column = divmod(cell % factor**2, factor)
    return StoredPlace(packed[number], number, row, column, factor)


def _stored_before(condensed: CondensedSet, sample: int) -> int:
    """Stored images before the one that begins with ``sample``: a kept picture is stored once."""
    kept = condensed.kept[:sample]
    learnt = int(np.count_nonzero(~kept)) // condensed.packing**2
    return learnt + int(np.count_nonzero(kept & condensed.first_copies[:sample]))
