"""Where two recipes differ, with their fields and values in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.data.recipe import CondenseRecipe
from engine.runtime.messages import CATALOGUE, Language, text

_WEIGHTS = ("content", "style", "diversity")


@dataclass(frozen=True)
class RecipeDifference:
    """A field of :class:`engine.data.recipe.CondenseRecipe` and its value in either run."""

    field: str
    first: Any
    second: Any


def recipe_differences(first: CondenseRecipe, second: CondenseRecipe) -> list[RecipeDifference]:
    """The fields that differ, in the order of the recipe; none where both ask for the same."""
    return [
        RecipeDifference(name, one, other)
        for name in CondenseRecipe.model_fields
        if (one := getattr(first, name)) != (other := getattr(second, name))
    ]


def field_name(field: str, language: Language = "en") -> str:
    """What a field is called: *Images per class*, クラスあたり枚数."""
    return text(f"recipe.{field}", language)


def field_value(
    field: str, value: Any, language: Language = "en", titles: Mapping[str, str] | None = None
) -> str:
    """A field's value in words; ``titles`` are what reference sets are called, by name."""
    if f"recipe.{field}_{value}" in CATALOGUE:
        return text(f"recipe.{field}_{value}", language)
    if field in _WEIGHTS:
        return f"{value:g}"
    if field == "keep_whole":
        return _keep_whole(value, language)
    if field == "trim" and value == 0:
        return text("recipe.not_looked_for", language)
    if value is None or value == {}:
        absent = {"steps": "recipe.as_preset", "memory": "recipe.half_free"}
        return text(absent.get(field, "recipe.none"), language)
    if field == "by_class":
        return ", ".join(f"{name}: {count:,}" for name, count in value.items())
    if field == "reference":
        return (titles or {}).get(value, value)
    if field == "mend":
        count = f"{len(value.samples):,}"
        return text(f"recipe.mend_{value.way}", language, run=value.run, count=count)
    return _with_unit(field, value, language)


def _keep_whole(value: int | None, language: Language) -> str:
    if value is None:
        return text("recipe.automatic", language)
    if value == 0:
        return text("recipe.never", language)
    return text("recipe.up_to", language, count=f"{value:,}")


def _with_unit(field: str, value: Any, language: Language) -> str:
    shares = {"trim": "recipe.up_to_share", "moments_share": "recipe.percent"}
    shares["neighbours"] = "recipe.percent"
    if field == "trim":
        return text(shares[field], language, percent=f"{100 * value:g}")
    if field in shares:
        return text(shares[field], language, value=f"{100 * value:g}")
    units = {
        "minutes": "recipe.of_minutes",
        "memory": "recipe.of_memory",
        "variation": "recipe.times_wide",
    }
    if field in units:
        return text(units[field], language, value=f"{value:g}")
    # A seed is a name, not an amount.
    return str(value) if field == "seed" else f"{value:,}"
