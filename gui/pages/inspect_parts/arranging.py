"""Which samples the gallery shows and in which order; no Qt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import numpy.typing as npt

from engine.data import ImageSet
from engine.project.verdicts import Verdict
from gui.pages.inspect_parts.look import Look

Judged = Literal["none", "accepted", "rejected", "hold"]
JUDGED: tuple[Judged, ...] = ("none", "accepted", "rejected", "hold")

# What the samples can be ordered by besides the measures of appearance.
CLASS, NAME, VERDICT, ISSUES = "class", "name", "verdict", "issues"
NEAREST, TO_CHOSEN = "distance", "chosen"
DISTANCES = (NEAREST, TO_CHOSEN)
PLAIN = (CLASS, NAME, VERDICT, ISSUES)

VerdictOf = Callable[[int], Verdict | None]
IssuesOf = Callable[[int], Sequence[str]]
Rows = npt.NDArray[np.intp]
Values = npt.NDArray[np.float32]
# What is still to be judged comes first, what needs no second look last.
_RANKS: dict[Verdict | None, int] = {None: 0, "hold": 1, "rejected": 2, "accepted": 3}
_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True)
class Wishes:
    """What is asked of the gallery.

    Attributes
    ----------
    words : str
        Looked for in class names, numbers and file names.
    verdicts : frozenset
        Synthetic samples judged so; empty: however they are judged.
    issues : frozenset of str
        Synthetic samples with one of these issues; empty: with any or none.
    measure : str
        Measure of appearance, or a distance, that must be in ``least`` to ``most``; empty: none.
    slack : float
        Half of the last digit that is shown of it: what is shown as the limit is inside.
    order : str
        One of the words above or the key of a measure.
    """

    words: str = ""
    verdicts: frozenset[Judged] = frozenset()
    issues: frozenset[str] = frozenset()
    measure: str = ""
    least: float = -np.inf
    most: float = np.inf
    slack: float = 0.0
    order: str = CLASS
    descending: bool = False

    @property
    def filtered(self) -> bool:
        """Whether some samples may be left out."""
        return bool(self.words.strip() or self.verdicts or self.issues or self.measure)

    @property
    def values(self) -> set[str]:
        """Measures and distances that must be known."""
        return {one for one in (self.order, self.measure) if one and one not in PLAIN}

    def without_values(self) -> Wishes:
        """What can be done of it before any value is known."""
        order = self.order if self.order in PLAIN else CLASS
        return replace(self, measure="", least=-np.inf, most=np.inf, slack=0.0, order=order)

    def unfiltered(self) -> Wishes:
        """The same order, everything shown."""
        return Wishes(order=self.order, descending=self.descending)


@dataclass(frozen=True)
class Scope:
    """What there is to show: a class, all classes (``label`` None), or what was selected of them.

    Attributes
    ----------
    images : ImageSet or None
        None where there are no real samples to compare with.
    selected : tuple or None
        Synthetic samples and rows of the image set.
    """

    look: Look | None = None
    images: ImageSet | None = None
    label: int | None = None
    selected: tuple[frozenset[int], Rows] | None = None

    def samples(self) -> list[int]:
        """Synthetic samples, by class."""
        samples = [] if self.look is None else self.look.samples(self.label)
        if self.selected is None:
            return samples
        return [one for one in samples if one in self.selected[0]]

    def rows(self) -> Rows:
        """Training pictures, as in the file; of a selection, test pictures too."""
        if self.images is None:
            return np.empty(0, np.intp)
        if self.selected is None:
            return self.images.indices("train", self.label)
        return np.intersect1d(self.images.indices(None, self.label), self.selected[1])


def folded(words: str) -> str:
    """Small letters, half width: what is typed with a Japanese input method finds it too."""
    return unicodedata.normalize("NFKC", words).casefold()


class Names:
    """File names of real samples, ready to be searched and sorted; made when first needed."""

    def __init__(self, sources: Sequence[str]) -> None:
        self._sources = sources
        self._folded: list[str] | None = None

    @property
    def folded(self) -> list[str]:
        """Each name as it is searched; one that is so already takes no more room."""
        if self._folded is None:
            pairs = ((one, folded(one)) for one in self._sources)
            self._folded = [one if one == found else found for one, found in pairs]
        return self._folded

    def matching(self, rows: Rows, words: str) -> Rows:
        """Rows whose name holds every one of the words."""
        parts, names = folded(words).split(), self.folded
        found = [row for row in rows.tolist() if all(part in names[row] for part in parts)]
        return np.array(found, np.intp)

    def ordered(self, rows: Rows) -> Rows:
        """Rows by name; numbers in it count as numbers."""
        names = self.folded

        def key(row: int) -> tuple[list[str | int], str]:
            # Every other part is a number, so that like is compared with like.
            parts: list[str | int] = list(_DIGITS.split(names[row]))
            parts[1::2] = [int(one) for one in parts[1::2]]
            return parts, names[row]

        return np.array(sorted(rows.tolist(), key=key), np.intp)


def matches(sample: int, look: Look, words: str) -> bool:
    """Whether a synthetic sample is meant: each word is its number, or part of its class's name."""
    name, place = folded(look.class_names[look.label_of(sample)]), str(look.place_of(sample))
    return all(part in name or part == place for part in folded(words).split())


