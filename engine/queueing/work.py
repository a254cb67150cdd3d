"""Doing what an entry of the queue asks for: what the window and the command line call."""

from __future__ import annotations

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


def run_for(project: Project, entry: Entry) -> Run:
    """The run an entry works on, kept with it.

    A condensing that was interrupted goes on with the run it began; otherwise a new one is made.

    Raises
    ------
    UserError
        ``queue.no_run`` where a trial has none; ``project.no_run``; ``file.cannot_write``.
    """
    if entry.kind == "trial":
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

    try:
        return TrialRecipe.model_validate(entry.recipe)
    except (ValidationError, TypeError) as error:
        reason = _first_fault(error)
        raise UserError("queue.unreadable", reason=reason) from error


def trial_values(recipe: TrialRecipe) -> dict[str, Any]:
    """A trial as it is kept in the queue: with the folder of its weights, unlike in a report."""
    return {**recipe.model_dump(mode="json"), "weights": recipe.weights}


def work_on(
    project: Project, entry: Entry, run: Run, *, emit: Emit, token: StopToken
) -> RunResult | TrialReport | None:
    """Condense or trial-train.

    Returns
    -------
    RunResult, TrialReport or None
        What was reached; None where the run was cancelled and discarded.

    Raises
    ------
    UserError
        ``queue.unreadable``; what :func:`engine.synthesis.condense_run` and
        :func:`engine.trial.run_trial` raise.
    Stopped
    """
    if entry.kind == "trial":
        from engine.trial import run_trial

        return run_trial(project, run, trial_recipe(entry), emit=emit, token=token)
    if run.status == "done":  # the application ended between the end of the run and the note of it
        return run.result
    from engine.synthesis import condense_run

    return condense_run(project, run, emit=emit, token=token)


def _first_fault(error: Exception) -> str:
    from pydantic import ValidationError

    if not isinstance(error, ValidationError):
        return str(error)[:200]
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    return f"{where}: {first['msg']}"[:200]
