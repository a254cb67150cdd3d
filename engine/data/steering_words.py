"""What steers a run, in a few words: what comes first, and whose appearance its samples take on."""

from __future__ import annotations

from collections.abc import Mapping

from engine.data.recipe import WEIGHT_PRESETS, CondenseRecipe, WeightPreset
from engine.runtime.messages import Language, text


def weight_preset(recipe: CondenseRecipe) -> WeightPreset | None:
    """The preset with a recipe's weights; None where they are somebody's own."""
    weights = {name: getattr(recipe, name) for name in ("content", "style", "diversity")}
    return next((name for name, preset in WEIGHT_PRESETS.items() if preset == weights), None)


def weights_words(recipe: CondenseRecipe, language: Language = "en") -> str:
    """*balanced*, *structure first*, *appearance first* or *own weights*."""
    return text(f"steering.{weight_preset(recipe) or 'own'}", language)


def whose_words(
    recipe: CondenseRecipe, titles: Mapping[str, str], language: Language = "en"
) -> str:
    """*as in the pictures*, *as reference “clean scans”* or *varied 2×*.

    Parameters
    ----------
    titles : mapping of str to str
        What the project's references are called, by name
        (:meth:`engine.project.Project.reference_titles`).
    """
    if recipe.appearance == "varied":
        return text("steering.as_varied", language, times=f"{recipe.variation:g}")
    if recipe.appearance == "mine":
        return text("steering.as_mine", language)
    title = titles.get(recipe.reference or "")
    if title is None:
        return text("steering.as_lost", language)
    return text("steering.as_reference", language, title=title)


def steering_words(
    recipe: CondenseRecipe, titles: Mapping[str, str], language: Language = "en"
) -> str:
    """Both: *structure first · as reference “clean scans”*."""
    return f"{weights_words(recipe, language)} · {whose_words(recipe, titles, language)}"
