"""Training and test sides without a leak: pictures that are nearly the same never part."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from engine.data import Split

Groups = npt.NDArray[np.int64]


def group_ids(digests: Sequence[bytes], pairs: Iterable[tuple[int, int, float]]) -> Groups:
    """Number the groups of pictures linked by identical bytes or by being nearly the same.

    Parameters
    ----------
    digests : sequence of bytes, N of them
    pairs : iterable of (int, int, float)
        Of :func:`importers.inspecting.near.near_pairs`.

    Returns
    -------
    ndarray of int64, (N,)
        The lowest row of each picture's group.
    """
    parents = list(range(len(digests)))
    first: dict[bytes, int] = {}
    for row, digest in enumerate(digests):
        _join(parents, first.setdefault(digest, row), row)
    for one, other, _ in pairs:
        _join(parents, one, other)
    return np.array([_root(parents, row) for row in range(len(parents))], np.int64)


def split_by_seed(
    labels: Sequence[str], groups: Groups, *, fraction: float, seed: int, names: Sequence[str]
) -> list[Split]:
    """Hold out ``fraction`` of every class; a group stays on one side.

    Each class draws among its own groups, in the order of their first names, from its own
    generator, seeded by ``seed`` and the class's name: pictures of other classes, and the
    order of all of them, change nothing. Every class keeps at least one group to learn from;
    a group that would hold out more than twice what is wanted is passed over while there are
    others. Groups that reach over several classes are for training, as their labels are in
    doubt and nobody should be judged by them.

    Parameters
    ----------
    labels : sequence of str, N of them
    groups : ndarray of int64, (N,)
        Of :func:`group_ids`.
    fraction : float
        0 to 1, of the pictures of a class.
    seed : int
    names : sequence of str, N of them
        Different for different pictures: source paths or digests.

    Returns
    -------
    list of {"train", "test"}, N of them
    """
    classes: defaultdict[int, set[str]] = defaultdict(set)
    members: defaultdict[str, defaultdict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row, (label, group) in enumerate(zip(labels, groups.tolist(), strict=True)):
        classes[group].add(label)
        members[label][group].append(row)
    sides: list[Split] = ["train"] * len(labels)
    for label, own in members.items():
        wanted = round(fraction * sum(len(rows) for rows in own.values()))
        alone = [rows for group, rows in own.items() if len(classes[group]) == 1]
        alone.sort(key=lambda rows: min(names[row] for row in rows))
        if fraction > 0 and len(alone) > 1:
            for rows in _held_out(alone, label, wanted=max(1, wanted), seed=seed):
                for row in rows:
                    sides[row] = "test"
    return sides


def _held_out(groups: list[list[int]], label: str, *, wanted: int, seed: int) -> list[list[int]]:
    own = int.from_bytes(hashlib.sha256(label.encode()).digest()[:8], "big")
    order = np.random.default_rng([seed, own]).permutation(len(groups)).tolist()
    held: list[list[int]] = []
    taken = 0
    # The last group is never held out: every class keeps a picture to learn from.
    for at in order[:-1]:
        if taken >= wanted:
            break
        if taken + len(groups[at]) <= 2 * wanted:
            held.append(groups[at])
            taken += len(groups[at])
    return held or [min((groups[at] for at in order), key=len)]


def _root(parents: list[int], row: int) -> int:
    while parents[row] != row:
        parents[row] = parents[parents[row]]
        row = parents[row]
    return row


def _join(parents: list[int], one: int, other: int) -> None:
    first, second = sorted((_root(parents, one), _root(parents, other)))
    parents[second] = first
