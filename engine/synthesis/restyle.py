"""Real pictures in the appearance a recipe asks for, before anything is learnt from them.

Content and style are matched to the same pictures, so a clean reference does not have to be wrung
from targets that noise is part of.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import numpy.typing as npt
import torch

from engine.data import ImageSet
from engine.data.recipe import CondenseRecipe, Kind
from engine.project import Project
from engine.restyling.wishes import AsReference, Restyler, VariedMore
from engine.runtime.errors import UserError
from engine.runtime.events import Emit, Message, Progress
from engine.runtime.stop import StopToken
from engine.synthesis.looks import measured, some_pictures
from engine.synthesis.real import RealPictures

_LOOKED_AT = 800  # pictures that say how a set looks
MOST_RESTYLED = 20_000  # restyled: each takes some ten milliseconds
_MOST_BYTES = 1 << 30
_FEWEST_PER_CLASS = 32
_AT_ONCE = 64


def restyled(
    real: RealPictures,
    recipe: CondenseRecipe,
    project: Project,
    *,
    kind: Kind,
    emit: Emit,
    token: StopToken,
) -> RealPictures:
    """The pictures in the appearance that the recipe asks for; themselves where it is their own.

    Of large sets a draw of 20,000 is taken. The same for a recipe and its pictures.

    Raises
    ------
    UserError
        ``condense.published_appearance``, as the published objective knows no other;
        ``condense.no_reference``, ``condense.reference_missing``,
        ``condense.reference_other_size``.
    Stopped
    """
    if recipe.appearance == "mine":
        return real
    if recipe.preset == "published":
        raise UserError("condense.published_appearance", exit_code=2)
    restyler = _restyler(real, recipe, project, kind, token)
    channels, height, width = real.shape
    most = min(MOST_RESTYLED, _MOST_BYTES // (channels * height * width))
    each = max(_FEWEST_PER_CLASS, most // len(real.by_class))
    total = sum(min(len(pictures), each) for pictures in real.by_class)
    if any(len(pictures) > each for pictures in real.by_class):
        emit(Message("info", "condense.restyled_part", {"count": each}))
    generator = torch.Generator().manual_seed(recipe.seed * 1_000_003 + 11)
    by_class: list[npt.NDArray[np.uint8]] = []
    done = 0
    with ThreadPoolExecutor(max_workers=max(1, torch.get_num_threads())) as threads:
        for pictures in real.by_class:
            rows = torch.randperm(len(pictures), generator=generator)[:each].sort().values
            made = []
            for part in torch.split(rows, _AT_ONCE):
                token.raise_if_stopped()
                images = pictures[part].permute(0, 2, 3, 1).contiguous().numpy()
                places = range(done, done + len(images))
                made += list(threads.map(restyler, images, places))
                done += len(images)
                emit(Progress("stage.restyle", done, total))
            by_class.append(np.stack(made))
    return RealPictures(by_class, real.mean.flatten().numpy(), real.std.flatten().numpy())


def _restyler(
    real: RealPictures, recipe: CondenseRecipe, project: Project, kind: Kind, token: StopToken
) -> Restyler:
    own = measured(some_pictures(real, _LOOKED_AT, recipe.seed), kind, token)
    if recipe.appearance == "varied":
        return Restyler(kind, VariedMore(own, recipe.variation), recipe.seed)
    if recipe.reference is None:
        raise UserError("condense.no_reference", exit_code=2)
    with project.reference_set(recipe.reference) as reference:
        looked = measured(_some_of(reference, recipe.seed), kind, token)
    return Restyler(kind, AsReference(own, looked), recipe.seed)


def _some_of(reference: ImageSet, seed: int) -> npt.NDArray[np.uint8]:
    rows = reference.indices()
    random = np.random.default_rng(seed)
    return reference.read(np.sort(random.permutation(rows)[:_LOOKED_AT]))
