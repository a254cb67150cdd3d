"""What the page shows of a run, read and ordered beside the window; no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from engine.data import CondensedSet, ImageSet
from engine.inspection import ClassGap, diversity_grade, grade, overall, require_same_pictures
from engine.project import Run
from engine.project.verdicts import Judgement, Verdict, in_force
from engine.runtime import UserError

SortKey = Literal["class", "content", "style", "diversity", "worst"]
# How worrying a word is.
_RANKS = {
    "matched": 0,
    "close": 1,
    "apart": 2,
    "far": 3,
    "varied": 0,
    "wider": 1,
    "narrower": 2,
    "narrow": 3,
}


@dataclass(frozen=True)
class RunKey:
    """Which result of which run: a resumed run writes its condensed set anew."""

    run: str
    written: int

    @classmethod
    def of(cls, run: Run) -> RunKey | None:
        """The key of a run's condensed set; None if it has none."""
        try:
            return cls(run.id, run.condensed_path.stat().st_mtime_ns)
        except OSError:
            return None


@dataclass(frozen=True)
class Look:
    """A condensed set as it is looked at.

    Attributes
    ----------
    refusal : UserError or None
        Why it cannot be compared with the project's pictures.
    log : sequence of Judgement
        Everything inspectors said of the samples, oldest first.
    """

    condensed: CondensedSet
    verdicts: Mapping[int, Verdict]
    refusal: UserError | None
    log: Sequence[Judgement] = ()

    @property
    def class_names(self) -> Sequence[str]:
        """In the order of the labels."""
        return self.condensed.class_names

    def samples(self, label: int | None) -> list[int]:
        """Numbers of the samples of a class, or of all by class; a real picture is shown once."""
        labels = self.condensed.labels
        shown = np.flatnonzero(self.condensed.first_copies)
        if label is None:
            return [int(one) for one in shown[np.argsort(labels[shown], kind="stable")]]
        return [int(one) for one in shown[labels[shown] == label]]

    def label_of(self, sample: int) -> int:
        """The class of a synthetic sample."""
        return int(self.condensed.labels[sample])

    def place_of(self, sample: int) -> int:
        """Which one of its class it is, from 1."""
        labels = self.condensed.labels
        before = self.condensed.first_copies[: sample + 1]
        return int(np.count_nonzero(before & (labels[: sample + 1] == labels[sample])))


def read_look(run: Run, image_set: ImageSet | None) -> Look:
    """Read a run's condensed set and its verdicts.

    Raises
    ------
    UserError
        ``run.no_result``, ``file.not_ours``, ``project.newer``.
    """
    condensed = run.condensed()
    refusal = None
    if image_set is not None:
        try:
            require_same_pictures(image_set, condensed)
        except UserError as error:
            refusal = error
    log = run.judgements().log()
    verdicts = {one: said.verdict for one, said in in_force(log).items() if said.verdict}
    return Look(condensed, verdicts, refusal, log)


@dataclass(frozen=True)
class ClassLine:
    """A row of the class list; ``label`` None is the line over all classes."""

    label: int | None
    name: str
    samples: int
    judged: int
    gap: ClassGap | None = None

    @property
    def grades(self) -> tuple[str, str, str] | None:
        """The words for content, style and diversity."""
        if self.gap is None:
            return None
        return (
            grade("content", self.gap.content),
            grade("style", self.gap.style),
            diversity_grade(self.gap.diversity),
        )


def class_lines(
    look: Look, verdicts: Mapping[int, Verdict], gaps: Sequence[ClassGap]
) -> list[ClassLine]:
    """A line for all and one for each class that has samples; gaps may not be known yet."""
    by_name = {gap.name: gap for gap in gaps}
    labels = look.condensed.labels
    judged = np.bincount(
        [look.label_of(sample) for sample in verdicts if sample < len(labels)],
        minlength=len(look.class_names),
    )
    shown = labels[look.condensed.first_copies]
    counts = np.bincount(shown, minlength=len(look.class_names))
    lines = [
        ClassLine(label, name, int(counts[label]), int(judged[label]), by_name.get(name))
        for label, name in enumerate(look.class_names)
        if counts[label]
    ]
    whole = overall(list(gaps)) if gaps else None
    return [ClassLine(None, "", len(shown), int(judged.sum()), whole), *lines]


def in_order(lines: Sequence[ClassLine], key: SortKey, *, descending: bool) -> list[ClassLine]:
    """Sort the classes; the line over all stays on top, what is not measured goes last."""
    whole = [line for line in lines if line.label is None]
    rest = [line for line in lines if line.label is not None]
    if key == "class":
        rest.sort(key=lambda line: line.label or 0, reverse=descending)
        return whole + rest
    known = [line for line in rest if line.gap is not None]
    unknown = [line for line in rest if line.gap is None]
    known.sort(key=lambda line: _sort_value(line, key), reverse=descending or key == "worst")
    return whole + known + unknown


def _sort_value(line: ClassLine, key: SortKey) -> tuple[float, ...]:
    assert line.gap is not None
    assert line.grades is not None
    if key == "worst":
        ranks = [_RANKS[word] for word in line.grades]
        return (max(ranks), sum(ranks), line.gap.content + line.gap.style)
    return ({"content": line.gap.content, "style": line.gap.style}.get(key, line.gap.diversity),)
