"""The commands, each with what it may be told; what they do is beside this file."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from engine.data.mend import Way
from engine.distributed.launch import leads
from engine.project import Project
from engine.project.summary import summarise_condensed, summarise_project
from engine.runtime import text
from gui.cli import (
    checking,
    comparing,
    condensing,
    continuing,
    devices,
    exporting,
    mending,
    merging,
    queueing,
    steps,
    tell,
    trial_commands,
)
from gui.cli.arguments import Json, Lang, ProjectPath, RunId, Seed
from gui.cli.batch import command as plan_command
from gui.cli.console import STOPPED, WRONG_USE, open_console
from gui.cli.demo import run_demo
from gui.cli.options import parsed
from importers.options import Colour, Cut, Defects, Fit, LayoutChoice, Pages

_HELP = "Shizuku: no arguments (or a project) opens the window; commands run without one."

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, help=_HELP)

_INTERRUPTED = 130  # what typer makes of a Ctrl-C while a command is still being imported
_NOT_OPTIONS = ("source", "into", "more", "as_json", "language")
Depth = Literal["full", "used"]


@app.command("import")
def import_pictures(
    source: Annotated[Path, typer.Argument(metavar="SRC", show_default=False)],
    into: Annotated[Path, typer.Option(help="Project folder, NAME.shizuku.", show_default=False)],
    more: Annotated[bool, typer.Option(help="Add to what the project holds.")] = False,
    layout: Annotated[LayoutChoice, typer.Option(help="What the folder means.")] = "auto",
    pattern: Annotated[str, typer.Option(help="Class in file names: {class}_#.jpg")] = "",
    file_column: Annotated[str, typer.Option(help="Of a list: heading of the files.")] = "",
    label_column: Annotated[str, typer.Option(help="Of a list: heading of the classes.")] = "",
    split_column: Annotated[str, typer.Option(help="Of a list: heading of train/test.")] = "",
    list_file: Annotated[str, typer.Option(help="A list outside the folder: file,label.")] = "",
    box_margin: Annotated[float, typer.Option(min=0, max=1, help="Around boxes.")] = 0.1,
    pages: Annotated[Pages, typer.Option(help="Of PDF, TIFF and DXF files.")] = "all",
    dpi: Annotated[int, typer.Option(min=36, max=1200, help="For PDF and DXF.")] = 150,
    cut: Annotated[Cut, typer.Option(help="What a page becomes.")] = "whole",
    tile: Annotated[int, typer.Option(min=32, max=8192, help="Side in pixels.")] = 512,
    overlap: Annotated[float, typer.Option(min=0, max=0.9, help="Of tiles, as a share.")] = 0.0,
    keep_empty: Annotated[bool, typer.Option(help="Keep nearly empty tiles.")] = False,
    regions: Annotated[str, typer.Option(help="CSV: file,page,x,y,width,height,label.")] = "",
    rotate: Annotated[int, typer.Option(help="0, 90, 180 or 270 degrees clockwise.")] = 0,
    deskew: Annotated[bool, typer.Option(help="Turn scans straight, up to 15 degrees.")] = False,
    crop_margins: Annotated[bool, typer.Option(help="Cut to the content.")] = False,
    flatten: Annotated[bool, typer.Option(help="Make paper and lighting even.")] = False,
    colour: Annotated[Colour, typer.Option()] = "auto",
    depth: Annotated[Depth, typer.Option(help="Range of pictures beyond 8 bits.")] = "full",
    fit: Annotated[Fit, typer.Option(help="How a picture becomes square.")] = "letterbox",
    size: Annotated[int, typer.Option(min=16, max=512, help="Side in pixels.")] = 64,
    defects: Annotated[
        Defects, typer.Option(help="Found in the test part alone: learn them, or only test.")
    ] = "learn",
    test_fraction: Annotated[float, typer.Option(min=0.0, max=0.9)] = 0.2,
    seed: Seed = 0,
    as_json: Json = False,
    language: Lang = None,
) -> None:
    """Prepare a folder, a ZIP or TAR file of pictures or drawings for condensing."""
    given = {name: value for name, value in locals().items() if name not in _NOT_OPTIONS}
    with open_console(language, as_json=as_json) as console:
        from importers import ImportOptions

        options = parsed(ImportOptions, given)
        project, outcome = steps.import_pictures(console, source, into, options, more=more)
        console.answer(
            {
                "project": str(project.path.absolute()),
                "images": outcome.images,
                "added": outcome.added,
                "left_out": outcome.left_out,
                "classes": dict(outcome.classes),
                "splits": dict(outcome.splits),
                "seconds": outcome.seconds,
                "refused": [
                    {"file": one.file, "reason": one.reason(console.language)}
                    for one in outcome.refused
                ],
                "notices": [
                    {"kind": one.kind, "count": one.count, "text": one.sentence(console.language)}
                    for one in outcome.notices
                ],
            }
        )


@app.command()
def check(
    project_path: ProjectPath,
    fix: Annotated[list[str] | None, typer.Option(help="Kind of finding to remedy.")] = None,
    undo: Annotated[list[str] | None, typer.Option(help="Kind to put back.")] = None,
    to: Annotated[Path | None, typer.Option(help="Save the check report: FILE.html.")] = None,
    as_json: Json = False,
    language: Lang = None,
) -> None:
    """What was noticed about the pictures; leave out or put back what is wrong with them."""
    with open_console(language, as_json=as_json) as console:
        project = Project.open(project_path)
        console.answer(checking.check(console, project, fix=fix or [], undo=undo or [], to=to))


@app.command()
def advise(project_path: ProjectPath, as_json: Json = False, language: Lang = None) -> None:
    """Propose a recipe for a project on this computer, with a reason for each choice."""
    with open_console(language, as_json=as_json) as console:
        from engine.synthesis import advise as advice_for

        with Project.open(project_path).image_set() as image_set:
            advice = advice_for(image_set)
        for one in advice.reasons:
            console.say(one.key, **one.params)
        recipe = advice.recipe
        console.answer(
            {
                "ipc": recipe.ipc,
                "preset": recipe.preset,
                "packing": recipe.packing,
                "seconds": round(advice.expected.seconds, 1),
                "reasons": [
                    text(one.key, console.language, **one.params) for one in advice.reasons
                ],
            }
        )


app.command("condense")(condensing.condense)


@app.command()
def mend(
    project_path: ProjectPath,
    run_id: RunId,
    rejected: Annotated[
        Way,
        typer.Option(
            help="Condense rejected samples again, put the nearest real pictures in their place, "
            "or leave them out.",
            show_default=False,
        ),
    ],
    step_count: Annotated[
        int | None, typer.Option("--steps", min=1, help="Default: half of the run's.")
    ] = None,
    seed: Annotated[
        int | None, typer.Option(min=0, max=2**31 - 1, help="Default: the next one.")
    ] = None,
    as_json: Json = False,
    language: Lang = None,
) -> None:
    """A new run without the rejected samples of RUN; all its other samples stay as they are."""
    with open_console(language, as_json=as_json) as console:
        project = Project.open(project_path)
        run = project.run(run_id)
        console.answer(mending.mend(console, project, run, rejected, count=step_count, seed=seed))


app.command("trial")(trial_commands.trial)
app.command("anomaly")(trial_commands.anomaly)


@app.command()
def compare(
    project_path: ProjectPath,
    run_a: Annotated[str, typer.Argument(metavar="RUN_A", show_default=False)],
    run_b: Annotated[str, typer.Argument(metavar="RUN_B", show_default=False)],
    as_json: Json = False,
    language: Lang = None,
) -> None:
    """Compare two runs: recipes, sizes, gaps, appearance, trials and verdicts."""
    with open_console(language, as_json=as_json) as console:
        project = Project.open(project_path)
        console.answer(comparing.compare(console, project, run_a, run_b))


app.command("export")(exporting.export)
app.command("merge")(merging.merge)
app.command("run")(plan_command.run)


@app.command()
def report(
    project_path: ProjectPath,
    run_id: RunId,
    to: Annotated[Path | None, typer.Option(help="FILE.html.", show_default=False)] = None,
    pdf: Annotated[Path | None, typer.Option(help="FILE.pdf.", show_default=False)] = None,
    csv: Annotated[
        Path | None, typer.Option(help="All numbers as FILE.csv.", show_default=False)
    ] = None,
    numbers: Annotated[
        Path | None, typer.Option(help="All numbers as FILE.json.", show_default=False)
    ] = None,
    as_json: Json = False,
    language: Lang = None,
) -> None:
    """Write a run's report as one HTML file, as PDF, and all its numbers as CSV and JSON."""
    with open_console(language, as_json=as_json) as console:
        from gui.cli.reporting import write_reports

        project = Project.open(project_path)
        run = project.run(run_id)
        console.answer(
            write_reports(console, project, run, html=to, pdf=pdf, csv=csv, numbers=numbers)
        )


