"""Two runs side by side on the command line."""

from __future__ import annotations

from typing import Any

from engine.project import Project
from engine.runtime import text
from gui.cli.console import Console


def compare(console: Console, project: Project, first: str, second: str) -> dict[str, Any]:
    """Tell how two runs differ; the same as plain values.

    Raises
    ------
    UserError
        ``project.no_run``; what :func:`engine.inspection.comparing_runs.compare_runs` raises.
    """
    from engine.inspection.comparing_runs import compare_runs
    from engine.inspection.run_conclusion import conclusion
    from engine.inspection.run_rows import comparison_rows, section_name
    from engine.inspection.run_values import comparison_values

    runs = project.run(first), project.run(second)
    found = compare_runs(project, *runs, emit=console.emit, token=console.token)
    language = console.language
    for key, run in zip(("compare.run_a", "compare.run_b"), runs, strict=True):
        console.tell(f"{text(key, language)}: {run.id}")
    console.tell(conclusion(found, language))
    section = ""
    for row in comparison_rows(found, language):
        if row.section != section:
            section = row.section
            console.tell(f"\n{section_name(row.section, language)}")
        note = f"  ({row.note})" if row.note else ""
        console.tell(f"  {row.name}: {row.first} → {row.second}{note}")
    return comparison_values(found, language)
