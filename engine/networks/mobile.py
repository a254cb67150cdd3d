"""MobileNetV3-Small and EfficientNet-B0 from torchvision, with strides that small pictures need.

Both were made for 224 px and halve the picture five times (Howard et al., ICCV 2019; Tan & Le,
ICML 2019): 32 px would end in a single number a channel. Here the foremost halvings are left out,
the stem's first, until the last map is at least 4×4; pictures of 128 px and more keep them all.
Dropout and stochastic depth are left out too: they draw from torch's global random state, and a
training shall repeat by its seed alone.
"""

from __future__ import annotations

from torch import nn
from torchvision.models import efficientnet_b0 as torchvision_efficientnet_b0
from torchvision.models import mobilenet_v3_small as torchvision_mobilenet_v3_small

_HALVINGS = 5
_LEAST_SIDE = 4  # of the last map
# Of running statistics: MobileNetV3's own 0.01 needs more steps than a trial has.
_MOMENTUM = 0.1


def halvings_for(size: int) -> int:
    """How often a picture of ``size`` px is halved: 5 from 128 px on, 4 at 64, 3 at 32."""
    left_out = 0
    while left_out < _HALVINGS and size >> (_HALVINGS - left_out) < _LEAST_SIDE:
        left_out += 1
    return _HALVINGS - left_out


def mobilenet_v3_small(channels: int, classes: int, size: int) -> nn.Module:
    """A freshly initialised MobileNetV3-Small, from torch's global random state.

    Parameters
    ----------
    channels : int
        1 (grey) or 3 (colour).
    size : int
        Side of the pictures in px.
    """
    model: nn.Module = torchvision_mobilenet_v3_small(
        weights=None, num_classes=classes, dropout=0.0
    )
    return _adapted(model, channels, size)


def efficientnet_b0(channels: int, classes: int, size: int) -> nn.Module:
    """A freshly initialised EfficientNet-B0; parameters as :func:`mobilenet_v3_small`."""
    model: nn.Module = torchvision_efficientnet_b0(
        weights=None, num_classes=classes, dropout=0.0, stochastic_depth_prob=0.0
    )
    return _adapted(model, channels, size)


def _adapted(model: nn.Module, channels: int, size: int) -> nn.Module:
    convolutions = [one for one in model.modules() if isinstance(one, nn.Conv2d)]
    halving = [one for one in convolutions if one.stride == (2, 2)]
    for one in halving[: _HALVINGS - halvings_for(size)]:
        one.stride = (1, 1)
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.momentum = _MOMENTUM
    stem = convolutions[0]
    if stem.in_channels != channels:
        _replace_stem(model, stem, channels)
    return model


def _replace_stem(model: nn.Module, stem: nn.Conv2d, channels: int) -> None:
    made = nn.Conv2d(
        channels,
        stem.out_channels,
        kernel_size=(3, 3),
        stride=(stem.stride[0], stem.stride[1]),
        padding=1,
        bias=False,
    )
    nn.init.kaiming_normal_(made.weight, mode="fan_out")
    first = model.get_submodule("features.0")
    assert isinstance(first, nn.Sequential)
    first[0] = made
