"""Real pictures in the appearance a recipe asks for, before anything is learnt from them.

Content and style are matched to the same pictures, so a clean reference does not have to be wrung
from targets that noise is part of.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import torch

from engine.restyling.of_recipe import restyle
from engine.restyling.wishes import Restyler
from engine.runtime.events import Emit, Message, Progress
from engine.runtime.stop import StopSource, StopToken
from engine.synthesis.real import RealPictures

MOST_RESTYLED = 20_000  # restyled: each takes some ten milliseconds
_MOST_BYTES = 1 << 30
_FEWEST_PER_CLASS = 32
_AT_ONCE = 64

Rows = npt.NDArray[np.intp]


class Restyled:
    """The pictures that a run aims at.

    Called with any pictures of the image set and their rows, it answers with what they look like
    in that appearance (:data:`engine.matching.gaps.AsAimed`); those that the run learns from are
    there already.

    Attributes
    ----------
    pictures : RealPictures
        What the run learns from.
    """

    def __init__(self, pictures: RealPictures, rows: Sequence[Rows], restyler: Restyler) -> None:
        self.pictures = pictures
        self._restyler = restyler
        self._places = {
            int(row): (label, place)
            for label, of_class in enumerate(rows)
            for place, row in enumerate(of_class)
        }

    def __call__(self, images: npt.NDArray[np.uint8], rows: Rows) -> npt.NDArray[np.uint8]:
        """Pictures uint8 ``(n, H, W, C)`` that stand at n rows, in their new appearance."""
        made = np.empty_like(images)
        new = [at for at, row in enumerate(rows) if int(row) not in self._places]
        made[new] = restyle(self._restyler, images[new], rows[new], token=StopSource().token)
        for at, row in enumerate(rows):
            if int(row) in self._places:
                label, place = self._places[int(row)]
                picture = self.pictures.by_class[label][torch.tensor([place])][0]
                made[at] = picture.permute(1, 2, 0).numpy()
        return made


def restyled(
    real: RealPictures,
    rows: Sequence[Rows],
    restyler: Restyler,
    *,
    seed: int,
    emit: Emit,
    token: StopToken,
) -> Restyled:
    """The pictures that a run learns from in the appearance it aims at.

    Of large sets a draw of 20,000 is taken. The same for a seed and its pictures.

    Parameters
    ----------
    rows : sequence of ndarray of intp
        Where the pictures of each class stand in the image set.

    Raises
    ------
    Stopped
    """
    channels, height, width = real.shape
    most = min(MOST_RESTYLED, _MOST_BYTES // (channels * height * width))
    each = max(_FEWEST_PER_CLASS, most // len(real.by_class))
    total = sum(min(len(pictures), each) for pictures in real.by_class)
    if any(len(pictures) > each for pictures in real.by_class):
        emit(Message("info", "condense.restyled_part", {"count": each}))
    generator = torch.Generator().manual_seed(seed * 1_000_003 + 11)
    by_class: list[npt.NDArray[np.uint8]] = []
    taken: list[Rows] = []
    done = 0
    for pictures, of_class in zip(real.by_class, rows, strict=True):
        chosen = torch.randperm(len(pictures), generator=generator)[:each].sort().values
        made = np.empty((len(chosen), height, width, channels), np.uint8)
        for first in range(0, len(chosen), _AT_ONCE):
            part = chosen[first : first + _AT_ONCE]
            images = pictures[part].permute(0, 2, 3, 1).contiguous().numpy()
            made[first : first + len(part)] = restyle(
                restyler, images, of_class[part.numpy()], token=token
            )
            done += len(part)
            emit(Progress("stage.restyle", done, total))
        by_class.append(made)
        taken.append(of_class[chosen.numpy()])
    pictures_made = RealPictures(by_class, real.mean.flatten().numpy(), real.std.flatten().numpy())
    return Restyled(pictures_made, taken, restyler)
