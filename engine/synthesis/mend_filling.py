"""What takes the place of rejected samples: fresh starts to learn from, or real pictures."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from scipy.optimize import linear_sum_assignment
from scipy.spatial.distance import cdist
from torch import Tensor

from engine.data import ImageSet
from engine.data.recipe import CondenseRecipe
from engine.inspection.features import picture_features
from engine.inspection.nearest import NearestReal
from engine.runtime.errors import UserError
from engine.runtime.stop import StopToken
from engine.synthesis.mended import Mended
from engine.synthesis.packing import cut_up, laid_out, reduced
from engine.synthesis.real import RealPictures
from engine.synthesis.start import chosen_pictures, scattered

Rows = npt.NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Filled:
    """The learnt images of a mended set as they begin.

    Attributes
    ----------
    images : Tensor, float32, (M, C, H, W)
        Normalised, class by class.
    sources : list of str
        Of the real pictures in place of rejected samples, in the order of the samples.
    """

    images: Tensor
    sources: list[str]


def filled(
    mended: Mended,
    real: RealPictures,
    labels: list[int],
    image_set: ImageSet,
    recipe: CondenseRecipe,
    *,
    set_aside: Rows,
    token: StopToken,
) -> Filled:
    """The samples that stay, and what takes the place of the rejected ones.

    Parameters
    ----------
    labels : list of int
        Of the classes in ``real``.
    set_aside : ndarray of intp
        Pictures of the image set that are not to be used.

    Raises
    ------
    UserError
        ``mend.too_few_pictures`` where a class has no real picture left.
    Stopped
    """
    factor = mended.origin.packing
    cells = cut_up(real.normalised(mended.images()), factor)
    changes = torch.from_numpy(mended.changes)
    sources: list[str] = []
    if mended.mend.way == "again":
        cells[changes] = _fresh_starts(mended, real, labels, recipe, token)
    elif mended.mend.way == "nearest":
        rows = _nearest_rows(mended, image_set, set_aside, token)
        levels = torch.from_numpy(image_set.read(rows)).permute(0, 3, 1, 2)
        cells[changes] = reduced(real.normalised(levels), factor)
        sources = [image_set.sources[row] for row in rows]
    return Filled(laid_out(cells, factor), sources)


def _fresh_starts(
    mended: Mended, real: RealPictures, labels: list[int], recipe: CondenseRecipe, token: StopToken
) -> Tensor:
    """Something to begin with in place of each rejected sample, reduced ``(r, C, h, w)``.

    Of a class with n samples of which r were rejected, n + r real pictures are chosen in the way
    the recipe says. Each of the n samples, rejected ones too, claims the picture most like it; the
    r that are left are like none of them, so they begin where the class has nobody yet.
    """
    generator = torch.Generator().manual_seed(recipe.seed)
    factor = mended.origin.packing
    start = recipe.resolved_start
    parts = []
    for index, label in enumerate(labels):
        old = mended.learnt[label]
        wanted = int(mended.rejected[old].sum())
        if wanted == 0:
            continue
        if start == "noise":
            size = (real.shape[1] // factor, real.shape[2] // factor)
            parts.append(scattered(real, index, real.part(index, 0), wanted, size, generator))
            continue
        needed = len(old) + wanted
        chosen = chosen_pictures(real, index, needed, start, generator, token)
        candidates = real.take(index, chosen)
        nobodys = _unclaimed(candidates, mended.origin.images[old], real, factor, token)
        parts.append(reduced(candidates[nobodys], factor))
    return torch.cat(parts)


def _unclaimed(
    candidates: Tensor,
    samples: npt.NDArray[np.uint8],
    real: RealPictures,
    factor: int,
    token: StopToken,
) -> Rows:
    """Positions of the candidates that no sample claims."""
    size = candidates.shape[2:]
    seen = F.interpolate(reduced(candidates, factor), size, mode="bilinear", align_corners=False)
    mean, std = real.mean.flatten().numpy(), real.std.flatten().numpy()
    sides = [
        picture_features(images, mean=mean, std=std, token=token)
        for images in (samples, real.to_uint8(seen))
    ]
    _, claimed = linear_sum_assignment(cdist(*sides, "sqeuclidean"))
    return np.setdiff1d(np.arange(len(candidates)), claimed)


def _nearest_rows(mended: Mended, image_set: ImageSet, set_aside: Rows, token: StopToken) -> Rows:
    """For each rejected sample the nearest training picture of its class not used yet."""
    search, origin = NearestReal(image_set), mended.origin
    seen = mended.turned_down.union(origin.replaced.values())
    used = set(set_aside.tolist())
    used.update(row for row, source in enumerate(image_set.sources) if source in seen)
    rows = []
    for number in mended.places[mended.changes].tolist():
        label = int(origin.labels[number])
        found = search.query(origin.images[number], label, len(used) + 1, token=token)
        row = next((row for row, _ in found if row not in used), None)
        if row is None:
            name = origin.class_names[label]
            raise UserError("mend.too_few_pictures", exit_code=2, name=name)
        used.add(row)
        rows.append(row)
    return np.array(rows, np.intp)
