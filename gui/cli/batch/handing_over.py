"""The last steps of a plan: exports and reports, written again where what they tell has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.data.sign_off import seal
from engine.project import Project, Run
from engine.project.blind_tests import blind_tests_of
from engine.project.export import export_run
from engine.project.sign_off import judged_set, sign_off_of
from gui.cli import reporting
from gui.cli.batch.plan import ExportForm, PlannedSet, ReportForm
from gui.cli.batch.record import Record
from gui.cli.console import Console

if TYPE_CHECKING:
    from gui.cli.batch.results import StepState

Mark = Callable[["StepState"], None]
_REPORT_SUFFIX: dict[ReportForm, str] = {
    "html": ".html",
    "pdf": ".pdf",
    "csv": ".csv",
    "numbers": ".json",
}


def write_exports(
    console: Console,
    project: Project,
    run: Run,
    planned: PlannedSet,
    found: dict[str, Any],
    mark: Mark,
) -> None:
    """Write each form that is missing or tells of something else by now.

    Raises
    ------
    UserError
        What :func:`engine.project.export.export_run` raises.
    """
    if planned.exports is None:
        mark("off")
        return
    content = _content(run)
    paths = {form: _export_path(form, planned.stem, content) for form in planned.exports.forms}
    record = Record.load(project)
    missing = [form for form in paths if not _there(record, form, paths[form], content)]
    for form in missing:
        export_run(project, run, paths[form])
        console.say("command.written", path=paths[form])
    _note(project, record, dict.fromkeys(missing, content), mark)
    found["exports"] = {form: str(path) for form, path in paths.items()}


def write_reports(
    console: Console,
    project: Project,
    run: Run,
    planned: PlannedSet,
    found: dict[str, Any],
    mark: Mark,
) -> None:
    """As :func:`write_exports`, for the forms of the report.

    Raises
    ------
    UserError
        What :func:`gui.cli.reporting.write_reports` raises.
    """
    if planned.reports is None:
        mark("off")
        return
    newest = run.trials()[-1:]
    trials = json.dumps([one.get("created") for one in newest if isinstance(one, dict)])
    content = f"{_content(run)} {trials} {console.language}"
    paths = {
        form: planned.stem.with_name(planned.name + _REPORT_SUFFIX[form])
        for form in planned.reports.forms
    }
    record = Record.load(project)
    missing = [form for form in paths if not _there(record, form, paths[form], content)]
    if missing:
        asked = {form: paths[form] if form in missing else None for form in _REPORT_SUFFIX}
        reporting.write_reports(
            console,
            project,
            run,
            html=asked["html"],
            pdf=asked["pdf"],
            csv=asked["csv"],
            numbers=asked["numbers"],
        )
    _note(project, record, dict.fromkeys(missing, content), mark)
    found["reports"] = {form: str(path) for form, path in paths.items()}


def _content(run: Run) -> str:
    """A word for a condensed set with everything that was said of it."""
    condensed = judged_set(run)
    signed = sign_off_of(run, condensed)
    told = [
        run.id,
        seal(condensed),
        None if signed is None else signed.as_dict(),
        [one.result.as_dict() for one in blind_tests_of(run)],
    ]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _export_path(form: ExportForm, stem: Path, content: str) -> Path:
    """A folder that is there already is never emptied, so each content has one of its own."""
    suffix = {"hdf5": ".h5", "webdataset": ".tar", "parquet": ".parquet"}.get(form)
    return stem.with_name(stem.name + (suffix or f"-png-{content[:8]}"))


def _there(record: Record, form: str, path: Path, content: str) -> bool:
    return path.exists() and (form == "folder" or record.written.get(form) == content)


def _note(project: Project, record: Record, made: dict[str, str], mark: Mark) -> None:
    if made:
        written = {**record.written, **made}
        record.model_copy(update={"written": written}).save(project)
    else:
        mark("kept")
