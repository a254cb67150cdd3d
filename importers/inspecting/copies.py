"""Findings on pictures that are the same, or nearly so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from engine.data import Split
from importers.inspecting.pictures import Finding, Pictures, Severity, finding

Mask = npt.NDArray[np.bool_]
Links = dict[int, int]


def class_conflict(pictures: Pictures) -> Finding | None:
    """Identical bytes in two classes: all copies are left out, one of the labels is wrong."""
    clashing: Links = {}
    for rows in _same_bytes(pictures, np.ones(len(pictures), np.bool_)):
        if len({pictures.labels[row] for row in rows}) > 1:
            for row in rows:
                other = next(r for r in rows if pictures.labels[r] != pictures.labels[row])
                clashing[row] = other
    # In pairs: copies of the same picture stand beside each other.
    order = sorted(clashing, key=lambda row: (pictures.digests[row], pictures.names[row]))
    return _found("class_conflict", "problem", pictures, clashing, order=order, suggested=True)


def leak(pictures: Pictures, keep: Mask) -> Finding | None:
    """Identical bytes among training and given test pictures: training goes without."""
    leaking: Links = {}
    for rows in _same_bytes(pictures, keep):
        tested = [row for row in rows if pictures.splits[row] == "test"]
        if tested:
            leaking.update({row: tested[0] for row in rows if pictures.splits[row] != "test"})
    return _found("leak", "problem", pictures, leaking, remedy_of_training=True, suggested=True)


def other_copies(pictures: Pictures, sides: Sequence[Split], keep: Mask) -> list[Finding]:
    """Near conflicts, near leaks and copies within a class, all for the user to decide."""
    conflicts: Links = {}
    leaks: Links = {}
    alike: defaultdict[int, list[int]] = defaultdict(list)
    copies = _duplicates(pictures, sides, keep)
    for one, other, _ in pictures.pairs:
        if not (keep[one] and keep[other]) or pictures.digests[one] == pictures.digests[other]:
            continue
        if pictures.labels[one] != pictures.labels[other]:
            conflicts.setdefault(one, other)
            conflicts.setdefault(other, one)
        elif sides[one] != sides[other]:
            training, test = (one, other) if sides[one] == "train" else (other, one)
            leaks.setdefault(training, test)
        elif one not in copies and other not in copies:
            alike[max(one, other)].append(min(one, other))
    findings = (
        _found("near_conflict", "warning", pictures, conflicts),
        _found("near_leak", "warning", pictures, leaks, remedy_of_training=True),
        _found("duplicates", "note", pictures, copies),
        _found("near_duplicates", "note", pictures, _redundant(alike)),
    )
    return [one for one in findings if one is not None]


def _duplicates(pictures: Pictures, sides: Sequence[Split], keep: Mask) -> Links:
    copies: Links = {}
    for rows in _same_bytes(pictures, keep):
        first: dict[tuple[str, Split], int] = {}
        for row in rows:
            original = first.setdefault((pictures.labels[row], sides[row]), row)
            if original != row:
                copies[row] = original
    return copies


def _redundant(alike: dict[int, list[int]]) -> Links:
    """Rows nearly the same as an earlier one that itself stays, so that no chain drifts away."""
    redundant: Links = {}
    for row in sorted(alike):
        staying = [other for other in alike[row] if other not in redundant]
        if staying:
            redundant[row] = min(staying)
    return redundant


def _same_bytes(pictures: Pictures, keep: Mask) -> list[list[int]]:
    groups: defaultdict[bytes, list[int]] = defaultdict(list)
    for row in np.flatnonzero(keep).tolist():
        groups[pictures.digests[row]].append(row)
    return [rows for rows in groups.values() if len(rows) > 1]


def _found(
    kind: str,
    severity: Severity,
    pictures: Pictures,
    links: Links,
    *,
    order: list[int] | None = None,
    remedy_of_training: bool = False,
    suggested: bool = False,
) -> Finding | None:
    if not links:
        return None
    # Named in the order of the picture looked at, whatever order the files came in.
    rows = order or sorted(links, key=lambda row: pictures.names[row])
    return finding(
        kind,
        severity,
        rows,
        partners=[links[row] for row in rows],
        remedy="exclude_training" if remedy_of_training else "exclude",
        suggested=suggested,
    )
