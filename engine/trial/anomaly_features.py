"""Patch features of pictures: pixels, or mid-layer maps averaged over neighbours (PatchCore).

Roth et al., *Towards total recall in industrial anomaly detection*, CVPR 2022, section 3.1: two
maps from the middle of a network, each averaged over 3 × 3 neighbours, the coarser one enlarged to
the finer, side by side. Without weights that have seen many pictures, squares of pixels as they are
find small breaks better than such maps (docs/results.md).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import islice

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torchvision.models import ResNet

from engine.data import ImageSet
from engine.networks import ConvNet, make_model, read_weights, take_weights
from engine.runtime.stop import StopToken
from engine.trial.anomaly_recipe import AnomalyRecipe
from engine.trial.anomaly_teaching import KINDS, normalised, teach
from engine.trial.pictures import Pictures
from engine.trial.train import new_model

_FINEST = 32  # patches of a network along a side, at most
_SQUARE = 8  # px; the patch that is compared as it is
_FINE_STRIDE, _STRIDE, _FINE_UP_TO = 2, 4, 128  # px
_PIXELS_AT_ONCE = 32 * 64 * 64


@dataclass(frozen=True)
class PatchFeatures:
    """What the detector sees of a picture.

    Attributes
    ----------
    patches : callable
        Normalised pictures ``(n, C, H, W)`` to features ``(n, D, side, side)``.
    taught_accuracy : float or None
        How well a taught network told its own task, 0..1.
    weights_sha256 : str or None
        Names the user's weights by the file's content.
    """

    patches: Callable[[Tensor], Tensor]
    mean: npt.NDArray[np.float32]
    std: npt.NDArray[np.float32]
    device: torch.device
    taught_accuracy: float | None = None
    weights_sha256: str | None = None

    @torch.no_grad()
    def of(self, images: npt.NDArray[np.uint8]) -> Tensor:
        """Features of uint8 ``(n, H, W, C)`` pictures, float32 ``(n, side, side, D)``."""
        x = normalised(images, self.mean, self.std).to(self.device)
        return self.patches(x).permute(0, 2, 3, 1).contiguous()


def pictures_at_once(size: int) -> int:
    """Pictures of ``size`` px pushed through together, so that a stop is answered soon."""
    return max(1, _PIXELS_AT_ONCE // size**2)


def make_features(
    recipe: AnomalyRecipe,
    image_set: ImageSet,
    normal: Pictures,
    *,
    device: torch.device,
    token: StopToken,
    on_step: Callable[[int], None],
) -> PatchFeatures:
    """The features of a recipe; a network is taught on ``normal`` pictures where that is asked for.

    Raises
    ------
    UserError
        ``file.missing`` or ``weights.…`` if the weights file cannot be read or does not fit.
    Stopped
    """
    mean, std = image_set.mean, image_set.std
    size, channels = image_set.shape[1], image_set.channels
    if recipe.source == "pixels":
        return PatchFeatures(squares, mean, std, device)
    path = recipe.weights_path
    if path is not None:
        given = read_weights(path)
        residual = make_model("resnet18", channels=channels, classes=2, size=size)
        take_weights(residual, given, file=str(path))
        assert isinstance(residual, ResNet)
        residual.to(device).eval()
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        seen = partial(_averaged, partial(_residual_maps, residual))
        return PatchFeatures(seen, mean, std, device, weights_sha256=digest)
    model = new_model(
        "convnet",
        channels=channels,
        classes=KINDS,
        size=size,
        seed=recipe.seed,
        width=recipe.width,
    )
    told = None
    if recipe.source == "taught":
        told = teach(
            model,
            normal,
            mean=mean,
            std=std,
            lessons=recipe.lessons,
            seed=recipe.seed,
            device=device,
            token=token,
            on_step=on_step,
        )
    assert isinstance(model, ConvNet)
    maps = partial(_convnet_maps, model.to(device).eval(), first_level(size))
    return PatchFeatures(partial(_averaged, maps), mean, std, device, told)


def squares(x: Tensor) -> Tensor:
    """Squares of 8 × 8 px as they are, one every 2 px (every 4 in pictures above 128 px).

    Parameters
    ----------
    x : Tensor, float32, (n, C, H, W)

    Returns
    -------
    Tensor, float32, (n, 64 C, ceil(H / stride), ceil(W / stride))
        Evenly over the whole picture; what a square holds beyond the border is mirrored.
    """
    height, width = x.shape[2:]
    stride = _FINE_STRIDE if max(height, width) <= _FINE_UP_TO else _STRIDE
    high, wide = -(-height // stride), -(-width // stride)
    before = (_SQUARE - stride) // 2
    below, right = (
        stride * (count - 1) + _SQUARE - before - length
        for count, length in ((high, height), (wide, width))
    )
    padded = F.pad(x, (before, right, before, below), mode="reflect")
    return F.unfold(padded, _SQUARE, stride=stride).view(len(x), -1, high, wide)


def _averaged(maps: Callable[[Tensor], tuple[Tensor, Tensor]], x: Tensor) -> Tensor:
    """Two maps over 3 × 3 neighbours, the coarser one enlarged to the finer."""
    fine, coarse = (F.avg_pool2d(one.float(), 3, 1, 1, count_include_pad=False) for one in maps(x))
    coarse = F.interpolate(coarse, fine.shape[2:], mode="bilinear", align_corners=False)
    return torch.cat([fine, coarse], 1)


def first_level(size: int) -> int:
    """Block of the finer map, from 0: never the first, and at most 32 patches along a side."""
    level = 1
    while size >> level > _FINEST:
        level += 1
    return level


def _convnet_maps(model: ConvNet, level: int, x: Tensor) -> tuple[Tensor, Tensor]:
    """Maps of two blocks that follow one another, before their pooling."""
    found = []
    for number, layer in enumerate(islice(model.blocks, 4 * (level + 1) + 3)):
        x = layer(x)
        if isinstance(layer, nn.ReLU) and number // 4 >= level:
            found.append(x)
    return found[0], found[1]


def _residual_maps(model: ResNet, x: Tensor) -> tuple[Tensor, Tensor]:
    """Layers 2 and 3, as the paper takes them."""
    x = model.maxpool(model.relu(model.bn1(model.conv1(x))))
    fine = model.layer2(model.layer1(x))
    return fine, model.layer3(fine)
