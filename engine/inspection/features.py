"""Numbers that say how pictures look, for finding alike ones."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from engine.runtime.stop import StopToken

if TYPE_CHECKING:
    from torch import Tensor

    from engine.networks.observer import Observation

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
    parts = [_content(x, _observed(x)) for x in _batches(images, mean, std, token)]
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
    return _style(_observed(_standardised(images, mean, std), style=True))


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
    content, style = [], []
    for x in _batches(images, mean, std, token):
        seen = _observed(x, style=True)
        content.append(_content(x, seen))
        style.append(_style(seen))
    if not content:
        return np.empty((0, 0), np.float32), np.empty((0, 0), np.float32)
    return np.concatenate(content), np.concatenate(style)


def _batches(
    images: npt.NDArray[np.uint8],
    mean: npt.NDArray[np.float32],
    std: npt.NDArray[np.float32],
    token: StopToken | None,
) -> Iterator[Tensor]:
    """Standardised pictures, few enough to be looked at together."""
    length = max(1, _PIXELS_AT_ONCE // images.shape[1] ** 2)
    for start in range(0, len(images), length):
        if token is not None:
            token.raise_if_stopped()
        yield _standardised(images[start : start + length], mean, std)


def _standardised(
    images: npt.NDArray[np.uint8], mean: npt.NDArray[np.float32], std: npt.NDArray[np.float32]
) -> Tensor:
    import torch

    batch = (images.astype(np.float32) / 255 - mean) / std
    return torch.from_numpy(batch).permute(0, 3, 1, 2).contiguous()


def _observed(x: Tensor, *, style: bool = False) -> Observation:
    import torch

    from engine.networks.observer import observe_eagerly, random_weights

    with torch.no_grad():
        weights = random_weights(_SEED, channels=x.shape[1], size=x.shape[2], width=_WIDTH)
        return observe_eagerly(x, weights, torch.ones(1, len(x)), style)


def _content(x: Tensor, seen: Observation) -> npt.NDArray[np.float32]:
    import torch
    from torch.nn.functional import adaptive_avg_pool2d

    thumbs = adaptive_avg_pool2d(x, min(x.shape[2], _THUMB)).flatten(1)
    found: npt.NDArray[np.float32] = torch.cat(
        [_per_dimension(thumbs), _per_dimension(seen.embedding)], 1
    ).numpy()
    return found


def _style(seen: Observation) -> npt.NDArray[np.float32]:
    import torch

    moments: npt.NDArray[np.float32] = torch.cat([*seen.means, *seen.stds], 1).numpy()
    return moments


def _per_dimension(values: Tensor) -> Tensor:
    scaled: Tensor = values / math.sqrt(values.shape[1])
    return scaled
