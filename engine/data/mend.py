"""What a mending run is asked for: which samples of which run are rejected, and what to do."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, field_validator

Way = Literal["again", "nearest", "leave-out"]
WAYS: tuple[Way, ...] = get_args(Way)
_MOST_SAMPLES = 10_000_000


class Mend(BaseModel):
    """A new condensed set from an earlier one, without some of its samples.

    Attributes
    ----------
    run : str
        The run that the samples were rejected in; it stays as it is.
    way : {"again", "nearest", "leave-out"}
        Condense the rejected samples again while the others stay as they are; put the nearest
        real pictures in their place; or do without them.
    samples : tuple of int
        Numbers of the rejected samples in that run's set, rising.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    run: str = Field(pattern=r"^[0-9]{8}-[0-9]{6}-[0-9a-f]{4}$")
    way: Way
    samples: tuple[Annotated[int, Field(ge=0, lt=_MOST_SAMPLES)], ...] = Field(min_length=1)

    @field_validator("samples")
    @classmethod
    def _rising(cls, samples: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(sorted(set(samples)))
