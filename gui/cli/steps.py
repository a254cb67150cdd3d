"""The steps of the stream as commands take them: do, tell people, return what was reached."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.data.appearance_words import summary_sentence
from engine.data.recipe import CondenseRecipe
from engine.project import Project, Reference, Run, RunResult
from engine.runtime import StopMode, Stopped, UserError
from gui.cli.anomalies import tell_two_classes
from gui.cli.console import STOPPED, Console
from gui.cli.trialling import tell_trial
from gui.settings.obeying import give_costs

# PyTorch and the decoders take seconds to import, so each step imports only what it needs.
if TYPE_CHECKING:
    from engine.trial import TrialRecipe, TrialReport
    from importers import ImportOptions, ImportOutcome

AGAINST = ("full", "random", "kmeans", "herding", "kcenter", "packed")
_REFUSED_SHOWN = 20


def import_pictures(
    console: Console, source: Path, into: Path, options: ImportOptions, *, more: bool = False
) -> tuple[Project, ImportOutcome]:
    """Import ``source``; a project that was made for it and stayed empty is removed again.

    With ``more`` its pictures are added to those that are there.
    """
    from importers import import_folder, import_more

    new = not into.exists()
    project = Project.open(into) if more else Project.create(into)
    if not more:
        _refuse_other_source(project, source)
        give_costs(project)
    work = import_more if more else import_folder
    try:
        outcome = work(source, project, options, emit=console.emit, token=console.token)
    except (Stopped, UserError) as error:
        kept = isinstance(error, Stopped) and error.mode is StopMode.KEEP
        if kept:
            console.note("command.import_kept")
        elif new and not project.has_images:
            shutil.rmtree(into, ignore_errors=True)
        raise
    console.say(
        "command.imported",
        images=outcome.images,
        classes=len(outcome.classes),
        train=outcome.splits["train"],
        test=outcome.splits["test"],
    )
    for notice in outcome.notices:
        console.tell(notice.sentence(console.language))
    for one in outcome.refused[:_REFUSED_SHOWN]:
        console.say("command.refused", file=one.file, reason=one.reason(console.language))
    if len(outcome.refused) > _REFUSED_SHOWN:
        console.say("command.refused_more", count=len(outcome.refused) - _REFUSED_SHOWN)
    return project, outcome


def _refuse_other_source(project: Project, source: Path) -> None:
    record = project.import_record()
    if record is None or not project.runs():
        return
    if Path(record.source).resolve() != source.resolve():
        raise UserError(
            "command.other_source", exit_code=2, file=str(project.path), source=record.source
        )


def run_of(
    console: Console,
    project: Project,
    values: Mapping[str, Any],
    *,
    given: Mapping[str, Any],
    resume: str | None,
    restarted: bool = False,
) -> Run:
    """A new run, or the one to go on with.

    Parameters
    ----------
    values : mapping
        Of a recipe; ``reference`` is a folder to import, a reference's name, or None.
    given : mapping
        Those of them that were asked for.
    resume : str or None
        The run to go on with.
    restarted : bool
        Whether the command was started again because a process was lost: it goes on with its run.

    Raises
    ------
    UserError
        ``condense.recipe_invalid``; what :func:`find_resumable` and :func:`reference` raise.
    """
    wanted = values["reference"]
    plain = {name: value for name, value in given.items() if name != "reference"}
    # Whatever is wrong is told before a folder of pictures is read.
    recipe = CondenseRecipe.parse({**values, "reference": None})
    if resume is None:
        recipe.require_possible(reference_follows=wanted is not None)
    run = None if resume is None else find_resumable(project, resume, plain, busy=restarted)
    if wanted is not None:
        name = reference(console, project, Path(wanted)).name
        recipe = recipe.model_copy(update={"reference": name})
        if run is not None:
            find_resumable(project, run.id, {**plain, "reference": name}, busy=restarted)
    if run is None and restarted:
        run = _begun_before(console, project, recipe)
    return run or new_run(project, recipe)


def _begun_before(console: Console, project: Project, recipe: CondenseRecipe) -> Run | None:
    """The newest run of a recipe, if it is not done."""
    run = next((one for one in project.runs() if one.recipe == recipe), None)
    if run is None or run.status == "done":
        return None
    console.note("distributed.going_on", run=run.id)
    return run


def reference(console: Console, project: Project, source: Path) -> Reference:
    """The project's reference of this name, or ``source`` imported as one.

    Raises
    ------
    UserError
        What :func:`importers.reference.import_reference` raises.
    """
    from importers.reference import import_reference

    project.image_set().close()
    known = [one for one in project.references() if one.name == str(source)]
    if known and not source.exists():
        return known[0]
    found = import_reference(source, project, emit=console.emit, token=console.token)
    console.say("import.reference_added", title=found.title, count=found.pictures)
    return found


def find_resumable(
    project: Project, run_id: str, given: Mapping[str, Any], *, busy: bool = False
) -> Run:
    """The run to go on with; ``given`` are the recipe values asked for beside it.

    With ``busy`` it may count as in progress: whoever was at it is known to be lost.

    Raises
    ------
    UserError
        ``condense.nothing_to_resume``; ``condense.run_busy`` if another process is at it;
        ``command.resume_alone`` if a value differs from the run's own recipe.
    """
    run = project.run(run_id)
    if run.status == "done":
        raise UserError("condense.nothing_to_resume", exit_code=2, run=run.id)
    if run.status == "running" and not busy:
        raise UserError("condense.run_busy", exit_code=2, run=run.id)
    own = run.recipe.model_dump()
    named = {"by_class": "class-images", "picture_kind": "kind"}
    different = [
        f"--{named.get(name, name.replace('_', '-'))}"
        for name, value in given.items()
        if own[name] != value
    ]
    if different:
        raise UserError("command.resume_alone", exit_code=2, options=", ".join(different))
    return run


def help_condense(console: Console, project: Project, run: Run) -> None:
    """Do the share of a process that does not lead."""
    from engine.synthesis import condense_run

    condense_run(project, run, emit=console.emit, token=console.token, team=console.team)


def condense(console: Console, project: Project, run: Run) -> RunResult:
    """Condense; a stop keeps what was reached and sets the exit code."""
    from engine.synthesis import condense_run

    result = condense_run(project, run, emit=console.emit, token=console.token, team=console.team)
    if result is None and run.status == "stopped":
        result = run.result
    if result is None and run.status == "stopped":
        raise UserError(
            "command.stopped_early", exit_code=STOPPED, project=project.path, run=run.id
        )
    if result is None:
        raise Stopped(StopMode.DISCARD)
    console.say(
        "command.condensed",
        run=run.id,
        decoded=result.decoded,
        seconds=f"{result.seconds:.0f}",
        device=result.device,
        content=f"{result.content_gap:.2f}",
        style=f"{result.style_gap:.2f}",
    )
    tell_appearance(console, run)
    if run.status == "stopped":
        console.exit_code = STOPPED
        console.note("command.stopped_kept", step=run.step, project=project.path, run=run.id)
    return result


def new_run(project: Project, recipe: CondenseRecipe) -> Run:
    """A run of a project that has pictures."""
    project.image_set().close()
    return project.new_run(recipe)


def help_trial(console: Console, project: Project, run: Run, recipe: TrialRecipe) -> None:
    """Do the share of a process that does not lead."""
    from engine.trial.compare import run_shared_trial

    run_shared_trial(
        project, run, recipe, emit=console.emit, token=console.token, team=console.team
    )


def trial(console: Console, project: Project, run: Run, recipe: TrialRecipe) -> TrialReport:
    """Trial-train and print one line for each set."""
    from engine.trial import run_trial

    report = run_trial(
        project, run, recipe, emit=console.emit, token=console.token, team=console.team
    )
    tell_trial(console, report)
    tell_two_classes(console, project, report)
    appearance = tell_appearance(console, run)
    return report if appearance is None else report.model_copy(update={"appearance": appearance})


def tell_appearance(console: Console, run: Run) -> dict[str, Any] | None:
    """Say in a sentence how the samples of a run look; what is kept of it, as plain values."""
    found = run.appearance()
    if found is None or not found.is_of(run.condensed()):
        return None
    console.tell(summary_sentence(found, console.language))
    return found.as_dict()


def trial_recipe(**values: Any) -> TrialRecipe:
    """A trial as asked for on the command line; ``against`` and ``also`` are comma-separated.

    Raises
    ------
    UserError
        ``command.wrong_choice``.
    """
    from engine.networks import MODEL_NAMES
    from engine.trial import TrialRecipe

    wanted = _listed("--against", values.pop("against"), AGAINST)
    also = _listed("--also", values.pop("also", ""), MODEL_NAMES)
    return TrialRecipe.model_validate({"against": wanted, "also": also, **values})


def _listed(option: str, words: str, choices: tuple[str, ...]) -> tuple[str, ...]:
    """Names of a comma-separated option, each one of ``choices``."""
    wanted = tuple(name.strip() for name in words.split(",") if name.strip())
    for name in wanted:
        if name not in choices:
            raise UserError(
                "command.wrong_choice",
                exit_code=2,
                option=option,
                value=name,
                choices=", ".join(choices),
            )
    return wanted
