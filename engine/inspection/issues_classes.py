"""Samples that look like another class, and classes that are too narrow or too wide."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.data.issue_report import Issue, IssueKind
from engine.inspection.points import Floats32, Points, Rows, together
from engine.inspection.suspicion import Floats, cross_fitted, judge
from engine.runtime.stop import StopToken

_FALSE = 0.015  # of the real pictures that the classifiers never saw
_LEAST_MARGIN = 0.2  # of probability: below it the classifiers are of two minds
_SURE = 0.8
_SELECTIONS = 200
_TAIL = 0.005
_NARROW, _WIDE = 0.6, 1.4
_FEWEST = 4  # pictures of a class: fewer have no spread to speak of


def classes_mistaken(points: Points, *, seed: int = 0, token: StopToken) -> list[Issue]:
    """Samples that classifiers fitted on real pictures take for another class.

    The classifiers are those of :mod:`engine.inspection.suspicion`. How sure they must be is what
    only three of two hundred real pictures exceed that they never saw.

    Raises
    ------
    Stopped
    """
    token.raise_if_stopped()
    learnt = points.synthetic.at(~points.kept)
    real, synthetic = together(points.real, learnt)
    classes, labels = len(points.class_names), points.real.labels
    seen = cross_fitted(real, labels, classes, np.random.default_rng(seed), token)
    limit = max(_LEAST_MARGIN, float(np.quantile(_margins(seen, labels), 1 - _FALSE)))
    right = float((seen.argmax(1) == labels).mean())
    likely = judge(synthetic, real, labels, classes)
    margins, better = _margins(likely, learnt.labels), likely.argmax(1)
    known = np.isin(learnt.labels, labels)
    issues = []
    for label in np.unique(learnt.labels):
        for other in np.unique(better[learnt.labels == label]):
            wrong = known & (learnt.labels == label) & (better == other) & (margins > limit)
            found = np.flatnonzero(wrong)
            found = found[np.argsort(-margins[found], kind="stable")]
            if not len(found):
                continue
            sure = float(likely[found[0], other])
            issues.append(
                Issue(
                    kind="other_class",
                    severity="serious" if sure > _SURE else "notable",
                    class_name=points.class_names[label],
                    samples=learnt.rows[found].tolist(),
                    of=int((learnt.labels == label).sum()),
                    real_rows=_nearest_of(points, real, int(other), synthetic[found]).tolist(),
                    other=points.class_names[other],
                    numbers={"sure": 100 * sure, "right": 100 * right, "limit": limit},
                )
            )
    return issues


def spreads_off(points: Points, *, seed: int = 0, token: StopToken) -> list[Issue]:
    """Classes whose samples are much more alike, or much less, than as many real pictures.

    The spread is the root of the mean squared distance from the mean of the samples; the limits
    are what one in two hundred random choices of as many real pictures reaches.

    Raises
    ------
    Stopped
    """
    issues = []
    learnt = ~points.kept
    for label in np.unique(points.synthetic.labels[learnt]):
        token.raise_if_stopped()
        mine = points.synthetic.rows[learnt & (points.synthetic.labels == label)]
        real, synthetic = points.of_class(int(label))
        synthetic = synthetic[learnt[points.synthetic.labels == label]]
        count = len(synthetic)
        if count < 2 or len(real) < max(_FEWEST, count):
            continue
        random = np.random.default_rng([seed, int(label)])
        chosen = [_spread(real[random.permutation(len(real))[:count]]) for _ in range(_SELECTIONS)]
        typical = float(np.mean(chosen)) or 1.0
        low, high = np.quantile(chosen, (_TAIL, 1 - _TAIL)) / typical
        ratio = _spread(synthetic) / typical
        kind: IssueKind | None = None
        if ratio < min(low, _NARROW):
            kind = "collapsed"
        elif ratio > max(high, _WIDE):
            kind = "too_wide"
        if kind is not None:
            issues.append(
                Issue(
                    kind=kind,
                    severity="serious" if kind == "collapsed" else "notable",
                    class_name=points.class_names[label],
                    samples=mine.tolist(),
                    of=count,
                    real_rows=_some_rows(points, int(label), count, random),
                    numbers={
                        "spread": 100 * ratio,
                        "low": 100 * float(low),
                        "high": 100 * float(high),
                    },
                )
            )
    return issues


def _margins(likely: Floats, labels: npt.NDArray[np.int64]) -> Floats:
    """Probability of the best other class less that of the own one."""
    own = likely[np.arange(len(labels)), labels]
    others = likely.copy()
    others[np.arange(len(labels)), labels] = -1.0
    margins: Floats = others.max(1) - own
    return margins


def _nearest_of(points: Points, real: Floats32, label: int, asked: Floats32) -> Rows:
    """Rows of the real pictures of a class that are nearest to those asked about."""
    from scipy.spatial.distance import cdist

    members = np.flatnonzero(points.real.labels == label)
    rows: Rows = points.real.rows[members[cdist(asked, real[members]).argmin(1)]]
    return rows


def _spread(values: Floats32) -> float:
    return float(np.sqrt(np.square(values - values.mean(0)).sum() / (len(values) - 1)))


def _some_rows(points: Points, label: int, count: int, random: np.random.Generator) -> list[int]:
    members = points.real.rows[points.real.labels == label]
    drawn: list[int] = np.sort(random.permutation(members)[:count]).tolist()
    return drawn
