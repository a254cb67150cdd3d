"""A program of its own: reads HDF5 files as the application will, so that it is the one to suffer.

Run with paths; says the number of each before it begins. What is wrong with a file is not its
business, the application will see for itself. It must only come out alive at the end of each.
"""

import contextlib
import sys
from typing import Any

MEMORY = 4 << 30
"""Bytes of address space, where the system knows such a limit."""

_READ_WHOLE = 64 << 20


def prove(paths: list[str]) -> int:
    """Read each file; the exit code is 0 if nothing brought the process down."""
    _limit()
    import h5py

    for number, path in enumerate(paths):
        print(number, flush=True)
        # A refusal is as good as a result here.
        with contextlib.suppress(Exception), h5py.File(path, "r") as file:
            _attributes(file)
            for name in list(file)[:100]:
                with contextlib.suppress(Exception):
                    if isinstance(file.get(name, getlink=True), h5py.HardLink):
                        _look(file[name])
    print("end", flush=True)
    return 0


def _look(found: Any) -> None:
    _attributes(found)
    if not hasattr(found, "dtype") or found.external or found.is_virtual:
        return
    if found.chunks is not None:
        for number in range(min(found.id.get_num_chunks(), 100_000)):
            found.id.get_chunk_info(number)
    if found.nbytes <= _READ_WHOLE:
        found[()]
    elif found.ndim:
        found[:1]
        found[-1:]


def _attributes(found: Any) -> None:
    for name in list(found.attrs)[:100]:
        with contextlib.suppress(Exception):
            found.attrs[name]


def _limit() -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    sys.exit(prove(sys.argv[1:]))
