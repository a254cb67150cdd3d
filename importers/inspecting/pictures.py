"""What is known of the pictures of an import, and what a finding is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from engine.data import Split
from importers.inspecting.measures import FIELDS

Rows = npt.NDArray[np.int64]
Severity = Literal["problem", "warning", "note"]
Remedy = Literal["exclude", "exclude_training"]


@dataclass(frozen=True, eq=False)
class Pictures:
    """Columns over N pictures.

    Attributes
    ----------
    names : sequence of str
        Where each comes from; all different.
    labels : sequence of str
    splits : sequence of "train", "test" or None
        The side that the folder gives; None where it gives none.
    digests : sequence of bytes
    hashes : ndarray of uint64, (N,)
    measures : ndarray of float32, (N, F)
        Rows of :class:`importers.inspecting.measures.Measures`.
    formats : sequence of str
        How each file was made, as "JPEG" or "PNG 16 bit".
    pairs : sequence of (int, int, float)
        Of :func:`importers.inspecting.near.near_pairs`.
    """

    names: Sequence[str]
    labels: Sequence[str]
    splits: Sequence[Split | None]
    digests: Sequence[bytes]
    hashes: npt.NDArray[np.uint64]
    measures: npt.NDArray[np.float32]
    formats: Sequence[str]
    pairs: Sequence[tuple[int, int, float]] = ()

    def __len__(self) -> int:
        return len(self.names)

    def column(self, name: str) -> npt.NDArray[np.float64]:
        """One of the measures, float64 ``(N,)``."""
        return self.measures[:, FIELDS.index(name)].astype(np.float64)


def _none() -> Rows:
    return np.zeros(0, np.int64)


@dataclass(frozen=True, eq=False)
class Finding:
    """One thing noticed.

    Attributes
    ----------
    kind : str
        A stable word for programs.
    severity : {"problem", "warning", "note"}
    key, params
        The sentence: a message key and its values.
    rows : ndarray of int64, (n,)
        All pictures that it concerns.
    partners : ndarray of int64, (n,)
        The row that each is a copy of, or -1.
    remedy : "exclude", "exclude_training" or None
        What can be done: leave ``rows`` out; for a leak they are the training pictures.
    suggested : bool
        Whether the remedy is applied at once; otherwise it is only offered.
    """

    kind: str
    severity: Severity
    key: str
    params: Mapping[str, Any]
    rows: Rows = field(default_factory=_none)
    partners: Rows = field(default_factory=_none)
    remedy: Remedy | None = None
    suggested: bool = False


def finding(
    kind: str,
    severity: Severity,
    rows: Sequence[int],
    *,
    partners: Sequence[int] | None = None,
    remedy: Remedy | None = None,
    suggested: bool = False,
    key: str | None = None,
    params: Mapping[str, Any] | None = None,
) -> Finding:
    """Build a finding; its key follows its kind, ``count`` is the number of rows if not given."""
    own = np.asarray(rows, np.int64)
    return Finding(
        kind=kind,
        severity=severity,
        key=key or f"check.{kind}",
        params={"count": len(own), **(params or {})},
        rows=own,
        partners=np.full(len(own), -1, np.int64)
        if partners is None
        else np.asarray(partners, np.int64),
        remedy=remedy,
        suggested=suggested,
    )


def remedied_rows(one: Finding) -> Rows:
    """Rows that the remedy of a finding leaves out, int64, sorted; none without a remedy."""
    return np.unique(one.rows) if one.remedy else _none()
