"""The order of a second look; no Qt."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np


def shuffled(samples: Sequence[int], run: str) -> list[int]:
    """The samples in an order of their own that stays the same for a run.

    Who sees them in the order of the first look remembers what they said there; who goes on
    tomorrow goes on with the same order.
    """
    random = np.random.default_rng(zlib.crc32(run.encode()))
    return [int(one) for one in random.permutation(np.asarray(samples, np.int64))]
