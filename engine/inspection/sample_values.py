"""Values of single samples to sort and filter by: measures of appearance, distances.

Both are taken for the pictures that are asked for, in slices. What was taken stays when a stop is
asked for in the middle, so that the next call goes on where the last one ended.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import h5py
import numpy as np
import numpy.typing as npt

from engine.data import CondensedSet, ImageSet
from engine.data.checked import attribute, dataset, open_hdf5, reading, strings
from engine.data.recipe import Kind
from engine.inspection.appearance import MEASURES, SMALLEST, measure_appearance, recognise_kind
from engine.inspection.features import picture_features
from engine.inspection.kind import kind_of_set
from engine.runtime.errors import UserError
from engine.runtime.files import replacing
from engine.runtime.hdf5 import new_hdf5
from engine.runtime.stop import StopToken

FORMAT = "shizuku-measures"
# Raised with every change of what a measure means: what was kept before is measured again.
FORMAT_VERSION = 1
_SLICE_PIXELS = 1 << 18  # a tenth of a second
_RECOGNISED_FROM = 64

Rows = npt.NDArray[np.intp]
Floats = npt.NDArray[np.float32]
Read = Callable[[Rows], npt.NDArray[np.uint8]]
Told = Callable[[int], None]


class Measures:
    """Measures of appearance of the pictures of one set.

    Parameters
    ----------
    count : int
        Pictures in the set.
    kind : {"drawing", "photo"}
        What they are measured as.

    Attributes
    ----------
    values : ndarray of float32, (count, measures)
        NaN where a picture was not measured, or shows nothing to measure.
    measured : ndarray of bool, (count,)
    """

    def __init__(self, count: int, kind: Kind) -> None:
        self.kind = kind
        self.keys = [one.key for one in MEASURES[kind]]
        self.values: Floats = np.full((count, len(self.keys)), np.nan, np.float32)
        self.measured: npt.NDArray[np.bool_] = np.zeros(count, bool)

    def of(self, key: str, rows: Rows) -> Floats:
        """One measure of some pictures, float32 ``(len(rows),)``."""
        found: Floats = self.values[rows, self.keys.index(key)]
        return found

    def missing(self, rows: Rows) -> Rows:
        """Which of these pictures were not measured yet."""
        return rows[~self.measured[rows]]

    def take(self, read: Read, rows: Rows, token: StopToken, told: Told) -> None:
        """Measure those of the pictures that are not measured yet.

        Parameters
        ----------
        read : callable
            Rows to uint8 pictures, ``(n, H, W, C)``.
        told : callable
            Called after each slice with the number of pictures done since the last.

        Raises
        ------
        Stopped
        UserError
            What ``read`` raises.
        """
        rows, start = np.sort(self.missing(rows)), 0
        length = 1  # the first tells how large they are
        while start < len(rows):
            token.raise_if_stopped()
            part = rows[start : start + length]
            pictures = read(part)
            if min(pictures.shape[1:3]) >= SMALLEST:
                found = measure_appearance(pictures, self.kind)
                for place, key in enumerate(self.keys):
                    self.values[part, place] = found[key]
            self.measured[part] = True
            told(len(part))
            start += len(part)
            length = max(1, _SLICE_PIXELS // (pictures.shape[1] * pictures.shape[2]))

    def save(self, path: Path, fingerprint: str) -> None:
        """Keep what is measured of the set with this fingerprint.

        Raises
        ------
        UserError
            ``file.cannot_write``.
        """
        text = h5py.string_dtype("utf-8")
        with replacing(path, new_folders=False) as temporary, new_hdf5(temporary) as file:
            file.create_dataset("values", data=self.values)
            file.create_dataset("measured", data=self.measured.astype(np.uint8))
            file.create_dataset("keys", data=np.array(self.keys, object), dtype=text)
            file.attrs.update(
                format=FORMAT,
                format_version=FORMAT_VERSION,
                kind=self.kind,
                fingerprint=fingerprint,
            )

    @classmethod
    def load(cls, path: Path, fingerprint: str, count: int, kind: Kind) -> Measures:
        """What was kept of this set; nothing measured if that is of another or damaged."""
        made = cls(count, kind)
        with suppress(UserError), reading(path), open_hdf5(path, FORMAT, FORMAT_VERSION) as file:
            values = dataset(file, "values", np.float32, 2, path)
            measured = dataset(file, "measured", np.uint8, 1, path)
            same = (
                values.shape == made.values.shape
                and measured.shape == made.measured.shape
                and str(attribute(file, "fingerprint", path)) == fingerprint
                and str(attribute(file, "kind", path)) == kind
                and int(attribute(file, "format_version", path)) == FORMAT_VERSION
                and strings(file, "keys", path) == made.keys
            )
            if same:
                made.values, made.measured = values[:], measured[:] > 0
        return made


class Distances:
    """How far the real samples of each class are from its synthetic ones.

    The distance is that of :class:`engine.inspection.NearestReal` (0: the same picture; pictures
    of a class that have nothing in common are about 2 apart), but to every training picture of
    the class, however many there are. Four bytes are kept for each pair.

    Parameters
    ----------
    image_set : ImageSet
        Must stay open while distances are taken.
    condensed : CondensedSet
    """

    def __init__(self, image_set: ImageSet, condensed: CondensedSet) -> None:
        self._image_set, self._condensed = image_set, condensed
        self._rows: dict[int, Rows] = {}
        self._samples: dict[int, Rows] = {}
        self._found: dict[int, Floats] = {}

    def missing(self, label: int) -> int:
        """Training pictures of a class whose distances were not taken yet."""
        self._prepare(label)
        return int(np.isnan(self._found[label][:, :1]).sum())

    def take(self, label: int, token: StopToken, told: Told) -> None:
        """Take the distances of a class that are not known yet; as :meth:`Measures.take`."""
        from sklearn.metrics import euclidean_distances

        self._prepare(label)
        found, rows, samples = self._found[label], self._rows[label], self._samples[label]
        if not found.size:
            return
        synthetic = self._features(self._condensed.images[samples], token)
        left = np.flatnonzero(np.isnan(found[:, 0]))
        length = max(1, _SLICE_PIXELS // int(np.prod(self._image_set.shape[1:3])))
        for start in range(0, len(left), length):
            token.raise_if_stopped()
            part = left[start : start + length]
            real = self._features(self._image_set.read(rows[part]), token)
            found[part] = euclidean_distances(real, synthetic)
            told(len(part))

    def to_real(self, samples: Rows) -> Floats:
        """Of each synthetic sample to the nearest real one; NaN where it is not known."""
        out: Floats = np.full(len(samples), np.nan, np.float32)
        for label, (places, columns) in self._places(samples).items():
            known = self._found[label]
            known = known[~np.isnan(known[:, 0])]
            if len(known):
                out[places] = known[:, columns].min(axis=0)
        return out

    def to_synthetic(self, rows: Rows, sample: int | None = None) -> Floats:
        """Of each real sample to the nearest synthetic one of its class, or to ``sample``.

        Returns
        -------
        ndarray of float32, (len(rows),)
            NaN where it is not known, and for other classes than that of ``sample``.
        """
        out: Floats = np.full(len(rows), np.nan, np.float32)
        labels = self._image_set.labels[rows]
        for label in np.unique(labels).tolist():
            found, mine = self._found.get(label), self._rows.get(label)
            if found is None or mine is None or not found.size:
                continue
            places = np.flatnonzero(labels == label)
            at = np.minimum(np.searchsorted(mine, rows[places]), len(mine) - 1)
            # Held-out pictures have no distance.
            places, at = places[mine[at] == rows[places]], at[mine[at] == rows[places]]
            lines = found[at]
            if sample is None:
                out[places] = lines.min(axis=1)
            elif sample in self._samples[label]:
                out[places] = lines[:, np.searchsorted(self._samples[label], sample)]
        return out

    def _places(self, samples: Rows) -> dict[int, tuple[Rows, Rows]]:
        """Where samples of each class that is known stand: in ``samples``, and in its columns."""
        labels = self._condensed.labels[samples]
        out = {}
        for label in list(self._found):
            places = np.flatnonzero((labels == label) & np.isin(samples, self._samples[label]))
            if len(places) and self._found[label].size:
                out[label] = (places, np.searchsorted(self._samples[label], samples[places]))
        return out

    def _prepare(self, label: int) -> None:
        if label not in self._found:
            rows = self._image_set.indices("train", label)
            shown = self._condensed.first_copies & (self._condensed.labels == label)
            self._rows[label], self._samples[label] = rows, np.flatnonzero(shown)
            shape = (len(rows), len(self._samples[label]))
            self._found[label] = np.full(shape, np.nan, np.float32)

    def _features(self, images: npt.NDArray[np.uint8], token: StopToken) -> Floats:
        return picture_features(
            images, mean=self._image_set.mean, std=self._image_set.std, token=token
        )


def kind_of_samples(condensed: CondensedSet, image_set: ImageSet | None) -> Kind:
    """What samples are measured as: as the recipe says, or as the pictures are recognised.

    Parameters
    ----------
    image_set : ImageSet or None
        The real samples; None where there are none to compare with.
    """
    asked = condensed.recipe.get("picture_kind")
    if asked in ("drawing", "photo"):
        return "drawing" if asked == "drawing" else "photo"
    if image_set is not None:
        return kind_of_set(image_set)
    some = condensed.images[:: max(1, len(condensed.images) // _RECOGNISED_FROM)]
    small = not len(some) or min(some.shape[1:3]) < SMALLEST
    return "photo" if small else recognise_kind(some)
