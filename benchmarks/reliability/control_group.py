"""A control group of Linux with little memory: whoever takes more in it is killed at once."""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_ROOT = Path("/sys/fs/cgroup")
_TRIES = 250
_numbers = itertools.count()


@contextmanager
def control_group(most: int) -> Iterator[Path | None]:
    """The file that a process of the group writes its number to; None where not permitted.

    Parameters
    ----------
    most : int
        Bytes of memory, and of the swap beside it.
    """
    made = next((one for top in _tops() if (one := _made(top, most)) is not None), None)
    try:
        yield None if made is None else made / "cgroup.procs"
    finally:
        if made is not None:
            _removed(made)


def _removed(folder: Path) -> None:
    """Wait a little for whom the killed one had started; they end with it."""
    for _ in range(_TRIES):
        try:
            folder.rmdir()
        except OSError:
            time.sleep(0.02)
        else:
            return


def _tops() -> Iterator[Path]:
    """Groups in which one may be made: our own of the second version, then of the first."""
    with suppress(OSError):
        for line in Path("/proc/self/cgroup").read_text(encoding="utf-8").splitlines():
            _, controllers, place = line.split(":", 2)
            if controllers in ("", "memory"):
                yield _ROOT / controllers / place.lstrip("/")
                yield _ROOT / controllers


def _made(top: Path, most: int) -> Path | None:
    folder = top / f"shizuku-{os.getpid()}-{next(_numbers)}"
    try:
        folder.mkdir()
    except OSError:
        return None
    for name in ("memory.max", "memory.limit_in_bytes"):
        with suppress(OSError):
            if (folder / name).exists():
                (folder / name).write_text(str(most))
                return folder
    with suppress(OSError):
        folder.rmdir()
    return None
