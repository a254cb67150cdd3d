"""Continual use: new pictures come, and of the old ones only the condensed set was kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch

from engine.data import CondensedSet, ImageSet
from engine.project import Project, Run
from engine.runtime.device import choose_device, describe_device
from engine.runtime.events import Emit, Progress
from engine.runtime.stop import StopMode, Stopped, StopToken
from engine.runtime.times import now
from engine.trial.bench import Bench, Exam, Trained
from engine.trial.compare import check_pictures
from engine.trial.continual_report import (
    KEEPINGS,
    SIDES,
    ContinualReport,
    Keeping,
    KeepingResult,
    Side,
    keep_continual,
)
from engine.trial.continual_sets import Keepings, NewPictures, count_copies, different_settings
from engine.trial.pace import Pace
from engine.trial.paired import Fall, fall
from engine.trial.pictures import Joined, default_budget, pictures_at
from engine.trial.protocol import TrialRecipe
from engine.trial.train import Labels


def run_continual(
    project: Project,
    run: Run,
    new: Project,
    recipe: TrialRecipe,
    *,
    emit: Emit,
    token: StopToken,
    budget: int | None = None,
) -> ContinualReport:
    """Train on new pictures beside all old ones, the condensed set, random ones, or none.

    Every model is tested on the old and on the new test pictures. Seeds are the outer loop, so
    what is stopped has compared all equally often, but for the last round. The report is stored
    with the run.

    Parameters
    ----------
    new : Project
        The new pictures: same size and colour, the same classes or some of them. Its training
        pictures are the new ones; nothing of it took part in condensing.
    recipe : TrialRecipe
        Of it count model, weights, rule, seeds and device.
    budget : int, optional
        Bytes that the pictures of one set may take in memory; by default a quarter of the free
        memory.

    Raises
    ------
    UserError
        ``run.no_result``; what :func:`check_pictures` and :meth:`NewPictures.of` raise;
        ``condense.no_gpu``; ``weights.…``.
    Stopped
        After a stop that discards, or before the first training with the condensed set ended.
    """
    condensed = run.condensed()
    plain = recipe.model_copy(update={"against": (), "also": (), "stress": False, "watts": None})
    with project.image_set() as old, new.image_set() as fresh:
        check_pictures(condensed, old)
        comparison = _Comparison(
            condensed,
            old,
            NewPictures.of(fresh, old),
            plain,
            emit=emit,
            token=token,
            budget=default_budget() if budget is None else budget,
        )
        mode = comparison.run()
        report = comparison.report(run, new.name, stopped=mode is not None)
    keep_continual(run, report)
    return report


@dataclass(frozen=True)
class _Sides:
    """Old and new test pictures after each other, and where which are."""

    exam: Exam
    old: int

    def of(self, said: Labels, side: Side) -> Labels:
        """The part of a side, of what stands in the order of all."""
        return said[: self.old] if side == "old" else said[self.old :]

    @classmethod
    def joined(cls, old: ImageSet, new: NewPictures, budget: int) -> _Sides:
        mine, rows = Exam.of(old, budget=budget), new.image_set.indices("test")
        theirs = pictures_at(new.image_set, rows, budget=budget)
        pictures = Joined([(mine.pictures, 1), (theirs, 1)])
        truth = np.concatenate([mine.truth, new.labels[rows]])
        return cls(Exam(pictures, truth), len(mine.truth))


class _Comparison:
    """What may be kept, the bench it is tried on, and the trainings finished so far."""

    def __init__(
        self,
        condensed: CondensedSet,
        old: ImageSet,
        new: NewPictures,
        recipe: TrialRecipe,
        *,
        emit: Emit,
        token: StopToken,
        budget: int,
    ) -> None:
        self.condensed, self.old, self.recipe = condensed, old, recipe
        self.device: torch.device = choose_device(recipe.device)
        self.keepings = Keepings(condensed, old, new, budget=budget)
        self.sides = _Sides.joined(old, new, budget)
        self.bench = Bench(
            self.sides.exam,
            condensed,
            recipe,
            full=self.keepings.trained_on("everything"),
            device=self.device,
            token=token,
        )
        emit(Progress("stage.continual_copies", 0, 0))
        self.copies = count_copies(old, new.image_set, token)
        self.different = different_settings(old, new.image_set)
        units = [self.bench.units(self.keepings.trained_on(one)) for one in KEEPINGS]
        self.bench.prepare(recipe.seeds * sum(units))
        self.pace = Pace(
            emit, token, names=KEEPINGS, units=units, seeds=recipe.seeds, models=(recipe.model,)
        )
        self.done: dict[Keeping, list[Trained]] = {one: [] for one in KEEPINGS}

    def run(self) -> StopMode | None:
        """Do the trainings; the mode if a stop ended them early."""
        model, first = self.recipe.model, self.recipe.seed
        try:
            for seed in range(first, first + self.recipe.seeds):
                for keeping in KEEPINGS:
                    pictures, labels = self.keepings.of(keeping, seed)
                    self.pace.begin(model, keeping, seed)
                    trained = self.bench.train(model, pictures, labels, seed=seed, pace=self.pace)
                    self.done[keeping].append(trained)
        except Stopped as stopped:
            if stopped.mode is StopMode.DISCARD or not self.done["condensed"]:
                raise
            return stopped.mode
        return None

    def report(self, run: Run, new_project: str, *, stopped: bool) -> ContinualReport:
        """All that was found so far."""
        keepings = self.keepings
        return ContinualReport(
            run=run.id,
            created=now(),
            device=describe_device(self.device),
            new_project=new_project,
            recipe=self.recipe,
            protocol=self.bench.protocol(self.recipe.model),
            old_tests=self.sides.old,
            new_tests=len(self.bench.truth) - self.sides.old,
            new_pictures=keepings.new_pictures,
            old_bytes=keepings.old_pictures * keepings.image_bytes,
            kept_bytes=self.condensed.stored * keepings.image_bytes,
            copies=self.copies,
            different=self.different,
            beside_random=self._fall("condensed", "random", "old"),
            fingerprint=self.old.fingerprint,
            weights_sha256=self.bench.weights_sha256,
            stopped=stopped,
            results=[self._result(one) for one in KEEPINGS if self.done[one]],
        )

    def _result(self, keeping: Keeping) -> KeepingResult:
        trained = self.done[keeping]
        falls: dict[Side, Fall | None] = dict.fromkeys(SIDES)
        if keeping != "everything":
            falls = {side: self._fall("everything", keeping, side) for side in SIDES}
        return KeepingResult(
            keeping=keeping,
            images=self.keepings.images(keeping),
            bytes=self.keepings.images(keeping) * self.keepings.image_bytes,
            times=self.keepings.times(keeping),
            steps=trained[0].steps,
            seconds=round(float(np.mean([one.seconds for one in trained])), 3),
            old=self._accuracies(trained, "old"),
            new=self._accuracies(trained, "new"),
            old_fall=falls["old"],
            new_fall=falls["new"],
        )

    def _accuracies(self, trained: Sequence[Trained], side: Side) -> list[float]:
        truth = self.sides.of(self.bench.truth, side)
        return [float((self.sides.of(one.scores.said, side) == truth).mean()) for one in trained]

    def _fall(self, before: Keeping, after: Keeping, side: Side) -> Fall | None:
        """Paired on the test pictures of a side; None where one of the two was not reached."""
        first, second = (
            [self.sides.of(one.scores.said, side) for one in self.done[keeping]]
            for keeping in (before, after)
        )
        if not first or not second:
            return None
        return fall(first, second, self.sides.of(self.bench.truth, side))
