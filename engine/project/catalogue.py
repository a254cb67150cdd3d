"""The project's SQLite catalogue: schema and connection."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from engine.runtime.errors import UserError

SCHEMA_VERSION = 2

# A rollback journal: a write-ahead log does not work on network shares, and its two files come and
# go with every reader, also while somebody copies the project's folder.
_JOURNAL = "PRAGMA journal_mode = DELETE"

_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE refused (file TEXT NOT NULL, reason_key TEXT NOT NULL, params TEXT NOT NULL);
CREATE TABLE notices (
    kind TEXT NOT NULL, count INTEGER NOT NULL, message_key TEXT NOT NULL,
    params TEXT NOT NULL, examples TEXT NOT NULL
);
CREATE TABLE excluded (picture INTEGER NOT NULL, finding INTEGER NOT NULL);
CREATE TABLE findings (
    kind TEXT NOT NULL, severity TEXT NOT NULL, message_key TEXT NOT NULL, params TEXT NOT NULL,
    remedy TEXT, pictures BLOB NOT NULL, partners BLOB NOT NULL, remedied BLOB NOT NULL
);
CREATE TABLE runs (
    id TEXT PRIMARY KEY, created TEXT NOT NULL, status TEXT NOT NULL, recipe TEXT NOT NULL,
    owner TEXT NOT NULL DEFAULT '', step INTEGER NOT NULL DEFAULT 0, result TEXT
);
CREATE TABLE verdicts (
    run TEXT NOT NULL, image INTEGER NOT NULL, verdict TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '', inspector TEXT NOT NULL DEFAULT '', time TEXT NOT NULL,
    PRIMARY KEY (run, image)
);
"""


class Catalogue:
    """Opens a short-lived connection for each transaction, so any thread may use it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def create(self) -> None:
        """Make the tables in a new file."""
        with self.transaction() as connection:
            connection.execute(_JOURNAL)
            connection.executescript(_SCHEMA)
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

    def check(self) -> None:
        """Refuse what is not a catalogue of ours.

        Raises
        ------
        UserError
            ``file.not_ours`` or ``project.newer``.
        """
        try:
            with self.transaction() as connection:
                version = int(connection.execute("PRAGMA user_version").fetchone()[0])
                connection.execute("SELECT key, value FROM meta LIMIT 1").fetchall()
        except sqlite3.DatabaseError as error:
            raise UserError("file.not_ours", file=str(self.path), reason=str(error)) from error
        if version > SCHEMA_VERSION:
            raise UserError("project.newer", file=str(self.path))
        if version < 2:
            self._add_findings()
        # Projects of earlier versions have a write-ahead log; one that is in use keeps it for now.
        with suppress(sqlite3.OperationalError), self.transaction() as connection:
            connection.execute(_JOURNAL)

    def _add_findings(self) -> None:
        """Version 2 brought findings; a project that may not be written to does without."""
        statements = [one for one in _SCHEMA.split(";") if "excluded" in one or "findings" in one]
        with suppress(sqlite3.OperationalError), self.transaction() as connection:
            for statement in statements:
                connection.execute(statement)
            connection.execute("PRAGMA user_version = 2")

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """A connection whose changes are committed together, or not at all."""
        connection = sqlite3.connect(self.path, timeout=10.0)
        try:
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA trusted_schema = OFF")
            with connection:
                yield connection
        finally:
            connection.close()
