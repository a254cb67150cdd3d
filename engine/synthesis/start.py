"""Reading the real pictures and choosing the images a run starts from."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from engine.data import ImageSet
from engine.data.recipe import CondenseRecipe
from engine.runtime.errors import UserError
from engine.runtime.stop import StopToken
from engine.synthesis.packing import pack
from engine.synthesis.plan import Slots
from engine.synthesis.real import RealPictures

# Pictures kept in memory as uint8; larger sets are sampled evenly over the classes.
MEMORY_BUDGET = 2 << 30


def read_real(
    image_set: ImageSet, *, seed: int, token: StopToken
) -> tuple[RealPictures, list[int]]:
    """Read the training pictures by class.

    Returns
    -------
    RealPictures
        Of the classes that have training pictures.
    list of int
        Their labels in the image set.

    Raises
    ------
    UserError
        ``condense.too_few_classes``.
    Stopped
        If a stop was asked for meanwhile.
    """
    counts = image_set.counts("train")
    labels = [label for label, count in enumerate(counts) if count]
    if len(labels) < 2:
        raise UserError("condense.too_few_classes", count=len(labels))
    bytes_each = int(np.prod(image_set.shape[1:]))
    most = max(1, MEMORY_BUDGET // bytes_each // len(labels))
    generator = np.random.default_rng(seed)
    by_class = []
    for label in labels:
        token.raise_if_stopped()
        rows = image_set.indices("train", label)
        if len(rows) > most:
            rows = np.sort(generator.choice(rows, most, replace=False))
        by_class.append(image_set.read(rows))
    return RealPictures(by_class, image_set.mean, image_set.std), labels


def starting_images(real: RealPictures, slots: Slots, recipe: CondenseRecipe) -> Tensor:
    """Images to begin with: random real samples, or noise of the same mean and deviation.

    Returns
    -------
    Tensor, float32, (classes · length, C, H, W)
        Padding is black in normalised units (0).
    """
    generator = torch.Generator().manual_seed(recipe.seed)
    images = torch.zeros(slots.classes * slots.length, *real.shape)
    for label, count in enumerate(slots.counts):
        first = label * slots.length
        if recipe.start == "noise":
            images[first : first + count] = torch.randn(count, *real.shape, generator=generator)
        else:
            pool, needed = len(real.by_class[label]), count * slots.packing**2
            decks = -(-needed // pool)
            deck = torch.cat([torch.randperm(pool, generator=generator) for _ in range(decks)])
            samples = real.take(label, deck[:needed])
            images[first : first + count] = pack(samples, slots.packing)
    return images
