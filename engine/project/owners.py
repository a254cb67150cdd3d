"""Which process is at work on something, and whether it still lives."""

from __future__ import annotations

import os
import socket
from pathlib import Path

_START = 19  # fields of /proc/PID/stat behind the name, before the time the process began


def this_process() -> str:
    """The owner to write down: host, process and, where it can be known, when that began."""
    began = _began(os.getpid())
    return f"{socket.gethostname()}:{os.getpid()}" + (f":{began}" if began else "")


def alive(owner: str) -> bool:
    """Whether an owner may still be at work; one of another computer counts as alive."""
    host, *numbers = owner.split(":")
    if len(numbers) not in (1, 2) or not all(one.isascii() and one.isdigit() for one in numbers):
        return False
    if host != socket.gethostname():
        return True
    pid = int(numbers[0])
    if os.name == "nt":
        # os.kill(pid, 0) would end the process on Windows; only our own id is certain.
        return pid == os.getpid()
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass
    # The number may have been given to another process meanwhile.
    return len(numbers) == 1 or _began(pid) in ("", numbers[1])


def _began(pid: int) -> str:
    """When a process began, in ticks since the computer did; empty where that is not told."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return ""
    # The name stands in brackets and may hold anything, brackets too.
    fields = told.rpartition(")")[2].split()
    return fields[_START] if len(fields) > _START else ""
