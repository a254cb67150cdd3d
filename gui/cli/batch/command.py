"""The command ``run``: a plan worked off, ready for cron, SLURM or a build server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from engine.runtime import text
from gui.cli.arguments import Json, Lang
from gui.cli.batch.results import Results
from gui.cli.console import STOPPED, Console, open_console


def run(
    plan_path: Annotated[Path, typer.Argument(metavar="PLAN.toml", show_default=False)],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done, and for how long.")
    ] = False,
    only: Annotated[
        str | None, typer.Option(metavar="NAME", help="One set alone, as of a job array.")
    ] = None,
    results_path: Annotated[
        Path | None,
        typer.Option("--results", help="Default: PLAN.results.json beside the plan."),
    ] = None,
    as_json: Json = False,
    language: Lang = None,
) -> None:
    """Import, condense, try, export and report many folders; started again it goes on.

    Exit codes: 0 all done, 1 a set failed, 2 the plan is wrong, 3 it cannot be read, 4 stopped.
    """
    with open_console(language, as_json=as_json) as console:
        from gui.cli.batch.plan import load_plan

        plan = load_plan(plan_path)
        if only is not None:
            plan = plan.only(only)
        if dry_run:
            from gui.cli.batch.forecast import forecast

            console.answer(forecast(console, plan))
            return
        from gui.cli.batch.work import work_off

        results = Results(plan, results_path or _beside(plan_path, only))
        results.write()
        try:
            work_off(console, plan, results)
        finally:
            results.write(ended=True)
        _tell(console, results, plan_path)
        console.answer(results.as_dict(ended=True))


def _beside(plan: Path, only: str | None) -> Path:
    """Jobs of an array, a set each, must not write to one file."""
    name = plan.stem if only is None else f"{plan.stem}.{only}"
    return plan.absolute().with_name(f"{name}.results.json")


def _tell(console: Console, results: Results, plan: Path) -> None:
    for one in results.sets.values():
        told = {"name": one.name, "state": text(f"status.{one.state}", console.language)}
        rows = one.found.get("trial") or ()
        own = next((row for row in rows if row["name"] == "condensed"), None)
        if own is None or own["accuracy_mean"] is None:
            console.say("plan.row", **told)
        else:
            accuracy = f"{100 * own['accuracy_mean']:.1f}"
            console.say("plan.row_accuracy", accuracy=accuracy, **told)
    console.say("plan.results", path=results.path)
    if console.exit_code == STOPPED:
        console.note("plan.stopped", plan=plan)
