"""Keeping a term of the objective from overshooting.

Where real pictures are smooth and alike, the tiniest grain is many deviations of how they look: the
appearance term is steep there, and a step that suits the other terms would throw the samples far
to its other side, back and forth. How far a step may go is known from the term itself, which is 0
where it is matched (Polyak, *Introduction to optimization*, 1987).
"""

from __future__ import annotations

import torch
from torch import Tensor

# Of what is left, that one step may take away to first order. A parabola's bottom is reached at 2;
# momentum makes a step count twice.
_SHARE = 0.5


def held(gradient: Tensor, left: Tensor, reach: Tensor) -> Tensor:
    """The gradient, shortened class by class to where its step stops short of the minimum.

    Parameters
    ----------
    gradient : Tensor, float32, (classes · length, C, H, W)
        Of ``left.sum()``, each class's images having a part in their own class's value alone.
    left : Tensor, float32, (classes,)
        The weighted term, 0 or more.
    reach : Tensor, float32
        What a step multiplies the gradient by; goes with ``gradient`` by broadcasting.

    Returns
    -------
    Tensor
        Like ``gradient``; as it was where a step takes away less than half of what is left.
    """
    falls = (gradient.square() * reach).view(len(left), -1).sum(1)
    factors = torch.where(falls > 0, _SHARE * left / falls.clamp_min(1e-30), falls.new_ones(()))
    return (gradient.view(len(left), -1) * factors.clamp_max(1)[:, None]).view_as(gradient)
