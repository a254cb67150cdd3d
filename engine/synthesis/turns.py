"""Which images of a class a step looks at, where there are too many to look at all of them.

Matching all samples of 50 images a class at every step takes five times as long as matching 10.
As training shuffles its batches, each step looks at some images of every class: a deck of them is
shuffled and dealt, and shuffled anew when what is left is less than a step takes.
"""

from __future__ import annotations

import torch
from torch import Tensor

from engine.synthesis.plan import Slots

_ALL = slice(None)


def turn(slots: Slots, step: int, *, seed: int, device: torch.device) -> Tensor | slice:
    """Places of the images that ``step`` looks at, in the order of ``slots.seen``.

    Depends on the step and the seed alone, whoever learns the class.

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
            round_, part = divmod(step, count // seen.length)
            order = _shuffled(count, seed, slots.first + label, round_)
            places[label] = order[part * seen.length : (part + 1) * seen.length]
    rows = places + slots.length * torch.arange(slots.classes)[:, None]
    return rows.flatten().to(device)


def _shuffled(count: int, seed: int, label: int, round_: int) -> Tensor:
    """The images of a class in the order of a round."""
    mixed = (seed * 1_000_003 + label) * 1_000_003 + round_
    return torch.randperm(count, generator=torch.Generator().manual_seed(mixed % 2**63))
