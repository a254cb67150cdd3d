"""The device a run computes on, and how much memory it may take."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from threadpoolctl import threadpool_limits

from engine.runtime.control_groups import memory_left
from engine.runtime.errors import UserError
from engine.runtime.limits import DeviceChoice, limits

if TYPE_CHECKING:
    import torch

_ASSUMED_BYTES = 4 << 30
_SHARE = 0.5  # of what is free, unless somebody says how much
# Threads before anybody asked for a number; None: nobody has.
_usual_threads: int | None = None


def choose_device(wanted: DeviceChoice) -> torch.device:
    """The device to compute on; *auto* is as the limits of this process say.

    Raises
    ------
    UserError
        ``condense.no_gpu``, ``condense.no_mps``: it is not there; ``settings.firm_device`` if an
        administrator allows only another.
    """
    import torch

    allowed = limits()
    if allowed.firm_device and wanted not in ("auto", allowed.device) and allowed.device != "auto":
        raise UserError("settings.firm_device", exit_code=2, device=allowed.device.upper())
    wanted = allowed.device if wanted == "auto" else wanted
    if wanted == "mps":
        if not torch.backends.mps.is_available():
            raise UserError("condense.no_mps", exit_code=2)
        return torch.device("mps")
    available = torch.cuda.is_available() and has_code_for_card()
    if wanted == "cuda" and not available:
        raise UserError("condense.no_gpu", exit_code=2)
    return torch.device("cuda" if available and wanted != "cpu" else "cpu")


def has_code_for_card() -> bool:
    """Whether this PyTorch has code for the first graphics card; True where it cannot be told."""
    import torch

    try:
        return torch.cuda.get_device_capability(0) >= least_capability()
    except Exception:  # whatever is wrong with the driver, a run tells it
        return True


def least_capability() -> tuple[int, int]:
    """The least compute capability that this PyTorch has code for; (0, 0) where it names none."""
    import torch

    found = []
    for name in torch.cuda.get_arch_list():
        digits = name.removeprefix("sm_").rstrip("abcdefghijklmnopqrstuvwxyz")
        if name.startswith("sm_") and digits.isdecimal():
            found.append(divmod(int(digits), 10))
    return min(found, default=(0, 0))


def describe_device(device: torch.device) -> str:
    """A name for people: the GPU's, or ``CPU × 2`` with its threads."""
    import torch

    if device.type == "cuda":
        return str(torch.cuda.get_device_name(device))
    if device.type == "mps":
        return "Apple GPU"
    return f"CPU × {torch.get_num_threads()}"


def free_bytes(device: torch.device) -> int:
    """Memory that can be taken without harm, in bytes."""
    if device.type == "cuda":
        import torch

        return int(torch.cuda.mem_get_info(device)[0])
    return free_memory()


def free_memory() -> int:
    """The computer's own memory that can be taken without harm, in bytes."""
    left, free = memory_left(), _available_bytes()
    return free if left is None else min(left, free)


def _available_bytes() -> int:
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
        kilobytes = next(line.split()[1] for line in lines if line.startswith("MemAvailable"))
        return int(kilobytes) * 1024
    except (OSError, StopIteration, ValueError):
        return _physical_bytes() // 2


def may_take(device: torch.device, asked: float | None = None) -> int:
    """Bytes that a run may take of the memory of ``device``, never more than is free.

    Parameters
    ----------
    asked : float or None
        GiB, of a recipe; None: as the limits of this process say, or half of what is free.
    """
    free, allowed = free_bytes(device), limits()
    most = allowed.memory_bytes
    if asked is not None:
        own = int(asked * 2**30)
        most = min(own, most) if most is not None and allowed.firm_memory else own
    return int(_SHARE * free) if most is None else min(free, most)


def use_threads() -> None:
    """Let the calling thread, and those begun from now on, calculate with as many as allowed."""
    global _usual_threads
    wanted = limits().threads
    if wanted is None and _usual_threads is None:
        return
    import torch

    if _usual_threads is None:
        _usual_threads = torch.get_num_threads()
    wanted = wanted or _usual_threads
    if torch.get_num_threads() != wanted:
        torch.set_num_threads(wanted)


def _physical_bytes() -> int:
    if hasattr(os, "sysconf"):
        return int(os.sysconf("SC_PAGE_SIZE")) * int(os.sysconf("SC_PHYS_PAGES"))
    return _ASSUMED_BYTES


@contextmanager
def one_core() -> Iterator[None]:
    """Keep this thread's calculations to one core.

    For short work beside a long job: two teams of threads that wait for each other's cores
    take many times as long as both in turn (measured: 300 s instead of 25 s).
    """
    import torch

    # Torch sets the number for a thread when the thread first asks; later it stays as it is.
    torch.get_num_threads()
    with threadpool_limits(1, user_api="openmp"):
        yield
