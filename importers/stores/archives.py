"""ZIP and TAR files, read where they are: nothing is unpacked, so no name leads anywhere."""

from __future__ import annotations

import bz2
import gzip
import lzma
import struct
import tarfile
import tempfile
import threading
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import IO, BinaryIO, cast

from engine.project import Refused
from engine.runtime import StopToken
from engine.runtime.errors import UserError

ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
"""How the names of archives end that can be imported."""

MAX_ENTRIES = 5_000_000
MAX_FILE_BYTES = 2 << 30
MAX_BYTES = 200 << 30
MAX_RATIO = 200
"""Unpacked bytes for a packed one. Pictures hardly shrink; a bomb shrinks a thousandfold."""

_RATIO_COUNTS_FROM = 64 << 20
_IN_MEMORY = 64 << 20
_BLOCK = 1 << 20
_UTF8_NAME, _ENCRYPTED = 0x800, 0x1
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, NotImplementedError, OverflowError, ValueError),
)
_DAMAGE_TAR = (tarfile.TarError, OSError)


class _Archive:
    """What both kinds share: a listing of plain files, and what is refused of the rest."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files: dict[str, int] = {}
        self.refused: list[Refused] = []
        state = root.stat()
        self._stamp = f"{state.st_size} {state.st_mtime_ns}"

    def stamp(self, relative: str) -> str:
        """See :class:`importers.stores.Store`: the archive changes as a whole."""
        return self._stamp

    def _note(self, name: str, size: int) -> bool:
        """List an entry, unless its name or size is a reason to refuse it."""
        if len(self.files) + len(self.refused) >= MAX_ENTRIES:
            raise UserError("import.archive_entries", file=str(self.root), limit=f"{MAX_ENTRIES:,}")
        if _leads_out(name):
            self.refused.append(Refused(name[:200], "import.archive_outside"))
        elif size > MAX_FILE_BYTES:
            params = {"limit": MAX_FILE_BYTES >> 30}
            self.refused.append(Refused(name, "import.file_too_large", params))
        else:
            self.files[name] = size
            return True
        return False

    def _check_size(self, unpacked: int, packed: int) -> None:
        if unpacked > MAX_BYTES:
            raise UserError("import.archive_size", file=str(self.root), limit=MAX_BYTES >> 30)
        if unpacked > _RATIO_COUNTS_FROM and unpacked > MAX_RATIO * max(1, packed):
            raise UserError("import.archive_bomb", file=str(self.root), limit=MAX_RATIO)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Damage found while opening the archive as the user's problem."""
        try:
            yield
        except (*_DAMAGE, *_DAMAGE_TAR) as error:
            raise UserError("import.archive_damaged", file=str(self.root)) from error


class ZipStore(_Archive):
    """A ZIP file; entries are unpacked in memory, one at a time for each reader.

    Raises
    ------
    UserError
        ``import.archive_damaged``, ``import.archive_entries``, ``import.archive_size``,
        ``import.archive_bomb``.
    """

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self._entries: dict[str, zipfile.ZipInfo] = {}
        with self._reading():
            self._zip = zipfile.ZipFile(root)
            try:
                self._list()
            except BaseException:
                self._zip.close()
                raise

    def _list(self) -> None:
        unpacked = 0
        for entry in self._zip.infolist():
            name = _name(entry)
            if entry.is_dir():
                continue
            unpacked += entry.file_size
            if entry.flag_bits & _ENCRYPTED:
                self.refused.append(Refused(name, "import.archive_locked"))
            elif _is_bomb(entry.file_size, entry.compress_size):
                params = {"limit": MAX_RATIO}
                self.refused.append(Refused(name, "import.archive_ratio", params))
                unpacked -= entry.file_size
            elif self._note(name, entry.file_size):
                self._entries[name] = entry
        self._check_size(unpacked, self.root.stat().st_size)

    def open(self, relative: str) -> BinaryIO:
        """See :class:`importers.stores.Store`."""
        with _unpacked() as out:
            try:
                with self._zip.open(self._entries[relative]) as packed:
                    while block := packed.read(_BLOCK):
                        out.write(block)
            # ValueError: the archive was closed meanwhile.
            except (*_DAMAGE, KeyError, RuntimeError) as error:
                raise OSError(f"damaged in the archive: {relative}") from error
            return out

    def close(self) -> None:
        """See :class:`importers.stores.Store`."""
        self._zip.close()


