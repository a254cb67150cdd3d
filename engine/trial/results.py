"""What a trial found, stored as JSON beside the run."""

from __future__ import annotations

import math
from typing import Any, Literal, Self

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from engine.runtime.errors import UserError
from engine.trial.protocol import Protocol, TrialRecipe

SetName = Literal["condensed", "full", "random", "kmeans", "herding"]


class Curve(BaseModel):
    """A training seen from outside: loss of the batch and accuracy on test pictures (0..1)."""

    model_config = ConfigDict(frozen=True)

    seed: int
    step: list[int]
    loss: list[float]
    accuracy: list[float]


class SetResult(BaseModel):
    """One set under the protocol.

    Attributes
    ----------
    name : {"condensed", "full", "random", "kmeans", "herding"}
    images : int
        Pictures trained on.
    bytes : int
        Of the pictures as uint8.
    accuracies : list of float
        On the held-out real pictures, 0..1, one a seed.
    accuracy_mean, accuracy_std : float
        Over the seeds; the deviation is the sample's (n - 1), 0 for one seed.
    balanced_mean, balanced_std : float
        The same of the mean recall over classes.
    recall : dict of str to float
        By class, all seeds together; a class without test pictures is left out.
    confusion : list of list of int
        Rows are true classes, columns what the models said; summed over the seeds.
    seconds : float
        Of one training, mean over the seeds.
    steps : int
        Of one training.
    """

    model_config = ConfigDict(frozen=True)

    name: SetName
    images: int = Field(ge=0)
    bytes: int = Field(ge=0)
    accuracies: list[float] = Field(min_length=1)
    accuracy_mean: float
    accuracy_std: float
    balanced_mean: float
    balanced_std: float
    recall: dict[str, float]
    confusion: list[list[int]]
    seconds: float
    steps: int
    curves: list[Curve] = []

    @property
    def tested(self) -> int:
        """Test pictures, counted once."""
        return sum(map(sum, self.confusion)) // len(self.accuracies)

    @property
    def margin(self) -> float:
        """Half-width of the interval of the accuracy, 0..1.

        Deviation over seeds and the sampling error of the test pictures, added as squares:
        three lucky seeds on forty pictures prove little.
        """
        share = min(max(self.accuracy_mean, 0.0), 1.0)
        sampling = share * (1 - share) / max(1, self.tested)
        return math.sqrt(self.accuracy_std**2 + sampling)

    @property
    def worst(self) -> tuple[str, float] | None:
        """The class with the lowest recall; None without test pictures."""
        return min(self.recall.items(), key=lambda item: item[1], default=None)


class TrialReport(BaseModel):
    """A comparison as it ended.

    ``stopped`` tells that fewer trainings than asked are in it. ``appearance`` is how the
    condensed set looks (:class:`engine.data.appearance_report.AppearanceReport` as plain values),
    for those who read only this; it is not kept with the trial.
    """

    model_config = ConfigDict(frozen=True)

    version: Literal[1] = 1
    run: str
    created: str
    device: str
    recipe: TrialRecipe
    protocol: Protocol
    class_names: list[str]
    test_images: int
    test_counts: list[int]
    condense_seconds: float
    stopped: bool = False
    sets: list[SetResult]
    appearance: dict[str, Any] | None = None

    def find(self, name: str) -> SetResult | None:
        """A set's result, or None if it took no part."""
        return next((one for one in self.sets if one.name == name), None)

    def as_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return self.model_dump(mode="json")

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Self:
        """Read a stored report.

        Raises
        ------
        UserError
            ``trial.unreadable``.
        """
        try:
            return cls.model_validate(values)
        except ValidationError as error:
            raise UserError("trial.unreadable") from error


def confusion_matrix(
    truth: npt.NDArray[np.int64], said: npt.NDArray[np.int64], classes: int
) -> npt.NDArray[np.int64]:
    """Counts, int64 ``(classes, classes)``: rows are true classes, columns predictions."""
    return np.bincount(truth * classes + said, minlength=classes * classes).reshape(
        classes, classes
    )


def recalls(confusion: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Recall by class, float64 ``(classes,)``; NaN where a class has no pictures."""
    total = confusion.sum(axis=1)
    found: npt.NDArray[np.float64] = np.full(len(total), np.nan)
    np.divide(np.diag(confusion), total, out=found, where=total > 0)
    return found


def deviation(values: list[float]) -> float:
    """Sample standard deviation; 0 for a single value."""
    return float(np.std(values, ddof=1)) if len(values) > 1 else 0.0
