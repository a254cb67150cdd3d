"""The memory of a detector: patches of normal pictures, and distances to the nearest of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from engine.runtime.stop import StopToken
from engine.trial.anomaly_features import PatchFeatures, pictures_at_once
from engine.trial.pictures import Pictures

_POOL = 40_000  # patches to choose from; of more pictures a random part of each
_LEAST = 500
_PROJECTED = 64
_NEIGHBOURS = 9
_DISTANCES_AT_ONCE = 1 << 22
_ASK_EVERY = 64


@dataclass(frozen=True)
class Scored:
    """Anomaly scores of pictures: float32 ``(n,)``, and of their patches ``(n, side, side)``."""

    pictures: Tensor
    patches: Tensor


class Memory:
    """Chosen patches of normal pictures; what is far from all of them is anomalous.

    Parameters
    ----------
    vectors : Tensor, float32, (m, D)
    reweighted : bool
        Weight a picture's score by how alone its nearest normal patch is (equation 7 of Roth et
        al., CVPR 2022).
    """

    def __init__(self, vectors: Tensor, *, reweighted: bool = False) -> None:
        self.vectors = vectors
        self._squares = vectors.square().sum(1)
        self._reweighted = reweighted

    @property
    def bytes(self) -> int:
        """Of the vectors as float32."""
        return self.vectors.numel() * 4

    @torch.no_grad()
    def score(self, features: Tensor) -> Scored:
        """Distances to the nearest normal patch; a picture's score is that of its worst patch.

        Parameters
        ----------
        features : Tensor, float32, (n, side, side, D)
        """
        n, high, wide, length = features.shape
        queries = features.reshape(-1, length)
        squares, nearest = self._nearest(queries)
        patches = squares.clamp_min(0).sqrt().view(n, high * wide)
        scores, place = patches.max(1)
        if self._reweighted:
            rows = torch.arange(n, device=features.device)
            worst = queries.view(n, high * wide, length)[rows, place]
            scores = scores * self._loneliness(worst, nearest.view(n, -1)[rows, place])
        return Scored(scores, patches.view(n, high, wide))

    def _nearest(self, queries: Tensor) -> tuple[Tensor, Tensor]:
        length = max(1, _DISTANCES_AT_ONCE // len(self.vectors))
        found = [
            torch.addmm(self._squares, part, self.vectors.T, alpha=-2).min(1)
            for part in torch.split(queries, length)
        ]
        least = torch.cat([one.values for one in found]) + queries.square().sum(1)
        return least, torch.cat([one.indices for one in found])

    def _loneliness(self, queries: Tensor, nearest: Tensor) -> Tensor:
        """1 − softmax of the distance to the nearest vector among those around that vector."""
        count = min(_NEIGHBOURS, len(self.vectors))
        if count < 2:
            return torch.ones(len(queries), device=queries.device)
        around = torch.cdist(self.vectors[nearest], self.vectors).topk(count, largest=False).indices
        away = (queries[:, None] - self.vectors[around]).square().sum(2).sqrt()
        own = (queries - self.vectors[nearest]).square().sum(1).sqrt()
        return 1 - (own - torch.logsumexp(away, 1)).exp().clamp(0, 1)


def remember(
    features: PatchFeatures,
    images: Pictures,
    *,
    share: float,
    most: int,
    reweighted: bool,
    seed: int,
    token: StopToken,
) -> Memory:
    """The memory of normal pictures: a coreset of their patches.

    Parameters
    ----------
    images : uint8, (N, H, W, C)
    share : float
        Of all patches, kept; at least 500 where there are as many, at most ``most``.

    Raises
    ------
    Stopped
    """
    generator = torch.Generator().manual_seed(seed)
    pool: list[Tensor] = []
    patches = 0
    length = pictures_at_once(images.shape[1])
    for start in range(0, len(images), length):
        token.raise_if_stopped()
        found = features.of(images[np.arange(start, min(start + length, len(images)))])
        each = found.flatten(1, 2)
        patches += each.shape[0] * each.shape[1]
        kept = max(1, min(each.shape[1], _POOL // len(images)))
        for one in each:
            rows = torch.randperm(len(one), generator=generator)[:kept]
            pool.append(one[rows.to(one.device)])
    points = torch.cat(pool)
    count = min(len(points), most, max(_LEAST, round(share * patches)))
    chosen = coreset(points, count, seed=seed, token=token)
    return Memory(points[chosen], reweighted=reweighted)


@torch.no_grad()
def coreset(points: Tensor, count: int, *, seed: int, token: StopToken) -> Tensor:
    """Greedy k-center: points one by one, each farthest from those chosen (Roth et al., alg. 1).

    Distances are those of a random projection to 64 dimensions (Johnson–Lindenstrauss). The first
    is the point nearest the mean.

    Parameters
    ----------
    points : Tensor, float32, (n, D)
    count : int
        1..n; with n all are taken.

    Returns
    -------
    Tensor, int64, (count,)
        Different positions.

    Raises
    ------
    Stopped
    """
    if count >= len(points):
        return torch.arange(len(points), device=points.device)
    generator = torch.Generator().manual_seed(seed)
    wide = points
    if points.shape[1] > _PROJECTED:
        turn = torch.randn(points.shape[1], _PROJECTED, generator=generator) / _PROJECTED**0.5
        wide = points @ turn.to(points.device)
    wide = wide - wide.mean(0)
    squares = wide.square().sum(1)
    order = torch.empty(count, dtype=torch.int64)
    distance = torch.full_like(squares, torch.inf)
    place = int(squares.argmin())
    for number in range(count):
        if number % _ASK_EVERY == 0:
            token.raise_if_stopped()
        order[number] = place
        distance = torch.minimum(distance, squares - 2 * (wide @ wide[place]) + squares[place])
        distance[place] = -torch.inf  # rounding must not choose it again
        place = int(distance.argmax())
    return order.to(points.device)
