"""The commands ``trial`` and ``anomaly``: is the condensed set any good?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from engine.project import Project
from engine.queueing.work import anomaly_values, trial_values
from gui.cli import anomalies, exporting, steps
from gui.cli.arguments import (
    Json,
    Lang,
    Later,
    Model,
    ProjectPath,
    RunId,
    RunOrFile,
    Seed,
    Stop,
    Trainings,
    Weights,
)
from gui.cli.console import open_console
from gui.cli.deferring import tell_put_in
from gui.cli.together import joined


def trial(
    project_path: ProjectPath,
    run_id: RunOrFile,
    against: Annotated[
        str, typer.Option(help="Of full, random, kmeans, herding, kcenter, packed.")
    ] = "full,random,kmeans,herding,kcenter,packed",
    model: Model = "convnet",
    also: Annotated[
        str, typer.Option(help="Further models for the same sets, comma-separated.")
    ] = "",
    weights: Weights = None,
    stop: Stop = "protocol",
    seeds: Trainings = 3,
    stress: Annotated[
        bool, typer.Option("--stress", help="Again with wrong labels, and with imbalance.")
    ] = False,
    watts: Annotated[
        float | None,
        typer.Option(
            min=1, max=100_000, help="The computer takes while it trains. Default: by device."
        ),
    ] = None,
    later: Later = False,
    as_json: Json = False,
    language: Lang = None,
) -> None:
    """Train on the condensed set and on real ones; test on held-out real pictures."""
    with open_console(language, as_json=as_json) as console:
        project = Project.open(project_path)
        run = project.run(run_id) if later else exporting.run_or_file(project, run_id)
        recipe = steps.trial_recipe(
            against=against,
            model=model,
            also=also,
            weights=None if weights is None else str(weights.absolute()),
            stop=stop,
            seeds=seeds,
            stress=stress,
            watts=watts,
        )
        if later:
            entry = project.queue.add_trial(trial_values(recipe), run=run.id)
            tell_put_in(console, project, entry)
            return
        with joined(console) as team:
            if not team.leads:
                steps.help_trial(console, project, run, recipe)
                return
            report = steps.trial(console, project, run, recipe)
        console.answer({"run": run.id, **report.as_dict()})


def anomaly(
    project_path: ProjectPath,
    run_id: RunId,
    false_alarms: Annotated[
        float, typer.Option(min=0.1, max=99, help="Chosen rate in per cent.")
    ] = 5.0,
    weights: Annotated[
        Path | None,
        typer.Option(help="State dict of a ResNet-18 to take features from."),
    ] = None,
    features: Annotated[
        Literal["pixels", "taught", "random"],
        typer.Option(help="Squares of pixels, or those of a network without weights of one's own."),
    ] = "pixels",
    normal: Annotated[
        str | None, typer.Option(help="Normal class. Default: the only one in training.")
    ] = None,
    draws: Annotated[int, typer.Option(min=1, max=20, help="Random sets.")] = 3,
    missed_cost: Annotated[
        float | None, typer.Option(min=0, help="Of a missed defect. Default: the project's.")
    ] = None,
    alarm_cost: Annotated[
        float | None, typer.Option(min=0, help="Of a false alarm. Default: the project's.")
    ] = None,
    defect_share: Annotated[
        float | None, typer.Option(min=0.0001, max=99, help="Of the parts, in per cent.")
    ] = None,
    seed: Seed = 0,
    later: Later = False,
    as_json: Json = False,
    language: Lang = None,
) -> None:
    """Try the condensed normal class as the memory of a defect detector."""
    with open_console(language, as_json=as_json) as console:
        from engine.trial.anomaly_recipe import AnomalyRecipe

        recipe = AnomalyRecipe(
            normal=normal,
            draws=draws,
            features=features,
            weights=None if weights is None else str(weights.absolute()),
            false_alarms=false_alarms,
            cost_missed=missed_cost,
            cost_alarm=alarm_cost,
            defect_share=defect_share,
            seed=seed,
        )
        project = Project.open(project_path)
        run = project.run(run_id)
        if later:
            values = anomaly_values(recipe)
            entry = project.queue.add_trial(values, run=run.id, kind="anomaly")
            tell_put_in(console, project, entry)
            return
        report = anomalies.find(console, project, run, recipe)
        console.answer({"run": report.run, **report.as_dict()})
