"""The comparison: the condensed set as exported against real sets, under one protocol."""

from __future__ import annotations

from contextlib import ExitStack

import numpy as np

from engine.data import CondensedSet, ImageSet
from engine.data.model_names import ModelName
from engine.distributed.team import ALONE, Team
from engine.project import Project, Run
from engine.runtime.device import choose_device, describe_device
from engine.runtime.errors import UserError
from engine.runtime.events import Emit, Message
from engine.runtime.stop import StopMode, Stopped, StopToken
from engine.runtime.times import now
from engine.trial.bench import Bench, Exam, Trained
from engine.trial.measures import gain_over_random, recovered_share, watts_of, with_times
from engine.trial.pace import COSTS, Pace
from engine.trial.pictures import default_budget
from engine.trial.protocol import TrialRecipe
from engine.trial.results import (
    Mistakes,
    ModelResults,
    SetName,
    SetResult,
    TrialReport,
    deviation,
    recalls,
)
from engine.trial.scoring import mistakes, reliability, second_class
from engine.trial.sets import Sets
from engine.trial.stress import StressRuns
from engine.trial.together import dealt, in_order, put_together

Task = tuple[ModelName, SetName, int]  # and seed


def run_trial(
    project: Project,
    run: Run,
    recipe: TrialRecipe,
    *,
    emit: Emit,
    token: StopToken,
    budget: int | None = None,
    team: Team = ALONE,
) -> TrialReport:
    """Train the same model on every set, several times, and test on held-out real pictures.

    Seeds are the outer loop, so a trial that is stopped has compared all sets equally often,
    but for the last round; further models come after the recipe's own. The report is stored with
    the run.

    Parameters
    ----------
    budget : int, optional
        Bytes that the pictures of one set may take in memory: larger sets are read from the file
        batch by batch. By default a quarter of the free memory.
    team : Team
        That this process leads; the others call :func:`run_shared_trial`.

    Returns
    -------
    TrialReport
        After a stop that keeps: of the trainings that were finished.

    Raises
    ------
    UserError
        ``run.no_result``; ``trial.no_test``; ``trial.other_pictures`` if the project's pictures
        are no longer those the run was condensed from; ``condense.no_gpu``; ``weights.…`` if the
        weights file cannot be read or does not fit.
    Stopped
        After a stop that discards, or before the first training was finished.
    """
    report = run_shared_trial(
        project, run, recipe, emit=emit, token=token, budget=budget, team=team
    )
    assert report is not None
    return report


def run_shared_trial(
    project: Project,
    run: Run,
    recipe: TrialRecipe,
    *,
    emit: Emit,
    token: StopToken,
    budget: int | None = None,
    team: Team = ALONE,
) -> TrialReport | None:
    """As :func:`run_trial`, its trainings dealt out to the processes of a team, which all call it.

    Returns
    -------
    TrialReport or None
        None in a process that does not lead.

    Raises
    ------
    UserError
        Besides, what :meth:`engine.distributed.Team.agree` raises.
    """
    if team.beside > 1:
        emit(Message("info", "distributed.trial_times", {"count": team.beside}))
    with ExitStack() as opened:

        def begun() -> _Comparison:
            condensed = run.condensed()
            image_set = opened.enter_context(project.image_set())
            check_pictures(condensed, image_set)
            _tell_untested(image_set, emit)
            free = default_budget() // team.beside
            return _Comparison(
                condensed,
                image_set,
                recipe,
                emit=emit,
                token=token,
                budget=free if budget is None else budget,
                team=team,
            )

        comparison = team.agree(begun)
        mode = comparison.run()
        if not team.leads:
            return None
        report = comparison.report(run, stopped=mode is not None)
    run.add_trial(report.as_dict())
    return report


