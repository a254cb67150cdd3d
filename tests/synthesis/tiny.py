"""Tiny real problems for the engine: striped pictures, narrow networks, exact arithmetic."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from engine.data.allocation import allocate
from engine.data.recipe import CondenseRecipe
from engine.matching.appearance import AppearanceTargets
from engine.networks.observer import observe_eagerly
from engine.runtime import StopMode, StopSource
from engine.runtime.events import Event, Message, Preview
from engine.synthesis.aim import aim_at
from engine.synthesis.condense import condense
from engine.synthesis.eye import Eye
from engine.synthesis.plan import Plan, make_plan
from engine.synthesis.real import RealPictures
from engine.synthesis.start import starting_images
from engine.synthesis.state import State
from engine.synthesis.watch import Watch
from tests.conftest import striped

CPU = torch.device("cpu")


@dataclass(frozen=True)
class TestEye(Eye):
    """Float32, nothing compiled, micro-batches as large as is asked for."""

    __test__ = False
    pictures: int = 20

    def micro_batch(self, size: int) -> int:
        return self.pictures


def eye_for(pictures: int = 20, look: Callable[..., Any] = observe_eagerly) -> Eye:
    return TestEye(CPU, torch.float32, look, compiled=False, pictures=pictures)


EYE = eye_for()


def real_pictures(
    counts: tuple[int, ...] = (12, 9, 7), *, size: int = 16, channels: int = 1
) -> RealPictures:
    random = np.random.default_rng(0)
    by_class = [
        striped(random, count, label, len(counts), size=size, channels=channels)
        for label, count in enumerate(counts)
    ]
    level = np.concatenate([one.reshape(-1, channels) for one in by_class]) / 255
    return RealPictures(by_class, level.mean(0).astype(np.float32), level.std(0).astype(np.float32))


def images_of(recipe: CondenseRecipe, counts: Sequence[int]) -> npt.NDArray[np.int64]:
    """Synthetic images of each class, where none is kept whole."""
    recipe = recipe.model_copy(update={"keep_whole": 0})
    return allocate(recipe, [str(label) for label in range(len(counts))], counts).learnt


def tiny_plan(
    real: RealPictures, recipe: CondenseRecipe, *, eye: Eye = EYE, pairs: int = 4, **changes: Any
) -> Plan:
    """What the engine plans, with fewer and narrower networks."""
    counts = np.array([len(one) for one in real.by_class])
    learnt = images_of(recipe, counts.tolist())
    plan = make_plan(recipe, counts, real.shape, learnt=learnt, eye=eye, budget=1 << 30)
    bank = dataclasses.replace(plan.bank, width=16, pairs=pairs, per_class=10)
    return dataclasses.replace(plan, bank=bank, **changes)


def begin(real: RealPictures, plan: Plan, recipe: CondenseRecipe) -> State:
    images = starting_images(real, plan.slots, recipe, token=StopSource().token)
    return State(images, torch.zeros_like(images), pairs=plan.bank.pairs)


def aim_of(real: RealPictures, plan: Plan) -> AppearanceTargets:
    """How the samples shall look."""
    return aim_at(real, plan.slots.seen, seed=plan.seed, device=CPU, token=StopSource().token)


@dataclass
class Course:
    """One condensing of a tiny problem, and what was heard of it."""

    real: RealPictures
    recipe: CondenseRecipe
    plan: Plan
    state: State
    events: list[Event] = field(default_factory=list)
    source: StopSource = field(default_factory=StopSource)

    @classmethod
    def of(
        cls, real: RealPictures, recipe: CondenseRecipe, *, eye: Eye = EYE, **changes: Any
    ) -> Course:
        plan = tiny_plan(real, recipe, eye=eye, **changes)
        return cls(real, recipe, plan, begin(real, plan, recipe))

    def run(self, eye: Eye = EYE) -> StopMode | None:
        watch = Watch(
            self.plan,
            self.state,
            emit=self.events.append,
            token=self.source.token,
            save=lambda state: None,
            preview=lambda state: Preview(np.empty(0), np.empty(0), state.step),
        )
        return condense(
            self.real,
            self.plan,
            self.state,
            eye=eye,
            watch=watch,
            token=self.source.token,
            aim=aim_of(self.real, self.plan),
        )

    def messages(self) -> list[str]:
        return [event.key for event in self.events if isinstance(event, Message)]
