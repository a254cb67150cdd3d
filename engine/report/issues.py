"""What the report says and shows of the issues found in a condensed set."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.data import CondensedSet, ImageSet
from engine.data.issue_report import Issue, Severity
from engine.data.issue_words import (
    checked_sentence,
    issue_sentence,
    issues_summary,
    kind_word,
    severity_word,
)
from engine.inspection.of_run_issues import run_issues
from engine.project import Project, Run
from engine.report.pictures import strip
from engine.runtime.messages import Language
from engine.runtime.stop import StopSource

_ISSUES_SHOWN = 30
_PAIRS_SHOWN = 4


@dataclass(frozen=True)
class IssueRow:
    """An issue; ``pictures`` is a data URI, empty without any, ``paired`` says how they stand."""

    word: str
    severity: Severity
    severity_word: str
    sentence: str
    pictures: str
    paired: bool


@dataclass(frozen=True)
class IssuesSection:
    """All issues in a sentence, what was checked, and the first of them with pictures."""

    summary: str
    checked: str
    issues: list[IssueRow]
    more: int


def issues_section(
    project: Project, run: Run, image_set: ImageSet, condensed: CondensedSet, language: Language
) -> IssuesSection:
    """Read or find the issues of a run.

    Raises
    ------
    UserError
        ``inspect.other_pictures``; ``file.not_ours`` of a picture file.
    """
    report = run_issues(project, run, image_set, condensed, token=StopSource().token)
    rows = []
    for one in report.issues[:_ISSUES_SHOWN]:
        pictures, paired = _pictures(one, image_set, condensed)
        rows.append(
            IssueRow(
                word=kind_word(one.kind, language),
                severity=one.severity,
                severity_word=severity_word(one.severity, language),
                sentence=issue_sentence(one, report.picture_kind, language),
                pictures=pictures,
                paired=paired,
            )
        )
    return IssuesSection(
        summary=issues_summary(report, language),
        checked=checked_sentence(report, language),
        issues=rows,
        more=len(report.issues) - len(rows),
    )


def _pictures(issue: Issue, image_set: ImageSet, condensed: CondensedSet) -> tuple[str, bool]:
    """Samples, each followed by its real picture where there is one for each of them.

    A kept report may come from anywhere: what it names may not be there.
    """
    samples = [one for one in issue.samples if one < len(condensed.images)][:_PAIRS_SHOWN]
    rows = [one for one in issue.real_rows if one < len(image_set)][:_PAIRS_SHOWN]
    if not samples:
        return "", False
    shown = condensed.images[samples]
    paired = len(issue.real_rows) == len(issue.samples) and len(rows) == len(samples)
    if paired:
        real = image_set.read(rows)
        shown = np.stack([shown, real], axis=1).reshape(-1, *shown.shape[1:])
    return strip(shown), paired
