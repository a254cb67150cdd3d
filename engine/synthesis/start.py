"""Reading the real pictures and choosing the images a run starts from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from engine.data import ImageSet
from engine.data.recipe import CondenseRecipe
from engine.inspection.representatives import compressed, near_centres
from engine.runtime.errors import UserError
from engine.runtime.stop import StopToken
from engine.synthesis.packing import laid_out, pack
from engine.synthesis.plan import Slots
from engine.synthesis.real import OnDisk, RealPictures

NOTHING = np.empty(0, np.intp)
# Pictures that k-means chooses from: in all, or so many times those wanted of a class.
_LOOKED_AT, _LOOKED_AT_EACH = 15_000, 10


def training_rows(
    image_set: ImageSet, set_aside: npt.NDArray[np.intp]
) -> list[npt.NDArray[np.intp]]:
    """Positions of each class's training pictures, without those that are set aside."""
    return [
        np.setdiff1d(image_set.indices("train", label), set_aside)
        for label in range(len(image_set.class_names))
    ]


def read_real(
    image_set: ImageSet,
    *,
    token: StopToken,
    set_aside: npt.NDArray[np.intp] = NOTHING,
    in_memory: bool = True,
) -> tuple[RealPictures, list[int]]:
    """The training pictures by class, without those at the positions ``set_aside``.

    They are read now, or where they do not fit into memory when they are asked for.

    Returns
    -------
    RealPictures
        Of the classes that have training pictures.
    list of int
        Their labels in the image set.

    Raises
    ------
    UserError
        ``condense.too_few_classes``.
    Stopped
        If a stop was asked for meanwhile.
    """
    by_label = training_rows(image_set, set_aside)
    labels = [label for label, rows in enumerate(by_label) if len(rows)]
    if not labels:
        raise UserError("condense.too_few_classes", count=len(labels))
    by_class = []
    for label in labels:
        token.raise_if_stopped()
        rows = by_label[label]
        by_class.append(image_set.read(rows) if in_memory else OnDisk(image_set, rows))
    return RealPictures(by_class, image_set.mean, image_set.std), labels


def read_kept(
    image_set: ImageSet,
    kept: npt.NDArray[np.int64],
    *,
    set_aside: npt.NDArray[np.intp] = NOTHING,
) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.int64]]:
    """The training pictures of the classes that are kept whole, as they are.

    Parameters
    ----------
    kept : ndarray of int64, (classes,)
        0 for a class that is learnt.

    Returns
    -------
    pictures : ndarray of uint8, (n, H, W, C)
        Class by class.
    labels : ndarray of int64, (n,)
    """
    by_label = training_rows(image_set, set_aside)
    rows = np.concatenate([NOTHING, *(by_label[label] for label in np.flatnonzero(kept))])
    return image_set.read(rows), image_set.labels[rows]


