"""New pictures, and what may be kept of the old ones beside them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.data import CondensedSet, ImageSet
from engine.data.image_set import Split
from engine.runtime.errors import UserError
from engine.runtime.stop import StopToken
from engine.trial.baselines import random_rows
from engine.trial.continual_report import Copies, Keeping
from engine.trial.pictures import Joined, OneSet, Pictures, pictures_at
from engine.trial.train import Labels

# What two imports may differ in although size and colour are the same.
_PREPARING = ("fit", "rotate", "deskew", "crop_margins", "flatten", "cut", "tile", "overlap")
_AT_ONCE = 1024


@dataclass(frozen=True)
class NewPictures:
    """The pictures of another project, with the classes of the old one.

    Attributes
    ----------
    labels : ndarray of int64, (N,)
        By row of the new image set; -1 for a class that the old pictures do not have, of which
        there are no pictures.
    """

    image_set: ImageSet
    labels: Labels

    @classmethod
    def of(cls, image_set: ImageSet, old: ImageSet) -> NewPictures:
        """Whether new pictures go with old ones; reads no pixels.

        Raises
        ------
        UserError
            ``continual.same``; ``continual.other_shape``; ``continual.unknown_classes``;
            ``continual.no_train``; ``trial.no_test``.
        """
        file = str(image_set.path.parent)
        if image_set.path.resolve() == old.path.resolve():
            raise UserError("continual.same", file=file, exit_code=2)
        if image_set.shape[1:] != old.shape[1:]:
            found, needed = (_shape_words(one) for one in (image_set, old))
            raise UserError("continual.other_shape", file=file, found=found, needed=needed)
        known = {name: label for label, name in enumerate(old.class_names)}
        counts = image_set.counts()
        strange = [
            name
            for name, count in zip(image_set.class_names, counts.tolist(), strict=True)
            if count and name not in known
        ]
        if strange:
            raise UserError("continual.unknown_classes", file=file, names=", ".join(strange))
        if not len(image_set.indices("train")):
            raise UserError("continual.no_train", file=file)
        if not len(image_set.indices("test")):
            raise UserError("trial.no_test", file=file)
        as_old = np.array([known.get(name, -1) for name in image_set.class_names], np.int64)
        return cls(image_set, as_old[image_set.labels])


def _shape_words(image_set: ImageSet) -> str:
    height, width, channels = image_set.shape[1:]
    return f"{width} × {height} × {channels}"


def different_settings(old: ImageSet, new: ImageSet) -> list[str]:
    """Settings of the import in which two image sets differ, where both remember them."""
    mine, others = (_settings(one.preparation) for one in (old, new))
    return [name for name in mine if name in others and mine[name] != others[name]]


def _settings(preparation: dict[str, object]) -> dict[str, object]:
    options = preparation.get("options")
    found = {**(options if isinstance(options, dict) else {}), **preparation}
    return {name: found[name] for name in _PREPARING if name in found}


def count_copies(old: ImageSet, new: ImageSet, token: StopToken) -> Copies:
    """Count new pictures that are old ones too, pixel by pixel as prepared.

    Raises
    ------
    Stopped
    """
    known, asked = set(_contents(old, "train", token)), _contents(old, "test", token)
    fresh, fresh_asked = _contents(new, "train", token), _contents(new, "test", token)
    taught = set(fresh)
    return Copies(
        trained=sum(one in known for one in fresh),
        old_tests=sum(one in taught for one in asked),
        new_tests=sum(one in known for one in fresh_asked),
    )


def _contents(image_set: ImageSet, split: Split, token: StopToken) -> list[bytes]:
    rows = image_set.indices(split)
    found = []
    for start in range(0, len(rows), _AT_ONCE):
        token.raise_if_stopped()
        for one in image_set.read(rows[start : start + _AT_ONCE]):
            found.append(hashlib.blake2b(one.tobytes(), digest_size=16).digest())
    return found


class Keepings:
    """New training pictures beside all, few or none of the old ones.

    A small old set stands in a training several times, so that it weighs as much as the new
    pictures do, or as the old pictures that it stands for where these are fewer: else the many new
    pictures would drown it. A packed condensed set has more samples than images, so each stands
    there less often; random pictures are treated alike. Everything kept is never repeated.

    Parameters
    ----------
    budget : int
        Bytes that the pictures of one set may take in memory.
    """

    def __init__(
        self, condensed: CondensedSet, old: ImageSet, new: NewPictures, *, budget: int
    ) -> None:
        self._condensed, self._old, self._budget = condensed, old, budget
        rows = new.image_set.indices("train")
        self._new = pictures_at(new.image_set, rows, budget=budget)
        self._new_labels = new.labels[rows]
        self._counts = condensed.stored_by_class
        self._available = old.counts("train")
        self.image_bytes = int(np.prod(old.shape[1:]))

    @property
    def new_pictures(self) -> int:
        """New training pictures."""
        return len(self._new_labels)

    @property
    def old_pictures(self) -> int:
        """Old training pictures."""
        return int(self._available.sum())

    def samples(self, keeping: Keeping) -> int:
        """Old pictures that a model sees, each counted once."""
        small = int(np.minimum(self._counts, self._available).sum())
        seen = {"condensed": self._condensed.decoded, "random": small, "new": 0}
        return seen.get(keeping, self.old_pictures)

    def times(self, keeping: Keeping) -> int:
        """How often each old one stands in a training; 0 where there is none."""
        seen = self.samples(keeping)
        if not seen:
            return 0
        return max(1, round(min(self.new_pictures, self.old_pictures) / seen))

    def trained_on(self, keeping: Keeping) -> int:
        """Pictures in a training, repetitions included."""
        return self.times(keeping) * self.samples(keeping) + self.new_pictures

    def images(self, keeping: Keeping) -> int:
        """Images that take space, new ones included."""
        stored = self._condensed.stored if keeping == "condensed" else self.samples(keeping)
        return stored + self.new_pictures

    def of(self, keeping: Keeping, seed: int) -> tuple[Pictures, Labels]:
        """Pictures and labels to train on."""
        if keeping == "new":
            return self._new, self._new_labels
        pictures, labels = self._kept(keeping, seed)
        times = self.times(keeping)
        joined = Joined([(pictures, times), (self._new, 1)])
        return joined, np.concatenate([np.tile(labels, times), self._new_labels])

    def _kept(self, keeping: Keeping, seed: int) -> tuple[OneSet, npt.NDArray[np.int64]]:
        if keeping == "condensed":
            return self._condensed.images, self._condensed.labels
        rows = self._old.indices("train")
        if keeping == "random":
            rows = random_rows(self._old, self._counts, seed=seed)
        return pictures_at(self._old, rows, budget=self._budget), self._old.labels[rows]
