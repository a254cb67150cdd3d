"""Classes in parts: pictures of a class that are alike, and the samples that stand for them.

The mean of a whole class says little about a class that has many sides, and the more samples it
has, the less each of them is told by it. So where steps look at some samples of a class only, its
pictures are parted into as many parts of one size, each of pictures that are alike, and these
samples are matched with those pictures. Samples and pictures keep to the same shares, so the means
of the parts make up the mean of the class.

Each set of points is cut across its principal direction, again and again (principal direction
divisive partitioning; Boley, Data Mining and Knowledge Discovery 1998).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from engine.distributed.dealt import by_all
from engine.distributed.team import ALONE, Team
from engine.inspection.representatives import compressed
from engine.runtime.stop import StopToken
from engine.synthesis.plan import Slots
from engine.synthesis.real import RealPictures

_BYTES_AT_ONCE = 1 << 28  # of the pictures of a class that are parted

Rows = npt.NDArray[np.intp]


def parted(
    real: RealPictures, slots: Slots, *, seed: int, token: StopToken, team: Team = ALONE
) -> RealPictures:
    """The pictures of each class in as many parts as its samples have.

    Of a class with more than 256 MiB of pictures, so many of them, drawn at random, are parted,
    and the others not looked at.

    Parameters
    ----------
    slots : Slots
        Of all classes.

    Raises
    ------
    Stopped
    """
    shares = [[len(part) for part in slots.parts(label)] for label in range(len(slots.counts))]
    if all(len(share) == 1 for share in shares):
        return real

    def work(label: int) -> list[Tensor]:
        token.raise_if_stopped()
        if len(shares[label]) == 1:
            return real.parts[label]
        rows = _some(real, label, seed)
        images = real.by_class[label][rows].permute(0, 2, 3, 1).contiguous().numpy()
        mean, std = (one.flatten().numpy() for one in (real.mean, real.std))
        points = compressed(images, mean=mean, std=std, token=token).points
        return [rows[torch.from_numpy(part)] for part in cut(points, shares[label])]

    return real.parted(by_all(work, len(shares), team))


def cut(points: npt.NDArray[np.float32], shares: Sequence[int]) -> list[Rows]:
    """Parts of points that lie together, of sizes in proportion to ``shares``.

    Parameters
    ----------
    points : ndarray of float32, (n, k)
        As many as there are shares, or more.
    shares : sequence of int
        Each 1 or more.

    Returns
    -------
    list of ndarray of intp
        Positions, ascending; every point is in one part, and none is empty.
    """
    return _cut(points, np.arange(len(points)), shares)


def _cut(points: npt.NDArray[np.float32], rows: Rows, shares: Sequence[int]) -> list[Rows]:
    if len(shares) == 1:
        return [np.sort(rows)]
    half = len(shares) // 2
    first, rest = shares[:half], shares[half:]
    centred = points[rows].astype(np.float64) - points[rows].mean(0)
    direction = np.linalg.svd(centred, full_matrices=False)[2][0]
    direction *= np.sign(direction[np.argmax(np.abs(direction))]) or 1.0  # either would do
    order = np.argsort(centred @ direction, kind="stable")
    size = round(len(rows) * sum(first) / sum(shares))
    size = min(max(size, len(first)), len(rows) - len(rest))
    return _cut(points, rows[order[:size]], first) + _cut(points, rows[order[size:]], rest)


def _some(real: RealPictures, label: int, seed: int) -> Tensor:
    """Positions of the pictures that are parted: all, if there is room for them."""
    channels, height, width = real.shape
    count, most = len(real.by_class[label]), _BYTES_AT_ONCE // (channels * height * width)
    if count <= most:
        return torch.arange(count)
    generator = torch.Generator().manual_seed(seed * 1_000_003 + label)
    return torch.randperm(count, generator=generator)[:most].sort().values
