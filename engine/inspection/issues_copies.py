"""Samples that nearly copy a real picture, and samples that nearly copy each other.

Pictures are compared at 32 px after taking out their own brightness and contrast: what is left is
0 for a copy that was only lit otherwise, about 1.4 for two pictures that have nothing in common.
A sample counts as a copy if it is nearer to a real picture than nearly all real pictures of its
class are to any other one, and nearer than half of what is typical. All training pictures are
looked through, however many there are: a copy of a picture that was not drawn is one too.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from engine.data import CondensedSet, ImageSet
from engine.data.issue_report import Issue
from engine.inspection.appearance_tones import to_grey
from engine.inspection.points import Floats32, Labels, Points, Rows, fair_draw
from engine.runtime.stop import StopToken

_SIDE = 32  # px
_SOFTEST = 4.0  # grey levels: below this contrast a picture has no shape to copy
_MOST_ASKED = 1_500  # real pictures whose nearest other one is looked for
_READ_PIXELS = 64 * 64 * 1024
_FEW = 0.01  # of the real pictures are nearer to another one
_OF_TYPICAL = 0.5
_SAME = 0.1  # of what is typical: pictures that are in the set twice


@dataclass(frozen=True, eq=False)
class _Limits:
    """By class: what is typical between real pictures, and what is too near."""

    typical: npt.NDArray[np.float64]
    near: npt.NDArray[np.float64]


def copies_and_twins(
    image_set: ImageSet,
    condensed: CondensedSet,
    points: Points,
    *,
    seed: int = 0,
    token: StopToken,
) -> list[Issue]:
    """Look for copies of real pictures and of each other; real pictures kept whole have no part.

    Raises
    ------
    UserError
        ``file.not_ours`` of a damaged picture file.
    Stopped
    """
    samples = points.synthetic.rows[~points.kept]
    labels = condensed.labels[samples]
    shapes = _shapes(condensed.images[samples])
    asked = fair_draw(points.real.rows, image_set.labels, _MOST_ASKED, np.random.default_rng(seed))
    real_shapes = _shapes(image_set.read(asked))
    queries = np.concatenate([shapes, real_shapes])
    own = np.concatenate([np.full(len(samples), -1, np.intp), asked])
    distances, rows = _nearest(image_set, queries, own, token)
    count = len(samples)
    limits = _limits(distances[count:], image_set.labels[asked], len(points.class_names))
    issues = []
    for label in np.unique(labels):
        mine = np.flatnonzero(labels == label)
        made = _copies(points, limits, int(label), samples[mine], distances[mine], rows[mine])
        twins = _twins(points, limits, int(label), samples[mine], shapes[mine])
        issues += [one for one in (made, twins) if one is not None]
    return issues


def _shapes(images: npt.NDArray[np.uint8]) -> Floats32:
    """Float32 ``(n, D)`` of length 1: grey levels at 32 px less their mean."""
    side = min(_SIDE, *images.shape[1:3])
    shapes = np.empty((len(images), side * side), np.float32)
    for place, image in enumerate(images):
        small = cv2.resize(to_grey(image), (side, side), interpolation=cv2.INTER_AREA)
        away = small.ravel() - small.mean()
        shapes[place] = away / max(float(np.linalg.norm(away)), _SOFTEST * side)
    return shapes


def _nearest(
    image_set: ImageSet, queries: Floats32, own: Rows, token: StopToken
) -> tuple[npt.NDArray[np.float64], Rows]:
    """Distance and row of the training picture nearest to each query, its own row left out."""
    best = np.full(len(queries), np.inf)
    rows = np.zeros(len(queries), np.intp)
    train = image_set.indices("train")
    length = max(1, _READ_PIXELS // (image_set.shape[1] * image_set.shape[2]))
    size = np.square(queries).sum(1)
    for start in range(0, len(train), length):
        token.raise_if_stopped()
        part = train[start : start + length]
        shapes = _shapes(image_set.read(part))
        squares = size[:, None] + np.square(shapes).sum(1)[None] - 2 * queries @ shapes.T
        squares[own[:, None] == part[None]] = np.inf
        place = squares.argmin(1)
        found = np.sqrt(np.maximum(squares[np.arange(len(queries)), place], 0))
        better = found < best
        best[better], rows[better] = found[better], part[place[better]]
    return best, rows


def _limits(distances: npt.NDArray[np.float64], labels: Labels, classes: int) -> _Limits:
    """From how near real pictures come to each other."""
    typical, near = np.zeros(classes), np.zeros(classes)
    for label in np.unique(labels):
        mine = distances[(labels == label) & np.isfinite(distances)]
        if not len(mine):
            continue
        typical[label] = np.median(mine)
        # Pictures that are in the set twice say nothing of how near different ones come.
        different = mine[mine > _SAME * typical[label]]
        if len(different):
            near[label] = min(np.quantile(different, _FEW), _OF_TYPICAL * typical[label])
    return _Limits(typical, near)


def _copies(
    points: Points,
    limits: _Limits,
    label: int,
    samples: Rows,
    distances: npt.NDArray[np.float64],
    rows: Rows,
) -> Issue | None:
    found = np.flatnonzero(distances < limits.near[label])
    found = found[np.argsort(distances[found], kind="stable")]
    if not len(found):
        return None
    return Issue(
        kind="copy",
        severity="serious",
        class_name=points.class_names[label],
        samples=samples[found].tolist(),
        of=len(samples),
        real_rows=rows[found].tolist(),
        numbers=_numbers(limits, label, float(distances[found[0]])),
    )


def _twins(
    points: Points, limits: _Limits, label: int, samples: Rows, shapes: Floats32
) -> Issue | None:
    if len(samples) < 2:
        return None
    between = np.sqrt(np.maximum(_squares(shapes), 0))
    np.fill_diagonal(between, np.inf)
    nearest, partner = between.min(1), between.argmin(1)
    found = np.flatnonzero(nearest < limits.near[label])
    found = found[np.argsort(nearest[found], kind="stable")]
    if not len(found):
        return None
    return Issue(
        kind="twin",
        severity="serious" if len(found) > len(samples) / 2 else "notable",
        class_name=points.class_names[label],
        samples=samples[found].tolist(),
        of=len(samples),
        partners=samples[partner[found]].tolist(),
        numbers=_numbers(limits, label, float(nearest[found[0]])),
    )


def _squares(shapes: Floats32) -> npt.NDArray[np.float64]:
    size = np.square(shapes).sum(1)
    squares: npt.NDArray[np.float64] = size[:, None] + size[None] - 2 * shapes @ shapes.T
    return squares


def _numbers(limits: _Limits, label: int, distance: float) -> dict[str, float]:
    return {
        "distance": distance,
        "typical": float(limits.typical[label]),
        "limit": float(limits.near[label]),
    }
