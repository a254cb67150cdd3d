"""Two condensed sets side by side: recipes, numbers, gaps, appearance, trials, verdicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from typing import Literal, get_args

import numpy as np

from engine.data import CondensedSet, ImageSet
from engine.data.appearance_report import AppearanceReport
from engine.data.judged import verdict_counts
from engine.data.judgement import Verdict
from engine.data.recipe import CondenseRecipe
from engine.inspection.comparing_trials import (
    NotComparable,
    TrialComparison,
    compare_trials,
)
from engine.inspection.gaps import ClassGap, overall, require_same_pictures
from engine.inspection.of_run import run_appearance
from engine.inspection.of_run_gaps import run_gaps
from engine.inspection.recipe_differences import RecipeDifference, recipe_differences
from engine.project import Project, Run
from engine.project.sign_off import judged_set
from engine.runtime.errors import UserError
from engine.runtime.events import Emit, Progress
from engine.runtime.stop import StopToken
from engine.trial.results import SetResult, TrialReport
from engine.trial.stored import stored_trials

Aspect = Literal["content", "style", "diversity"]
ASPECTS: tuple[Aspect, ...] = get_args(Aspect)
Closer = Literal["first", "second", "same"]

# Gaps are shown with two decimals and measured through three random networks; smaller
# differences come and go with the draw of networks.
_LEAST, _LEAST_SHARE = 0.02, 0.1


@dataclass(frozen=True, eq=False)
class RunSide:
    """One of the two runs.

    Attributes
    ----------
    run : str
    condensed : CondensedSet
        With its verdicts.
    recipe : CondenseRecipe or None
        None for one that this version does not know.
    seconds : float or None
        Of condensing.
    steps : int
    trials : sequence of TrialReport
        Newest first.
    refusal : UserError or None
        Why the run cannot be compared with the project's pictures.
    gaps : sequence of ClassGap
        Empty until they are measured.
    appearance : AppearanceReport or None
        Of these very samples.
    """

    run: str
    condensed: CondensedSet
    recipe: CondenseRecipe | None
    seconds: float | None
    steps: int
    trials: Sequence[TrialReport]
    refusal: UserError | None = None
    gaps: Sequence[ClassGap] = ()
    appearance: AppearanceReport | None = None

    @property
    def bytes(self) -> int:
        """Of the stored pictures as uint8, without compression."""
        return self.condensed.stored * int(self.condensed.images[:1].nbytes)

    @property
    def present(self) -> list[str]:
        """Names of the classes that have samples."""
        counts = self.condensed.stored_by_class
        return [n for n, count in zip(self.condensed.class_names, counts, strict=True) if count]

    @property
    def size(self) -> str:
        """Width × height of a picture in px."""
        _, height, width, _ = self.condensed.images.shape
        return f"{width}×{height}"

    @property
    def tried(self) -> list[SetResult]:
        """Its own results in the trials, newest first."""
        found = [report.find("condensed") for report in self.trials]
        return [one for one in found if one is not None]

    def judged(self) -> dict[str, int]:
        """Samples by verdict, and those that are ``open``."""
        return asdict(verdict_counts(self.condensed))

    def verdict(self, sample: int) -> Verdict | None:
        """What was said of a sample; None if it is not judged."""
        judged = self.condensed.judged
        return None if judged is None else judged.verdict(sample)


@dataclass(frozen=True)
class AspectComparison:
    """One kind of gap in both runs.

    Attributes
    ----------
    first, second : float
        Mean over the classes; units of :class:`engine.inspection.ClassGap`.
    closer : {"first", "second", "same"}
        Which run is closer to the real samples; diversity is closer the nearer it is to 1.
        Differences under 0.02 or a tenth of the larger distance count as the same.
    classes : tuple of int
        Classes in which the first run is closer, in which the second is, and all.
    """

    aspect: Aspect
    first: float
    second: float
    closer: Closer
    classes: tuple[int, int, int]


@dataclass(frozen=True, eq=False)
class RunComparison:
    """Everything that is known of the difference of two runs.

    Attributes
    ----------
    recipe : sequence of RecipeDifference or None
        Only fields that differ; None where a recipe cannot be read.
    aspects : sequence of AspectComparison
        Over the classes of both; empty as long as gaps are not known of both.
    trial : TrialComparison or str
        Where there is none, why.
    titles : mapping of str to str
        What the project's reference sets are called, by name.
    """

    first: RunSide
    second: RunSide
    recipe: Sequence[RecipeDifference] | None
    aspects: Sequence[AspectComparison]
    trial: TrialComparison | NotComparable
    titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def same_aim(self) -> bool:
        """Whether both are measured from the same appearance, as far as is known."""
        return _aim(self.first.recipe) == _aim(self.second.recipe)

    @property
    def same_classes(self) -> bool:
        """Whether both hold the same classes in pictures of the same shape."""
        one, other = self.first.condensed, self.second.condensed
        return (
            one.class_names == other.class_names and one.images.shape[1:] == other.images.shape[1:]
        )


def read_side(run: Run, image_set: ImageSet | None) -> RunSide:
    """What is stored of a run; nothing is measured.

    Parameters
    ----------
    image_set : ImageSet, optional
        The project's pictures; without them nothing can be measured later.

    Raises
    ------
    UserError
        ``run.no_result``, ``file.not_ours``, ``project.newer``, ``project.no_run``.
    """
    condensed, result = judged_set(run), run.result
    recipe = None
    with suppress(UserError):
        recipe = run.recipe
    kept = run.appearance()
    seconds = condensed.provenance.get("seconds") if result is None else result.seconds
    return RunSide(
        run=run.id,
        condensed=condensed,
        recipe=recipe,
        seconds=float(seconds) if isinstance(seconds, int | float) else None,
        steps=run.step if result is None else result.steps,
        trials=stored_trials(run),
        refusal=_refusal(condensed, image_set),
        appearance=kept if kept is not None and kept.is_of(condensed) else None,
    )


def measure_side(
    side: RunSide,
    project: Project,
    image_set: ImageSet,
    *,
    gaps: Sequence[ClassGap] = (),
    token: StopToken | None = None,
) -> RunSide:
    """The same with its gaps and its appearance, where it can be compared with the pictures.

    Parameters
    ----------
    gaps : sequence of ClassGap
        Where they are known already; they are not measured again.

    Raises
    ------
    UserError
        ``file.not_ours`` of a picture file; ``project.no_run``.
    Stopped
    """
    if side.refusal is not None:
        return side
    run = project.run(side.run)
    found = gaps or run_gaps(project, run, image_set, side.condensed, token=token).classes
    appearance = side.appearance or run_appearance(
        project, run, image_set, side.condensed, token=token
    )
    return replace(side, gaps=found, appearance=appearance)


def compare_sides(
    first: RunSide, second: RunSide, titles: Mapping[str, str] | None = None
) -> RunComparison:
    """Compare what is known of two runs; quick."""
    differences = None
    if first.recipe is not None and second.recipe is not None:
        differences = recipe_differences(first.recipe, second.recipe)
    return RunComparison(
        first=first,
        second=second,
        recipe=differences,
        aspects=_aspects(first.gaps, second.gaps),
        trial=compare_trials(first.trials, second.trials),
        titles=titles or {},
    )


def compare_runs(
    project: Project, first: Run, second: Run, *, emit: Emit, token: StopToken
) -> RunComparison:
    """Read and measure two runs of a project and compare them.

    Raises
    ------
    UserError
        ``compare.same_run``; ``run.no_result``; ``file.not_ours``; ``project.newer``.
    Stopped
    """
    if first.id == second.id:
        raise UserError("compare.same_run", exit_code=2, run=first.id)
    image_set = None
    with suppress(UserError):  # without pictures all but the gaps can be compared
        image_set = project.image_set()
    try:
        one, other = read_side(first, image_set), read_side(second, image_set)
        if image_set is not None:
            emit(Progress("stage.gaps", 0, 2))
            one = measure_side(one, project, image_set, token=token)
            emit(Progress("stage.gaps", 1, 2))
            other = measure_side(other, project, image_set, token=token)
            emit(Progress("stage.gaps", 2, 2))
    finally:
        if image_set is not None:
            image_set.close()
    return compare_sides(one, other, project.reference_titles())


def distance_off(aspect: Aspect, value: float) -> float:
    """How far a gap, or a diversity, is from *as the real samples*: 0 and up."""
    return abs(1 - value) if aspect == "diversity" else max(0.0, value)


def which_is_closer(aspect: Aspect, first: float, second: float) -> Closer:
    """Which of two values is closer to the real samples, or that there is no telling."""
    one, other = distance_off(aspect, first), distance_off(aspect, second)
    if abs(one - other) < max(_LEAST, _LEAST_SHARE * max(one, other)):
        return "same"
    return "first" if one < other else "second"


def _aim(recipe: CondenseRecipe | None) -> tuple[str, str | float | None]:
    if recipe is None or recipe.appearance == "mine":
        return "mine", None
    varied = recipe.appearance == "varied"
    return recipe.appearance, recipe.variation if varied else recipe.reference


def _aspects(first: Sequence[ClassGap], second: Sequence[ClassGap]) -> list[AspectComparison]:
    others = {gap.name: gap for gap in second}
    pairs = [(gap, others[gap.name]) for gap in first if gap.name in others]
    if not pairs:
        return []
    whole = overall([one for one, _ in pairs]), overall([other for _, other in pairs])
    found = []
    for aspect in ASPECTS:
        values = [(getattr(one, aspect), getattr(other, aspect)) for one, other in pairs]
        closer = Counter(which_is_closer(aspect, *both) for both in values)
        one, other = (float(getattr(gap, aspect)) for gap in whole)
        found.append(
            AspectComparison(
                aspect=aspect,
                first=one,
                second=other,
                closer=which_is_closer(aspect, one, other),
                classes=(closer["first"], closer["second"], len(pairs)),
            )
        )
    return found


def _refusal(condensed: CondensedSet, image_set: ImageSet | None) -> UserError | None:
    if image_set is None:
        return UserError("compare.no_pictures")
    try:
        require_same_pictures(image_set, condensed)
    except UserError as error:
        return error
    return None


def images_by_class(side: RunSide) -> tuple[int, int]:
    """The fewest and the most images stored of a class that has any; 0, 0 for an empty set."""
    counts = side.condensed.stored_by_class
    present = counts[counts > 0]
    return (int(np.min(present)), int(np.max(present))) if len(present) else (0, 0)
