"""Condensing: from an image set and a recipe to a condensed set."""

from engine.data.recipe import CondenseRecipe, Preset
from engine.synthesis.advise import Advice, advise
from engine.synthesis.estimate import Estimate, estimate
from engine.synthesis.mending import new_mending
from engine.synthesis.running import condense_run

__all__ = [
    "Advice",
    "CondenseRecipe",
    "Estimate",
    "Preset",
    "advise",
    "condense_run",
    "estimate",
    "new_mending",
]