app.command("device")(devices.device)
app.command("queue")(queueing.queue)
app.command("continual")(continuing.continual)


@app.command("sign-off")
def sign_off(
    project_path: ProjectPath,
    run_id: RunId,
    inspector: Annotated[str, typer.Option(help="Name of whoever signs.", show_default=False)],
    statement: Annotated[str, typer.Option(help="In which words.")] = "",
    partial: Annotated[
        bool, typer.Option(help="Although samples are rejected, on hold or not judged.")
    ] = False,
    as_json: Json = False,
    language: Lang = None,
) -> None:
    """Sign for a run's condensed set; any later change of it or its verdicts shows."""
    with open_console(language, as_json=as_json) as console:
        from gui.cli.quality import sign

        run = Project.open(project_path).run(run_id)
        console.answer(
            sign(console, run, inspector=inspector, statement=statement, partial=partial)
        )


@app.command()
def info(
    path: Annotated[Path, typer.Argument(metavar="PROJECT|FILE.h5", show_default=False)],
    as_json: Json = False,
    language: Lang = None,
) -> None:
    """Say what a project or an exported HDF5 file holds."""
    with open_console(language, as_json=as_json) as console:
        if exporting.is_condensed_file(path):
            summary = summarise_condensed(path)
            tell.tell_condensed(console, summary)
        else:
            summary = summarise_project(Project.open(path))
            tell.tell_project(console, summary)
        console.answer(summary)


