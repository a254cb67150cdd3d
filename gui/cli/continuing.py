"""The command ``continual``: new pictures beside what is kept of the old ones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from engine.project import Project
from engine.runtime import Language
from gui.cli import steps
from gui.cli.console import Console, open_console

if TYPE_CHECKING:
    from engine.trial.continual_report import ContinualReport


def continual(
    project_path: Annotated[Path, typer.Argument(metavar="PROJECT", show_default=False)],
    run_id: Annotated[
        str,
        typer.Argument(
            metavar="RUN", help="An id, its beginning, or “latest”.", show_default=False
        ),
    ],
    new_path: Annotated[
        Path,
        typer.Argument(
            metavar="NEW",
            help="The project of the new pictures, imported alike.",
            show_default=False,
        ),
    ],
    model: Annotated[
        Literal["convnet", "resnet18", "mobilenet", "efficientnet"], typer.Option()
    ] = "convnet",
    weights: Annotated[
        Path | None,
        typer.Option(help="State dict of MODEL to fine-tune from. Default: from scratch."),
    ] = None,
    stop: Annotated[
        Literal["protocol", "steps", "epochs"],
        typer.Option(help="Equal steps, equal epochs, or as the protocol says."),
    ] = "protocol",
    seeds: Annotated[int, typer.Option(min=1, max=10)] = 3,
    as_json: Annotated[bool, typer.Option("--json", help="Answer with one JSON object.")] = False,
    language: Annotated[Language | None, typer.Option(help="Default: as the system.")] = None,
) -> None:
    """New pictures have come: keep the condensed set of the old ones, or everything?"""
    with open_console(language, as_json=as_json) as console:
        from engine.trial.continual import run_continual

        project, new = Project.open(project_path), Project.open(new_path)
        recipe = steps.trial_recipe(
            against="",
            model=model,
            weights=None if weights is None else str(weights.absolute()),
            stop=stop,
            seeds=seeds,
        )
        run = project.run(run_id)
        report = run_continual(project, run, new, recipe, emit=console.emit, token=console.token)
        _tell(console, report)
        console.answer(report.as_dict())


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
