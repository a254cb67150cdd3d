"""The models a trial trains, by name."""

from __future__ import annotations

from collections.abc import Callable

from torch import nn

from engine.data.model_names import MODEL_NAMES, ModelName
from engine.networks.convnet import convnet
from engine.networks.mobile import efficientnet_b0, mobilenet_v3_small
from engine.networks.residual import resnet18

__all__ = ["MODEL_NAMES", "ModelName", "make_model"]

_MAKERS: dict[str, Callable[[int, int, int], nn.Module]] = {
    "resnet18": resnet18,
    "mobilenet": mobilenet_v3_small,
    "efficientnet": efficientnet_b0,
}


def make_model(
    name: ModelName, *, channels: int, classes: int, size: int, width: int = 128
) -> nn.Module:
    """A freshly initialised model, from torch's global random state.

    Parameters
    ----------
    name : {"convnet", "resnet18", "mobilenet", "efficientnet"}
    channels : int
        1 (grey) or 3 (colour).
    size : int
        Side of the pictures in px.
    width : int
        Channels of the ConvNet's convolutions; the others have their own.
    """
    if name == "convnet":
        return convnet(channels, classes, size, width=width)
    return _MAKERS[name](channels, classes, size)
