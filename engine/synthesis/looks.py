"""How the pictures that a run aims at look, and how its samples look by now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt
import torch

from engine.data.recipe import Kind
from engine.inspection.appearance import measure_appearance
from engine.inspection.many import measured
from engine.runtime.stop import StopToken
from engine.synthesis.real import RealPictures

_AIMED_BY = 256
_MOST_SAMPLES = 64  # of a preview


@dataclass(frozen=True)
class Looks:
    """Means of the measures of the pictures aimed at.

    Attributes
    ----------
    kind : Kind
    aim : mapping of str to float
        By key of :data:`engine.inspection.appearance.MEASURES`.
    """

    kind: Kind
    aim: Mapping[str, float]

    @classmethod
    def of(cls, real: RealPictures, kind: Kind, *, seed: int, token: StopToken) -> Self:
        """Measure some of the pictures that a run learns from.

        Raises
        ------
        Stopped
        """
        found = measured(_some_pictures(real, _AIMED_BY, seed), kind, token)
        return cls(kind, _means(found))

    def compared(self, samples: npt.NDArray[np.uint8]) -> dict[str, tuple[float, float]]:
        """Aim and mean of some samples ``(n, H, W, C)``, of what can be measured of both."""
        if not len(samples):
            return {}
        some = samples[:: -(-len(samples) // _MOST_SAMPLES)]
        now = _means(measure_appearance(some, self.kind))
        return {
            key: (aim, now[key])
            for key, aim in self.aim.items()
            if np.isfinite(aim) and np.isfinite(now[key])
        }


def _some_pictures(real: RealPictures, most: int, seed: int) -> npt.NDArray[np.uint8]:
    """Pictures of every class, ``(n, H, W, C)``; a few more than ``most`` at the utmost."""
    generator = torch.Generator().manual_seed(seed * 1_000_003 + 13)
    total = sum(len(pictures) for pictures in real.by_class)
    found = []
    for pictures in real.by_class:
        wanted = max(1, round(most * len(pictures) / max(total, most)))
        chosen = torch.randperm(len(pictures), generator=generator)[:wanted].sort().values
        found.append(pictures[chosen].permute(0, 2, 3, 1).contiguous().numpy())
    return np.concatenate(found)


def _means(found: Mapping[str, npt.NDArray[np.float64]]) -> dict[str, float]:
    seen = {key: values[np.isfinite(values)] for key, values in found.items()}
    return {key: float(one.mean()) if len(one) else float("nan") for key, one in seen.items()}
