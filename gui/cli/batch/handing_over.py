"""The last steps of a plan: exports and reports, written again where what they tell has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True)
class HandingOver:
    """The last two steps of a set.

    Attributes
    ----------
    found : dict
        What the results file tells of the set; paths are put in.
    mark : callable
        Says what became of the step.
    """

    console: Console
    project: Project
    run: Run
    planned: PlannedSet
    found: dict[str, Any]
    mark: Mark

    def exports(self) -> None:
        """Write each form that is missing or tells of something else by now.

        Raises
        ------
        UserError
            What :func:`engine.project.export.export_run` raises.
        """
        if self.planned.exports is None:
            return self.mark("off")
        content, stem = _content(self.run), self.planned.stem
        paths = {form: _export_path(form, stem, content) for form in self.planned.exports.forms}

        def write(missing: Sequence[str]) -> None:
            for form, path in paths.items():
                if form in missing:
                    export_run(self.project, self.run, path)
                    self.console.say("command.written", path=path)

        return self._complete("exports", paths, content, write)

    def reports(self) -> None:
        """As :meth:`exports`, for the forms of the report.

        Raises
        ------
        UserError
            What :func:`gui.cli.reporting.write_reports` raises.
        """
        if self.planned.reports is None:
            return self.mark("off")
        newest = self.run.trials()[-1:]
        trials = json.dumps([one.get("created") for one in newest if isinstance(one, dict)])
        content = f"{_content(self.run)} {trials} {self.console.language}"
        name, stem = self.planned.name, self.planned.stem
        paths = {
            form: stem.with_name(name + _REPORT_SUFFIX[form]) for form in self.planned.reports.forms
        }

        def write(missing: Sequence[str]) -> None:
            asked = {form: paths[form] if form in missing else None for form in _REPORT_SUFFIX}
            reporting.write_reports(
                self.console,
                self.project,
                self.run,
                html=asked["html"],
                pdf=asked["pdf"],
                csv=asked["csv"],
                numbers=asked["numbers"],
            )

        return self._complete("reports", paths, content, write)

    def _complete(
        self,
        name: str,
        paths: Mapping[Any, Path],
        content: str,
        write: Callable[[Sequence[str]], None],
    ) -> None:
        record = Record.load(self.project)
        missing = [form for form in paths if not _there(record, form, paths[form], content)]
        if missing:
            write(missing)
            written = {**record.written, **dict.fromkeys(missing, content)}
            record.model_copy(update={"written": written}).save(self.project)
        else:
            self.mark("kept")
        self.found[name] = {form: str(path) for form, path in paths.items()}


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
