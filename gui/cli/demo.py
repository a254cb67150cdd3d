"""The whole stream on drawings that Shizuku makes itself."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.data.recipe import CondenseRecipe
from engine.project import Project
from engine.project.export import export_run
from gui.cli import steps
from gui.cli.console import Console

if TYPE_CHECKING:
    from engine.trial import TrialReport

# Small enough for three minutes on two cores, large enough for a clear result.
DRAWINGS_PER_CLASS = 120
SIZE = 32
RECIPE = CondenseRecipe(ipc=10, preset="quick", packing=1)
SEEDS = 2


def run_demo(console: Console, into: Path) -> Project:
    """Draw, import, condense, trial-train, export and report; answer with where things are.

    Running it again in the same folder uses the same drawings and adds a run.
    """
    began = time.monotonic()
    project = _import_drawings(console, into)
    run = steps.new_run(project, RECIPE)
    result = steps.condense(console, project, run)
    recipe = steps.trial_recipe(against="random", model="convnet", seeds=SEEDS)
    report = steps.trial(console, project, run, recipe)
    exported = export_run(project, run, into / "condensed.h5").absolute()
    written = _write_report(console, project, run_id=run.id, to=into / "report.html")
    seconds = time.monotonic() - began
    _tell(console, project=project, report=report, exported=exported, written=written)
    console.say("command.demo_time", seconds=f"{seconds:.0f}")
    console.answer(
        {
            "project": str(project.path.absolute()),
            "run": run.id,
            "path": str(exported),
            "report": str(written),
            "seconds": seconds,
            "condense_seconds": result.seconds,
            "sets": report.as_dict()["sets"],
        }
    )
    return project


def _import_drawings(console: Console, into: Path) -> Project:
    from importers import ImportOptions
    from importers.samples import make_samples

    drawings = into / "drawings"
    if not drawings.exists():
        make_samples(drawings, per_class=DRAWINGS_PER_CLASS, emit=console.emit, token=console.token)
    project, _ = steps.import_pictures(
        console, drawings, into / "drawings.shizuku", ImportOptions(size=SIZE)
    )
    return project


def _write_report(console: Console, project: Project, *, run_id: str, to: Path) -> Path:
    from engine.report import write_report

    return write_report(project, project.run(run_id), to, language=console.language).absolute()


def _tell(console: Console, *, project: Project, report: TrialReport, **paths: Path) -> None:
    accuracy: dict[str, Any] = {one.name: f"{100 * one.accuracy_mean:.1f}" for one in report.sets}
    images = {one.name: one.images for one in report.sets}["condensed"]
    console.say("command.demo_gain", images=images, **accuracy)
    console.say("command.demo_project", path=project.path.absolute())
    console.say("command.demo_export", path=paths["exported"])
    console.say("command.demo_report", path=paths["written"])
