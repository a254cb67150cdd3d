"""A project on disk: catalogue, prepared pictures and runs."""

from engine.project.findings import Severity, SourceFinding
from engine.project.project import ImportRecord, Project, Refused, SourceNotice
from engine.project.references import Reference
from engine.project.runs import Run, RunResult, RunStatus, Verdict

__all__ = [
    "ImportRecord",
    "Project",
    "Reference",
    "Refused",
    "Run",
    "RunResult",
    "RunStatus",
    "Severity",
    "SourceFinding",
    "SourceNotice",
    "Verdict",
]
