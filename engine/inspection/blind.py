"""A blind test: which of two pictures is the synthetic one?"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal

import numpy as np
import numpy.typing as npt
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from engine.data import CondensedSet, ImageSet
from engine.data.judgement import MOST_NAME, cleaned
from engine.inspection.gaps import require_same_pictures
from engine.project import Run
from engine.project.catalogue import has_table
from engine.project.times import now
from engine.runtime.errors import UserError
from engine.runtime.messages import Language, text

PAIRS = 20
Side = Literal["left", "right"]
SIDES: tuple[Side, Side] = ("left", "right")
_CONFIDENCE = 0.95
_MOST_ANSWERS = 10_000
_Name = Annotated[
    str, Field(max_length=10 * MOST_NAME), AfterValidator(lambda s: cleaned(s, MOST_NAME))
]
_Time = Annotated[str, Field(max_length=64), AfterValidator(lambda s: cleaned(s, 64))]


@dataclass(frozen=True)
class BlindPair:
    """A question.

    Attributes
    ----------
    sample : int
        Position of the synthetic sample in the condensed set.
    picture : int
        Row of the real picture in the image set; of the same class, for training.
    label : int
        Their class.
    synthetic : {"left", "right"}
        Where the synthetic sample is shown.
    """

    sample: int
    picture: int
    label: int
    synthetic: Side


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

    inspector: _Name = ""
    time: _Time
    seed: int
    answers: tuple[BlindAnswer, ...] = Field(max_length=_MOST_ANSWERS)

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
        """``told / count``, 0..1; guessing gives 0.5. None without an answer."""
        return self.told / self.count if self.count else None

    @cached_property
    def interval(self) -> tuple[float, float] | None:
        """Where the hit rate lies with 95 % confidence (Wilson 1927), each 0..1."""
        if not self.count:
            return None
        # scipy.stats takes a while to import; who opens a page need not wait for it.
        from scipy.stats import binomtest

        found = binomtest(self.told, self.count).proportion_ci(_CONFIDENCE, method="wilson")
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
            count=self.count,
            low=f"{100 * low:.0f}",
            high=f"{100 * high:.0f}",
        )


def draw_pairs(
    condensed: CondensedSet, image_set: ImageSet, *, pairs: int = PAIRS, seed: int = 0
) -> list[BlindPair]:
    """Pairs of a synthetic sample and a real training picture of its class, sides at random.

    Real pictures in the condensed set take no part. No sample and no picture comes twice
    before all others of the same class have come as often.

    Parameters
    ----------
    pairs : int
        At least 1; so many are drawn.
    seed : int
        The same gives the same pairs.

    Raises
    ------
    UserError
        ``blind.too_few`` where no class has both; ``inspect.other_pictures``.
    """
    require_same_pictures(image_set, condensed)
    random = np.random.default_rng(seed)
    pictures = {
        label: image_set.indices("train", label) for label in set(condensed.labels.tolist())
    }
    with_real = np.array([len(pictures[label]) > 0 for label in condensed.labels.tolist()], bool)
    samples = np.flatnonzero(~condensed.shows_real & with_real)
    if not len(samples):
        raise UserError("blind.too_few")
    drawn = _shuffled(samples, pairs, random)
    labels = condensed.labels[drawn]
    real = {
        label: _shuffled(pictures[label], int((labels == label).sum()), random).tolist()
        for label in sorted(set(labels.tolist()))
    }
    return [
        BlindPair(sample, real[label].pop(), label, SIDES[side])
        for sample, label, side in zip(
            drawn.tolist(), labels.tolist(), random.integers(0, 2, pairs).tolist(), strict=True
        )
    ]


def finish_test(
    pairs: Sequence[BlindPair], said: Sequence[Side], *, inspector: str = "", seed: int = 0
) -> BlindTest:
    """The result of a test; ``said`` is the side taken for the synthetic one in each pair.

    A test that is broken off has fewer answers than pairs.
    """
    return BlindTest(
        inspector=inspector,
        time=now(),
        seed=seed,
        answers=tuple(
            BlindAnswer(
                sample=pair.sample,
                picture=pair.picture,
                label=pair.label,
                synthetic=pair.synthetic,
                said=side,
            )
            for pair, side in zip(pairs, said, strict=False)
        ),
    )


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


def _shuffled(
    values: npt.NDArray[Any], count: int, random: np.random.Generator
) -> npt.NDArray[np.int64]:
    """``count`` of them in random order; each comes again only when all have come."""
    rounds = -(-count // len(values))
    drawn = [random.permutation(values) for _ in range(rounds)]
    return np.concatenate(drawn)[:count].astype(np.int64)


def _parsed(stored: Any, path: Path) -> BlindTest:
    try:
        return BlindTest.model_validate_json(stored)
    except (ValidationError, TypeError, ValueError, RecursionError) as error:
        raise UserError("file.not_ours", file=str(path), reason="unreadable blind test") from error
