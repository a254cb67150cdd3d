"""The command ``queue``: condensings and trials one after the other, also overnight."""

from __future__ import annotations

import contextlib
import traceback
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from engine.data.recipe import CondenseRecipe
from engine.data.recipe import Preset as Quality
from engine.project import Project
from engine.project.queue_entry import Entry, Failure
from engine.queueing.summary import summary_of
from engine.queueing.words import entry_words, tried_recipes
from engine.queueing.work import anomaly_recipe, new_project, run_for, trial_recipe
from engine.runtime import UserError, text
from engine.runtime.shortage import as_user_error
from gui.cli import anomalies, continuing, steps
from gui.cli.arguments import Json, Lang, ProjectPath
from gui.cli.console import FAILED, STOPPED, Console, clock, open_console

if TYPE_CHECKING:
    from engine.trial.ipc_curve import IpcCurve

_Model = Literal["convnet", "resnet18", "mobilenet", "efficientnet"]


def queue(
    project_path: ProjectPath,
    add_curve: Annotated[
        str | None,
        typer.Option(metavar="1,5,10,20,50", help="Add a run and its trial for each number."),
    ] = None,
    preset: Annotated[Quality, typer.Option(help="Of the curve's runs.")] = "standard",
    step_count: Annotated[
        int | None, typer.Option("--steps", min=1, help="Of the curve's runs.")
    ] = None,
    model: Annotated[_Model, typer.Option(help="Of the curve's trials.")] = "convnet",
    seeds: Annotated[int, typer.Option(min=1, max=10, help="Of the curve's trials.")] = 3,
    against: Annotated[str, typer.Option(help="Sets of the curve's trials.")] = ",".join(
        steps.AGAINST
    ),
    work: Annotated[bool, typer.Option("--run", help="Work the queue off.")] = False,
    remove: Annotated[int | None, typer.Option(metavar="N", help="Take entry N out.")] = None,
    retry: Annotated[
        str | None, typer.Option(metavar="N|all", help="Let what failed wait again.")
    ] = None,
    clear: Annotated[bool, typer.Option(help="Take out what is done or has failed.")] = False,
    as_json: Json = False,
    language: Lang = None,
) -> None:
    """Show the queue of runs and trials, add a curve over images per class, work it off."""
    with open_console(language, as_json=as_json) as console:
        project = Project.open(project_path)
        if remove is not None:
            console.say("queue.removed", count=len(project.queue.remove(remove)))
        if retry is not None:
            console.say("queue.again", count=len(_retry(project, retry)))
        if clear:
            console.say("queue.removed", count=project.queue.clear())
        if add_curve is not None:
            recipe = CondenseRecipe.parse({"preset": preset, "steps": step_count})
            _add_curve(console, project, add_curve, recipe, against, model, seeds)
        if work:
            work_off(console, project)
        console.answer(tell(console, project))


def _retry(project: Project, which: str) -> list[int]:
    if which == "all":
        return project.queue.retry_failed()
    if not (which.isascii() and which.isdigit() and len(which) < 10):
        raise UserError("queue.retry_what", exit_code=2, value=which)
    return project.queue.retry(int(which))


def _add_curve(
    console: Console,
    project: Project,
    counts: str,
    recipe: CondenseRecipe,
    against: str,
    model: str,
    seeds: int,
) -> None:
    from engine.queueing.curve import add_curve, parsed_counts

    trial = steps.trial_recipe(against=against, model=model, seeds=seeds)
    added = add_curve(project, recipe, trial, parsed_counts(counts))
    if added:
        console.say("queue.added", count=len(added))
    else:
        console.say("queue.curve_there")


