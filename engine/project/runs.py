"""One condensing run of a project: its folder, its state and its result."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from engine.data import CondensedSet
from engine.data.appearance_report import AppearanceReport, load_appearance
from engine.data.issue_report import IssueReport, load_issues
from engine.data.judgement import Verdict as Verdict
from engine.data.recipe import CondenseRecipe
from engine.data.stored_report import next_report, read_bounded
from engine.project.owners import alive, this_process
from engine.project.verdicts import Verdicts
from engine.runtime.errors import UserError
from engine.runtime.files import make_folder, write_text

if TYPE_CHECKING:
    from engine.project.catalogue import Catalogue

# An id from a crafted catalogue must not lead out of the folder.
RUN_ID = re.compile(r"[0-9]{8}-[0-9]{6}-[0-9a-f]{4}")
_MOST_OF_TRIAL = 64 << 20  # bytes
RunStatus = Literal["running", "stopped", "done", "failed", "cancelled"]


@dataclass(frozen=True)
class RunResult:
    """What a run reached; the JSON of ``shizuku condense --json`` carries the same names.

    ``content_gap`` and ``style_gap`` are relative distances between real and synthetic
    (0: matched; 1: as far as the size of the real statistic itself), ``diversity`` the
    spread of the synthetic samples of a class over that of the real ones (1: as wide),
    ``set_aside`` the training pictures left out because their label looks wrong.
    """

    steps: int
    seconds: float
    stored: int
    decoded: int
    device: str
    content_gap: float
    style_gap: float
    diversity: float
    set_aside: int = 0


class Run:
    """A view of one run; properties read the catalogue each time, so they are never stale.

    The folder ``runs/<id>/`` holds ``checkpoint.pt`` and ``pool.pt`` while
    unfinished, ``condensed.h5``, ``history.json`` (the curves), ``appearance.json``,
    ``issues.json`` and ``trials/*.json``.
    """

    def __init__(self, run_id: str, folder: Path, catalogue: Catalogue) -> None:
        self.id = run_id
        self.folder = folder
        self._catalogue = catalogue

    @property
    def catalogue(self) -> Catalogue:
        """The project's, for the stores of what belongs to a run."""
        return self._catalogue

    def _row(self) -> dict[str, Any]:
        with self._catalogue.transaction() as connection:
            row = connection.execute("SELECT * FROM runs WHERE id = ?", (self.id,)).fetchone()
        if row is None:
            raise UserError("project.no_run", exit_code=2, run=self.id)
        return dict(row)

    @property
    def created(self) -> datetime:
        row = self._row()
        with self._catalogue.understanding("run"):
            return datetime.fromisoformat(row["created"])

    @property
    def recipe(self) -> CondenseRecipe:
        row = self._row()
        with self._catalogue.understanding("recipe"):
            return CondenseRecipe.parse(json.loads(row["recipe"]))

    @property
    def step(self) -> int:
        """Steps finished when it was last saved."""
        row = self._row()
        with self._catalogue.understanding("run"):
            return int(row["step"])

    @property
    def status(self) -> RunStatus:
        """The recorded status; a run whose owner is no longer alive counts as stopped."""
        row = self._row()
        status: RunStatus = row["status"]
        if status == "running" and not alive(str(row["owner"])):
            return "stopped"
        return status

    @property
    def interrupted(self) -> bool:
        """Whether it was in progress when its process ended."""
        row = self._row()
        return row["status"] == "running" and not alive(str(row["owner"]))

    @property
    def resumable(self) -> bool:
        """Whether a checkpoint waits to be continued."""
        return self.status in ("stopped", "failed") and self.checkpoint_path.is_file()

    @property
    def result(self) -> RunResult | None:
        text = self._row()["result"]
        with self._catalogue.understanding("result"):
            return None if text is None else RunResult(**json.loads(text))

    @property
    def checkpoint_path(self) -> Path:
        return self.folder / "checkpoint.pt"

    @property
    def pool_path(self) -> Path:
        """The partly trained networks of an unfinished run."""
        return self.folder / "pool.pt"

    @property
    def condensed_path(self) -> Path:
        return self.folder / "condensed.h5"

    @property
    def origin_path(self) -> Path:
        """The condensed set that an unfinished mending run is made from, as it was then."""
        return self.folder / "origin.h5"

    @property
    def suspicious_path(self) -> Path:
        """The list of pictures set aside because their label looks wrong, where there are any."""
        return self.folder / "suspicious.csv"

    @property
    def history_path(self) -> Path:
        return self.folder / "history.json"

    @property
    def appearance_path(self) -> Path:
        """How its samples look beside real ones (:mod:`engine.data.appearance_report`)."""
        return self.folder / "appearance.json"

    def appearance(self) -> AppearanceReport | None:
        """What is kept of how its samples look; None if that was not measured or is damaged."""
        try:
            return load_appearance(self.appearance_path)
        except UserError:
            return None

    @property
    def issues_path(self) -> Path:
        """What was found wrong with its samples (:mod:`engine.data.issue_report`)."""
        return self.folder / "issues.json"

    def issues(self) -> IssueReport | None:
        """What is kept of the issues found; None if nobody looked or the file is damaged."""
        try:
            return load_issues(self.issues_path)
        except UserError:
            return None

    def condensed(self) -> CondensedSet:
        """Load the condensed set.

        Raises
        ------
        UserError
            ``run.no_result`` if the run has none yet.
        """
        if not self.condensed_path.is_file():
            raise UserError("run.no_result", run=self.id)
        return CondensedSet.load(self.condensed_path)

    def begin(self) -> None:
        """Mark the run as ours and running."""
        self._update(status="running", owner=this_process())

    def end(self, status: RunStatus, *, step: int, result: RunResult | None = None) -> None:
        """Record how the run ended."""
        text = None if result is None else json.dumps(asdict(result))
        self._update(status=status, owner="", step=step, **({"result": text} if text else {}))

    def reached(self, step: int) -> None:
        """Record a checkpoint."""
        self._update(step=step)

    def _update(self, **values: Any) -> None:
        columns = ", ".join(f"{name} = ?" for name in values)
        with self._catalogue.writing() as connection:
            connection.execute(
                f"UPDATE runs SET {columns} WHERE id = ?",  # noqa: S608 - names are ours
                (*values.values(), self.id),
            )

    def judgements(self) -> Verdicts:
        """The log of what inspectors said of its samples."""
        return Verdicts(self._catalogue, self.id)

    def verdicts(self) -> dict[int, Verdict]:
        """Verdict in force by image number; images not judged are absent."""
        current = self.judgements().current().values()
        return {one.sample: one.verdict for one in current if one.verdict is not None}

    def judge(
        self, image: int, verdict: Verdict | None, *, note: str = "", inspector: str = ""
    ) -> None:
        """Store a verdict; None takes it back.

        Raises
        ------
        UserError
            ``file.cannot_write``.
        """
        self.judgements().judge(image, verdict, inspector=inspector, note=note)

    def add_trial(self, report: dict[str, Any]) -> Path:
        """Keep a trial report (``engine.trial.TrialReport.as_dict``) beside the others."""
        make_folder(self.folder / "trials")
        path = next_report(self.folder / "trials")
        write_text(path, json.dumps(report, ensure_ascii=False, indent=1), new_folders=False)
        return path

    def trials(self) -> list[dict[str, Any]]:
        """The trial reports, oldest first; one that cannot be read is left out."""
        reports = []
        for path in sorted((self.folder / "trials").glob("*.json")):
            try:
                reports.append(json.loads(read_bounded(path, _MOST_OF_TRIAL)))
            except (OSError, ValueError, RecursionError, UserError):
                continue
        return reports
