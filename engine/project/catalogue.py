"""The project's SQLite catalogue: schema and connection."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path

from engine.runtime.errors import UserError
from engine.runtime.files import cannot_write

SCHEMA_VERSION = 5

# A rollback journal: a write-ahead log does not work on network shares, and its two files come and
# go with every reader, also while somebody copies the project's folder.
_JOURNAL = "PRAGMA journal_mode = DELETE"

# What each version brought; a new catalogue has everything, an older one gains what it lacks.
_VERSION_1 = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    "CREATE TABLE refused (file TEXT NOT NULL, reason_key TEXT NOT NULL, params TEXT NOT NULL)",
    """CREATE TABLE notices (
        kind TEXT NOT NULL, count INTEGER NOT NULL, message_key TEXT NOT NULL,
        params TEXT NOT NULL, examples TEXT NOT NULL
    )""",
    """CREATE TABLE runs (
        id TEXT PRIMARY KEY, created TEXT NOT NULL, status TEXT NOT NULL, recipe TEXT NOT NULL,
        owner TEXT NOT NULL DEFAULT '', step INTEGER NOT NULL DEFAULT 0, result TEXT
    )""",
    """CREATE TABLE verdicts (
        run TEXT NOT NULL, image INTEGER NOT NULL, verdict TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT '', inspector TEXT NOT NULL DEFAULT '', time TEXT NOT NULL,
        PRIMARY KEY (run, image)
    )""",
)
_VERSION_2 = (
    "CREATE TABLE excluded (picture INTEGER NOT NULL, finding INTEGER NOT NULL)",
    """CREATE TABLE findings (
        kind TEXT NOT NULL, severity TEXT NOT NULL, message_key TEXT NOT NULL, params TEXT NOT NULL,
        remedy TEXT, pictures BLOB NOT NULL, partners BLOB NOT NULL, remedied BLOB NOT NULL
    )""",
)
_VERSION_3 = (
    """CREATE TABLE judgements (
        number INTEGER PRIMARY KEY AUTOINCREMENT, run TEXT NOT NULL, sample INTEGER NOT NULL,
        verdict TEXT, inspector TEXT NOT NULL, time TEXT NOT NULL, note TEXT NOT NULL,
        reasons TEXT NOT NULL, look INTEGER NOT NULL
    )""",
    "CREATE INDEX judgements_by_run ON judgements (run, number)",
    """CREATE TABLE sign_offs (
        number INTEGER PRIMARY KEY AUTOINCREMENT, run TEXT NOT NULL, content TEXT NOT NULL
    )""",
    """CREATE TABLE blind_tests (
        number INTEGER PRIMARY KEY AUTOINCREMENT, run TEXT NOT NULL, content TEXT NOT NULL
    )""",
    # Records of an inspection are added to, never changed: the catalogue itself refuses.
    *(
        f"CREATE TRIGGER {table}_keep_{change} BEFORE {change} ON {table}"
        f" BEGIN SELECT RAISE(ABORT, '{table} are never changed'); END"
        for table in ("judgements", "sign_offs", "blind_tests")
        for change in ("UPDATE", "DELETE")
    ),
    """INSERT INTO judgements (run, sample, verdict, inspector, time, note, reasons, look)
        SELECT run, image, verdict, inspector, time, note, '[]', 1 FROM verdicts
        ORDER BY time, image""",
    "DROP TABLE verdicts",
)
_VERSION_4 = (
    """CREATE TABLE IF NOT EXISTS queue (
        number INTEGER PRIMARY KEY AUTOINCREMENT, place INTEGER NOT NULL, kind TEXT NOT NULL,
        recipe TEXT NOT NULL, run TEXT NOT NULL DEFAULT '', maker INTEGER, added TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'waiting', owner TEXT NOT NULL DEFAULT '', failure TEXT
    )""",
)
_VERSION_5 = tuple(
    f"ALTER TABLE queue ADD COLUMN {name} TEXT NOT NULL DEFAULT ''" for name in ("begun", "ended")
)
_VERSIONS = (_VERSION_1, _VERSION_2, _VERSION_3, _VERSION_4, _VERSION_5)


class Catalogue:
    """Opens a short-lived connection for each transaction, so any thread may use it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def create(self) -> None:
        """Make the tables in a new file; where that fails, none is left.

        Raises
        ------
        UserError
            ``file.cannot_write``.
        """
        try:
            self.path.touch()
        except OSError as error:
            raise cannot_write(self.path, error) from error
        try:
            with self.writing():
                pass
        except BaseException:
            with suppress(OSError):
                self.path.unlink()
            raise

    def check(self) -> None:
        """Refuse what is not a catalogue of ours.

        Raises
        ------
        UserError
            ``file.not_ours`` or ``project.newer``.
        """
        try:
            with self.transaction() as connection:
                foreign = _foreign(connection)
                if foreign:
                    raise UserError("file.not_ours", file=str(self.path), reason=foreign)
                version = int(connection.execute("PRAGMA user_version").fetchone()[0])
                connection.execute("SELECT key, value FROM meta LIMIT 1").fetchall()
                lacking = sorted(_columns_of(version) - _columns(connection))
        except sqlite3.DatabaseError as error:
            raise UserError("file.not_ours", file=str(self.path), reason=str(error)) from error
        if version > SCHEMA_VERSION:
            raise UserError("project.newer", file=str(self.path))
        if lacking:
            raise UserError("file.not_ours", file=str(self.path), reason=f"without {lacking[0]}")
        if version < SCHEMA_VERSION:
            # A project that may not be written to does without what later versions brought.
            with suppress(sqlite3.OperationalError), self.transaction() as connection:
                _bring_up(connection)
        # Projects of earlier versions have a write-ahead log; one that is in use keeps it for now.
        with suppress(sqlite3.OperationalError), self.transaction() as connection:
            connection.execute(_JOURNAL)

    @contextmanager
    def understanding(self, what: str) -> Iterator[None]:
        """For taking apart what is stored: anyone may have altered it.

        Raises
        ------
        UserError
            ``file.not_ours`` in place of what conversions raise.
        """
        try:
            yield
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError) as error:
            raise UserError(
                "file.not_ours", file=str(self.path), reason=f"unreadable {what}"
            ) from error

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """A connection whose changes are committed together, or not at all.

        Raises
        ------
        UserError
            ``project.moved`` where the file is not there: SQLite would make an empty one;
            ``file.not_ours`` where it turns out to be damaged.
        """
        if not self.path.is_file():
            raise UserError("project.moved", file=str(self.path.parent))
        connection = sqlite3.connect(self.path, timeout=10.0)
        try:
            connection.row_factory = sqlite3.Row
            # A damaged text is read with signs that replace what is no UTF-8.
            connection.text_factory = _text
            connection.execute("PRAGMA trusted_schema = OFF")
            with connection:
                yield connection
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:  # names, too, are texts
            of_the_file = (sqlite3.DatabaseError, UnicodeDecodeError)
            if type(error) not in of_the_file:  # full, locked, refused
                raise
            raise UserError("file.not_ours", file=str(self.path), reason=str(error)) from error
        finally:
            connection.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """As :meth:`transaction`, for changes; no other change comes between.

        Raises
        ------
        UserError
            ``file.cannot_write`` if the file may not be written to, the disk is full, or another
            process holds it for too long.
        """
        try:
            with self.transaction() as connection:
                _bring_up(connection)
                yield connection
        except sqlite3.OperationalError as error:
            raise UserError(
                "file.cannot_write", exit_code=1, file=str(self.path), reason=str(error)
            ) from error


