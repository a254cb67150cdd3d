"""HDF5 files of unknown origin are read by another process before this one opens them.

The HDF5 library loops for ever or crashes on some damaged files, and nothing in this process can
stop it then. A file that another process came out of alive is remembered by its place, size and
times; what this process writes itself needs no proof (decision 0022).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

from engine.runtime.errors import UserError
from engine.runtime.files import write_text

COMMAND = "prove-hdf5"
"""What the frozen application is started with to become such a process (see main.py)."""

SECONDS = 8.0
"""Longest time for one file, and a second more for every 64 MiB of it."""

_BYTES_PER_SECOND = 64 << 20
_AT_ONCE = 200
_MOST_KEPT = 5_000
_SCRIPT = Path(__file__).with_name("prove_file.py")

Facts = tuple[int, ...]

_lock = threading.Lock()
_proven: dict[str, Facts] = {}
_harmful: dict[str, Facts] = {}
_kept_in: Path | None = None


def keep_in(path: Path) -> None:
    """From now on remember in a file what was proven; what it says already is believed."""
    global _kept_in
    _kept_in = path
    try:
        stored = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return
    if isinstance(stored, dict):
        _proven.update({name: tuple(one) for name, one in stored.items() if isinstance(one, list)})


def trust(path: Path) -> None:
    """Take a file that this process has written for proven."""
    with suppress(OSError), _lock:
        _proven[os.path.realpath(path)] = _facts(path)
    _keep()


def is_known(path: Path) -> bool:
    """Whether :func:`prove` would answer at once; also where there is no such file."""
    with suppress(OSError):
        return _facts(path) in (one.get(os.path.realpath(path)) for one in (_proven, _harmful))
    return True


def prove(path: Path) -> None:
    """Have a file read by another process, unless that was done before.

    Raises
    ------
    UserError
        ``file.not_ours`` if the other process crashed over it or did not come to an end.
    OSError
        There is no such file.
    """
    key = os.path.realpath(path)
    facts = _facts(path)
    if _proven.get(key) == facts:
        return
    if _harmful.get(key) == facts:
        raise UserError("file.not_ours", file=str(path), reason="damaged")
    wanted = [path, *_beside(path)]
    known = {one: _facts(one) for one in wanted}
    alive = _came_out_alive(wanted)
    with _lock:
        for one in wanted[: len(wanted) if alive is None else alive]:
            _proven[os.path.realpath(one)] = known[one]
        if alive is not None:
            _harmful[os.path.realpath(wanted[alive])] = known[wanted[alive]]
    _keep()
    if alive == 0:
        raise UserError("file.not_ours", file=str(path), reason="damaged")


def _came_out_alive(paths: list[Path]) -> int | None:
    """Number of the file that the other process did not survive; None for none of them."""
    command = [sys.executable, COMMAND if getattr(sys, "frozen", False) else str(_SCRIPT)]
    size = sum(one.stat().st_size for one in paths)
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            [*command, *(str(one.absolute()) for one in paths)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS + size / _BYTES_PER_SECOND,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        said = done.stdout
    except subprocess.TimeoutExpired as late:
        said = late.stdout or b""
    except OSError:  # no more processes: reading the file matters more
        return None
    lines = said.split()
    if lines[-1:] == [b"end"]:
        return None
    # Without a word it did not even start, which says nothing of the files.
    return int(lines[-1]) if lines and lines[-1].isdigit() else None


def _beside(path: Path) -> list[Path]:
    """The sets of the other runs of a project, which are about to be read too."""
    folder = path.parent.parent if path.parent.parent.name == "runs" else path.parent / "runs"
    found = sorted(folder.glob("*/condensed.h5"))[:_AT_ONCE] if folder.name == "runs" else []
    beside = []
    for one in found:
        with suppress(OSError):
            key, facts = os.path.realpath(one), _facts(one)
            if one != path and facts not in (_proven.get(key), _harmful.get(key)):
                beside.append(one)
    return beside


def _facts(path: Path) -> Facts:
    """What changes when a file does; the time of its entry cannot be set by anybody."""
    found = path.stat()
    times = (found.st_mtime_ns, found.st_ctime_ns)
    return (found.st_dev, found.st_ino, found.st_size, *times)


def _keep() -> None:
    if _kept_in is None:
        return
    with _lock:
        latest = dict(list(_proven.items())[-_MOST_KEPT:])
    with suppress(UserError):
        write_text(_kept_in, json.dumps(latest))
