"""What a trial would do: sizes of the sets, trainings, time. Knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.data import ImageSet
from engine.project import Run
from engine.runtime import UserError
from engine.trial import TrialRecipe, TrialReport
from engine.trial.pace import COSTS
from engine.trial.pushed import pushed, strained
from engine.trial.results import SetName, SetResult
from engine.trial.set_names import ORDER, names_of

# Small sets first, as they are trained.
SETS: tuple[SetName, ...] = ORDER


@dataclass(frozen=True)
class Plan:
    """What can be tried with a run; ``refusal`` says why nothing can."""

    sizes: Mapping[SetName, int]
    test_images: int
    refusal: UserError | None = None


def look(run: Run, image_set: ImageSet) -> Plan:
    """Ask the engine about a run; reads the condensed set, so not in the window's thread."""
    from engine.trial import check_pictures, set_sizes

    tests = int(image_set.counts("test").sum())
    try:
        condensed = run.condensed()
        check_pictures(condensed, image_set)
    except UserError as error:
        return Plan({}, tests, error)
    return Plan(set_sizes(condensed, image_set), tests)


def estimate(
    recipe: TrialRecipe, sizes: Mapping[SetName, int], earlier: Sequence[TrialReport]
) -> float | None:
    """Seconds of a trial, judged by the newest earlier one by the same rule; None without.

    Models the earlier trial did not have are judged by how much slower they usually are.
    """
    rule = recipe.full_protocol(full=sizes.get("full"))
    names = names_of(recipe, sizes)
    if not names:
        return None
    wanted = sum(pushed(rule, sizes[name]) for name in names)
    for report in earlier:
        if report.recipe.model != recipe.model or report.protocol != rule:
            continue
        own = _seconds_a_picture(report.sets, report)
        if own is None:
            continue
        known = {one.model: _seconds_a_picture(one.sets, report) for one in report.further}
        usual = own / COSTS[recipe.model]
        each = own + sum(known.get(one) or usual * COSTS[one] for one in recipe.also)
        more = strained(rule, [sizes[name] for name in names], len(report.class_names))
        return recipe.seeds * (wanted * each + (more * own if recipe.stress else 0))
    return None


def _seconds_a_picture(sets: Sequence[SetResult], report: TrialReport) -> float | None:
    rule = report.protocol
    pushed = sum(one.steps * rule.batch_for(one.images) for one in sets)
    seconds = sum(one.seconds for one in sets)
    return seconds / pushed if pushed and seconds else None
