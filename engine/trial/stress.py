"""The sets of a trial trained again under strain: who suffers more?

What is strained is the training set in hand. What wrong labels among the real pictures do to
condensing itself is another question; ``benchmarks/noise.py`` measures that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from engine.distributed.team import Team
from engine.trial.bench import Bench, Trained
from engine.trial.pace import Pace
from engine.trial.paired import fall
from engine.trial.pictures import OneSet, part_of
from engine.trial.protocol import SetName, TrialRecipe
from engine.trial.results import recalls
from engine.trial.sets import Labels, Sets
from engine.trial.strains import STRAINS, Strain, flipped, long_tail, tail_shares
from engine.trial.stress_results import StrainResult, Stress
from engine.trial.together import in_order, put_together


class StressRuns:
    """Trainings of the recipe's own model under strain, and those finished so far.

    Parameters
    ----------
    names : sequence of str
        The sets, in the order they are trained.
    """

    def __init__(
        self, sets: Sets, names: Sequence[SetName], bench: Bench, recipe: TrialRecipe
    ) -> None:
        self._sets, self._names, self._bench, self._recipe = sets, names, bench, recipe
        seeds = range(recipe.seed, recipe.seed + recipe.seeds)
        self._kinds = [(strain, name) for strain in STRAINS for name in names]
        self._tasks = [(strain, name, seed) for seed in seeds for strain, name in self._kinds]
        # With how much of the strain was reached.
        self._found: dict[tuple[Strain, SetName, int], tuple[Trained, float]] = {}

    @property
    def units(self) -> int:
        """Pictures pushed through in all trainings, about."""
        return sum(self.costs)

    @property
    def costs(self) -> list[int]:
        """Pictures pushed through in each training, seed by seed."""
        return [self._planned(strain, name) for strain, name, _ in self._tasks]

    def run(self, pace: Pace, numbers: Iterable[int]) -> None:
        """Do some of the trainings, as numbered by :attr:`costs`.

        Raises
        ------
        Stopped
            What was finished stays.
        """
        for number in numbers:
            self._train(*self._tasks[number], pace)

    def put_together(self, team: Team) -> None:
        """Let the leader of a team know what all found."""
        self._found = put_together(self._found, self._tasks, team)

    def report(self, normal: Mapping[SetName, list[Trained]]) -> Stress | None:
        """What was found so far, against the trainings without strain; None without any."""
        found = [
            self._result(strain, name, trained, normal[name])
            for strain, name in self._kinds
            if (trained := in_order(self._found, self._seeds(strain, name)))
        ]
        return Stress(results=found) if found else None

    def _train(self, strain: Strain, name: SetName, seed: int, pace: Pace) -> None:
        pictures, labels, reached = self._strained(strain, name, seed)
        model = self._recipe.model
        pace.correct(self._bench.units(len(labels)) - self._planned(strain, name))
        pace.begin(model, name, seed, strain=STRAINS.index(strain))
        trained = self._bench.train(model, pictures, labels, seed=seed, pace=pace)
        self._found[strain, name, seed] = (trained, reached)

    def _seeds(self, strain: Strain, name: SetName) -> list[tuple[Strain, SetName, int]]:
        return [one for one in self._tasks if one[:2] == (strain, name)]

    def _strained(self, strain: Strain, name: SetName, seed: int) -> tuple[OneSet, Labels, float]:
        """Pictures and labels of a set under a strain, and how much of it was reached."""
        pictures, labels = self._sets.of(name, seed)
        units = self._sets.stored_images(name, labels, seed)
        if strain == "flipped":
            changed, share = flipped(labels, units, seed=seed)
            return pictures, changed, share
        rows, ratio = long_tail(labels, units, self._sets.taught, seed=seed)
        return part_of(pictures, rows), labels[rows], ratio

    def _planned(self, strain: Strain, name: SetName) -> int:
        images = self._sets.sizes[name]
        if strain == "imbalanced":
            images = max(1, round(images * float(tail_shares(len(self._sets.taught)).mean())))
        return self._bench.units(images)

    def _result(
        self,
        strain: Strain,
        name: SetName,
        trained: Sequence[Trained],
        normal: Sequence[Trained],
    ) -> StrainResult:
        truth = self._bench.truth
        before, after = ([one.scores.said for one in each] for each in (normal, trained))
        matrices = [one.scores.confusion for one in trained]
        overall = recalls(np.sum(matrices, axis=0))
        known = self._seeds(strain, name)[: len(trained)]
        reached = float(np.mean([self._found[one][1] for one in known]))
        return StrainResult(
            name=name,
            strain=strain,
            images=round(float(np.mean([one.images for one in trained]))),
            wrong=reached if strain == "flipped" else 0.0,
            ratio=reached if strain == "imbalanced" else 1.0,
            accuracies=[float(np.trace(one) / one.sum()) for one in matrices],
            balanced=[float(np.nanmean(recalls(one))) for one in matrices],
            accuracy_fall=fall(before, after, truth),
            balanced_fall=fall(before, after, truth, balanced=True),
            recall={
                title: float(value)
                for title, value in zip(self._sets.class_names, overall, strict=True)
                if not np.isnan(value)
            },
            seconds=round(float(np.mean([one.seconds for one in trained])), 3),
        )