def _text(stored: bytes) -> str:
    return stored.decode("utf-8", "replace")


def _foreign(connection: sqlite3.Connection) -> str:
    """What acts by itself and is not ours: a view may never end, a trigger delete; else empty."""
    rows = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'view'"
        " OR (type = 'table' AND sql LIKE 'CREATE VIRTUAL%')"
        " OR (type = 'trigger' AND name NOT GLOB '*_keep_UPDATE' AND name NOT GLOB '*_keep_DELETE')"
        " OR (type = 'trigger' AND sql NOT LIKE '%RAISE(ABORT, %are never changed%')"
    ).fetchall()
    return ", ".join(str(row["name"])[:40] for row in rows[:3])


def _columns(connection: sqlite3.Connection) -> set[str]:
    """Every column there is, with its table: ``runs.id``."""
    rows = connection.execute(
        "SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c"
        " WHERE m.type = 'table'"
    )
    return {str(name) for (name,) in rows}


@lru_cache
def _columns_of(version: int) -> frozenset[str]:
    """Those that a catalogue of a version has."""
    connection = sqlite3.connect(":memory:")
    for statements in _VERSIONS[: max(0, version)]:
        for statement in statements:
            connection.execute(statement)
    found = frozenset(_columns(connection))
    connection.close()
    return found


def has_table(connection: sqlite3.Connection, table: str) -> bool:
    """Whether a table is there: one that a later version brought may not be (:meth:`check`)."""
    found = connection.execute(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)
    ).fetchone()
    return found is not None


def _bring_up(connection: sqlite3.Connection) -> None:
    """Begin a change with what the catalogue lacks; another process may be doing the same."""
    connection.execute("BEGIN IMMEDIATE")
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version >= SCHEMA_VERSION:
        return
    for statements in _VERSIONS[max(0, version) :]:
        for statement in statements:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
