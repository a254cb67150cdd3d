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


def class_scatter(real: Tensor, within: Tensor | None = None) -> Tensor:
    """Mean squared distance of the classes from their common centre; the unit of content.

    With it content reads the same on every image set: 0 is matched, 1 is as far as a class
    is from the centre of all. A single class is its own centre, so its unit is ``within``.

    Parameters
    ----------
    real : Tensor, float32, (classes, D)
        Mean embedding of each class.
    within : Tensor, float32, (), optional
        Mean squared distance of the pictures of a single class from their mean: 1 is then as far
        as a picture is from the mean of all.
    """
    if len(real) == 1 and within is not None:
        return within.clamp_min(1e-12)
    return (real - real.mean(0)).square().sum(1).mean().clamp_min(1e-12)


def within_scatter(pictures: Tensor) -> Tensor:
    """Mean squared distance of embeddings ``(n, D)`` from their mean, float32 ``()``."""
    return (pictures - pictures.mean(0)).square().sum(1).mean()
