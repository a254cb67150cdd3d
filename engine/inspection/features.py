"""Numbers that say how pictures look, for finding alike ones."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor

from engine.networks.observer import observe_eagerly, random_weights
from engine.runtime.stop import StopToken

_THUMB = 16  # px
_WIDTH = 32
_SEED = 31
_PIXELS_AT_ONCE = 64 * 64 * 64


def picture_features(
    images: npt.NDArray[np.uint8],
    *,
    mean: npt.NDArray[np.float32],
    std: npt.NDArray[np.float32],
    token: StopToken | None = None,
) -> npt.NDArray[np.float32]:
    """Standardised pixels at 16 px beside a random ConvNet's embedding, each of length about 1.

    The pixels say where things are, the embedding what edges and textures there are; a random
    ConvNet needs no training and knows every kind of picture equally well.

    Parameters
    ----------
    images : ndarray of uint8, (N, H, W, C)
        Square pictures.
    mean, std : ndarray of float32, (C,)
        In 0..1 units.

    Returns
    -------
    ndarray of float32, (N, D)

    Raises
    ------
    Stopped
    """
    side, channels = images.shape[1], images.shape[3]
    weights = random_weights(_SEED, channels=channels, size=side, width=_WIDTH)
    length = max(1, _PIXELS_AT_ONCE // (side * side))
    parts = []
    for start in range(0, len(images), length):
        if token is not None:
            token.raise_if_stopped()
        batch = (images[start : start + length].astype(np.float32) / 255 - mean) / std
        x = torch.from_numpy(batch).permute(0, 3, 1, 2).contiguous()
        with torch.no_grad():
            thumbs = F.adaptive_avg_pool2d(x, min(side, _THUMB)).flatten(1)
            embedding = observe_eagerly(x, weights, torch.ones(1, len(x)), False).embedding
        parts.append(torch.cat([_per_dimension(thumbs), _per_dimension(embedding)], 1).numpy())
    if not parts:
        return np.empty((0, 0), np.float32)
    return np.concatenate(parts)


def moment_features(
    images: npt.NDArray[np.uint8],
    *,
    mean: npt.NDArray[np.float32],
    std: npt.NDArray[np.float32],
) -> npt.NDArray[np.float32]:
    """Spatial mean and deviation of every channel of a random ConvNet, layer by layer.

    They say what a picture is made of wherever in it that is: on textures they tell classes apart
    far better than :func:`picture_features`.

    Parameters
    ----------
    images : ndarray of uint8, (N, H, W, C)
        Square pictures, few enough to be looked at together.
    mean, std : ndarray of float32, (C,)
        In 0..1 units.

    Returns
    -------
    ndarray of float32, (N, D)
    """
    weights = random_weights(_SEED, channels=images.shape[3], size=images.shape[1], width=_WIDTH)
    batch = (images.astype(np.float32) / 255 - mean) / std
    x = torch.from_numpy(batch).permute(0, 3, 1, 2).contiguous()
    with torch.no_grad():
        seen = observe_eagerly(x, weights, torch.ones(1, len(x)), True)
    moments: npt.NDArray[np.float32] = torch.cat([*seen.means, *seen.stds], 1).numpy()
    return moments


def both_features(
    images: npt.NDArray[np.uint8],
    *,
    mean: npt.NDArray[np.float32],
    std: npt.NDArray[np.float32],
    token: StopToken | None = None,
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Both :func:`picture_features` and :func:`moment_features`, looking at each picture once.

    Returns
    -------
    tuple of ndarray, float32, (N, D) and (N, E)

    Raises
    ------
    Stopped
    """
    side, channels = images.shape[1], images.shape[3]
    weights = random_weights(_SEED, channels=channels, size=side, width=_WIDTH)
    length = max(1, _PIXELS_AT_ONCE // (side * side))
    content, style = [], []
    for start in range(0, len(images), length):
        if token is not None:
            token.raise_if_stopped()
        batch = (images[start : start + length].astype(np.float32) / 255 - mean) / std
        x = torch.from_numpy(batch).permute(0, 3, 1, 2).contiguous()
        with torch.no_grad():
            thumbs = F.adaptive_avg_pool2d(x, min(side, _THUMB)).flatten(1)
            seen = observe_eagerly(x, weights, torch.ones(1, len(x)), True)
        parts = [_per_dimension(thumbs), _per_dimension(seen.embedding)]
        content.append(torch.cat(parts, 1).numpy())
        style.append(torch.cat([*seen.means, *seen.stds], 1).numpy())
    if not content:
        return np.empty((0, 0), np.float32), np.empty((0, 0), np.float32)
    return np.concatenate(content), np.concatenate(style)


def _per_dimension(values: Tensor) -> Tensor:
    scaled: Tensor = values / math.sqrt(values.shape[1])
    return scaled
