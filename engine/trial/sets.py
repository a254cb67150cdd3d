"""The sets that are compared, and how many pictures and bytes each has."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.data import CondensedSet, ImageSet
from engine.runtime.stop import StopToken
from engine.trial.baselines import (
    FeatureChoice,
    packed_counts,
    packed_draw,
    packed_pictures,
    random_rows,
)
from engine.trial.pictures import OneSet, pictures_at
from engine.trial.protocol import SetName, TrialRecipe
from engine.trial.set_names import names_of
from engine.trial.strains import grouped, stored_images

Labels = npt.NDArray[np.int64]


class Sets:
    """The pictures of each set.

    Random, packed and k-means sets are chosen anew for every seed. Herding and k-center draw
    nothing: their choice is the same for all seeds, only the training differs.

    Parameters
    ----------
    budget : int
        Bytes that the pictures of one set may take in memory.

    Attributes
    ----------
    sizes : dict of str to int
        Pictures a model sees of each set.
    taught : ndarray of intp
        Classes with training pictures.
    class_names : list of str
    """

    def __init__(
        self, condensed: CondensedSet, image_set: ImageSet, *, token: StopToken, budget: int
    ) -> None:
        self._condensed, self._image_set = condensed, image_set
        self._token, self._budget = token, budget
        # What a real set of equal size may hold.
        self._counts = condensed.stored_by_class
        self._choice: FeatureChoice | None = None
        self.sizes = set_sizes(condensed, image_set)
        self.taught = np.flatnonzero(image_set.counts("train"))
        self.class_names = image_set.class_names

    def names(self, recipe: TrialRecipe) -> list[SetName]:
        """The sets of a trial, in the order in which they are trained."""
        return names_of(recipe, self.sizes)

    def looks_first(self, name: SetName) -> bool:
        """Whether real pictures have to be looked at before this set can be chosen."""
        return name in ("kmeans", "herding", "kcenter") and self._choice is None

    def bytes_of(self, name: SetName) -> int:
        """Bytes of a set as stored."""
        if name == "condensed":
            images = self._condensed.stored
        elif name == "packed":
            images = packed_draw(self._image_set, self._condensed, seed=0).stored
        else:
            images = self.sizes[name]
        return images * int(np.prod(self._image_set.shape[1:]))

    def of(self, name: SetName, seed: int) -> tuple[OneSet, Labels]:
        """Pictures and labels of a set.

        Raises
        ------
        Stopped
        """
        if name == "condensed":
            return self._condensed.images, self._condensed.labels
        if name == "packed":
            return self._packed(seed)
        rows = self._rows(name, seed)
        pictures = pictures_at(self._image_set, rows, budget=self._budget)
        return pictures, self._image_set.labels[rows]

    def stored_images(self, name: SetName, labels: Labels, seed: int) -> npt.NDArray[np.int64]:
        """Which stored image each picture of a set is from, int64 ``(N,)``.

        Parameters
        ----------
        labels : ndarray of int64, (N,)
            As :meth:`of` gave them for the same seed.
        """
        if name == "condensed":
            return stored_images(self._condensed)
        units = np.arange(len(labels))
        if name == "packed":
            reduce = packed_draw(self._image_set, self._condensed, seed=seed).reduce
            units += len(labels)
            units[reduce] = grouped(labels[reduce], self._condensed.packing**2)
        return units

    def _rows(self, name: SetName, seed: int) -> npt.NDArray[np.intp]:
        if name == "full":
            return self._image_set.indices("train")
        if name == "random":
            return random_rows(self._image_set, self._counts, seed=seed)
        if self._choice is None:
            self._choice = FeatureChoice(self._image_set, self._counts, token=self._token)
        if name == "kmeans":
            return self._choice.kmeans(seed=seed)
        return self._choice.herding() if name == "herding" else self._choice.kcenter()

    def _packed(self, seed: int) -> tuple[OneSet, Labels]:
        draw = packed_draw(self._image_set, self._condensed, seed=seed)
        images = self._image_set.read(draw.rows)
        images[draw.reduce] = packed_pictures(images[draw.reduce], self._condensed.packing)
        return images, self._image_set.labels[draw.rows]


def set_sizes(condensed: CondensedSet, image_set: ImageSet) -> dict[SetName, int]:
    """Pictures a model sees of each set; reads no pixels.

    ``packed`` is in it only where the condensed set is packed.
    """
    available = image_set.counts("train")
    small = int(np.minimum(condensed.stored_by_class, available).sum())
    sizes: dict[SetName, int] = {
        "condensed": condensed.decoded,
        "random": small,
        "kmeans": small,
        "herding": small,
        "kcenter": small,
        "full": int(available.sum()),
    }
    if condensed.packing > 1:
        pack, whole = packed_counts(condensed, available)
        sizes["packed"] = int((pack + whole).sum())
    return sizes
