"""A blind test: which of two pictures is the synthetic one?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.data import CondensedSet, ImageSet
from engine.inspection.gaps import require_same_pictures
from engine.project.blind_tests import (
    SIDES,
    BlindAnswer,
    BlindTest,
    Side,
    blind_tests_of,
    keep_test,
)
from engine.runtime.errors import UserError
from engine.runtime.times import now

__all__ = [
    "PAIRS",
    "SIDES",
    "BlindAnswer",
    "BlindPair",
    "BlindTest",
    "Side",
    "blind_tests_of",
    "draw_pairs",
    "finish_test",
    "keep_test",
]

PAIRS = 20


@dataclass(frozen=True)
class BlindPair:
    """A question.

    Attributes
    ----------
    sample : int
        Position of the synthetic sample in the condensed set.
    picture : int
        Row of the real picture in the image set; of the same class, for training.
    label : int
        Their class.
    synthetic : {"left", "right"}
        Where the synthetic sample is shown.
    """

    sample: int
    picture: int
    label: int
    synthetic: Side


def draw_pairs(
    condensed: CondensedSet, image_set: ImageSet, *, pairs: int = PAIRS, seed: int = 0
) -> list[BlindPair]:
    """Pairs of a synthetic sample and a real training picture of its class, sides at random.

    Real pictures in the condensed set take no part. No sample and no picture comes twice
    before all others of the same class have come as often.

    Parameters
    ----------
    pairs : int
        At least 1; so many are drawn.
    seed : int
        The same gives the same pairs.

    Raises
    ------
    UserError
        ``blind.too_few`` where no class has both; ``inspect.other_pictures``.
    """
    require_same_pictures(image_set, condensed)
    random = np.random.default_rng(seed)
    pictures = {
        label: image_set.indices("train", label) for label in set(condensed.labels.tolist())
    }
    with_real = np.array([len(pictures[label]) > 0 for label in condensed.labels.tolist()], bool)
    samples = np.flatnonzero(~condensed.shows_real & with_real)
    if not len(samples):
        raise UserError("blind.too_few")
    drawn = _shuffled(samples, pairs, random)
    labels = condensed.labels[drawn]
    real = {
        label: _shuffled(pictures[label], int((labels == label).sum()), random).tolist()
        for label in sorted(set(labels.tolist()))
    }
    return [
        BlindPair(sample, real[label].pop(), label, SIDES[side])
        for sample, label, side in zip(
            drawn.tolist(), labels.tolist(), random.integers(0, 2, pairs).tolist(), strict=True
        )
    ]


def finish_test(
    pairs: Sequence[BlindPair], said: Sequence[Side], *, inspector: str = "", seed: int = 0
) -> BlindTest:
    """The result of a test; ``said`` is the side taken for the synthetic one in each pair.

    A test that is broken off has fewer answers than pairs.
    """
    return BlindTest(
        inspector=inspector,
        time=now(),
        seed=seed,
        answers=tuple(
            BlindAnswer(
                sample=pair.sample,
                picture=pair.picture,
                label=pair.label,
                synthetic=pair.synthetic,
                said=side,
            )
            for pair, side in zip(pairs, said, strict=False)
        ),
    )


def _shuffled(
    values: npt.NDArray[Any], count: int, random: np.random.Generator
) -> npt.NDArray[np.int64]:
    """``count`` of them in random order; each comes again only when all have come."""
    rounds = -(-count // len(values))
    drawn = [random.permutation(values) for _ in range(rounds)]
    return np.concatenate(drawn)[:count].astype(np.int64)
