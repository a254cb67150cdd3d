"""The state of a run between two steps, and its checkpoint."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from engine.runtime.errors import UserError
from engine.runtime.tensors import save_tensors

_VERSION = 2
IMAGES = ("images", "velocity", "good")
CURVES = ("content", "style", "diversity")


@dataclass
class State:
    """Everything a run needs to go on as if it had never stopped.

    Attributes
    ----------
    images, velocity : Tensor, float32, (classes · length, C, H, W)
        Normalised synthetic images and their momentum.
    pairs : int
        Pairs in the bank; a time limit may have made it smaller than planned.
    fingerprint : str
        Of the real pictures.
    members : int
        Networks in the pool; a time limit may have made it smaller than planned.
    good : Tensor, like images
        The last state worth going back to; the images themselves where none is given.
    step : int
        Steps finished.
    rate_factor : float
        Halved after each divergence.
    seconds : float
        Computing time so far, without pauses.
    spared : float
        Seconds that an earlier run took to train the networks that this one looks through.
    start, smooth : dict of str to float
        Each term at the start and its running mean.
    history : dict of str to list
        ``step`` and each term in per cent of its start.
    """

    images: Tensor
    velocity: Tensor
    pairs: int
    fingerprint: str = ""
    members: int = 0
    good: Tensor = field(default_factory=lambda: torch.empty(0))
    step: int = 0
    rate_factor: float = 1.0
    seconds: float = 0.0
    spared: float = 0.0
    start: dict[str, float] = field(default_factory=dict)
    smooth: dict[str, float] = field(default_factory=dict)
    history: dict[str, list[float]] = field(
        default_factory=lambda: {name: [] for name in ("step", *CURVES)}
    )

    def __post_init__(self) -> None:
        if self.good.shape != self.images.shape:
            self.keep()

    def save(self, path: Path) -> None:
        """Write the checkpoint atomically.

        Raises
        ------
        UserError
            ``file.cannot_write``.
        """
        values: dict[str, Any] = {**vars(self), "version": _VERSION}
        for name in IMAGES:
            values[name] = values[name].cpu()
        save_tensors(values, path)

    @classmethod
    def load(cls, path: Path, device: torch.device) -> State:
        """Read a checkpoint without running anything stored in it.

        Raises
        ------
        UserError
            ``file.not_ours`` if it is damaged or of another version.
        """
        try:
            values = torch.load(path, map_location=device, weights_only=True)
            if values.pop("version") != _VERSION:
                raise ValueError("another version")
            return cls(**values)
        except Exception as error:  # a damaged file can fail in any way at all
            raise UserError("file.not_ours", file=str(path), reason="damaged checkpoint") from error

    def keep(self) -> None:
        """Remember the images as they are now, to step back to."""
        self.good = self.images.clone()

    def step_back(self) -> None:
        """Go back to the images kept last at half the rate, keeping clock and history."""
        self.images.copy_(self.good)
        self.velocity.zero_()
        self.rate_factor *= 0.5

    def part(self, rows: slice, device: torch.device) -> State:
        """The same with some of the images alone, on ``device``."""
        chosen = {name: getattr(self, name)[rows].to(device) for name in IMAGES}
        return replace(self, **chosen)

    def refit(self, used: int, places: int) -> None:
        """Make room for ``places`` images, of which the first ``used`` are no padding.

        How many classes are only padding depends on the device.
        """
        for name in IMAGES:
            chosen = getattr(self, name)[:used]
            padding = chosen.new_zeros(places - used, *chosen.shape[1:])
            setattr(self, name, torch.cat([chosen, padding]))
