"""Packing: several reduced samples stored in one image (multi-formation; IDC, ICML 2022).

An image of factor f holds f × f samples at 1/f of the side. A model is trained on the samples
enlarged to the full side again, so the same bytes show it f² times as many pictures, each with
less detail.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor

# Of packed images, decoded together: as float32 all of a large set would fill the memory.
_PIXELS_AT_ONCE = 64 * 128 * 128


def pack(samples: Tensor, factor: int) -> Tensor:
    """Reduce samples and lay them side by side.

    Parameters
    ----------
    samples : Tensor, float, (n · factor², C, H, W)
        H and W divisible by ``factor``.
    factor : int

    Returns
    -------
    Tensor, float, (n, C, H, W)
    """
    return laid_out(reduced(samples, factor), factor)


def reduced(samples: Tensor, factor: int) -> Tensor:
    """Samples ``(n, C, H, W)`` at 1/factor of the side, as they are stored."""
    return samples if factor == 1 else F.avg_pool2d(samples, factor)


def laid_out(cells: Tensor, factor: int) -> Tensor:
    """Reduced samples ``(n · factor², C, h, w)``, side by side in n images; changes no value."""
    if factor == 1:
        return cells
    count, channels, height, width = cells.shape
    tiles = cells.view(count // factor**2, factor, factor, channels, height, width)
    return tiles.permute(0, 3, 1, 4, 2, 5).reshape(-1, channels, height * factor, width * factor)


def cut_up(images: Tensor, factor: int) -> Tensor:
    """Images ``(n, C, H, W)`` to the reduced samples in them; undoes :func:`laid_out`."""
    if factor == 1:
        return images
    count, channels, height, width = images.shape
    tiles = images.view(count, channels, factor, height // factor, factor, width // factor)
    return tiles.permute(0, 2, 4, 1, 3, 5).reshape(-1, channels, height // factor, width // factor)


def unpack(images: Tensor, factor: int) -> Tensor:
    """Cut packed images up and enlarge the parts (bilinear).

    Parameters
    ----------
    images : Tensor, float, (n, C, H, W)
    factor : int

    Returns
    -------
    Tensor, float, (n · factor², C, H, W)
        The samples of an image stand together, row by row.
    """
    if factor == 1:
        return images
    size = images.shape[2:]
    return F.interpolate(cut_up(images, factor), size=size, mode="bilinear", align_corners=False)


def decode(packed: npt.NDArray[np.uint8], factor: int) -> npt.NDArray[np.uint8]:
    """Stored images, uint8 ``(n, H, W, C)``, to the ``n · factor²`` samples a model sees."""
    if factor == 1:
        return packed
    samples = np.empty((len(packed) * factor**2, *packed.shape[1:]), np.uint8)
    length = max(1, _PIXELS_AT_ONCE // (packed.shape[1] * packed.shape[2]))
    for start in range(0, len(packed), length):
        images = torch.from_numpy(packed[start : start + length]).permute(0, 3, 1, 2).float()
        levels = unpack(images, factor).round().clamp(0, 255).to(torch.uint8)
        first = start * factor**2
        samples[first : first + len(levels)] = levels.permute(0, 2, 3, 1).numpy()
    return samples
