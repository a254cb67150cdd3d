"""The trainings of a trial dealt out to the processes of a team, and what they found put together.

A training depends on its set, its seed and nothing else, so who does it makes no difference.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import takewhile
from typing import Any, TypeVar

import torch

from engine.distributed.packets import nothing, packed, unpacked
from engine.distributed.team import Team
from engine.trial.bench import Trained
from engine.trial.results import Curve
from engine.trial.scoring import Scores

Key = TypeVar("Key", bound=Hashable)

_ARRAYS = ("said", "confusion", "count", "confidence_sum", "correct", "confidence")


def dealt(costs: Sequence[float], processes: int) -> list[list[int]]:
    """Numbers of the trainings of each process, in order; the longest are dealt first.

    Parameters
    ----------
    costs : sequence of float
        Of each training, in any unit.
    """
    hands: list[list[int]] = [[] for _ in range(processes)]
    loads = [0.0] * processes
    for number in sorted(range(len(costs)), key=lambda one: (-costs[one], one)):
        least = loads.index(min(loads))
        hands[least].append(number)
        loads[least] += costs[number]
    return [sorted(hand) for hand in hands]


def put_together(
    found: Mapping[Key, tuple[Trained, float]], keys: Sequence[Key], team: Team
) -> dict[Key, tuple[Trained, float]]:
    """What all processes found, in the process that leads; others get only their own.

    Parameters
    ----------
    found : mapping
        A training and a number that goes with it, by key.
    keys : sequence
        All of them; the same in every process.
    """
    if team.size == 1:
        return dict(found)
    numbers = {key: number for number, key in enumerate(keys)}
    arrays = {
        str(numbers[key]): [torch.from_numpy(getattr(one.scores, name)) for name in _ARRAYS]
        for key, (one, _) in found.items()
    }
    plain = {str(numbers[key]): _plain(one, beside) for key, (one, beside) in found.items()}
    parts = [packed(arrays, plain)] + [nothing()] * (team.size - 1)
    together = dict(found)
    for row in team.exchanged(parts):
        values, more = unpacked(row) if len(row) else ({}, {})
        for number, words in more.items():
            together[keys[int(number)]] = _trained(values[number], words)
    return together


def in_order(found: Mapping[Key, tuple[Trained, float]], keys: Iterable[Key]) -> list[Trained]:
    """The trainings of some keys, as far as none before them is missing: seeds stay paired."""
    return [found[key][0] for key in takewhile(lambda key: key in found, keys)]


def _plain(one: Trained, beside: float) -> dict[str, Any]:
    return {
        "images": one.images,
        "steps": one.steps,
        "seconds": one.seconds,
        "macro_f1": one.scores.macro_f1,
        "curve": one.curve.model_dump(),
        "beside": beside,
    }


def _trained(arrays: Sequence[torch.Tensor], words: dict[str, Any]) -> tuple[Trained, float]:
    known: dict[str, Any] = {name: one.numpy() for name, one in zip(_ARRAYS, arrays, strict=True)}
    scores = Scores(macro_f1=words["macro_f1"], **known)
    curve = Curve.model_validate(words["curve"])
    trained = Trained(words["images"], words["steps"], words["seconds"], scores, curve)
    return trained, words["beside"]
