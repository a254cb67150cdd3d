"""What an importer knows of each picture beside its pixels, for finding copies later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from engine.data.checked import attribute, dataset

DIGEST_BYTES = 32
_MOST_FIELDS = 100


@dataclass(frozen=True, eq=False)
class Known:
    """Columns over the pictures of an image set.

    Attributes
    ----------
    digest : ndarray of uint8, (N, 32)
        SHA-256 of the file, or of the pixels where a picture is part of a file.
    hash : ndarray of uint64, (N,)
        Perceptual hash: nearly the same pictures differ in few bits.
    measures : ndarray of float32, (N, F)
    fields : tuple of str
        Names of the F measures.
    """

    digest: npt.NDArray[np.uint8]
    hash: npt.NDArray[np.uint64]
    measures: npt.NDArray[np.float32]
    fields: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.digest) if len(self.digest) == len(self.hash) == len(self.measures) else -1

    def at(self, rows: npt.NDArray[Any]) -> Self:
        """The same of some pictures only."""
        return type(self)(self.digest[rows], self.hash[rows], self.measures[rows], self.fields)

    @classmethod
    def joined(cls, parts: Sequence[Self]) -> Self:
        """Several after each other; all have the same fields."""
        return cls(
            np.concatenate([one.digest for one in parts]),
            np.concatenate([one.hash for one in parts]),
            np.concatenate([one.measures for one in parts]),
            parts[0].fields,
        )

    @classmethod
    def read(cls, file: Any, path: Path) -> Self:
        """From an image set's HDF5 file.

        Raises
        ------
        UserError
            ``file.not_ours``.
        """
        fields = str(attribute(file, "measures", path)).split()[:_MOST_FIELDS]
        return cls(
            dataset(file, "digest", np.uint8, 2, path)[:],
            dataset(file, "hash", np.uint64, 1, path)[:],
            dataset(file, "measures", np.float32, 2, path)[:],
            tuple(fields),
        )

    def write(self, file: Any) -> None:
        """Into an image set's HDF5 file."""
        file.create_dataset("digest", data=self.digest)
        file.create_dataset("hash", data=self.hash)
        file.create_dataset("measures", data=self.measures)
        file.attrs["measures"] = " ".join(self.fields)
