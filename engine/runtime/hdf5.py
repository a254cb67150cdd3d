"""Writing HDF5 files where the disk may become full.

When a write fails, the HDF5 library can neither close nor forget the file, and takes the whole
process down a moment later. So it writes through a stream that remembers the first failure and
claims success; the failure is raised where Python can handle it.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import h5py


class _Stream(io.RawIOBase):
    """A file that never fails while it is written; see :meth:`check`."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._file = io.FileIO(path, "w+")
        self.error: OSError | None = None

    def check(self) -> None:
        """Raise the first failure there was.

        Raises
        ------
        OSError
        """
        if self.error is not None:
            raise self.error

    def write(self, content: Any) -> int:
        """Write all of it, or remember why that failed."""
        view = memoryview(content).cast("B")
        size = len(view)
        try:
            while self.error is None and len(view):
                view = view[self._file.write(view) :]
        except OSError as error:
            self.error = error
        return size

    def readinto(self, buffer: Any) -> int:
        """Read back; what could not be written reads as zeros."""
        view = memoryview(buffer).cast("B")
        count = self._file.readinto(view) or 0
        view[count:] = bytes(len(view) - count)
        return len(view)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """As any file's."""
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """As any file's."""
        return self._file.tell()

    def truncate(self, size: int | None = None) -> int:
        """Change the size, or remember why that failed."""
        try:
            return self._file.truncate(size)
        except OSError as error:
            self.error = self.error or error
            return self._file.tell() if size is None else size

    def readable(self) -> bool:
        """Yes."""
        return True

    def writable(self) -> bool:
        """Yes."""
        return True

    def seekable(self) -> bool:
        """Yes."""
        return True

    def close(self) -> None:
        """Close the file; some file systems tell only now that there is no room."""
        try:
            self._file.close()
        except OSError as error:
            self.error = self.error or error
        super().close()


class NewHdf5:
    """A new HDF5 file that is being written; use as a context manager or call :meth:`close`.

    Parameters
    ----------
    path : Path
        Replaced where it exists.

    Raises
    ------
    OSError
        It cannot be made.
    """

    def __init__(self, path: Path) -> None:
        self._stream = _Stream(path)
        self.file = h5py.File(self._stream, "w")

    def check(self) -> None:
        """Whether all could be written so far.

        Raises
        ------
        OSError
            No more has been written since.
        """
        self._stream.check()

    def close(self) -> None:
        """Write what is left; :meth:`check` tells whether that succeeded."""
        self.file.close()
        self._stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
        if kind is None:
            self.check()


@contextmanager
def new_hdf5(path: Path) -> Iterator[h5py.File]:
    """As ``h5py.File(path, "w")``.

    Raises
    ------
    OSError
        Something could not be written.
    """
    with NewHdf5(path) as made:
        yield made.file
