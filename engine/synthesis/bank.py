"""The target bank: what the real pictures look like through many (network, augmentation) pairs.

The real side of the objective does not depend on the synthetic images, so it is computed once
and every step of the run picks a pair and pays for the synthetic side alone (docs/method.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import torch
from torch import Tensor

from engine.matching.class_term import logits
from engine.matching.content import class_scatter, within_scatter
from engine.matching.diversity import principal_directions
from engine.matching.kernel import FEATURES, Fourier, draw_fourier, kernel_width, lifted
from engine.networks.convnet import depth_for, embedding_length
from engine.networks.observer import Style, Weights
from engine.runtime.stop import StopToken
from engine.synthesis.augmentation import Augmentation, Kind
from engine.synthesis.eye import Eye
from engine.synthesis.pool import Member, Network
from engine.synthesis.real import RealPictures

# Of the pairs, one in so many looks through a network of the pool.
_POOL_EVERY = 2


@dataclass(frozen=True)
class Pair:
    """A network, an augmentation and the real statistics seen through them.

    Attributes
    ----------
    network : Network
    augmentation : Augmentation
    content : Tensor, float32, (classes, D)
        Mean embedding of each class, or mean of its Fourier features.
    scatter : Tensor, float32, ()
        The unit of content distances.
    means, stds : list of Tensor, float32, (classes, C)
    grams : list of Tensor, float16, (classes, C, C)
        Divided by ``gram_units`` so that half precision holds them well.
    gram_units : list of Tensor, float32, (classes,)
    directions : Tensor, float16, (classes, k, D)
    spread : Tensor, float32, (classes, k)
    accuracy : float
        Share of the real pictures that the network's own classifier names rightly.
    kernel : tuple of (int, float)
        Length of the embeddings and width of the Gaussian kernel that content is compared in;
        width 0 for none: means of embeddings.
    first : int
        Number of the class that the first rows are of.
    number : int
        Its place in the bank, which says what part of each class it looks at.
    """

    network: Network
    augmentation: Augmentation
    content: Tensor
    scatter: Tensor
    means: list[Tensor] = field(default_factory=list)
    stds: list[Tensor] = field(default_factory=list)
    grams: list[Tensor] = field(default_factory=list)
    gram_units: list[Tensor] = field(default_factory=list)
    directions: Tensor | None = None
    spread: Tensor | None = None
    accuracy: float = 0.0
    kernel: tuple[int, float] = (0, 0.0)
    first: int = 0
    number: int = 0

    def of_classes(self, classes: range) -> Pair:
        """What it knows of some classes alone."""
        rows = slice(classes.start, classes.stop)
        return replace(
            self,
            first=classes.start,
            content=self.content[rows],
            means=[one[rows] for one in self.means],
            stds=[one[rows] for one in self.stds],
            grams=[one[rows] for one in self.grams],
            gram_units=[one[rows] for one in self.gram_units],
            directions=None if self.directions is None else self.directions[rows],
            spread=None if self.spread is None else self.spread[rows],
        )

    def fourier(self, device: torch.device) -> Fourier | None:
        """The features of the kernel, made again from the network's seed."""
        length, width = self.kernel
        return draw_fourier(self.network.seed, length, width, device) if width else None


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
    style : Style
    directions : int
        Principal directions kept for diversity; 0 for none.
    kernel : bool
        Whether content is compared in the space of a Gaussian kernel.
    """

    pairs: int
    per_class: int
    width: int
    style: Style
    directions: int
    kernel: bool = False

    def batch(self, most: int) -> int:
        """Pictures to push through at once, ``most`` at most: a class in batches of one size."""
        return -(-self.per_class // -(-self.per_class // most))

    def pair_bytes(self, classes: int, size: int) -> int:
        """Bytes of one pair's statistics, for pictures of ``size`` px."""
        embedding = embedding_length(size, self.width)
        content = FEATURES if self.kernel else embedding
        total = 4 * content + 2 * self.directions * embedding
        if self.style:
            total += depth_for(size) * (2 * self.width**2 + 8 * self.width)
        return classes * total


