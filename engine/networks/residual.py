"""ResNet-18 from torchvision, with the stem that small pictures need."""

from __future__ import annotations

from torch import nn
from torchvision.models import resnet18 as torchvision_resnet18

_SMALL = 64


def resnet18(channels: int, classes: int, size: int) -> nn.Module:
    """A freshly initialised ResNet-18 for pictures of ``size`` px.

    Up to 64 px the first convolution is 3×3 with stride 1 and the first pooling is left out,
    as is usual on CIFAR: the ImageNet stem would leave 1×1 feature maps.
    """
    model: nn.Module = torchvision_resnet18(weights=None, num_classes=classes)
    if size <= _SMALL:
        model.conv1 = nn.Conv2d(channels, 64, 3, padding=1, bias=False)
        model.maxpool = nn.Identity()
    elif channels != 3:
        model.conv1 = nn.Conv2d(channels, 64, 7, stride=2, padding=3, bias=False)
    return model
