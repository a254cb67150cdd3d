"""The memory that a container or a batch job (SLURM, Docker, systemd) leaves its processes.

/proc/meminfo tells of the whole computer; whoever takes more than the group's limit is killed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_ROOT, _OWN = Path("/sys/fs/cgroup"), Path("/proc/self/cgroup")
# By version: limit, what is taken, and what of that the system gives back when it is needed.
_FILES = {
    1: ("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"),
    2: ("memory.max", "memory.current", "inactive_file"),
}
_NO_LIMIT = 1 << 60  # bytes; the first version has no word for none


def memory_left(root: Path = _ROOT, own: Path = _OWN) -> int | None:
    """Bytes that this process's groups leave it; None where none of them has a limit.

    Parameters
    ----------
    root : Path
        Where the groups are mounted.
    own : Path
        Says which groups this process is in.
    """
    left = []
    for folder, version in _groups(root, own):
        with suppress(OSError, ValueError):  # no such group seen from here, or "max"
            limit, usage, reclaimable = _FILES[version]
            most = int((folder / limit).read_text(encoding="ascii"))
            taken = int((folder / usage).read_text(encoding="ascii"))
            if most < _NO_LIMIT:
                left.append(max(0, most - taken + _stat(folder, reclaimable)))
    return min(left, default=None)


def _groups(root: Path, own: Path) -> Iterator[tuple[Path, int]]:
    """The folders of the groups and of all above them, whose limits hold too."""
    with suppress(OSError):
        for line in own.read_text(encoding="utf-8").splitlines():
            _, controllers, place = line.split(":", 2)
            if controllers in ("", "memory"):
                version = 1 if controllers else 2
                top = root / "memory" if controllers else root
                folder = top / place.lstrip("/")
                yield from ((one, version) for one in (folder, *folder.parents) if _in(one, top))


def _in(folder: Path, top: Path) -> bool:
    return folder == top or top in folder.parents


def _stat(folder: Path, name: str) -> int:
    for line in (folder / "memory.stat").read_text(encoding="ascii").splitlines():
        key, _, value = line.partition(" ")
        if key == name:
            return int(value)
    return 0
