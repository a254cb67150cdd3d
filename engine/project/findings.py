"""What was noticed about the imported pictures, and what was done about it; all can be undone."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from engine.project.catalogue import Catalogue, has_table
from engine.runtime.messages import Language, text

Rows = npt.NDArray[np.int64]
Severity = Literal["problem", "warning", "note"]
_OF_IMAGES = "findings_of"


def _none() -> Rows:
    return np.zeros(0, np.int64)


@dataclass(frozen=True, eq=False)
class SourceFinding:
    """One thing noticed, with all pictures that it concerns.

    Attributes
    ----------
    kind : str
        A stable word for programs: ``duplicates``, ``near_leak``, ``blurred``, ...
    severity : {"problem", "warning", "note"}
    message_key, params
        The sentence.
    pictures : ndarray of int64, (n,)
        Rows of the image set.
    partners : ndarray of int64, (n,)
        The row each is a copy of, or -1.
    remedied : ndarray of int64
        Rows that the remedy leaves out; empty where there is no remedy.
    number : int
        Names it in the catalogue; 0 before it is recorded.
    applied : bool
        Whether the remedy is in force.
    """

    kind: str
    severity: Severity
    message_key: str
    params: Mapping[str, Any] = field(default_factory=dict)
    pictures: Rows = field(default_factory=_none)
    partners: Rows = field(default_factory=_none)
    remedied: Rows = field(default_factory=_none)
    number: int = 0
    applied: bool = False

    def sentence(self, language: Language = "en") -> str:
        return text(self.message_key, language, **self.params)


class FindingStore:
    """Findings and exclusions in the catalogue of a project."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def record(self, findings: Sequence[SourceFinding], *, fingerprint: str) -> None:
        """Replace all findings; the remedies of those that are ``applied`` are in force.

        ``fingerprint`` names the image set they are of, so that none is ever taken for one of
        other pictures.
        """
        with self._catalogue.writing() as connection:
            connection.execute("DELETE FROM findings")
            connection.execute("DELETE FROM excluded")
            for one in findings:
                cursor = connection.execute(
                    "INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _values(one)
                )
                if one.applied and cursor.lastrowid is not None:
                    _exclude(connection, cursor.lastrowid, one.remedied)
            connection.execute(
                "INSERT OR REPLACE INTO meta VALUES (?, ?)", (_OF_IMAGES, fingerprint)
            )

    def all(self) -> list[SourceFinding]:
        """What was noticed at the last import, gravest first."""
        with self._catalogue.transaction() as connection:
            if not has_table(connection, "findings"):
                return []
            rows = connection.execute("SELECT rowid, * FROM findings ORDER BY rowid").fetchall()
            applied = {
                row[0] for row in connection.execute("SELECT DISTINCT finding FROM excluded")
            }
        with self._catalogue.understanding("findings"):
            return [_finding(row, applied=row["rowid"] in applied) for row in rows]

    def apply(self, number: int) -> None:
        """Leave out what the remedy of a finding leaves out; nothing is deleted.

        Raises
        ------
        UserError
            ``file.cannot_write``.
        """
        with self._catalogue.writing() as connection:
            row = connection.execute(
                "SELECT remedied FROM findings WHERE rowid = ?", (number,)
            ).fetchone()
            if row is not None:
                connection.execute("DELETE FROM excluded WHERE finding = ?", (number,))
                _exclude(connection, number, _array(row["remedied"]))

    def undo(self, number: int) -> None:
        """Put back what a remedy left out, unless another remedy leaves it out too.

        Raises
        ------
        UserError
            ``file.cannot_write``.
        """
        with self._catalogue.writing() as connection:
            connection.execute("DELETE FROM excluded WHERE finding = ?", (number,))

    def excluded(self, fingerprint: str) -> Rows:
        """Rows left out of the image set with this fingerprint, sorted.

        Raises
        ------
        UserError
            ``file.not_ours`` if the catalogue was altered.
        """
        try:
            with self._catalogue.transaction() as connection:
                row = connection.execute(
                    "SELECT value FROM meta WHERE key = ?", (_OF_IMAGES,)
                ).fetchone()
                if row is None or row["value"] != fingerprint:
                    return _none()
                rows = connection.execute("SELECT DISTINCT picture FROM excluded").fetchall()
        except sqlite3.OperationalError:  # a project of version 1 that may not be written to
            return _none()
        with self._catalogue.understanding("findings"):
            return np.sort(np.array([one["picture"] for one in rows], np.int64))


def _values(one: SourceFinding) -> tuple[Any, ...]:
    return (
        one.kind,
        one.severity,
        one.message_key,
        json.dumps(dict(one.params), ensure_ascii=False),
        None if not len(one.remedied) else "exclude",
        *(np.asarray(rows, "<i8").tobytes() for rows in (one.pictures, one.partners, one.remedied)),
    )


def _finding(row: sqlite3.Row, *, applied: bool) -> SourceFinding:
    return SourceFinding(
        kind=row["kind"],
        severity=row["severity"],
        message_key=row["message_key"],
        params=json.loads(row["params"]),
        pictures=_array(row["pictures"]),
        partners=_array(row["partners"]),
        remedied=_array(row["remedied"]),
        number=row["rowid"],
        applied=applied,
    )


def _exclude(connection: sqlite3.Connection, number: int, rows: Rows) -> None:
    connection.executemany(
        "INSERT INTO excluded VALUES (?, ?)", [(row, number) for row in rows.tolist()]
    )


def _array(stored: bytes) -> Rows:
    return np.frombuffer(stored[: len(stored) // 8 * 8], "<i8").astype(np.int64)
