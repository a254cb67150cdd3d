"""Looking at pictures through a random ConvNet: embedding, moments and Gram matrices.

The network is the ConvNet of :mod:`engine.networks.convnet` written as one pure function of
pictures and weights, so that it can be compiled once and called with any weights. The moments
of a tap before normalisation are the very numbers InstanceNorm needs, so style moments cost
nothing here.
"""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor

from engine.networks.convnet import WIDTH, depth_for

_EPSILON = 1e-5
_GRAM_SIDE = 8
Weights = list[Tensor]
# Which feature maps style is read from: none, those before normalisation (also True), or those
# after normalisation and ReLU.
Style = bool | Literal["conv", "relu"]


class Observation(NamedTuple):
    """What a group of classes looks like through one network.

    Attributes
    ----------
    embedding : Tensor, float32, (n, D)
    means, stds : list of Tensor, float32, (n, C)
        One a layer: spatial mean and standard deviation of each channel of each sample,
        by default before normalisation. Empty without style.
    grams : list of Tensor, float32, (groups, C, C)
        One a layer: weighted mean over the group's samples of F Fᵀ / (C·H·W), positions of a large
        map taken at regular intervals. Empty without style.
    """

    embedding: Tensor
    means: list[Tensor]
    stds: list[Tensor]
    grams: list[Tensor]


def random_weights(
    seed: int, *, channels: int, size: int, width: int = WIDTH, dtype: torch.dtype = torch.float32
) -> Weights:
    """Weights and biases of a random ConvNet, as PyTorch initialises one, from ``seed`` alone."""
    generator = torch.Generator().manual_seed(seed)
    weights: Weights = []
    for level in range(depth_for(size)):
        inputs = channels if level == 0 else width
        bound = 1 / math.sqrt(9 * inputs)
        for shape in ((width, inputs, 3, 3), (width,)):
            drawn = torch.rand(shape, generator=generator).mul_(2 * bound).sub_(bound)
            weights.append(drawn.to(dtype))
    return weights


def observe(x: Tensor, weights: Weights, shares: Tensor, style: Style) -> Observation:
    """Push pictures through a ConvNet and note what the objective compares.

    Parameters
    ----------
    x : Tensor, (n, C, H, W)
        Normalised pictures; the samples of a group stand together, groups of equal length.
    weights : list of Tensor
        From :func:`random_weights`, in the precision to compute in.
    shares : Tensor, float32, (groups, n // groups)
        Share of each sample in its group's mean; 0 for padding.
    style : Style
        Whether moments and Gram matrices are wanted, and of which maps.
    """
    means: list[Tensor] = []
    stds: list[Tensor] = []
    grams: list[Tensor] = []
    x = x.to(weights[0].dtype)
    for level in range(0, len(weights), 2):
        tap = F.conv2d(x, weights[level], weights[level + 1], padding=1)
        wide = tap.float()
        mean = wide.mean((2, 3), keepdim=True)
        variance = (wide * wide).mean((2, 3), keepdim=True) - mean * mean
        variance = variance.clamp_min(0) + _EPSILON
        x = ((wide - mean) * variance.rsqrt()).relu().to(tap.dtype)
        if style == "relu":
            tap, wide = x, x.float()
            mean = wide.mean((2, 3), keepdim=True)
            variance = ((wide * wide).mean((2, 3), keepdim=True) - mean * mean).clamp_min(0)
            variance = variance + _EPSILON
        if style:
            means.append(mean.flatten(1))
            stds.append(variance.sqrt().flatten(1))
            grams.append(_gram(tap, shares))
        n, channels, height, width = x.shape
        x = x[:, :, : height // 2 * 2, : width // 2 * 2]
        x = x.reshape(n, channels, height // 2, 2, width // 2, 2).mean((3, 5))
    return Observation(x.flatten(1).float(), means, stds, grams)


def observe_eagerly(x: Tensor, weights: Weights, shares: Tensor, style: Style) -> Observation:
    """The same as :func:`observe`, written for speed where nothing can be compiled.

    Fused group norm and pooling by slices take half the time of the plain form; equal within
    rounding (a test holds it).
    """
    means: list[Tensor] = []
    stds: list[Tensor] = []
    grams: list[Tensor] = []
    x = x.to(weights[0].dtype)
    for level in range(0, len(weights), 2):
        tap = F.conv2d(x, weights[level], weights[level + 1], padding=1)
        x = F.group_norm(tap, tap.shape[1], eps=_EPSILON).relu_()
        if style:
            seen = x if style == "relu" else tap
            variance, mean = torch.var_mean(seen.float(), (2, 3), correction=0)
            means.append(mean)
            stds.append((variance + _EPSILON).sqrt())
            grams.append(_gram(seen, shares))
        height, width = x.shape[2] // 2 * 2, x.shape[3] // 2 * 2
        x = x[:, :, 0:height:2] + x[:, :, 1:height:2]
        x = (x[..., 0:width:2] + x[..., 1:width:2]) * 0.25
    return Observation(x.flatten(1).float(), means, stds, grams)


def _gram(tap: Tensor, shares: Tensor) -> Tensor:
    """Weighted mean of the samples' Gram matrices, from at most 8×8 positions each.

    Which channels fire together is a statistic over positions: a regular part of a large map
    estimates it as well at a fraction of the cost, and a product a sample needs no
    reordering of the map, unlike one product over all samples.
    """
    groups, length = shares.shape
    stride = max(1, tap.shape[2] // _GRAM_SIDE)
    if stride > 1:
        tap = tap[:, :, ::stride, ::stride]
    _, channels, height, width = tap.shape
    flat = tap.reshape(groups * length, channels, height * width)
    each = torch.bmm(flat, flat.transpose(1, 2)).float().view(groups, length, channels, channels)
    total = (each * shares[:, :, None, None]).sum(1)
    return total / (channels * height * width)
