"""Real samples beside a synthetic one: the nearest of its class, and the mean of the class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.data import ImageSet
from engine.inspection import NearestReal, class_mean
from engine.runtime import StopToken
from engine.runtime.device import one_core

NEAREST = 5
# Below it two pictures are the same to the last grey level.
SAME = 1e-4

Pixels = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Near:
    """A real sample: where it is in the image set, how far from the synthetic one."""

    row: int
    distance: float
    pixels: Pixels
    source: str

    @property
    def same(self) -> bool:
        """Whether the synthetic sample is this picture."""
        return self.distance < SAME


@dataclass(frozen=True)
class Study:
    """What was found for a synthetic sample; ``mean`` is None for a class without pictures."""

    sample: int
    nearest: Sequence[Near]
    mean: Pixels | None
    class_size: int


class Finder:
    """Studies samples against one image set; to be used beside the window."""

    def __init__(self, image_set: ImageSet) -> None:
        self._image_set = image_set
        self._nearest = NearestReal(image_set)
        self._means: dict[int, Pixels | None] = {}

    def study(self, sample: int, pixels: Pixels, label: int, token: StopToken) -> Study:
        """Find the nearest real samples and the class mean of a synthetic sample.

        Raises
        ------
        Stopped
        UserError
            ``file.not_ours`` if the picture file is damaged.
        """
        images = self._image_set
        with one_core():
            found = self._nearest.query(pixels, label, NEAREST, token=token)
        token.raise_if_stopped()
        if label not in self._means:
            self._means[label] = class_mean(images, label)
        nearest = [
            Near(row, distance, one, images.sources[row])
            for (row, distance), one in zip(
                found, images.read([row for row, _ in found]), strict=True
            )
        ]
        return Study(sample, nearest, self._means[label], len(images.indices("train", label)))
