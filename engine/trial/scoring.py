"""What a model's answers to the test pictures are worth: confusion, F1, calibration."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from sklearn.metrics import f1_score

from engine.trial.results import Mistakes, Reliability, confusion_matrix

Labels = npt.NDArray[np.int64]
BINS = 15


@dataclass(frozen=True)
class Answers:
    """The answers of one trained model.

    Attributes
    ----------
    said : ndarray of int64, (N,)
        The class with the highest probability.
    confidence : ndarray of float64, (N,)
        That probability, 0..1.
    """

    said: Labels
    confidence: npt.NDArray[np.float64]

    @classmethod
    def of(cls, logits: npt.NDArray[np.float32]) -> Answers:
        """From logits, float32 ``(N, classes)``."""
        wide = logits.astype(np.float64)
        shares = np.exp(wide - wide.max(axis=1, keepdims=True))
        return cls(logits.argmax(axis=1), shares.max(axis=1) / shares.sum(axis=1))


@dataclass(frozen=True)
class Scores:
    """What the answers of one model are worth against the truth."""

    said: Labels
    confusion: npt.NDArray[np.int64]
    macro_f1: float
    count: npt.NDArray[np.int64]
    confidence_sum: npt.NDArray[np.float64]
    correct: npt.NDArray[np.int64]
    confidence: npt.NDArray[np.float64]

    @classmethod
    def of(cls, answers: Answers, truth: Labels, classes: int) -> Scores:
        """Score answers.

        Macro-F1 is scikit-learn's, the mean over the classes that have test pictures; a class
        that is never said counts 0.
        """
        bins = bin_of(answers.confidence)
        right = answers.said == truth
        return cls(
            said=answers.said,
            confusion=confusion_matrix(truth, answers.said, classes),
            macro_f1=float(
                f1_score(
                    truth, answers.said, labels=np.unique(truth), average="macro", zero_division=0
                )
            ),
            count=np.bincount(bins, minlength=BINS),
            confidence_sum=np.bincount(bins, answers.confidence, minlength=BINS).astype(np.float64),
            correct=np.bincount(bins[right], minlength=BINS),
            confidence=answers.confidence,
        )

    @property
    def calibration_error(self) -> float:
        """Expected calibration error, 0..1 (Guo et al., ICML 2017, equation 3).

        Over 15 bins of equal width: the mean distance of confidence and accuracy, weighted by
        the number of pictures in the bin.
        """
        return float(np.abs(self.confidence_sum - self.correct).sum() / max(1, self.count.sum()))


def second_class(scores: Sequence[Scores]) -> list[float] | None:
    """Probability of the second of two classes, mean over trainings; None for more classes."""
    if len(scores[0].confusion) != 2:
        return None
    each = [np.where(one.said == 1, one.confidence, 1 - one.confidence) for one in scores]
    shares: list[float] = np.mean(each, axis=0).round(6).tolist()
    return shares


def bin_of(confidence: npt.NDArray[np.float64]) -> npt.NDArray[np.intp]:
    """The bin, 0..14, of each confidence; an edge belongs to the lower bin."""
    edges = np.linspace(0, 1, BINS + 1)[1:-1]
    return np.searchsorted(edges, confidence)


def reliability(scores: Sequence[Scores]) -> Reliability:
    """The reliability diagram of all trainings together."""
    count = np.sum([one.count for one in scores], axis=0)
    filled = np.maximum(1, count)
    return Reliability(
        count=count.tolist(),
        confidence=(np.sum([one.confidence_sum for one in scores], axis=0) / filled).tolist(),
        accuracy=(np.sum([one.correct for one in scores], axis=0) / filled).tolist(),
    )


def mistakes(scores: Sequence[Scores], truth: Labels, rows: npt.NDArray[np.intp]) -> Mistakes:
    """Which pictures were taken for what, and in how many trainings.

    Parameters
    ----------
    rows : ndarray of intp, (N,)
        The test pictures' positions in the image set.
    """
    found: Counter[tuple[int, int]] = Counter()
    for one in scores:
        wrong = np.flatnonzero(one.said != truth)
        found.update(zip(rows[wrong].tolist(), one.said[wrong].tolist(), strict=True))
    keys = sorted(found)
    return Mistakes(
        row=[row for row, _ in keys],
        said=[said for _, said in keys],
        times=[found[key] for key in keys],
    )
