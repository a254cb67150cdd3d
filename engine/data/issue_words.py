"""Issues in words: the same sentences in window, report and command line."""

from __future__ import annotations

from collections.abc import Mapping

from engine.data.appearance_report import Unit
from engine.data.appearance_words import plain_number, with_unit
from engine.data.issue_report import Issue, IssueKind, IssueReport, Severity, measure_key
from engine.data.recipe import Kind
from engine.runtime.messages import Language, listed, text

# Unit and decimals of every measure that an issue may name.
_FORMS: dict[str, tuple[Unit, int]] = {
    "line_weight": ("px", 2),
    "line_weight_spread": ("px", 2),
    "noise": ("grey", 1),
    "specks": ("per_megapixel", 0),
    "paper_tone": ("grey", 0),
    "unevenness": ("grey", 0),
    "contrast": ("grey", 0),
    "softness": ("px", 2),
    "skew": ("degree", 1),
    "brightness": ("grey", 0),
    "cast_a": ("lab", 1),
    "cast_b": ("lab", 1),
    "saturation": ("percent", 0),
    "sharpness": ("grey", 1),
    "gradient": ("grey", 0),
    "texture_fine": ("grey", 1),
    "texture_medium": ("grey", 1),
    "texture_coarse": ("grey", 1),
    "black": ("percent", 1),
    "white": ("percent", 1),
    "checker": ("grey", 1),
    "agreement": ("percent", 0),
    "levels": ("", 0),
}


def kind_word(kind: IssueKind, language: Language = "en") -> str:
    """What an issue is called: *copy of a real picture*."""
    return text(f"issue.kind_{kind}", language)


def severity_word(severity: Severity, language: Language = "en") -> str:
    """How bad it is."""
    return text(f"issue.severity_{severity}", language)


def issue_sentence(issue: Issue, kind: Kind, language: Language = "en") -> str:
    """One issue with its evidence.

    Parameters
    ----------
    kind : {"drawing", "photo"}
        As what appearance was measured.
    """
    said: dict[str, str] = {
        "name": issue.class_name,
        "count": f"{len(issue.samples):,}",
        "of": f"{issue.of:,}",
        "other": issue.other,
    }
    numbers = issue.numbers
    if issue.measure:
        unit, digits = _FORMS.get(issue.measure, ("", 2))
        said["measure"] = text(measure_key(issue, kind), language)
        said["value"] = with_unit(numbers["value"], unit, digits, language)
        said["low"] = plain_number(numbers["low"], digits)
        said["high"] = with_unit(numbers["high"], unit, digits, language)
    elif issue.kind in ("copy", "twin"):
        said |= {one: plain_number(numbers[one], 2) for one in ("distance", "typical")}
    else:
        said |= {one: plain_number(value, 0) for one, value in numbers.items()}
    return text(f"issue.{issue.kind}", language, **said)


def counts_sentence(counts: Mapping[IssueKind, int], language: Language = "en") -> str:
    """Samples concerned by kind of issue, as :meth:`IssueReport.counts` gives them."""
    if not counts:
        return text("issue.no_counts", language)
    return text("issue.counts", language, kinds=_kinds(counts, language))


def issues_summary(report: IssueReport, language: Language = "en") -> str:
    """All issues in one sentence, with the number of samples of each kind."""
    if not report.samples:
        return text("issue.no_samples", language)
    if not report.issues:
        return text("issue.none", language, samples=f"{report.samples:,}")
    return text(
        "issue.found",
        language,
        kinds=_kinds(report.counts(), language),
        concerned=f"{len(report.of_samples()):,}",
        samples=f"{report.samples:,}",
    )


def checked_sentence(report: IssueReport, language: Language = "en") -> str:
    """What was looked for, and among which pictures; empty where nothing could be checked."""
    if not report.checked:
        return ""
    return text(
        "issue.checked",
        language,
        kinds=listed([kind_word(one, language) for one in report.checked], language),
        looked_at=f"{report.looked_at:,}",
        pictures=f"{report.pictures:,}",
    )


def _kinds(counts: Mapping[IssueKind, int], language: Language) -> str:
    found = [
        text("issue.found_kind", language, kind=kind_word(kind, language), count=f"{count:,}")
        for kind, count in counts.items()
    ]
    return listed(found, language)
