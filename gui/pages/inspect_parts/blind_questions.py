"""The pictures of a blind test, read beside the window; no Qt."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.data import CondensedSet, ImageSet
from engine.inspection.blind import BlindPair, draw_pairs
from engine.runtime import StopToken

Pixels = npt.NDArray[np.uint8]
_SEEDS = 2**31


@dataclass(frozen=True)
class BlindQuestions:
    """Pairs with their pictures, left and right."""

    seed: int
    pairs: Sequence[BlindPair]
    pictures: Sequence[tuple[Pixels, Pixels]]


def draw_questions(condensed: CondensedSet, images: ImageSet, token: StopToken) -> BlindQuestions:
    """Draw new pairs: nobody can know them.

    Raises
    ------
    Stopped
    UserError
        ``blind.too_few``, ``inspect.other_pictures``, ``file.not_ours``.
    """
    seed = secrets.randbelow(_SEEDS)
    pairs = draw_pairs(condensed, images, seed=seed)
    token.raise_if_stopped()
    real = images.read([pair.picture for pair in pairs])
    pictures = [
        _sides(condensed.images[pair.sample], picture, pair)
        for pair, picture in zip(pairs, real, strict=True)
    ]
    return BlindQuestions(seed, pairs, pictures)


def _sides(synthetic: Pixels, real: Pixels, pair: BlindPair) -> tuple[Pixels, Pixels]:
    return (synthetic, real) if pair.synthetic == "left" else (real, synthetic)
