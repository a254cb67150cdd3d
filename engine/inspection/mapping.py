"""Real pictures and synthetic samples on a plane: alike ones stand near each other."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from engine.inspection.points import Floats32, Points, together
from engine.runtime.stop import StopToken

MapKind = Literal["pca", "tsne"]

_BEFORE = 50
_PERPLEXITY = 30.0
_EXAGGERATIONS = (12.0, 1.0, 1.0)
_ITERATIONS = 250  # the least that scikit-learn takes
_FEWEST = 5
_START = 1e-4


@dataclass(frozen=True, eq=False)
class PlaneMap:
    """Where everything stands.

    Attributes
    ----------
    kind : {"pca", "tsne"}
    real : ndarray of float32, (R, 2)
        In the order of ``points.real``.
    synthetic : ndarray of float32, (S, 2)
        In the order of ``points.synthetic``.
    explained : float or None
        Share of the real pictures' variance that the plane shows; None of t-SNE, whose
        distances mean nothing but near or not.
    """

    kind: MapKind
    real: Floats32
    synthetic: Floats32
    explained: float | None


def pca_map(points: Points) -> PlaneMap:
    """The plane in which the real pictures differ most, of content and style alike.

    Fitted on the real pictures alone: what the synthetic samples have that no real picture has
    is not seen in it.
    """
    from sklearn.decomposition import PCA

    real, synthetic = together(points.real, points.synthetic)
    if len(real) < 2:
        return PlaneMap(
            "pca", np.zeros((len(real), 2), np.float32), _plane(synthetic), explained=None
        )
    pca = PCA(min(2, *real.shape), svd_solver="full").fit(real)
    seen = synthetic if len(synthetic) else np.zeros((0, real.shape[1]), np.float32)
    return PlaneMap(
        "pca",
        _plane(pca.transform(real)),
        _plane(pca.transform(seen)) if len(seen) else np.zeros((0, 2), np.float32),
        float(np.nan_to_num(pca.explained_variance_ratio_).sum()),
    )


def tsne_map(
    points: Points,
    *,
    seed: int = 0,
    token: StopToken,
    on_progress: Callable[[int, int], None] = lambda done, total: None,
) -> PlaneMap:
    """t-SNE of real and synthetic pictures together (van der Maaten & Hinton, JMLR 2008).

    After PCA to 50 numbers; started from the plane of :func:`pca_map`, so that the same pictures
    give the same map and classes stand on the same side. The descent is done in three parts of
    250 steps. Between them the token is asked; within one, which takes some 20 s for 5,500
    pictures on one core, nothing can be stopped.

    Parameters
    ----------
    on_progress : callable (done, total)
        Parts finished.

    Raises
    ------
    Stopped
    """
    from sklearn.decomposition import PCA

    token.raise_if_stopped()
    flat = pca_map(points)
    real, synthetic = together(points.real, points.synthetic)
    every = np.concatenate([real, synthetic]) if len(synthetic) else real
    if len(every) < _FEWEST:
        return PlaneMap("tsne", flat.real, flat.synthetic, None)
    if every.shape[1] > _BEFORE and len(real) > _BEFORE:
        every = PCA(_BEFORE, svd_solver="full").fit(real).transform(every)
    place = np.concatenate([flat.real, flat.synthetic])
    for part, exaggeration in enumerate(_EXAGGERATIONS):
        token.raise_if_stopped()
        on_progress(part, len(_EXAGGERATIONS))
        if part == 0:
            place = place / max(float(place[:, 0].std()), 1e-12) * _START
        place = _descend(every, place, exaggeration, seed)
    on_progress(len(_EXAGGERATIONS), len(_EXAGGERATIONS))
    return PlaneMap("tsne", place[: len(real)], place[len(real) :], None)


def _descend(
    values: Floats32, place: npt.NDArray[np.float32], exaggeration: float, seed: int
) -> npt.NDArray[np.float32]:
    from sklearn.manifold import TSNE

    tsne = TSNE(
        2,
        perplexity=min(_PERPLEXITY, (len(values) - 1) / 3),
        early_exaggeration=exaggeration,
        max_iter=_ITERATIONS,
        init=place.astype(np.float32),
        random_state=seed,
        n_jobs=1,
    )
    with warnings.catch_warnings():
        # Pictures that are all the same have no directions; they stay where they are.
        warnings.simplefilter("ignore")
        return np.nan_to_num(np.asarray(tsne.fit_transform(values), np.float32))


def _plane(values: npt.NDArray[np.floating]) -> Floats32:
    """Two columns, filled with 0."""
    plane = np.zeros((len(values), 2), np.float32)
    columns = min(2, values.shape[1])
    plane[:, :columns] = values[:, :columns]
    return plane
