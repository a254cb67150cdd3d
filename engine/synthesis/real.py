"""The real pictures a run learns from."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from typing import Protocol

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from engine.data import ImageSet


class Pictures(Protocol):
    """Pictures of a class, uint8 ``(n, C, H, W)``: a tensor, or what reads like one."""

    @property
    def shape(self) -> Sequence[int]: ...

    def __len__(self) -> int: ...

    def __getitem__(self, indices: Tensor, /) -> Tensor: ...


class OnDisk:
    """The pictures at some positions of an image set, read when they are asked for.

    Parameters
    ----------
    image_set : ImageSet
        Must stay open.
    rows : ndarray of intp, (n,)
    """

    def __init__(self, image_set: ImageSet, rows: npt.NDArray[np.intp]) -> None:
        self._image_set, self._rows = image_set, rows
        _, height, width, channels = image_set.shape
        self.shape = (len(rows), channels, height, width)

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, indices: Tensor) -> Tensor:
        """Pictures ``(len(indices), C, H, W)`` in the order asked for."""
        images = self._image_set.read(self._rows[indices.numpy()])
        return torch.from_numpy(images).permute(0, 3, 1, 2)


class RealPictures:
    """The training pictures by class, as uint8, handed out normalised.

    Parameters
    ----------
    by_class : list of ndarray, uint8, (n, H, W, C), or OnDisk
    mean, std : ndarray, float32, (C,)

    Attributes
    ----------
    parts : list of list of Tensor, int64
        Positions of the pictures in each part of each class; one part of all of them, where a
        class is not parted (:func:`engine.synthesis.parts.parted`).
    """

    def __init__(
        self,
        by_class: Sequence[npt.NDArray[np.uint8] | OnDisk],
        mean: npt.NDArray[np.float32],
        std: npt.NDArray[np.float32],
    ) -> None:
        self.by_class: list[Pictures] = [
            one if isinstance(one, OnDisk) else torch.from_numpy(one).permute(0, 3, 1, 2)
            for one in by_class
        ]
        self.mean = torch.from_numpy(mean).view(1, -1, 1, 1)
        self.std = torch.from_numpy(std).view(1, -1, 1, 1)
        self.parts: list[list[Tensor]] = [[torch.arange(len(one))] for one in self.by_class]

    def parted(self, parts: list[list[Tensor]]) -> RealPictures:
        """The same pictures in other parts."""
        other = copy(self)
        other.parts = parts
        return other

    def part(self, label: int, number: int) -> Tensor:
        """Positions of the pictures of a class that the pair ``number`` looks at."""
        return self.parts[label][number % len(self.parts[label])]

    @property
    def shape(self) -> tuple[int, int, int]:
        """``(C, H, W)``."""
        channels, height, width = self.by_class[0].shape[1:]
        return channels, height, width

    def take(self, label: int, indices: Tensor) -> Tensor:
        """Normalised float32 pictures ``(n, C, H, W)`` of a class."""
        return self.normalised(self.by_class[label][indices])

    def normalised(self, levels: Tensor) -> Tensor:
        """Pictures as bytes, uint8 ``(n, C, H, W)``, as float32; :meth:`to_uint8` undoes it."""
        return (levels.float().div_(255) - self.mean) / self.std

    def limits(self, device: torch.device) -> tuple[Tensor, Tensor]:
        """Black and white in normalised units, each ``(1, C, 1, 1)``."""
        return (-self.mean / self.std).to(device), ((1 - self.mean) / self.std).to(device)

    def to_uint8(self, images: Tensor) -> npt.NDArray[np.uint8]:
        """Normalised ``(n, C, H, W)`` to the uint8 ``(n, H, W, C)`` that is exported."""
        levels = (images.cpu() * self.std + self.mean).clamp(0, 1).mul(255).round()
        return levels.to(torch.uint8).permute(0, 2, 3, 1).contiguous().numpy()
