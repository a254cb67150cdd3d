"""A run's appearance while it is condensed, in one line: what is aimed at and what it is now."""

from __future__ import annotations

import math
from collections.abc import Mapping

from engine.data.appearance_words import measure_name, plain_number, with_unit
from engine.data.recipe import Kind
from engine.inspection.appearance import MEASURES
from engine.runtime.messages import Language, text

# What a factory engineer sees at a glance, the first most; a line holds no more.
TELLING: Mapping[Kind, tuple[str, ...]] = {
    "drawing": ("line_weight", "noise", "contrast", "paper_tone"),
    "photo": ("brightness", "contrast", "sharpness", "noise"),
}
_UNKNOWN = (math.nan, math.nan)


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
    kind: Kind = "photo" if "brightness" in appearance else "drawing"
    told = []
    measures = {one.key: one for one in MEASURES[kind]}
    for key in TELLING[kind]:
        one, (target, now) = measures[key], appearance.get(key, _UNKNOWN)
        if not (math.isfinite(target) and math.isfinite(now)):
            continue  # blank pictures have no line weight
        told.append(
            text(
                "measure.now",
                language,
                name=measure_name(one.key, kind, language),
                target=plain_number(target, one.digits),
                now=with_unit(now, one.unit, one.digits, language),
            )
        )
    return text("measure.aimed_and_now", language, measures=" · ".join(told)) if told else ""
