"""Whether two runs train equally well, where their trials followed the same rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from engine.trial.results import SetResult, TrialReport

NotComparable = Literal["none", "first", "second", "model", "rule", "tests"]
"""No trial at all; only one run's; or trials of another model, rule or test pictures."""


@dataclass(frozen=True)
class TrialComparison:
    """The condensed sets of two runs under the same rule.

    Attributes
    ----------
    model : {"convnet", "resnet18"}
    first, second : SetResult
        Each with its mean over the seeds, their deviation, and the counts of the test pictures.
    """

    model: str
    first: SetResult
    second: SetResult

    @property
    def points(self) -> float:
        """Accuracy of the second less that of the first, in percentage points."""
        return 100 * (self.second.accuracy_mean - self.first.accuracy_mean)

    @property
    def beyond_spread(self) -> bool:
        """Whether the intervals of both accuracies are apart (:attr:`SetResult.margin`)."""
        margin = 100 * (self.first.margin + self.second.margin)
        return abs(self.points) > margin

    @property
    def trainings(self) -> int:
        """Of the run that was trained less often."""
        return min(len(self.first.accuracies), len(self.second.accuracies))


def compare_trials(
    first: Sequence[TrialReport], second: Sequence[TrialReport]
) -> TrialComparison | NotComparable:
    """The newest trials of two runs that followed the same rule, or why there are none.

    Parameters
    ----------
    first, second : sequence of TrialReport
        As :func:`engine.trial.stored.stored_trials` gives them.
    """
    if not first or not second:
        return "none" if not first and not second else "first" if first else "second"
    pairs = [(one, other) for one in first for other in second]
    for one, other in pairs:
        mine, yours = one.find("condensed"), other.find("condensed")
        if mine is not None and yours is not None and _obstacle(one, other) is None:
            return TrialComparison(one.recipe.model, mine, yours)
    return _obstacle(*pairs[0]) or "none"


def _obstacle(one: TrialReport, other: TrialReport) -> NotComparable | None:
    if one.recipe.model != other.recipe.model:
        return "model"
    if one.protocol != other.protocol:
        return "rule"
    same = one.class_names == other.class_names and one.test_counts == other.test_counts
    return None if same else "tests"
