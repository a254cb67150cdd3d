"""The prepared real pictures of a project: uint8 in HDF5, read in slices."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

import h5py
import numpy as np
import numpy.typing as npt

from engine.data.checked import attribute, dataset, open_hdf5, reading, strings
from engine.data.known import Known
from engine.data.proving import trust
from engine.runtime.errors import UserError
from engine.runtime.files import replacing
from engine.runtime.hdf5 import NewHdf5

FORMAT = "shizuku-images"
FORMAT_VERSION = 1
TRAIN, TEST, LEFT_OUT = 0, 1, 2
Split = Literal["train", "test"]
_CHUNK_BYTES = 256 * 1024
_MAX_CLASSES = 10_000


class ImageSet:
    """Uint8 images with labels and a split, on disk, read in slices.

    Attributes
    ----------
    path : Path
        The HDF5 file.
    shape : tuple of int
        ``(N, H, W, C)``; C is 1 (grey) or 3 (RGB).
    labels : ndarray of int64, (N,)
    split : ndarray of uint8, (N,)
        0 for training, 1 for held-out test pictures, 2 for pictures left out of both.
    class_names : list of str
    sources : list of str
        Path of each picture relative to the imported folder, ``/``-separated, with page and
        place where it is part of a file (``plan.pdf#page=3&xywh=0,512,512,512``).
    roots : list of str
        Folders or archives that were imported, first to last.
    root : ndarray of uint16, (N,)
        Which of ``roots`` each picture is from.
    known : Known or None
        What the importer knows of each picture; None in files of earlier versions.
    mean, std : ndarray of float32, (C,)
        Of the training pictures, in 0..1 units.
    preparation : dict
        How pictures were prepared (size, colour, fit, ...), as written by the importer.
    fingerprint : str
        SHA-256 over the source files' digests, classes and splits.

    Raises
    ------
    UserError
        ``file.missing`` or ``file.not_ours``.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with reading(path):
            self._file = open_hdf5(path, FORMAT, FORMAT_VERSION)
            try:
                self._load()
            except BaseException:
                self._file.close()
                raise

    def _load(self) -> None:
        file, path = self._file, self.path
        self._images = dataset(file, "images", np.uint8, 4, path)
        self.shape: tuple[int, int, int, int] = self._images.shape
        self.labels: npt.NDArray[np.int64] = dataset(file, "labels", np.int64, 1, path)[:]
        self.split: npt.NDArray[np.uint8] = dataset(file, "split", np.uint8, 1, path)[:]
        self.class_names = strings(file, "class_names", path)
        self.sources = strings(file, "sources", path)
        self.mean = np.asarray(attribute(file, "mean", path), np.float32)
        self.std = np.asarray(attribute(file, "std", path), np.float32)
        self.preparation: dict[str, Any] = json.loads(attribute(file, "preparation", path))
        self.fingerprint = str(attribute(file, "fingerprint", path))
        self.roots = strings(file, "roots", path) if "roots" in file else []
        self.root: npt.NDArray[np.uint16] = np.zeros(len(self.labels), np.uint16)
        if "root" in file:
            self.root = dataset(file, "root", np.uint16, 1, path)[:]
        self.known = Known.read(file, path) if "digest" in file else None
        count, channels = self.shape[0], self.shape[3]
        sound = (
            len(self.labels) == len(self.split) == len(self.sources) == len(self.root) == count
            and (self.known is None or len(self.known) == count)
            and channels in (1, 3)
            and self.mean.shape == self.std.shape == (channels,)
            and len(self.class_names) <= _MAX_CLASSES
            and (count == 0 or 0 <= self.labels.min() <= self.labels.max() < len(self.class_names))
        )
        if not sound:
            raise UserError("file.not_ours", file=str(path), reason="inconsistent sizes")

    def __len__(self) -> int:
        """Rows, including pictures that are left out."""
        return self.shape[0]

    @property
    def pictures(self) -> int:
        """Pictures for training or test."""
        return int((self.split != LEFT_OUT).sum())

    def leave_out(self, rows: npt.NDArray[np.int64]) -> None:
        """Take pictures out of both sides, as long as this file is open.

        Nothing is written. The fingerprint changes with what is left out, because it stands for
        what a run learns from.
        """
        rows = rows[(rows >= 0) & (rows < len(self))]
        if len(rows):
            self.split[rows] = LEFT_OUT
            total = hashlib.sha256(f"{self.fingerprint} without ".encode())
            total.update(np.sort(rows).astype("<i8").tobytes())
            self.fingerprint = total.hexdigest()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the arrays already read stay usable."""
        self._file.close()

    @property
    def channels(self) -> int:
        return self.shape[3]

    def indices(self, split: Split | None = None, label: int | None = None) -> npt.NDArray[np.intp]:
        """Positions of the pictures of a split and a class (None: both, all), in file order."""
        if split is None:
            chosen = self.split != LEFT_OUT
        else:
            chosen = self.split == (TRAIN if split == "train" else TEST)
        if label is not None:
            chosen &= self.labels == label
        return np.flatnonzero(chosen)

    def counts(self, split: Split | None = None) -> npt.NDArray[np.int64]:
        """Pictures in each class, int64 ``(classes,)``."""
        return np.bincount(self.labels[self.indices(split)], minlength=len(self.class_names))

    def read(self, indices: Sequence[int] | npt.NDArray[Any]) -> npt.NDArray[np.uint8]:
        """Read pictures in the order asked for.

        Returns
        -------
        ndarray of uint8, (len(indices), H, W, C)

        Raises
        ------
        UserError
            ``file.not_ours`` if the file turns out to be damaged.
        """
        wanted = np.asarray(indices, np.intp)
        out = np.empty((len(wanted), *self.shape[1:]), np.uint8)
        if len(wanted) == 0:
            return out
        order = np.argsort(wanted, kind="stable")
        ordered = wanted[order]
        for start, stop in self._spans(ordered):
            first = int(ordered[start])
            with reading(self.path):
                block = self._images[first : int(ordered[stop - 1]) + 1]
            out[order[start:stop]] = block[ordered[start:stop] - first]
        return out

    def _spans(self, ordered: npt.NDArray[np.intp]) -> Iterator[tuple[int, int]]:
        """Parts of rising rows, each to be read as one dense span.

        Reading a span and picking from it is far quicker in HDF5 than a point selection; only
        across a gap of some chunks two reads are quicker.
        """
        per_block = max(1, (64 << 20) // max(1, int(np.prod(self.shape[1:]))))
        widest = 2 * (self._images.chunks[0] if self._images.chunks else 1)
        ends = [*(np.flatnonzero(np.diff(ordered) > widest) + 1).tolist(), len(ordered)]
        start = 0
        for end in ends:
            while start < end:
                block = np.searchsorted(ordered[start:end], ordered[start] + per_block)
                yield start, start + int(block)
                start += int(block)


class ImageSetWriter:
    """Writes an :class:`ImageSet` batch by batch into a temporary file, then renames it.

    Use as a context manager and call :meth:`finish`; leaving without it discards the file.
    """

    def __init__(self, path: Path, *, height: int, width: int, channels: int) -> None:
        self._path = path
        self._replacing = replacing(path, new_folders=False)
        self._temporary = self._replacing.__enter__()
        self._made = NewHdf5(self._temporary)
        self._file = self._made.file
        row = height * width * channels
        chunk = max(1, _CHUNK_BYTES // row)
        self._images = self._file.create_dataset(
            "images",
            shape=(0, height, width, channels),
            maxshape=(None, height, width, channels),
            chunks=(chunk, height, width, channels),
            dtype=np.uint8,
        )
        self._pixels = 0
        self._sum, self._squares = np.zeros(channels), np.zeros(channels)
        self._labels: list[int] = []
        self._split: list[int] = []
        self._sources: list[str] = []
        self._root: list[int] = []
        self._known: list[Known] = []
        self._finished = False

    def __enter__(self) -> Self:
        return self

    def append(
        self,
        images: npt.NDArray[np.uint8],
        labels: Sequence[int],
        split: Sequence[int],
        sources: Sequence[str],
        *,
        root: int | Sequence[int] = 0,
        known: Known | None = None,
    ) -> None:
        """Add a batch: uint8 ``(n, H, W, C)`` with n labels, splits and sources.

        ``root`` is the number of the folder they are from; ``known`` belongs to all batches of a
        file, or to none.

        Raises
        ------
        OSError
            The disk is full; leaving the block makes it ``file.cannot_write``.
        """
        start = self._images.shape[0]
        self._images.resize(start + len(images), axis=0)
        self._images[start:] = images
        self._made.check()
        train = np.asarray(split) == TRAIN
        if train.any():
            self._count_in(images[train])
        self._labels.extend(labels)
        self._split.extend(split)
        self._sources.extend(sources)
        self._root.extend([root] * len(images) if isinstance(root, int) else root)
        if known is not None:
            self._known.append(known)

    def finish(
        self,
        *,
        class_names: Sequence[str],
        preparation: dict[str, Any],
        fingerprint: str,
        roots: Sequence[str] = (),
    ) -> None:
        """Write labels, names and statistics; the file appears when the block is left."""
        text = h5py.string_dtype("utf-8")
        split = np.asarray(self._split, np.uint8)
        mean, std = self._statistics()
        self._file.create_dataset("labels", data=np.asarray(self._labels, np.int64))
        self._file.create_dataset("split", data=split)
        self._file.create_dataset("sources", data=np.array(self._sources, object), dtype=text)
        self._file.create_dataset("root", data=np.asarray(self._root, np.uint16))
        self._file.create_dataset("roots", data=np.array(list(roots), object), dtype=text)
        if self._known:
            Known.joined(self._known).write(self._file)
        self._file.create_dataset(
            "class_names", data=np.array(list(class_names), object), dtype=text
        )
        self._file.attrs.update(
            format=FORMAT,
            format_version=FORMAT_VERSION,
            mean=mean,
            std=std,
            preparation=json.dumps(preparation, ensure_ascii=False),
            fingerprint=fingerprint,
        )
        self._finished = True

    def _count_in(self, images: npt.NDArray[np.uint8]) -> None:
        """Add training pictures to the statistics; all at the end would read the file again."""
        pixels = images.reshape(len(images), -1, images.shape[3]).astype(np.float32)
        self._pixels += pixels.shape[0] * pixels.shape[1]
        # Sums of one picture are exact enough in float32, and quick; those over all are not.
        ones = np.ones((1, pixels.shape[1]), np.float32)
        self._sum += (ones @ pixels).sum(axis=(0, 1), dtype=np.float64)
        products = pixels.transpose(0, 2, 1) @ pixels
        self._squares += products.sum(axis=0, dtype=np.float64).diagonal()

    def _statistics(self) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        """Mean and standard deviation by channel over the training pictures, in 0..1 units."""
        total = max(1, self._pixels)
        mean = self._sum / total / 255
        variance = self._squares / total / 255**2 - mean**2
        # A constant set would divide by zero when normalised.
        return mean.astype(np.float32), np.sqrt(np.maximum(variance, 1e-4)).astype(np.float32)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._made.close()
        if kind is None and self._finished:
            try:
                self._made.check()
            except OSError as full:
                # Raised here it would pass by the temporary file.
                self._replacing.__exit__(type(full), full, full.__traceback__)
        if kind is None and not self._finished:
            self._replacing.__exit__(_Discarded, _Discarded(), None)
        else:
            self._replacing.__exit__(kind, error, trace)
            if kind is None:
                trust(self._path)


class _Discarded(Exception):
    """Leaves the writer's block without keeping the file."""
