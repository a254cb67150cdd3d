"""Two compared runs as the rows of a table, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from engine.data.appearance_report import AppearanceReport, MeasureReport
from engine.data.appearance_words import grade_text, measure_name, with_unit
from engine.inspection.comparing_runs import (
    Aspect,
    AspectComparison,
    RunComparison,
    RunSide,
    images_by_class,
)
from engine.inspection.comparing_trials import TrialComparison
from engine.inspection.recipe_differences import field_name, field_value
from engine.inspection.run_conclusion import NAMES, accuracy_text, trial_sentence
from engine.report.wording import points, size
from engine.runtime.messages import Language, text
from engine.trial.results import SetResult
from engine.trial.roi import duration

Section = Literal["recipe", "numbers", "gaps", "appearance", "trial", "verdicts"]
_NONE = "–"


@dataclass(frozen=True)
class Row:
    """A line of the table: what it is, its value in both runs, and what the difference means."""

    section: Section
    name: str
    first: str
    second: str
    note: str = ""


def comparison_rows(found: RunComparison, language: Language = "en") -> list[Row]:
    """Every difference as a row, by section: recipe, numbers, gaps, appearance, trial, verdicts."""
    return [
        *_recipe_rows(found, language),
        *_number_rows(found, language),
        *_gap_rows(found, language),
        *_appearance_rows(found, language),
        *_trial_rows(found, language),
        *_verdict_rows(found, language),
    ]


def section_name(section: Section, language: Language = "en") -> str:
    """What a section is called."""
    return text(f"compare.{section}", language)


def _recipe_rows(found: RunComparison, language: Language) -> Iterator[Row]:
    if found.recipe is None:
        unknown = text("compare.recipe_unknown", language)
        first, second = (
            unknown if side.recipe is None else _NONE for side in (found.first, found.second)
        )
        yield Row("recipe", text("compare.same_recipe", language), first, second)
        return
    if not found.recipe:
        same = text("compare.same", language)
        yield Row("recipe", text("compare.same_recipe", language), same, same)
    for one in found.recipe:
        first, second = (
            field_value(one.field, value, language, found.titles)
            for value in (one.first, one.second)
        )
        yield Row("recipe", field_name(one.field, language), first, second)


def _number_rows(found: RunComparison, language: Language) -> Iterator[Row]:
    sides = found.first, found.second
    told: dict[str, list[str]] = {}
    if not found.same_classes:
        told["classes"] = [f"{len(one.present):,}" for one in sides]
        told["picture_size"] = [f"{one.size} px" for one in sides]
    told["images"] = [_images(one, language) for one in sides]
    told["samples"] = [f"{one.condensed.decoded:,}" for one in sides]
    told["bytes"] = [size(one.bytes, language) for one in sides]
    told["seconds"] = [
        _NONE if one.seconds is None else duration(one.seconds, language) for one in sides
    ]
    told["steps"] = [f"{one.steps:,}" for one in sides]
    for key, (first, second) in told.items():
        yield Row("numbers", text(f"compare.{key}", language), first, second)


def _images(side: RunSide, language: Language) -> str:
    least, most = images_by_class(side)
    if least == most:
        each = text("compare.by_class_same", language, least=f"{least:,}")
    else:
        each = text("compare.by_class", language, least=f"{least:,}", most=f"{most:,}")
    return f"{side.condensed.stored:,} ({each})"


def _gap_rows(found: RunComparison, language: Language) -> Iterator[Row]:
    for one in found.aspects:
        key = "compare.diversity" if one.aspect == "diversity" else f"compare.{one.aspect}_gap"
        first, second = (gap_text(one.aspect, value) for value in (one.first, one.second))
        yield Row("gaps", text(key, language), first, second, _closer_note(one, language))


def gap_text(aspect: Aspect, value: float) -> str:
    """A gap with two decimals, a diversity in per cent of the real spread."""
    return f"{100 * value:.0f} %" if aspect == "diversity" else f"{value:.2f}"


def _closer_note(one: AspectComparison, language: Language) -> str:
    first, second, total = one.classes
    if one.closer == "same" and not first and not second:
        return text("compare.as_close_all", language)
    if one.closer == "same":
        return text("compare.as_close", language, first=first, second=second)
    count = first if one.closer == "first" else second
    return text("compare.closer_in", language, name=NAMES[one.closer], count=count, total=total)


def _appearance_rows(found: RunComparison, language: Language) -> Iterator[Row]:
    first, second = found.first.appearance, found.second.appearance
    if not any(one is not None and one.measures for one in (first, second)):
        return
    matched = [_matched(one, language) for one in (first, second)]
    yield Row("appearance", text("compare.measures_matched", language), *matched)
    if first is None or second is None or first.kind != second.kind:
        return
    for one in first.measures:
        other = second.measure(one.key)
        if other is not None:
            yield Row(
                "appearance",
                measure_name(one.key, first.kind, language),
                _measured(one, language),
                _measured(other, language),
                _aimed(one, other, language),
            )


def _measured(one: MeasureReport, language: Language) -> str:
    if one.grade == "unmeasured":
        return _NONE
    value = with_unit(one.synthetic.mean, one.unit, one.digits, language)
    return f"{value} · {grade_text(one.grade, language)}"


def _aimed(one: MeasureReport, other: MeasureReport, language: Language) -> str:
    """What both aimed at; nothing where one of them followed a reference and the other did not."""
    targets = {
        with_unit(each.target.mean, each.unit, each.digits, language) for each in (one, other)
    }
    return text("compare.aimed_at", language, target=targets.pop()) if len(targets) == 1 else ""


def _matched(report: AppearanceReport | None, language: Language) -> str:
    if report is None or not report.measures:
        return _NONE
    count = [one.grade for one in report.measures].count("matched")
    return text("compare.of", language, count=count, total=len(report.measures))


def _trial_rows(found: RunComparison, language: Language) -> Iterator[Row]:
    trial = found.trial
    if not isinstance(trial, TrialComparison):
        yield from _untried_rows(found, language)
        return
    first, second = trial.first, trial.second
    key = "compare.points_beyond" if trial.beyond_spread else "compare.points_within"
    yield Row(
        "trial",
        text("compare.accuracy", language),
        _with_seeds(first, language),
        _with_seeds(second, language),
        text(key, language, points=points(trial.points)),
    )
    balanced = 100 * (second.balanced_mean - first.balanced_mean)
    yield Row(
        "trial",
        text("compare.balanced", language),
        f"{100 * first.balanced_mean:.1f} %",
        f"{100 * second.balanced_mean:.1f} %",
        text("compare.points", language, points=points(balanced)),
    )
    worst = [_worst(one, language) for one in (first, second)]
    yield Row("trial", text("compare.worst", language), *worst)


def _untried_rows(found: RunComparison, language: Language) -> Iterator[Row]:
    """What is known of each alone, and why it is not compared."""
    first, second = (
        _with_seeds(side.tried[0], language) if side.tried else text("compare.not_tried", language)
        for side in (found.first, found.second)
    )
    unlike = found.trial in ("model", "rule", "tests")
    note = trial_sentence(found, language) if unlike else ""
    yield Row("trial", text("compare.accuracy", language), first, second, note)


def _with_seeds(one: SetResult, language: Language) -> str:
    return text(
        "compare.accuracy_of", language, value=accuracy_text(one), seeds=len(one.accuracies)
    )


def _worst(one: SetResult, language: Language) -> str:
    if one.worst is None:
        return _NONE
    name, recall = one.worst
    return text("compare.worst_of", language, name=name, value=f"{100 * recall:.1f} %")


def _verdict_rows(found: RunComparison, language: Language) -> Iterator[Row]:
    first, second = found.first.judged(), found.second.judged()
    for key in first:
        yield Row(
            "verdicts", text(f"compare.{key}", language), f"{first[key]:,}", f"{second[key]:,}"
        )
