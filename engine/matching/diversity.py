"""Diversity: how far the samples of a class keep apart.

*Bounded* (the default): along the principal directions of the real class the synthetic samples
spread as the real ones do, no more. *KL*: the published form (Malakshan et al., WACV 2025,
Eq. 8–9), unbounded, for comparison.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

MOST_DIRECTIONS = 16
NEIGHBOUR_SHARE = 0.2
_FLOOR = 1e-8
# Of the widest direction; what is narrower is rounding of the Gram matrix in float32.
_NARROWEST = 2e-3


def principal_directions(real: Tensor, count: int) -> tuple[Tensor, Tensor]:
    """Leading principal directions of one class, and the spread along them.

    Parameters
    ----------
    real : Tensor, float32, (n, D)
        Embeddings of one class.
    count : int

    Returns
    -------
    directions : Tensor, float32, (count, D)
        Orthonormal rows; rows beyond the rank of ``real`` are zero.
    spread : Tensor, float32, (count,)
        Standard deviation of the class along each direction.
    """
    centred = real - real.mean(0)
    # n is a few hundred and D some thousands: the small Gram matrix has the same spectrum.
    values, vectors = torch.linalg.eigh(centred @ centred.T)
    values = values.flip(0)[:count].clamp_min(0)
    vectors = vectors.flip(1)[:, :count]
    lengths = values.sqrt()
    sound = lengths > _NARROWEST * lengths[0].clamp_min(_FLOOR)
    rows = (centred.T @ vectors / lengths.clamp_min(_FLOOR)).T * sound[:, None]
    spread = lengths / max(1, len(real) - 1) ** 0.5 * sound
    missing = count - len(rows)
    return F.pad(rows, (0, 0, 0, missing)), F.pad(spread, (0, missing))


def bounded_distance(
    synthetic: Tensor, shares: Tensor, directions: Tensor, spread: Tensor
) -> Tensor:
    """mean_k (std(S v_k) − std(R v_k))² / mean_k std(R v_k)² a class.

    Parameters
    ----------
    synthetic : Tensor, float32, (classes, length, D)
    shares : Tensor, float32, (classes, length)
        Each sample's share in the class mean; 0 for padding.
    directions : Tensor, float32, (classes, k, D)
    spread : Tensor, float32, (classes, k)

    Returns
    -------
    Tensor, float32, (classes,)
        0 for a class of fewer than two samples.
    """
    along = torch.bmm(synthetic, directions.transpose(1, 2))
    centre = (along * shares[..., None]).sum(1, keepdim=True)
    variance = ((along - centre).square() * shares[..., None]).sum(1)
    count = (shares > 0).sum(1)
    unbiased = count / (count - 1).clamp_min(1)
    deviation = (variance * unbiased[:, None]).clamp_min(_FLOOR).sqrt()
    distance = (deviation - spread).square().mean(1) / spread.square().mean(1).clamp_min(_FLOOR)
    return torch.where(count > 1, distance, torch.zeros_like(distance))


def kl_distance(synthetic: Tensor, shares: Tensor, neighbours: float = NEIGHBOUR_SHARE) -> Tensor:
    """Published diversity, negated so that less is better: −mean KL(softmax s ‖ softmax m).

    m is the mean embedding of a sample's k nearest neighbours of its class,
    k = 0.2 · images per class.

    Parameters
    ----------
    synthetic : Tensor, float32, (classes, length, D)
    shares : Tensor, float32, (classes, length)
    neighbours : float
        k in samples of a class.

    Returns
    -------
    Tensor, float32, (classes,)
    """
    real = shares > 0
    apart = torch.cdist(synthetic.detach(), synthetic.detach())
    hidden = ~real[:, None, :] | torch.eye(synthetic.shape[1], dtype=torch.bool, device=real.device)
    apart = apart.masked_fill(hidden, torch.inf)
    out = []
    for samples, distances, valid in zip(synthetic, apart, real, strict=True):
        count = int(valid.sum())
        if count < 2:
            out.append(samples.sum() * 0)
            continue
        k = max(1, round(neighbours * count))
        nearest = distances[valid].topk(k, largest=False).indices
        target = F.log_softmax(samples[nearest].mean(1), dim=1)
        own = F.log_softmax(samples[valid], dim=1)
        out.append(-F.kl_div(target, own, reduction="batchmean", log_target=True))
    return torch.stack(out)
