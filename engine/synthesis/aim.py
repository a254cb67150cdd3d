"""How the samples of each class shall look: the appearance of the real pictures."""

from __future__ import annotations

import torch
from torch import Tensor

from engine.distributed.dealt import by_all
from engine.distributed.team import ALONE, Team
from engine.matching.appearance import (
    AppearanceTargets,
    appearance_targets,
    describe,
    draw_bands,
)
from engine.runtime.stop import StopToken
from engine.synthesis.plan import Slots
from engine.synthesis.real import RealPictures

_MOST_PER_CLASS = 512
_BAND_PICTURES = 256  # over all classes, that the bands are drawn from
_PIXELS_AT_ONCE = 64 * 64 * 32


@torch.no_grad()
def aim_at(
    real: RealPictures,
    slots: Slots,
    *,
    seed: int,
    device: torch.device,
    token: StopToken,
    team: Team = ALONE,
) -> AppearanceTargets:
    """Describe the real pictures of each class, 512 of them at most, and say what to aim at.

    Depends on nothing but the pictures, the slots and ``seed``; the processes of a ``team`` share
    out the work.

    Parameters
    ----------
    slots : Slots
        Of all classes.

    Raises
    ------
    Stopped
    """
    generator = torch.Generator().manual_seed(seed * 1_000_003 + 5)
    chosen = []
    for parts in real.parts:
        most = max(1, _MOST_PER_CLASS // len(parts))
        chosen.append([one[torch.randperm(len(one), generator=generator)[:most]] for one in parts])
    each = max(1, _BAND_PICTURES // len(chosen))
    some = [
        _levels(real, label, torch.cat([rows[: -(-each // len(parts))] for rows in parts]))
        for label, parts in enumerate(chosen)
    ]
    bands = draw_bands(torch.cat(some))
    length = max(1, _PIXELS_AT_ONCE // (real.shape[1] * real.shape[2]))

    def described_of(label: int) -> list[Tensor]:
        found = []
        for part in torch.split(torch.cat(chosen[label]), length):
            token.raise_if_stopped()
            found.append(describe(_levels(real, label, part), bands))
        return [torch.cat(found)]

    described = [
        torch.split(found, [len(rows) for rows in parts])
        for (found,), parts in zip(by_all(described_of, len(chosen), team), chosen, strict=True)
    ]
    counts = [count * slots.packing**2 for count in slots.counts]
    return appearance_targets(
        described, counts, slots.samples, bands, mean=real.mean, std=real.std
    ).to(device)


def _levels(real: RealPictures, label: int, rows: Tensor) -> Tensor:
    return real.by_class[label][rows].float()
