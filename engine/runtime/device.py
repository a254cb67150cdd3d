"""The device a run computes on, and how much memory it may take."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import torch
from threadpoolctl import threadpool_limits

from engine.runtime.errors import UserError

_ASSUMED_BYTES = 4 << 30


def choose_device(wanted: Literal["auto", "cpu", "cuda"]) -> torch.device:
    """The device to compute on.

    Raises
    ------
    UserError
        ``condense.no_gpu`` if CUDA was asked for and there is none.
    """
    available = torch.cuda.is_available()
    if wanted == "cuda" and not available:
        raise UserError("condense.no_gpu", exit_code=2)
    return torch.device("cuda" if available and wanted != "cpu" else "cpu")


def describe_device(device: torch.device) -> str:
    """A name for people: the GPU's, or ``CPU (2 threads)``."""
    if device.type == "cuda":
        return str(torch.cuda.get_device_name(device))
    return f"CPU ({torch.get_num_threads()} threads)"


def free_bytes(device: torch.device) -> int:
    """Memory that can be taken without harm, in bytes."""
    if device.type == "cuda":
        return int(torch.cuda.mem_get_info(device)[0])
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
        kilobytes = next(line.split()[1] for line in lines if line.startswith("MemAvailable"))
        return int(kilobytes) * 1024
    except (OSError, StopIteration, ValueError):
        return _physical_bytes() // 2


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
    # Torch sets the number for a thread when the thread first asks; later it stays as it is.
    torch.get_num_threads()
    with threadpool_limits(1, user_api="openmp"):
        yield
