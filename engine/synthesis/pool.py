"""A pool of partly trained networks (IDM, CVPR 2023; DANCE, IJCAI 2024).

Random networks see edges and textures; trained ones see what tells the classes apart. Each member
of the pool is one short training on the real pictures, and every point on the straight line from
its random start to its trained end is a network to look through, so a few members give many.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from engine.distributed.packets import Values, nothing, packed, unpacked
from engine.distributed.team import ALONE, Team
from engine.matching.class_term import logits
from engine.networks.convnet import embedding_length
from engine.networks.observer import Weights, random_weights
from engine.runtime.stop import StopToken
from engine.runtime.tensors import save_tensors
from engine.synthesis.augmentation import augment_each, kinds_for
from engine.synthesis.eye import Eye
from engine.synthesis.real import RealPictures

BATCH = 120
_RATE, _MOMENTUM, _DECAY = 0.05, 0.9, 5e-4
_WARM_UP = 0.1


@dataclass(frozen=True)
class PoolPlan:
    """How many networks are trained, and how long.

    Attributes
    ----------
    members : int
        0 for none: random networks alone.
    steps : int
        Batches of 120 pictures each member is trained on.
    width : int
        Channels of the networks.
    """

    members: int
    steps: int
    width: int


@dataclass(frozen=True, eq=False)
class Member:
    """A network that was random once and is trained now.

    Attributes
    ----------
    seed : int
        Of its random start.
    trained : list of Tensor, float32
        Weights and biases at the end.
    classifier : Tensor, float32, (classes, D + 1)
        Linear classifier on its embedding; the last column is the bias.
    seconds : float
        That its training took, without pauses.
    """

    seed: int
    trained: Weights
    classifier: Tensor
    seconds: float = 0.0


@dataclass(frozen=True)
class Network:
    """A network to look through: random, or on the line from random to trained.

    Attributes
    ----------
    seed : int
        Of the random start.
    member : Member, optional
    blend : float
        0 is the random start, 1 the trained end.
    """

    seed: int
    member: Member | None = None
    blend: float = 0.0

    def weights(self, eye: Eye, *, channels: int, size: int, width: int) -> Weights:
        """The weights, made again from the seed: quicker than keeping them."""
        drawn = random_weights(self.seed, channels=channels, size=size, width=width)
        if self.member is not None:
            drawn = [
                torch.lerp(start, end, self.blend)
                for start, end in zip(drawn, self.member.trained, strict=True)
            ]
        return [one.to(eye.device, eye.dtype) for one in drawn]


def train_member(
    real: RealPictures,
    plan: PoolPlan,
    *,
    seed: int,
    eye: Eye,
    token: StopToken,
    on_step: Callable[[int], None] | None = None,
    seconds_left: Callable[[], float] = lambda: math.inf,
) -> Member | None:
    """Train one network on the real pictures, every class as often as any other.

    Returns
    -------
    Member or None
        None where it would not be done within ``seconds_left()``.

    Raises
    ------
    Stopped
        If a stop was asked for meanwhile.
    """
    channels, size, _ = real.shape
    first = time.monotonic() - token.paused_seconds
    start = random_weights(seed, channels=channels, size=size, width=plan.width)
    weights = [one.to(eye.device).requires_grad_() for one in start]
    length = embedding_length(size, plan.width)
    classifier = torch.zeros(len(real.by_class), length + 1, device=eye.device, requires_grad=True)
    optimiser = torch.optim.SGD(
        [*weights, classifier], lr=_RATE, momentum=_MOMENTUM, weight_decay=_DECAY, nesterov=True
    )
    warm = max(1, round(_WARM_UP * plan.steps))
    generator = torch.Generator().manual_seed(seed)
    chunk = pictures_at_once(eye, size)
    for step in range(plan.steps):
        rate = min((step + 1) / warm, 1.0) * max(0.05, 1 - step / plan.steps)
        optimiser.param_groups[0]["lr"] = _RATE * rate
        images, labels = _batch(real, generator)
        images = augment_each(images.to(eye.device), kinds_for(channels), generator)
        optimiser.zero_grad(set_to_none=True)
        for part in torch.split(torch.arange(len(images)), chunk):
            token.raise_if_stopped()
            _learn(images[part], labels[part].to(eye.device), weights, classifier, eye, chunk)
        optimiser.step()
        if step == 0:  # which pays for compiling
            begun, left = time.monotonic(), seconds_left()
        elif (time.monotonic() - begun) * (plan.steps - 1) / step > left:
            return None
        if on_step is not None:
            on_step(step + 1)
    return Member(
        seed,
        [one.detach().cpu() for one in weights],
        classifier.detach().cpu(),
        seconds=time.monotonic() - token.paused_seconds - first,
    )


def pictures_at_once(eye: Eye, size: int) -> int:
    """Pictures of a batch pushed through together."""
    return min(BATCH, eye.micro_batch(size))


def _learn(
    images: Tensor, labels: Tensor, weights: Weights, classifier: Tensor, eye: Eye, length: int
) -> None:
    """Add the gradient of a part of a batch; always ``length`` pictures, a compiled shape."""
    filled = torch.cat([images, images[:1].expand(length - len(images), -1, -1, -1)])
    shares = torch.full((1, length), 1 / length, device=eye.device)
    cast = [one.to(eye.dtype) for one in weights]
    seen = eye.look(filled.contiguous(), cast, shares, False)
    found = logits(seen.embedding[: len(images)], classifier)
    loss = F.cross_entropy(found, labels, reduction="sum") / BATCH
    torch.autograd.backward(loss)


def _batch(real: RealPictures, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Pictures ``(120, C, H, W)`` and labels, classes in equal parts as nearly as can be."""
    classes = len(real.by_class)
    labels = torch.randperm(classes, generator=generator).repeat(-(-BATCH // classes))[:BATCH]
    order = torch.argsort(labels, stable=True)
    labels = labels[order]
    parts = []
    for label, count in zip(*torch.unique(labels, return_counts=True), strict=True):
        pool = len(real.by_class[int(label)])
        chosen = torch.randint(pool, (int(count),), generator=generator)
        parts.append(real.take(int(label), chosen))
    return torch.cat(parts), labels


def grow_pool(
    real: RealPictures,
    plan: PoolPlan,
    *,
    path: Path,
    seed: int,
    eye: Eye,
    token: StopToken,
    on_step: Callable[[int], None],
    seconds: float | None = None,
    team: Team = ALONE,
) -> list[Member]:
    """Train the members, one a process at a time; what ``path`` holds already is taken over.

    Parameters
    ----------
    path : Path
        The pool is written there after each member, so that a stop loses one at most.
    on_step : callable
        Called with the batches learnt so far, over all members.
    seconds : float, optional
        Time allowed; members that would not end by then are left out.
    team : Team

    Raises
    ------
    Stopped
    """
    pool = pool_in(path, real, plan, seed=seed)
    begun, paused = time.monotonic(), token.paused_seconds

    def seconds_left() -> float:
        if seconds is None:
            return math.inf
        return seconds - (time.monotonic() - begun - token.paused_seconds + paused)

    wanted = list(seeds(seed, plan.members))
    while len(pool) < len(wanted):
        block = wanted[len(pool) : len(pool) + team.size]

        def train(done: int = len(pool) * plan.steps, block: list[int] = block) -> Member | None:
            if team.number >= len(block):
                return None
            return train_member(
                real,
                plan,
                seed=block[team.number],
                eye=eye,
                token=token,
                on_step=lambda step: on_step(done + len(block) * step),
                seconds_left=seconds_left,
            )

        trained = _of_all(team.agree(train), team)[: len(block)]
        ready = list(takewhile(lambda one: one is not None, trained))
        pool += [rounded(one) for one in ready if one is not None]
        if team.leads and ready:
            save_pool(pool, path)
        if len(ready) < len(block):
            break
    return pool


def _of_all(own: Member | None, team: Team) -> list[Member | None]:
    """The networks that the processes of a team trained, by process; None for none."""
    if team.size == 1:
        return [own]
    given = nothing()
    if own is not None:
        values: Values = {"trained": own.trained, "classifier": own.classifier}
        given = packed(values, {"seed": own.seed, "seconds": own.seconds})
    return [_member(row) for row in team.exchanged([given] * team.size)]


def _member(row: Tensor) -> Member | None:
    if not len(row):
        return None
    values, more = unpacked(row)
    return Member(**values, **more)


def pool_in(path: Path, real: RealPictures, plan: PoolPlan, *, seed: int) -> list[Member]:
    """The members a file holds; none where it is not this pool's, for the seeds make it again."""
    if not path.is_file():
        return []
    wanted = list(seeds(seed, plan.members))
    try:
        pool = load_pool(path)[: plan.members]
        fits = all(_fits(one, seed, plan, real) for one, seed in zip(pool, wanted, strict=False))
    except Exception:  # a damaged file can fail in any way at all
        return []
    return pool if fits else []


def _fits(one: Member, seed: int, plan: PoolPlan, real: RealPictures) -> bool:
    channels, size, _ = real.shape
    start = random_weights(seed, channels=channels, size=size, width=plan.width)
    return (
        one.seed == seed
        and 0 <= one.seconds < math.inf
        and [weight.shape for weight in one.trained] == [weight.shape for weight in start]
        and one.classifier.shape == (len(real.by_class), embedding_length(size, plan.width) + 1)
    )


def save_pool(pool: list[Member], path: Path) -> None:
    """Write the pool atomically, in half precision."""
    values = [
        {
            "seed": one.seed,
            "trained": [weight.half() for weight in one.trained],
            "classifier": one.classifier.half(),
            "seconds": one.seconds,
        }
        for one in pool
    ]
    save_tensors(values, path)


def load_pool(path: Path) -> list[Member]:
    """Read a pool without running anything stored in it.

    Raises
    ------
    Exception
        Of any kind where the file is damaged.
    """
    values: list[dict[str, Any]] = torch.load(path, weights_only=True)
    return [
        Member(
            one["seed"],
            [weight.float() for weight in one["trained"]],
            one["classifier"].float(),
            float(one.get("seconds", 0.0)),
        )
        for one in values
    ]


def rounded(one: Member) -> Member:
    """A member as it reads back from half precision: a resumed run must see the same bits."""
    trained = [weight.half().float() for weight in one.trained]
    return replace(one, trained=trained, classifier=one.classifier.half().float())


def seeds(seed: int, members: int) -> Iterator[int]:
    """Seeds of the members' starts."""
    generator = torch.Generator().manual_seed(seed * 1_000_003 + 999_983)
    for _ in range(members):
        yield int(torch.randint(2**62, (1,), generator=generator))
