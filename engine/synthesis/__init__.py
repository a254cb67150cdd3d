"""Condensing: from an image set and a recipe to a condensed set."""

from engine.data.recipe import CondenseRecipe, Preset
from engine.synthesis.estimate import Estimate, estimate
from engine.synthesis.session import condense_run

__all__ = ["CondenseRecipe", "Estimate", "Preset", "condense_run", "estimate"]
