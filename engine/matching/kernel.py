"""Content in the space of a Gaussian kernel: all moments of the embeddings, not only their mean.

Random Fourier features (Rahimi & Recht, NIPS 2007): the distance of their class means is the
maximum mean discrepancy of the kernel (M3D, AAAI 2024).
"""

from __future__ import annotations

import math
from typing import NamedTuple

import torch
from torch import Tensor

FEATURES = 512


class Fourier(NamedTuple):
    """Random frequencies ``(D, features)`` and phases ``(features,)``, float32."""

    frequencies: Tensor
    phases: Tensor


def draw_fourier(seed: int, length: int, width: float, device: torch.device) -> Fourier:
    """Features of a Gaussian kernel of deviation ``width`` for embeddings of ``length``."""
    generator = torch.Generator().manual_seed(seed)
    frequencies = torch.randn(length, FEATURES, generator=generator) / width
    phases = 2 * math.pi * torch.rand(FEATURES, generator=generator)
    return Fourier(frequencies.to(device), phases.to(device))


def kernel_width(embeddings: Tensor) -> float:
    """Deviation of a kernel that suits embeddings ``(n, D)``: their mean distance over √2."""
    return float(embeddings.var(0).sum().sqrt().clamp_min(1e-6))


def lifted(embeddings: Tensor, fourier: Fourier) -> Tensor:
    """Embeddings ``(..., D)`` as features ``(..., features)``; their products are the kernel's."""
    angles = embeddings @ fourier.frequencies + fourier.phases
    return angles.cos() * math.sqrt(2 / FEATURES)
