"""A few pictures before and after preparation."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.runtime import StopSource, StopToken
from importers.decode import DecodeError
from importers.found import Scan, Source
from importers.loading import are_grey, read_picture
from importers.options import ImportOptions
from importers.prepare import prepare, resize

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
    grey = are_grey(scan.root, chosen, options, token=token)
    pairs = []
    for source in chosen:
        token.raise_if_stopped()
        try:
            _, decoded = read_picture(
                scan.root / source.relative, target=max(options.size, _BEFORE_SIDE)
            )
        except DecodeError:
            continue
        after = prepare(decoded.pixels, size=options.size, fit=options.fit, grey=grey)
        pairs.append(PreviewPair(source.relative, source.label, _small(decoded.pixels), after))
    return pairs


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
    height, width = pixels.shape[:2]
    scale = min(1.0, _BEFORE_SIDE / max(height, width))
    small = resize(pixels, width=max(1, round(width * scale)), height=max(1, round(height * scale)))
    return small if small.ndim == 3 else np.repeat(small[..., None], 3, axis=2)
