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
    real : ndarray of uint32, (M,)
        0 for a learnt image, k for the k-th real picture of the classes that are kept whole.
    copies : ndarray of int64, (M,)
        Samples that a model sees of each image.
    factor : int
        Packing of the learnt images.
    """

    images: npt.NDArray[np.uint8]
    labels: npt.NDArray[np.int64]
    real: npt.NDArray[np.uint32]
    copies: npt.NDArray[np.int64]
    factor: int

    @classmethod
    def of(
        cls,
        learnt: npt.NDArray[np.uint8],
        learnt_labels: npt.NDArray[np.int64],
        kept: npt.NDArray[np.uint8],
        kept_labels: npt.NDArray[np.int64],
        *,
        factor: int,
    ) -> Self:
        """Lay both out class by class; no class has images of both kinds.

        Real pictures are repeated until their class has about as many samples as a learnt one:
        a rare class would else have next to no weight in a training, beside others that hold many
        times as much.
        """
        labels = np.concatenate([learnt_labels, kept_labels])
        samples = int(np.bincount(learnt_labels).max()) * factor**2
        copies = np.full(len(labels), factor**2)
        pictures = np.bincount(kept_labels)[kept_labels] if len(kept) else kept_labels
        copies[len(learnt) :] = repetitions(samples, pictures)
        real = np.concatenate([np.zeros(len(learnt)), 1 + np.arange(len(kept))]).astype(np.uint32)
        order = np.argsort(labels, kind="stable")
        images = np.concatenate([learnt, kept])[order]
        return cls(images, labels[order], real[order], copies[order], factor)

    def decoded(self) -> npt.NDArray[np.uint8]:
        """What a model is trained on, uint8 ``(copies.sum(), H, W, C)``."""
        samples = self.images.repeat(self.copies, axis=0)
        learnt = self.real == 0
        if self.factor > 1:
            samples[learnt.repeat(self.copies)] = decode(self.images[learnt], self.factor)
        return samples


def repetitions(samples: int, pictures: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """How often each of so many real ``pictures`` of a class stands, beside so many samples."""
    times: npt.NDArray[np.int64] = np.maximum(1, samples // np.maximum(1, pictures))
    return times
