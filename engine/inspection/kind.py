"""Whether the pictures of a set are drawings or photos: asked here by form, run and inspection."""

from __future__ import annotations

import numpy as np

from engine.data import ImageSet
from engine.data.recipe import CondenseRecipe, Kind
from engine.inspection.appearance import SMALLEST, recognise_kind

_LOOKED_AT = 200


def kind_of_set(image_set: ImageSet) -> Kind:
    """What most training pictures are, by the same 200 of them whoever asks.

    A set of drawings and photos could be taken for the one here and the other there if each
    looked at pictures of its own.

    Returns
    -------
    {"drawing", "photo"}
        Photo where there is no training picture, or sides are under 16 px.

    Raises
    ------
    UserError
        ``file.not_ours`` of a damaged picture file.
    """
    rows = image_set.indices("train")
    if not len(rows) or min(image_set.shape[1:3]) < SMALLEST:
        return "photo"
    places = np.linspace(0, len(rows) - 1, min(_LOOKED_AT, len(rows))).astype(np.intp)
    return recognise_kind(image_set.read(rows[places]))


def kind_for(recipe: CondenseRecipe, image_set: ImageSet) -> Kind:
    """What a recipe says the pictures are; else what they are recognised as.

    Raises
    ------
    UserError
        As :func:`kind_of_set` does.
    """
    return kind_of_set(image_set) if recipe.picture_kind == "auto" else recipe.picture_kind
