"""Reports from the command line: what is asked for is gathered once and written in each form."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from engine.project import Project, Run
from engine.runtime import UserError
from gui.cli.console import WRONG_USE, Console

if TYPE_CHECKING:
    from engine.report import Content


def write_reports(
    console: Console,
    project: Project,
    run: Run,
    *,
    html: Path | None,
    pdf: Path | None,
    csv: Path | None,
    numbers: Path | None,
) -> dict[str, str]:
    """Write each form that has a path, and tell where.

    Returns
    -------
    dict of str to str
        ``path`` of the first, and of each form by its name.

    Raises
    ------
    UserError
        ``report.nothing_asked``; ``run.no_result``, ``project.empty``, ``file.cannot_write``.
    """
    asked = {
        name: path.absolute()
        for name, path in (("html", html), ("pdf", pdf), ("csv", csv), ("numbers", numbers))
        if path is not None
    }
    if not asked:
        raise UserError("report.nothing_asked", exit_code=WRONG_USE)
    from engine import report
    from engine.project.reported import note_reported
    from engine.runtime.files import write_text

    content = report.gather(project, run, console.language)
    writers: dict[str, Callable[[Path], object]] = {
        "html": lambda path: write_text(path, report.as_html(content, console.language)),
        "pdf": lambda path: _write_pdf(content, path, console),
        "csv": lambda path: report.write_csv(content, path),
        "numbers": lambda path: report.write_json(content, path),
    }
    for name, path in asked.items():
        writers[name](path)
        console.say("command.written", path=path)
    if asked.keys() & {"html", "pdf"}:
        note_reported(project, run)
    written = {name: str(path) for name, path in asked.items()}
    return {"path": next(iter(written.values())), **written}


def _write_pdf(content: Content, path: Path, console: Console) -> None:
    from gui.printing import write_pdf
    from gui.printing.headless import paper_application

    paper_application()
    write_pdf(content, path, language=console.language)
