"""One training and its test, with everything that is the same for all sets held fixed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np
import torch

from engine.data import CondensedSet, ImageSet
from engine.networks import ModelName, read_weights, take_weights
from engine.runtime.stop import StopToken
from engine.trial.pace import Pace
from engine.trial.pictures import Pictures, pictures_at
from engine.trial.protocol import Protocol, TrialRecipe
from engine.trial.quick import worth_compiling
from engine.trial.results import Curve
from engine.trial.scoring import Answers, Scores
from engine.trial.train import Labels, answer, new_model, train_model

# Parts of a training after which it is tested: denser early, where 95 % is often reached.
_LOOKS = (1 / 12, 1 / 6, 1 / 4, 1 / 3, 1 / 2, 2 / 3, 5 / 6)
_CURVE_PICTURES = 400  # a fixed random part of a larger test set draws the curve


@dataclass(frozen=True)
class Trained:
    """One finished training and its test on all held-out pictures."""

    images: int
    steps: int
    seconds: float
    scores: Scores
    curve: Curve


@dataclass(frozen=True)
class Exam:
    """Held-out pictures that every model is asked about, and their classes, int64 ``(N,)``."""

    pictures: Pictures
    truth: Labels

    @classmethod
    def of(cls, image_set: ImageSet, *, budget: int) -> Exam:
        """The test pictures of a project, in the order of their rows."""
        rows = image_set.indices("test")
        return cls(pictures_at(image_set, rows, budget=budget), image_set.labels[rows])


class Bench:
    """The test pictures, the models' shape and their rules.

    Parameters
    ----------
    condensed : CondensedSet
        Gives classes and normalisation, the same for every set.
    full : int
        Pictures of the largest set, for rules that give every set as many steps.

    Attributes
    ----------
    truth : ndarray of int64, (N,)
        Classes of the test pictures.
    weights_sha256 : str or None
        Names the weights file by its content.

    Raises
    ------
    UserError
        If the weights file of the recipe cannot be read, or does not fit the model.
    """

    def __init__(
        self,
        exam: Exam,
        condensed: CondensedSet,
        recipe: TrialRecipe,
        *,
        full: int,
        device: torch.device,
        token: StopToken,
    ) -> None:
        self._recipe = recipe
        self._full = full
        self._quick = False
        self._shape = condensed.images.shape[1:]
        self._classes = len(condensed.class_names)
        self._mean, self._std = condensed.mean, condensed.std
        self._device = device
        self._token = token
        self.truth, self._test = exam.truth, exam.pictures
        random = np.random.default_rng(0)
        part = np.sort(random.permutation(len(self.truth))[:_CURVE_PICTURES])
        self._part, self._part_truth = self._test[part], self.truth[part]
        path = recipe.weights_path
        self._weights = None if path is None else read_weights(path)
        # Of what was read: the file may be another by the end of the trial.
        self.weights_sha256 = (
            None if path is None else hashlib.sha256(path.read_bytes()).hexdigest()
        )
        # Told now, not after the first set's turn has come.
        self.model(recipe.model, seed=recipe.seed)

    def protocol(self, model: ModelName) -> Protocol:
        """The rule a model is trained by."""
        return self._recipe.full_protocol(full=self._full, model=model)

    def units(self, images: int) -> int:
        """Pictures pushed through a model in one training."""
        rule = self.protocol(self._recipe.model)
        return rule.steps(images) * rule.batch_for(images)

    def prepare(self, units: int) -> None:
        """Decide, once for all sets, how a trial of ``units`` pictures is computed."""
        pixels = units * int(np.prod(self._shape[:2]))
        self._quick = worth_compiling(self._recipe.models, pixels, self._device)

    def model(self, name: ModelName, *, seed: int) -> torch.nn.Module:
        """A fresh model; the recipe's own starts from its weights file, if there is one."""
        size, _, channels = self._shape
        made = new_model(
            name,
            channels=channels,
            classes=self._classes,
            size=size,
            seed=seed,
            width=self.protocol(name).width,
        )
        if self._weights is not None and name == self._recipe.model:
            take_weights(made, self._weights, file=str(self._recipe.weights))
        return made

    def train(
        self, name: ModelName, images: Pictures, labels: Labels, *, seed: int, pace: Pace
    ) -> Trained:
        """Train a fresh model on a set and test it.

        Raises
        ------
        Stopped
        """
        model, rule = self.model(name, seed=seed), self.protocol(name)
        steps, batch = rule.steps(len(images)), rule.batch_for(len(images))
        looks = {round(steps * part) for part in _LOOKS}
        curve = Curve(seed=seed, step=[], loss=[], accuracy=[])
        last_loss = 0.0

        def watch(step: int, _steps: int, loss: float) -> None:
            nonlocal last_loss
            last_loss = loss
            if step in looks and step < steps:
                said = self._answers(model, self._part).said
                _note(curve, step, loss, float((said == self._part_truth).mean()))
            pace.step(batch, step=step, loss=loss, curve=curve)

        seconds = train_model(
            model,
            images,
            labels,
            protocol=rule,
            mean=self._mean,
            std=self._std,
            seed=seed,
            device=self._device,
            token=self._token,
            on_progress=watch,
            quick=self._quick and name == "convnet",
        )
        scores = Scores.of(self._answers(model, self._test), self.truth, self._classes)
        _note(curve, steps, last_loss, float((scores.said == self.truth).mean()))
        pace.end(curve)
        return Trained(len(images), steps, seconds, scores, curve)

    def _answers(self, model: torch.nn.Module, images: Pictures) -> Answers:
        logits = answer(
            model,
            images,
            mean=self._mean,
            std=self._std,
            device=self._device,
            token=self._token,
        )
        return Answers.of(logits)


def _note(curve: Curve, step: int, loss: float, accuracy: float) -> None:
    curve.step.append(step)
    curve.loss.append(round(loss, 4))
    curve.accuracy.append(round(accuracy, 4))
