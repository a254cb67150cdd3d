"""How long a run will take and how much memory, before it starts."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import torch

from engine.data import ImageSet
from engine.data.allocation import allocate
from engine.data.recipe import CondenseRecipe
from engine.networks.observer import observe_eagerly, random_weights
from engine.runtime.device import choose_device
from engine.runtime.errors import UserError
from engine.synthesis.eye import Eye, can_compile, fast_dtype
from engine.synthesis.kept_pools import kept_path
from engine.synthesis.memory import Budget, disk_for_bank
from engine.synthesis.plan import Plan, closing_pairs, make_plan
from engine.synthesis.pool import BATCH
from engine.synthesis.restyle import MOST_RESTYLED

# A picture of a pair, a sample of a step and a picture of a training, against one eager forward
# pass of a picture; from whole runs on two cores at 32 and 64 px. Those of nothing compiled are
# older figures, from shared cores; compiled single precision is one run at 32 px.
_PLAIN = (1.0, 2.6, 2.6)
_COMPILED = (0.3, 0.67, 0.67)
_COMPILED_SINGLE = (0.63, 1.2, 1.65)
# A picture judged by its label, against the same; from 1,440 to 50,000 pictures of 32 and 64 px.
_SUSPICION = 0.8
_COMPILE_SECONDS = 20.0
# Of a step, more for the appearance of its samples; from 32 and 64 px on one core.
_DESCRIBED = 0.12
# Measuring a drawing of 64 px beside the samples at the end, and putting one into another
# appearance, in seconds; on one core.
_MEASURED, _RESTYLED = 0.003, 0.015
_COMPARED_PICTURES = 2_000


@dataclass(frozen=True)
class Estimate:
    """What a run will need.

    Attributes
    ----------
    seconds : float
    memory_bytes, available_bytes : int
        On the device the run would use: what it takes, and what it may take.
    steps : int
    device : str
        ``cpu`` or ``cuda``.
    networks : float
        Seconds of them for training the pool, which the next run on the same pictures is spared.
    """

    seconds: float
    memory_bytes: int
    available_bytes: int
    steps: int
    device: str
    networks: float = 0.0


def estimate(image_set: ImageSet, recipe: CondenseRecipe) -> Estimate:
    """Estimate a run from a fraction of a second of measuring (kept for later calls).

    Raises
    ------
    UserError
        As :func:`estimate_for`.
    """
    _, size, _, channels = image_set.shape
    return estimate_for(
        image_set.class_names,
        image_set.counts("train"),
        recipe,
        size=size,
        channels=channels,
        folder=image_set.path.parent,
        image_set=image_set,
    )


def estimate_for(
    class_names: list[str],
    counts: npt.NDArray[np.int64],
    recipe: CondenseRecipe,
    *,
    size: int,
    channels: int,
    folder: Path,
    image_set: ImageSet | None = None,
) -> Estimate:
    """As :func:`estimate`, of pictures that need not be imported yet.

    Parameters
    ----------
    counts : ndarray of int64, (classes,)
        Training pictures of each class.
    size, channels : int
        Of a picture, in px.
    folder : Path
        Where the run would be: its disk holds what memory does not.
    image_set : ImageSet, optional
        The pictures once they are imported: an earlier run may have trained the pool.

    Raises
    ------
    UserError
        ``condense.no_gpu``, ``condense.too_few_classes``, ``condense.no_such_class``,
        ``condense.nothing_to_learn``.
    """
    device = choose_device(recipe.device)
    allocation = allocate(recipe, class_names, counts)
    learnt, counts = allocation.learnt[counts > 0], counts[counts > 0]
    if not len(counts):
        raise UserError("condense.too_few_classes", count=len(counts))
    eye = Eye(device, fast_dtype(device), observe_eagerly, can_compile(device))
    picture_bytes = channels * size * size
    budget = Budget.of(
        recipe,
        eye,
        (channels, size, size),
        pictures=int(counts.sum()),
        images=len(learnt) * int(learnt.max()),
    )
    plan = make_plan(
        recipe,
        counts,
        (channels, size, size),
        learnt=learnt,
        eye=eye,
        budget=budget.bank + disk_for_bank(folder),
    )
    if image_set is not None:
        plan = _as_spared(plan, image_set, recipe, eye)
    pace = _Pace.of(plan, channels, size, eye)
    networks = plan.pool.members * plan.pool.steps * BATCH * pace.training
    seconds = _seconds(recipe, plan, counts, size, pace) + networks
    seconds += _COMPILE_SECONDS if eye.compiled else 0.0
    if plan.seconds is not None:
        seconds = min(seconds, plan.seconds)
        networks = min(networks, seconds)
    pair_bytes = plan.bank.pair_bytes(len(counts), size)
    memory = (
        max(pair_bytes, min(plan.bank.pairs * pair_bytes, budget.bank))
        + budget.pictures
        + int(allocation.kept.sum()) * picture_bytes
        + budget.working
    )
    return Estimate(seconds, memory, budget.total, plan.steps, device.type, networks)


def _as_spared(plan: Plan, image_set: ImageSet, recipe: CondenseRecipe, eye: Eye) -> Plan:
    """The plan without the training of networks that an earlier run left behind."""
    kept = kept_path(image_set, recipe, plan.pool, eye)
    if kept is None or not kept.is_file():
        return plan
    return replace(plan, pool=replace(plan.pool, members=0))


class _Pace(NamedTuple):
    """Seconds that a picture takes, by what is done with it."""

    forward: float
    bank: float
    step: float
    training: float

    @classmethod
    def of(cls, plan: Plan, channels: int, size: int, eye: Eye) -> _Pace:
        """Measured once for a kind of network, then kept."""
        forward = _picture_seconds(
            eye.device,
            channels,
            size,
            plan.bank.width,
            plan.bank.style,
            eye.micro_batch(size),
            torch.get_num_threads(),
        )
        factors = _PLAIN
        if eye.compiled:
            # Compiling gains less where single precision keeps the products slow.
            factors = _COMPILED_SINGLE if eye.dtype == torch.float32 else _COMPILED
        return cls(forward, *(forward * one for one in factors))


def _seconds(
    recipe: CondenseRecipe, plan: Plan, counts: npt.NDArray[np.int64], size: int, pace: _Pace
) -> float:
    """Of the bank, the steps, and looking at the pictures before and after."""
    pair = int(np.minimum(counts, plan.bank.per_class).sum()) * pace.bank
    seconds = pair * (plan.bank.pairs + closing_pairs(plan, counts, size))
    described = _DESCRIBED if plan.weights.appearance else 0.0
    seconds += plan.steps * plan.slots.seen.decoded * pace.step * (1 + described)
    seconds += _looks_seconds(recipe, int(counts.sum()), size)
    seconds += int(counts.sum()) * pace.forward * _SUSPICION if recipe.trim else 0.0
    return seconds


def _looks_seconds(recipe: CondenseRecipe, pictures: int, size: int) -> float:
    """For another appearance at the start, and for comparing appearance at the end."""
    compared = min(pictures, _COMPARED_PICTURES) if recipe.minutes is None else 0
    restyled = min(pictures, MOST_RESTYLED) if recipe.appearance != "mine" else 0
    seconds = compared * _MEASURED + restyled * _RESTYLED / torch.get_num_threads()
    return seconds * (size / 64) ** 2


@lru_cache
@torch.no_grad()
def _picture_seconds(
    device: torch.device,
    channels: int,
    size: int,
    width: int,
    style: bool,
    batch: int,
    _threads: int,
) -> float:
    """Seconds to look at one picture with so many threads, the best of three tries."""
    weights = random_weights(0, channels=channels, size=size, width=width, dtype=fast_dtype(device))
    weights = [one.to(device) for one in weights]
    pictures = torch.zeros(batch, channels, size, size, device=device)
    shares = torch.full((1, batch), 1 / batch, device=device)
    tries = []
    for _ in range(3):
        begin = time.perf_counter()
        # Reading a number back waits for the GPU, too.
        float(observe_eagerly(pictures, weights, shares, style).embedding[0, 0])
        tries.append(time.perf_counter() - begin)
    return min(tries) / batch
