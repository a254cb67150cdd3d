"""How much of each class's real spread the synthetic samples cover, and what they leave out.

A real picture is *covered* if a synthetic sample of its class is near enough in two ways:

* It lies within a distance that is the same for the whole class. Rare pictures that stand apart
  are not covered by what is condensed from the others.
* It is a neighbour: among a certain number of real pictures of the class that are nearest to the
  real picture (the coverage of Naeem et al., *Reliable fidelity and diversity metrics for
  generative models*, ICML 2020). No sample covers more pictures than that number, those first for
  which it is nearest in units of their neighbourhood: in many dimensions the mean of a class, or
  one typical picture, is a neighbour of nearly all others, yet cannot stand for all of them.

The number of neighbours is what as many real pictures, chosen at random, need to cover 95 % of
those not chosen, on average over 20 choices; the distance is what 96 % of those not chosen have
to the nearest one. What each choice reaches is measured beside it.

Convex hulls in many dimensions hold next to nothing, so the share within the hull of the samples
is told in the plane of the map only.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.inspection.mapping import PlaneMap
from engine.inspection.points import Floats, Floats32, Points, Rows
from engine.runtime.stop import StopToken

SELECTIONS = 20
AIM = 0.95
_MOST_MEASURED = 1_000  # real pictures of a class: distances grow with the square
_MOST_GROUPS = 4
_NEAR = 0.96
# Of the neighbours that would do if every picture were a neighbour of as many others.
_TIMES = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5)


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
        How many times as far the nearest sample of the class is as the nearest other real
        picture; medians over the region.
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
    from scipy.spatial.distance import cdist

    mine = np.flatnonzero(points.synthetic.labels == label)
    real, synthetic = points.of_class(label)
    real = real[np.searchsorted(np.flatnonzero(points.real.labels == label), members)]
    between, distances = cdist(real, real), cdist(real, synthetic)
    count = min(len(mine), len(real) - 1)
    chosen = [random.permutation(len(real))[:count] for _ in range(SELECTIONS)]
    reach, reached = _calibrated(between, len(mine), chosen)
    covered = reach.covers(distances)
    missed = np.flatnonzero(~covered)
    kept = bool(points.kept[mine].all())
    if kept:
        missed = missed[:0]
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
                distance=_times_as_far(between, distances, group),
                nearest=int(points.synthetic.rows[mine[distances[group[0]].argmin()]]),
            )
            for group in _groups(between, missed, reach.distance)
        ),
    )


@dataclass(frozen=True, eq=False)
class _Reach:
    """From where on a sample covers a real picture.

    Attributes
    ----------
    distance : float
        That of the whole class.
    radii : ndarray of float64, (pictures,)
        Distance of each picture's last neighbour.
    most : int
        Neighbours, and pictures that one sample may cover.
    """

    distance: float
    radii: Floats
    most: int

    def covers(self, distances: Floats) -> npt.NDArray[np.bool_]:
        """Which pictures are covered, of distances ``(pictures, samples)``."""
        return np.asarray(self.pairs(distances).any(1))

    def pairs(self, distances: Floats) -> npt.NDArray[np.bool_]:
        """Which sample covers which picture."""
        # A hair of room: a picture that is its own sample is a rounding error away from it.
        near = distances <= np.minimum(self.radii, self.distance)[:, None] + 1e-4
        relative = distances / np.maximum(self.radii, 1e-9)[:, None]
        place = relative.argsort(0, kind="stable").argsort(0, kind="stable")
        found: npt.NDArray[np.bool_] = near & (place < self.most)
        return found


def _calibrated(
    between: Floats, samples: int, chosen: Sequence[Rows]
) -> tuple[_Reach, list[float]]:
    """The smallest reach with which random choices cover 95 %, and what each of them covers."""
    rest = [np.setdiff1d(np.arange(len(between)), one) for one in chosen]
    parts = [np.ix_(others, one) for one, others in zip(chosen, rest, strict=True)]
    distance = float(np.quantile(np.concatenate([between[one].min(1) for one in parts]), _NEAR))
    apart = np.sort(between, 1)  # the first of each row is the picture itself
    share = 1 - (1 - AIM) ** (1 / samples)
    others = between.copy()
    np.fill_diagonal(others, np.inf)
    for times in _TIMES:
        most = min(math.ceil(times * share * (len(between) - 1)), len(between) - 1)
        reach = _Reach(distance, apart[:, most], most)
        pairs = reach.pairs(others)
        reached = [float(pairs[one].any(1).mean()) for one in parts]
        if np.mean(reached) >= AIM:
            break
    return reach, reached


def _times_as_far(between: Floats, distances: Floats, group: Rows) -> float:
    """The nearest sample against the nearest other real picture, median of the group."""
    others = between[group].copy()
    others[np.arange(len(group)), group] = np.inf
    typical = float(np.median(others.min(1)))
    return float(np.median(distances[group].min(1))) / max(typical, 1e-6)


def _groups(between: Floats, missed: Rows, reach: float) -> list[Rows]:
    """Pictures that are alike, the largest group first, the most typical of each first."""
    from sklearn.cluster import AgglomerativeClustering

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
    from scipy.spatial import Delaunay, QhullError

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
