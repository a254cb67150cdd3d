"""Style: moments (L_MM) and channel correlation (L_CM) of feature maps before normalisation.

Malakshan et al., WACV 2025. Each term is relative: divided by the size of its real target, so
weights carry over between image sets, layers and sizes. The absolute distance of the published
form is there to compare with.
"""

from __future__ import annotations

from collections.abc import Callable

from torch import Tensor

_FLOOR = 1e-8
Distance = Callable[[Tensor, Tensor], Tensor]


def relative_distance(synthetic: Tensor, real: Tensor) -> Tensor:
    """‖synthetic − real‖² / ‖real‖² a class: ``(classes, ...)`` to ``(classes,)``."""
    difference = (synthetic - real).flatten(1).square().sum(1)
    return difference / real.flatten(1).square().sum(1).clamp_min(_FLOOR)


def absolute_distance(synthetic: Tensor, real: Tensor) -> Tensor:
    """Mean over channels of (synthetic − real)² a class: ``(classes, ...)`` to ``(classes,)``."""
    return (synthetic - real).flatten(1).square().mean(1)


def moments_distance(
    synthetic: tuple[Tensor, Tensor],
    real: tuple[Tensor, Tensor],
    distance: Distance = relative_distance,
) -> Tensor:
    """L_MM of one layer: half the distance of the means and half that of the deviations.

    Parameters
    ----------
    synthetic, real : pair of Tensor, float32, (classes, C)
        Class means of the per-sample spatial mean and standard deviation of each channel.
    distance : callable
        :func:`relative_distance` or :func:`absolute_distance`.

    Returns
    -------
    Tensor, float32, (classes,)
    """
    return 0.5 * (distance(synthetic[0], real[0]) + distance(synthetic[1], real[1]))


def correlation_distance(synthetic: Tensor, real: Tensor) -> Tensor:
    """L_CM of one layer: Gram matrices ``(classes, C, C)`` to ``(classes,)``."""
    return relative_distance(synthetic, real)
