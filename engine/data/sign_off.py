"""A person's word that a condensed set may be used, and the hash that shows later changes.

There is no cryptographic signature: whoever can write to the file can write another name into
it. The hash shows that what was signed for has not changed since, nothing more.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import numpy as np
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from engine.data.judged import Judged
from engine.data.judgement import MOST_NAME, cleaned
from engine.runtime.errors import UserError

if TYPE_CHECKING:
    from engine.data.condensed_set import CondensedSet

SignOffState = Literal["signed", "changed"]
MOST_STATEMENT = 1000
"""Characters of a statement."""
HASH_SHOWN = 16
"""Digits of the hash that people are shown."""

_Count = Annotated[int, Field(ge=0, le=2**40)]


def _text(most: int) -> AfterValidator:
    return AfterValidator(lambda value: cleaned(value, most))


class SignOff(BaseModel):
    """A sign-off.

    Attributes
    ----------
    inspector, time, statement : str
        Who, when (ISO 8601 with zone), and in which words.
    samples, accepted, rejected, hold, open : int
        Verdicts at that time; repeated real pictures count once.
    partial : bool
        Signed although samples were rejected, on hold or not judged.
    sha256 : str
        :func:`seal` of the set with its verdicts at that time.
    state : {"signed", "changed"}
        Whether that is still so; not stored, but found out whenever it is read.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    inspector: Annotated[str, Field(min_length=1, max_length=10 * MOST_NAME), _text(MOST_NAME)]
    time: Annotated[str, Field(max_length=64), _text(64)]
    statement: Annotated[str, Field(max_length=10 * MOST_STATEMENT), _text(MOST_STATEMENT)] = ""
    samples: _Count
    accepted: _Count
    rejected: _Count
    hold: _Count
    open: _Count
    partial: bool = False
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    state: SignOffState = Field(default="signed", exclude=True)

    @property
    def short_hash(self) -> str:
        """The beginning of the hash."""
        return self.sha256[:HASH_SHOWN]

    def as_json(self) -> str:
        """What is stored."""
        return json.dumps(self.model_dump(), ensure_ascii=False)

    def as_dict(self) -> dict[str, Any]:
        """Plain values with the state, for programs."""
        return {**self.model_dump(), "state": self.state}

    def beside(self, sha256: str) -> SignOff:
        """The same with its state, for a set that has this hash now."""
        return self.model_copy(update={"state": "signed" if sha256 == self.sha256 else "changed"})

    @classmethod
    def parse(cls, stored: Any, path: Path) -> SignOff:
        """Read JSON that may come from anywhere.

        Raises
        ------
        UserError
            ``file.not_ours`` naming ``path``.
        """
        try:
            found = cls.model_validate_json(stored)
        except (ValidationError, TypeError, ValueError, RecursionError) as error:
            raise UserError(
                "file.not_ours", file=str(path), reason="unreadable sign-off"
            ) from error
        return found.model_copy(update={"state": "signed"})


def seal(condensed: CondensedSet) -> str:
    """SHA-256 over everything a sign-off is about (docs/file-format.md).

    In this order, each part after its length in bytes (8 bytes, little-endian), arrays as
    little-endian bytes in C order after their shape as decimal numbers: images, labels, class
    names, mean, std, packed, real, verdict codes, then inspectors, times, notes and reasons.
    What is not there counts as an empty part; verdicts of a set without any as "not judged".

    Returns
    -------
    str
        64 hexadecimal digits.
    """
    total = hashlib.sha256()

    def add(part: bytes) -> None:
        total.update(len(part).to_bytes(8, "little"))
        total.update(part)

    def add_array(array: np.ndarray[Any, Any] | None, dtype: str) -> None:
        add(b"" if array is None else " ".join(map(str, array.shape)).encode())
        add(b"" if array is None else np.ascontiguousarray(array, dtype).tobytes())

    def add_texts(texts: list[str]) -> None:
        add(str(len(texts)).encode())
        for one in texts:
            add(one.encode("utf-8", "replace"))

    real = condensed.real if condensed.real is not None and condensed.real.any() else None
    add_array(condensed.images, "u1")
    add_array(condensed.labels, "<i8")
    add_texts(condensed.class_names)
    add_array(condensed.mean, "<f4")
    add_array(condensed.std, "<f4")
    add_array(condensed.packed, "u1")
    add_array(real, "<u4")
    judged = condensed.judged or Judged.none(condensed.decoded)
    add_array(judged.codes, "u1")
    for texts in judged.texts():
        add_texts(texts)
    return total.hexdigest()
