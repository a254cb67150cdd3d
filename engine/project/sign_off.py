"""Signing for a run's condensed set; see :mod:`engine.data.sign_off` for what it is worth."""

from __future__ import annotations

from dataclasses import replace

from engine.data import CondensedSet
from engine.data.judged import Judged, VerdictCounts, verdict_counts
from engine.data.judgement import MOST_NAME, cleaned
from engine.data.sign_off import MOST_STATEMENT, SignOff, SignOffState, seal
from engine.project.catalogue import has_table
from engine.project.runs import Run
from engine.runtime.errors import UserError
from engine.runtime.times import now

__all__ = ["SignOff", "SignOffState", "judged_set", "sign_off", "sign_off_of", "sign_offs_of"]


def sign_off(run: Run, inspector: str, statement: str = "", *, partial: bool = False) -> SignOff:
    """Sign for the condensed set of a run as it is now, with its verdicts.

    Reads the set and hashes it: of the order of a second for each 100 MB of images.

    Parameters
    ----------
    inspector : str
        Whoever signs; at most :data:`~engine.data.judgement.MOST_NAME` characters are kept.
    statement : str
        In which words; at most :data:`~engine.data.sign_off.MOST_STATEMENT` characters are kept.
    partial : bool
        Sign although samples are rejected, on hold or not judged; the sign-off says so.

    Raises
    ------
    UserError
        ``sign_off.no_name``; ``sign_off.open``, ``sign_off.on_hold`` or ``sign_off.rejected``
        unless ``partial``; ``run.no_result``; ``file.cannot_write``.
    """
    name = cleaned(inspector, MOST_NAME)
    if not name:
        raise UserError("sign_off.no_name", exit_code=2)
    condensed = judged_set(run)
    counts = verdict_counts(condensed)
    if not partial:
        _refuse_unfinished(run, counts)
    made = SignOff(
        inspector=name,
        time=now(),
        statement=cleaned(statement, MOST_STATEMENT),
        samples=counts.samples,
        accepted=counts.accepted,
        rejected=counts.rejected,
        hold=counts.hold,
        open=counts.open,
        partial=counts.accepted < counts.samples,
        sha256=seal(condensed),
    )
    with run.catalogue.writing() as connection:
        connection.execute(
            "INSERT INTO sign_offs (run, content) VALUES (?, ?)", (run.id, made.as_json())
        )
    return made


def sign_off_of(run: Run, condensed: CondensedSet | None = None) -> SignOff | None:
    """The latest sign-off, with its state; None if nobody signed.

    Parameters
    ----------
    condensed : CondensedSet, optional
        What :func:`judged_set` gives, if it is at hand.

    Raises
    ------
    UserError
        As :func:`sign_offs_of`.
    """
    found = sign_offs_of(run, condensed)
    return found[-1] if found else None


def sign_offs_of(run: Run, condensed: CondensedSet | None = None) -> list[SignOff]:
    """All sign-offs, oldest first, each with its state; the set is read only if there are any.

    Raises
    ------
    UserError
        ``run.no_result`` or ``file.not_ours``.
    """
    with run.catalogue.transaction() as connection:
        if not has_table(connection, "sign_offs"):
            return []
        rows = connection.execute(
            "SELECT content FROM sign_offs WHERE run = ? ORDER BY number", (run.id,)
        ).fetchall()
    found = [SignOff.parse(row["content"], run.catalogue.path) for row in rows]
    if not found:
        return []
    current = seal(condensed or judged_set(run))
    return [one.beside(current) for one in found]


def judged_set(run: Run) -> CondensedSet:
    """The condensed set of a run with the verdicts of the project; ``judged`` None without any.

    Raises
    ------
    UserError
        ``run.no_result`` or ``file.not_ours``.
    """
    condensed = run.condensed()
    current = run.judgements().current()
    judged = Judged.of(current, condensed.first_copy)
    return replace(
        condensed, judged=judged if judged.codes.any() else None, sign_off=None, blind_tests=()
    )


def _refuse_unfinished(run: Run, counts: VerdictCounts) -> None:
    for key, count in (
        ("sign_off.open", counts.open),
        ("sign_off.on_hold", counts.hold),
        ("sign_off.rejected", counts.rejected),
    ):
        if count:
            raise UserError(key, exit_code=2, run=run.id, count=count, samples=counts.samples)
