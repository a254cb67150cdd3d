"""Blind tests in short: how often real and synthetic were told apart, beside the condensed set."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    model_validator,
)

from engine.data.judgement import MOST_NAME, cleaned
from engine.runtime.errors import UserError
from engine.runtime.messages import Language, text

MOST_PAIRS = 10_000
"""Pairs of one test."""
MOST_TESTS = 1000
"""Tests that go with a file; of more, the newest."""
_CONFIDENCE = 0.95

InspectorName = Annotated[
    str, Field(max_length=10 * MOST_NAME), AfterValidator(lambda s: cleaned(s, MOST_NAME))
]
TestTime = Annotated[str, Field(max_length=64), AfterValidator(lambda s: cleaned(s, 64))]


class BlindResult(BaseModel):
    """What one inspector reached in a blind test.

    Attributes
    ----------
    inspector : str
        Empty where no name was given.
    time : str
        ISO 8601 with zone.
    pairs, told : int
        Pairs answered, and those in which the synthetic sample was told rightly.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    inspector: InspectorName = ""
    time: TestTime
    pairs: int = Field(ge=0, le=MOST_PAIRS)
    told: int = Field(ge=0)

    @model_validator(mode="after")
    def _no_more_told_than_shown(self) -> Self:
        if self.told > self.pairs:
            raise ValueError("more pairs told rightly than shown")
        return self

    @property
    def rate(self) -> float | None:
        """``told / pairs``, 0..1; guessing gives 0.5. None without an answer."""
        return self.told / self.pairs if self.pairs else None

    @cached_property
    def interval(self) -> tuple[float, float] | None:
        """Where the hit rate lies with 95 % confidence (Wilson 1927), each 0..1."""
        if not self.pairs:
            return None
        # scipy.stats takes a while to import; who opens a page need not wait for it.
        from scipy.stats import binomtest

        found = binomtest(self.told, self.pairs).proportion_ci(_CONFIDENCE, method="wilson")
        return float(found.low), float(found.high)

    def sentence(self, language: Language = "en") -> str:
        """The hit rate with its interval, and what it means."""
        if self.interval is None:
            return text("blind.nothing", language)
        low, high = self.interval
        meaning = "recognised" if low > 0.5 else "mistaken" if high < 0.5 else "guessing"
        return text(
            f"blind.{meaning}",
            language,
            told=self.told,
            count=self.pairs,
            low=f"{100 * low:.0f}",
            high=f"{100 * high:.0f}",
        )

    def as_dict(self) -> dict[str, Any]:
        """Plain values with hit rate and interval (0..1; None without an answer)."""
        low, high = self.interval or (None, None)
        return {**self.model_dump(), "hit_rate": self.rate, "low": low, "high": high}


_RESULTS = TypeAdapter(Annotated[tuple[BlindResult, ...], Field(max_length=MOST_TESTS)])


def results_json(results: Sequence[BlindResult]) -> str:
    """What a condensed set's file holds: of too many the newest, which stand last."""
    return json.dumps([one.as_dict() for one in results[-MOST_TESTS:]], ensure_ascii=False)


def parse_results(stored: Any, path: Path) -> tuple[BlindResult, ...]:
    """Read JSON that may come from anywhere; rates and intervals in it are not believed.

    Raises
    ------
    UserError
        ``file.not_ours`` naming ``path``.
    """
    try:
        return _RESULTS.validate_json(stored)
    except (ValidationError, TypeError, ValueError, RecursionError) as error:
        raise UserError("file.not_ours", file=str(path), reason="unreadable blind tests") from error