def starting_images(
    real: RealPictures,
    slots: Slots,
    recipe: CondenseRecipe,
    *,
    token: StopToken,
    classes: range | None = None,
) -> Tensor:
    """Images to begin with: real samples, typical or random ones, or noise.

    Parameters
    ----------
    classes : range, optional
        Only those of some classes; they are the same as among all.

    Returns
    -------
    Tensor, float32, (classes · length, C, H, W)
        Padding is black in normalised units (0). Noise has the tones of the class's pictures.

    Raises
    ------
    Stopped
        If a stop was asked for meanwhile.
    """
    generator = torch.Generator().manual_seed(recipe.seed)
    start = recipe.resolved_start
    classes = range(len(slots.counts)) if classes is None else classes
    images = torch.zeros(slots.of_classes(classes).classes * slots.length, *real.shape)
    for label, count in enumerate(slots.counts):
        first = (label - classes.start) * slots.length
        if count == 0:
            continue
        for number, part in enumerate(slots.parts(label)):
            place = slice(first + part.start, first + part.stop)
            among = real.part(label, number)
            needed = len(part) * slots.packing**2
            if start == "noise":
                # A seed a part, so that other classes need not be looked at.
                own = torch.Generator().manual_seed(
                    int(torch.randint(2**62, (1,), generator=generator))
                )
                if label in classes:
                    small = (real.shape[1] // slots.packing, real.shape[2] // slots.packing)
                    cells = scattered(real, label, among, needed, small, own)
                    images[place] = laid_out(cells, slots.packing)
                continue
            # The draws of all classes, so that each has its own; only looking costs time.
            most = _LOOKED_AT // (len(slots.counts) * len(slots.parts(label)))
            draw = _Draw.of(among, needed, start, generator, most)
            if label in classes:
                chosen = draw.chosen(real, label, token)
                images[place] = pack(real.take(label, chosen), slots.packing)
    return images


def scattered(
    real: RealPictures,
    label: int,
    among: Tensor,
    count: int,
    size: tuple[int, int],
    generator: torch.Generator,
) -> Tensor:
    """Noise of the tones of a class: each a picture's pixels in random order, all shape gone.

    From plain noise, where hardly a pixel is as dark as ink, ink grew too faint: a tone that no
    pixel has, has no gradient (:func:`engine.matching.appearance.describe`). And where each has
    the pixels of many pictures, all are of middle tone, and paper has a long way to dark or light.

    Parameters
    ----------
    among : Tensor, int64, (n,)
        Positions of the pictures of the class that it may be of.
    size : (int, int)
        Height and width of each.

    Returns
    -------
    Tensor, float32, (count, C, height, width)
        Normalised.
    """
    dealt = _dealt(len(among), count, generator)
    pixels = real.take(label, among[dealt]).flatten(2)
    chosen = torch.randint(pixels.shape[2], (count, 1, size[0] * size[1]), generator=generator)
    found = pixels.gather(2, chosen.expand(-1, pixels.shape[1], -1))
    return found.view(count, -1, *size)


def chosen_pictures(
    real: RealPictures,
    label: int,
    needed: int,
    start: Literal["kmeans", "real"],
    generator: torch.Generator,
    token: StopToken,
) -> Tensor:
    """Positions of so many pictures of a class, typical or random ones, int64 ``(needed,)``.

    Pictures come again only where the class has fewer.
    """
    among, most = torch.arange(len(real.by_class[label])), _LOOKED_AT // len(real.by_class)
    return _Draw.of(among, needed, start, generator, most).chosen(real, label, token)


@dataclass(frozen=True)
class _Draw:
    """What chance says of some pictures of a class, before anybody looks at them."""

    dealt: Tensor
    among: Tensor | None = None  # typical ones are chosen from these
    seed: int = 0

    @classmethod
    def of(
        cls,
        among: Tensor,
        needed: int,
        start: Literal["kmeans", "real"],
        generator: torch.Generator,
        most: int,
    ) -> _Draw:
        """From the pictures at the positions ``among``; k-means looks at ``most`` of them."""
        dealt = among[_dealt(len(among), needed, generator)]
        if start != "kmeans" or needed >= len(among):
            return cls(dealt)
        most = max(most, _LOOKED_AT_EACH * needed)
        among = among[torch.randperm(len(among), generator=generator)[:most]]
        return cls(dealt, among, int(torch.randint(2**31, (1,), generator=generator)))

    def chosen(self, real: RealPictures, label: int, token: StopToken) -> Tensor:
        """Positions of the pictures."""
        if self.among is None:
            return self.dealt
        features = compressed(
            real.to_uint8(real.take(label, self.among)),
            mean=real.mean.flatten().numpy(),
            std=real.std.flatten().numpy(),
            token=token,
        )
        return self.among[
            torch.from_numpy(near_centres(features.points, len(self.dealt), self.seed))
        ]


def _dealt(pictures: int, needed: int, generator: torch.Generator) -> Tensor:
    """Positions from a shuffled deck, shuffled anew where it runs out."""
    decks = -(-needed // pictures)
    dealt = [torch.randperm(pictures, generator=generator) for _ in range(decks)]
    return torch.cat(dealt)[:needed]
