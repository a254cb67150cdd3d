"""Blind tests that inspectors took, kept with a run: a record that only grows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from engine.data.blind_result import MOST_PAIRS, BlindResult, InspectorName, TestTime
from engine.project.catalogue import has_table
from engine.project.runs import Run
from engine.runtime.errors import UserError
from engine.runtime.messages import Language

Side = Literal["left", "right"]
SIDES: tuple[Side, Side] = ("left", "right")


class BlindAnswer(BaseModel):
    """A pair and the side that was taken for the synthetic sample."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    sample: int = Field(ge=0)
    picture: int = Field(ge=0)
    label: int = Field(ge=0)
    synthetic: Side
    said: Side

    @property
    def right(self) -> bool:
        """Whether it was told rightly."""
        return self.said == self.synthetic


class BlindTest(BaseModel):
    """A test that one inspector took, with its result."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    inspector: InspectorName = ""
    time: TestTime
    seed: int
    answers: tuple[BlindAnswer, ...] = Field(max_length=MOST_PAIRS)

    @property
    def result(self) -> BlindResult:
        """The test in short."""
        return BlindResult(
            inspector=self.inspector, time=self.time, pairs=self.count, told=self.told
        )

    @property
    def count(self) -> int:
        """Pairs answered."""
        return len(self.answers)

    @property
    def told(self) -> int:
        """Pairs told rightly."""
        return sum(one.right for one in self.answers)

    @property
    def rate(self) -> float | None:
        """As :attr:`BlindResult.rate`."""
        return self.result.rate

    @property
    def interval(self) -> tuple[float, float] | None:
        """As :attr:`BlindResult.interval`."""
        return self.result.interval

    def sentence(self, language: Language = "en") -> str:
        """The hit rate with its interval, and what it means."""
        return self.result.sentence(language)


def keep_test(run: Run, test: BlindTest) -> None:
    """Store a test in the project.

    Raises
    ------
    UserError
        ``file.cannot_write``.
    """
    content = json.dumps(test.model_dump(mode="json"), ensure_ascii=False)
    with run.catalogue.writing() as connection:
        connection.execute(
            "INSERT INTO blind_tests (run, content) VALUES (?, ?)", (run.id, content)
        )


def blind_tests_of(run: Run) -> list[BlindTest]:
    """The tests of a run, oldest first.

    Raises
    ------
    UserError
        ``file.not_ours`` if the catalogue was altered.
    """
    with run.catalogue.transaction() as connection:
        if not has_table(connection, "blind_tests"):
            return []
        rows = connection.execute(
            "SELECT content FROM blind_tests WHERE run = ? ORDER BY number", (run.id,)
        ).fetchall()
    return [_parsed(row["content"], run.catalogue.path) for row in rows]


def _parsed(stored: Any, path: Path) -> BlindTest:
    try:
        return BlindTest.model_validate_json(stored)
    except (ValidationError, TypeError, ValueError, RecursionError) as error:
        raise UserError("file.not_ours", file=str(path), reason="unreadable blind test") from error
