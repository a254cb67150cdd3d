"""What the condensed set holds of each class, and how many samples an image holds."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.data.recipe import CondenseRecipe
from engine.runtime.errors import UserError

# A sample reduced further has no shapes left to learn from.
_SMALLEST_SAMPLE = 16  # px
_NEAREST_NAMES = 3


@dataclass(frozen=True, eq=False)
class Allocation:
    """Of each class either images to learn or, kept whole, its real pictures.

    Attributes
    ----------
    learnt : ndarray of int64, (classes,)
        Synthetic images; 0 for a class that is kept whole.
    kept : ndarray of int64, (classes,)
        Real pictures taken over as they are; 0 for a class that is learnt.
    """

    learnt: npt.NDArray[np.int64]
    kept: npt.NDArray[np.int64]


def allocate(
    recipe: CondenseRecipe, names: Sequence[str], available: Sequence[int] | npt.NDArray[np.int64]
) -> Allocation:
    """Share the images out to the classes, and say which classes are kept whole.

    Images by hand come first. The other classes follow the balance, *equal*: ``ipc`` each;
    *proportional*: ``ipc`` times their number in all, shared out by their pictures (largest
    remainders). No class gets more images than it has pictures, or less than one.

    A class is kept whole where it has no more pictures than images (*automatic*), or no more
    than ``keep_whole``.

    Parameters
    ----------
    names : sequence of str, (classes,)
    available : int64, (classes,)
        Training pictures of each class; a class without any gets nothing.

    Raises
    ------
    UserError
        ``condense.no_such_class`` where images by hand are given for a name that is no class.
    """
    _refuse_unknown(recipe.by_class, names)
    pictures = np.asarray(available, np.int64)
    by_hand = np.array([recipe.by_class.get(name, 0) for name in names], np.int64)
    images = np.minimum(by_hand, pictures)
    others = (by_hand == 0) & (pictures > 0)
    images[others] = _by_balance(recipe, pictures[others])
    kept = pictures <= (images if recipe.keep_whole is None else recipe.keep_whole)
    return Allocation(learnt=np.where(kept, 0, images), kept=np.where(kept, pictures, 0))


def _by_balance(recipe: CondenseRecipe, pictures: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Images of classes that each have at least one picture."""
    if recipe.balance == "equal" or not len(pictures):
        return np.minimum(recipe.ipc, pictures)
    total = min(recipe.ipc * len(pictures), int(pictures.sum()))
    images = np.ones_like(pictures)
    exact = total * pictures / pictures.sum()
    while images.sum() < total:
        missing = np.where(images < pictures, exact - images, -np.inf)
        images[int(missing.argmax())] += 1
    return images


def _refuse_unknown(asked: Iterable[str], names: Sequence[str]) -> None:
    known = set(names)
    for name in asked:
        if name not in known:
            near = difflib.get_close_matches(name, names, n=_NEAREST_NAMES, cutoff=0.0)
            raise UserError(
                "condense.no_such_class", exit_code=2, name=name, nearest=", ".join(near)
            )


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