def draw_pair(
    real: RealPictures,
    plan: BankPlan,
    *,
    number: int,
    eye: Eye,
    kinds: tuple[Kind, ...],
    seed: int,
    token: StopToken,
    pool: Sequence[Member] = (),
) -> Pair:
    """Make the pair ``number`` of a bank; depends on nothing but its number, seed and pool.

    Where classes are parted, one pair after the other looks at another part of each. Where there is
    a pool, every other pair is a point between a member's start and its end.

    Raises
    ------
    Stopped
        If a stop was asked for meanwhile.
    """
    generator = generator_of(number, seed)
    network, augmentation = looks_through(number, kinds, generator, pool)
    return look_at(
        real,
        plan,
        network=network,
        augmentation=augmentation,
        eye=eye,
        generator=generator,
        token=token,
        number=number,
    )


def looks_through(
    number: int, kinds: tuple[Kind, ...], generator: torch.Generator, pool: Sequence[Member]
) -> tuple[Network, Augmentation]:
    """Network and augmentation of the pair ``number``.

    Parameters
    ----------
    generator : torch.Generator
        Of that pair; what it gives afterwards chooses the pictures.
    """
    network = Network(int(torch.randint(2**62, (1,), generator=generator)))
    augmentation = Augmentation.draw(kinds, generator)
    if pool and number % _POOL_EVERY == 0:
        member = pool[number // _POOL_EVERY % len(pool)]
        blend = float(torch.rand(1, generator=generator))
        network = Network(member.seed, member, blend)
    return network, augmentation


def frame_of(number: int, kinds: tuple[Kind, ...], seed: int, pool: Sequence[Member]) -> Pair:
    """The pair ``number`` before anything was looked at: its statistics are empty."""
    network, augmentation = looks_through(number, kinds, generator_of(number, seed), pool)
    return Pair(network, augmentation, torch.empty(0), torch.empty(0), number=number)


def generator_of(number: int, seed: int) -> torch.Generator:
    """What the pair ``number`` is drawn with."""
    return torch.Generator().manual_seed(seed * 1_000_003 + number)


@torch.no_grad()
def look_at(
    real: RealPictures,
    plan: BankPlan,
    *,
    network: Network,
    augmentation: Augmentation,
    eye: Eye,
    generator: torch.Generator,
    token: StopToken,
    number: int = 0,
) -> Pair:
    """Push a draw of the real pictures through one pair and keep the statistics."""
    channels, size, _ = real.shape
    weights = network.weights(eye, channels=channels, size=size, width=plan.width)
    rows, embeddings, rightly = [], [], []
    for label in range(len(real.by_class)):
        part = real.part(label, number)
        chosen = torch.randperm(len(part), generator=generator)[: plan.per_class]
        row, embedding = _look_at_class(
            real.take(label, part[chosen]), weights, augmentation, plan, eye, token
        )
        rows.append(row)
        if plan.kernel or len(real.by_class) == 1:
            embeddings.append(embedding)
        if network.member is not None:
            named = logits(embedding, network.member.classifier.to(eye.device)).argmax(1)
            rightly.append(float((named == label).float().mean()))
    content, kernel = torch.stack([row.content for row in rows]), (0, 0.0)
    if plan.kernel:
        kernel = (embeddings[0].shape[1], kernel_width(torch.cat(embeddings)))
        fourier = draw_fourier(network.seed, *kernel, eye.device)
        embeddings = [lifted(one, fourier) for one in embeddings]
        content = torch.stack([one.mean(0) for one in embeddings])
    columns = list(zip(*(row.style for row in rows), strict=True)) if plan.style else []
    stacked = [[torch.stack(column) for column in zip(*layer, strict=True)] for layer in columns]
    units = [layer[2].flatten(1).abs().amax(1).clamp_min(1e-12) for layer in stacked]
    return Pair(
        network=network,
        augmentation=augmentation,
        content=content,
        scatter=class_scatter(content, within_scatter(embeddings[0]) if embeddings else None),
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
        accuracy=sum(rightly) / len(rightly) if rightly else 0.0,
        kernel=kernel,
        number=number,
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
) -> tuple[_ClassRow, Tensor]:
    """Statistics and embeddings of one class, in micro-batches of one (compiled) size."""
    count = len(pictures)
    length = plan.batch(eye.micro_batch(pictures.shape[2]))
    embeddings = []
    style: list[list[Tensor]] = []
    for part in torch.split(pictures, length):
        token.raise_if_stopped()
        batch = augmentation(part.to(eye.device))
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
    row = _ClassRow(
        embedding.mean(0),
        [(layer[0], layer[1], layer[2]) for layer in style],
        directions,
        spread,
    )
    return row, embedding
