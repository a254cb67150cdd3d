"""From a recipe and an image set to the numbers a run needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from engine.data.allocation import packing_for
from engine.data.recipe import CondenseRecipe, Preset
from engine.matching.diversity import MOST_DIRECTIONS
from engine.matching.gaps import NETWORKS, real_per_class
from engine.matching.objective import Weights
from engine.networks.convnet import WIDTH, depth_for
from engine.runtime.errors import UserError
from engine.synthesis.bank import BankPlan
from engine.synthesis.eye import Eye
from engine.synthesis.packing import laid_out
from engine.synthesis.pool import BATCH, PoolPlan

# Pictures pushed through one pair, over all classes: enough for steady means (docs/method.md).
_PICTURES_PER_PAIR = 1280
_FEWEST_PER_CLASS = 32
_SMALL = 32  # px
# A pool is trained on so many pictures or more, and sees each so many times at most.
_PICTURES_OF_POOL, _MOST_PASSES = 14_400, 2.5
# Longer training gained two points with packing and none without (docs/method.md).
_UNPACKED = 0.3
# A picture of the closing measurement, through 64 channels and not compiled, against one of a bank
# of 128 channels; from timings on two shared cores.
_MEASURING = 1.1
# A picture of a pair, and a sample of a step, against a picture of a training, which passes a
# gradient to the weights as well; from timings on two cores.
_PAIR_PICTURE, _STEP_SAMPLE = 0.4, 1.0
# The engine's balance of relative terms at 1/1/1, chosen by few single runs (docs/method.md).
MOMENTS, CORRELATION, DIVERSITY, CLASS_TERM, APPEARANCE = 20.0, 20.0, 1.0, 1.0, 1.0
# Step of the images a unit of relative gradient and sample, docs/method.md.
_RATE = 1.6e-3
MOMENTUM = 0.5
# Samples of a class that one step looks at, where it has more than the second (docs/method.md).
_SAMPLES_SEEN, _SEEN_WHOLE = 40, 50
# Of the authors' commands; absolute units, summed over classes, images at rate 1 (docs/method.md).
_PUBLISHED_MOMENTS, _PUBLISHED_DIVERSITY = 10_000.0, 10.0


@dataclass(frozen=True)
class _Effort:
    pairs: int
    steps: int
    width: int
    members: int = 0
    lessons: int = 0

    def at(self, size: int) -> _Effort:
        """The same preset for pictures of ``size`` px.

        A picture of 64 px costs four times one of 32 px; networks of half the width see textures
        as well there, and fewer pairs do.
        """
        if size <= _SMALL:
            return self
        return replace(self, pairs=self.pairs * 4 // 5, width=min(self.width, WIDTH // 2))


_EFFORTS: dict[Preset, _Effort] = {
    "quick": _Effort(pairs=40, steps=300, width=64),
    "standard": _Effort(pairs=100, steps=2000, width=WIDTH, members=3, lessons=400),
    "published": _Effort(pairs=200, steps=2000, width=WIDTH),
    "best": _Effort(pairs=400, steps=8000, width=WIDTH, members=4, lessons=1000),
}


@dataclass(frozen=True)
class Slots:
    """Where each class's synthetic images stand in the tensor of all.

    Every class takes ``length`` places, so that groups of classes have one compiled shape;
    classes with fewer images, and classes added to fill the last group, are padding.

    Attributes
    ----------
    counts : tuple of int
        Synthetic images of each class; 0 for a class that is kept whole.
    length : int
        Places a class.
    group : int
        Classes pushed through the network together.
    packing : int
        Samples stored along each side of an image; 1 for a single sample.
    free : tuple of int or None
        Places of the samples that are learnt while all others stay as they are, counted unpacked:
        ``label · samples + number in its class``. None: all are learnt.
    among : int
        Classes of the whole run, where these are only some of them; 0: they are all.
    first : int
        Number of the first class in the whole run.
    most : int
        Images of a class that one step looks at, which are of one part; 0: all.
    """

    counts: tuple[int, ...]
    length: int
    group: int
    packing: int = 1
    free: tuple[int, ...] | None = None
    among: int = 0
    first: int = 0
    most: int = 0

    @classmethod
    def of(
        cls, images: npt.NDArray[np.int64], *, micro_batch: int, packing: int = 1, most: int = 0
    ) -> Slots:
        """Slots for classes of so many ``images`` each."""
        counts = tuple(int(one) for one in images)
        return cls(counts, max(counts), 1, packing, most=most).regrouped(micro_batch)

    @property
    def seen(self) -> Slots:
        """The places of what one step looks at: some images of each class, or all."""
        if not 0 < self.most < self.length:
            return self
        counts = tuple(min(one, self.most) for one in self.counts)
        return replace(self, counts=counts, length=self.most, most=0)

    def parts(self, label: int) -> list[range]:
        """Images of each part of a class, where a step looks at one part; one of all, elsewhere.

        Parts differ by one image at most.
        """
        count = self.counts[label]
        parts = max(1, count // self.most) if self.most else 1
        edges = [count * part // parts for part in range(parts + 1)]
        return [range(first, last) for first, last in pairwise(edges)]

    def regrouped(self, micro_batch: int) -> Slots:
        """The same places in groups that fit another micro-batch."""
        ideal = max(1, micro_batch // self.seen.samples)
        groups = -(-len(self.counts) // ideal)
        return replace(self, group=-(-len(self.counts) // groups))

    def divided(self, processes: int) -> Slots:
        """The same places in so many groups at least that each process has one, if it can be."""
        if len(list(self.groups())) >= processes:
            return self
        return replace(self, group=max(1, len(self.counts) // processes))

    def of_classes(self, classes: range) -> Slots:
        """The places of some classes alone, which are whole groups."""
        if len(classes) == len(self.counts):
            return self
        free = self.free
        if free is not None:
            first, last = classes.start * self.samples, classes.stop * self.samples
            free = tuple(place - first for place in free if first <= place < last)
        counts = self.counts[classes.start : classes.stop]
        return replace(
            self, counts=counts, free=free, among=self.total, first=self.first + classes.start
        )

    @property
    def total(self) -> int:
        """Classes of the whole run."""
        return self.among or len(self.counts)

    @property
    def classes(self) -> int:
        """Classes including padding."""
        return -(-len(self.counts) // self.group) * self.group

    @property
    def samples(self) -> int:
        """Places a class, unpacked."""
        return self.length * self.packing**2

    @property
    def decoded(self) -> int:
        """True samples of all classes, unpacked."""
        return sum(self.counts) * self.packing**2

    def shares(self, device: torch.device) -> Tensor:
        """Share of each sample in its class mean, float32 ``(classes, samples)``."""
        shares = torch.zeros(self.classes, self.samples)
        for label, count in enumerate(self.counts):
            samples = count * self.packing**2
            shares[label, :samples] = 1 / max(1, samples)
        return shares.to(device)

    def step_sizes(self, size: int, device: torch.device) -> Tensor:
        """Factor of each place's step, float32 ``(classes · length, 1, 1, 1)``.

        A sample of a small class has a larger share in its mean and so a larger gradient; the
        factor takes that back, or small classes would be learnt at a rate that diverges.
        Where only some samples are learnt it is 0 on the pixels of all others,
        ``(classes · length, 1, size, size)``.
        """
        counts = torch.zeros(self.classes)
        counts[: len(self.counts)] = torch.tensor(self.counts, dtype=torch.float32)
        factors = (counts / self.length).repeat_interleave(self.length).view(-1, 1, 1, 1)
        return (factors if self.free is None else factors * self._free_pixels(size)).to(device)

    def _free_pixels(self, size: int) -> Tensor:
        """1 on the pixels of samples that are learnt, ``(classes · length, 1, size, size)``."""
        free = torch.zeros(self.classes * self.samples)
        free[list(self.free or ())] = 1
        side = size // self.packing
        return laid_out(free.view(-1, 1, 1, 1).expand(-1, 1, side, side), self.packing)

    def groups(self) -> Iterator[slice]:
        """The classes of each group, without groups that have nothing to learn."""
        learnt = [count > 0 for count in self.counts]
        if self.free is not None:
            learning = {place // self.samples for place in self.free}
            learnt = [label in learning for label in range(len(self.counts))]
        for first in range(0, len(self.counts), self.group):
            if any(learnt[first : first + self.group]):
                yield slice(first, first + self.group)

    def rows(self) -> tuple[Tensor, Tensor]:
        """Positions of the true images and their labels, int64 ``(N,)`` each."""
        rows = [
            label * self.length + place
            for label, count in enumerate(self.counts)
            for place in range(count)
        ]
        labels = [label for label, count in enumerate(self.counts) for _ in range(count)]
        return torch.tensor(rows), torch.tensor(labels)


@dataclass(frozen=True)
class Plan:
    """Everything the loop needs to know.

    Attributes
    ----------
    bank : BankPlan
    weights : Weights
    slots : Slots
    steps : int
    seconds : float or None
        Time limit of the whole run.
    rate : float
        Learning rate of the images, in normalised pixels.
    seed : int
    pool : PoolPlan
    decays : bool
        Whether the rate falls as the run goes on.
    """

    bank: BankPlan
    weights: Weights
    slots: Slots
    steps: int
    seconds: float | None
    rate: float
    seed: int
    pool: PoolPlan
    decays: bool = True


def make_plan(
    recipe: CondenseRecipe,
    counts: npt.NDArray[np.int64],
    shape: tuple[int, int, int],
    *,
    learnt: npt.NDArray[np.int64],
    eye: Eye,
    budget: int,
) -> Plan:
    """Resolve a recipe.

    Parameters
    ----------
    recipe : CondenseRecipe
    counts : ndarray, int64, (classes,)
        Training pictures of each class, each at least 1.
    shape : tuple of int
        ``(C, H, W)`` of a picture.
    learnt : ndarray, int64, (classes,)
        Synthetic images of each class (:func:`engine.data.allocation.allocate`).
    eye : Eye
    budget : int
        Bytes the bank may take, in memory and on disk; fewer pairs are drawn where it is short.

    Raises
    ------
    UserError
        ``condense.nothing_to_learn`` where every class is kept whole; ``condense.nothing_to_match``
        where no term of the objective has a say.
    """
    if not learnt.any():
        raise UserError("condense.nothing_to_learn", exit_code=2)
    effort = _EFFORTS[recipe.preset].at(shape[1])
    packing = packing_for(recipe, *shape[1:])
    slots = Slots.of(
        learnt,
        micro_batch=eye.micro_batch(shape[1]),
        packing=packing,
        most=_most_seen(recipe, int(learnt.max()), packing),
    )
    pictures = _PICTURES_PER_PAIR * _SMALL // max(_SMALL, shape[1])
    per_class = max(_FEWEST_PER_CLASS, pictures // len(counts))
    weights = _weights(recipe, depth_for(shape[1]))
    diverse = weights.diversity > 0 and slots.samples > 1  # a single sample has no spread
    if not (recipe.content or recipe.style or diverse):
        raise UserError("condense.nothing_to_match", exit_code=2)
    bounded = diverse and weights.diversity_kind == "bounded"
    bank = BankPlan(
        pairs=effort.pairs,
        per_class=per_class,
        width=effort.width,
        style=recipe.tap if recipe.style > 0 else False,
        directions=min(slots.seen.samples - 1, MOST_DIRECTIONS) if bounded else 0,
        kernel=recipe.kernel == "rbf" and not weights.absolute,
    )
    affordable = budget // bank.pair_bytes(len(counts), shape[1])
    # A step of packed images costs four times as much, and a quarter of them does as well.
    steps = recipe.steps or effort.steps // slots.packing**2
    pairs = max(2, min(effort.pairs, affordable, steps))
    pixels = shape[0] * shape[1] * shape[2]
    return Plan(
        bank=replace(bank, pairs=pairs),
        weights=weights,
        slots=slots,
        steps=steps,
        seconds=None if recipe.minutes is None else recipe.minutes * 60,
        pool=_pool(effort, counts, slots.packing),
        # The loop's objective is a mean over classes, the published one a sum.
        rate=len(counts) * (1.0 if weights.absolute else _RATE * slots.seen.length * pixels),
        seed=recipe.seed,
        decays=not weights.absolute,
    )


def _most_seen(recipe: CondenseRecipe, images: int, packing: int) -> int:
    """Images of a class that one step looks at; 0: all."""
    # The published loop looks at all; and samples that mending leaves as they are always count.
    all_seen = recipe.preset == "published" or recipe.mend is not None
    if all_seen or images * packing**2 <= _SEEN_WHOLE:
        return 0
    return _SAMPLES_SEEN // packing**2


def _weights(recipe: CondenseRecipe, depth: int) -> Weights:
    """The sliders times the engine's own balance, or times the published weights."""
    if recipe.preset == "published":
        return Weights(
            content=recipe.content,
            moments=_PUBLISHED_MOMENTS * recipe.style,
            correlation=0.0,
            diversity=_PUBLISHED_DIVERSITY * recipe.diversity,
            diversity_kind="kl",
            absolute=True,
        )
    half = -(-depth // 2)
    layers = {"all": (), "early": range(half), "late": range(half, depth)}[recipe.style_layers]
    return Weights(
        content=recipe.content,
        moments=MOMENTS * recipe.style * 2 * recipe.moments_share,
        correlation=CORRELATION * recipe.style * 2 * (1 - recipe.moments_share),
        diversity=DIVERSITY * recipe.diversity,
        class_term=CLASS_TERM * recipe.content,
        appearance=APPEARANCE * recipe.style,
        diversity_kind=recipe.diversity_kind,
        neighbours=recipe.neighbours,
        layers=tuple(layers),
    )


def _pool(effort: _Effort, counts: npt.NDArray[np.int64], packing: int) -> PoolPlan:
    """The pool of a preset, where there are enough pictures for it, and classes to tell apart.

    A network that has seen every picture many times knows them by heart, and looking through such
    ones was worse than through random ones (docs/method.md).
    """
    pictures = int(counts.sum())
    enough = len(counts) > 1 and pictures >= _PICTURES_OF_POOL
    wanted = effort.lessons if packing > 1 else round(_UNPACKED * effort.lessons)
    lessons = min(wanted, int(_MOST_PASSES * pictures) // BATCH)
    return PoolPlan(effort.members if enough else 0, lessons, effort.width)


def closing_pairs(plan: Plan, counts: npt.NDArray[np.int64], size: int) -> float:
    """What measuring the gaps at the end costs, in times of computing a pair of the bank."""
    looked = np.minimum(counts, real_per_class(len(counts), size)).sum() + plan.slots.decoded
    through_pair = np.minimum(counts, plan.bank.per_class).sum()
    return float(_MEASURING * WIDTH / plan.bank.width * NETWORKS * looked / through_pair)


def pictures_after_pool(plan: Plan, counts: npt.NDArray[np.int64]) -> float:
    """What follows the training of the pool, in times of training on one picture."""
    pair = np.minimum(counts, plan.bank.per_class).sum()
    steps = plan.steps * plan.slots.seen.decoded
    return float(_PAIR_PICTURE * plan.bank.pairs * pair + _STEP_SAMPLE * steps)
