"""A curve over images per class as entries of the queue; what is there already is left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from engine.data import ImageSet
from engine.data.recipe import CondenseRecipe
from engine.project import Project, Run
from engine.project.queue_entry import Entry
from engine.queueing.work import trial_values
from engine.runtime.errors import UserError
from engine.trial import TrialRecipe
from engine.trial.ipc_curve import IpcCurve, family, ipc_curves

COUNTS = (1, 5, 10, 20, 50)
"""Images per class that are proposed."""
MOST = 50
_UNFINISHED = ("waiting", "running")


@dataclass(frozen=True)
class CurvePart:
    """What one number of images per class still needs.

    ``there``: it was measured; ``queued``: it waits; ``trial``: ``run`` has to be tried;
    ``missing``: it has to be condensed and tried. ``maker`` is a condensing that waits already.
    """

    ipc: int
    state: Literal["there", "queued", "trial", "missing"]
    run: str = ""
    maker: int | None = None


def parsed_counts(words: str) -> list[int]:
    """Numbers of images per class from ``1,5,10``, each once, few first.

    Raises
    ------
    UserError
        ``queue.counts_wrong``.
    """
    parts = [one.strip() for one in words.split(",") if one.strip()]
    if not parts or not all(one.isascii() and one.isdigit() for one in parts):
        raise UserError("queue.counts_wrong", exit_code=2)
    if any(len(one) > 2 or not 1 <= int(one) <= MOST for one in parts):
        raise UserError("queue.counts_wrong", exit_code=2)
    return sorted({int(one) for one in parts})


def curve_parts(
    project: Project, recipe: CondenseRecipe, trial: TrialRecipe, counts: Iterable[int]
) -> list[CurvePart]:
    """For each number of images per class, what is there and what is missing.

    Reads the stored trials of all runs: not in the window's thread.

    Raises
    ------
    UserError
        ``project.empty``; what reading the queue raises.
    """
    with project.image_set() as images:
        curve = _measured_curve(project, recipe, trial, images)
        runs = _runs(project, recipe, images)
    there = set() if curve is None else {one.ipc for one in curve.points}
    entries = [one for one in project.queue.content().entries if one.state in _UNFINISHED]
    wanted = trial_values(trial)
    return [
        CurvePart(ipc, "there")
        if ipc in there
        else _part(ipc, recipe, runs.get(ipc), entries, wanted)
        for ipc in counts
    ]


def add_curve(
    project: Project, recipe: CondenseRecipe, trial: TrialRecipe, counts: Iterable[int]
) -> list[Entry]:
    """Put what is missing into the queue: a condensing and its trial for each number.

    Raises
    ------
    UserError
        ``queue.full``; what :func:`curve_parts` raises.
    """
    queue, values = project.queue, trial_values(trial)
    added: list[Entry] = []
    for part in curve_parts(project, recipe, trial, counts):
        maker = part.maker
        if part.state == "missing" and maker is None:
            made = queue.add_condense(recipe.model_copy(update={"ipc": part.ipc}))
            added.append(made)
            maker = made.number
        if part.state in ("missing", "trial"):
            added.append(queue.add_trial(values, run=part.run, maker=maker))
    return added


def _measured_curve(
    project: Project, recipe: CondenseRecipe, trial: TrialRecipe, images: ImageSet
) -> IpcCurve | None:
    rule = trial.full_protocol(full=int(images.counts("train").sum()))
    for one in ipc_curves(project.runs()):
        same = (family(one.recipe), one.model, one.protocol)
        pictures = one.fingerprint in (None, images.fingerprint)
        if pictures and same == (family(recipe), trial.model, rule):
            return one
    return None


def _runs(project: Project, recipe: CondenseRecipe, images: ImageSet) -> dict[int, Run]:
    """Finished runs of these pictures by images per class, the newest of each."""
    found: dict[int, Run] = {}
    for run in project.runs():
        try:
            own = run.recipe
            if family(own) != family(recipe) or run.status != "done" or own.ipc in found:
                continue
            made_from = run.condensed().provenance.get("source_fingerprint", images.fingerprint)
        except UserError:
            continue
        if made_from == images.fingerprint:
            found[own.ipc] = run
    return found


def _part(
    ipc: int,
    recipe: CondenseRecipe,
    run: Run | None,
    entries: list[Entry],
    trial: dict[str, object],
) -> CurvePart:
    trials = [one for one in entries if one.kind == "trial" and one.recipe == trial]
    if run is not None:
        queued = any(one.run == run.id for one in trials)
        return CurvePart(ipc, "queued" if queued else "trial", run=run.id)
    own = recipe.model_copy(update={"ipc": ipc})
    for one in entries:
        if one.kind == "condense" and one.condense_recipe == own:
            queued = any(other.maker == one.number for other in trials)
            return CurvePart(ipc, "queued" if queued else "missing", maker=one.number)
    return CurvePart(ipc, "missing")
