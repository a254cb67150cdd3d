"""What the report says of continual use."""

from __future__ import annotations

from dataclasses import dataclass

from engine.project import Run
from engine.runtime.messages import Language
from engine.trial.continual_report import ContinualReport, KeepingResult, continual_reports
from engine.trial.continual_words import accuracy_words, continual_findings, keeping_words
from engine.trial.findings import Finding


@dataclass(frozen=True)
class ContinualRow:
    """What is kept, with accuracies in words."""

    word: str
    result: KeepingResult
    old: str
    new: str


@dataclass(frozen=True)
class ContinualSection:
    """The newest comparison of a run."""

    report: ContinualReport
    rows: list[ContinualRow]
    findings: list[Finding]


def continual_section(run: Run, fingerprint: str, language: Language) -> ContinualSection | None:
    """The newest comparison on these old pictures; None without one."""
    report = next(iter(continual_reports(run, fingerprint)), None)
    if report is None:
        return None
    rows = [
        ContinualRow(
            keeping_words(one.keeping, language),
            one,
            accuracy_words(report, one, "old"),
            accuracy_words(report, one, "new"),
        )
        for one in report.results
    ]
    return ContinualSection(report, rows, continual_findings(report, language))