def fits(sample: int, wishes: Wishes, verdict_of: VerdictOf, issues_of: IssuesOf) -> bool:
    """Whether a synthetic sample has the verdict and an issue that are asked for."""
    if wishes.verdicts and (verdict_of(sample) or "none") not in wishes.verdicts:
        return False
    return not wishes.issues or bool(wishes.issues.intersection(issues_of(sample)))


def arranged_synthetic(
    samples: Sequence[int],
    look: Look,
    wishes: Wishes,
    verdict_of: VerdictOf,
    issues_of: IssuesOf,
    value: Callable[[str, Rows], Values],
) -> list[int]:
    """The synthetic samples to show, in order; ``samples`` are by class."""
    words = wishes.words.strip()
    kept = [
        one
        for one in samples
        if fits(one, wishes, verdict_of, issues_of) and (not words or matches(one, look, words))
    ]
    rows = np.array(kept, np.intp)
    rows = _within(rows, wishes, value)
    order = wishes.order
    if order == VERDICT:
        ranks = np.array([_RANKS[verdict_of(int(one))] for one in rows], np.float32)
        rows = by_value(rows, ranks, descending=wishes.descending)
    elif order == ISSUES:
        counts = np.array([len(issues_of(int(one))) for one in rows], np.float32)
        rows = by_value(rows, counts, descending=wishes.descending)
    elif order in (CLASS, NAME, TO_CHOSEN):
        rows = rows[::-1] if wishes.descending and order == CLASS else rows
    else:
        rows = by_value(rows, value(order, rows), descending=wishes.descending)
    return [int(one) for one in rows]


def arranged_real(
    rows: Rows, names: Names, wishes: Wishes, value: Callable[[str, Rows], Values]
) -> Rows:
    """The real samples to show, in order; ``rows`` are as in the file."""
    if wishes.words.strip():
        rows = names.matching(rows, wishes.words)
    rows = _within(rows, wishes, value)
    order = wishes.order
    if order == NAME:
        found = names.ordered(rows)
        return found[::-1] if wishes.descending else found
    if order == CLASS:
        return rows[::-1] if wishes.descending else rows
    if order in (VERDICT, ISSUES):
        return rows
    return by_value(rows, value(order, rows), descending=wishes.descending)


def by_value(rows: Rows, values: Values, *, descending: bool) -> Rows:
    """Rows by their values, what is not known last; equal ones stay as they are."""
    order = np.argsort(-values if descending else values, kind="stable")
    return rows[order]


def _within(rows: Rows, wishes: Wishes, value: Callable[[str, Rows], Values]) -> Rows:
    if not wishes.measure:
        return rows
    found = value(wishes.measure, rows)
    inside = (found >= wishes.least - wishes.slack) & (found <= wishes.most + wishes.slack)
    return rows[inside]


def only_order(wishes: Wishes, order: str) -> Wishes:
    """Another order: worries first where more is worse, else the least first."""
    return replace(wishes, order=order, descending=order == ISSUES)
