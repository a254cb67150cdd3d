"""Which training pictures look wrongly labelled: what a classifier that never saw them says.

Every picture is judged by classifiers fitted on the others (cross-validation), as in confident
learning (Northcutt, Jiang & Chuang, JAIR 2021): linear discriminant analysis and nearest
neighbours, on how the pictures look and what they are made of, vote together.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.data import ImageSet
from engine.inspection.features import both_features
from engine.runtime.stop import StopToken

Points = npt.NDArray[np.float32]
Floats = npt.NDArray[np.float64]
OnProgress = Callable[[int, int], None]

_COMPONENTS = 64
_NEIGHBOURS = 15
FOLDS = 5
_FEWEST = 5  # pictures of a class that can be judged: one of each fold
_FITTED_ON = 20_000
_PIXELS_AT_ONCE = 64 * 64 * 64
_LEAST_LEFT = 2


@dataclass(frozen=True, eq=False)
class Suspicions:
    """Pictures whose label looks wrong, most suspicious first.

    Attributes
    ----------
    rows : ndarray of intp, (n,)
        Positions in the image set.
    given, better : ndarray of int64, (n,)
        The label, and the one that fits better.
    scores : ndarray of float64, (n,)
        Probability of the better label less that of the given one, above 0.
    """

    rows: npt.NDArray[np.intp]
    given: npt.NDArray[np.int64]
    better: npt.NDArray[np.int64]
    scores: Floats


def find_suspicious(
    image_set: ImageSet,
    share: float,
    *,
    seed: int,
    token: StopToken,
    on_progress: OnProgress = lambda done, total: None,
) -> Suspicions:
    """The training pictures of each class whose label fits worst, where another fits better.

    Parameters
    ----------
    share : float
        Of each class, at most; two pictures of a class are always left.
    seed : int
        Of the split into folds.
    on_progress : callable (done, total)
        Pictures looked at.

    Raises
    ------
    Stopped
        If a stop was asked for meanwhile.
    """
    rows = image_set.indices("train")
    if len(np.unique(image_set.labels[rows])) < 2:  # there is no label that could fit better
        nothing = np.empty(0, np.int64)
        return Suspicions(nothing.astype(np.intp), nothing, nothing, nothing.astype(np.float64))
    random = np.random.default_rng(seed)
    points = _points(image_set, random.permutation(rows), token, on_progress)
    labels = image_set.labels[rows]
    likely = cross_fitted(points[rows], labels, len(image_set.class_names), random, token)
    own = likely[np.arange(len(rows)), labels]
    better = likely.argmax(1)
    scores = likely.max(1) - own
    chosen = np.concatenate(
        [_worst(np.flatnonzero(labels == label), scores, share) for label in np.unique(labels)]
    )
    chosen = chosen[np.argsort(-scores[chosen], kind="stable")]
    return Suspicions(rows[chosen], labels[chosen], better[chosen], scores[chosen])


def _worst(members: npt.NDArray[np.intp], scores: Floats, share: float) -> npt.NDArray[np.intp]:
    """Of a class those of the highest score above 0, the share at most."""
    if len(members) < _FEWEST:
        return members[:0]
    most = min(int(share * len(members)), len(members) - _LEAST_LEFT)
    order = members[np.argsort(-scores[members], kind="stable")]
    return order[:most][scores[order[:most]] > 0]


def _points(
    image_set: ImageSet,
    shuffled: npt.NDArray[np.intp],
    token: StopToken,
    on_progress: OnProgress,
) -> Points:
    """Few numbers a picture, ``(positions, 2 · 64)``; rows of other pictures are 0."""
    fitted: list[Reduced] = []
    points = np.zeros((0, 0), np.float32)
    length = max(1, _PIXELS_AT_ONCE // image_set.shape[1] ** 2)
    first = max(length, 20 * _COMPONENTS)
    starts = [0, *range(first, len(shuffled), length)]
    for start, stop in zip(starts, [*starts[1:], len(shuffled)], strict=True):
        part = np.sort(shuffled[start:stop])
        looks = _looks(image_set, part, length, token)
        if not fitted:
            fitted = [Reduced(look) for look in looks]
            columns = sum(one.components for one in fitted)
            points = np.zeros((len(image_set), columns), np.float32)
        parts = [one(look) for one, look in zip(fitted, looks, strict=True)]
        points[part] = np.concatenate(parts, 1)
        on_progress(stop, len(shuffled))
    return points


def _looks(
    image_set: ImageSet, rows: npt.NDArray[np.intp], length: int, token: StopToken
) -> list[npt.NDArray[np.float32]]:
    """How the pictures look, and what they are made of."""
    found = []
    for start in range(0, len(rows), length):
        token.raise_if_stopped()
        images = image_set.read(rows[start : start + length])
        found.append(both_features(images, mean=image_set.mean, std=image_set.std))
    return [np.concatenate(column) for column in zip(*found, strict=True)]


class Reduced:
    """Principal components in units in which a picture has length 1 on average.

    Parameters
    ----------
    values : ndarray of float32, (n, D)
        What they are fitted on, n at least 1.
    """

    def __init__(self, values: npt.NDArray[np.float32]) -> None:
        from sklearn.decomposition import PCA
        from sklearn.pipeline import make_pipeline
        from sklearn.preprocessing import StandardScaler

        self.components = min(_COMPONENTS, *values.shape)
        pca = PCA(self.components, svd_solver="randomized", random_state=0)
        self._reduce = make_pipeline(StandardScaler(), pca)
        reduced = self._reduce.fit_transform(values)
        self._unit = np.sqrt(np.square(reduced).sum(1).mean()) or 1.0

    def __call__(self, values: npt.NDArray[np.float32]) -> Points:
        """Other pictures in the same components, float32 ``(n, components)``."""
        reduced: Points = self._reduce.transform(values) / self._unit
        return reduced


def cross_fitted(
    points: Points,
    labels: npt.NDArray[np.int64],
    classes: int,
    random: np.random.Generator,
    token: StopToken,
) -> Floats:
    """Probability of every class for every picture, by classifiers fitted on other folds.

    Parameters
    ----------
    points : ndarray of float32, (n, D)
    labels : ndarray of int64, (n,)
    classes : int
    random : Generator
        Of the folds.

    Returns
    -------
    ndarray of float64, (n, classes)
        Rows of 0 where a fold leaves fewer than two classes to fit.

    Raises
    ------
    Stopped
    """
    folds = folds_of(labels, random)
    likely = np.zeros((len(labels), classes))
    for fold in range(FOLDS):
        token.raise_if_stopped()
        judged, others = np.flatnonzero(folds == fold), np.flatnonzero(folds != fold)
        others = random.permutation(others)[:_FITTED_ON]
        if not len(judged) or len(np.unique(labels[others])) < 2:
            continue
        likely[judged] = judge(points[judged], points[others], labels[others], classes)
    return likely


def judge(points: Points, fitted_on: Points, labels: npt.NDArray[np.int64], classes: int) -> Floats:
    """Probability of every class, by the classifiers fitted on other pictures.

    Parameters
    ----------
    points : ndarray of float32, (n, D)
        Of the pictures to judge.
    fitted_on : ndarray of float32, (m, D)
    labels : ndarray of int64, (m,)
        Of two classes at least.
    classes : int

    Returns
    -------
    ndarray of float64, (n, classes)
    """
    from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
    from sklearn.ensemble import VotingClassifier
    from sklearn.neighbors import KNeighborsClassifier

    likely = np.zeros((len(points), classes))
    neighbours = KNeighborsClassifier(min(_NEIGHBOURS, len(labels)), weights="distance")
    voters = [("lda", LinearDiscriminantAnalysis()), ("knn", neighbours)]
    with warnings.catch_warnings():
        # Few pictures leave the components collinear; the solver copes.
        warnings.simplefilter("ignore")
        voting = VotingClassifier(voters, voting="soft").fit(fitted_on, labels)
        likely[:, voting.classes_] = voting.predict_proba(points)
    return likely


def folds_of(labels: npt.NDArray[np.int64], random: np.random.Generator) -> npt.NDArray[np.int64]:
    """A fold for each picture, every class dealt evenly."""
    folds = np.zeros(len(labels), np.int64)
    for label in np.unique(labels):
        members = random.permutation(np.flatnonzero(labels == label))
        folds[members] = np.arange(len(members)) % FOLDS
    return folds