class TarStore(_Archive):
    """A TAR file; a compressed one is decompressed into a temporary file once.

    Raises
    ------
    UserError
        As :class:`ZipStore`.
    Stopped
        While decompressing.
    """

    def __init__(self, root: Path, *, token: StopToken) -> None:
        super().__init__(root)
        self._lock = threading.Lock()
        self._places: dict[str, tuple[int, int]] = {}
        with self._reading():
            self._file = self._plain(token)
            try:
                self._list(token)
            except BaseException:
                self._file.close()
                raise

    def _plain(self, token: StopToken) -> IO[bytes]:
        name = self.root.name.casefold()
        opener = (
            gzip.open
            if name.endswith((".gz", ".tgz"))
            else bz2.open
            if name.endswith((".bz2", ".tbz2"))
            else lzma.open
            if name.endswith((".xz", ".txz"))
            else None
        )
        if opener is None:
            return self.root.open("rb")
        packed = self.root.stat().st_size
        out = tempfile.TemporaryFile()  # noqa: SIM115 - kept open
        try:
            with opener(self.root, "rb") as source:
                while block := source.read(_BLOCK):
                    token.raise_if_stopped()
                    out.write(block)
                    self._check_size(out.tell(), packed)
        except BaseException:
            out.close()
            raise
        out.seek(0)
        return out

    def _list(self, token: StopToken) -> None:
        unpacked = 0
        with tarfile.open(fileobj=self._file, mode="r:") as tar:
            for entry in tar:
                token.raise_if_stopped()
                name = entry.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
                if entry.isdir():
                    continue
                if not entry.isreg() or entry.issparse():
                    self.refused.append(Refused(name, "import.archive_link"))
                    continue
                unpacked += entry.size
                if self._note(name.removeprefix("./"), entry.size):
                    place = entry.offset_data, entry.size
                    self._places[name.removeprefix("./")] = place
                tar.members = []  # type: ignore[attr-defined]  # else every entry is kept, a kilobyte each
        if unpacked > MAX_BYTES:
            raise UserError("import.archive_size", file=str(self.root), limit=MAX_BYTES >> 30)

    def open(self, relative: str) -> BinaryIO:
        """See :class:`importers.stores.Store`."""
        if relative not in self._places:
            raise OSError(f"not in the archive: {relative}")
        start, left = self._places[relative]
        with _unpacked() as out:
            while left:
                with self._lock:
                    if self._file.closed:
                        raise OSError(f"the archive was closed: {relative}")
                    self._file.seek(start)
                    block = self._file.read(min(_BLOCK, left))
                if not block:
                    raise OSError(f"cut off in the archive: {relative}")
                out.write(block)
                start, left = start + len(block), left - len(block)
            return out

    def close(self) -> None:
        """See :class:`importers.stores.Store`."""
        self._file.close()


@contextmanager
def _unpacked() -> Iterator[BinaryIO]:
    """A file to unpack into, in memory while it is small; rewound, or closed if that fails."""
    kept = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - handed out
    out = cast(BinaryIO, kept)
    try:
        yield out
        out.seek(0)
    except BaseException:
        out.close()
        raise


def _is_bomb(unpacked: int, packed: int) -> bool:
    return unpacked > _RATIO_COUNTS_FROM and unpacked > MAX_RATIO * max(1, packed)


def _name(entry: zipfile.ZipInfo) -> str:
    """The name as it was meant: older programs write Japanese without saying its encoding."""
    if entry.flag_bits & _UTF8_NAME:
        name = entry.filename
    else:
        name = entry.filename
        for encoding in ("utf-8", "cp932"):
            try:
                name = entry.filename.encode("cp437").decode(encoding)
                break
            except UnicodeError:
                continue
    return name.replace("\\", "/").removeprefix("./")


def _leads_out(name: str) -> bool:
    """Whether a name is absolute, a drive, a share, or has ``..`` in it."""
    windows = PureWindowsPath(name)
    return (
        not name
        or "\0" in name
        or bool(windows.anchor)
        or ".." in windows.parts
        or PurePosixPath(name).is_absolute()
    )
