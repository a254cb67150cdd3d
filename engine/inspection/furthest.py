"""The class that looks furthest off, and in which measure, with two pictures that show it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from engine.data.appearance_report import LargestGap, MeasureReport
from engine.inspection.looked import Looked
from engine.inspection.looked import Rows as Places
from engine.inspection.spreads import FLOORS, Floats, Values

# Differences of means below two standard errors are what any few samples show.
_CHANCE = 2.0
_CANDIDATES = 6


def largest_gap(
    measures: Sequence[MeasureReport],
    class_names: Sequence[str],
    mine: Looked,
    aimed: Looked,
    *,
    one_group: bool = False,
) -> LargestGap | None:
    """Compare class means, in deviations within a class.

    Parameters
    ----------
    measures : sequence of MeasureReport
        What was compared; those that could not be measured are passed over.
    mine, aimed : Looked
        The synthetic samples, and the pictures they should look like, of the same classes.
    one_group : bool
        These are of a reference set, whose mean every class should have instead of its own.

    Returns
    -------
    LargestGap or None
        None where no class is further off than chance explains.
    """
    found = [
        gap
        for one in measures
        if one.grade != "unmeasured"
        for gap in _gaps(one, class_names, mine, aimed, one_group=one_group)
    ]
    return max(found, key=lambda one: one[0])[1] if found else None


def _gaps(
    one: MeasureReport,
    class_names: Sequence[str],
    mine: Looked,
    aimed: Looked,
    *,
    one_group: bool,
) -> Iterator[tuple[float, LargestGap]]:
    """What is left of each class's gap after chance, with the gap."""
    target = aimed.of(one.key)
    deviation = max(_deviation_within(target), FLOORS[one.unit])
    for label in np.unique(mine.labels):
        ours = _known(mine, one.key, int(label))
        theirs = _known(aimed, one.key, None if one_group else int(label))
        if not len(ours) or not len(theirs):
            continue
        reached, wanted = mine.values[one.key][ours], aimed.values[one.key][theirs]
        off = abs(reached.mean() - wanted.mean())
        left = off - _CHANCE * deviation * np.sqrt(1 / len(ours) + 1 / len(theirs))
        if left <= 0 or off < FLOORS[one.unit]:
            continue
        sample, picture = _pair(one.key, mine, ours, aimed, theirs)
        yield (
            float(left / deviation),
            LargestGap(
                class_name=class_names[label],
                key=one.key,
                gap=float(off / deviation),
                target=float(wanted.mean()),
                synthetic=float(reached.mean()),
                sample=int(mine.rows[sample]),
                picture=int(aimed.rows[picture]),
            ),
        )


def _known(looked: Looked, key: str, label: int | None) -> Places:
    """Places of a class's pictures, or of all, in which a measure can be taken."""
    known = np.isfinite(looked.values[key])
    return np.flatnonzero(known if label is None else known & (looked.labels == label))


def _pair(key: str, mine: Looked, ours: Places, aimed: Looked, theirs: Places) -> tuple[int, int]:
    """Places of a typical sample and a typical picture that are alike in all else.

    A blueprint beside black ink on white paper would show everything but the gap.
    """
    ours, theirs = _typical(mine.values[key], ours), _typical(aimed.values[key], theirs)
    unlike = np.zeros((len(ours), len(theirs)))
    for other in mine.values:
        if other != key:
            here, there = mine.values[other][ours], aimed.values[other][theirs]
            unit = max(aimed.of(other).spread.deviation, 1e-9)
            # What only one of them shows counts as one deviation.
            unlike += np.nan_to_num(np.abs(here[:, None] - there[None, :]) / unit, nan=1.0)
    best = np.unravel_index(int(unlike.argmin()), unlike.shape)
    return int(ours[best[0]]), int(theirs[best[1]])


def _typical(values: Floats, places: Places) -> Places:
    """The few places whose values are nearest to the mean."""
    nearest = np.abs(values[places] - values[places].mean()).argsort(kind="stable")
    few: Places = places[nearest[: min(_CANDIDATES, -(-len(places) // 3))]]
    return few


def _deviation_within(values: Values) -> float:
    """Standard deviation about the class means."""
    weight = np.bincount(values.labels, values.weights)
    means = np.bincount(values.labels, values.weights * values.numbers) / np.maximum(weight, 1e-12)
    return float(np.sqrt(np.square(values.numbers - means[values.labels]) @ values.weights))
