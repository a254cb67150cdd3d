"""The events a long piece of work emits; all frozen, all safe to hand to another thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True)
class Progress:
    """How far the work has come.

    Attributes
    ----------
    stage : str
        Message key of the stage, e.g. ``"stage.bank"``; see ``engine.runtime.messages``.
    done, total : int
        Units of work finished and to do in this stage; ``total`` is 0 while unknown.
    rate : float or None
        Units a second in this stage.
    seconds_left : float or None
        Estimate for the *whole* job, not only this stage.
    values : mapping of str to float
        Live figures, e.g. ``content``, ``style``, ``diversity`` in per cent of their start.
    """

    stage: str
    done: int
    total: int
    rate: float | None = None
    seconds_left: float | None = None
    values: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Preview:
    """Synthetic images as they are now: uint8 ``(N, H, W, C)`` and int64 labels ``(N,)``.

    ``appearance`` has the mean of each measure of :mod:`engine.inspection.appearance` on the
    pictures aimed at and on these images, e.g. ``{"line_weight": (2.9, 3.0)}``.
    """

    images: npt.NDArray[np.uint8]
    labels: npt.NDArray[np.int64]
    step: int
    appearance: Mapping[str, tuple[float, float]] = field(default_factory=dict)


@dataclass(frozen=True)
class Message:
    """One sentence for the user, named by its key so that it can be shown in any language."""

    level: Literal["info", "warning", "error"]
    key: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Finished:
    """The last event of a job."""

    outcome: Literal["done", "stopped", "cancelled", "failed"]


Event = Progress | Preview | Message | Finished
Emit = Callable[[Event], None]
