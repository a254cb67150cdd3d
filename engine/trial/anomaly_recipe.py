"""What a trial of an anomaly detector is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_serializer

NormalSet = Literal["full", "condensed", "random", "kcenter"]
NormalBaseline = Literal["full", "random", "kcenter"]
FeatureSource = Literal["pixels", "taught", "random", "weights"]
# The best that can be reached first, then the answer, then what it must beat.
NORMAL_SETS: tuple[NormalSet, ...] = ("full", "condensed", "kcenter", "random")


class AnomalyRecipe(BaseModel):
    """A comparison of normal sets as the memory of a detector; the condensed set takes part.

    Patch features are the same for every set: squares of ``pixels`` as they are, or of a network
    that was ``taught`` by telling normal pictures from ones with a piece pasted elsewhere, a
    ``random`` one, or a ResNet-18 with the user's ``weights``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    normal: str | None = Field(None, description="normal class; None: the only one in training")
    against: tuple[NormalBaseline, ...] = ("full", "kcenter", "random")
    draws: int = Field(3, ge=1, le=20, description="random sets of equal size")
    features: FeatureSource = "pixels"
    weights: str | None = Field(None, description="state dict of a ResNet-18")
    false_alarms: float = Field(5.0, gt=0, lt=100, description="chosen rate, per cent")
    cost_missed: float | None = Field(None, ge=0, le=1e10, description="None: the project's")
    cost_alarm: float | None = Field(None, ge=0, le=1e10, description="None: the project's")
    defect_share: float | None = Field(
        None, gt=0, lt=100, description="of the parts, per cent; None: the project's, or the test's"
    )
    lessons: int = Field(200, ge=1, le=100_000, description="steps of teaching the network")
    width: int = Field(64, ge=8, le=512, description="channels of the ConvNet")
    share: float = Field(0.1, gt=0, le=1, description="of the patches kept in a memory")
    most: int = Field(4_000, ge=10, le=100_000, description="patches kept in a memory, at most")
    reweighted: bool = Field(False, description="picture score weighted by the neighbourhood")
    seed: int = Field(0, ge=0, lt=2**31)
    device: Literal["auto", "cpu", "cuda", "mps"] = "auto"

    @field_serializer("weights")
    def _name_alone(self, weights: str | None) -> str | None:
        """A report goes to others: the file's folder on this computer is not theirs."""
        return None if weights is None else Path(weights).name

    @property
    def source(self) -> FeatureSource:
        """Where features come from: a weights file decides."""
        return "weights" if self.weights else self.features

    @property
    def weights_path(self) -> Path | None:
        """The weights file, if any."""
        return Path(self.weights) if self.weights else None
