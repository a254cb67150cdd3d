"""Keeping a term of the objective from overshooting.

Terms are relative, and what they are relative to can be small: classes that lie close together for
their spread make content steep, smooth pictures without grain make appearance steep. A step that
suits other pictures would throw the samples far to the other side there, back and forth. How far
a step may go is known from the term itself, which is 0 where it is matched (Polyak, *Introduction
to optimization*, 1987; for a new pair at each step: Loizou et al., AISTATS 2021).
"""

from __future__ import annotations

import torch
from torch import Tensor


def held(gradient: Tensor, left: Tensor, reach: Tensor, share: float) -> Tensor:
    """The gradient, shortened class by class to where its step stops short of the minimum.

    Parameters
    ----------
    gradient : Tensor, float32, (classes · length, C, H, W)
        Of ``left.sum()``, each class's images having a part in their own class's value alone.
    left : Tensor, float32, (classes,)
        The weighted term, 0 or more.
    reach : Tensor, float32
        What a step multiplies the gradient by; goes with ``gradient`` by broadcasting.
    share : float
        Of what is left, that a step may take away to first order. A parabola's bottom is reached
        at 2.

    Returns
    -------
    Tensor
        Like ``gradient``; as it was where a step takes away less than that.
    """
    falls = (gradient.square() * reach).sum((1, 2, 3)).view(len(left), -1).sum(1)
    factors = torch.where(falls > 0, share * left / falls.clamp_min(1e-30), falls.new_ones(()))
    length = len(gradient) // len(left)
    return gradient * factors.clamp_max(1).repeat_interleave(length).view(-1, 1, 1, 1)
