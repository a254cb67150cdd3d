"""A file that one process holds; the system lets go of it when the process ends, however it ends.

Nothing is read from the file to decide who holds it, so a process number that is used again, or
the clock after a power cut, cannot deceive.
"""

from __future__ import annotations

import os
from io import FileIO
from pathlib import Path
from threading import Lock

# Windows forbids reading what is locked; so a byte far behind the content is.
_BYTE = 1 << 30
_guard = Lock()
_ours: dict[str, Hold] = {}


class Hold:
    """A file held by this process; made by :func:`hold`."""

    def __init__(self, path: str, stream: FileIO) -> None:
        self._path, self._stream = path, stream
        self.holders = 1

    def write(self, content: str) -> None:
        """Replace what the file says; others may read it.

        Raises
        ------
        OSError
        """
        self._stream.seek(0)
        self._stream.truncate(0)
        self._stream.write(content.encode())
        os.fsync(self._stream.fileno())

    def add(self, content: str) -> None:
        """Write at the end of the file, as far as the disk itself.

        Raises
        ------
        OSError
        """
        self._stream.seek(0, os.SEEK_END)
        self._stream.write(content.encode())
        os.fsync(self._stream.fileno())

    def release(self) -> None:
        """Let go; what was taken several times is held until the last lets go."""
        with _guard:
            self.holders -= 1
            if self.holders == 0:
                _ours.pop(self._path, None)
                self._stream.close()


def hold(path: Path) -> Hold | None:
    """Hold a file, which is made where it is missing.

    Returns
    -------
    Hold or None
        None while another process holds it. Taken again by this process it is the same one.

    Raises
    ------
    OSError
        The file cannot be written, or its file system knows no locks.
    """
    key = os.path.realpath(path)
    with _guard:
        known = _ours.get(key)
        if known is not None:
            known.holders += 1
            return known
        # Not by `open`: it can only append or empty a file that may be missing.
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
        # A link would have another file emptied and written to: the folder may be anybody's.
        flags |= getattr(os, "O_NOFOLLOW", 0)
        handle = os.open(path, flags, 0o666)
        stream = FileIO(handle, "r+")
        try:
            if _lock(handle):
                _ours[key] = Hold(key, stream)
                return _ours[key]
        except OSError:
            stream.close()
            raise
        stream.close()
        return None


def _lock(handle: int) -> bool:
    """Whether it could be locked; raises OSError where locks are unknown."""
    if os.name == "nt":
        import msvcrt

        os.lseek(handle, _BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]  # Windows alone has it
        except PermissionError:
            return False
        return True
    import fcntl

    try:
        # Not flock: a forked child would keep it held after this process has ended.
        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, _BYTE)
    except (BlockingIOError, PermissionError):
        return False
    return True
