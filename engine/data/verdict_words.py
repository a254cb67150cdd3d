"""Verdicts, reasons and sign-offs in words: the same in window, report and command line."""

from __future__ import annotations

from datetime import datetime

from engine.data.blind_result import BlindResult
from engine.data.judged import VerdictCounts
from engine.data.judgement import REASONS, Verdict
from engine.data.sign_off import SignOff
from engine.runtime.messages import Language, listed, text


def verdict_text(verdict: Verdict | None, language: Language = "en") -> str:
    """The word for a verdict: *accepted*, 合格; None: *not judged*, 未判定."""
    return text(f"verdict.{verdict or 'open'}", language)


def reason_text(reason: str, language: Language = "en") -> str:
    """The words for a reason; one of a later version is given as it is stored."""
    return text(f"verdict.reason_{reason}", language) if reason in REASONS else reason


def reasons_text(reasons: tuple[str, ...], language: Language = "en") -> str:
    """Several reasons after each other."""
    return listed([reason_text(one, language) for one in reasons], language)


def counts_sentence(counts: VerdictCounts, language: Language = "en") -> str:
    """*38 of 60 judged: 30 accepted, 5 rejected, 3 on hold.*"""
    return text(
        "verdict.counts",
        language,
        judged=counts.judged,
        samples=counts.samples,
        accepted=counts.accepted,
        rejected=counts.rejected,
        hold=counts.hold,
    )


def sign_off_sentence(signed: SignOff | None, language: Language = "en") -> str:
    """Who signed when, whether in part, and whether it is still so."""
    if signed is None:
        return text("sign_off.none", language)
    key = "sign_off.state_partial" if signed.partial else "sign_off.state"
    said = text(
        f"{key}_{signed.state}",
        language,
        inspector=signed.inspector,
        time=time_text(signed.time),
        hash=signed.short_hash,
        accepted=signed.accepted,
        samples=signed.samples,
    )
    return said


def blind_sentence(found: BlindResult, language: Language = "en") -> str:
    """Who took a blind test when, and with which result."""
    return text(
        "blind.taken" if found.inspector else "blind.taken_unnamed",
        language,
        inspector=found.inspector,
        time=time_text(found.time),
        result=found.sentence(language),
    )


def time_text(time: str) -> str:
    """A recorded time as people read it, *2026-03-01 09:00+09:00*; what is no time as it is."""
    try:
        return datetime.fromisoformat(time).isoformat(" ", "minutes")
    except ValueError:
        return time
