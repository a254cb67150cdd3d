"""A few pictures before and after preparation."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from engine.runtime import StopSource, StopToken
from engine.runtime.errors import UserError
from importers.cutting import Cutting
from importers.found import Scan, Source
from importers.loading import Loader
from importers.options import ImportOptions
from importers.prepare import prepare, shrunk
from importers.settling import settle
from importers.stores import open_store

_BEFORE_SIDE = 320


@dataclass(frozen=True)
class PreviewPair:
    """A picture as it is, uint8 ``(H, W, 3)`` at most 320 px, and prepared ``(s, s, 1 or 3)``."""

    source: str
    label: str
    before: npt.NDArray[np.uint8]
    after: npt.NDArray[np.uint8]


def preview(
    scan: Scan,
    options: ImportOptions,
    *,
    count: int = 24,
    seed: int = 0,
    token: StopToken | None = None,
) -> list[PreviewPair]:
    """Decode and prepare a few pictures, spread evenly over the classes.

    Files that cannot be read are passed over, so fewer than ``count`` may come back.

    Raises
    ------
    Stopped
        Between two pictures, if ``token`` asks for it.
    """
    token = token or StopSource().token
    chosen = _spread(scan, count, seed)
    loader = settle(scan.store, chosen, options, token=token)
    pairs: list[PreviewPair] = []
    for source in chosen:
        for part, pixels in loader.look(source, side=_BEFORE_SIDE):
            token.raise_if_stopped()
            after = prepare(pixels, options, grey=loader.grey)
            pairs.append(PreviewPair(part.reference, part.label, _small(pixels), after))
            if len(pairs) == count:
                return pairs
    return pairs


def look_at(
    root: Path, names: Sequence[str], *, side: int, token: StopToken
) -> list[tuple[str, npt.NDArray[np.uint8]]]:
    """Pictures of a folder or archive by the way back to them (:attr:`Source.reference`).

    Returns
    -------
    list of (str, ndarray of uint8, (H, W) or (H, W, 3))
        Those that are still there, at least ``side`` px where they have as much.

    Raises
    ------
    Stopped
    """
    try:
        store = open_store(root, token=token)
    except UserError:
        return []
    options = ImportOptions()
    loader = Loader(store, options, grey=False, depth=None, cutting=Cutting(options))
    found = []
    try:
        for name in names:
            token.raise_if_stopped()
            for _, pixels in loader.look(Source.at(name), side=side):
                found.append((name, shrunk(pixels, 4 * side)))
                break
    finally:
        store.close()
    return found


def _spread(scan: Scan, count: int, seed: int) -> list[Source]:
    by_class: defaultdict[str, list[Source]] = defaultdict(list)
    for source in scan.sources:
        by_class[source.label].append(source)
    draw = random.Random(seed)
    for sources in by_class.values():
        draw.shuffle(sources)
    chosen: list[Source] = []
    while len(chosen) < count and any(by_class.values()):
        for label in sorted(by_class):
            if by_class[label] and len(chosen) < count:
                chosen.append(by_class[label].pop())
    return sorted(chosen, key=lambda source: (source.label, source.relative))


def _small(pixels: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    small = shrunk(pixels, _BEFORE_SIDE)
    return small if small.ndim == 3 else np.repeat(small[..., None], 3, axis=2)
