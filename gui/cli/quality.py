"""Verdicts, blind tests and signing off, on the command line."""

from __future__ import annotations

from typing import Any

from engine.data.blind_result import BlindResult
from engine.data.judged import VerdictCounts
from engine.data.sign_off import SignOff
from engine.data.verdict_words import blind_sentence, counts_sentence, sign_off_sentence
from engine.project import Run
from engine.project.sign_off import sign_off
from gui.cli.console import Console


def sign(
    console: Console, run: Run, *, inspector: str, statement: str, partial: bool
) -> dict[str, Any]:
    """Sign for a run's condensed set and tell it.

    Raises
    ------
    UserError
        What :func:`engine.project.sign_off.sign_off` raises.
    """
    signed = sign_off(run, inspector, statement, partial=partial)
    console.tell(sign_off_sentence(signed, console.language))
    return {"run": run.id, "sign_off": signed.as_dict()}


def tell_quality(console: Console, summary: dict[str, Any], *, indent: str = "") -> None:
    """Verdicts, blind tests and sign-off of :mod:`engine.project.summary`, if there are any."""
    verdicts, signed = summary["verdicts"], summary["sign_off"]
    counts = VerdictCounts() if verdicts is None else VerdictCounts(**verdicts)
    if counts.judged:
        console.tell(f"{indent}{counts_sentence(counts, console.language)}")
    for one in summary["blind_tests"]:
        told = blind_sentence(BlindResult.model_validate(one), console.language)
        console.tell(f"{indent}{told}")
    if signed is not None:
        found = SignOff.model_validate(signed)
        console.tell(f"{indent}{sign_off_sentence(found, console.language)}")
