"""How a condensed set looks beside real pictures, in plain units, and its file ``appearance.json``.

Read by programs that need no PyTorch; measured by :mod:`engine.inspection.comparing`.
"""

from __future__ import annotations

import hashlib
import json
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from engine.data.condensed_set import CondensedSet
from engine.data.recipe import Kind
from engine.data.stored_report import Plain, not_ours, parse_report, read_report, write_report
from engine.runtime.messages import CATALOGUE

AppearanceGrade = Literal["matched", "close", "differs", "far", "unmeasured"]
Against = Literal["real", "reference", "varied"]
Unit = Literal["px", "grey", "per_megapixel", "percent", "degree", "lab", ""]
_LARGEST = 1e9
Number = Annotated[float, Field(ge=-_LARGEST, le=_LARGEST)]
Size = Annotated[float, Field(ge=0.0, le=_LARGEST)]
Share = Annotated[float, Field(ge=0.0, le=1.0001)]
MOST_BINS = 64
_MOST_MEASURES = 32
_MOST_BYTES = 4 << 20


class Spread(Plain):
    """Mean and standard deviation of a measure, and in how many of the pictures it can be taken."""

    mean: Number
    deviation: Size
    measured: int = Field(ge=0)
    looked_at: int = Field(ge=0)


class Histogram(Plain):
    """Shares of the pictures in common bins; what lies outside is counted in the bins at the ends.

    Attributes
    ----------
    edges : list of float
        Rising, in the measure's unit; one more than bins.
    real, synthetic : list of float
        Shares, 0..1, that sum to 1; none where nothing could be measured.
    reference : list of float
        The same of a reference set; empty without one.
    """

    edges: list[Number] = Field(min_length=2, max_length=MOST_BINS + 1)
    real: list[Share]
    synthetic: list[Share]
    reference: list[Share] = Field(default=[])

    @model_validator(mode="after")
    def _fitting(self) -> Self:
        bins = len(self.edges) - 1
        if any(low >= high for low, high in pairwise(self.edges)):
            raise ValueError("edges do not rise")
        if any(len(one) not in (0, bins) for one in (self.real, self.synthetic, self.reference)):
            raise ValueError("shares do not fit the edges")
        return self


class MeasureReport(Plain):
    """One measure of appearance over all samples.

    Attributes
    ----------
    key : str
        As in :data:`engine.inspection.appearance.MEASURES`.
    unit, digits
        What the numbers are in, and decimals that mean something.
    real, synthetic : Spread
        Of the training pictures and of the synthetic samples; every class weighs the same on
        both sides.
    reference : Spread or None
        Of the reference set whose appearance was aimed at.
    distance : float or None
        Wasserstein-1 distance of the synthetic samples from what was aimed at, in the unit.
        None where the measure cannot be taken of the synthetic samples.
    sampling : float or None
        What that distance is for a random choice of as many real pictures, on average.
    grade
        Limits: :mod:`engine.inspection.comparing`.
    """

    key: str = Field(max_length=40)
    unit: Unit
    digits: int = Field(ge=0, le=6)
    real: Spread
    synthetic: Spread
    reference: Spread | None = None
    distance: Size | None
    sampling: Size | None
    grade: AppearanceGrade
    histogram: Histogram

    @property
    def target(self) -> Spread:
        """What was aimed at: the reference where there is one, else the real pictures."""
        return self.real if self.reference is None else self.reference


class LargestGap(Plain):
    """The class and measure that are furthest off, with a pair of pictures that shows it.

    Attributes
    ----------
    class_name, key : str
    gap : float
        Difference of the means, in standard deviations within a class.
    target, synthetic : float
        The two means, in the measure's unit.
    sample : int
        A typical synthetic sample: its place in the condensed set.
    picture : int
        A typical real picture: its row in the image set, or in the reference set where that
        was aimed at.
    """

    class_name: str = Field(max_length=1000)
    key: str = Field(max_length=40)
    gap: Size
    target: Number
    synthetic: Number
    sample: int = Field(ge=0)
    picture: int = Field(ge=0)


class AppearanceReport(Plain):
    """How a condensed set looks.

    Attributes
    ----------
    condensed : str
        Digest of the samples it was measured on: :func:`digest_of`.
    kind, recognised : {"drawing", "photo"}
        What was measured, and what the pictures were taken for.
    against : {"real", "reference", "varied"}
        What the samples should look like; *varied*: the real pictures, varied more, which stand in
        each measure as its reference.
    pictures, samples : int
        Real pictures and synthetic samples looked at; no sample where every class is kept whole.
    measures : list of MeasureReport
        Those that the real pictures have.
    largest : LargestGap or None
        None where no class is further off than chance explains.
    """

    version: Literal[1] = 1
    condensed: str = Field(max_length=64)
    kind: Kind
    recognised: Kind
    against: Against
    pictures: int = Field(ge=0)
    samples: int = Field(ge=0)
    measures: list[MeasureReport] = Field(max_length=_MOST_MEASURES)
    largest: LargestGap | None = None

    @model_validator(mode="after")
    def _known(self) -> Self:
        keys = [one.key for one in self.measures]
        gap = [] if self.largest is None else [self.largest.key]
        if len(set(keys)) < len(keys) or not set(gap) <= set(keys):
            raise ValueError("measures are not one of each")
        if any(f"measure.{self.kind}_{key}" not in CATALOGUE for key in keys):
            raise ValueError("unknown measure")
        if self.against != "real" and any(one.reference is None for one in self.measures):
            raise ValueError("no reference")
        return self

    def measure(self, key: str) -> MeasureReport | None:
        """One measure, if it was taken."""
        return next((one for one in self.measures if one.key == key), None)

    def is_of(self, condensed: CondensedSet) -> bool:
        """Whether these samples were measured: a resumed run writes new ones."""
        return self.condensed == digest_of(condensed)

    def as_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return self.model_dump(mode="json")

    @classmethod
    def from_dict(cls, values: dict[str, Any], path: Path = Path("appearance.json")) -> Self:
        """Read values that may come from anywhere.

        Raises
        ------
        UserError
            ``file.not_ours`` naming ``path``.
        """
        try:
            content = json.dumps(values)
        except (TypeError, ValueError, RecursionError) as error:
            raise not_ours(path, "unreadable") from error
        return parse_report(cls, content, path)


def save_appearance(report: AppearanceReport, path: Path) -> None:
    """Write a report atomically.

    Raises
    ------
    UserError
        ``file.cannot_write``.
    """
    write_report(report, path)


def load_appearance(path: Path) -> AppearanceReport | None:
    """Read a report; None if there is none.

    Raises
    ------
    UserError
        ``file.not_ours`` if it is damaged, or not written by this version or an earlier one.
    """
    return read_report(AppearanceReport, path, _MOST_BYTES)


def digest_of(condensed: CondensedSet) -> str:
    """What tells one condensed set from another: 16 hexadecimal digits."""
    total = hashlib.sha256(str(condensed.images.shape).encode())
    total.update(condensed.images.tobytes())
    total.update(condensed.labels.astype("<i8").tobytes())
    return total.hexdigest()[:16]
