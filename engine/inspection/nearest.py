"""The real samples most like a synthetic one: by content, by style, or by both."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
import numpy.typing as npt

from engine.data import ImageSet
from engine.inspection.features import moment_features, picture_features
from engine.runtime.stop import StopToken

if TYPE_CHECKING:
    from sklearn.neighbors import NearestNeighbors

Way = Literal["content", "style", "both"]
WAYS: tuple[Way, ...] = ("content", "style", "both")

_MOST_PER_CLASS = 10_000
_PIXELS_AT_ONCE = 64 * 64 * 64
# A channel that hardly varies within a class must not outweigh all others.
_LEAST_DEVIATION = 0.1

Features = npt.NDArray[np.float32]
Pictures = npt.NDArray[np.uint8]
Look = Callable[[Pictures, StopToken | None], Features]


class NearestReal:
    """Finds the nearest training pictures of a class; each class is indexed when first asked for.

    Every way of looking has an index of its own. Safe to ask from several threads. Holds the
    image set, which must stay open.

    Parameters
    ----------
    image_set : ImageSet
    seed : int
        Of the draw from classes of more than 10,000 pictures.
    """

    def __init__(self, image_set: ImageSet, *, seed: int = 0) -> None:
        self._image_set = image_set
        self._seed = seed
        self._seen: dict[tuple[int, Way], _Seen] = {}
        self._indices: dict[tuple[int, Way], NearestNeighbors] = {}
        self._lock = threading.Lock()

    @classmethod
    def build(cls, image_set: ImageSet) -> NearestReal:
        """An index of an image set; nothing is computed yet."""
        return cls(image_set)

    def query(
        self,
        image: Pictures,
        label: int,
        k: int,
        *,
        way: Way = "content",
        token: StopToken | None = None,
    ) -> list[tuple[int, float]]:
        """The ``k`` real training pictures of class ``label`` most like ``image``.

        Parameters
        ----------
        image : ndarray of uint8, (H, W, C)
        way : {"content", "style", "both"}
            ``content``: what is where, by :func:`picture_features`. ``style``: what the picture is
            made of, wherever in it that is, by :func:`moment_features`, each dimension in standard
            deviations of the class. ``both``: the root mean square of the two, each divided by how
            far two pictures of the class lie apart on average.
        token : StopToken, optional
            Asked while a class is indexed.

        Returns
        -------
        list of (int, float)
            Position in the image set and distance, nearest first; fewer if the class has fewer,
            empty if it has none. 0 is the same picture in every way. By content, pictures that
            have nothing in common are about 2 apart; by style and by both, two pictures of the
            class are about 1 apart (root mean square). Distances of different ways cannot be
            compared, those of one way can across samples of a class.

        Raises
        ------
        Stopped
            Where a token is given and a stop was asked for.
        """
        with self._lock:
            rows = self._rows(label)
            if not len(rows):
                return []
            index = self._index(rows, label, way, token)
        features = self._of(image[None], label, way)
        distances, found = index.kneighbors(features, min(k, len(rows)))
        return [
            (int(rows[place]), float(distance))
            for place, distance in zip(found[0], distances[0], strict=True)
        ]

    def _rows(self, label: int) -> npt.NDArray[np.intp]:
        rows = self._image_set.indices("train", label)
        if len(rows) > _MOST_PER_CLASS:
            random = np.random.default_rng(self._seed)
            rows = np.sort(random.choice(rows, _MOST_PER_CLASS, replace=False))
        return rows

    def _index(
        self, rows: npt.NDArray[np.intp], label: int, way: Way, token: StopToken | None
    ) -> NearestNeighbors:
        from sklearn.neighbors import NearestNeighbors

        if (label, way) not in self._indices:
            missing = [part for part in _parts(way) if (label, part) not in self._seen]
            pictures = self._image_set.read(rows) if missing else None
            for part in missing:
                assert pictures is not None
                self._seen[label, part] = _Seen.of(self._look(part)(pictures, token), part)
            seen = [self._seen[label, part] for part in _parts(way)]
            # Brute force is exact to the last bit for a picture that is its own neighbour.
            index = NearestNeighbors(algorithm="brute")
            index.fit(_joined(seen, [one.features for one in seen]))
            self._indices[label, way] = index
        return self._indices[label, way]

    def _of(self, pictures: Pictures, label: int, way: Way) -> Features:
        """Features of other pictures on the scales of a class."""
        seen = [self._seen[label, part] for part in _parts(way)]
        own = [
            self._look(part)(pictures, None) / one.deviations
            for part, one in zip(_parts(way), seen, strict=True)
        ]
        return _joined(seen, own)

    def _look(self, part: Way) -> Look:
        return self._content if part == "content" else self._style

    def _content(self, images: Pictures, token: StopToken | None) -> Features:
        return picture_features(
            images, mean=self._image_set.mean, std=self._image_set.std, token=token
        )

    def _style(self, images: Pictures, token: StopToken | None) -> Features:
        length = max(1, _PIXELS_AT_ONCE // (images.shape[1] * images.shape[2]))
        parts = []
        for start in range(0, len(images), length):
            if token is not None:
                token.raise_if_stopped()
            part = images[start : start + length]
            parts.append(moment_features(part, mean=self._image_set.mean, std=self._image_set.std))
        return np.concatenate(parts)


@dataclass(frozen=True, eq=False)
class _Seen:
    """A class as one way sees it: its features, each dimension divided by ``deviations``.

    ``spread`` is the root mean square distance of two of its pictures.
    """

    features: Features
    deviations: Features
    spread: float

    @classmethod
    def of(cls, found: Features, part: Way) -> _Seen:
        """Content keeps its scale, on which distances can be told across classes."""
        deviations = np.ones(found.shape[1]) if part == "content" else _deviations(found)
        scaled = (found / deviations).astype(np.float32)
        spread = float(np.sqrt(2 * scaled.var(axis=0, dtype=np.float64).sum()))
        return cls(scaled, deviations.astype(np.float32), spread or 1.0)


def _deviations(found: Features) -> npt.NDArray[np.float64]:
    """Of each dimension, so large that two of the pictures lie about 1 apart."""
    own = found.std(axis=0, dtype=np.float64)
    usual = float(np.median(own))
    # One picture, or copies of one, have no scale of their own.
    safe = np.maximum(own, _LEAST_DEVIATION * usual) if usual > 0 else np.ones(len(own))
    scaled: npt.NDArray[np.float64] = safe * np.sqrt(2 * len(own))
    return scaled


def _parts(way: Way) -> tuple[Way, ...]:
    return ("content", "style") if way == "both" else (way,)


def _joined(seen: list[_Seen], features: list[Features]) -> Features:
    """Beside each other, each as long as its spread, if there are two."""
    if len(features) == 1:
        return features[0].astype(np.float32)
    scales = [one.spread * np.sqrt(len(features)) for one in seen]
    scaled = [part / scale for part, scale in zip(features, scales, strict=True)]
    return np.concatenate(scaled, axis=1).astype(np.float32)
