"""What this process may use of the computer where nothing closer to the work says so; no torch."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Literal

DeviceChoice = Literal["auto", "cpu", "cuda", "mps"]
# More threads than this gain nothing while pictures are read.
_MOST_READERS = 8


@dataclass(frozen=True)
class Limits:
    """Device, memory and threads.

    Attributes
    ----------
    device : {"auto", "cpu", "cuda", "mps"}
        What *auto* means; itself *auto*: CUDA where there is a card for it. ROCm is called CUDA,
        as PyTorch does; ``mps`` is the graphics processor of a Mac, taken only where asked for.
    memory : float or None
        GiB a run may take; None: half of what is free.
    threads : int or None
        Threads that calculate; None: as PyTorch finds best.
    firm_device, firm_memory : bool
        Whether a recipe may not ask for something else, for an administrator says so.
    """

    device: DeviceChoice = "auto"
    memory: float | None = None
    threads: int | None = None
    firm_device: bool = False
    firm_memory: bool = False

    @property
    def memory_bytes(self) -> int | None:
        """Bytes a run may take; None: half of what is free."""
        return None if self.memory is None else int(self.memory * 2**30)


_current = Limits()


def limits() -> Limits:
    """The limits in force."""
    return _current


def use_limits(chosen: Limits) -> None:
    """From now on these are in force; a run that has begun keeps what it took."""
    global _current
    _current = chosen


def readers() -> int:
    """Threads that read pictures side by side, at least 1."""
    return min(_MOST_READERS, _current.threads or os.cpu_count() or 1)
