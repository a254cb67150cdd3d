"""What continual use of a condensed set found, stored as JSON beside the run."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

import numpy as np
from pydantic import Field, field_validator, model_validator

from engine.data.stored_report import Plain, keep_report, read_report, readable_reports
from engine.project import Run
from engine.runtime.errors import UserError
from engine.trial.paired import Fall, deviation, margin
from engine.trial.protocol import Protocol, TrialRecipe

# Small sets first: they tell most, and soonest.
Keeping = Literal["condensed", "random", "new", "everything"]
KEEPINGS: tuple[Keeping, ...] = get_args(Keeping)
Side = Literal["old", "new"]
SIDES: tuple[Side, ...] = get_args(Side)

Share = Annotated[float, Field(ge=0, le=1)]
_MOST_BYTES = 8 << 20
_FOLDER = "continual"


class KeepingResult(Plain):
    """What is learnt from the new pictures beside what is kept of the old ones.

    Attributes
    ----------
    keeping : {"everything", "condensed", "random", "new"}
        All old pictures, the condensed set, random old ones in its bytes, or none.
    images : int
        Images kept, new ones included.
    bytes : int
        Of them as uint8.
    times : int
        How often each old one stands in a training for one of each new picture.
    steps : int
        Of one training.
    seconds : float
        Of one training, mean over the seeds.
    old, new : list of float
        Accuracy on old and on new test pictures, 0..1, one a seed.
    old_fall, new_fall : Fall or None
        Below everything kept, seed by seed; None for that itself, and where it was not reached.
    """

    keeping: Keeping
    images: int = Field(ge=0)
    bytes: int = Field(ge=0)
    times: int = Field(ge=0)
    steps: int = Field(ge=1)
    seconds: float = Field(ge=0)
    old: list[Share] = Field(min_length=1)
    new: list[Share] = Field(min_length=1)
    old_fall: Fall | None = None
    new_fall: Fall | None = None

    @model_validator(mode="after")
    def _as_many(self) -> KeepingResult:
        if len(self.old) != len(self.new):
            raise ValueError("both sides are tested after every training")
        return self

    def accuracies(self, side: Side) -> list[float]:
        """One a seed, 0..1."""
        return self.old if side == "old" else self.new

    def accuracy(self, side: Side) -> float:
        """Mean over the seeds, 0..1."""
        return float(np.mean(self.accuracies(side)))

    def fall(self, side: Side) -> Fall | None:
        """Below everything kept."""
        return self.old_fall if side == "old" else self.new_fall


class Copies(Plain):
    """New pictures that are, pixel by pixel, old ones too.

    ``trained`` of the new training pictures are old training pictures; ``old_tests`` of the old
    test pictures and ``new_tests`` of the new ones are trained on on the other side.
    """

    trained: int = Field(ge=0)
    old_tests: int = Field(ge=0)
    new_tests: int = Field(ge=0)


class ContinualReport(Plain):
    """A comparison of what to keep of old pictures when new ones come.

    Attributes
    ----------
    new_project : str
        Name of the project of the new pictures.
    recipe : TrialRecipe
        Model, weights, rule and seeds; it compares nothing else.
    old_tests, new_tests : int
        Test pictures.
    new_pictures : int
        New training pictures.
    old_bytes, kept_bytes : int
        Of all old training pictures, and of the condensed set, as uint8.
    copies : Copies
    different : list of str
        Settings of the import in which old and new pictures differ.
    beside_random : Fall or None
        Accuracy on old test pictures with random old pictures, below that with the condensed set.
    fingerprint : str
        Of the old pictures.
    stopped : bool
        Fewer trainings than asked are in it.
    """

    version: Literal[1] = 1
    run: str
    created: str
    device: str
    new_project: str
    recipe: TrialRecipe
    protocol: Protocol
    old_tests: int = Field(ge=1)
    new_tests: int = Field(ge=1)
    new_pictures: int = Field(ge=1)
    old_bytes: int = Field(ge=0)
    kept_bytes: int = Field(ge=0)
    copies: Copies
    different: list[str]
    beside_random: Fall | None = None
    fingerprint: str
    weights_sha256: str | None = None
    stopped: bool = False
    results: list[KeepingResult] = Field(min_length=1)

    @field_validator("created")
    @classmethod
    def _time(cls, value: str) -> str:
        """It is shown as a local time."""
        try:
            datetime.fromisoformat(value).timestamp()
        except (ValueError, OverflowError, OSError) as error:
            raise ValueError("no time") from error
        return value

    def find(self, keeping: Keeping) -> KeepingResult | None:
        """What was found with it, or None if it was not reached."""
        return next((one for one in self.results if one.keeping == keeping), None)

    def tests(self, side: Side) -> int:
        """Test pictures of a side."""
        return self.old_tests if side == "old" else self.new_tests

    def margin(self, one: KeepingResult, side: Side) -> float:
        """Half-width of the interval of an accuracy, 0..1."""
        spread = deviation(one.accuracies(side))
        return margin(one.accuracy(side), spread, self.tests(side))

    def as_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return self.model_dump(mode="json")


def keep_continual(run: Run, report: ContinualReport) -> Path:
    """Store a report beside the others of its run.

    Raises
    ------
    UserError
        ``file.cannot_write``.
    """
    return keep_report(report, run.folder / _FOLDER)


def continual_reports(run: Run, fingerprint: str) -> list[ContinualReport]:
    """The stored reports of a run on these old pictures, newest first.

    One that cannot be read is left out.
    """
    found = readable_reports(run.folder / _FOLDER, _read)
    return [one for one in found if one.fingerprint == fingerprint]


def _read(path: Path) -> ContinualReport:
    report = read_report(ContinualReport, path, _MOST_BYTES)
    if report is None:
        raise UserError("file.missing", file=str(path))
    return report
