"""The recipe adviser: what to choose for these pictures on this computer, and why."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.data import ImageSet
from engine.data.allocation import packing_for
from engine.data.recipe import CondenseRecipe, Packing, Preset
from engine.runtime.errors import UserError
from engine.runtime.events import Message
from engine.synthesis.estimate import Estimate, estimate

# Images per class to choose from, most first; the literature's and ten between.
_IPC = (50, 20, 10, 5, 1)
# Pictures of the typical class to one synthetic image, at least.
_PICTURES_TO_ONE = 20
# Rather a lower quality than fewer.
_FEWEST = 5
_UNEVEN = 5
SECONDS = 3600.0


@dataclass(frozen=True)
class Advice:
    """A recipe and why.

    Attributes
    ----------
    recipe : CondenseRecipe
    expected : Estimate
        Of the recipe, on this computer.
    reasons : tuple of Message
        One sentence for every choice.
    """

    recipe: CondenseRecipe
    expected: Estimate
    reasons: tuple[Message, ...]


def advise(image_set: ImageSet, *, seconds: float = SECONDS) -> Advice:
    """Propose images per class, quality, packing and time.

    Parameters
    ----------
    image_set : ImageSet
    seconds : float
        A run should take no longer.

    Raises
    ------
    UserError
        ``condense.too_few_classes``.
    """
    counts = image_set.counts("train")
    counts = counts[counts > 0]
    if not len(counts):
        raise UserError("condense.too_few_classes", count=len(counts))
    size = image_set.shape[1]
    typical = int(np.median(counts))
    ipc = next((one for one in _IPC if one * _PICTURES_TO_ONE <= typical), 1)
    # Without other classes it is details that decide, and packing halves them.
    wanted: Packing = 1 if len(counts) == 1 else "auto"
    recipe, expected = _affordable(image_set, ipc, seconds, wanted)
    packing = packing_for(recipe, size, size)
    unpacked = "one_class" if len(counts) == 1 else "unpacked"
    reasons = [
        _said("ipc", ipc=recipe.ipc, typical=typical, classes=len(counts)),
        _said(
            recipe.preset,
            minutes=max(1, round(expected.seconds / 60)),
            device=expected.device.upper(),
        ),
        _said("packed" if packing > 1 else unpacked, size=size, half=size // 2),
        _said("size", size=size, detail=max(2, size // 16)),
    ]
    if counts.max() >= _UNEVEN * counts.min():
        reasons.append(_said("uneven", least=int(counts.min()), most=int(counts.max())))
    return Advice(recipe, expected, tuple(reasons))


def _affordable(
    image_set: ImageSet, ipc: int, seconds: float, packing: Packing
) -> tuple[CondenseRecipe, Estimate]:
    """The best quality that is done in time, at ``ipc`` images per class or somewhat fewer."""
    counts = [one for one in _IPC if min(ipc, _FEWEST) <= one <= ipc]
    choices: list[tuple[int, Preset]] = [
        (count, preset) for count in counts for preset in ("best", "standard")
    ]
    for count, preset in [*choices, (ipc, "quick")]:
        recipe = CondenseRecipe(ipc=count, preset=preset, packing=packing)
        found = estimate(image_set, recipe)
        if found.seconds <= seconds and found.memory_bytes <= found.available_bytes:
            break
    return recipe, found


def _said(choice: str, **params: object) -> Message:
    return Message("info", f"advice.{choice}", params)
