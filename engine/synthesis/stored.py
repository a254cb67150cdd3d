"""What of a condensed set takes space: learnt images, and real ones of classes kept whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from engine.synthesis.packing import decode


@dataclass(frozen=True, eq=False)
class Stored:
    """Images class by class.

    Attributes
    ----------
    images : ndarray of uint8, (M, H, W, C)
    labels : ndarray of int64, (M,)
    real : ndarray of bool, (M,)
        True for a real picture of a class that is kept whole.
    """

    images: npt.NDArray[np.uint8]
    labels: npt.NDArray[np.int64]
    real: npt.NDArray[np.bool_]

    @classmethod
    def of(
        cls,
        learnt: npt.NDArray[np.uint8],
        learnt_labels: npt.NDArray[np.int64],
        kept: npt.NDArray[np.uint8],
        kept_labels: npt.NDArray[np.int64],
    ) -> Self:
        """Lay both out class by class; no class has images of both kinds."""
        labels = np.concatenate([learnt_labels, kept_labels])
        order = np.argsort(labels, kind="stable")
        real = np.arange(len(labels)) >= len(learnt)
        return cls(np.concatenate([learnt, kept])[order], labels[order], real[order])

    def decoded(self, factor: int) -> npt.NDArray[np.uint8]:
        """What a model is trained on, uint8 ``(M · factor², H, W, C)``.

        A real picture holds one sample. It is repeated, so that an image has the same weight in a
        training whether it is packed or not, and a rare class does not starve beside packed ones.
        """
        if factor == 1:
            return self.images
        samples = self.images.repeat(factor**2, axis=0)
        packed = np.repeat(~self.real, factor**2)
        samples[packed] = decode(self.images[~self.real], factor)
        return samples