@app.command()
def demo(
    into: Annotated[Path, typer.Option(help="Folder for what the demo makes.")] = Path("demo"),
    window: Annotated[bool, typer.Option(help="Open the window at the end.")] = True,
    as_json: Json = False,
    language: Lang = None,
) -> None:
    """The whole stream on sample drawings, in a few minutes."""
    show = window and not as_json and _has_display()
    with open_console(language, as_json=as_json) as console:
        project = run_demo(console, into)
        if window and not show:
            console.say("command.no_window")
    if show:
        open_window(project.path, language)


@app.command("window", hidden=True)
def open_window(
    project_path: Annotated[Path | None, typer.Argument(metavar="PROJECT")] = None,
    language: Lang = None,
) -> None:
    """Open the window."""
    from gui.app import run

    raise typer.Exit(run(project_path, language=language))


def _has_display() -> bool:
    return sys.platform in ("win32", "darwin") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )


def run_command(arguments: list[str]) -> int:
    """Run a command as the command line has it; its exit code."""
    try:
        code = app(arguments, prog_name="shizuku", standalone_mode=False)
    except typer.TyperException as error:
        if not leads():
            return WRONG_USE
        message = error.format_message()
        if "--json" in arguments:
            print(json.dumps({"error": message, "key": "command.usage"}))
        print(f"{message}\nshizuku --help", file=sys.stderr)
        return WRONG_USE
    return STOPPED if code == _INTERRUPTED else int(code or 0)
