"""What a trial of an anomaly detector found, stored as JSON beside the run."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any, Literal, Self

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict, Field

from engine.data.cost_inputs import Currency
from engine.data.stored_report import keep_report, not_ours, read_report, readable_reports
from engine.project import Run
from engine.runtime.errors import UserError
from engine.trial.anomaly_recipe import AnomalyRecipe, NormalSet

_MOST_BYTES = 64 << 20
_FOLDER = "anomaly"
_MOST_SIDE = 512


class _Plain(BaseModel):
    model_config = ConfigDict(frozen=True, allow_inf_nan=False)


class ScoreMap(_Plain):
    """Where in a picture it looks anomalous: ``values`` are ``side``² bytes, base64.

    0 is ``low`` and 255 is ``high``, the same for all maps of a set.
    """

    row: int = Field(ge=0)
    side: int = Field(ge=1, le=_MOST_SIDE)
    values: str

    def scores(self) -> npt.NDArray[np.uint8]:
        """The map, uint8 ``(side, side)``; all 0 where what is stored does not fit."""
        try:
            found = np.frombuffer(base64.b64decode(self.values, validate=True), np.uint8)
        except ValueError:
            found = np.empty(0, np.uint8)
        if len(found) != self.side**2:
            return np.zeros((self.side, self.side), np.uint8)
        return found.reshape(self.side, self.side)

    @classmethod
    def of(cls, row: int, patches: npt.NDArray[np.float32], low: float, high: float) -> Self:
        """From patch scores ``(side, side)``."""
        scaled = (patches - low) / max(high - low, 1e-12)
        values = (scaled.clip(0, 1) * 255).round().astype(np.uint8)
        encoded = base64.b64encode(values.tobytes()).decode("ascii")
        return cls(row=row, side=len(patches), values=encoded)


class CostFigures(_Plain):
    """The threshold of least expected cost, and costs of a thousand parts.

    ``elsewhere`` is the cost to be expected of new pictures (cross-validated), ``at_rate`` that at
    the threshold of the chosen rate of false alarms.
    """

    threshold: float
    missed: float
    alarms: float
    per_thousand: float
    elsewhere: float | None
    at_rate: float


class AnomalyResult(_Plain):
    """One normal set as memory. Lists have one value a draw; a set that is not drawn has one.

    Attributes
    ----------
    name : {"full", "condensed", "kcenter", "random"}
    images, bytes : int
        Pictures of the set, and their bytes as stored.
    vectors, memory_bytes : int
        Patches in the memory and their bytes as float32.
    milliseconds : float
        Search in the memory for one picture.
    aurocs : list of float
        0..1.
    auroc_low, auroc_high : float
        95 % bootstrap interval of their mean over other test pictures.
    average_precisions, missed, alarms : list of float
        0..1; ``missed`` and ``alarms`` at the threshold of the chosen rate, of test pictures.
    thresholds : list of float
    missed_by_class : dict of str to float
        Mean over draws.
    recall, precision : list of float
        The curve of the first draw.
    held_out, scores : list of float
        Of the first draw: held-out normal pictures, and test pictures as ``AnomalyReport.rows``.
    maps : list of ScoreMap
        Of the first draw: highest scores, and missed defects.
    """

    name: NormalSet
    images: int = Field(ge=0)
    bytes: int = Field(ge=0)
    vectors: int = Field(ge=1)
    memory_bytes: int = Field(ge=0)
    milliseconds: float = Field(ge=0)
    aurocs: list[float] = Field(min_length=1)
    auroc_low: float
    auroc_high: float
    average_precisions: list[float] = Field(min_length=1)
    missed: list[float] = Field(min_length=1)
    alarms: list[float] = Field(min_length=1)
    thresholds: list[float] = Field(min_length=1)
    missed_by_class: dict[str, float]
    recall: list[float]
    precision: list[float]
    held_out: list[float]
    scores: list[float]
    cost: CostFigures | None = None
    maps: list[ScoreMap] = []

    @property
    def auroc(self) -> float:
        """Mean over the draws."""
        return float(np.mean(self.aurocs))

    @property
    def average_precision(self) -> float:
        """Mean over the draws."""
        return float(np.mean(self.average_precisions))

    @property
    def missed_share(self) -> float:
        """Mean over the draws."""
        return float(np.mean(self.missed))

    @property
    def alarm_share(self) -> float:
        """Mean over the draws."""
        return float(np.mean(self.alarms))


class Losses(_Plain):
    """The costs that were reckoned with, ``share`` of defects among parts in 0..1."""

    missed: float
    alarm: float
    share: float
    share_from: Literal["asked", "costs", "test"]
    currency: Currency


class AnomalyReport(_Plain):
    """A comparison of normal sets.

    Attributes
    ----------
    normal : str
        Name of the class that is learnt from.
    rows, labels : list of int
        Test pictures: positions in the image set, and their classes.
    held_out : int
        Normal training pictures that only set the threshold.
    held_out_near : int
        Those of them that a condensed sample is nearest to: its threshold may then be too low.
    least_rate : float
        Lowest rate of false alarms that the held-out pictures can vouch for, 0..1.
    taught_accuracy : float or None
        Of the network's own task, 0..1.
    network_milliseconds : float
        Of the network for one picture; comes to every set's own time.
    dimensions : int
        Numbers in a patch's features.
    """

    version: Literal[1] = 1
    run: str
    created: str
    device: str
    recipe: AnomalyRecipe
    normal: str
    class_names: list[str]
    rows: list[int]
    labels: list[int]
    held_out: int
    held_out_near: int
    least_rate: float
    taught_accuracy: float | None
    network_milliseconds: float
    dimensions: int
    fingerprint: str
    weights_sha256: str | None = None
    losses: Losses | None = None
    sets: list[AnomalyResult] = Field(min_length=1)

    def find(self, name: str) -> AnomalyResult | None:
        """A set's result, or None if it took no part."""
        return next((one for one in self.sets if one.name == name), None)

    @property
    def normal_tests(self) -> int:
        """Normal test pictures."""
        label = self.class_names.index(self.normal)
        return self.labels.count(label)

    @property
    def rate_reached(self) -> bool:
        """Whether the held-out pictures can vouch for the chosen rate of false alarms."""
        return self.least_rate <= self.recipe.false_alarms / 100 + 1e-9

    def as_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return self.model_dump(mode="json")


def keep_anomaly(run: Run, report: AnomalyReport) -> Path:
    """Store a report beside the others of its run.

    Raises
    ------
    UserError
        ``file.cannot_write``.
    """
    return keep_report(report, run.folder / _FOLDER)


def anomaly_reports(run: Run) -> list[AnomalyReport]:
    """The stored reports of a run, newest first; one that cannot be read is left out."""
    return readable_reports(run.folder / _FOLDER, _read)


def _read(path: Path) -> AnomalyReport:
    report = read_report(AnomalyReport, path, _MOST_BYTES)
    if report is None:
        raise UserError("file.missing", file=str(path))
    fits = len(report.rows) == len(report.labels) and report.normal in report.class_names
    if not fits or any(len(one.scores) != len(report.rows) for one in report.sets):
        raise not_ours(path, "inconsistent sizes")
    return report
