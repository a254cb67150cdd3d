"""How pictures that a project holds were prepared, so that others can be prepared alike."""

from __future__ import annotations

from engine.data import ImageSet
from engine.project import Project
from engine.runtime.errors import UserError
from importers.decode import Depth
from importers.options import ImportOptions

# Regions are lines about single files, so ``regions`` must be given anew.
PREPARING = (
    *("pages", "dpi", "cut", "tile", "overlap", "keep_empty", "box_margin"),
    *("rotate", "deskew", "crop_margins", "flatten", "depth", "fit", "size"),
    *("defects", "test_fraction", "seed"),
)


def prepared_alike(
    project: Project, held: ImageSet, options: ImportOptions
) -> tuple[ImportOptions, Depth | None]:
    """``options`` with all that decides how a picture is prepared taken from the project's.

    Returns
    -------
    options : ImportOptions
        Grey or colour as the pictures are, never to be found out again.
    depth : tuple of float or None
        The range that deep pictures were scaled from, where one was settled.

    Raises
    ------
    UserError
        ``import.no_recipe`` if the pictures were imported by a version that did not keep how.
    """
    recipe = held.preparation.get("options")
    if recipe is None:
        raise no_recipe(project)
    own = ImportOptions.model_validate(recipe)
    stored = held.preparation.get("depth")
    kept = {name: getattr(own, name) for name in PREPARING}
    kept["colour"] = "grey" if held.channels == 1 else "rgb"
    depth = None if stored is None else (float(stored[0]), float(stored[1]))
    return options.model_copy(update=kept), depth


def no_recipe(project: Project) -> UserError:
    """The sentence for pictures that cannot be joined by others."""
    return UserError("import.no_recipe", file=str(project.path))
