"""Which sets a trial trains, in which order."""

from __future__ import annotations

from collections.abc import Mapping

from engine.trial.protocol import SetName, TrialRecipe

# Small sets first: they tell most, and soonest.
ORDER: tuple[SetName, ...] = (
    "condensed",
    "random",
    "packed",
    "kmeans",
    "herding",
    "kcenter",
    "full",
)


def names_of(recipe: TrialRecipe, sizes: Mapping[SetName, int]) -> list[SetName]:
    """The sets of a trial in the order they are trained; what has no size takes no part."""
    return [
        name for name in ORDER if name in sizes and (name == "condensed" or name in recipe.against)
    ]
