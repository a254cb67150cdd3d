"""Real selections of the condensed set's size: what condensing has to beat."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import linear_sum_assignment
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.exceptions import ConvergenceWarning
from sklearn.preprocessing import normalize

from engine.data import ImageSet
from engine.inspection.features import picture_features
from engine.runtime.stop import StopToken

Rows = npt.NDArray[np.intp]

_COMPONENTS = 32
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
        self._features: list[_Features | None] = []
        random = np.random.default_rng(0)
        for label, count in enumerate(self._counts):
            rows = image_set.indices("train", label)
            rows = np.sort(random.permutation(rows)[:_MOST_PER_CLASS])
            self._rows.append(rows)
            self._features.append(
                _compressed(image_set, rows, token) if count < len(rows) else None
            )

    def kmeans(self, *, seed: int) -> Rows:
        """The real picture nearest to each k-means centre; ``seed`` is k-means' own.

        Returns
        -------
        ndarray of intp
            Positions in the image set, ascending within each class.
        """
        return self._choose(lambda features, count: _near_centres(features.points, count, seed))

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

    def _choose(self, chosen: Callable[[_Features, int], Rows]) -> Rows:
        return np.concatenate(
            [
                rows if features is None else rows[chosen(features, count)]
                for rows, features, count in zip(
                    self._rows, self._features, self._counts, strict=True
                )
            ]
        )


def herd(points: npt.NDArray[np.floating[Any]], count: int) -> Rows:
    """Choose ``count`` points one by one, so that the mean of those chosen stays near that of all.

    Welling, *Herding dynamical weights to learn* (ICML 2009), as iCaRL (Rebuffi et al., CVPR 2017)
    chooses exemplars: next comes the point, not chosen yet, that brings the mean of the chosen
    ones nearest to the mean of all; of equal ones the first.

    Parameters
    ----------
    points : ndarray of float, (n, D)
        Where every point should count alike, of length 1.
    count : int
        0..n.

    Returns
    -------
    ndarray of intp, (count,)
        Different positions, in the order in which they were chosen.
    """
    wide = points.astype(np.float64)
    mean, total = wide.mean(axis=0), np.zeros(wide.shape[1])
    free = np.ones(len(wide), bool)
    order = np.empty(count, np.intp)
    for place in range(count):
        distance = np.square((place + 1) * mean - total - wide).sum(axis=1)
        order[place] = np.argmin(np.where(free, distance, np.inf))
        free[order[place]] = False
        total += wide[order[place]]
    return order


@dataclass(frozen=True)
class _Features:
    """The pictures of one class in few numbers each.

    Attributes
    ----------
    points : ndarray, float32, (n, k)
        Principal components, from the class mean as origin.
    directions : ndarray, float32, (n, k + 1)
        The same from the origin of the features, of length 1. The last column is what the class
        mean has outside of the components.
    """

    points: npt.NDArray[np.float32]
    directions: npt.NDArray[np.float32]


def _compressed(image_set: ImageSet, rows: Rows, token: StopToken) -> _Features:
    features = picture_features(
        image_set.read(rows), mean=image_set.mean, std=image_set.std, token=token
    )
    components = min(_COMPONENTS, *features.shape)
    pca = PCA(components, svd_solver="randomized", random_state=0)
    points: npt.NDArray[np.float32] = pca.fit_transform(features)
    along = pca.components_ @ pca.mean_
    outside = np.linalg.norm(pca.mean_ - along @ pca.components_)
    moved = np.column_stack([points + along, np.full(len(points), outside, np.float32)])
    return _Features(points, normalize(moved))


def _near_centres(features: npt.NDArray[np.float32], count: int, seed: int) -> Rows:
    """``count`` different positions, one for each centre, as near to them as together possible."""
    if count == 0:
        return np.empty(0, np.intp)
    with warnings.catch_warnings():
        # Identical pictures leave fewer distinct points than centres; the assignment copes.
        warnings.simplefilter("ignore", ConvergenceWarning)
        means = KMeans(count, n_init=4, random_state=seed).fit(features)
    distances = means.transform(features)
    chosen, _ = linear_sum_assignment(distances)
    rows: Rows = np.sort(chosen)
    return rows
