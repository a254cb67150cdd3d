"""Coverage in words."""

from __future__ import annotations

from collections.abc import Sequence

from engine.inspection.coverage import ClassCoverage, Region, over_all
from engine.runtime.messages import Language, sentences, text


def coverage_sentence(one: ClassCoverage, language: Language = "en") -> str:
    """A class: what is covered, what real pictures would cover, what has nothing near."""
    if one.kept:
        return text("coverage.kept", language, name=one.name)
    parts = [
        text(
            "coverage.of_class",
            language,
            name=one.name,
            covered=_percent(one.covered),
            expected=_percent(one.expected),
        )
    ]
    if len(one.missed):
        parts.append(
            text(
                "coverage.missed_groups" if len(one.regions) > 1 else "coverage.missed",
                language,
                count=len(one.missed),
                groups=len(one.regions),
            )
        )
    else:
        parts.append(text("coverage.nothing_missed", language))
    return sentences(parts, language)


def hull_sentence(one: ClassCoverage, language: Language = "en") -> str:
    """The second figure: the convex hull in the plane of the map; empty where there is none."""
    if one.kept or one.hull is None:
        return ""
    key = "coverage.hull" if one.hull_expected is not None else "coverage.hull_alone"
    return text(key, language, hull=_percent(one.hull), expected=_percent(one.hull_expected or 0.0))


def overall_sentence(classes: Sequence[ClassCoverage], language: Language = "en") -> str:
    """All classes in one sentence."""
    if not classes:
        return text("coverage.nothing", language)
    covered, expected = over_all(classes)
    missed = sum(len(one.missed) for one in classes)
    groups = sum(len(one.regions) for one in classes)
    parts = [
        text(
            "coverage.of_all",
            language,
            covered=_percent(covered),
            expected=_percent(expected),
        ),
        text("coverage.missed_groups", language, count=missed, groups=groups)
        if groups > 1
        else text("coverage.missed", language, count=missed)
        if missed
        else text("coverage.nothing_missed", language),
    ]
    return sentences(parts, language)


def region_sentence(one: Region, name: str, language: Language = "en") -> str:
    """A group that was left out."""
    return text(
        "coverage.region",
        language,
        name=name,
        count=len(one.rows),
        share=_percent(one.share),
        distance=f"{one.distance:.1f}",
    )


def _percent(share: float) -> str:
    """Whole per cent; never 100 where something is missing, never 0 where something is there."""
    whole = round(100 * share)
    if whole == 100 and share < 1:
        return f"{100 * share:.1f}" if share < 0.9995 else "99.9"
    return f"{100 * share:.1f}" if whole == 0 and share > 0 else str(whole)
