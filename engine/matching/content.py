"""Content: where each class sits in the embedding (L_MMD of Zhao & Bilen, WACV 2023)."""

from __future__ import annotations

from torch import Tensor


def content_distance(synthetic: Tensor, real: Tensor) -> Tensor:
    """Squared distance of class means.

    Parameters
    ----------
    synthetic, real : Tensor, float32, (classes, D)
        Mean embedding of each class.

    Returns
    -------
    Tensor, float32, (classes,)
    """
    return (synthetic - real).square().sum(1)


def class_scatter(real: Tensor) -> Tensor:
    """Mean squared distance of the classes from their common centre; the unit of content.

    With it content reads the same on every image set: 0 is matched, 1 is as far as a class
    is from the centre of all.
    """
    return (real - real.mean(0)).square().sum(1).mean().clamp_min(1e-12)
