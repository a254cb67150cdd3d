"""What the user's own factory adds to the measured times and recalls."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Currency = Literal["JPY", "EUR", "USD"]
# Where a project keeps them.
SETTING = "costs"


class CostInputs(BaseModel):
    """Costs, habits and limits; ``docs/roi.md`` explains each and how it is used.

    What is None was not given, and no figure that needs it is made. Amounts are in ``currency``.
    Inputs kept by earlier versions lack the later fields, which then have their defaults.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    retrainings_per_month: float = Field(20.0, ge=0, le=100_000)
    workstation_per_hour: float = Field(
        300.0, ge=0, le=1e7, description="cost of the computer while it trains, currency an hour"
    )
    engineer_per_hour: float = Field(
        5_000.0, ge=0, le=1e7, description="cost of an engineer, currency an hour"
    )
    engineer_waits: bool = Field(False, description="whether an engineer waits for a training")
    currency: Currency = "JPY"
    accepted_loss_points: float = Field(
        5.0, ge=0, le=100, description="accuracy that may be lost, percentage points"
    )
    training_minutes_today: float | None = Field(
        None,
        gt=0,
        le=1e6,
        description="one training on all data today, minutes; None: as the trial measured it",
    )
    condensings_per_year: float = Field(
        1.0, ge=0, le=10_000, description="how often new pictures are condensed"
    )
    handling_minutes: float = Field(
        0.0, ge=0, le=1e5, description="an engineer's time for one condensing, inspection included"
    )
    electricity_per_kwh: float = Field(
        0.0, ge=0, le=1e5, description="currency a kWh; 0: part of the computer's cost"
    )
    accepted_recall_loss_points: float = Field(
        2.0,
        ge=0,
        le=100,
        description="recall that a critical class may lose, percentage points",
    )
    critical_classes: tuple[str, ...] = Field(
        (), max_length=10_000, description="classes that must not be missed: defects"
    )
    parts_per_month: float | None = Field(None, ge=0, le=1e12, description="parts inspected")
    defect_share_percent: float | None = Field(
        None, ge=0, le=100, description="of the parts, of a critical class"
    )
    cost_of_missed_defect: float | None = Field(None, ge=0, le=1e10)
    cost_of_false_alarm: float | None = Field(None, ge=0, le=1e10)

    @property
    def per_hour(self) -> float:
        """Currency an hour of training costs."""
        return self.workstation_per_hour + (self.engineer_per_hour if self.engineer_waits else 0.0)
