"""The real pictures a run learns from."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor


class RealPictures:
    """The training pictures by class, uint8 in memory, handed out normalised.

    Parameters
    ----------
    by_class : list of ndarray, uint8, (n, H, W, C)
    mean, std : ndarray, float32, (C,)
    """

    def __init__(
        self,
        by_class: list[npt.NDArray[np.uint8]],
        mean: npt.NDArray[np.float32],
        std: npt.NDArray[np.float32],
    ) -> None:
        self.by_class = [torch.from_numpy(one).permute(0, 3, 1, 2) for one in by_class]
        self.mean = torch.from_numpy(mean).view(1, -1, 1, 1)
        self.std = torch.from_numpy(std).view(1, -1, 1, 1)

    @property
    def shape(self) -> tuple[int, int, int]:
        """``(C, H, W)``."""
        channels, height, width = self.by_class[0].shape[1:]
        return channels, height, width

    def take(self, label: int, indices: Tensor) -> Tensor:
        """Normalised float32 pictures ``(n, C, H, W)`` of a class."""
        chosen = self.by_class[label][indices].float().div_(255)
        return (chosen - self.mean) / self.std

    def limits(self, device: torch.device) -> tuple[Tensor, Tensor]:
        """Black and white in normalised units, each ``(1, C, 1, 1)``."""
        return (-self.mean / self.std).to(device), ((1 - self.mean) / self.std).to(device)

    def to_uint8(self, images: Tensor) -> npt.NDArray[np.uint8]:
        """Normalised ``(n, C, H, W)`` to the uint8 ``(n, H, W, C)`` that is exported."""
        levels = (images.cpu() * self.std + self.mean).clamp(0, 1).mul(255).round()
        return levels.to(torch.uint8).permute(0, 2, 3, 1).contiguous().numpy()
