"""The verdicts on the samples of a condensed set: columns beside its images."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

import h5py
import numpy as np
import numpy.typing as npt

from engine.data.checked import dataset, short_strings
from engine.data.judgement import VERDICTS, Judgement, Verdict
from engine.runtime.errors import UserError

if TYPE_CHECKING:
    from engine.data.condensed_set import CondensedSet

_CODES = "verdicts"
_TEXTS = ("verdict_inspector", "verdict_time", "verdict_note", "verdict_reasons")


@dataclass(frozen=True, eq=False)
class Judged:
    """What was said of each of N samples.

    Attributes
    ----------
    codes : ndarray of uint8, (N,)
        0 not judged, 1 accepted, 2 rejected, 3 on hold.
    inspectors, times, notes : list of str, N long
        Empty where not judged; see :class:`~engine.data.judgement.Judgement`.
    reasons : list of tuple of str, N long
    """

    codes: npt.NDArray[np.uint8]
    inspectors: list[str]
    times: list[str]
    notes: list[str]
    reasons: list[tuple[str, ...]]

    @classmethod
    def of(cls, current: Mapping[int, Judgement], first_copy: npt.NDArray[np.int64]) -> Self:
        """Columns from the judgements that are in force.

        Parameters
        ----------
        current : mapping of int to Judgement
            By sample; those of samples that are not there are passed over.
        first_copy : ndarray of int64, (N,)
            The sample whose verdict counts for each: for a repeated real picture its first copy.
        """
        found = [current.get(sample) for sample in first_copy.tolist()]
        return cls(
            codes=np.array([code_of(one.verdict if one else None) for one in found], np.uint8),
            inspectors=[one.inspector if one else "" for one in found],
            times=[one.time if one else "" for one in found],
            notes=[one.note if one else "" for one in found],
            reasons=[one.reasons if one else () for one in found],
        )

    @classmethod
    def none(cls, count: int) -> Self:
        """Columns of ``count`` samples that nobody judged."""
        return cls.of({}, np.arange(count))

    def verdict(self, sample: int) -> Verdict | None:
        """The verdict on a sample; None if it is not judged."""
        code = int(self.codes[sample])
        return VERDICTS[code - 1] if code else None

    def texts(self) -> tuple[list[str], list[str], list[str], list[str]]:
        """Inspectors, times, notes and reasons (joined by spaces), as they are stored."""
        return self.inspectors, self.times, self.notes, [" ".join(one) for one in self.reasons]

    def write(self, file: h5py.File) -> None:
        """Into a condensed set's HDF5 file: strings of a fixed length, so that size is bounded."""
        file.create_dataset(_CODES, data=self.codes)
        for name, texts in zip(_TEXTS, self.texts(), strict=True):
            coded = [one.encode() for one in texts]
            kind = h5py.string_dtype("utf-8", max([1, *map(len, coded)]))
            file.create_dataset(
                name,
                data=np.array(coded, kind),
                compression="gzip" if coded else None,
            )

    @classmethod
    def read(cls, file: h5py.File, path: Path) -> Self | None:
        """From a condensed set's HDF5 file; None where it has no verdicts.

        Raises
        ------
        UserError
            ``file.not_ours``.
        """
        if _CODES not in file:
            return None
        codes = dataset(file, _CODES, np.uint8, 1, path)[:]
        if len(codes) and codes.max() > len(VERDICTS):
            raise UserError("file.not_ours", file=str(path), reason="unknown verdict")
        inspectors, times, notes, reasons = (
            short_strings(file, name, len(codes), path) for name in _TEXTS
        )
        return cls(codes, inspectors, times, notes, [tuple(one.split()) for one in reasons])


@dataclass(frozen=True)
class VerdictCounts:
    """How many samples have which verdict; repeated real pictures count once."""

    accepted: int = 0
    rejected: int = 0
    hold: int = 0
    open: int = 0

    @property
    def samples(self) -> int:
        """All of them."""
        return self.accepted + self.rejected + self.hold + self.open

    @property
    def judged(self) -> int:
        """Those with a verdict."""
        return self.samples - self.open


def code_of(verdict: Verdict | None) -> int:
    """The number that stands for a verdict in files."""
    return 0 if verdict is None else VERDICTS.index(verdict) + 1


def verdict_counts(condensed: CondensedSet, label: int | None = None) -> VerdictCounts:
    """Verdicts on the samples of a set, or of one of its classes."""
    counted = condensed.first_copies
    if label is not None:
        counted = counted & (condensed.labels == label)
    judged = condensed.judged or Judged.none(condensed.decoded)
    found = np.bincount(judged.codes[counted], minlength=len(VERDICTS) + 1).tolist()
    return VerdictCounts(accepted=found[1], rejected=found[2], hold=found[3], open=found[0])
