"""Real selections of the condensed set's size: what condensing has to beat."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from engine.data import ImageSet
from engine.inspection.representatives import Features, Rows, compressed, herd, near_centres
from engine.runtime.stop import StopToken

_MOST_PER_CLASS = 5_000  # k-means and herding look at a random part of larger classes


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


class FeatureChoice:
    """Chooses real pictures by how they look; features are computed once for k-means and herding.

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
