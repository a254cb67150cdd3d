"""A nearest-feature anomaly detector on full, condensed and other small normal sets."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch

from engine.data import CondensedSet, ImageSet
from engine.data.cost_inputs import CostInputs
from engine.project import Project, Run
from engine.runtime.device import choose_device, describe_device
from engine.runtime.events import Emit, Progress
from engine.runtime.stop import StopToken
from engine.runtime.times import now
from engine.trial.anomaly_features import PatchFeatures, make_features, pictures_at_once
from engine.trial.anomaly_measures import least_rate
from engine.trial.anomaly_memory import Memory, Scored, remember
from engine.trial.anomaly_recipe import AnomalyRecipe, NormalSet
from engine.trial.anomaly_report import AnomalyReport, Losses, keep_anomaly
from engine.trial.anomaly_results import Asked, Seen, result_of
from engine.trial.anomaly_sets import NormalSets, check_normal, normal_label
from engine.trial.compare import check_same
from engine.trial.costs import project_costs
from engine.trial.pictures import default_budget

Rows = npt.NDArray[np.intp]


def run_anomaly(
    project: Project, run: Run, recipe: AnomalyRecipe, *, emit: Emit, token: StopToken
) -> AnomalyReport:
    """Compare normal sets as the memory of a detector, and store the report with the run.

    One network gives the features for all sets. Thresholds come from normal training pictures
    that are in no memory of real pictures; test pictures only measure.

    Raises
    ------
    UserError
        ``run.no_result``; ``trial.other_pictures``; ``trial.no_test``; ``anomaly.…`` where the
        pictures are not what a detector needs; ``condense.no_gpu``; ``weights.…``.
    Stopped
        After any stop: half a comparison says nothing.
    """
    condensed = run.condensed()
    with project.image_set() as image_set:
        check_same(condensed, image_set)
        label = normal_label(image_set, recipe.normal)
        check_normal(image_set, label, condensed)
        comparison = _Comparison(image_set, condensed, label, recipe, emit=emit, token=token)
        comparison.work()
        report = comparison.report(run, project_costs(project))
    keep_anomaly(run, report)
    return report


@dataclass
class _Kept:
    """A memory and what it said of every picture so far."""

    memory: Memory
    images: int
    seconds: float
    scores: list[npt.NDArray[np.float32]]
    patches: list[npt.NDArray[np.float16]]

    def hear(self, scored: Scored) -> None:
        self.scores.append(scored.pictures.float().cpu().numpy())
        # Half precision is plenty for a map of bytes.
        self.patches.append(scored.patches.half().cpu().numpy())

    def seen(self, held_out: int) -> Seen:
        scores = np.concatenate(self.scores).astype(np.float64)
        return Seen(
            images=self.images,
            vectors=len(self.memory.vectors),
            memory_bytes=self.memory.bytes,
            milliseconds=1000 * self.seconds / max(1, len(scores)),
            held_out=scores[:held_out],
            scores=scores[held_out:],
            patches=np.concatenate(self.patches)[held_out:],
        )


class _Comparison:
    """The parts of a comparison and the memories made so far."""

    def __init__(
        self,
        image_set: ImageSet,
        condensed: CondensedSet,
        label: int,
        recipe: AnomalyRecipe,
        *,
        emit: Emit,
        token: StopToken,
    ) -> None:
        self.image_set, self.label, self.recipe = image_set, label, recipe
        self.emit, self.token = emit, token
        self.device = choose_device(recipe.device)
        emit(Progress("stage.choose", 0, 0))
        self.sets = NormalSets.of(
            image_set,
            condensed,
            label,
            seed=recipe.seed,
            budget=default_budget(),
            token=token,
        )
        self.tests = image_set.indices("test")
        self.kept: dict[NormalSet, list[_Kept]] = {}
        self.network_seconds = 0.0
        self.dimensions = 0

    def work(self) -> None:
        """Teach, remember, look."""
        self.features = self._features()
        names = self.sets.names(self.recipe)
        total = sum(self.sets.draws(name, self.recipe) for name in names)
        done = 0
        for name in names:
            self.kept[name] = []
            for draw in range(self.sets.draws(name, self.recipe)):
                self.emit(Progress("stage.anomaly_memory", done, total))
                self.kept[name].append(self._remember(name, self.recipe.seed + draw))
                done += 1
        self._look(np.concatenate([self.sets.held_out, self.tests]))

    def _features(self) -> PatchFeatures:
        lessons = self.recipe.lessons
        begun, paused = time.monotonic(), self.token.paused_seconds

        def tell(step: int) -> None:
            taken = time.monotonic() - begun - (self.token.paused_seconds - paused)
            rate = step / max(taken, 1e-6)
            left = (lessons - step) / rate
            self.emit(Progress("stage.anomaly_teach", step, lessons, rate, left))

        return make_features(
            self.recipe,
            self.image_set,
            self.sets.of_name("full", 0),
            device=self.device,
            token=self.token,
            on_step=tell,
        )

    def _remember(self, name: NormalSet, seed: int) -> _Kept:
        pictures = self.sets.of_name(name, seed)
        memory = remember(
            self.features,
            pictures,
            share=self.recipe.share,
            most=self.recipe.most,
            reweighted=self.recipe.reweighted,
            seed=self.recipe.seed,
            token=self.token,
        )
        return _Kept(memory, len(pictures), 0.0, [], [])

    def _look(self, rows: Rows) -> None:
        """Score pictures with every memory; their features are computed once."""
        # Searching takes longer than the network, and a stop is to be answered at once.
        length = -(-pictures_at_once(self.image_set.shape[1]) // 4)
        for start in range(0, len(rows), length):
            self.token.raise_if_stopped()
            self.emit(Progress("stage.anomaly_score", start, len(rows)))
            images = self.image_set.read(rows[start : start + length])
            begun = self._clock()
            features = self.features.of(images)
            self.network_seconds += self._clock() - begun
            self.dimensions = features.shape[3]
            for kept in (one for draws in self.kept.values() for one in draws):
                self.token.raise_if_stopped()
                begun = self._clock()
                scored = kept.memory.score(features)
                kept.seconds += self._clock() - begun
                kept.hear(scored)
        self.emit(Progress("stage.anomaly_score", len(rows), len(rows)))

    def _clock(self) -> float:
        if self.device.type == "cuda":
            torch.cuda.synchronize(self.device)
        return time.perf_counter()

    def report(self, run: Run, costs: CostInputs) -> AnomalyReport:
        """All that was found."""
        labels = self.image_set.labels[self.tests]
        losses = losses_of(self.recipe, costs, float((labels != self.label).mean()))
        held_out = len(self.sets.held_out)
        asked = Asked(
            rate=self.recipe.false_alarms / 100,
            rows=self.tests,
            labels=labels,
            normal=self.label,
            class_names=self.image_set.class_names,
            losses=losses,
        )
        each = int(np.prod(self.image_set.shape[1:]))
        return AnomalyReport(
            run=run.id,
            created=now(),
            device=describe_device(self.device),
            recipe=self.recipe,
            normal=self.image_set.class_names[self.label],
            class_names=self.image_set.class_names,
            rows=self.tests.tolist(),
            labels=labels.tolist(),
            held_out=held_out,
            held_out_near=self.sets.near,
            least_rate=least_rate(held_out),
            taught_accuracy=self.features.taught_accuracy,
            network_milliseconds=1000 * self.network_seconds / (held_out + len(self.tests)),
            dimensions=self.dimensions,
            fingerprint=self.image_set.fingerprint,
            weights_sha256=self.features.weights_sha256,
            losses=losses,
            sets=[
                result_of(
                    name,
                    [one.seen(held_out) for one in draws],
                    asked,
                    size=each * self.sets.stored_images(name),
                )
                for name, draws in self.kept.items()
            ],
        )


def losses_of(recipe: AnomalyRecipe, costs: CostInputs, tested: float) -> Losses | None:
    """What errors cost: as asked, else as the project's cost inputs say; None where not known.

    Parameters
    ----------
    tested : float
        Share of defects among the test pictures, 0..1: taken where no other share is known.
    """
    missed, alarm = (
        own if own is not None else kept
        for own, kept in (
            (recipe.cost_missed, costs.cost_of_missed_defect),
            (recipe.cost_alarm, costs.cost_of_false_alarm),
        )
    )
    if missed is None or alarm is None:
        return None
    share, source = (
        (recipe.defect_share, "asked")
        if recipe.defect_share is not None
        else (costs.defect_share_percent, "costs")
    )
    known = share is not None
    return Losses(
        missed=missed,
        alarm=alarm,
        share=share / 100 if share is not None else tested,
        share_from="test" if not known else "asked" if source == "asked" else "costs",
        currency=costs.currency,
    )
