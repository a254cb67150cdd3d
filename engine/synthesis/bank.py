"""The target bank: what the real pictures look like through many (network, augmentation) pairs.

The real side of the objective does not depend on the synthetic images, so it is computed once
and every step of the run picks a pair and pays for the synthetic side alone (docs/method.md).
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from engine.matching.content import class_scatter
from engine.matching.diversity import principal_directions
from engine.networks.observer import Weights, random_weights
from engine.runtime.stop import StopToken
from engine.synthesis.augmentation import Augmentation, Kind
from engine.synthesis.eye import Eye


@dataclass(frozen=True)
class Pair:
    """A network, an augmentation and the real statistics seen through them.

    Attributes
    ----------
    network : int
        Seed of the random network.
    augmentation : Augmentation
    content : Tensor, float32, (classes, D)
        Mean embedding of each class.
    scatter : Tensor, float32, ()
        The unit of content distances.
    means, stds : list of Tensor, float32, (classes, C)
    grams : list of Tensor, float16, (classes, C, C)
        Divided by ``gram_units`` so that half precision holds them well.
    gram_units : list of Tensor, float32, (classes,)
    directions : Tensor, float16, (classes, k, D)
    spread : Tensor, float32, (classes, k)
    """

    network: int
    augmentation: Augmentation
    content: Tensor
    scatter: Tensor
    means: list[Tensor] = field(default_factory=list)
    stds: list[Tensor] = field(default_factory=list)
    grams: list[Tensor] = field(default_factory=list)
    gram_units: list[Tensor] = field(default_factory=list)
    directions: Tensor | None = None
    spread: Tensor | None = None

    def weights(self, eye: Eye, *, channels: int, size: int, width: int) -> Weights:
        """The network's weights, made again from the seed: quicker than keeping them."""
        drawn = random_weights(
            self.network, channels=channels, size=size, width=width, dtype=eye.dtype
        )
        return [one.to(eye.device) for one in drawn]


