"""Prepared pictures on disk while an import goes on; a killed import goes on from here."""

from __future__ import annotations

import json
import shutil
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from engine.data import Split
from engine.data.known import DIGEST_BYTES, Known
from engine.project import Refused
from importers.inspecting.measures import FIELDS
from importers.loading import Loaded

_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE pictures (
    id INTEGER PRIMARY KEY, source INTEGER NOT NULL, name TEXT NOT NULL, label TEXT NOT NULL,
    split TEXT, digest BLOB NOT NULL, hash INTEGER NOT NULL, measures BLOB NOT NULL,
    stretched INTEGER NOT NULL
);
CREATE TABLE refused (source INTEGER NOT NULL, file TEXT, reason TEXT, params TEXT);
CREATE TABLE done (source INTEGER PRIMARY KEY, stamp TEXT NOT NULL);
"""
_FOLDER, _TABLES = "import.part", "spool.sqlite"
_SAVE_SECONDS = 1.0
_SIGN = 1 << 63


def spool_folder(project: Path) -> Path:
    """Where the import of a project keeps what it has read."""
    return project / _FOLDER


def interrupted(project: Path) -> str:
    """What was being imported into a project when that was cut off; empty if nothing was."""
    path = spool_folder(project) / _TABLES
    if not path.is_file():
        return ""
    try:
        connection = sqlite3.connect(path)
        try:
            row = connection.execute("SELECT value FROM meta WHERE key = 'source'").fetchone()
        finally:
            connection.close()
    except sqlite3.DatabaseError:
        return ""
    return "" if row is None else str(row[0])


class Spool:
    """Pictures in the order of their sources, and which sources are done.

    Pixels go to one flat file, everything else to SQLite, committed about once a second *after*
    the pixels are written: what the tables say is there, is there.

    Parameters
    ----------
    folder : Path
        Made where it is missing. What another import with the same ``key`` left in it is taken
        over, else it is emptied.
    key : str
        Whatever decides how the pictures come out: source, options, a list of all sources.
    source : str
        What is imported; :func:`interrupted` tells it afterwards.
    shape : tuple of int
        ``(H, W, C)`` of every picture.
    """

    def __init__(self, folder: Path, *, key: str, source: str, shape: tuple[int, int, int]) -> None:
        self.folder = folder
        self.shape = shape
        self._size = int(np.prod(shape))
        self._connection = self._open(key, source)
        # Half a picture, or pictures of a source that was not finished.
        self.count = self._forget_unfinished()
        self._pixels = (folder / "pixels").open("r+b")
        self._pixels.truncate(self.count * self._size)
        self._pixels.seek(0, 2)
        self._rows: list[tuple[Any, ...]] = []
        self._refused: list[tuple[Any, ...]] = []
        self._done: list[tuple[int, str]] = []
        self._saved = time.monotonic()

    def _open(self, key: str, source: str) -> sqlite3.Connection:
        path = self.folder / _TABLES
        if path.is_file():
            try:
                connection = sqlite3.connect(path)
                row = connection.execute("SELECT value FROM meta WHERE key = 'key'").fetchone()
                if row is not None and row[0] == key and (self.folder / "pixels").is_file():
                    return connection
                connection.close()
            except sqlite3.DatabaseError:
                pass
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        (self.folder / "pixels").touch()
        connection = sqlite3.connect(path)
        connection.executescript(_SCHEMA)
        connection.execute("INSERT INTO meta VALUES ('key', ?), ('source', ?)", (key, source))
        connection.commit()
        return connection

    def _forget_unfinished(self) -> int:
        held = (self.folder / "pixels").stat().st_size // self._size
        run = self._connection.execute
        with self._connection:
            run("DELETE FROM pictures WHERE source NOT IN (SELECT source FROM done)")
            run("DELETE FROM refused WHERE source NOT IN (SELECT source FROM done)")
        count, last = run("SELECT count(*), coalesce(max(id), -1) FROM pictures").fetchone()
        if last + 1 != count or count > held:
            self._delete_all()
            return 0
        return int(count)

    def _delete_all(self) -> None:
        with self._connection:
            for table in ("pictures", "refused", "done"):
                self._connection.execute(f"DELETE FROM {table}")  # noqa: S608 - a fixed list

    def forget(self) -> None:
        """Begin anew: files have changed since."""
        self._delete_all()
        self.count = 0
        self._pixels.seek(0)
        self._pixels.truncate()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.save()
        self._pixels.close()
        self._connection.close()

    def done(self) -> dict[int, str]:
        """Sources that need not be read again: number -> stamp of their file."""
        return dict(self._connection.execute("SELECT source, stamp FROM done").fetchall())

    def add(self, source: int, results: Sequence[Loaded | Refused]) -> None:
        """Take what a source gave, possibly in several parts; :meth:`finish` ends it."""
        for one in results:
            if isinstance(one, Refused):
                params = json.dumps(dict(one.params), ensure_ascii=False)
                self._refused.append((source, one.file, one.reason_key, params))
                continue
            self._pixels.write(one.pixels.tobytes())
            signed = one.hash - 2 * _SIGN if one.hash >= _SIGN else one.hash
            values = (self.count, source, one.name, one.label, one.split, one.digest, signed)
            self._rows.append((*values, one.measures.tobytes(), one.stretched))
            self.count += 1

    def finish(self, source: int, stamp: str) -> None:
        """A source has given all it has."""
        self._done.append((source, stamp))
        if time.monotonic() - self._saved > _SAVE_SECONDS:
            self.save()

    def save(self) -> None:
        """Make what was taken so far survive the process."""
        self._pixels.flush()
        with self._connection as connection:
            connection.executemany("INSERT INTO pictures VALUES (?,?,?,?,?,?,?,?,?)", self._rows)
            connection.executemany("INSERT INTO refused VALUES (?,?,?,?)", self._refused)
            connection.executemany("INSERT OR REPLACE INTO done VALUES (?,?)", self._done)
        self._rows.clear()
        self._refused.clear()
        self._done.clear()
        self._saved = time.monotonic()

    # --- reading back -----------------------------------------------------------------------------

    def names(self) -> list[str]:
        """Way back to each picture."""
        return [row[0] for row in self._all("name")]

    def labels(self) -> list[str]:
        """Class of each picture."""
        return [row[0] for row in self._all("label")]

    def splits(self) -> list[Split | None]:
        """Side that the folder gives each picture."""
        return [row[0] for row in self._all("split")]

    def stretched(self) -> list[str]:
        """Names of pictures whose deep values were stretched each by itself."""
        return [name for name, stretched in self._all("name, stretched") if stretched]

    def known(self) -> Known:
        """Digests, hashes and measures."""
        digest = np.empty((self.count, DIGEST_BYTES), np.uint8)
        hashes = np.empty(self.count, np.int64)
        measures = np.empty((self.count, len(FIELDS)), np.float32)
        for row, (one, two, three) in enumerate(self._all("digest, hash, measures")):
            digest[row] = np.frombuffer(one, np.uint8)
            hashes[row] = two
            measures[row] = np.frombuffer(three, np.float32)
        return Known(digest, hashes.view(np.uint64), measures, tuple(FIELDS))

    def refused(self) -> list[Refused]:
        """Sources, or parts of them, that gave no picture."""
        self.save()
        rows = self._connection.execute("SELECT file, reason, params FROM refused ORDER BY rowid")
        return [Refused(file, reason, json.loads(params)) for file, reason, params in rows]

    def read(self, rows: Sequence[int] | npt.NDArray[Any]) -> npt.NDArray[np.uint8]:
        """Prepared pixels, uint8 ``(n, H, W, C)``."""
        self._pixels.flush()
        held = np.memmap(self.folder / "pixels", np.uint8, "r", shape=(self.count, *self.shape))
        return np.asarray(held[np.asarray(rows, np.intp)])

    def _all(self, columns: str) -> sqlite3.Cursor:
        self.save()
        return self._connection.execute(
            f"SELECT {columns} FROM pictures ORDER BY id"  # noqa: S608 - fixed columns
        )

    def remove(self) -> None:
        """Forget everything; the spool must be closed."""
        shutil.rmtree(self.folder, ignore_errors=True)
