"""What a trial would do: sizes of the sets, trainings, time. Knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.data import ImageSet
from engine.project import Run
from engine.runtime import UserError
from engine.trial import Protocol, TrialRecipe, TrialReport
from engine.trial.pace import COSTS
from engine.trial.results import SetName, SetResult
from engine.trial.set_names import ORDER, names_of
from engine.trial.strains import tail_shares

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
    wanted = sum(_pushed(rule, sizes[name]) for name in names)
    for report in earlier:
        if report.recipe.model != recipe.model or report.protocol != rule:
            continue
        own = _seconds_a_picture(report.sets, report)
        if own is None:
            continue
        known = {one.model: _seconds_a_picture(one.sets, report) for one in report.further}
        usual = own / COSTS[recipe.model]
        each = own + sum(known.get(one) or usual * COSTS[one] for one in recipe.also)
        strained = _strained(rule, [sizes[name] for name in names], len(report.class_names))
        return recipe.seeds * (wanted * each + (strained * own if recipe.stress else 0))
    return None


def _pushed(rule: Protocol, images: int) -> int:
    """Pictures pushed through a model in one training."""
    return rule.steps(images) * rule.batch_for(images)


def _strained(rule: Protocol, sizes: Sequence[int], classes: int) -> int:
    """The same for all sets under both strains; imbalance leaves fewer pictures."""
    left = float(tail_shares(classes).mean())
    return sum(_pushed(rule, one) + _pushed(rule, max(1, round(left * one))) for one in sizes)


def _seconds_a_picture(sets: Sequence[SetResult], report: TrialReport) -> float | None:
    rule = report.protocol
    pushed = sum(one.steps * rule.batch_for(one.images) for one in sets)
    seconds = sum(one.seconds for one in sets)
    return seconds / pushed if pushed and seconds else None
