"""Training and test sides without a leak: identical pictures never part."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.data import Split


@dataclass(frozen=True)
class Known:
    """What the split needs to know of a prepared picture; ``row`` is its place in the spool."""

    row: int
    relative: str
    label: str
    split: Split | None
    digest: bytes
    deviation: float


def split_by_seed(pictures: Sequence[Known], *, fraction: float, seed: int) -> dict[int, Split]:
    """Hold out ``fraction`` of every class; identical pictures stay on the same side.

    A class with one picture (or identical ones only) is for training. Each class draws from
    its own generator, so adding a class does not move the pictures of the others.

    Returns
    -------
    dict of int to {"train", "test"}
        By ``row``.
    """
    by_class: defaultdict[str, list[Known]] = defaultdict(list)
    for picture in pictures:
        by_class[picture.label].append(picture)
    sides: dict[int, Split] = {}
    for label, members in by_class.items():
        held = _held_out(label, members, fraction=fraction, seed=seed)
        for picture in members:
            sides[picture.row] = "test" if picture.digest in held else "train"
    return sides


def _held_out(label: str, members: list[Known], *, fraction: float, seed: int) -> set[bytes]:
    groups: defaultdict[bytes, int] = defaultdict(int)
    for picture in members:
        groups[picture.digest] += 1
    if fraction <= 0 or len(groups) < 2:
        return set()
    own = int.from_bytes(hashlib.sha256(label.encode()).digest()[:8], "big")
    order = sorted(groups)
    np.random.default_rng([seed, own]).shuffle(order)
    wanted = max(1, round(fraction * len(members)))
    held: set[bytes] = set()
    taken = 0
    # The last group is never held out: every class keeps a picture to learn from.
    for digest in order[:-1]:
        if taken >= wanted:
            break
        held.add(digest)
        taken += groups[digest]
    return held
