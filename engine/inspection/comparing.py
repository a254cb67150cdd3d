"""Whether synthetic samples look as real ones do, in units an engineer knows.

Every measure of :mod:`engine.inspection.appearance` is taken of the synthetic samples and of
training pictures, and the two distributions are compared (:mod:`engine.inspection.spreads`).
A class weighs the same on both sides, or a condensed set with as many samples of a rare class as
of a common one would seem to look different only because its classes are balanced.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
import numpy.typing as npt

from engine.data import CondensedSet, ImageSet
from engine.data.appearance_report import (
    AppearanceReport,
    Histogram,
    MeasureReport,
    digest_of,
    load_appearance,
    save_appearance,
)
from engine.data.recipe import Kind
from engine.inspection.appearance import Measure, measures_for
from engine.inspection.furthest import largest_gap
from engine.inspection.gaps import require_same_pictures
from engine.inspection.kind import kind_of_set
from engine.inspection.looked import Looked, Looking, Rows, draw_rows
from engine.inspection.spreads import (
    Values,
    common_edges,
    distance,
    grade_distance,
    sampling_error,
    shares,
)
from engine.runtime.stop import StopSource, StopToken

__all__ = ["AppearanceReport", "compare_appearance", "load_appearance", "save_appearance"]

Pixels = npt.NDArray[np.uint8]
AsAimed = Callable[[Pixels, npt.NDArray[np.intp]], Pixels]

# What fewer real pictures have is no trait of them; what so many fewer samples have is a fault.
_LEAST_SHARE, _LEAST_OF_TARGET = 0.2, 0.5


def compare_appearance(
    image_set: ImageSet,
    condensed: CondensedSet,
    *,
    kind: Kind | None = None,
    reference: ImageSet | None = None,
    as_varied: AsAimed | None = None,
    seed: int = 0,
    token: StopToken | None = None,
) -> AppearanceReport:
    """Compare how the learnt samples of a condensed set look with real pictures.

    Parameters
    ----------
    image_set : ImageSet
        Its training pictures are the real ones; of many, some 2,000 are drawn, fewer of large
        ones, of every class as many.
    condensed : CondensedSet
        Classes that are kept whole have no part: they are real.
    kind : {"drawing", "photo"}, optional
        What to measure; None: as the pictures are recognised.
    reference : ImageSet, optional
        The pictures whose appearance was aimed at, if not that of ``image_set``.
    as_varied : callable, optional
        Instead of a reference: puts pictures of ``image_set``, given with their rows, into the
        wider appearance that was aimed at.
    seed : int
        Of the draws.
    token : StopToken, optional
        Asked between batches.

    Raises
    ------
    UserError
        ``inspect.other_pictures``, as :func:`require_same_pictures` does; ``file.not_ours`` if
        a picture file is damaged.
    Stopped
    """
    require_same_pictures(image_set, condensed)
    random = np.random.default_rng(seed)
    pixels = image_set.shape[1] * image_set.shape[2]
    train, learnt = _of_common_classes(image_set, condensed)
    counts = np.bincount(condensed.labels[learnt], minlength=len(condensed.class_names))
    rows = draw_rows(train, image_set.labels, pixels, random)
    drawn = draw_rows(learnt, condensed.labels, pixels, random)
    recognised = kind_of_set(image_set)
    kind = kind or recognised
    looking = Looking(kind, image_set.shape[1:3], token or StopSource().token)
    mine = looking.at(lambda places: condensed.images[places], drawn, condensed.labels, counts)
    real = looking.at(image_set.read, rows, image_set.labels, counts)
    goal = None if reference is None else looking.at_all(reference, random)
    if as_varied is not None:
        read = partial(_varied, as_varied, image_set)
        goal = looking.at(read, rows, image_set.labels, counts)
    one_group = reference is not None
    compared = [
        _compared(
            one, mine, real, goal, random, one_group=one_group, smallest=_smallest(one, pixels)
        )
        for one in measures_for(kind, image_set.channels)
    ]
    measures = [one for one in compared if one is not None]
    return AppearanceReport(
        condensed=digest_of(condensed),
        kind=kind,
        recognised=recognised,
        against="reference" if one_group else "real" if goal is None else "varied",
        pictures=len(rows),
        samples=len(drawn),
        measures=measures,
        largest=largest_gap(
            measures, condensed.class_names, mine, goal or real, one_group=one_group
        ),
    )


def _varied(as_varied: AsAimed, image_set: ImageSet, rows: Rows) -> Pixels:
    return as_varied(image_set.read(rows), rows)


def _of_common_classes(image_set: ImageSet, condensed: CondensedSet) -> tuple[Rows, Rows]:
    """Training pictures and learnt samples of the classes that have both."""
    train, learnt = image_set.indices("train"), np.flatnonzero(~condensed.kept)
    train = train[np.isin(image_set.labels[train], condensed.labels[learnt])]
    return train, learnt[np.isin(condensed.labels[learnt], image_set.labels[train])]


def _compared(
    measure: Measure,
    mine: Looked,
    real: Looked,
    goal: Looked | None,
    random: np.random.Generator,
    *,
    one_group: bool,
    smallest: float,
) -> MeasureReport | None:
    """One measure, which takes steps of ``smallest``; None where the pictures do not have it.

    The pictures of a goal are one group where their classes are not ours.
    """
    synthetic, pictures = mine.of(measure.key), real.of(measure.key)
    reference = None if goal is None else goal.of(measure.key)
    target = pictures if reference is None else reference
    if not synthetic.looked_at or min(pictures.share, target.share) < _LEAST_SHARE:
        return None
    groups = [one for one in (pictures, synthetic, reference) if one is not None]
    edges = common_edges(groups, max(10.0**-measure.digits, smallest))
    told = MeasureReport(
        key=measure.key,
        unit=measure.unit,
        digits=measure.digits,
        real=pictures.spread,
        synthetic=synthetic.spread,
        reference=None if reference is None else reference.spread,
        distance=None,
        sampling=None,
        grade="unmeasured",
        histogram=Histogram(
            edges=edges,
            real=shares(pictures, edges),
            synthetic=shares(synthetic, edges),
            reference=[] if reference is None else shares(reference, edges),
        ),
    )
    if synthetic.share < _LEAST_OF_TARGET * target.share:
        return told
    found, error = (
        distance(synthetic, target),
        sampling_error(target, _counts(synthetic, one_group=one_group), random),
    )
    grade = grade_distance(found, error=error, deviation=target.spread.deviation, unit=measure.unit)
    return told.model_copy(update={"distance": found, "sampling": error, "grade": grade})


def _smallest(measure: Measure, pixels: int) -> float:
    """The step between two values that a measure can take: one speck more in a picture."""
    return 1e6 / pixels if measure.unit == "per_megapixel" else 0.0


def _counts(synthetic: Values, *, one_group: bool) -> dict[int, int]:
    """How many pictures of each class a random choice takes; a reference is one group."""
    if one_group:
        return {0: len(synthetic.numbers)}
    labels, counts = np.unique(synthetic.labels, return_counts=True)
    return {int(label): int(count) for label, count in zip(labels, counts, strict=True)}
