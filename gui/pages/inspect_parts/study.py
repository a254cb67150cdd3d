"""Real samples beside a synthetic one: the nearest of its class, and the mean of the class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.data import ImageSet
from engine.data.recipe import Kind
from engine.inspection import NearestReal, class_mean
from engine.inspection.appearance import SMALLEST, Measure, measure_appearance, measures_for
from engine.inspection.kind import kind_of_set
from engine.inspection.nearest import Way
from engine.runtime import StopToken
from engine.runtime.device import one_core

NEAREST = (5, 10, 20)

Pixels = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Wanted:
    """How many real samples, and by what they are near."""

    count: int = NEAREST[0]
    way: Way = "content"


@dataclass(frozen=True, eq=False)
class Near:
    """A real sample: where it is in the image set, how far from the synthetic one.

    ``same`` tells whether the synthetic sample is this picture, to the last grey level.
    """

    row: int
    distance: float
    pixels: Pixels
    source: str
    same: bool


@dataclass(frozen=True, eq=False)
class Study:
    """What was found for a synthetic sample; ``mean`` is None for a class without pictures."""

    sample: int
    wanted: Wanted
    nearest: Sequence[Near]
    mean: Pixels | None
    class_size: int


@dataclass(frozen=True)
class MeasuredPair:
    """Measures of two pictures; a value is NaN where there is nothing to measure."""

    kind: Kind
    measures: Sequence[tuple[Measure, float, float]]


class Finder:
    """Studies samples against one image set; to be used beside the window."""

    def __init__(self, image_set: ImageSet) -> None:
        self._image_set = image_set
        self._nearest = NearestReal(image_set)
        self._means: dict[int, Pixels | None] = {}
        self._kind: Kind | None = None

    def study(
        self, sample: int, pixels: Pixels, label: int, wanted: Wanted, token: StopToken
    ) -> Study:
        """Find the nearest real samples and the class mean of a synthetic sample.

        Raises
        ------
        Stopped
        UserError
            ``file.not_ours`` if the picture file is damaged.
        """
        images = self._image_set
        with one_core():
            found = self._nearest.query(pixels, label, wanted.count, way=wanted.way, token=token)
        token.raise_if_stopped()
        if label not in self._means:
            self._means[label] = class_mean(images, label)
        nearest = [
            Near(row, distance, one, images.sources[row], np.array_equal(one, pixels))
            for (row, distance), one in zip(
                found, images.read([row for row, _ in found]), strict=True
            )
        ]
        size = len(images.indices("train", label))
        return Study(sample, wanted, nearest, self._means[label], size)

    def measure(self, synthetic: Pixels, real: Pixels, kind: Kind | None) -> MeasuredPair:
        """How both pictures look, measured as ``kind``; None: as the training pictures are.

        Raises
        ------
        UserError
            ``file.not_ours`` if the picture file is damaged.
        """
        if kind is None and self._kind is None:
            self._kind = kind_of_set(self._image_set)
        kind = kind or self._kind or "photo"
        if min(synthetic.shape[:2]) < SMALLEST:
            return MeasuredPair(kind, ())
        with one_core():
            found = measure_appearance(np.stack([synthetic, real]), kind)
        rows = [
            (one, float(found[one.key][0]), float(found[one.key][1]))
            for one in measures_for(kind, synthetic.shape[2])
        ]
        return MeasuredPair(kind, rows)
