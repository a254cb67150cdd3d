"""What a recipe makes of each real picture: the appearance that a run aims at.

A picture is put into the same appearance whoever asks, before, during and after a run: it depends
on the picture, its row and the recipe's seed, and on how the training pictures and the reference
look.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import numpy.typing as npt
import torch

from engine.data import ImageSet
from engine.data.recipe import CondenseRecipe, Kind
from engine.inspection.many import measured
from engine.project import Project
from engine.restyling.wishes import AsReference, Restyler, VariedMore
from engine.runtime.stop import StopToken

_LOOKED_AT = 800  # pictures that say how a set looks
_AT_ONCE = 64


def restyler_of(
    image_set: ImageSet, recipe: CondenseRecipe, project: Project, *, kind: Kind, token: StopToken
) -> Restyler | None:
    """What puts pictures into the appearance a recipe asks for; None where it is their own.

    Raises
    ------
    UserError
        ``condense.published_appearance``, ``condense.no_reference``,
        ``condense.reference_missing``, ``condense.reference_other_size``; ``file.not_ours`` of a
        damaged picture file.
    Stopped
    """
    if recipe.appearance == "mine":
        return None
    recipe.require_possible()
    own = measured(image_set.read(_some_rows(image_set, recipe.seed)), kind, token)
    if recipe.appearance == "varied" or recipe.reference is None:
        return Restyler(kind, VariedMore(own, recipe.variation), recipe.seed)
    with project.reference_set(recipe.reference) as reference:
        rows = np.random.default_rng(recipe.seed).permutation(reference.indices())[:_LOOKED_AT]
        looked = measured(reference.read(np.sort(rows)), kind, token)
    return Restyler(kind, AsReference(own, looked), recipe.seed)


def restyle(
    restyler: Restyler,
    images: npt.NDArray[np.uint8],
    rows: npt.NDArray[np.intp] | Sequence[int],
    *,
    token: StopToken,
) -> npt.NDArray[np.uint8]:
    """Pictures that stand at some rows of an image set, in their new appearance.

    Parameters
    ----------
    images : ndarray of uint8, (n, H, W, C)
    rows : n integers

    Returns
    -------
    ndarray of uint8, (n, H, W, C)

    Raises
    ------
    Stopped
    """
    made = np.empty_like(images)
    with ThreadPoolExecutor(max_workers=max(1, torch.get_num_threads())) as threads:
        for first in range(0, len(images), _AT_ONCE):
            token.raise_if_stopped()
            part = slice(first, first + _AT_ONCE)
            places = (int(row) for row in rows[part])
            for place, one in enumerate(threads.map(restyler, images[part], places)):
                made[first + place] = one
    return made


def _some_rows(image_set: ImageSet, seed: int) -> npt.NDArray[np.intp]:
    """Rows of every class, a few more than 800 at the utmost; rising."""
    random = np.random.default_rng([seed, 13])
    total = len(image_set.indices("train"))
    chosen = []
    for label in range(len(image_set.class_names)):
        rows = image_set.indices("train", label)
        if len(rows):
            wanted = max(1, round(_LOOKED_AT * len(rows) / max(total, _LOOKED_AT)))
            chosen.append(random.permutation(rows)[:wanted])
    return np.sort(np.concatenate(chosen))
