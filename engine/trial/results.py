"""What a trial found, stored as JSON beside the run."""

from __future__ import annotations

from typing import Any, Literal, Self

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from engine.data.model_names import ModelName
from engine.runtime.errors import UserError
from engine.trial.paired import deviation as deviation
from engine.trial.paired import margin
from engine.trial.protocol import Protocol, TrialRecipe
from engine.trial.protocol import SetName as SetName
from engine.trial.stress_results import Stress

# What stands for the condensed set's size without condensing.
BASELINES: tuple[SetName, ...] = ("random", "kmeans", "herding", "kcenter", "packed")


class Curve(BaseModel):
    """A training seen from outside: loss of the batch and accuracy on test pictures (0..1)."""

    model_config = ConfigDict(frozen=True)

    seed: int
    step: list[int]
    loss: list[float]
    accuracy: list[float]


class Reliability(BaseModel):
    """Confidence against accuracy in 15 bins of equal width from 0 to 1; 0 where a bin is empty.

    ``count`` are test pictures of all trainings, ``confidence`` and ``accuracy`` their means.
    """

    model_config = ConfigDict(frozen=True)

    count: list[int]
    confidence: list[float]
    accuracy: list[float]


class Mistakes(BaseModel):
    """Test pictures that were taken for another class, side by side in three lists.

    ``row`` is a picture's position in the image set, ``said`` the class it was taken for,
    ``times`` the number of trainings in which it was.
    """

    model_config = ConfigDict(frozen=True)

    row: list[int]
    said: list[int]
    times: list[int]


class SetResult(BaseModel):
    """One set under the protocol. What has a default is missing in reports of earlier versions.

    Attributes
    ----------
    name : {"condensed", "full", "random", "kmeans", "herding", "kcenter", "packed"}
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
    macro_f1 : list of float
        Mean of the classes' F1, 0..1, one a seed.
    calibration_errors : list of float
        Expected calibration error, 0..1, one a seed.
    seconds_to_95 : float or None
        Until 95 % of the full data's accuracy; None where never, or without the full data.
    energy_wh : float or None
        Of one training, estimated from :attr:`TrialReport.watts`.
    second : list of float or None
        Of two classes: the probability, 0..1, that a test picture is of the second, mean over the
        trainings; in the order of :attr:`TrialReport.test_labels`.
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
    macro_f1: list[float] = []
    calibration_errors: list[float] = []
    reliability: Reliability | None = None
    mistakes: Mistakes | None = None
    seconds_to_95: float | None = None
    energy_wh: float | None = None
    second: list[float] | None = None

    @property
    def macro_f1_mean(self) -> float | None:
        """Over the seeds; None in reports of earlier versions."""
        return float(np.mean(self.macro_f1)) if self.macro_f1 else None

    @property
    def calibration_error(self) -> float | None:
        """Mean of the expected calibration errors over the seeds; None in earlier reports."""
        return float(np.mean(self.calibration_errors)) if self.calibration_errors else None

    @property
    def tested(self) -> int:
        """Test pictures, counted once."""
        return sum(map(sum, self.confusion)) // len(self.accuracies)

    @property
    def margin(self) -> float:
        """Half-width of the interval of the accuracy, 0..1 (:func:`engine.trial.paired.margin`)."""
        return margin(self.accuracy_mean, self.accuracy_std, self.tested)

    @property
    def worst(self) -> tuple[str, float] | None:
        """The class with the lowest recall; None without test pictures."""
        return min(self.recall.items(), key=lambda item: item[1], default=None)


class ModelResults(BaseModel):
    """The same sets under a further model: does what was condensed hold for it too?"""

    model_config = ConfigDict(frozen=True)

    model: ModelName
    protocol: Protocol
    sets: list[SetResult]

    def find(self, name: str) -> SetResult | None:
        """A set's result, or None if it took no part."""
        return next((one for one in self.sets if one.name == name), None)


class TrialReport(BaseModel):
    """A comparison as it ended.

    ``stopped`` tells that fewer trainings than asked are in it. ``further`` holds the other
    models' results, ``stress`` those of the recipe's own model under strain. ``fingerprint`` is of
    the pictures :class:`Mistakes` points into; ``watts`` is what the energy is estimated with;
    ``weights_sha256`` names the weights file by its content. What has a default is missing in
    reports of earlier versions. ``appearance`` is how the condensed set looks
    (:class:`engine.data.appearance_report.AppearanceReport` as plain values), for those who read
    only this; it is not kept with the trial.
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
    further: list[ModelResults] = []
    stress: Stress | None = None
    train_counts: list[int] = []
    test_labels: list[int] = []
    fingerprint: str | None = None
    watts: float | None = None
    weights_sha256: str | None = None
    gain_over_random: float | None = None
    recovered_share: float | None = None

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
