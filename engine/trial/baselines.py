"""Real selections of the condensed set's size: what condensing has to beat."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch

from engine.data import CondensedSet, ImageSet
from engine.inspection.representatives import (
    Features,
    Rows,
    compressed,
    herd,
    near_centres,
    spread_out,
)
from engine.runtime.stop import StopToken
from engine.synthesis.packing import decode, laid_out, reduced

_MOST_PER_CLASS = 5_000  # what chooses by looks sees a random part of larger classes
_PACKED_AT_ONCE = 256


def random_rows(image_set: ImageSet, counts: npt.NDArray[np.int64], *, seed: int) -> Rows:
    """Draw training pictures at random.

    Parameters
    ----------
    counts : ndarray of int64, (classes,)
        Pictures wanted of each class; a class with fewer is used whole.

    Returns
    -------
    ndarray of intp
        Positions in the image set, ascending within each class.
    """
    random = np.random.default_rng(seed)
    chosen = []
    for label, count in enumerate(counts.tolist()):
        rows = image_set.indices("train", label)
        chosen.append(np.sort(random.permutation(rows)[:count]))
    return np.concatenate(chosen)


@dataclass(frozen=True)
class PackedDraw:
    """Random real pictures in the bytes of a packed condensed set.

    Attributes
    ----------
    rows : ndarray of intp
        Positions in the image set.
    reduce : ndarray of bool
        Which are reduced and packed; the others stand for classes that are kept whole.
    stored : int
        Images that take space.
    """

    rows: Rows
    reduce: npt.NDArray[np.bool_]
    stored: int


def packed_counts(
    condensed: CondensedSet, available: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Real pictures of each class to pack, and to keep whole, int64 ``(classes,)`` each.

    As many as the condensed set holds learnt samples, and real ones; no more than there are.
    """
    classes = len(condensed.class_names)
    whole = np.bincount(
        condensed.labels[condensed.first_copies & condensed.kept], minlength=classes
    )
    learnt = np.bincount(condensed.labels[~condensed.kept], minlength=classes)
    whole = np.minimum(whole, available)
    return np.minimum(learnt, available - whole), whole


def packed_draw(image_set: ImageSet, condensed: CondensedSet, *, seed: int) -> PackedDraw:
    """Draw what fits the bytes of a packed condensed set if reduced like its samples."""
    pack, whole = packed_counts(condensed, image_set.counts("train"))
    random = np.random.default_rng(seed)
    rows, reduce = [], []
    for label, (small, large) in enumerate(zip(pack.tolist(), whole.tolist(), strict=True)):
        drawn = random.permutation(image_set.indices("train", label))[: small + large]
        rows.append(drawn)
        reduce.append(np.arange(len(drawn)) < small)
    stored = int((-(-pack // condensed.packing**2) + whole).sum())
    return PackedDraw(np.concatenate(rows), np.concatenate(reduce), stored)


def packed_pictures(images: npt.NDArray[np.uint8], factor: int) -> npt.NDArray[np.uint8]:
    """What a model sees of pictures that were packed: reduced, rounded, enlarged again.

    Parameters
    ----------
    images : ndarray of uint8, (n, H, W, C)
        H and W divisible by ``factor``.

    Returns
    -------
    ndarray of uint8, (n, H, W, C)
    """
    seen = np.empty_like(images)
    cells, length = factor**2, _PACKED_AT_ONCE * factor**2
    for start in range(0, len(images), length):
        part = images[start : start + length]
        # The last image may have empty cells.
        full = np.concatenate([part, np.zeros((-len(part) % cells, *part.shape[1:]), np.uint8)])
        small = reduced(torch.from_numpy(full).permute(0, 3, 1, 2).float(), factor)
        packed = laid_out(small.round().to(torch.uint8), factor).permute(0, 2, 3, 1)
        seen[start : start + length] = decode(packed.contiguous().numpy(), factor)[: len(part)]
    return seen


class FeatureChoice:
    """Chooses real pictures by how they look; features are computed once for all ways.

    Parameters
    ----------
    image_set : ImageSet
    counts : ndarray of int64, (classes,)
        Pictures wanted of each class; a class with fewer is used whole.

    Raises
    ------
    Stopped
    """

    def __init__(
        self, image_set: ImageSet, counts: npt.NDArray[np.int64], *, token: StopToken
    ) -> None:
        self._counts = counts.tolist()
        self._rows: list[Rows] = []
        self._features: list[Features | None] = []
        random = np.random.default_rng(0)
        for label, count in enumerate(self._counts):
            rows = image_set.indices("train", label)
            rows = np.sort(random.permutation(rows)[:_MOST_PER_CLASS])
            self._rows.append(rows)
            self._features.append(
                self._compressed(image_set, rows, token) if count < len(rows) else None
            )

    def kmeans(self, *, seed: int) -> Rows:
        """The real picture nearest to each k-means centre; ``seed`` is k-means' own.

        Returns
        -------
        ndarray of intp
            Positions in the image set, ascending within each class.
        """
        return self._choose(lambda features, count: near_centres(features.points, count, seed))

    def herding(self) -> Rows:
        """Real pictures whose running mean follows the mean of their class.

        There is nothing to draw: the choice is the same for every seed, so what differs between
        trainings on it is the training alone.

        Returns
        -------
        ndarray of intp
            Positions in the image set, class by class, in the order in which they were chosen:
            the first n of a class are the choice of n.
        """
        return self._choose(lambda features, count: herd(features.directions, count))

    def kcenter(self) -> Rows:
        """Real pictures spread as widely as they go: greedy k-center on k-means' features.

        Returns
        -------
        ndarray of intp
            Positions as :meth:`herding` gives them; the same for every seed too.
        """
        return self._choose(lambda features, count: spread_out(features.points, count))

    def _choose(self, chosen: Callable[[Features, int], Rows]) -> Rows:
        return np.concatenate(
            [
                rows if features is None else rows[chosen(features, count)]
                for rows, features, count in zip(
                    self._rows, self._features, self._counts, strict=True
                )
            ]
        )

    @staticmethod
    def _compressed(image_set: ImageSet, rows: Rows, token: StopToken) -> Features:
        images = image_set.read(rows)
        return compressed(images, mean=image_set.mean, std=image_set.std, token=token)
