"""Differentiable siamese augmentation (Zhao & Bilen, ICML 2021), batched.

One kind of change is drawn a time. While condensing, real and synthetic pictures get the very
same change (*siamese*), so a bank of real statistics can be kept with it; in training every
picture draws its own amounts.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import torch
import torch.nn.functional as F
from torch import Tensor

Kind = Literal["none", "colour", "crop", "cutout", "flip", "scale", "rotate"]

_PAD = 0.125  # of the side
_HOLE = 0.5  # of the side
_SCALE = 1.2
_DEGREES = 15.0
_BRIGHTNESS, _SATURATION, _CONTRAST = 1.0, 2.0, 0.5
_AMOUNTS = 3


def kinds_for(channels: int) -> tuple[Kind, ...]:
    """The kinds that suit the pictures: a colour change means nothing on grey ones."""
    geometric: tuple[Kind, ...] = ("crop", "cutout", "flip", "scale", "rotate")
    return geometric if channels == 1 else ("colour", *geometric)


@dataclass(frozen=True)
class Augmentation:
    """One draw: a kind and its amounts, uniform in 0..1; serialisable.

    Attributes
    ----------
    kind : Kind
    amounts : tuple of float
        Three numbers in 0..1, read by each kind in its own way.
    """

    kind: Kind = "none"
    amounts: tuple[float, ...] = (0.5, 0.5, 0.5)

    @classmethod
    def draw(cls, kinds: tuple[Kind, ...], generator: torch.Generator) -> Augmentation:
        """Draw a kind and its amounts from ``generator`` (on the CPU)."""
        kind = kinds[int(torch.randint(len(kinds), (1,), generator=generator))]
        return cls(kind, tuple(torch.rand(_AMOUNTS, generator=generator).tolist()))

    def __call__(self, x: Tensor) -> Tensor:
        """Change every picture of ``x`` ``(N, C, H, W)``, normalised, in the same way."""
        amounts = torch.tensor(self.amounts, device=x.device, dtype=torch.float32)
        return _apply(self.kind, x, amounts.expand(len(x), _AMOUNTS))


def augment_each(x: Tensor, kinds: tuple[Kind, ...], generator: torch.Generator) -> Tensor:
    """Draw one kind for the batch and separate amounts for each picture, as in training.

    Parameters
    ----------
    x : Tensor, (N, C, H, W)
        Normalised pictures.
    generator : torch.Generator
        On the CPU, so that seeds mean the same on every device.
    """
    kind = kinds[int(torch.randint(len(kinds), (1,), generator=generator))]
    amounts = torch.rand(len(x), _AMOUNTS, generator=generator)
    return _apply(kind, x, amounts.to(x.device))


def _apply(kind: Kind, x: Tensor, amounts: Tensor) -> Tensor:
    match kind:
        case "none":
            return x
        case "colour":
            return _colour(x, amounts)
        case "crop":
            return _shift(x, amounts)
        case "cutout":
            return _cutout(x, amounts)
        case "flip":
            return torch.where(amounts[:, 0].view(-1, 1, 1, 1) < 0.5, x.flip(3), x)
        case "scale":
            factors = (1 / _SCALE) + amounts[:, :2] * (_SCALE - 1 / _SCALE)
            return _affine(x, torch.diag_embed(factors))
        case "rotate":
            angle = (amounts[:, 0] - 0.5) * (2 * _DEGREES * math.pi / 180)
            rows = torch.stack([angle.cos(), -angle.sin(), angle.sin(), angle.cos()], dim=1)
            return _affine(x, rows.view(-1, 2, 2))


def _colour(x: Tensor, amounts: Tensor) -> Tensor:
    brightness, saturation, contrast = amounts.to(x.dtype).view(-1, _AMOUNTS, 1, 1, 1).unbind(1)
    x = x + (brightness - 0.5) * _BRIGHTNESS
    grey = x.mean(dim=1, keepdim=True)
    x = (x - grey) * (saturation * _SATURATION) + grey
    centre = x.mean(dim=(1, 2, 3), keepdim=True)
    return (x - centre) * (contrast + _CONTRAST) + centre


def _shift(x: Tensor, amounts: Tensor) -> Tensor:
    """Zero-pad and crop: a shift by up to an eighth of the side."""
    n, _, height, width = x.shape
    reach = torch.tensor([height, width], device=x.device) * _PAD
    offset = ((amounts[:, :2] - 0.5) * (2 * reach + 0.999)).round().long()
    rows = torch.arange(height, device=x.device) + offset[:, :1]
    columns = torch.arange(width, device=x.device) + offset[:, 1:]
    inside = ((rows >= 0) & (rows < height))[:, :, None] & ((columns >= 0) & (columns < width))[
        :, None
    ]
    index = torch.arange(n, device=x.device)[:, None, None]
    moved = x.permute(0, 2, 3, 1)[
        index, rows.clamp(0, height - 1)[:, :, None], columns.clamp(0, width - 1)[:, None]
    ]
    return moved.permute(0, 3, 1, 2) * inside[:, None].to(x.dtype)


def _cutout(x: Tensor, amounts: Tensor) -> Tensor:
    _, _, height, width = x.shape
    hole = torch.tensor([height, width], device=x.device) * (_HOLE / 2)
    centre = amounts[:, :2] * torch.tensor([height, width], device=x.device)
    rows = (torch.arange(height, device=x.device) + 0.5 - centre[:, :1]).abs() < hole[0]
    columns = (torch.arange(width, device=x.device) + 0.5 - centre[:, 1:]).abs() < hole[1]
    keep = ~(rows[:, :, None] & columns[:, None])
    return x * keep[:, None].to(x.dtype)


def _affine(x: Tensor, matrix: Tensor) -> Tensor:
    theta = F.pad(matrix, (0, 1))
    grid = F.affine_grid(theta, list(x.shape), align_corners=False).to(x.dtype)
    return F.grid_sample(x, grid, padding_mode="zeros", align_corners=False)
