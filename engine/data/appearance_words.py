"""Appearance in words: the same names, units and sentences in window, report and command line."""

from __future__ import annotations

from engine.data.appearance_report import (
    Against,
    AppearanceGrade,
    AppearanceReport,
    MeasureReport,
    Unit,
)
from engine.data.recipe import Kind
from engine.runtime.messages import Language, listed, text


def measure_name(key: str, kind: Kind, language: Language = "en") -> str:
    """What a measure is called: *Line weight*, 線の太さ."""
    return text(f"measure.{kind}_{key}", language)


def grade_text(grade: AppearanceGrade, language: Language = "en") -> str:
    """The word for a grade."""
    return text(f"measure.grade_{grade}", language)


def kind_text(kind: Kind, language: Language = "en") -> str:
    """The word for a kind of pictures."""
    return text(f"measure.kind_{kind}", language)


def with_unit(value: float, unit: Unit, digits: int, language: Language = "en") -> str:
    """A number as people read it: ``2.9 px``."""
    return text(f"unit.{unit or 'plain'}", language, value=plain_number(value, digits))


def plain_number(value: float, digits: int) -> str:
    """A number without its unit; never minus zero."""
    shown = f"{value:,.{digits}f}"
    return shown.removeprefix("-") if float(shown.replace(",", "")) == 0 else shown


def measure_sentence(
    one: MeasureReport, kind: Kind, language: Language = "en", *, against: Against = "reference"
) -> str:
    """One measure: what was aimed at, what was reached, and how near that is.

    Parameters
    ----------
    against : {"reference", "varied"}
        What to call the reference of a measure that has one.
    """
    said = {
        "name": measure_name(one.key, kind, language),
        "target": with_unit(one.target.mean, one.unit, one.digits, language),
        "target_deviation": plain_number(one.target.deviation, one.digits),
    }
    if one.grade == "unmeasured":
        return text(
            "measure.unmeasured",
            language,
            measured=one.synthetic.measured,
            samples=one.synthetic.looked_at,
            **said,
        )
    if one.reference is not None:
        said["real"] = plain_number(one.real.mean, one.digits)
        said["real_deviation"] = plain_number(one.real.deviation, one.digits)
    return text(
        "measure.against_real" if one.reference is None else f"measure.against_{against}",
        language,
        synthetic=plain_number(one.synthetic.mean, one.digits),
        synthetic_deviation=plain_number(one.synthetic.deviation, one.digits),
        grade=_grade_with_reason(one, language),
        **said,
    )


def _grade_with_reason(one: MeasureReport, language: Language) -> str:
    """*differs, less varied*: a shift where it makes up half of the distance, else the spread."""
    word = grade_text(one.grade, language)
    if one.grade in ("matched", "close") or one.distance is None:
        return word
    shift = one.synthetic.mean - one.target.mean
    if abs(shift) >= one.distance / 2:
        reason = "higher" if shift > 0 else "lower"
    else:
        wider = one.synthetic.deviation > one.target.deviation
        reason = "wider" if wider else "narrower"
    return text(f"measure.off_{reason}", language, grade=word)


def distance_sentence(one: MeasureReport, language: Language = "en") -> str:
    """What the grade rests on; empty where nothing could be compared."""
    if one.distance is None or one.sampling is None:
        return ""
    # One more decimal: both are usually small beside the values themselves.
    digits = one.digits + 1
    return text(
        "measure.distance",
        language,
        distance=with_unit(one.distance, one.unit, digits, language),
        sampling=plain_number(one.sampling, digits),
    )


def summary_sentence(report: AppearanceReport, language: Language = "en") -> str:
    """All measures in one sentence, naming those to look at."""
    if not report.measures:
        return text("measure.nothing" if report.samples else "measure.no_samples", language)
    grades = [one.grade for one in report.measures]
    count, matched = len(grades), grades.count("matched")
    if matched == count:
        return text("measure.all_matched", language, count=count)
    if matched + grades.count("close") == count:
        return text("measure.some_close", language, count=count, matched=matched)
    off = [
        measure_name(one.key, report.kind, language)
        for one in report.measures
        if one.grade not in ("matched", "close")
    ]
    return text(
        "measure.some_differ", language, count=count, matched=matched, names=listed(off, language)
    )


def measured_on(report: AppearanceReport, language: Language = "en") -> str:
    """How many samples and pictures were looked at, and as what."""
    return text(
        "measure.measured_on",
        language,
        samples=f"{report.samples:,}",
        pictures=f"{report.pictures:,}",
        kind=kind_text(report.kind, language),
    )


def largest_sentence(report: AppearanceReport, language: Language = "en") -> str:
    """The class and measure that are furthest off; empty where nothing was measured."""
    if not report.measures:
        return ""
    found = report.largest
    measure = None if found is None else report.measure(found.key)
    if found is None or measure is None:
        return text("measure.no_largest", language)
    name = measure_name(found.key, report.kind, language)
    return text(
        "measure.largest",
        language,
        name=found.class_name,
        measure=name.lower() if language == "en" else name,
        target=with_unit(found.target, measure.unit, measure.digits, language),
        synthetic=plain_number(found.synthetic, measure.digits),
        gap=plain_number(found.gap, 1),
    )


def appearance_sentences(report: AppearanceReport, language: Language = "en") -> list[str]:
    """Everything: the summary, each measure, the largest gap."""
    each = [
        measure_sentence(one, report.kind, language, against=report.against)
        for one in report.measures
    ]
    last = largest_sentence(report, language)
    return [summary_sentence(report, language), *each, *([last] if last else [])]
