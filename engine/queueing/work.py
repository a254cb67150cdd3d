"""Doing what an entry of the queue asks for: what the window and the command line call."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.project import Project, Run
from engine.project.queue_entry import Entry
from engine.runtime.errors import UserError
from engine.runtime.events import Emit
from engine.runtime.stop import StopToken

# PyTorch takes seconds to import; showing a queue does without.
if TYPE_CHECKING:
    from engine.project import RunResult
    from engine.trial import TrialRecipe, TrialReport
    from engine.trial.anomaly_recipe import AnomalyRecipe
    from engine.trial.anomaly_report import AnomalyReport
    from engine.trial.continual_report import ContinualReport

_NEW = "new_project"


def run_for(project: Project, entry: Entry) -> Run:
    """The run an entry works on, kept with it.

    A condensing that was interrupted goes on with the run it began; otherwise a new one is made.

    Raises
    ------
    UserError
        ``queue.no_run`` where a trial has none; ``project.no_run``; ``file.cannot_write``.
    """
    if entry.kind != "condense":
        if not entry.run:
            raise UserError("queue.no_run")
        return project.run(entry.run)
    known = next((run for run in project.runs() if run.id == entry.run), None)
    if known is not None:
        return known
    project.image_set().close()  # says what is wrong before there is a run
    made = project.new_run(entry.condense_recipe)
    project.queue.set_run(entry.number, made.id)
    return made


def trial_recipe(entry: Entry) -> TrialRecipe:
    """The recipe of a trial, which may come from anywhere.

    Raises
    ------
    UserError
        ``queue.unreadable``.
    """
    from pydantic import ValidationError

    from engine.trial import TrialRecipe

    values = dict(entry.recipe)
    if entry.kind == "continual":
        values.pop(_NEW, None)
    try:
        return TrialRecipe.model_validate(values)
    except (ValidationError, TypeError) as error:
        raise _unreadable(error) from error


def trial_values(recipe: TrialRecipe) -> dict[str, Any]:
    """A trial as it is kept in the queue: with the folder of its weights, unlike in a report."""
    return {**recipe.model_dump(mode="json"), "weights": recipe.weights}


def continual_values(recipe: TrialRecipe, new: Path) -> dict[str, Any]:
    """A continual trial as it is kept in the queue; ``new`` is the project of new pictures."""
    return {**trial_values(recipe), _NEW: str(new.absolute())}


def new_project(entry: Entry) -> Project:
    """The project of new pictures of a continual trial.

    Raises
    ------
    UserError
        ``queue.unreadable``; what :meth:`Project.open` raises.
    """
    path = entry.recipe.get(_NEW)
    if not isinstance(path, str) or not path or "\0" in path:
        raise UserError("queue.unreadable", reason=_NEW)
    return Project.open(Path(path))


def anomaly_recipe(entry: Entry) -> AnomalyRecipe:
    """The recipe of a detector's trial, which may come from anywhere.

    Raises
    ------
    UserError
        ``queue.unreadable``.
    """
    from pydantic import ValidationError

    from engine.trial.anomaly_recipe import AnomalyRecipe

    try:
        return AnomalyRecipe.model_validate(entry.recipe)
    except (ValidationError, TypeError) as error:
        raise _unreadable(error) from error


def anomaly_values(recipe: AnomalyRecipe) -> dict[str, Any]:
    """A detector's trial as it is kept in the queue: with the folder of its weights."""
    return {**recipe.model_dump(mode="json"), "weights": recipe.weights}


def work_on(
    project: Project, entry: Entry, run: Run, *, emit: Emit, token: StopToken
) -> RunResult | TrialReport | AnomalyReport | ContinualReport | None:
    """Condense or try.

    Returns
    -------
    RunResult, a trial's report or None
        What was reached; None where the run was cancelled and discarded.

    Raises
    ------
    UserError
        ``queue.unreadable``; what :func:`engine.synthesis.condense_run` and the trials raise.
    Stopped
    """
    if entry.kind == "trial":
        from engine.trial import run_trial

        return run_trial(project, run, trial_recipe(entry), emit=emit, token=token)
    if entry.kind == "anomaly":
        from engine.trial.anomaly import run_anomaly

        return run_anomaly(project, run, anomaly_recipe(entry), emit=emit, token=token)
    if entry.kind == "continual":
        from engine.trial.continual import run_continual

        recipe, new = trial_recipe(entry), new_project(entry)
        return run_continual(project, run, new, recipe, emit=emit, token=token)
    if run.status == "done":  # the application ended between the end of the run and the note of it
        return run.result
    from engine.synthesis import condense_run

    return condense_run(project, run, emit=emit, token=token)


def _unreadable(error: Exception) -> UserError:
    return UserError("queue.unreadable", reason=_first_fault(error))


def _first_fault(error: Exception) -> str:
    from pydantic import ValidationError

    if not isinstance(error, ValidationError):
        return str(error)[:200]
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    return f"{where}: {first['msg']}"[:200]
