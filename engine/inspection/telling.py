"""A run's appearance while it is condensed, in one line: what is aimed at and what it is now."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from engine.data.appearance_words import measure_name, plain_number, with_unit
from engine.data.recipe import Kind
from engine.inspection.appearance import MEASURES, Measure, Unit
from engine.runtime.messages import CATALOGUE, Language, text

# What a factory engineer sees at a glance, the first most; a line holds no more.
TELLING: Mapping[Kind, tuple[str, ...]] = {
    "drawing": ("line_weight", "noise", "contrast", "paper_tone"),
    "photo": ("brightness", "contrast", "sharpness", "noise"),
}
_UNKNOWN = (math.nan, math.nan)
_FEW = 2


def aimed_and_now(appearance: Mapping[str, tuple[float, float]], language: Language = "en") -> str:
    """*Appearance (aimed at → now): Line weight 2.9 → 3.0 px · Scan noise 11 → 10 grey levels*.

    Parameters
    ----------
    appearance : mapping of str to pair of float
        As in :class:`engine.runtime.events.Preview`.
    language : {"en", "ja"}

    Returns
    -------
    str
        Empty where none of the telling measures is known.
    """
    told = [
        text(
            "measure.now",
            language,
            name=measure_name(one.key, kind, language),
            target=plain_number(target, one.digits),
            now=with_unit(now, one.unit, one.digits, language),
        )
        for kind, one, target, now in _telling(appearance)
    ]
    return text("measure.aimed_and_now", language, measures=" · ".join(told)) if told else ""


def aimed_and_now_short(
    appearance: Mapping[str, tuple[float, float]], language: Language = "en"
) -> str:
    """The same in few columns, of two measures: *line weight 2.9 → 3.0 px · noise 11 → 10*.

    Grey levels are left unnamed.
    """
    told = []
    for kind, one, target, now in list(_telling(appearance))[:_FEW]:
        name = measure_name(one.key, kind, language)
        short = f"measure.short_{one.key}"
        if short in CATALOGUE:
            name = text(short, language)
        unit: Unit = "" if one.unit == "grey" else one.unit
        told.append(
            text(
                "measure.now",
                language,
                name=name.lower() if language == "en" else name,
                target=plain_number(target, one.digits),
                now=with_unit(now, unit, one.digits, language),
            )
        )
    return " · ".join(told)


def _telling(
    appearance: Mapping[str, tuple[float, float]],
) -> Iterator[tuple[Kind, Measure, float, float]]:
    """The telling measures that are known, with what is aimed at and what they are now."""
    kind: Kind = "photo" if "brightness" in appearance else "drawing"
    measures = {one.key: one for one in MEASURES[kind]}
    for key in TELLING[kind]:
        target, now = appearance.get(key, _UNKNOWN)
        if math.isfinite(target) and math.isfinite(now):  # blank pictures have no line weight
            yield kind, measures[key], target, now
