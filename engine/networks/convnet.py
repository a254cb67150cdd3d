"""The ConvNet of the dataset-condensation literature (Gidaris & Komodakis 2018; DM, WACV 2023)."""

from __future__ import annotations

import torch
from torch import Tensor, nn

WIDTH = 128
_SMALLEST_DEPTH = 3


def depth_for(size: int) -> int:
    """Blocks for square pictures of ``size`` px: 3 to 32 px, one more each doubling."""
    return max(_SMALLEST_DEPTH, size.bit_length() - 3)


def embedding_length(size: int, width: int = WIDTH) -> int:
    """Numbers in the embedding of a picture of ``size`` px."""
    side = size >> depth_for(size)
    return width * side * side


class ConvNet(nn.Module):
    """Blocks of 3×3 convolution, InstanceNorm, ReLU and 2×2 average pooling; a linear classifier.

    Parameters
    ----------
    channels : int
        1 (grey) or 3 (colour).
    classes : int
    size : int
        Height and width of the pictures in px.
    width : int
        Channels of each convolution; 128 in the literature.
    """

    def __init__(self, channels: int, classes: int, size: int, width: int = WIDTH) -> None:
        super().__init__()
        depth = depth_for(size)
        blocks: list[nn.Module] = []
        for level in range(depth):
            blocks += [
                nn.Conv2d(channels if level == 0 else width, width, 3, padding=1),
                nn.GroupNorm(width, width),
                nn.ReLU(),
                nn.AvgPool2d(2),
            ]
        self.blocks = nn.Sequential(*blocks)
        self.classifier = nn.Linear(embedding_length(size, width), classes)

    def features(self, x: Tensor) -> Tensor:
        """Embedding ``(N, D)`` of normalised pictures ``(N, C, H, W)``."""
        return torch.flatten(self.blocks(x), 1)

    def forward(self, x: Tensor) -> Tensor:
        """Logits ``(N, classes)``."""
        logits: Tensor = self.classifier(self.features(x))
        return logits


def convnet(channels: int, classes: int, size: int, *, width: int = WIDTH) -> ConvNet:
    """A freshly initialised :class:`ConvNet`, from torch's global random state."""
    return ConvNet(channels, classes, size, width)
