"""The real samples most like a synthetic one."""

from __future__ import annotations

import threading

import numpy as np
import numpy.typing as npt
from sklearn.neighbors import NearestNeighbors

from engine.data import ImageSet
from engine.inspection.features import picture_features
from engine.runtime.stop import StopToken

_MOST_PER_CLASS = 10_000


class NearestReal:
    """Finds the nearest training pictures of a class; each class is indexed when first asked for.

    Safe to ask from several threads. Holds the image set, which must stay open.

    Parameters
    ----------
    image_set : ImageSet
    seed : int
        Of the draw from classes of more than 10,000 pictures.
    """

    def __init__(self, image_set: ImageSet, *, seed: int = 0) -> None:
        self._image_set = image_set
        self._seed = seed
        self._indices: dict[int, tuple[npt.NDArray[np.intp], NearestNeighbors]] = {}
        self._lock = threading.Lock()

    @classmethod
    def build(cls, image_set: ImageSet) -> NearestReal:
        """An index of an image set; nothing is computed yet."""
        return cls(image_set)

    def query(
        self,
        image: npt.NDArray[np.uint8],
        label: int,
        k: int,
        *,
        token: StopToken | None = None,
    ) -> list[tuple[int, float]]:
        """The ``k`` real training pictures of class ``label`` most like ``image``.

        Parameters
        ----------
        image : ndarray of uint8, (H, W, C)
        token : StopToken, optional
            Asked while a class is indexed.

        Returns
        -------
        list of (int, float)
            Position in the image set and distance (0: the same picture; pictures of a class
            that have nothing in common are about 2 apart), nearest first; fewer if the class
            has fewer, empty if it has none.

        Raises
        ------
        Stopped
            Where a token is given and a stop was asked for.
        """
        with self._lock:
            if label not in self._indices:
                self._indices[label] = self._index(label, token)
            rows, index = self._indices[label]
        if not len(rows):
            return []
        distances, found = index.kneighbors(self._features(image[None]), min(k, len(rows)))
        return [
            (int(rows[place]), float(distance))
            for place, distance in zip(found[0], distances[0], strict=True)
        ]

    def _index(
        self, label: int, token: StopToken | None
    ) -> tuple[npt.NDArray[np.intp], NearestNeighbors]:
        rows = self._image_set.indices("train", label)
        if len(rows) > _MOST_PER_CLASS:
            random = np.random.default_rng(self._seed)
            rows = np.sort(random.choice(rows, _MOST_PER_CLASS, replace=False))
        # Brute force is exact to the last bit for a picture that is its own neighbour.
        index = NearestNeighbors(algorithm="brute")
        if len(rows):
            index.fit(self._features(self._image_set.read(rows), token))
        return rows, index

    def _features(
        self, images: npt.NDArray[np.uint8], token: StopToken | None = None
    ) -> npt.NDArray[np.float32]:
        return picture_features(
            images, mean=self._image_set.mean, std=self._image_set.std, token=token
        )
