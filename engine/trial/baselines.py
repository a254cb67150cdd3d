"""Real selections of the condensed set's size: what condensing has to beat."""

from __future__ import annotations

import warnings

import numpy as np
import numpy.typing as npt
from scipy.optimize import linear_sum_assignment
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.exceptions import ConvergenceWarning

from engine.data import ImageSet
from engine.inspection.features import picture_features
from engine.runtime.stop import StopToken

Rows = npt.NDArray[np.intp]

_COMPONENTS = 32
_MOST_PER_CLASS = 5_000  # k-means looks at a random part of larger classes


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


class KMeansChoice:
    """Chooses the real picture nearest to each k-means centre; features are computed once.

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
        self._features: list[npt.NDArray[np.float32]] = []
        random = np.random.default_rng(0)
        for label, count in enumerate(self._counts):
            rows = image_set.indices("train", label)
            rows = np.sort(random.permutation(rows)[:_MOST_PER_CLASS])
            self._rows.append(rows)
            self._features.append(
                _compressed(image_set, rows, token)
                if count < len(rows)
                else np.empty((0, 0), np.float32)
            )

    def rows(self, *, seed: int) -> Rows:
        """A choice; ``seed`` is k-means' own. Positions in the image set, ascending by class."""
        return np.concatenate(
            [
                rows[_near_centres(features, count, seed)] if count < len(rows) else rows
                for rows, features, count in zip(
                    self._rows, self._features, self._counts, strict=True
                )
            ]
        )


def _compressed(image_set: ImageSet, rows: Rows, token: StopToken) -> npt.NDArray[np.float32]:
    features = picture_features(
        image_set.read(rows), mean=image_set.mean, std=image_set.std, token=token
    )
    components = min(_COMPONENTS, *features.shape)
    compressed: npt.NDArray[np.float32] = PCA(
        components, svd_solver="randomized", random_state=0
    ).fit_transform(features)
    return compressed


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
