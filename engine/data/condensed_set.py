"""The condensed set: the product a customer keeps, as plain HDF5 (docs/file-format.md)."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import numpy.typing as npt

from engine.data.blind_result import BlindResult, parse_results, results_json
from engine.data.checked import attribute, dataset, open_hdf5, reading, strings
from engine.data.judged import Judged
from engine.data.proving import trust
from engine.data.sign_off import SignOff, seal
from engine.runtime.errors import UserError
from engine.runtime.files import replacing
from engine.runtime.hdf5 import new_hdf5

FORMAT = "shizuku-condensed"
FORMAT_VERSION = 1


@dataclass(frozen=True)
class CondensedSet:
    """Synthetic images ready to train on.

    Attributes
    ----------
    images : ndarray of uint8, (N, H, W, C)
        Decoded: what a model is trained on.
    labels : ndarray of int64, (N,)
    class_names : list of str
    mean, std : ndarray of float32, (C,)
        Normalisation used in training, in 0..1 units.
    images_per_class : int
        As asked for; a small class may hold fewer.
    recipe, provenance : dict
        JSON-serialisable; provenance names app version, date, seed, fingerprint of the
        source data, seconds taken and device.
    packed : ndarray of uint8 or None, (M, H, W, C)
        The images as stored when ``packing`` > 1; each holds packing² reduced samples.
    packing : int
    real : ndarray of uint32 or None, (N,)
        0 for a synthetic sample, k for the k-th real picture of the classes that are kept whole.
        A picture may stand several times, so that its class weighs as much as others in a
        training. None where all samples are synthetic.
    judged : Judged or None
        Verdicts on the samples: of an exported set; in a project the catalogue has them.
    sign_off : SignOff or None
        As ``judged``; its state says whether the file is still what was signed for.
    blind_tests : tuple of BlindResult
        As ``judged``: how often real and synthetic were told apart, oldest first.
    """

    images: npt.NDArray[np.uint8]
    labels: npt.NDArray[np.int64]
    class_names: list[str]
    mean: npt.NDArray[np.float32]
    std: npt.NDArray[np.float32]
    images_per_class: int
    recipe: dict[str, Any] = field(default_factory=dict)
    provenance: dict[str, Any] = field(default_factory=dict)
    packed: npt.NDArray[np.uint8] | None = None
    packing: int = 1
    real: npt.NDArray[np.uint32] | None = None
    judged: Judged | None = None
    sign_off: SignOff | None = None
    blind_tests: tuple[BlindResult, ...] = ()

    @property
    def stored(self) -> int:
        """Images that take space: packed ones where packing is used, real ones once."""
        return int(self.stored_by_class.sum())

    @property
    def stored_by_class(self) -> npt.NDArray[np.int64]:
        """Images of each class that take space, int64 ``(classes,)``."""
        classes = len(self.class_names)
        learnt = np.bincount(self.labels[~self.kept], minlength=classes) // self.packing**2
        return learnt + np.bincount(self.labels[self.first_copies & self.kept], minlength=classes)

    @cached_property
    def first_copies(self) -> npt.NDArray[np.bool_]:
        """Samples without repetitions of real pictures, bool ``(N,)``."""
        first = ~self.kept
        if self.real is not None:
            numbers, places = np.unique(self.real, return_index=True)
            first[places[numbers > 0]] = True
        return first

    @cached_property
    def first_copy(self) -> npt.NDArray[np.int64]:
        """For each sample the first one that shows the same real picture, int64 ``(N,)``."""
        same = np.arange(len(self.images))
        if self.real is not None:
            _, places, inverse = np.unique(self.real, return_index=True, return_inverse=True)
            same = np.where(self.kept, places[inverse], same)
        return same

    @cached_property
    def kept(self) -> npt.NDArray[np.bool_]:
        """Which samples are real pictures of classes kept whole, bool ``(N,)``."""
        return np.zeros(len(self.images), bool) if self.real is None else self.real > 0

    @cached_property
    def replaced(self) -> dict[int, str]:
        """Real pictures that took the place of rejected samples: their source, by sample."""
        found = self.provenance.get("real_samples")
        named = found.items() if isinstance(found, dict) else ()
        known = {int(one): str(source) for one, source in named if one.isdecimal()}
        return {one: source for one, source in known.items() if one < len(self.images)}

    @property
    def shows_real(self) -> npt.NDArray[np.bool_]:
        """Which samples are real pictures, kept whole or in place of a rejected one, ``(N,)``."""
        shown = self.kept.copy()
        shown[list(self.replaced)] = True
        return shown

    @property
    def decoded(self) -> int:
        """Images a model sees."""
        return len(self.images)

    def save(self, path: Path, *, new_folders: bool = True) -> None:
        """Write the set atomically; ``new_folders`` as :func:`engine.runtime.files.replacing`.

        Raises
        ------
        UserError
            ``file.cannot_write``.
        """
        text = h5py.string_dtype("utf-8")
        with replacing(path, new_folders=new_folders) as temporary, new_hdf5(temporary) as file:
            _store_images(file, "images", self.images)
            file.create_dataset("labels", data=self.labels.astype(np.int64))
            file.create_dataset("class_names", data=np.array(self.class_names, object), dtype=text)
            if self.packed is not None:
                _store_images(file, "packed", self.packed)
                file["packed"].attrs["factor"] = self.packing
            if self.real is not None and self.real.any():
                file.create_dataset("real", data=self.real.astype(np.uint32))
            if self.judged is not None:
                self.judged.write(file)
            if self.sign_off is not None:
                file.attrs["sign_off"] = self.sign_off.as_json()
            if self.blind_tests:
                file.attrs["blind_tests"] = results_json(self.blind_tests)
            file.attrs.update(
                format=FORMAT,
                format_version=FORMAT_VERSION,
                mean=self.mean.astype(np.float32),
                std=self.std.astype(np.float32),
                images_per_class=self.images_per_class,
                recipe=json.dumps(self.recipe, ensure_ascii=False),
                provenance=json.dumps(self.provenance, ensure_ascii=False),
            )
        trust(path)

    @classmethod
    def load(cls, path: Path) -> CondensedSet:
        """Read and check a file.

        Raises
        ------
        UserError
            ``file.missing``, ``file.not_ours`` or ``project.newer``.
        """
        with reading(path), open_hdf5(path, FORMAT, FORMAT_VERSION) as file:
            packed = None
            packing = 1
            if "packed" in file:
                stored = dataset(file, "packed", np.uint8, 4, path)
                packed, packing = stored[:], _factor(stored.attrs.get("factor", 1))
            real = dataset(file, "real", np.uint32, 1, path)[:] if "real" in file else None
            loaded = cls(
                images=dataset(file, "images", np.uint8, 4, path)[:],
                labels=dataset(file, "labels", np.int64, 1, path)[:],
                class_names=strings(file, "class_names", path),
                mean=np.asarray(attribute(file, "mean", path), np.float32),
                std=np.asarray(attribute(file, "std", path), np.float32),
                images_per_class=int(attribute(file, "images_per_class", path)),
                recipe=_json(attribute(file, "recipe", path), path),
                provenance=_json(attribute(file, "provenance", path), path),
                packed=packed,
                packing=packing,
                real=real,
                judged=Judged.read(file, path),
                sign_off=_sign_off(file, path),
                blind_tests=_blind_tests(file, path),
            )
        loaded._check(path)
        signed = loaded.sign_off
        return loaded if signed is None else replace(loaded, sign_off=signed.beside(seal(loaded)))

    def _check(self, path: Path) -> None:
        count, channels = self.images.shape[0], self.images.shape[3]
        sound = (
            len(self.labels) == count
            and (self.real is None or len(self.real) == count)
            and (self.judged is None or len(self.judged.codes) == count)
            and channels in (1, 3)
            and self.packing >= 1
            and self.mean.shape == self.std.shape == (channels,)
            and bool((self.std > 0).all())
            and (count == 0 or 0 <= self.labels.min() <= self.labels.max() < len(self.class_names))
        )
        # Only sound labels can be counted.
        sound = sound and (self.packed is None or len(self.packed) == self.stored)
        if not sound:
            raise UserError("file.not_ours", file=str(path), reason="inconsistent sizes")


def _store_images(file: h5py.File, name: str, images: npt.NDArray[np.uint8]) -> None:
    file.create_dataset(
        name,
        data=images,
        chunks=(1, *images.shape[1:]) if len(images) else None,
        compression="gzip" if len(images) else None,
        compression_opts=4 if len(images) else None,
    )


def _sign_off(file: h5py.File, path: Path) -> SignOff | None:
    if "sign_off" not in file.attrs:
        return None
    return SignOff.parse(attribute(file, "sign_off", path), path)


def _blind_tests(file: h5py.File, path: Path) -> tuple[BlindResult, ...]:
    if "blind_tests" not in file.attrs:
        return ()
    return parse_results(attribute(file, "blind_tests", path), path)


def _factor(value: Any) -> int:
    """A packing factor; 0, which is none, for anything that is no whole number."""
    return int(value) if isinstance(value, int | np.integer) else 0


def _json(value: Any, path: Path) -> dict[str, Any]:
    try:
        found = json.loads(value)
    except (TypeError, ValueError) as error:
        raise UserError("file.not_ours", file=str(path), reason="unreadable recipe") from error
    return found if isinstance(found, dict) else {}
