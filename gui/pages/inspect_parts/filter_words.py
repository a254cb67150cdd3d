"""The gallery's orders, filters and values in words."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from engine.data.appearance_words import measure_name, with_unit
from engine.data.recipe import Kind
from engine.inspection.appearance import MEASURES, Measure
from gui.language import current, number
from gui.pages.inspect_parts.arranging import (
    CLASS,
    DISTANCES,
    ISSUES,
    JUDGED,
    NAME,
    NEAREST,
    TO_CHOSEN,
    VERDICT,
    Judged,
    Wishes,
)
from gui.pages.inspect_parts.words import verdict_word

WordOf = Callable[[str], str]
_DISTANCE_DIGITS = 2
_SHORT_UNITS = ("px", "percent", "degree", "")


def orders(kind: Kind | None, *, real: bool, issues: bool) -> list[str]:
    """What can be sorted by: ``real`` if there are real samples, ``issues`` if they are known."""
    found = [CLASS, *([NAME] if real else []), VERDICT, *([ISSUES] if issues else [])]
    return [*found, *(DISTANCES if real else ()), *measures(kind)]


def measures(kind: Kind | None) -> list[str]:
    """The keys of the measures of appearance; none as long as the kind is not known."""
    return [] if kind is None else [one.key for one in MEASURES[kind]]


def order_word(order: str, kind: Kind | None) -> str:
    """What an order, or the value behind it, is called."""
    translate = QCoreApplication.translate
    words = {
        CLASS: translate("GalleryWords", "Class"),
        NAME: translate("GalleryWords", "File name (real)"),
        VERDICT: translate("GalleryWords", "Verdict"),
        ISSUES: translate("GalleryWords", "Issues"),
        NEAREST: translate("GalleryWords", "Distance to the nearest"),
        TO_CHOSEN: translate("GalleryWords", "Distance to the chosen (real)"),
    }
    if order in words:
        return words[order]
    return order if kind is None else measure_name(order, kind, current())


def judged_word(judged: Judged) -> str:
    """A verdict, or that there is none."""
    if judged == "none":
        return QCoreApplication.translate("GalleryWords", "not judged")
    return verdict_word(judged)


def value_text(key: str, value: float, kind: Kind | None) -> str:
    """A value with its unit; a dash where it is not known."""
    if not math.isfinite(value):
        return "–"
    measure = measure_of(key, kind)
    if measure is None:
        return number(value, _DISTANCE_DIGITS)
    return with_unit(value, measure.unit, measure.digits, current())


def short_value(key: str, value: float, kind: Kind | None) -> str:
    """A value with its unit, if that is as short as px: for below a small picture."""
    measure = measure_of(key, kind)
    if measure is None or measure.unit in _SHORT_UNITS or not math.isfinite(value):
        return value_text(key, value, kind)
    return number(value, measure.digits)


def measure_of(key: str, kind: Kind | None) -> Measure | None:
    """A measure of appearance by its key; None for a distance."""
    if kind is None:
        return None
    return next((one for one in MEASURES[kind] if one.key == key), None)


def digits_of(key: str, kind: Kind | None) -> int:
    """Decimals worth showing."""
    measure = measure_of(key, kind)
    return _DISTANCE_DIGITS if measure is None else measure.digits


def filters_text(wishes: Wishes, kind: Kind | None, issue_word: WordOf) -> str:
    """What is asked for, part by part: *“fl” · Verdict: rejected · Noise 8 to 12 grey levels*."""
    translate = QCoreApplication.translate
    parts = []
    if wishes.words.strip():
        parts.append(translate("GalleryWords", "“{words}”").format(words=wishes.words.strip()))
    if wishes.verdicts:
        words = [judged_word(one) for one in JUDGED if one in wishes.verdicts]
        parts.append(_named(translate("GalleryWords", "Verdict"), words))
    if wishes.issues:
        words = [issue_word(one) for one in sorted(wishes.issues)]
        parts.append(_named(translate("GalleryWords", "Issues"), words))
    if wishes.measure:
        parts.append(_range_text(wishes, kind))
    return " · ".join(parts)


def _named(name: str, words: Sequence[str]) -> str:
    between = QCoreApplication.translate("GalleryWords", ", ")
    template = QCoreApplication.translate("GalleryWords", "{name}: {words}")
    return template.format(name=name, words=between.join(words))


def _range_text(wishes: Wishes, kind: Kind | None) -> str:
    translate = QCoreApplication.translate
    if math.isinf(wishes.least):
        template = translate("GalleryWords", "{name} up to {most}")
    elif math.isinf(wishes.most):
        template = translate("GalleryWords", "{name} from {least}")
    else:
        template = translate("GalleryWords", "{name} {least} to {most}")
    measure = measure_of(wishes.measure, kind)
    digits = digits_of(wishes.measure, kind)
    most = value_text(wishes.measure, wishes.most, kind)
    shown = (
        number(wishes.least, digits)
        if measure is not None and not math.isinf(wishes.most)
        else value_text(wishes.measure, wishes.least, kind)
    )
    name = order_word(wishes.measure, kind)
    return template.format(name=name, least=shown, most=most)
