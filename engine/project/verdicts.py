"""What inspectors said of the samples of a run: a log that only grows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from engine.data.judgement import (
    FIRST_LOOK,
    MOST_NAME,
    MOST_NOTE,
    REASONS,
    SECOND_LOOK,
    VERDICTS,
    Judgement,
    Reason,
    Verdict,
    cleaned,
)
from engine.project.catalogue import Catalogue, has_table
from engine.runtime.errors import UserError
from engine.runtime.times import now

__all__ = [
    "REASONS",
    "VERDICTS",
    "Agreement",
    "Judgement",
    "Reason",
    "Verdict",
    "Verdicts",
    "in_force",
]

_MOST_TIME = 40


@dataclass(frozen=True)
class Agreement:
    """First look beside second look, of the samples judged in both.

    Attributes
    ----------
    twice : int
        Samples judged in both looks.
    agreeing : int
        Those with the same verdict in both.
    share : float or None
        ``agreeing / twice``, 0..1; None where nothing was judged twice.
    kappa : float or None
        Cohen's kappa (Cohen 1960): 1 always the same, 0 as often as by chance, negative less
        often than that. None where it is not defined: nothing judged twice, or both looks gave
        one and the same verdict to all.
    disagreeing : tuple of int
        Samples with different verdicts, in order.
    """

    twice: int
    agreeing: int
    share: float | None
    kappa: float | None
    disagreeing: tuple[int, ...]


class Verdicts:
    """The judgements of one run.

    Parameters
    ----------
    catalogue : Catalogue
        Of the project.
    run_id : str
    """

    def __init__(self, catalogue: Catalogue, run_id: str) -> None:
        self._catalogue = catalogue
        self._run = run_id

    def judge(
        self,
        sample: int,
        verdict: Verdict | None,
        *,
        inspector: str = "",
        note: str = "",
        reasons: Iterable[Reason] = (),
        look: int = FIRST_LOOK,
    ) -> Judgement:
        """Add a judgement to the log; a verdict of None takes back what was said in this look.

        Raises
        ------
        UserError
            ``file.cannot_write``.
        ValueError
            A verdict, reason or look that does not exist, or a negative sample.
        """
        return self.judge_all(
            [sample], verdict, inspector=inspector, note=note, reasons=reasons, look=look
        )[0]

    def judge_all(
        self,
        samples: Iterable[int],
        verdict: Verdict | None,
        *,
        inspector: str = "",
        note: str = "",
        reasons: Iterable[Reason] = (),
        look: int = FIRST_LOOK,
    ) -> list[Judgement]:
        """The same judgement of several samples: all are stored, or none.

        Raises
        ------
        UserError
            ``file.cannot_write``.
        ValueError
            A verdict, reason or look that does not exist, or a negative sample.
        """
        chosen, given = list(samples), set(reasons)
        known = given <= set(REASONS) and (verdict is None or verdict in VERDICTS)
        if not known or look not in (FIRST_LOOK, SECOND_LOOK) or min(chosen, default=0) < 0:
            raise ValueError(f"no such judgement: {chosen}, {verdict}, {given}, look {look}")
        said = Judgement(
            sample=-1,
            verdict=verdict,
            inspector=cleaned(inspector, MOST_NAME),
            time=now(),
            note=cleaned(note, MOST_NOTE),
            reasons=tuple(one for one in REASONS if one in given),
            look=look,
        )
        made = [replace(said, sample=sample) for sample in chosen]
        self._store(made)
        return made

    def put_back(self, *judgements: Judgement) -> None:
        """Add earlier judgements again, with the names and times they had: what an undo does.

        Raises
        ------
        UserError
            ``file.cannot_write``.
        """
        self._store(list(judgements))

    def log(self) -> list[Judgement]:
        """Everything that was said, oldest first.

        Raises
        ------
        UserError
            ``file.not_ours`` if the catalogue was altered.
        """
        with self._catalogue.transaction() as connection:
            if has_table(connection, "judgements"):
                rows = connection.execute(
                    "SELECT sample, verdict, inspector, time, note, reasons, look FROM judgements"
                    " WHERE run = ? ORDER BY number",
                    (self._run,),
                ).fetchall()
            else:  # a project of version 2 that may not be written to
                rows = connection.execute(
                    "SELECT image, verdict, inspector, time, note, '[]', 1 FROM verdicts"
                    " WHERE run = ? ORDER BY time, image",
                    (self._run,),
                ).fetchall()
        try:
            return [_judgement(row) for row in rows]
        except (TypeError, ValueError, OverflowError) as error:
            raise UserError(
                "file.not_ours", file=str(self._catalogue.path), reason="unreadable verdicts"
            ) from error

    def current(self) -> dict[int, Judgement]:
        """The judgement in force by sample: the newest one of those not taken back."""
        return in_force(self.log())

    def of_look(self, look: int, inspector: str | None = None) -> dict[int, Judgement]:
        """The judgements of one look that were not taken back, by sample.

        Parameters
        ----------
        look : {1, 2}
        inspector : str, optional
            Only what this one said; what others said of the same sample does not count.
        """
        return _of_look(self.log(), look, inspector)

    def inspectors(self) -> list[str]:
        """Names of those who judged, in order of their first judgement; without the unnamed."""
        return list(dict.fromkeys(one.inspector for one in self.log() if one.inspector))

    def agreement(self) -> Agreement:
        """How well the second look agrees with the first."""
        log = self.log()
        return agreement(_of_look(log, FIRST_LOOK), _of_look(log, SECOND_LOOK))

    def _store(self, made: list[Judgement]) -> None:
        with self._catalogue.writing() as connection:
            connection.executemany(
                "INSERT INTO judgements (run, sample, verdict, inspector, time, note, reasons,"
                " look) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (
                        self._run,
                        one.sample,
                        one.verdict,
                        one.inspector,
                        one.time,
                        one.note,
                        json.dumps(one.reasons),
                        one.look,
                    )
                    for one in made
                ],
            )


def agreement(first: Mapping[int, Judgement], second: Mapping[int, Judgement]) -> Agreement:
    """Compare two sets of judgements by sample."""
    both = sorted(first.keys() & second.keys())
    pairs = [(first[one].verdict, second[one].verdict) for one in both]
    disagreeing = tuple(one for one, (a, b) in zip(both, pairs, strict=True) if a != b)
    agreeing = len(both) - len(disagreeing)
    return Agreement(
        twice=len(both),
        agreeing=agreeing,
        share=agreeing / len(both) if both else None,
        kappa=_kappa(pairs),
        disagreeing=disagreeing,
    )


def _kappa(pairs: list[tuple[Verdict | None, Verdict | None]]) -> float | None:
    if len({verdict for pair in pairs for verdict in pair}) < 2:
        return None
    # Takes a second to import, and most projects have no second look.
    from sklearn.metrics import cohen_kappa_score

    first, second = zip(*pairs, strict=True)
    return float(cohen_kappa_score(first, second))


def in_force(log: Iterable[Judgement]) -> dict[int, Judgement]:
    """By sample, the newest of each look unless that takes back; of both looks the newer."""
    newest: dict[tuple[int, int], tuple[int, Judgement]] = {}
    for number, one in enumerate(log):
        newest[one.sample, one.look] = number, one
    return {
        one.sample: one
        for _, one in sorted(newest.values(), key=lambda numbered: numbered[0])
        if one.verdict is not None
    }


def _of_look(log: list[Judgement], look: int, inspector: str | None = None) -> dict[int, Judgement]:
    return in_force(one for one in log if one.look == look and inspector in (None, one.inspector))


def _judgement(row: sqlite3.Row) -> Judgement:
    sample, verdict, inspector, time, note, reasons, look = row
    return Judgement(
        sample=int(sample),
        verdict=verdict if verdict in VERDICTS else None,
        inspector=_cleaned(str(inspector), MOST_NAME),
        time=_cleaned(str(time), _MOST_TIME),
        note=_cleaned(str(note), MOST_NOTE),
        reasons=_reasons(reasons),
        look=int(look),
    )


# A log repeats names, times and reasons over and over.
_cleaned = lru_cache(4096)(cleaned)


@lru_cache(4096)
def _reasons(stored: Any) -> tuple[str, ...]:
    """Known reasons only: a catalogue may have been altered by anyone."""
    try:
        found = json.loads(stored)
    except (TypeError, ValueError, RecursionError):
        return ()
    return tuple(one for one in REASONS if isinstance(found, list) and one in found)
