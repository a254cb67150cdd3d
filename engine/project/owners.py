"""Which process is at work on something, and whether it still lives."""

from __future__ import annotations

import os
import socket


def this_process() -> str:
    """The owner to write down: host and process."""
    return f"{socket.gethostname()}:{os.getpid()}"


def alive(owner: str) -> bool:
    """Whether an owner may still be at work; one of another computer counts as alive."""
    host, _, pid = owner.rpartition(":")
    if not (pid.isascii() and pid.isdigit()):
        return False
    if host != socket.gethostname():
        return True
    if os.name == "nt":
        # os.kill(pid, 0) would end the process on Windows; only our own id is certain.
        return int(pid) == os.getpid()
    try:
        os.kill(int(pid), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
