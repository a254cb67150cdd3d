"""How much of each class's real spread the synthetic samples cover, and what they leave out.

A real picture is *covered* if a synthetic sample of its class is near enough in two ways:

* It lies within a distance that is the same for the whole class. Rare pictures that stand apart
  are not covered by what is condensed from the others.
* The two are neighbours of each other: few real pictures of the class are nearer to the real
  picture than the sample is, and few are nearer to the sample than the real picture. This is the
  coverage of Naeem et al. (*Reliable fidelity and diversity metrics for generative models*, ICML
  2020), asked both ways: in many dimensions the mean of a class is near to most of its pictures,
  yet one sample cannot stand for more than its share of the class.

Distance and number of neighbours are what as many real pictures, chosen at random, need to cover
95 % of those not chosen, on average over 20 choices. So 95 % is what chance reaches; what every
choice reaches is measured beside it.

Convex hulls in many dimensions hold next to nothing, so the share within the hull of the samples
is told in the plane of the map only.
"""

from __future__ import annotations

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
_SHARES = (0.95, 0.96, 0.97, 0.98, 0.99, 1.0)


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
    mine = np.flatnonzero(points.synthetic.labels == label)
    real, synthetic = points.of_class(label)
    real = real[np.searchsorted(np.flatnonzero(points.real.labels == label), members)]
    between, distances = cdist(real, real), cdist(real, synthetic)
    ranks = _ranks(between)
    count = min(len(mine), len(real) - 1)
    chosen = [random.permutation(len(real))[:count] for _ in range(SELECTIONS)]
    reach, reached = _calibrated(between, np.maximum(ranks, ranks.T), chosen)
    covered = reach.covers(distances, _mutual_ranks(between, distances))
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


@dataclass(frozen=True)
class _Reach:
    """From where on a sample covers a real picture."""

    distance: float
    neighbours: float

    def covers(self, distances: Floats, mutual: Floats) -> npt.NDArray[np.bool_]:
        """Which pictures one of the samples covers, of ``(pictures, samples)`` each."""
        # A hair of room: a picture that is its own sample is a rounding error away from it.
        near = (distances <= self.distance + 1e-4) & (mutual <= self.neighbours)
        return np.asarray(near.any(1))


def _ranks(between: Floats) -> Floats:
    """How many real pictures are as near to each picture, counted along its row; itself is 0."""
    order = between.argsort(1, kind="stable").argsort(1, kind="stable")
    ranks: Floats = order.astype(np.float64)
    np.fill_diagonal(ranks, 0)
    return ranks


def _mutual_ranks(between: Floats, distances: Floats) -> Floats:
    """The larger of the ranks of a sample for a picture and of the picture for the sample."""
    others = np.sort(between, 1)[:, 1:]  # the first of each row is the picture itself
    of_sample = np.stack(
        [np.searchsorted(row, mine) + 1 for row, mine in zip(others, distances, strict=True)]
    )
    of_picture = distances.argsort(0, kind="stable").argsort(0, kind="stable") + 1
    mutual: Floats = np.maximum(of_sample, of_picture).astype(np.float64)
    return mutual


def _calibrated(
    between: Floats, mutual: Floats, chosen: Sequence[Rows]
) -> tuple[_Reach, list[float]]:
    """The smallest reach with which random choices cover 95 %, and what each of them covers."""
    rest = [np.setdiff1d(np.arange(len(between)), one) for one in chosen]
    parts = [np.ix_(others, one) for one, others in zip(chosen, rest, strict=True)]
    far = np.concatenate([between[part].min(1) for part in parts])
    strange = np.concatenate([mutual[part].min(1) for part in parts])
    reach, reached = _Reach(0.0, 0.0), [0.0]
    for share in _SHARES:
        reach = _Reach(float(np.quantile(far, share)), float(np.quantile(strange, share)))
        reached = [float(reach.covers(between[part], mutual[part]).mean()) for part in parts]
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
