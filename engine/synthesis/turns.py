"""Which images of a class a step looks at, where there are too many to look at all of them.

Matching all samples of 50 images a class at every step takes five times as long as matching 10.
So each class is parted (:mod:`engine.synthesis.parts`): a pair of the bank looks at the real
pictures of one part, and the steps that take it at the images that stand for that part.
"""

from __future__ import annotations

import torch
from torch import Tensor

from engine.synthesis.plan import Slots

_ALL = slice(None)


def turn(
    slots: Slots, step: int, number: int, *, seed: int, device: torch.device
) -> Tensor | slice:
    """Places of the images that ``step`` looks at, in the order of ``slots.seen``.

    Depends on the step, the number of its pair and the seed alone, whoever learns the class.

    Returns
    -------
    Tensor, int64, (classes · most,) or slice
        A slice where all images are looked at. No place stands twice.
    """
    seen = slots.seen
    if seen.length == slots.length:
        return _ALL
    places = torch.arange(seen.length).repeat(slots.classes, 1)
    for label, count in enumerate(slots.counts):
        if count > seen.length:
            parts = slots.parts(label)
            images = parts[number % len(parts)]
            order = _shuffled(len(images), seed, slots.first + label, step)
            places[label] = images.start + order[: seen.length].sort().values
    rows = places + slots.length * torch.arange(slots.classes)[:, None]
    return rows.flatten().to(device)


def _shuffled(count: int, seed: int, label: int, step: int) -> Tensor:
    """The images of a part: where it has more than are looked at, others at each step."""
    mixed = (seed * 1_000_003 + label) * 1_000_003 + step
    return torch.randperm(count, generator=torch.Generator().manual_seed(mixed % 2**63))
