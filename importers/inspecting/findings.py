"""All that is noticed about the pictures of an import."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from engine.data import Split
from importers.inspecting.copies import class_conflict, leak, other_copies
from importers.inspecting.pictures import Finding, Pictures, Severity, finding, remedied_rows
from importers.inspecting.quality import quality
from importers.inspecting.scanner import betrayed_classes
from importers.options import ImportOptions

__all__ = ["Finding", "Pictures", "find", "remedied_rows"]

Mask = npt.NDArray[np.bool_]

_EXAMPLES = 6
_SMALL_CLASS = 20
_IMBALANCE = 5
_GRAVITY: dict[Severity, int] = {"problem": 0, "warning": 1, "note": 2}


def find(
    pictures: Pictures, sides: Sequence[Split], options: ImportOptions | None = None
) -> list[Finding]:
    """Look at the pictures of an import.

    What lies in two classes byte for byte, and training pictures that are also given test
    pictures, are findings whose remedy is suggested; everything else is found among the
    pictures that stay.

    Parameters
    ----------
    pictures : Pictures
    sides : sequence of {"train", "test"}, (N,)
        Where each picture is to go.
    options : ImportOptions, optional
        With ``cut`` other than ``whole``, sizes are those of parts and say nothing.

    Returns
    -------
    list of Finding
        Gravest first.
    """
    keep = np.ones(len(pictures), np.bool_)
    found: list[Finding] = []
    conflict = class_conflict(pictures)
    if conflict is not None:
        keep[conflict.rows] = False
        found.append(conflict)
    leaking = leak(pictures, keep)
    if leaking is not None:
        keep[leaking.rows] = False
        found.append(leaking)
    if keep.any():
        found += other_copies(pictures, sides, keep)
        found += quality(pictures, keep, whole_pages=options is None or options.cut == "whole")
        found += _class_sizes(pictures, sides, keep)
        found += _scanners(pictures, sides, keep)
    return sorted(found, key=lambda one: _GRAVITY[one.severity])


def _class_sizes(pictures: Pictures, sides: Sequence[Split], keep: Mask) -> list[Finding]:
    labels = np.array(pictures.labels)
    training = keep & (np.array(sides) == "train")
    names = [str(name) for name in np.unique(labels[keep])]
    train = {name: np.flatnonzero(training & (labels == name)) for name in names}
    tested = {str(name) for name in np.unique(labels[keep & ~training])}
    found = [
        finding(
            "small_class",
            "warning",
            train[name].tolist(),
            params={"name": name, "least": _SMALL_CLASS},
        )
        for name in names
        if len(train[name]) < _SMALL_CLASS
    ]
    untested = [name for name in names if tested and name not in tested]
    if untested:
        rows = np.concatenate([train[name] for name in untested]).tolist()
        shown = ", ".join(untested[:_EXAMPLES]) + (", …" if len(untested) > _EXAMPLES else "")
        found.append(
            finding("untested", "warning", rows, params={"count": len(untested), "names": shown})
        )
    if len(names) == 1:
        return [
            *found,
            finding("one_class", "problem", train[names[0]].tolist(), params={"name": names[0]}),
        ]
    return found + _imbalance({name: len(rows) for name, rows in train.items()})


def _imbalance(train: dict[str, int]) -> list[Finding]:
    largest = max(train, key=lambda name: train[name])
    smallest = min(train, key=lambda name: train[name])
    most, fewest = train[largest], train[smallest]
    if most < _IMBALANCE * max(1, fewest):
        return []
    shown = {
        "count": len(train),
        "largest": largest,
        "most": most,
        "smallest": smallest,
        "fewest": fewest,
    }
    return [finding("imbalance", "warning", [], params=shown)]


def _scanners(pictures: Pictures, sides: Sequence[Split], keep: Mask) -> list[Finding]:
    rows = np.flatnonzero(keep & (np.array(sides) == "train"))
    labels = np.array(pictures.labels)[rows]
    formats = np.array(pictures.formats)[rows]
    found = []
    for one in betrayed_classes(pictures.measures[rows], labels.tolist(), formats.tolist()):
        params: dict[str, float | str] = {"name": one.label}
        for trait in one.evidence:
            params |= {trait.trait: trait.own, f"{trait.trait}_others": trait.others}
        key = "check.scanner_" + "_".join(trait.trait for trait in one.evidence)
        own = rows[labels == one.label].tolist()
        found.append(finding("scanner", "warning", own, key=key, params=params))
    return found