class _Comparison:
    """The sets, the bench they are tried on, and the trainings finished so far."""

    def __init__(
        self,
        condensed: CondensedSet,
        image_set: ImageSet,
        recipe: TrialRecipe,
        *,
        emit: Emit,
        token: StopToken,
        budget: int,
        team: Team,
    ) -> None:
        self.recipe, self.team = recipe, team
        self.image_set = image_set
        # The set cannot be had without its networks, whichever run trained them.
        parts = ("seconds", "seconds_spared")
        self.condense_seconds = sum(float(condensed.provenance.get(one, 0.0)) for one in parts)
        self.device = choose_device(recipe.device)
        self.sets = Sets(condensed, image_set, token=token, budget=budget)
        self.names = self.sets.names(recipe)
        self.bench = Bench(
            Exam.of(image_set, budget=budget),
            condensed,
            recipe,
            full=self.sets.sizes["full"],
            device=self.device,
            token=token,
        )
        units = [self.bench.units(self.sets.sizes[name]) for name in self.names]
        self.stress = (
            StressRuns(self.sets, self.names, self.bench, recipe) if recipe.stress else None
        )
        strained = 0 if self.stress is None else self.stress.units
        self.bench.prepare(recipe.seeds * sum(units) + strained)
        sizes = dict(zip(self.names, units, strict=True))
        self.tasks = [
            (model, name, seed)
            for model in recipe.models
            for seed in range(recipe.seed, recipe.seed + recipe.seeds)
            for name in self.names
        ]
        costs = [COSTS[model] * sizes[name] for model, name, _ in self.tasks]
        if self.stress is not None:
            costs += [COSTS[recipe.model] * one for one in self.stress.costs]
        self.mine = dealt(costs, team.size)[team.number]
        self.pace = Pace(
            emit,
            token,
            names=self.names,
            units=units,
            seeds=recipe.seeds,
            strained=strained,
            models=recipe.models,
            share=sum(costs[one] for one in self.mine) / max(1.0, sum(costs)),
        )
        self.found: dict[Task, tuple[Trained, float]] = {}

    def run(self) -> StopMode | None:
        """Do the trainings; the mode if a stop ended them early."""
        mode = None
        try:
            self.team.agree(self._train_mine)
        except Stopped as stopped:
            mode = stopped.mode
            if mode is StopMode.DISCARD:
                raise
        self.found = put_together(self.found, self.tasks, self.team)
        if self.stress is not None:
            self.stress.put_together(self.team)
        if mode is not None and self.team.leads and not self._done(self.recipe.model, "condensed"):
            raise Stopped(mode)
        return mode

    def _train_mine(self) -> None:
        count = len(self.tasks)
        for number in self.mine:
            if number < count:
                self._train(*self.tasks[number])
        if self.stress is not None:
            self.stress.run(self.pace, [one - count for one in self.mine if one >= count])

    def _done(self, model: ModelName, name: SetName) -> list[Trained]:
        """The trainings of a set that are finished, by seed."""
        first = self.recipe.seed
        seeds = range(first, first + self.recipe.seeds)
        return in_order(self.found, [(model, name, seed) for seed in seeds])

    def _train(self, model: ModelName, name: SetName, seed: int) -> None:
        if self.sets.looks_first(name):
            self.pace.choosing(seed)
        images, labels = self.sets.of(name, seed)
        self.pace.begin(model, name, seed)
        trained = self.bench.train(model, images, labels, seed=seed, pace=self.pace)
        self.found[model, name, seed] = (trained, 0.0)

    def report(self, run: Run, *, stopped: bool) -> TrialReport:
        """All that was found so far."""
        test, own = self.image_set.counts("test"), self.recipe.model
        report = TrialReport(
            run=run.id,
            created=now(),
            device=describe_device(self.device),
            recipe=self.recipe,
            protocol=self.bench.protocol(own),
            class_names=self.image_set.class_names,
            test_images=int(test.sum()),
            test_counts=test.tolist(),
            train_counts=self.image_set.counts("train").tolist(),
            test_labels=self.bench.truth.tolist() if len(test) == 2 else [],
            condense_seconds=self.condense_seconds,
            stopped=stopped,
            fingerprint=self.image_set.fingerprint,
            watts=self._watts,
            weights_sha256=self.bench.weights_sha256,
            sets=self._results(own),
            further=[
                ModelResults(
                    model=model, protocol=self.bench.protocol(model), sets=self._results(model)
                )
                for model in self.recipe.also
                if self._done(model, "condensed")
            ],
            stress=None
            if self.stress is None
            else self.stress.report({name: self._done(own, name) for name in self.names}),
        )
        return report.model_copy(
            update={
                "gain_over_random": gain_over_random(report),
                "recovered_share": recovered_share(report),
            }
        )

    @property
    def _watts(self) -> float:
        own = self.recipe.watts
        return watts_of(self.device) if own is None else own

    def _results(self, model: ModelName) -> list[SetResult]:
        rows = self.image_set.indices("test")
        found = [
            summarise(
                name,
                trained,
                self.image_set.class_names,
                size=self.sets.bytes_of(name),
                wrong=mistakes([one.scores for one in trained], self.bench.truth, rows),
            )
            for name in self.names
            if (trained := self._done(model, name))
        ]
        return with_times(found, self._watts)


