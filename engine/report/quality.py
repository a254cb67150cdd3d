"""What the report says of the quality check: verdicts, second look, blind tests, sign-off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.data import CondensedSet
from engine.data.appearance_words import plain_number
from engine.data.judged import VerdictCounts, verdict_counts
from engine.data.judgement import FIRST_LOOK, REASONS, SECOND_LOOK, Judgement
from engine.data.sign_off import SignOff
from engine.data.verdict_words import (
    counts_sentence,
    reason_text,
    reasons_text,
    sign_off_sentence,
    time_text,
    verdict_text,
)
from engine.project import Run
from engine.project.blind_tests import blind_tests_of
from engine.project.sign_off import sign_offs_of
from engine.project.verdicts import Agreement
from engine.runtime.messages import Language, text

_SHOWN = 50


@dataclass(frozen=True)
class Inspector:
    """Who judged how many samples, and from when to when."""

    name: str
    samples: int
    first: str
    last: str


@dataclass(frozen=True)
class Doubtful:
    """A sample that was rejected or put on hold, with what was said of it.

    ``number`` is its place in its class from 1, as the window shows it.
    """

    class_name: str
    number: int
    verdict: str
    reasons: str
    note: str
    inspector: str


@dataclass(frozen=True)
class Disagreement:
    """A sample that got another verdict in the second look; see :class:`Doubtful`."""

    class_name: str
    number: int
    first: str
    second: str


@dataclass(frozen=True)
class BlindRow:
    """A blind test in a sentence."""

    inspector: str
    time: str
    sentence: str


@dataclass(frozen=True)
class QualitySection:
    """Everything about the quality check; ``signed`` are all sign-offs, the latest first."""

    total: VerdictCounts
    summary: str
    by_class: list[tuple[str, VerdictCounts]]
    reasons: list[tuple[str, int]]
    doubtful: list[Doubtful]
    more_doubtful: int
    inspectors: list[Inspector]
    agreement: list[str]
    disagreements: list[Disagreement]
    more_disagreements: int
    blind: list[BlindRow]
    signing: str
    signed: list[SignOff]


def quality_section(run: Run, condensed: CondensedSet, language: Language) -> QualitySection:
    """Gather it.

    Parameters
    ----------
    condensed : CondensedSet
        As :func:`engine.project.sign_off.judged_set` gives it.

    Raises
    ------
    UserError
        ``file.not_ours`` if the catalogue was altered.
    """
    judgements = run.judgements()
    current = _of_samples(judgements.current(), condensed)
    agreement = judgements.agreement()
    total = verdict_counts(condensed)
    doubtful = _doubtful(current, condensed, language)
    disagreements = _disagreements(run, agreement, condensed, language)
    signed = sign_offs_of(run, condensed)[::-1]
    return QualitySection(
        total=total,
        summary=counts_sentence(total, language)
        if total.judged
        else text("report.quality_none", language, samples=total.samples),
        by_class=[
            (name, verdict_counts(condensed, label))
            for label, name in enumerate(condensed.class_names)
        ],
        reasons=_reasons(current, language),
        doubtful=doubtful[:_SHOWN],
        more_doubtful=max(0, len(doubtful) - _SHOWN),
        inspectors=_inspectors(judgements.log()),
        agreement=agreement_sentences(agreement, language),
        disagreements=disagreements[:_SHOWN],
        more_disagreements=max(0, len(disagreements) - _SHOWN),
        blind=[
            BlindRow(one.inspector, time_text(one.time), one.sentence(language))
            for one in blind_tests_of(run)[::-1]
        ],
        signing=sign_off_sentence(signed[0] if signed else None, language),
        signed=signed,
    )


def agreement_sentences(found: Agreement, language: Language) -> list[str]:
    """How well the second look agrees with the first; empty without a second look."""
    if found.share is None:
        return []
    agreement = text(
        "verdict.agreement",
        language,
        twice=found.twice,
        agreeing=found.agreeing,
        percent=f"{100 * found.share:.0f}",
    )
    if found.kappa is None:
        return [agreement, text("verdict.no_kappa", language)]
    return [agreement, text("verdict.kappa", language, kappa=plain_number(found.kappa, 2))]


def _of_samples(current: Mapping[int, Judgement], condensed: CondensedSet) -> dict[int, Judgement]:
    """Without what was said of samples that are gone, and of repetitions of real pictures."""
    first = condensed.first_copies
    return {
        sample: one for sample, one in current.items() if 0 <= sample < len(first) and first[sample]
    }


def _reasons(current: Mapping[int, Judgement], language: Language) -> list[tuple[str, int]]:
    counted = Counter(reason for one in current.values() for reason in one.reasons)
    found = sorted(counted, key=lambda one: (-counted[one], REASONS.index(one)))
    return [(reason_text(one, language), counted[one]) for one in found]


def _doubtful(
    current: Mapping[int, Judgement], condensed: CondensedSet, language: Language
) -> list[Doubtful]:
    return [
        Doubtful(
            *_named(sample, condensed),
            verdict_text(one.verdict, language),
            reasons_text(one.reasons, language),
            one.note,
            one.inspector,
        )
        for sample, one in sorted(current.items())
        if one.verdict != "accepted"
    ]


def _disagreements(
    run: Run, agreement: Agreement, condensed: CondensedSet, language: Language
) -> list[Disagreement]:
    if not agreement.disagreeing:
        return []
    first, second = (run.judgements().of_look(look) for look in (FIRST_LOOK, SECOND_LOOK))
    return [
        Disagreement(
            *_named(sample, condensed),
            verdict_text(first[sample].verdict, language),
            verdict_text(second[sample].verdict, language),
        )
        for sample in agreement.disagreeing
        if 0 <= sample < condensed.decoded
    ]


def _inspectors(log: Sequence[Judgement]) -> list[Inspector]:
    """By name; those who gave none are together under an empty one."""
    said: dict[str, list[Judgement]] = {}
    for one in log:
        if one.verdict is not None:
            said.setdefault(one.inspector, []).append(one)
    return [
        Inspector(
            name,
            len({one.sample for one in found}),
            time_text(found[0].time),
            time_text(found[-1].time),
        )
        for name, found in said.items()
    ]


def _named(sample: int, condensed: CondensedSet) -> tuple[str, int]:
    """Class and place in it, counting repeated real pictures once."""
    label = int(condensed.labels[sample])
    before = condensed.first_copies[: sample + 1] & (condensed.labels[: sample + 1] == label)
    return condensed.class_names[label], int(before.sum())
