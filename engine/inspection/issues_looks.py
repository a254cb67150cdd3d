"""Samples whose appearance or whose pixels no real picture of their class has."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from engine.data import CondensedSet, ImageSet
from engine.data.issue_report import Issue, IssueKind
from engine.data.recipe import Kind
from engine.inspection.appearance import MEASURES, Measure
from engine.inspection.looked import Looking, draw_rows
from engine.inspection.pixels import FLOORS as PIXEL_FLOORS
from engine.inspection.pixels import PIXEL_MEASURES
from engine.inspection.points import Floats, Labels, Points, Rows
from engine.inspection.spreads import FLOORS
from engine.inspection.usual import Usual
from engine.runtime.stop import StopToken

_SATURATED = 2  # of the measures of pixels, the first: black and white
_OF_COLOUR = ("cast_a", "cast_b", "saturation")  # grey pictures have 0 of it
_SERIOUS_SHARE = 0.5  # of the samples of a class


def looks_off(
    image_set: ImageSet,
    condensed: CondensedSet,
    points: Points,
    *,
    kind: Kind,
    reference: ImageSet | None,
    widened: float = 1.0,
    seed: int = 0,
    token: StopToken,
) -> list[Issue]:
    """Samples whose measures of appearance lie outside of what real pictures have.

    Held against the reference set where its appearance was aimed at, as one class;
    ranges are taken ``widened`` times as wide about their middle.

    Raises
    ------
    UserError
        ``file.not_ours`` of a damaged picture file.
    Stopped
    """
    measures = [
        one for one in MEASURES[kind] if image_set.channels > 1 or one.key not in _OF_COLOUR
    ]
    looking = Looking(kind, image_set.shape[1:3], token)
    random = np.random.default_rng(seed)
    pixels = image_set.shape[1] * image_set.shape[2]
    classes = len(points.class_names)
    if reference is None:
        rows = draw_rows(points.real.rows, image_set.labels, pixels, random)
        seen = looking.at(image_set.read, rows, image_set.labels, np.ones(classes, np.int64))
        labels = image_set.labels[rows]
    else:
        seen = looking.at_all(reference, random)
        rows, labels = seen.rows, np.zeros(len(seen.rows), np.int64)
    samples = points.synthetic.rows[~points.kept]
    mine = looking.at(
        lambda places: condensed.images[places],
        samples,
        condensed.labels,
        np.ones(classes, np.int64),
    )
    real = np.column_stack([seen.values[one.key] for one in measures])
    floors = np.array([FLOORS[one.unit] for one in measures])
    usual = Usual.of(real, labels, classes, floors, seed=seed).widened(widened)
    own = condensed.labels[samples]
    return _outside(
        "off_style",
        usual,
        np.column_stack([mine.values[one.key] for one in measures]),
        samples,
        own,
        measures,
        points.class_names,
        held_against=own if reference is None else np.zeros_like(own),
        pictures=None if reference is not None else (real, rows, labels),
    )


def pixels_off(points: Points, *, seed: int = 0) -> list[Issue]:
    """Samples with more pixels clipped to black or white, or less natural ones, than real ones."""
    learnt, real = points.synthetic.at(~points.kept), points.real
    floors = np.array([PIXEL_FLOORS[one.key] for one in PIXEL_MEASURES])
    issues = []
    parts: tuple[tuple[IssueKind, slice], ...] = (
        ("saturated", slice(0, _SATURATED)),
        ("unnatural", slice(_SATURATED, None)),
    )
    for kind, columns in parts:
        values, mine = real.pixels[:, columns], learnt.pixels[:, columns]
        usual = Usual.of(values, real.labels, len(points.class_names), floors[columns], seed=seed)
        if kind == "saturated":  # fewer clipped pixels than real ones are no fault
            mine = np.maximum(mine, usual.low[learnt.labels])
        issues += _outside(
            kind,
            usual,
            mine,
            learnt.rows,
            learnt.labels,
            PIXEL_MEASURES[columns],
            points.class_names,
            held_against=learnt.labels,
            pictures=(values, real.rows, real.labels),
        )
    return issues


def _outside(
    kind: IssueKind,
    usual: Usual,
    values: Floats,
    samples: Rows,
    labels: Labels,
    measures: Sequence[Measure],
    class_names: Sequence[str],
    *,
    held_against: Labels,
    pictures: tuple[Floats, Rows, Labels] | None,
) -> list[Issue]:
    """An issue for each class and measure; a sample is told of its worst measure only."""
    if not len(samples):
        return []
    excess = usual.excess(values, held_against)
    worst = excess.argmax(1)
    beyond = excess.max(1)
    issues = []
    for label in np.unique(labels):
        of = int((labels == label).sum())
        for column, measure in enumerate(measures):
            found = np.flatnonzero((labels == label) & (worst == column) & (beyond > usual.limit))
            if not len(found):
                continue
            found = found[np.argsort(-beyond[found], kind="stable")]
            against = int(held_against[found[0]])
            first = float(values[found[0], column])
            issues.append(
                Issue(
                    kind=kind,
                    severity="serious" if len(found) > _SERIOUS_SHARE * of else "notable",
                    class_name=class_names[label],
                    samples=samples[found].tolist(),
                    of=of,
                    real_rows=[]
                    if pictures is None
                    else _at_the_end(pictures, int(label), column, first),
                    measure=measure.key,
                    numbers={
                        "value": first,
                        "low": float(usual.low[against, column]),
                        "high": float(usual.high[against, column]),
                        "limit": usual.limit,
                    },
                )
            )
    return issues


def _at_the_end(
    pictures: tuple[Floats, Rows, Labels], label: int, column: int, value: float
) -> list[int]:
    """The real picture of the class that comes nearest to a value."""
    values, rows, labels = pictures
    mine = np.flatnonzero((labels == label) & np.isfinite(values[:, column]))
    if not len(mine):
        return []
    nearest: npt.NDArray[np.intp] = rows[mine[np.abs(values[mine, column] - value).argmin()]]
    return [int(nearest)]