def work_off(console: Console, project: Project) -> None:
    """Do what waits, one after the other; a failure is kept and the next begins.

    Ctrl-C ends it: what was running waits again and goes on from its checkpoint.

    Raises
    ------
    UserError
        ``queue.busy``; ``file.cannot_write``.
    """
    project.queue.begin_working()
    while console.token.mode is None:
        entry = project.queue.take()
        if entry is None:
            return
        waiting = len(project.queue.content().waiting)
        tried = tried_recipes(project, [entry]).get(entry.number)
        words = entry_words(entry, console.language, tried)
        console.say("queue.begin", number=entry.number, waiting=waiting, words=words)
        try:
            failure = _attempt(console, project, entry)
        except BaseException:  # left at once: it must not seem to be running for ever
            project.queue.release(entry.number)
            raise
        if console.token.mode is not None:
            project.queue.release(entry.number)
            break
        project.queue.finish(entry.number, failure)
        if failure is not None:
            sentence = failure.sentence(console.language)
            console.note("queue.entry_failed", number=entry.number, sentence=sentence)
            console.exit_code = FAILED
    console.note("queue.stopped", project=project.path)
    console.exit_code = STOPPED


def _attempt(console: Console, project: Project, entry: Entry) -> Failure | None:
    """Do an entry; why it failed."""
    from engine.runtime import Stopped

    with contextlib.suppress(Stopped):
        try:
            run = run_for(project, entry)
            if entry.kind == "trial":
                steps.trial(console, project, run, trial_recipe(entry))
            elif entry.kind == "anomaly":
                anomalies.find(console, project, run, anomaly_recipe(entry))
            elif entry.kind == "continual":
                recipe, new = trial_recipe(entry), new_project(entry)
                continuing.compare(console, project, run, new, recipe)
            elif run.status != "done":
                steps.condense(console, project, run)
        except UserError as error:
            return Failure.of(error.key, error.params)
        except Stopped:
            raise
        except Exception as error:  # a fault of ours must not end a night's queue
            traceback.print_exc()
            told = as_user_error(error)
            return Failure.of(told.key, told.params)
    return None


def tell(console: Console, project: Project) -> dict[str, Any]:
    """Say what stands in the queue and which curve there is; the same as plain values."""
    content = project.queue.content()
    tried = tried_recipes(project, content.entries)
    words = {
        one.number: entry_words(one, console.language, tried.get(one.number))
        for one in content.entries
    }
    for one in content.entries:
        _tell_entry(console, one, words[one.number])
    if content.broken:
        console.say("queue.broken", count=content.broken)
    states = [one.state for one in content.entries]
    counts = {name: states.count(name) for name in ("waiting", "running", "done", "failed")}
    if content.entries:
        told = {name: counts[name] for name in ("waiting", "done", "failed")}
        console.say("queue.counts", **told)
    elif not content.broken:
        console.say("queue.empty")
    summary = summary_of(project.queue)
    if summary is not None:
        console.tell(summary.sentence(console.language))
    curves = _curves(project)
    for curve in curves:
        tell_curve(console, curve)
    return {
        "entries": [
            {**one.as_dict(console.language), "words": words[one.number]} for one in content.entries
        ],
        "summary": None if summary is None else summary.as_dict(),
        "broken": content.broken,
        **counts,
        "curves": [one.as_dict() for one in curves],
    }


def _tell_entry(console: Console, entry: Entry, words: str) -> None:
    console.say(
        "queue.line",
        number=entry.number,
        state=text(f"status.{entry.state}", console.language),
        words=words,
    )
    if entry.failure is not None:
        console.say("queue.failure", sentence=entry.failure.sentence(console.language))


def _curves(project: Project) -> list[IpcCurve]:
    """Curves of two points or more."""
    tried = [run for run in project.runs() if any((run.folder / "trials").glob("*.json"))]
    if len(tried) < 2:  # a curve takes PyTorch to read, which is slow to import
        return []
    from engine.trial.ipc_curve import ipc_curves

    return [one for one in ipc_curves(tried) if len(one.points) > 1]


def tell_curve(console: Console, curve: IpcCurve) -> None:
    """A curve's points in lines."""
    console.say("curve.line", model=text(f"model.{curve.model}", console.language))
    for one in curve.points:
        told = {
            "ipc": one.ipc,
            "accuracy": f"{100 * one.accuracy:.1f}",
            "margin": f"{100 * one.margin:.1f}",
            "time": clock(one.condense_seconds),
        }
        if one.random is None:
            console.say("curve.point", **told)
        else:
            console.say("curve.point_random", random=f"{100 * one.random:.1f}", **told)
    if curve.full is not None:
        console.say("curve.full", accuracy=f"{100 * curve.full:.1f}")
