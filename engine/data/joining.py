"""Samples of several condensed sets put together, class by class."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from engine.data.condensed_set import CondensedSet
from engine.data.judged import Judged

Labels = npt.NDArray[np.int64]


def joined(
    parts: Sequence[CondensedSet],
    labels: Sequence[Labels],
    class_names: list[str],
    *,
    mean: npt.NDArray[np.float32],
    std: npt.NDArray[np.float32],
) -> CondensedSet:
    """One set with the samples of all: by class, in a class the learnt ones first.

    Packed images stay packed where all parts are packed alike; else only the decoded samples are
    kept. Verdicts stay with their samples; recipe, provenance, sign-off and blind tests are left
    to the caller.

    Parameters
    ----------
    parts : sequence of CondensedSet
        Of the same size and channels.
    labels : sequence of ndarray of int64
        For each part the new label of each of its classes.
    mean, std : ndarray of float32, (C,)
        Normalisation of the whole.
    """
    own = [new[part.labels] for new, part in zip(labels, parts, strict=True)]
    kept = np.concatenate([part.kept for part in parts])
    order = _order(np.concatenate(own), kept)
    packing = parts[0].packing if all(_packed_as(parts[0], one) for one in parts) else 1
    made = CondensedSet(
        images=np.concatenate([part.images for part in parts])[order],
        labels=np.concatenate(own)[order],
        class_names=class_names,
        mean=mean,
        std=std,
        images_per_class=0,
        packed=_packed(parts, labels) if packing > 1 else None,
        packing=packing,
        real=_real(parts, order),
        judged=_judged(parts, order),
        provenance=_sources(parts, order),
    )
    most = int(made.stored_by_class.max()) if class_names else 0
    return replace(made, images_per_class=most)


def rearranged(condensed: CondensedSet, class_names: list[str]) -> CondensedSet:
    """The same set with its classes in the order of ``class_names``, which must be the same.

    Raises
    ------
    ValueError
        A class is missing in ``class_names``.
    """
    labels = np.array([class_names.index(name) for name in condensed.class_names], np.int64)
    return joined([condensed], [labels], class_names, mean=condensed.mean, std=condensed.std)


def _order(labels: Labels, kept: npt.NDArray[np.bool_]) -> npt.NDArray[np.intp]:
    return np.lexsort((np.arange(len(labels)), kept, labels))


def _packed_as(first: CondensedSet, other: CondensedSet) -> bool:
    """Whether the packed images of both can stand in one file."""
    learnt = np.bincount(other.labels[~other.kept], minlength=len(other.class_names))
    whole = not (learnt % other.packing**2).any()
    return whole and other.packing == first.packing and other.packed is not None


def _packed(parts: Sequence[CondensedSet], labels: Sequence[Labels]) -> npt.NDArray[np.uint8]:
    """Packed images lie by class, the learnt ones of a class before those that are kept whole."""
    of_row, kept_row = [], []
    for part, new in zip(parts, labels, strict=True):
        classes = len(part.class_names)
        learnt = np.bincount(part.labels[~part.kept], minlength=classes) // part.packing**2
        counts = np.stack([learnt, part.stored_by_class - learnt], axis=1).ravel()
        of_row.append(np.repeat(new, 2).repeat(counts))
        kept_row.append(np.tile([False, True], classes).repeat(counts))
    stored = [part.packed for part in parts if part.packed is not None]
    return np.concatenate(stored)[_order(np.concatenate(of_row), np.concatenate(kept_row))]


def _real(
    parts: Sequence[CondensedSet], order: npt.NDArray[np.intp]
) -> npt.NDArray[np.uint32] | None:
    """Real pictures numbered on from part to part; a number of a crafted file may be any."""
    columns, begun = [], 0
    for part in parts:
        numbers = np.zeros(part.decoded, np.uint32)
        if part.real is not None and part.kept.any():
            _, dense = np.unique(part.real[part.kept], return_inverse=True)
            numbers[part.kept] = dense + 1 + begun
            begun = int(numbers.max())
        columns.append(numbers)
    return np.concatenate(columns)[order] if begun else None


def _judged(parts: Sequence[CondensedSet], order: npt.NDArray[np.intp]) -> Judged | None:
    if all(part.judged is None for part in parts):
        return None
    columns = [part.judged or Judged.none(part.decoded) for part in parts]
    places = order.tolist()

    def chained(lists: Iterable[list[str]]) -> list[str]:
        everything = [one for column in lists for one in column]
        return [everything[place] for place in places]

    reasons = [one for column in columns for one in column.reasons]
    return Judged(
        codes=np.concatenate([column.codes for column in columns])[order],
        inspectors=chained(column.inspectors for column in columns),
        times=chained(column.times for column in columns),
        notes=chained(column.notes for column in columns),
        reasons=[reasons[place] for place in places],
    )


def _sources(
    parts: Sequence[CondensedSet], order: npt.NDArray[np.intp]
) -> dict[str, dict[str, str]]:
    """Which samples are real pictures in place of rejected ones, by their new numbers."""
    place = np.argsort(order)
    found, begun = {}, 0
    for part in parts:
        for number, source in part.replaced.items():
            found[str(int(place[begun + number]))] = source
        begun += part.decoded
    return {"real_samples": found} if found else {}
