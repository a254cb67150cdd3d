"""What the report says of sets under strain."""

from __future__ import annotations

from dataclasses import dataclass

from engine.runtime.messages import Language
from engine.trial import TrialReport
from engine.trial.findings import Finding
from engine.trial.strains import STRAINS
from engine.trial.stress_results import StrainResult
from engine.trial.stress_words import fall_words, reached_words, strain_words, stress_findings


@dataclass(frozen=True)
class StressRow:
    """A set under a strain; how much of it was reached, and points lost, in words."""

    result: StrainResult
    reached: str
    lost: str


@dataclass(frozen=True)
class StressSection:
    """Strains by name, each with its rows."""

    tables: list[tuple[str, list[StressRow]]]
    findings: list[Finding]


def stress_section(trial: TrialReport | None, language: Language) -> StressSection | None:
    """The strains of a trial; None where there was no stress."""
    if trial is None or trial.stress is None:
        return None
    tables = []
    for strain in STRAINS:
        rows = [
            StressRow(one, reached_words(one, language), fall_words(one.fall))
            for one in trial.stress.results
            if one.strain == strain
        ]
        if rows:
            tables.append((strain_words(strain, language), rows))
    return StressSection(tables, stress_findings(trial, language))
