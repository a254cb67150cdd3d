"""The command ``condense``."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial
from typing import Annotated

import typer

from engine.project import Project
from gui.cli import recipe_options as ask
from gui.cli import steps
from gui.cli.arguments import Json, Lang, ProjectPath, Seed
from gui.cli.console import open_console
from gui.cli.together import joined, run_for_all


def condense(
    context: typer.Context,
    project_path: ProjectPath,
    ipc: ask.Ipc = 10,
    preset: ask.Preset = "standard",
    weights: ask.Weights = "balanced",
    content: ask.Content = None,
    style: ask.Style = None,
    diversity: ask.Diversity = None,
    appearance: ask.Appearance = "mine",
    reference: ask.Reference = None,
    variation: ask.Variation = 2.0,
    picture_kind: ask.PictureKind = "auto",
    moments_share: ask.MomentsShare = 0.5,
    style_layers: ask.StyleLayers = "all",
    tap: ask.Tap = "conv",
    kernel: ask.Kernel = "linear",
    diversity_kind: ask.DiversityKind = "bounded",
    neighbours: ask.Neighbours = 0.2,
    balance: ask.Balance = "equal",
    packing: ask.Packing = "auto",
    keep_whole: ask.KeepWhole = "auto",
    class_images: ask.ClassImages = None,
    trim: ask.Trim = 0.0,
    memory: ask.Memory = None,
    start: ask.Start = "auto",
    minutes: ask.Minutes = None,
    step_count: ask.Steps = None,
    device: ask.Device = "auto",
    seed: Seed = 0,
    resume: Annotated[str | None, typer.Option(metavar="RUN", help="Go on with a run.")] = None,
    as_json: Json = False,
    language: Lang = None,
) -> None:
    """Condense a project into a few images per class; --resume goes on with a run."""
    options = dict(locals())
    with open_console(language, as_json=as_json) as console:
        values = ask.asked(context, options)
        given = ask.given(context, values)
        project = Project.open(project_path)
        with joined(console) as team:
            choose = partial(steps.run_of, console, project, values, given=given, resume=resume)
            run = run_for_all(project, team, partial(choose, restarted=team.restarted))
            if not team.leads:
                steps.help_condense(console, project, run)
                return
            result = steps.condense(console, project, run)
        path = str(run.condensed_path.absolute())
        console.answer({"run": run.id, "status": run.status, "path": path, **asdict(result)})
