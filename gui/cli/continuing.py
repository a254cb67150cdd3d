"""The command ``continual``: new pictures beside what is kept of the old ones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.project import Project
from engine.queueing.work import continual_values
from gui.cli import steps
from gui.cli.arguments import (
    Json,
    Lang,
    Later,
    Model,
    ProjectPath,
    RunId,
    Stop,
    Trainings,
    Weights,
)
from gui.cli.console import Console, open_console
from gui.cli.deferring import tell_put_in

if TYPE_CHECKING:
    from engine.project import Run
    from engine.trial import TrialRecipe
    from engine.trial.continual_report import ContinualReport


def continual(
    project_path: ProjectPath,
    run_id: RunId,
    new_path: Annotated[
        Path,
        typer.Argument(
            metavar="NEW",
            help="The project of the new pictures, imported alike.",
            show_default=False,
        ),
    ],
    model: Model = "convnet",
    weights: Weights = None,
    stop: Stop = "protocol",
    seeds: Trainings = 3,
    later: Later = False,
    as_json: Json = False,
    language: Lang = None,
) -> None:
    """New pictures have come: keep the condensed set of the old ones, or everything?"""
    with open_console(language, as_json=as_json) as console:
        project, new = Project.open(project_path), Project.open(new_path)
        recipe = steps.trial_recipe(
            against="",
            model=model,
            weights=None if weights is None else str(weights.absolute()),
            stop=stop,
            seeds=seeds,
        )
        run = project.run(run_id)
        if later:
            entry = project.queue.add_trial(
                continual_values(recipe, new.path), run=run.id, kind="continual"
            )
            tell_put_in(console, project, entry)
        else:
            console.answer(compare(console, project, run, new, recipe).as_dict())


def compare(
    console: Console, project: Project, run: Run, new: Project, recipe: TrialRecipe
) -> ContinualReport:
    """Train on new pictures beside what is kept of the old ones; tell what was found."""
    from engine.trial.continual import run_continual

    report = run_continual(project, run, new, recipe, emit=console.emit, token=console.token)
    _tell(console, report)
    return report


def _tell(console: Console, report: ContinualReport) -> None:
    """A line for each way, and what it means."""
    from engine.trial.amounts import size
    from engine.trial.continual_words import accuracy_words, continual_findings, keeping_words

    for one in report.results:
        console.say(
            "continual.row",
            name=keeping_words(one.keeping, console.language),
            old=accuracy_words(report, one, "old"),
            new=accuracy_words(report, one, "new"),
            size=size(one.bytes, console.language),
            seconds=f"{one.seconds:.1f}",
        )
    for finding in continual_findings(report, console.language):
        console.tell(finding.sentence)
