"""A few pictures that stand for a class: by k-means, herding or k-center, in few numbers each."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import linear_sum_assignment
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.exceptions import ConvergenceWarning
from sklearn.preprocessing import normalize

from engine.inspection.features import picture_features
from engine.runtime.stop import StopToken

Rows = npt.NDArray[np.intp]

_COMPONENTS = 32


@dataclass(frozen=True)
class Features:
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


def compressed(
    images: npt.NDArray[np.uint8],
    *,
    mean: npt.NDArray[np.float32],
    std: npt.NDArray[np.float32],
    token: StopToken,
) -> Features:
    """The pictures of one class in few numbers each.

    Parameters
    ----------
    images : ndarray of uint8, (n, H, W, C)
    mean, std : ndarray of float32, (C,)
        In 0..1 units.

    Raises
    ------
    Stopped
    """
    features = picture_features(images, mean=mean, std=std, token=token)
    components = min(_COMPONENTS, *features.shape)
    pca = PCA(components, svd_solver="randomized", random_state=0)
    points: npt.NDArray[np.float32] = pca.fit_transform(features)
    along = pca.components_ @ pca.mean_
    outside = np.linalg.norm(pca.mean_ - along @ pca.components_)
    moved = np.column_stack([points + along, np.full(len(points), outside, np.float32)])
    return Features(points, normalize(moved))


def near_centres(points: npt.NDArray[np.float32], count: int, seed: int) -> Rows:
    """Positions of ``count`` points, one for each k-means centre.

    Each centre gets a point of its own, all together as near as can be.

    Parameters
    ----------
    points : ndarray of float32, (n, k)
    count : int
        0..n.
    seed : int
        Of k-means.

    Returns
    -------
    ndarray of intp, (count,)
        Different positions, ascending.
    """
    if count == 0:
        return np.empty(0, np.intp)
    with warnings.catch_warnings():
        # Identical pictures leave fewer distinct points than centres; the assignment copes.
        warnings.simplefilter("ignore", ConvergenceWarning)
        means = KMeans(count, n_init=4, random_state=seed).fit(points)
    chosen, _ = linear_sum_assignment(means.transform(points))
    rows: Rows = np.sort(chosen)
    return rows


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


def spread_out(points: npt.NDArray[np.floating[Any]], count: int) -> Rows:
    """Choose ``count`` points one by one, each farthest from those chosen: greedy k-center.

    Gonzalez, *Clustering to minimize the maximum intercluster distance* (1985); as a baseline of
    condensation after Sener & Savarese (ICLR 2018). The first is the point nearest the mean; of
    equal ones the first. The largest distance of any point to a chosen one is at most twice the
    least possible.

    Parameters
    ----------
    points : ndarray of float, (n, D)
    count : int
        0..n.

    Returns
    -------
    ndarray of intp, (count,)
        Different positions, in the order in which they were chosen.
    """
    wide = points.astype(np.float64)
    order = np.empty(count, np.intp)
    distance = -np.square(wide - wide.mean(axis=0)).sum(axis=1) if count else np.empty(0)
    for place in range(count):
        order[place] = np.argmax(distance)
        from_chosen = np.square(wide - wide[order[place]]).sum(axis=1)
        distance = from_chosen if place == 0 else np.minimum(distance, from_chosen)
        # Identical points are at distance 0 from a chosen one; the chosen ones must not come again.
        distance[order[: place + 1]] = -1.0
    return order
