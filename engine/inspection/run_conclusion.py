"""What the comparison of two runs says, in a few plain sentences."""

from __future__ import annotations

from collections.abc import Sequence

from engine.inspection.comparing_runs import AspectComparison, Closer, RunComparison
from engine.inspection.comparing_trials import TrialComparison
from engine.report.wording import size
from engine.runtime.messages import Language, listed, sentences, text
from engine.trial.results import SetResult

NAMES: dict[str, str] = {"first": "A", "second": "B"}
# Sizes that differ by less are the same to anybody who trains on them.
_SAME_SIZE = 0.01


def conclusion(found: RunComparison, language: Language = "en") -> str:
    """What the comparison says, in a few plain sentences; nothing that is within the spread."""
    said = [*_unlike(found, language), trial_sentence(found, language), _gaps_said(found, language)]
    return sentences([*said, _size_said(found, language)], language)


def _unlike(found: RunComparison, language: Language) -> list[str]:
    """That the runs were condensed from different pictures."""
    first, second = found.first, found.second
    if found.same_classes:
        return []
    return [
        text(
            "compare.other_classes",
            language,
            first_classes=len(first.present),
            first_size=first.size,
            second_classes=len(second.present),
            second_size=second.size,
        )
    ]


def trial_sentence(found: RunComparison, language: Language = "en") -> str:
    """Which run trains better, or why that is not known."""
    trial = found.trial
    if isinstance(trial, TrialComparison):
        return _trial_compared(trial, language)
    if trial in ("first", "second"):
        side = found.first if trial == "first" else found.second
        accuracies = [accuracy_text(one) for one in side.tried[:1]]
        return text("compare.trial_only", language, name=NAMES[trial], accuracy="".join(accuracies))
    return text(
        "compare.trial_none" if trial == "none" else f"compare.trial_other_{trial}", language
    )


def _trial_compared(trial: TrialComparison, language: Language) -> str:
    points = f"{abs(trial.points):.1f}"
    better, worse = ("second", "first") if trial.points >= 0 else ("first", "second")
    results: dict[str, SetResult] = {"first": trial.first, "second": trial.second}
    if points == "0.0":
        said = text("compare.trial_equal", language, first=accuracy_text(trial.first))
    else:
        said = text(
            "compare.trial_beyond" if trial.beyond_spread else "compare.trial_within",
            language,
            name=NAMES[better],
            points=points,
            first=accuracy_text(results[worse]),
            second=accuracy_text(results[better]),
        )
    once = text("compare.trial_once", language) if trial.trainings == 1 else ""
    return sentences([said, once], language)


def _gaps_said(found: RunComparison, language: Language) -> str:
    refused = _refused(found, language)
    if refused:
        return refused
    if not found.aspects:
        return text("compare.gaps_open", language)
    keys: dict[Closer, str] = {
        "second": "compare.near_closer",
        "first": "compare.near_further",
        "same": "compare.near_same",
    }
    parts = [
        text(key, language, aspects=_aspects_named(found.aspects, which, language))
        for which, key in keys.items()
        if any(one.closer == which for one in found.aspects)
    ]
    aims = "" if found.same_aim else text("compare.other_aims", language)
    return sentences(
        [text("compare.near", language, parts=listed(parts, language)), aims], language
    )


def _refused(found: RunComparison, language: Language) -> str:
    """Why gaps are not compared; empty if they can be."""
    sides = {"first": found.first, "second": found.second}
    keys = {name: one.refusal.key for name, one in sides.items() if one.refusal is not None}
    if "compare.no_pictures" in keys.values():
        return text("compare.no_pictures", language)
    told = [text("compare.other_pictures", language, name=NAMES[name]) for name in keys]
    return sentences(told, language)


def _aspects_named(aspects: Sequence[AspectComparison], which: Closer, language: Language) -> str:
    named = [
        text(f"compare.aspect_{one.aspect}", language) for one in aspects if one.closer == which
    ]
    if len(named) == 1:
        return named[0]
    # Three at most: "content, style and diversity".
    before = listed(named[:-1], language)
    return before + text("compare.and", language) + named[-1]


def _size_said(found: RunComparison, language: Language) -> str:
    first, second = found.first.bytes, found.second.bytes
    if not first or abs(second / first - 1) < _SAME_SIZE:
        return ""
    return text(
        "compare.size",
        language,
        ratio=f"{second / first:.2g}",
        first=size(first, language),
        second=size(second, language),
    )


def accuracy_text(one: SetResult) -> str:
    """Mean and deviation in per cent: ``71.2 % ± 1.0``; the deviation only of several trainings."""
    mean = f"{100 * one.accuracy_mean:.1f} %"
    return mean if len(one.accuracies) < 2 else f"{mean} ± {100 * one.accuracy_std:.1f}"