def summarise(
    name: SetName,
    trained: list[Trained],
    class_names: list[str],
    *,
    size: int,
    wrong: Mistakes | None = None,
) -> SetResult:
    """Put the trainings of one set together.

    Parameters
    ----------
    trained : list of Trained
        At least one.
    size : int
        Bytes of the pictures as stored.
    wrong : Mistakes, optional
        The test pictures that were taken for another class.
    """
    scores = [one.scores for one in trained]
    by_seed = [recalls(one.confusion) for one in scores]
    accuracies = [float(np.trace(one.confusion) / one.confusion.sum()) for one in scores]
    balanced = [float(np.nanmean(one)) for one in by_seed]
    confusion = np.sum([one.confusion for one in scores], axis=0)
    overall = recalls(confusion)
    return SetResult(
        name=name,
        images=trained[0].images,
        bytes=size,
        accuracies=accuracies,
        accuracy_mean=float(np.mean(accuracies)),
        accuracy_std=deviation(accuracies),
        balanced_mean=float(np.mean(balanced)),
        balanced_std=deviation(balanced),
        recall={
            class_name: float(value)
            for class_name, value in zip(class_names, overall, strict=True)
            if not np.isnan(value)
        },
        confusion=confusion.tolist(),
        seconds=round(float(np.mean([one.seconds for one in trained])), 3),
        steps=trained[0].steps,
        curves=[one.curve for one in trained],
        macro_f1=[one.macro_f1 for one in scores],
        calibration_errors=[one.calibration_error for one in scores],
        reliability=reliability(scores),
        mistakes=wrong,
        second=second_class(scores),
    )


def check_pictures(condensed: CondensedSet, image_set: ImageSet) -> None:
    """Whether the condensed set can be tried on these pictures; reads no pixels.

    Raises
    ------
    UserError
        ``trial.other_pictures``; ``trial.no_test``; ``anomaly.one_class`` where only one class
        has training pictures: :func:`engine.trial.anomaly.run_anomaly` is for these.
    """
    check_same(condensed, image_set)
    taught = np.flatnonzero(image_set.counts("train"))
    if len(taught) == 1 and len(image_set.class_names) > 1:
        raise UserError("anomaly.one_class", name=image_set.class_names[taught[0]])


def check_same(condensed: CondensedSet, image_set: ImageSet) -> None:
    """Whether the pictures are still those that were condensed, with some to test on.

    Raises
    ------
    UserError
        ``trial.other_pictures``; ``trial.no_test``.
    """
    same = (
        condensed.class_names == image_set.class_names
        and condensed.images.shape[1:] == image_set.shape[1:]
        and condensed.provenance.get("source_fingerprint", image_set.fingerprint)
        == image_set.fingerprint
    )
    if not same:
        raise UserError("trial.other_pictures", file=str(image_set.path.parent))
    if not len(image_set.indices("test")):
        raise UserError("trial.no_test", file=str(image_set.path.parent))


def _tell_untested(image_set: ImageSet, emit: Emit) -> None:
    counts = image_set.counts("test")
    missing = [name for name, count in zip(image_set.class_names, counts, strict=True) if not count]
    if missing:
        names = ", ".join(missing)
        emit(Message("warning", "trial.untested", {"count": len(missing), "names": names}))
