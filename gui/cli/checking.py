"""What was noticed about a project's pictures, on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from engine.project import Project, SourceFinding
from engine.runtime import UserError
from gui.cli.console import Console


def check(
    console: Console, project: Project, *, fix: Sequence[str], undo: Sequence[str], to: Path | None
) -> dict[str, Any]:
    """Remedy and put back as asked for, tell every finding, save the report.

    Raises
    ------
    UserError
        ``project.empty``; ``command.no_finding`` for a kind that was not noticed or has no
        remedy.
    """
    project.image_set().close()
    found = project.findings.all()
    for kind, action in (
        *((kind, project.findings.apply) for kind in fix),
        *((kind, project.findings.undo) for kind in undo),
    ):
        chosen = [one for one in found if one.kind == kind and len(one.remedied)]
        if not chosen:
            raise _no_finding(kind, found)
        for one in chosen:
            action(one.number)
    found = project.findings.all()
    for one in found:
        console.tell(f"{one.kind}: {one.sentence(console.language)}")
        if one.applied:
            console.say("command.left_out", count=len(one.remedied))
    if not found:
        console.say("command.nothing_noticed")
    if to is not None:
        from engine.report import write_check_report

        path = write_check_report(project, to, language=console.language).absolute()
        console.say("command.written", path=path)
    with project.image_set() as image_set:
        images = image_set.pictures
    return {
        "images": images,
        "findings": [
            {
                "kind": one.kind,
                "severity": one.severity,
                "count": len(one.pictures),
                "text": one.sentence(console.language),
                "remedy": len(one.remedied) > 0,
                "applied": one.applied,
            }
            for one in found
        ],
    }


def _no_finding(kind: str, found: Sequence[SourceFinding]) -> UserError:
    kinds = ", ".join(one.kind for one in found if len(one.remedied)) or "–"
    return UserError("command.no_finding", exit_code=2, kind=kind, kinds=kinds)
