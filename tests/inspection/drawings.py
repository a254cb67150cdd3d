"""Sample drawings as an image set, and condensed sets made of them by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.data import CondensedSet, ImageSet, ImageSetWriter
from importers.samples import SYMBOLS
from importers.samples.drawing import draw
from importers.samples.factors import draw_factors

Pictures = npt.NDArray[np.uint8]
NAMES = list(SYMBOLS)[:3]
SIZE = 48


def drawings(count: int, *, seed: int, **changes: Any) -> tuple[Pictures, npt.NDArray[np.int64]]:
    """``count`` of each class, uint8 ``(n, H, W, 1)``; ``changes`` replace factors."""
    pictures = []
    for label, name in enumerate(NAMES):
        for number in range(count):
            random = np.random.default_rng([seed, label, number])
            factors = draw_factors(random, SIZE)
            changed = type(factors)(**{**vars(factors), **changes})
            pictures.append(draw(name, changed, random, size=SIZE)[0])
    return np.stack(pictures)[..., None], np.repeat(np.arange(len(NAMES)), count)


def written(path: Path, pictures: Pictures, labels: npt.NDArray[np.int64]) -> ImageSet:
    """All of them for training."""
    _, height, width, channels = pictures.shape
    path.parent.mkdir(exist_ok=True)  # of references it is made by their import
    with ImageSetWriter(path, height=height, width=width, channels=channels) as writer:
        sources = [f"{number}.png" for number in range(len(pictures))]
        writer.append(pictures, labels.tolist(), [0] * len(pictures), sources)
        writer.finish(class_names=NAMES, preparation={}, fingerprint="f0")
    return ImageSet(path)


def condensed_of(
    image_set: ImageSet, pictures: Pictures, labels: npt.NDArray[np.int64], **changes: Any
) -> CondensedSet:
    """A condensed set of these pictures."""
    return CondensedSet(
        pictures,
        labels,
        image_set.class_names,
        image_set.mean,
        image_set.std,
        images_per_class=len(pictures) // len(NAMES),
        **changes,
    )


Change = Callable[[Pictures], Pictures]


def noisier(pictures: Pictures, sigma: float = 18.0) -> Pictures:
    """More scan noise."""
    random = np.random.default_rng(5)
    noise = random.normal(0.0, sigma, pictures.shape)
    return (pictures + noise).clip(0, 255).astype(np.uint8)
