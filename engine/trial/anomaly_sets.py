"""The normal sets that are compared, and the normal pictures that set their thresholds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.spatial.distance import cdist

from engine.data import CondensedSet, ImageSet
from engine.inspection.features import picture_features
from engine.inspection.representatives import spread_out
from engine.runtime.errors import UserError
from engine.runtime.stop import StopToken
from engine.trial.anomaly_recipe import NORMAL_SETS, AnomalyRecipe, NormalSet
from engine.trial.pictures import Pictures, pictures_at

Rows = npt.NDArray[np.intp]

_HELD_OUT = 0.2
# (n + 1)⁻¹ is the lowest rate that n pictures can vouch for: 19 for one in twenty.
_WANTED = 20
_MOST_HELD_OUT = 1_000
_LOOKED_AT = 5_000
_FEWEST = 8


def normal_label(image_set: ImageSet, name: str | None = None) -> int:
    """The class of normal pictures: the one named, else the only one with training pictures.

    Raises
    ------
    UserError
        ``anomaly.no_class`` where there is none of that name; ``anomaly.which_class`` where
        several classes have training pictures and none is named.
    """
    if name is not None:
        if name not in image_set.class_names:
            names = ", ".join(image_set.class_names)
            raise UserError("anomaly.no_class", exit_code=2, name=name, names=names)
        return image_set.class_names.index(name)
    taught = np.flatnonzero(image_set.counts("train"))
    if len(taught) != 1:
        names = ", ".join(image_set.class_names[one] for one in taught)
        raise UserError("anomaly.which_class", exit_code=2, names=names)
    return int(taught[0])


def check_normal(image_set: ImageSet, label: int, condensed: CondensedSet) -> None:
    """Whether there is what a detector needs; reads no pixels.

    Raises
    ------
    UserError
        ``anomaly.few_normal``, ``anomaly.no_normal_test``, ``anomaly.no_defects`` or
        ``anomaly.not_condensed``.
    """
    name = image_set.class_names[label]
    train, test = len(image_set.indices("train", label)), image_set.counts("test")
    if train < _FEWEST:
        raise UserError("anomaly.few_normal", name=name, count=train, needed=_FEWEST)
    if not test[label]:
        raise UserError("anomaly.no_normal_test", name=name)
    if test[label] == test.sum():
        raise UserError("anomaly.no_defects", name=name)
    if not (condensed.labels == label).any():
        raise UserError("anomaly.not_condensed", name=name)


@dataclass(frozen=True)
class NormalSets:
    """Which pictures each set has.

    Attributes
    ----------
    learnt : ndarray of intp
        Normal training pictures that a memory may hold: the full set.
    held_out : ndarray of intp
        Normal training pictures that only set thresholds.
    near : int
        Those of ``held_out`` that a condensed sample is nearest to.
    """

    image_set: ImageSet
    condensed: CondensedSet
    label: int
    learnt: Rows
    held_out: Rows
    near: int
    kcenter: Rows
    stored: int
    budget: int

    @classmethod
    def of(
        cls,
        image_set: ImageSet,
        condensed: CondensedSet,
        label: int,
        *,
        seed: int,
        budget: int,
        token: StopToken,
    ) -> NormalSets:
        """Divide the normal pictures.

        A condensed sample often began as a real picture and still resembles it; such pictures are
        held out only where there are no others, for their scores would flatter the condensed set.

        Raises
        ------
        Stopped
        """
        random = np.random.default_rng(seed)
        rows = image_set.indices("train", label)
        most = min(_LOOKED_AT, max(_WANTED, budget // int(np.prod(image_set.shape[1:]))))
        looked = np.sort(random.permutation(rows)[:most])
        norm = {"mean": image_set.mean, "std": image_set.std}
        real = picture_features(image_set.read(looked), **norm, token=token)
        mine = condensed.images[condensed.labels == label]
        began = cdist(picture_features(mine, **norm, token=token), real).argmin(1)
        near = np.zeros(len(looked), bool)
        near[began] = True
        wanted = max(round(_HELD_OUT * len(rows)), min(_WANTED, len(rows) // 3))
        order = random.permutation(len(looked))
        order = order[np.argsort(near[order], kind="stable")][: min(wanted, _MOST_HELD_OUT)]
        held_out = np.sort(looked[order])
        left = np.flatnonzero(~np.isin(looked, held_out))
        stored = min(int(condensed.stored_by_class[label]), len(rows) - len(held_out))
        spread = spread_out(real[left], min(stored, len(left)))
        return cls(
            image_set=image_set,
            condensed=condensed,
            label=label,
            learnt=np.setdiff1d(rows, held_out),
            held_out=held_out,
            near=int(near[order].sum()),
            kcenter=looked[left][spread],
            stored=stored,
            budget=budget,
        )

    def names(self, recipe: AnomalyRecipe) -> list[NormalSet]:
        """The sets of a comparison, in the order in which they are told."""
        return [one for one in NORMAL_SETS if one == "condensed" or one in recipe.against]

    def draws(self, name: NormalSet, recipe: AnomalyRecipe) -> int:
        """How often a set is drawn."""
        return recipe.draws if name == "random" else 1

    def of_name(self, name: NormalSet, seed: int) -> Pictures:
        """The pictures of a set; ``seed`` is of random ones."""
        if name == "condensed":
            mine: Pictures = self.condensed.images[self.condensed.labels == self.label]
            return mine
        rows = self.learnt
        if name == "kcenter":
            rows = self.kcenter
        if name == "random":
            rows = np.random.default_rng(seed).permutation(rows)[: self.stored]
        return pictures_at(self.image_set, np.sort(rows), budget=self.budget)

    def stored_images(self, name: NormalSet) -> int:
        """Images that take space."""
        if name == "full":
            return len(self.learnt)
        if name == "condensed":
            return int(self.condensed.stored_by_class[self.label])
        return self.stored
