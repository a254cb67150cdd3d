"""The comparison: the condensed set as exported against real sets, under one protocol."""

from __future__ import annotations

import numpy as np

from engine.data import CondensedSet, ImageSet
from engine.project import Project, Run
from engine.project.runs import now
from engine.runtime.device import choose_device, describe_device
from engine.runtime.errors import UserError
from engine.runtime.events import Emit, Message
from engine.runtime.stop import StopMode, Stopped, StopToken
from engine.trial.baselines import FeatureChoice, random_rows
from engine.trial.bench import Bench, Trained
from engine.trial.pace import Pace
from engine.trial.protocol import TrialRecipe
from engine.trial.results import SetName, SetResult, TrialReport, deviation, recalls
from engine.trial.train import Images, Labels


def run_trial(
    project: Project, run: Run, recipe: TrialRecipe, *, emit: Emit, token: StopToken
) -> TrialReport:
    """Train the same model on every set, several times, and test on held-out real pictures.

    Seeds are the outer loop, so a trial that is stopped has compared all sets equally often,
    but for the last round. The report is stored with the run.

    Returns
    -------
    TrialReport
        After a stop that keeps: of the trainings that were finished.

    Raises
    ------
    UserError
        ``run.no_result``; ``trial.no_test``; ``trial.other_pictures`` if the project's pictures
        are no longer those the run was condensed from; ``condense.no_gpu``.
    Stopped
        After a stop that discards, or before the first training was finished.
    """
    condensed = run.condensed()
    with project.image_set() as image_set:
        check_pictures(condensed, image_set)
        _tell_untested(image_set, emit)
        comparison = _Comparison(condensed, image_set, recipe, emit=emit, token=token)
        mode = comparison.run()
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
    ) -> None:
        self.recipe = recipe
        self.condensed = condensed
        self.image_set = image_set
        self.names: list[SetName] = ["condensed"]
        # Small sets first: they tell most, and soonest.
        self.names += [
            name for name in ("random", "kmeans", "herding", "full") if name in recipe.against
        ]
        # What a real set of equal size may hold.
        self.counts = condensed.stored_by_class
        self.sizes = set_sizes(condensed, image_set)
        self.device = choose_device(recipe.device)
        self.token = token
        self.bench = Bench(image_set, condensed, recipe, device=self.device, token=token)
        units = [self.bench.units(self.sizes[name]) for name in self.names]
        self.bench.prepare(recipe.seeds * sum(units))
        self.pace = Pace(emit, token, names=self.names, units=units, seeds=recipe.seeds)
        self.done: dict[SetName, list[Trained]] = {name: [] for name in self.names}
        self._choice: FeatureChoice | None = None

    def run(self) -> StopMode | None:
        """Do the trainings; the mode if a stop ended them early."""
        try:
            for seed in range(self.recipe.seed, self.recipe.seed + self.recipe.seeds):
                for name in self.names:
                    images, labels = self._set(name, seed)
                    self.pace.begin(name, seed)
                    trained = self.bench.train(images, labels, seed=seed, pace=self.pace)
                    self.done[name].append(trained)
        except Stopped as stopped:
            if stopped.mode is StopMode.DISCARD or not self.done["condensed"]:
                raise
            return stopped.mode
        return None

    def report(self, run: Run, *, stopped: bool) -> TrialReport:
        test = self.image_set.counts("test")
        return TrialReport(
            run=run.id,
            created=now(),
            device=describe_device(self.device),
            recipe=self.recipe,
            protocol=self.bench.protocol,
            class_names=self.image_set.class_names,
            test_images=int(test.sum()),
            test_counts=test.tolist(),
            condense_seconds=float(self.condensed.provenance.get("seconds", 0.0)),
            stopped=stopped,
            sets=[
                summarise(name, self.done[name], self.image_set.class_names, size=self._bytes(name))
                for name in self.names
                if self.done[name]
            ],
        )

    def _bytes(self, name: SetName) -> int:
        images = self.condensed.stored if name == "condensed" else self.done[name][0].images
        return images * int(np.prod(self.image_set.shape[1:]))

    def _set(self, name: SetName, seed: int) -> tuple[Images, Labels]:
        """The pictures of a set; random and k-means are chosen anew for every seed.

        Herding draws nothing: its choice is the same for all seeds, only the training differs.
        """
        if name == "condensed":
            return self.condensed.images, self.condensed.labels
        if name == "full":
            rows = self.image_set.indices("train")
        elif name == "random":
            rows = random_rows(self.image_set, self.counts, seed=seed)
        else:
            if self._choice is None:
                self.pace.choosing(seed)
                self._choice = FeatureChoice(self.image_set, self.counts, token=self.token)
            choice = self._choice
            rows = choice.herding() if name == "herding" else choice.kmeans(seed=seed)
        return self.image_set.read(rows), self.image_set.labels[rows]


def summarise(
    name: SetName, trained: list[Trained], class_names: list[str], *, size: int
) -> SetResult:
    """Put the trainings of one set together.

    Parameters
    ----------
    trained : list of Trained
        At least one.
    size : int
        Bytes of the pictures as stored.
    """
    by_seed = [recalls(one.confusion) for one in trained]
    accuracies = [float(np.trace(one.confusion) / one.confusion.sum()) for one in trained]
    balanced = [float(np.nanmean(one)) for one in by_seed]
    confusion = np.sum([one.confusion for one in trained], axis=0)
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
    )


def set_sizes(condensed: CondensedSet, image_set: ImageSet) -> dict[SetName, int]:
    """Pictures a model sees of each set; reads no pixels."""
    available = image_set.counts("train")
    small = int(np.minimum(condensed.stored_by_class, available).sum())
    return {
        "condensed": condensed.decoded,
        "random": small,
        "kmeans": small,
        "herding": small,
        "full": int(available.sum()),
    }


def check_pictures(condensed: CondensedSet, image_set: ImageSet) -> None:
    """Whether the condensed set can be tried on these pictures; reads no pixels.

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
