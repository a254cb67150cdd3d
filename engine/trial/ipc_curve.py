"""The curve over images per class: what more synthetic images would gain, from stored trials."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from engine.data.model_names import ModelName
from engine.data.recipe import CondenseRecipe
from engine.project import Run
from engine.runtime.errors import UserError
from engine.trial.protocol import Protocol
from engine.trial.results import SetResult, TrialReport
from engine.trial.stored import stored_trials


@dataclass(frozen=True)
class CurvePoint:
    """One number of images per class.

    Attributes
    ----------
    ipc : int
    run : str
    images : int
        A model is trained on.
    seeds : int
        Trainings.
    accuracy, margin : float
        Mean over the trainings and half-width of its interval, 0..1.
    random, random_margin : float or None
        The same of equally many random real samples; None where they took no part.
    full : float or None
        Accuracy of all real samples in the same trial.
    condense_seconds : float
    """

    ipc: int
    run: str
    images: int
    seeds: int
    accuracy: float
    margin: float
    random: float | None
    random_margin: float | None
    full: float | None
    condense_seconds: float


@dataclass(frozen=True)
class IpcCurve:
    """Points of runs that differ in images per class alone, tried by one model under one rule.

    ``recipe`` is that of the newest run; ``points`` go from few images to many.
    """

    recipe: CondenseRecipe
    model: ModelName
    protocol: Protocol
    fingerprint: str | None
    points: tuple[CurvePoint, ...]

    @property
    def full(self) -> float | None:
        """Accuracy of all real samples, 0..1, in the trial with most images that has it."""
        return next((one.full for one in reversed(self.points) if one.full is not None), None)

    def as_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "recipe": self.recipe.model_dump(mode="json", exclude={"ipc"}),
            "model": self.model,
            "protocol": self.protocol.model_dump(mode="json"),
            "full": self.full,
            "points": [asdict(one) for one in self.points],
        }


def family(recipe: CondenseRecipe) -> CondenseRecipe:
    """A recipe without its images per class: equal where these alone differ."""
    return recipe.model_copy(update={"ipc": 1})


def ipc_curves(runs: Iterable[Run]) -> list[IpcCurve]:
    """The curves that stored trials give, also those of a single point; newest trial first.

    Finished runs count, not those that were stopped early or mended; of several trials at the
    same place the newest.
    """
    found: dict[str, list[_Measured]] = defaultdict(list)
    for run in runs:
        for one in _measured(run):
            found[one.key].append(one)
    groups = sorted(found.values(), key=lambda group: max(one.created for one in group))
    return [_curve(group) for group in reversed(groups)]


def curve_of(
    curves: Iterable[IpcCurve], recipe: CondenseRecipe, model: str | None = None
) -> IpcCurve | None:
    """The newest curve of at least two points that a recipe belongs to; None without one."""
    own = family(recipe)
    for one in curves:
        fits = family(one.recipe) == own and model in (None, one.model)
        if fits and len(one.points) > 1:
            return one
    return None


@dataclass(frozen=True)
class _Measured:
    created: str
    recipe: CondenseRecipe
    report: TrialReport
    model: ModelName
    protocol: Protocol
    point: CurvePoint

    @property
    def key(self) -> str:
        own = self.model == self.report.recipe.model
        weights = self.report.weights_sha256 if own else None
        told = (self.model, self.protocol.model_dump_json(), self.report.fingerprint, weights)
        return repr((family(self.recipe).model_dump_json(), *told))


def _measured(run: Run) -> Iterator[_Measured]:
    try:
        recipe, status = run.recipe, run.status
    except UserError:  # a recipe that this version does not know
        return
    if status != "done" or recipe.mend is not None:
        return
    for report in stored_trials(run):
        trained = [(report.recipe.model, report.protocol, report.sets)]
        trained += [(one.model, one.protocol, one.sets) for one in report.further]
        for model, protocol, sets in trained:
            point = _point(run, recipe, report, sets)
            if point is not None:
                yield _Measured(report.created, recipe, report, model, protocol, point)


def _point(
    run: Run, recipe: CondenseRecipe, report: TrialReport, sets: list[SetResult]
) -> CurvePoint | None:
    by_name = {one.name: one for one in sets if _sound(one)}
    condensed, random, full = (by_name.get(one) for one in ("condensed", "random", "full"))
    if condensed is None:
        return None
    seconds = report.condense_seconds
    return CurvePoint(
        ipc=recipe.ipc,
        run=run.id,
        images=condensed.images,
        seeds=len(condensed.accuracies),
        accuracy=condensed.accuracy_mean,
        margin=condensed.margin,
        random=None if random is None else random.accuracy_mean,
        random_margin=None if random is None else random.margin,
        full=None if full is None else full.accuracy_mean,
        condense_seconds=seconds if math.isfinite(seconds) and seconds >= 0 else 0.0,
    )


def _sound(one: SetResult) -> bool:
    """A stored number may be anything; a chart takes shares only."""
    return 0 <= one.accuracy_mean <= 1 and 0 <= one.accuracy_std <= 1


def _curve(group: list[_Measured]) -> IpcCurve:
    group = sorted(group, key=lambda one: one.created)
    by_ipc = {one.point.ipc: one.point for one in group}  # the newest wins
    newest = group[-1]
    return IpcCurve(
        recipe=newest.recipe,
        model=newest.model,
        protocol=newest.protocol,
        fingerprint=newest.report.fingerprint,
        points=tuple(by_ipc[ipc] for ipc in sorted(by_ipc)),
    )
