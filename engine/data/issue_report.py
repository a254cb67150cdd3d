"""What was found wrong with a condensed set, and its file ``issues.json``.

Read by programs that need no PyTorch; found by :mod:`engine.inspection.issues`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import Field, model_validator

from engine.data.appearance_report import digest_of
from engine.data.condensed_set import CondensedSet
from engine.data.recipe import Kind
from engine.data.stored_report import Plain, read_report, write_report
from engine.runtime.messages import CATALOGUE

IssueKind = Literal[
    "copy",
    "twin",
    "other_class",
    "off_style",
    "saturated",
    "unnatural",
    "collapsed",
    "too_wide",
]
ISSUE_KINDS: tuple[IssueKind, ...] = get_args(IssueKind)
Severity = Literal["serious", "notable"]

_LARGEST = 1e12
Number = Annotated[float, Field(ge=-_LARGEST, le=_LARGEST)]
Row = Annotated[int, Field(ge=0, lt=2**40)]
_MOST_ISSUES = 10_000
_MOST_SAMPLES = 100_000
_MOST_BYTES = 16 << 20
# What the sentence of each kind is made of.
_NUMBERS: dict[IssueKind, frozenset[str]] = {
    "copy": frozenset({"distance", "typical", "limit"}),
    "twin": frozenset({"distance", "typical", "limit"}),
    "other_class": frozenset({"sure", "right", "limit"}),
    "off_style": frozenset({"value", "low", "high", "limit"}),
    "saturated": frozenset({"value", "low", "high", "limit"}),
    "unnatural": frozenset({"value", "low", "high", "limit"}),
    "collapsed": frozenset({"spread", "low", "high"}),
    "too_wide": frozenset({"spread", "low", "high"}),
}


class Issue(Plain):
    """One thing wrong with samples of a class.

    Attributes
    ----------
    kind
        What is wrong.
    severity : {"serious", "notable"}
    class_name : str
    samples : list of int
        Numbers of the samples in the condensed set, the worst first.
    of : int
        Samples of the class that were checked.
    real_rows : list of int
        Real pictures that show it, rows of the image set; where there are as many as samples,
        each belongs to the sample of its place.
    partners : list of int
        Of twins: the sample that each of ``samples`` resembles.
    measure : str
        Which measure of appearance or pixels is off; empty of other kinds.
    other : str
        The class that samples look like; empty of other kinds.
    numbers : dict of str to float
        Evidence. *copy*, *twin*: ``distance`` of the worst, ``typical`` distance between a real
        picture and the nearest other one, ``limit``. *other_class*: ``sure`` and ``right`` in
        per cent, ``limit`` of the difference of probabilities. *off_style*, *saturated*,
        *unnatural*: ``value`` of the worst sample and the range ``low`` to ``high`` of real
        pictures, in the measure's unit. *collapsed*, *too_wide*: ``spread`` in per cent of that
        of real pictures, and the range that as many real pictures have.
    """

    kind: IssueKind
    severity: Severity
    class_name: str = Field(max_length=1000)
    samples: list[Row] = Field(min_length=1, max_length=_MOST_SAMPLES)
    of: int = Field(ge=1)
    real_rows: list[Row] = Field(default=[], max_length=_MOST_SAMPLES)
    partners: list[Row] = Field(default=[], max_length=_MOST_SAMPLES)
    measure: str = Field("", max_length=40)
    other: str = Field("", max_length=1000)
    numbers: dict[str, Number] = Field(max_length=8)

    @model_validator(mode="after")
    def _fitting(self) -> Self:
        if set(self.numbers) != _NUMBERS[self.kind]:
            raise ValueError("other evidence than its kind has")
        if self.kind in ("off_style", "saturated", "unnatural") and not self.measure:
            raise ValueError("no measure")
        return self


class IssueReport(Plain):
    """Everything found in a condensed set, serious things first.

    Attributes
    ----------
    condensed, source : str
        Digest of the samples and fingerprint of the real pictures that were compared.
    picture_kind : {"drawing", "photo"}
        As what appearance was measured.
    pictures, samples : int
        Training pictures there are, and samples checked.
    looked_at : int
        Of the training pictures, those that ranges and classifiers rest on; copies are looked
        for among all.
    checked : list of IssueKind
        What could be checked.
    issues : list of Issue
    """

    version: Literal[1] = 1
    condensed: str = Field(max_length=64)
    source: str = Field(max_length=128)
    picture_kind: Kind
    pictures: int = Field(ge=0)
    looked_at: int = Field(ge=0)
    samples: int = Field(ge=0)
    checked: list[IssueKind] = Field(max_length=len(ISSUE_KINDS))
    issues: list[Issue] = Field(max_length=_MOST_ISSUES)

    @model_validator(mode="after")
    def _known(self) -> Self:
        if not {one.kind for one in self.issues} <= set(self.checked):
            raise ValueError("found without being looked for")
        named = {measure_key(one, self.picture_kind) for one in self.issues if one.measure}
        if not named <= CATALOGUE.keys():
            raise ValueError("unknown measure")
        return self

    def counts(self) -> dict[IssueKind, int]:
        """Samples concerned, by kind; kinds that were found only."""
        found: dict[IssueKind, set[int]] = {}
        for one in self.issues:
            found.setdefault(one.kind, set()).update(one.samples)
        return {kind: len(found[kind]) for kind in ISSUE_KINDS if kind in found}

    def of_samples(self) -> dict[int, tuple[IssueKind, ...]]:
        """What is wrong with each sample, by its number; samples without a fault are absent."""
        found: dict[int, list[IssueKind]] = {}
        for one in self.issues:
            for sample in one.samples:
                kinds = found.setdefault(sample, [])
                if one.kind not in kinds:
                    kinds.append(one.kind)
        return {sample: tuple(kinds) for sample, kinds in found.items()}

    def is_of(self, condensed: CondensedSet, source: str) -> bool:
        """Whether these samples and these pictures were compared."""
        return self.source == source and self.condensed == digest_of(condensed)

    def as_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return self.model_dump(mode="json")


def measure_key(issue: Issue, kind: Kind) -> str:
    """Where the catalogue names the measure of an issue."""
    return f"measure.{kind if issue.kind == 'off_style' else 'pixel'}_{issue.measure}"


def save_issues(report: IssueReport, path: Path) -> None:
    """Write a report atomically.

    Raises
    ------
    UserError
        ``file.cannot_write``.
    """
    write_report(report, path)


def load_issues(path: Path) -> IssueReport | None:
    """Read a report; None if there is none.

    Raises
    ------
    UserError
        ``file.not_ours`` if it is damaged, or not written by this version or an earlier one.
    """
    return read_report(IssueReport, path, _MOST_BYTES)
