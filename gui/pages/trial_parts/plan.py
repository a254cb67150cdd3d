"""What a trial would do: sizes of the sets, trainings, time. Knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.data import ImageSet
from engine.project import Run
from engine.runtime import UserError
from engine.trial import TrialRecipe, TrialReport, check_pictures, set_sizes
from engine.trial.results import SetName

# Small sets first, as they are trained.
SETS: tuple[SetName, ...] = ("condensed", "random", "kmeans", "herding", "full")


@dataclass(frozen=True)
class Plan:
    """What can be tried with a run; ``refusal`` says why nothing can."""

    sizes: Mapping[SetName, int]
    test_images: int
    refusal: UserError | None = None


def look(run: Run, image_set: ImageSet) -> Plan:
    """Ask the engine about a run; reads the condensed set, so not in the window's thread."""
    tests = int(image_set.counts("test").sum())
    try:
        condensed = run.condensed()
        check_pictures(condensed, image_set)
    except UserError as error:
        return Plan({}, tests, error)
    return Plan(set_sizes(condensed, image_set), tests)


def trials_of(run: Run) -> list[TrialReport]:
    """The readable trials of a run, newest first."""
    found = []
    for stored in reversed(run.trials()):
        try:
            report = TrialReport.from_dict(stored)
        except UserError:
            continue
        if report.find("condensed") is not None:
            found.append(report)
    return found


def names_of(recipe: TrialRecipe) -> list[SetName]:
    """The sets of a trial in the order they are trained."""
    return [name for name in SETS if name == "condensed" or name in recipe.against]


def estimate(
    recipe: TrialRecipe, sizes: Mapping[SetName, int], earlier: Sequence[TrialReport]
) -> float | None:
    """Seconds of a trial, judged by the newest earlier one by the same rule; None without."""
    rule = recipe.full_protocol()
    for report in earlier:
        if report.recipe.model != recipe.model or report.protocol != rule:
            continue
        pushed = sum(one.steps * rule.batch_for(one.images) for one in report.sets)
        seconds = sum(one.seconds for one in report.sets)
        if pushed and seconds:
            wanted = sum(
                rule.steps(sizes[name]) * rule.batch_for(sizes[name]) for name in names_of(recipe)
            )
            return recipe.seeds * wanted * seconds / pushed
    return None