@dataclass(frozen=True)
class BankPlan:
    """What a bank is made of.

    Attributes
    ----------
    pairs : int
    per_class : int
        Real pictures of each class pushed through each pair; all, where a class has fewer.
    width : int
        Channels of the random networks.
    style : bool
    directions : int
        Principal directions kept for diversity; 0 for none.
    """

    pairs: int
    per_class: int
    width: int
    style: bool
    directions: int

    def batch(self, most: int) -> int:
        """Pictures to push through at once, ``most`` at most: a class in batches of one size."""
        return -(-self.per_class // -(-self.per_class // most))


class RealPictures:
    """The training pictures by class, uint8 in memory, handed out normalised.

    Parameters
    ----------
    by_class : list of ndarray, uint8, (n, H, W, C)
    mean, std : ndarray, float32, (C,)
    """

    def __init__(
        self,
        by_class: list[npt.NDArray[np.uint8]],
        mean: npt.NDArray[np.float32],
        std: npt.NDArray[np.float32],
    ) -> None:
        self.by_class = [torch.from_numpy(one).permute(0, 3, 1, 2) for one in by_class]
        self.mean = torch.from_numpy(mean).view(1, -1, 1, 1)
        self.std = torch.from_numpy(std).view(1, -1, 1, 1)

    @property
    def shape(self) -> tuple[int, int, int]:
        """``(C, H, W)``."""
        channels, height, width = self.by_class[0].shape[1:]
        return channels, height, width

    def take(self, label: int, indices: Tensor) -> Tensor:
        """Normalised float32 pictures ``(n, C, H, W)`` of a class."""
        chosen = self.by_class[label][indices].float().div_(255)
        return (chosen - self.mean) / self.std

    def limits(self, device: torch.device) -> tuple[Tensor, Tensor]:
        """Black and white in normalised units, each ``(1, C, 1, 1)``."""
        return (-self.mean / self.std).to(device), ((1 - self.mean) / self.std).to(device)

    def to_uint8(self, images: Tensor) -> npt.NDArray[np.uint8]:
        """Normalised ``(n, C, H, W)`` to the uint8 ``(n, H, W, C)`` that is exported."""
        levels = (images.cpu() * self.std + self.mean).clamp(0, 1).mul(255).round()
        return levels.to(torch.uint8).permute(0, 2, 3, 1).contiguous().numpy()


def draw_pair(
    real: RealPictures,
    plan: BankPlan,
    *,
    number: int,
    eye: Eye,
    kinds: tuple[Kind, ...],
    seed: int,
    token: StopToken,
) -> Pair:
    """Make the pair ``number`` of a bank; depends on nothing but its number and the seed.

    Raises
    ------
    Stopped
        If a stop was asked for meanwhile.
    """
    generator = torch.Generator().manual_seed(seed * 1_000_003 + number)
    network = int(torch.randint(2**62, (1,), generator=generator))
    augmentation = Augmentation.draw(kinds, generator)
    return look_at(
        real,
        plan,
        network=network,
        augmentation=augmentation,
        eye=eye,
        generator=generator,
        token=token,
    )


@torch.no_grad()
def look_at(
    real: RealPictures,
    plan: BankPlan,
    *,
    network: int,
    augmentation: Augmentation,
    eye: Eye,
    generator: torch.Generator,
    token: StopToken,
) -> Pair:
    """Push a draw of the real pictures through one pair and keep the statistics."""
    channels, size, _ = real.shape
    drawn = random_weights(network, channels=channels, size=size, width=plan.width, dtype=eye.dtype)
    weights = [one.to(eye.device) for one in drawn]
    rows = []
    for label, pictures in enumerate(real.by_class):
        chosen = torch.randperm(len(pictures), generator=generator)[: plan.per_class]
        rows.append(
            _look_at_class(real.take(label, chosen), weights, augmentation, plan, eye, token)
        )
    content = torch.stack([row.content for row in rows])
    columns = list(zip(*(row.style for row in rows), strict=True)) if plan.style else []
    stacked = [[torch.stack(column) for column in zip(*layer, strict=True)] for layer in columns]
    units = [layer[2].flatten(1).abs().amax(1).clamp_min(1e-12) for layer in stacked]
    return Pair(
        network=network,
        augmentation=augmentation,
        content=content,
        scatter=class_scatter(content),
        means=[layer[0] for layer in stacked],
        stds=[layer[1] for layer in stacked],
        grams=[
            (layer[2] / unit.view(-1, 1, 1)).half()
            for layer, unit in zip(stacked, units, strict=True)
        ],
        gram_units=units,
        directions=torch.stack([row.directions for row in rows]).half()
        if plan.directions
        else None,
        spread=torch.stack([row.spread for row in rows]) if plan.directions else None,
    )


@dataclass(frozen=True)
class _ClassRow:
    content: Tensor
    style: list[tuple[Tensor, Tensor, Tensor]]
    directions: Tensor
    spread: Tensor


def _look_at_class(
    pictures: Tensor,
    weights: Weights,
    augmentation: Augmentation,
    plan: BankPlan,
    eye: Eye,
    token: StopToken,
) -> _ClassRow:
    """Statistics of one class, in micro-batches of one fixed size (a compiled shape)."""
    count = len(pictures)
    length = plan.batch(eye.micro_batch(pictures.shape[2]))
    embeddings = []
    style: list[list[Tensor]] = []
    for batch in torch.split(augmentation(pictures.to(eye.device)), length):
        token.raise_if_stopped()
        filled = torch.cat([batch, batch[:1].expand(length - len(batch), -1, -1, -1)])
        shares = torch.zeros(1, length, device=eye.device)
        shares[:, : len(batch)] = 1 / count
        seen = eye.look(filled, weights, shares, plan.style)
        embeddings.append(seen.embedding[: len(batch)].clone())
        for layer in range(len(seen.means)):
            sums = [
                shares[0] @ seen.means[layer],
                shares[0] @ seen.stds[layer],
                seen.grams[layer][0],
            ]
            if len(style) <= layer:
                style.append([one.clone() for one in sums])
            else:
                for total, one in zip(style[layer], sums, strict=True):
                    total += one
    embedding = torch.cat(embeddings)
    directions, spread = (
        principal_directions(embedding, plan.directions)
        if plan.directions
        else (
            embedding[:0],
            embedding[:0, 0],
        )
    )
    return _ClassRow(
        embedding.mean(0),
        [(layer[0], layer[1], layer[2]) for layer in style],
        directions,
        spread,
    )
