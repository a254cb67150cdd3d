"""An entry of the queue in words; reads no PyTorch."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import PurePath, PureWindowsPath

from engine.data.recipe import CondenseRecipe
from engine.project import Project
from engine.project.queue_entry import Entry
from engine.runtime.errors import UserError
from engine.runtime.messages import CATALOGUE, Language, text

_LONGEST = 60


def entry_words(
    entry: Entry, language: Language = "en", tried: CondenseRecipe | None = None
) -> str:
    """What will be done, in a line: *Condense: images per class 10, quick*.

    Parameters
    ----------
    tried : CondenseRecipe, optional
        Of what a trial tries (:func:`tried_recipes`); without it the line names its run's id alone.
    """
    if entry.kind == "condense":
        return text(
            "queue.condense", language, recipe=recipe_words(entry.condense_recipe, language)
        )
    # Values of a trial are checked only when its turn comes.
    model = _value(entry, "model", "convnet")[:_LONGEST]
    key = f"model.{model}"
    return text(
        f"queue.{entry.kind}",
        language,
        of=_of(entry, language, tried),
        model=text(key, language) if key in CATALOGUE else model,
        seeds=_value(entry, "seeds", "?")[:10],
        alarms=_value(entry, "false_alarms", "?")[:10].removesuffix(".0"),
        new=_folder(_value(entry, "new_project", "?")),
    )


def recipe_words(recipe: CondenseRecipe, language: Language = "en") -> str:
    """What tells a condensing from others, in a few words."""
    preset = text(f"recipe.preset_{recipe.preset}", language)
    words = text("queue.recipe", language, ipc=recipe.ipc, preset=preset)
    if recipe.steps is not None:
        words += text("queue.recipe_steps", language, steps=f"{recipe.steps:,}")
    if recipe.seed:
        words += text("queue.recipe_seed", language, seed=recipe.seed)
    return words


def tried_recipes(
    project: Project, entries: Iterable[Entry], known: dict[str, CondenseRecipe] | None = None
) -> dict[int, CondenseRecipe]:
    """By number of a trial's entry, the recipe of what it tries, where that can be told.

    Parameters
    ----------
    known : dict, optional
        Recipes by id of their run; what is found is added, so that a run is read once.
    """
    known = {} if known is None else known
    all_entries = list(entries)
    makers = {one.number: one.condense_recipe for one in all_entries if one.kind == "condense"}
    found: dict[int, CondenseRecipe] = {}
    for one in all_entries:
        if one.kind == "condense":
            continue
        if one.run and one.run not in known:
            with suppress(UserError, ValueError):  # it is in the trash, or damaged
                known[one.run] = project.run(one.run).recipe
        recipe = known.get(one.run) if one.run else makers.get(one.maker or 0)
        if recipe is not None:
            found[one.number] = recipe
    return found


def _of(entry: Entry, language: Language, tried: CondenseRecipe | None) -> str:
    known = "" if tried is None else "known_"
    recipe = "" if tried is None else recipe_words(tried, language)
    if entry.run:
        return text(f"queue.of_{known}run", language, run=entry.run, recipe=recipe)
    return text(f"queue.of_{known}entry", language, maker=entry.maker or "?", recipe=recipe)


def _value(entry: Entry, name: str, default: str) -> str:
    return str(entry.recipe.get(name, default))[:1000]


def _folder(path: str) -> str:
    """The name of a project's folder, also of one that another system wrote."""
    kind = PureWindowsPath if "\\" in path else PurePath
    return kind(path).stem[:_LONGEST] or "?"
