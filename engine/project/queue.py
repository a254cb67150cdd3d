"""The queue of a project: condensings and trials to be done one after the other.

It is kept in the catalogue, so it outlives the application; an entry that was running when the
application ended is waiting again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from engine.data.recipe import CondenseRecipe
from engine.project.catalogue import Catalogue, has_table
from engine.project.owners import this_process
from engine.project.queue_entry import Entry, EntryKind, Failure, TrialKind
from engine.project.queue_table import MOST_ENTRIES as MOST_ENTRIES
from engine.project.queue_table import QueueContent as QueueContent
from engine.project.queue_table import QueueRows as QueueRows
from engine.project.queue_table import content_of, rows_of
from engine.runtime.errors import UserError
from engine.runtime.times import moment, now

_WORKED_OFF = "queue.begun"
_NO_RUN = "queue.no_run"


class Queue:
    """The queue as it stands in the catalogue; every change is written at once.

    Every method that changes something raises ``file.cannot_write`` where it cannot, and
    ``file.not_ours`` where the table is not one of ours.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def content(self) -> QueueContent:
        """What stands in it.

        Raises
        ------
        UserError
            ``file.not_ours``.
        """
        with self._reading() as connection:
            return content_of(connection)

    def entry(self, number: int) -> Entry:
        """The entry of this number.

        Raises
        ------
        UserError
            ``queue.no_entry``.
        """
        return _find(self.content(), number)

    # --- what is asked for ---------------------------------------------------------------------

    def add_condense(self, recipe: CondenseRecipe) -> Entry:
        """Put a condensing at the end.

        Raises
        ------
        UserError
            ``queue.full``; what :meth:`CondenseRecipe.require_possible` raises.
        """
        recipe.require_possible()
        return self._add("condense", recipe.model_dump(mode="json"))

    def add_trial(
        self,
        recipe: Mapping[str, Any],
        *,
        run: str = "",
        maker: int | None = None,
        kind: TrialKind = "trial",
    ) -> Entry:
        """Put a trial at the end.

        Parameters
        ----------
        recipe : mapping
            As :class:`Entry` has it for the kind.
        run : str
            The run to try.
        maker : int, optional
            Instead: the entry that will make it.

        Raises
        ------
        UserError
            ``queue.full``; ``queue.no_entry``.
        """
        if maker is not None:
            run = self.entry(maker).run
        return self._add(kind, dict(recipe), run=run, maker=maker)

    def remove(self, number: int) -> list[int]:
        """Take an entry out, and with it the trials of the run that it will now never make.

        Returns
        -------
        list of int
            The numbers taken out.

        Raises
        ------
        UserError
            ``queue.no_entry``; ``queue.running`` while it is being worked on.
        """
        return self._remove(number, running=False)

    def move(self, number: int, by: int) -> None:
        """Move a waiting entry among the waiting ones, up (negative) or down.

        Raises
        ------
        UserError
            ``queue.no_entry``; ``queue.before_maker`` if a trial would come before its condensing.
        """
        with self._changing() as connection:
            content = content_of(connection)
            entry, waiting = _find(content, number), content.waiting
            if entry not in waiting:
                return
            before = [one.number for one in waiting]
            after = [one for one in before if one != number]
            after.insert(max(0, before.index(number) + by), number)
            for one in waiting:
                if one.maker in after and after.index(one.maker) > after.index(one.number):
                    raise UserError("queue.before_maker", exit_code=2)
            self._place(connection, content, after)

    def retry(self, number: int) -> list[int]:
        """Let a failed entry wait again, with the trials that failed because it made no run.

        Returns
        -------
        list of int
            The numbers that wait again.

        Raises
        ------
        UserError
            ``queue.no_entry``; ``queue.not_failed``.
        """
        with self._changing() as connection:
            content = content_of(connection)
            if _find(content, number).state != "failed":
                raise UserError("queue.not_failed", exit_code=2, number=number)
            again = [number] + [
                one.number
                for one in content.entries
                if one.maker == number and one.failure is not None and one.failure.key == _NO_RUN
            ]
            connection.executemany(
                "UPDATE queue SET state = 'waiting', failure = NULL, begun = '', ended = ''"
                " WHERE rowid = ?",
                [(one,) for one in again],
            )
            content = content_of(connection)
            self._place(connection, content, _makers_first(content.waiting))
        return again

    def retry_failed(self) -> list[int]:
        """Let all that failed wait again; their numbers."""
        again: list[int] = []
        for one in self.content().entries:
            if one.state == "failed" and one.number not in again:
                again += self.retry(one.number)
        return again

    def clear(self) -> int:
        """Take out what is done, has failed or cannot be read; how many that were."""
        with self._changing() as connection:
            content = content_of(connection)
            kept = {one.number for one in content.entries if not one.finished}
            everything = [row[0] for row in connection.execute("SELECT rowid FROM queue")]
            gone = [(one,) for one in everything if one not in kept]
            connection.executemany("DELETE FROM queue WHERE rowid = ?", gone)
            return len(gone)

    # --- undoing -------------------------------------------------------------------------------

    def rows(self) -> QueueRows:
        """Everything that stands in it, to compare and put back with :meth:`change_back`."""
        with self._reading() as connection:
            if not has_table(connection, "queue"):
                return {}
            found = rows_of(connection, f"LIMIT {MOST_ENTRIES}")
            return {row["number"]: row for row in found}

    def change_back(self, to: QueueRows, since: QueueRows) -> None:
        """Take back a change: what is in ``to`` alone is put in, what is in ``since`` alone is out.

        What has begun or ended meanwhile stays as it is.
        """
        with self._changing() as connection:
            for number, row in to.items():
                if number not in since:
                    connection.execute(
                        "INSERT OR IGNORE INTO queue (number, place, kind, recipe, run, maker,"
                        " added, state, failure, begun, ended) VALUES (:number, :place, :kind,"
                        " :recipe, :run, :maker, :added, :state, :failure, :begun, :ended)",
                        row,
                    )
                    continue
                if row["state"] != since[number]["state"]:
                    connection.execute(
                        "UPDATE queue SET state = :state, failure = :failure, begun = :begun,"
                        " ended = :ended WHERE rowid = :number AND state = :since",
                        {**row, "since": since[number]["state"]},
                    )
                if row["place"] != since[number]["place"]:
                    connection.execute("UPDATE queue SET place = :place WHERE rowid = :number", row)
            gone = [(one,) for one in since if one not in to]
            connection.executemany("DELETE FROM queue WHERE rowid = ? AND state = 'waiting'", gone)

    # --- working it off ------------------------------------------------------------------------

    def begin_working(self) -> None:
        """Note that what waits is worked off from now on, for the summary at its end."""
        with self._changing() as connection:
            connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_WORKED_OFF, moment()))

    def working_since(self) -> str:
        """When it was last begun to be worked off, UTC, ISO 8601; empty if it never was."""
        with self._reading() as connection:
            row = connection.execute(
                "SELECT substr(value, 1, 40) FROM meta WHERE key = ?", (_WORKED_OFF,)
            ).fetchone()
        return "" if row is None else str(row[0])

    def take(self) -> Entry | None:
        """Begin the first waiting entry; None if none waits.

        Raises
        ------
        UserError
            ``queue.busy`` if an entry is being worked on already, here or by another process.
        """
        with self._changing() as connection:
            content = content_of(connection)
            if any(one.state == "running" for one in content.entries):
                raise UserError("queue.busy", exit_code=2)
            if not content.waiting:
                return None
            entry = content.waiting[0]
            connection.execute(
                "UPDATE queue SET state = 'running', owner = ?, begun = ?, ended = ''"
                " WHERE rowid = ?",
                (this_process(), moment(), entry.number),
            )
        return entry.model_copy(update={"state": "running"})

    def set_run(self, number: int, run: str) -> None:
        """Keep which run an entry works on; trials of what it makes are told."""
        with self._changing() as connection:
            connection.execute(
                "UPDATE queue SET run = ? WHERE rowid = ? OR maker = ?", (run, number, number)
            )

    def finish(self, number: int, failure: Failure | None = None) -> None:
        """End an entry: done, or failed with its sentence."""
        told = None if failure is None else failure.model_dump_json()
        state = "done" if failure is None else "failed"
        with self._changing() as connection:
            connection.execute(
                "UPDATE queue SET state = ?, owner = '', failure = ?, ended = ? WHERE rowid = ?",
                (state, told, moment(), number),
            )

    def release(self, number: int) -> None:
        """Let an entry wait again; a condensing will go on with the run it began."""
        with self._changing() as connection:
            connection.execute(
                "UPDATE queue SET state = 'waiting', owner = '' WHERE rowid = ?", (number,)
            )

    def release_own(self) -> None:
        """Let entries wait again that this process began and no longer works on."""
        if any(one.state == "running" for one in self.content().entries):
            with self._changing() as connection:
                connection.execute(
                    "UPDATE queue SET state = 'waiting', owner = ''"
                    " WHERE state = 'running' AND owner = ?",
                    (this_process(),),
                )

    def discard(self, number: int) -> list[int]:
        """As :meth:`remove`, of the entry that was being worked on and is cancelled."""
        return self._remove(number, running=True)

    # --- the table -----------------------------------------------------------------------------

    def _add(
        self, kind: EntryKind, recipe: dict[str, Any], *, run: str = "", maker: int | None = None
    ) -> Entry:
        with self._changing() as connection:
            count, last = connection.execute("SELECT COUNT(*), MAX(place) FROM queue").fetchone()
            if count >= MOST_ENTRIES:
                raise UserError("queue.full", exit_code=2, most=MOST_ENTRIES)
            place = last + 1 if isinstance(last, int) and last < 1 << 62 else count
            added = connection.execute(
                "INSERT INTO queue (place, kind, recipe, run, maker, added)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (place, kind, json.dumps(recipe, ensure_ascii=False), run, maker, now()),
            )
            number = added.lastrowid or 0
        return self.entry(number)

    def _remove(self, number: int, *, running: bool) -> list[int]:
        with self._changing() as connection:
            content = content_of(connection)
            entry = _find(content, number)
            if entry.state == "running" and not running:
                raise UserError("queue.running", exit_code=2, number=number)
            left_over = not entry.finished
            gone = [number] + [
                one.number for one in content.waiting if left_over and one.maker == number
            ]
            connection.executemany("DELETE FROM queue WHERE rowid = ?", [(one,) for one in gone])
        return gone

    def _place(
        self, connection: sqlite3.Connection, content: QueueContent, waiting: list[int]
    ) -> None:
        """Give the waiting entries new places; the others keep theirs between them."""
        order = iter(waiting)
        numbers = [next(order) if one.state == "waiting" else one.number for one in content.entries]
        connection.executemany(
            "UPDATE queue SET place = ? WHERE rowid = ?",
            [(place, number) for place, number in enumerate(numbers)],
        )

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        with self._ours(), self._catalogue.writing() as connection:
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._ours(), self._catalogue.transaction() as connection:
            yield connection

    @contextmanager
    def _ours(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise UserError(
                "file.not_ours", file=str(self._catalogue.path), reason=str(error)
            ) from error


def _makers_first(waiting: list[Entry]) -> list[int]:
    """The order of what waits, a condensing moved before the first trial of what it makes."""
    order = [one.number for one in waiting]
    for one in waiting:
        if one.maker in order and order.index(one.maker) > order.index(one.number):
            order.remove(one.maker)
            order.insert(order.index(one.number), one.maker)
    return order


def _find(content: QueueContent, number: int) -> Entry:
    for one in content.entries:
        if one.number == number:
            return one
    raise UserError("queue.no_entry", exit_code=2, number=number)
