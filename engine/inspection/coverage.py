"""How much of each class's real spread the synthetic samples cover, and what they leave out.

A real picture is *covered* if a synthetic sample of its class stands within the ball that holds a
certain share of the class around it (Naeem et al., *Reliable fidelity and diversity metrics for
generative models*, ICML 2020). The share is chosen by the number of samples m: within the
``1 - 0.05^(1/m)`` nearest real pictures (26 % of them for ten samples), so that as many real
pictures, chosen at random, cover 95 % of the class. What such choices do reach is measured beside
it, with the pictures that were chosen left out.

A ball of one size for all would flatter: in many dimensions the mean of a class is nearer to most
pictures than they are to each other. Convex hulls in many dimensions hold next to nothing, so the
share within the hull of the samples is told in the plane of the map only.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.spatial import Delaunay, QhullError
from scipy.spatial.distance import cdist
from sklearn.cluster import AgglomerativeClustering

from engine.inspection.mapping import PlaneMap
from engine.inspection.points import Floats, Floats32, Points, Rows
from engine.runtime.stop import StopToken

SELECTIONS = 20
AIM = 0.95
_MOST_MEASURED = 1_500  # real pictures of a class: distances grow with the square
_MOST_GROUPS = 4


@dataclass(frozen=True, eq=False)
class Region:
    """Real pictures of a class, alike, that nothing synthetic is near to.

    Attributes
    ----------
    label : int
    rows : ndarray of intp, (n,)
        Rows of the image set; the most typical of the region first.
    share : float
        Of the class's real pictures that were looked at, 0..1.
    distance : float
        How far away the nearest sample of the class is on average, in radii of the ball within
        which one would count: above 1.
    nearest : int
        The sample of the class that is nearest to the first picture.
    """

    label: int
    rows: Rows
    share: float
    distance: float
    nearest: int


@dataclass(frozen=True, eq=False)
class ClassCoverage:
    """What the samples of a class cover.

    Attributes
    ----------
    label, name
    samples, pictures : int
        Synthetic samples, and real pictures looked at.
    covered : float
        Share of the real pictures that are covered, 0..1.
    expected : float
        The same of a random choice of as many real pictures, mean of 20.
    chance : tuple of float
        The fifth and the ninety-fifth percentile of those.
    hull, hull_expected : float or None
        Share of the real pictures within the convex hull of the samples, in the plane of the
        map, and of as many real pictures; None where the samples span no area.
    kept : bool
        The class is kept whole: its samples are its real pictures.
    missed : ndarray of intp
        Rows of the image set that are not covered.
    regions : tuple of Region
        The same in groups, the largest first.
    """

    label: int
    name: str
    samples: int
    pictures: int
    covered: float
    expected: float
    chance: tuple[float, float]
    hull: float | None
    hull_expected: float | None
    kept: bool
    missed: Rows
    regions: tuple[Region, ...]


def class_coverage(
    points: Points, plane: PlaneMap, *, seed: int = 0, token: StopToken
) -> list[ClassCoverage]:
    """Measure every class that has samples and at least two real pictures.

    Parameters
    ----------
    points : Points
    plane : PlaneMap
        From :func:`engine.inspection.mapping.pca_map`, for the hulls.
    seed : int
        Of the random choices.

    Raises
    ------
    Stopped
    """
    found = []
    for label in np.unique(points.synthetic.labels):
        token.raise_if_stopped()
        random = np.random.default_rng([seed, int(label)])
        members = np.flatnonzero(points.real.labels == label)
        if len(members) >= 2:
            members = np.sort(random.permutation(members)[:_MOST_MEASURED])
            found.append(_measure(points, plane, int(label), members, random))
    return found


def over_all(classes: Sequence[ClassCoverage]) -> tuple[float, float]:
    """Covered and expected shares of all real pictures looked at, by their number in each class."""
    weights = np.array([one.pictures for one in classes], float)
    total = max(1.0, weights.sum())
    covered = float(weights @ [one.covered for one in classes]) / total
    return covered, float(weights @ [one.expected for one in classes]) / total


def all_regions(classes: Sequence[ClassCoverage]) -> list[Region]:
    """What is left out, the largest share of its class first; of equal ones the rarer class.

    A rare class comes early by itself: two pictures of eight are a quarter of it.
    """
    sizes = {one.label: one.pictures for one in classes}
    regions = [region for one in classes for region in one.regions]
    return sorted(regions, key=lambda one: (-one.share, sizes[one.label], -one.distance))


def _measure(
    points: Points, plane: PlaneMap, label: int, members: Rows, random: np.random.Generator
) -> ClassCoverage:
    mine = np.flatnonzero(points.synthetic.labels == label)
    real, synthetic = points.of_class(label)
    real = real[np.searchsorted(np.flatnonzero(points.real.labels == label), members)]
    between = cdist(real, real)
    radii = _radii(between, len(mine))
    distances = cdist(real, synthetic)
    nearest = distances.min(1)
    # A hair of room: a picture that is its own sample is at a distance of rounding errors.
    missed = np.flatnonzero(nearest > radii + 1e-4)
    kept = bool(points.kept[mine].all())
    if kept:
        missed = missed[:0]
    chosen = [random.permutation(len(real))[: len(mine)] for _ in range(SELECTIONS)]
    reached = [_reached(between, radii, one) for one in chosen]
    low, high = np.quantile(reached, (0.05, 0.95))
    rows = points.real.rows[members]
    return ClassCoverage(
        label=label,
        name=points.class_names[label],
        samples=len(mine),
        pictures=len(members),
        covered=1 - len(missed) / len(members),
        expected=float(np.mean(reached)),
        chance=(float(low), float(high)),
        hull=_inside(plane.synthetic[mine], plane.real[members]),
        hull_expected=_hull_by_chance(plane.real[members], chosen),
        kept=kept,
        missed=rows[missed],
        regions=tuple(
            Region(
                label=label,
                rows=rows[group],
                share=len(group) / len(members),
                distance=float((nearest[group] / np.maximum(radii[group], 1e-9)).mean()),
                nearest=int(points.synthetic.rows[mine[distances[group[0]].argmin()]]),
            )
            for group in _groups(between, missed, float(np.median(radii)))
        ),
    )


def _radii(between: Floats, samples: int) -> Floats:
    """How far the share of the class reaches around each picture that a sample should hit."""
    others = len(between) - 1
    within = math.ceil((1 - (1 - AIM) ** (1 / samples)) * others)
    # The first of each row is the picture itself.
    radii: Floats = np.partition(between, min(within, others), axis=1)[:, min(within, others)]
    return radii


def _reached(between: Floats, radii: Floats, chosen: Rows) -> float:
    """Share of the pictures not chosen that are covered by those chosen; 1 of none."""
    rest = np.setdiff1d(np.arange(len(between)), chosen)
    if not len(rest):
        return 1.0
    return float((between[np.ix_(rest, chosen)].min(1) <= radii[rest] + 1e-4).mean())


def _groups(between: Floats, missed: Rows, reach: float) -> list[Rows]:
    """Pictures that are alike, the largest group first, the most typical of each first."""
    if not len(missed):
        return []
    names = np.zeros(len(missed), np.int64)
    if len(missed) > 1:
        clusters = AgglomerativeClustering(
            None, metric="precomputed", linkage="average", distance_threshold=max(reach, 1e-9)
        )
        inner = between[np.ix_(missed, missed)]
        names = clusters.fit_predict(inner)
        if names.max() >= _MOST_GROUPS:
            few = AgglomerativeClustering(_MOST_GROUPS, metric="precomputed", linkage="average")
            names = few.fit_predict(inner)
    groups = []
    for name in np.unique(names):
        group = missed[names == name]
        typical = between[np.ix_(group, group)].mean(1)
        groups.append(group[np.argsort(typical, kind="stable")])
    return sorted(groups, key=lambda one: (-len(one), one[0]))


def _inside(corners: Floats32, pictures: Floats32) -> float | None:
    """Share of the pictures in the convex hull of the corners; None if it has no area."""
    if len(corners) < 3:
        return None
    try:
        hull = Delaunay(np.asarray(corners, np.float64))
    except QhullError:
        return None
    return float(np.mean(hull.find_simplex(np.asarray(pictures, np.float64)) >= 0))


def _hull_by_chance(pictures: Floats32, chosen: Sequence[npt.NDArray[np.intp]]) -> float | None:
    rest = [np.setdiff1d(np.arange(len(pictures)), one) for one in chosen]
    shares = [
        _inside(pictures[one], pictures[others])
        for one, others in zip(chosen, rest, strict=True)
        if len(others)
    ]
    known = [one for one in shares if one is not None]
    return float(np.mean(known)) if known else None
