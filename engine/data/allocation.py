"""How many images each class gets, and how many samples an image holds."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from engine.data.recipe import CondenseRecipe

# A sample reduced further has no shapes left to learn from.
_SMALLEST_SAMPLE = 16  # px


def images_by_class(
    recipe: CondenseRecipe, available: Sequence[int] | npt.NDArray[np.int64]
) -> npt.NDArray[np.int64]:
    """Images of each class, never more than its pictures, never less than one.

    *equal*: ``ipc`` each. *proportional*: ``ipc`` times the number of classes in all, shared out
    by the classes' pictures (largest remainders), so that the condensed set has the balance of
    the real one.

    Parameters
    ----------
    available : int64, (classes,)
        Training pictures of each class, each at least 1.

    Returns
    -------
    ndarray of int64, (classes,)
    """
    pictures = np.asarray(available, np.int64)
    if recipe.balance == "equal" or not len(pictures):
        return np.minimum(recipe.ipc, pictures)
    total = min(recipe.ipc * len(pictures), int(pictures.sum()))
    images = np.ones_like(pictures)
    exact = total * pictures / pictures.sum()
    while images.sum() < total:
        missing = np.where(images < pictures, exact - images, -np.inf)
        images[int(missing.argmax())] += 1
    return images


def packing_for(recipe: CondenseRecipe, height: int, width: int) -> int:
    """Samples along each side of a stored image of ``height`` × ``width`` px: 1 or 2.

    *auto* packs wherever a reduced sample keeps 16 px, but not in preset *published*; a side of
    odd length cannot be packed.
    """
    if recipe.packing == 1 or height % 2 or width % 2:
        return 1
    small = min(height, width) < 2 * _SMALLEST_SAMPLE
    if recipe.packing == "auto" and (small or recipe.preset == "published"):
        return 1
    return 2
