"""The queue's table in the catalogue, read as what may come from anywhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.project.catalogue import has_table
from engine.project.owners import alive
from engine.project.queue_entry import MOST_TEXT, Entry, entry_from

MOST_ENTRIES = 500
# No more of a text is read than is needed to see that it is too long.
_COLUMNS = (
    "rowid AS number, place, maker",
    *(f"substr({name}, 1, 100) AS {name}" for name in ("kind", "run", "added", "state")),
    *(f"substr({name}, 1, {MOST_TEXT + 1}) AS {name}" for name in ("recipe", "failure")),
    "substr(owner, 1, 300) AS owner",
)
_TIMES = ("begun", "ended")

# By number, the rows of the table as they are stored.
QueueRows = Mapping[int, Mapping[str, Any]]


@dataclass(frozen=True)
class QueueContent:
    """The entries in their order, and how many cannot be read."""

    entries: tuple[Entry, ...] = ()
    broken: int = 0

    @property
    def waiting(self) -> list[Entry]:
        """Those whose turn is still to come."""
        return [one for one in self.entries if one.state == "waiting"]

    @property
    def finished(self) -> int:
        """How many are done or have failed."""
        return sum(one.finished for one in self.entries)


def content_of(connection: sqlite3.Connection) -> QueueContent:
    """What stands in a catalogue's queue."""
    if not has_table(connection, "queue"):
        return QueueContent()
    count = connection.execute("SELECT COUNT(*) FROM queue").fetchone()[0]
    rows = rows_of(connection, f"ORDER BY place, rowid LIMIT {MOST_ENTRIES}")
    found = [one for row in rows if (one := entry_from(row)) is not None]
    return QueueContent(tuple(found), count - len(found))


def rows_of(connection: sqlite3.Connection, which: str) -> list[dict[str, Any]]:
    """Rows as they are stored, but for what a process that has ended was working on.

    Parameters
    ----------
    which : str
        End of the statement; ours.
    """
    there = {row["name"] for row in connection.execute("PRAGMA table_info(queue)")}
    # A project of an earlier version that may not be written to has no times.
    times = (f"substr({one}, 1, 100)" if one in there else "''" for one in _TIMES)
    columns = ", ".join(
        (*_COLUMNS, *(f"{value} AS {one}" for value, one in zip(times, _TIMES, strict=True)))
    )
    found = connection.execute(f"SELECT {columns} FROM queue {which}")  # noqa: S608 - names are ours
    return [_as_now(dict(row)) for row in found]


def _as_now(row: dict[str, Any]) -> dict[str, Any]:
    """What a process that has ended was working on is waiting again."""
    if row["state"] == "running" and not alive(str(row["owner"])):
        row["state"] = "waiting"
    return row
