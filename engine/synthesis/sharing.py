"""A run shared out over the processes of a team.

Given the bank, classes are independent: each process holds the images of some classes and the
bank's statistics of these alone. What couples the classes is small: the terms of a step, which say
whether all step back. The bank is shared out by pairs: each process pushes the real pictures of all
classes through some of them, and hands every other process the rows of its classes. All draws
depend on numbers and the seed, never on who makes them (docs/scale.md).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import torch
from torch import Tensor

from engine.distributed.packets import nothing, packed, unpacked
from engine.distributed.team import ALONE, Team
from engine.matching.objective import Terms
from engine.synthesis.bank import Pair
from engine.synthesis.plan import Plan, Slots
from engine.synthesis.state import IMAGES, State
from engine.synthesis.watch import rest_after

_TERMS = len(Terms._fields)
# Of a pair, what travels; network and augmentation are made again from its number.
_ROWS = ("content", "scatter", "means", "stds", "grams", "gram_units", "directions", "spread")


@dataclass(frozen=True)
class Looked:
    """The gradient of the objective in the images, and its terms as class means (4,).

    ``by_class`` has what each class adds to the terms, float32 ``(classes, terms)``; ``finite`` is
    whether the gradients of all processes are, None: that of this one is to be asked.
    """

    gradient: Tensor
    terms: Tensor
    by_class: Tensor | None = None
    finite: bool | None = None

    @property
    def sound(self) -> bool:
        """Whether the step can be made."""
        return bool(self.gradient.isfinite().all()) if self.finite is None else self.finite


class Share:
    """What of a run is this process's own.

    Parameters
    ----------
    team : Team
    plan : Plan
        Of the whole run, its classes in as many groups as there are processes, if it can be.
    save : callable, optional
        Called in all processes alike when a checkpoint was asked for.

    Attributes
    ----------
    whole : Plan
    plan : Plan
        Its slots are those of this process's classes.
    classes : range
    """

    def __init__(
        self, team: Team, plan: Plan, *, save: Callable[[State], object] = lambda _: None
    ) -> None:
        self.team, self.whole, self._save = team, plan, save
        self._ranges = class_ranges(plan.slots, team.size)
        self.classes = self._ranges[team.number]
        self.plan = replace(plan, slots=plan.slots.of_classes(self.classes))
        self._asked, self._rest_until = False, 0.0

    @property
    def rows(self) -> slice:
        """Places of this process's images among those of all."""
        length = self.whole.slots.length
        if self.classes.stop == len(self.whole.slots.counts):  # with the padding behind it
            return slice(self.classes.start * length, None)
        return slice(self.classes.start * length, self.classes.stop * length)

    def ask_to_save(self, _state: State) -> None:
        """Let all processes save at the next step, unless saving would take much of the time."""
        self._asked = self.team.leads and time.monotonic() >= self._rest_until

    def together(self, look: Callable[[], Looked], state: State) -> Looked:
        """What all processes see in a step; before it is made, a checkpoint that is due is saved.

        Raises
        ------
        Stopped, UserError, MemoryError
            See :meth:`engine.distributed.Team.agree`.
        """
        if self.team.size == 1:
            return look()
        mine, shape = self.classes, (1 + len(self.whole.slots.counts), _TERMS)

        def tell(looked: Looked) -> Tensor:
            assert looked.by_class is not None
            table = torch.zeros(shape)
            table[0, 0], table[0, 1] = not looked.sound, self._asked
            table[1 + mine.start : 1 + mine.stop] = looked.by_class.cpu()
            return table

        looked, table = self.team.agree_on(look, tell, shape)
        if table[0, 1] > 0:
            self._asked, begun = False, time.monotonic()
            self._save(state)
            now = time.monotonic()
            self._rest_until = now + rest_after(now - begun)
        # One sum over all classes: the same bits however many processes there are.
        return replace(looked, terms=table[1:].float().sum(0), finite=float(table[0, 0]) == 0)

    def draw(
        self,
        number: int,
        upcoming: Callable[[], Iterator[int]],
        draw: Callable[[int], Pair],
        *,
        frame: Callable[[int], Pair],
        device: torch.device,
    ) -> dict[int, Pair]:
        """The pair ``number`` and, in a team, those that the next steps ask for: one a process.

        Parameters
        ----------
        upcoming : callable
            Numbers of the pairs that are missing, ``number`` first.
        draw : callable
            Computes a pair.
        frame : callable
            A pair without its statistics.
        device : torch.device
            Where pairs are computed.
        """
        if self.team.size == 1:
            return {number: draw(number)}
        numbers = [one for one, _ in zip(upcoming(), range(self.team.size), strict=False)]

        def parts() -> list[Tensor]:
            if self.team.number >= len(numbers):
                return [nothing(device)] * self.team.size
            pair = draw(numbers[self.team.number])
            return [_packet(pair.of_classes(one)) for one in self._ranges]

        taken = self.team.exchanged(self.team.agree(parts))
        return {one: _pair(frame(one), row) for one, row in zip(numbers, taken, strict=False)}

    def gathered(self, state: State) -> State | None:
        """The state of the whole run; None in all processes but the leader."""
        if self.team.size == 1:
            return state
        mine = packed({name: getattr(state, name).cpu() for name in IMAGES})
        parts = self.team.exchanged([mine] + [nothing()] * (self.team.size - 1))
        if not self.team.leads:
            return None
        found = [unpacked(one)[0] for one in parts]
        whole: dict[str, Any] = {name: torch.cat([one[name] for one in found]) for name in IMAGES}
        return replace(state, **whole)


def alone(plan: Plan) -> Share:
    """All of a run."""
    return Share(ALONE, plan)


def group_ranges(slots: Slots, processes: int) -> list[range]:
    """Which of the groups that learn something each process has: as many as any other, or one
    more; some have none where there are fewer groups than processes."""
    groups = len(list(slots.groups()))
    edges = [groups * one // processes for one in range(processes + 1)]
    return [range(first, last) for first, last in pairwise(edges)]


def class_ranges(slots: Slots, processes: int) -> list[range]:
    """The classes of each process, whole groups; every class is somebody's."""
    starts = [labels.start for labels in slots.groups()]
    edges = [0] + [len(slots.counts)] * processes
    for number, groups in enumerate(group_ranges(slots, processes)):
        # What has nothing to learn before the first group goes to the first process.
        if 0 < groups.start < len(starts):
            edges[number] = starts[groups.start]
        elif groups.start == 0:
            edges[number] = 0
    return [range(first, last) for first, last in pairwise(edges)]


def _packet(pair: Pair) -> Tensor:
    values = {name: value for name in _ROWS if (value := getattr(pair, name)) is not None}
    more = {"accuracy": pair.accuracy, "kernel": pair.kernel, "first": pair.first}
    return packed(values, more)


def _pair(frame: Pair, row: Tensor) -> Pair:
    values, more = unpacked(row)
    length, width = more.pop("kernel")
    return replace(frame, kernel=(length, width), **values, **more)
