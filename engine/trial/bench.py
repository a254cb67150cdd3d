"""One training and its test, with everything that is the same for all sets held fixed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch

from engine.data import CondensedSet, ImageSet
from engine.runtime.stop import StopToken
from engine.trial.pace import Pace
from engine.trial.protocol import TrialRecipe
from engine.trial.quick import worth_compiling
from engine.trial.results import Curve, confusion_matrix
from engine.trial.train import Images, Labels, evaluate, new_model, train_model

_CURVE_POINTS = 6
_CURVE_PICTURES = 400  # a fixed random part of a larger test set draws the curve


@dataclass(frozen=True)
class Trained:
    """One finished training and its test on all held-out pictures."""

    images: int
    steps: int
    seconds: float
    confusion: npt.NDArray[np.int64]
    curve: Curve


class Bench:
    """The test pictures, the model's shape and the protocol."""

    def __init__(
        self,
        image_set: ImageSet,
        condensed: CondensedSet,
        recipe: TrialRecipe,
        *,
        device: torch.device,
        token: StopToken,
    ) -> None:
        self.protocol = recipe.full_protocol()
        self._model = recipe.model
        self._quick = False
        self._classes = len(image_set.class_names)
        self._mean, self._std = condensed.mean, condensed.std
        self._device = device
        self._token = token
        rows = image_set.indices("test")
        self._test = image_set.read(rows)
        self._truth: Labels = image_set.labels[rows]
        random = np.random.default_rng(0)
        self._part = np.sort(random.permutation(len(rows))[:_CURVE_PICTURES])

    def units(self, images: int) -> int:
        """Pictures pushed through the model in one training."""
        return self.protocol.steps(images) * self.protocol.batch_for(images)

    def prepare(self, units: int) -> None:
        """Decide, once for all sets, how a trial of ``units`` pictures is computed."""
        pixels = units * int(np.prod(self._test.shape[1:3]))
        self._quick = worth_compiling(self._model, pixels, self._device)

    def train(self, images: Images, labels: Labels, *, seed: int, pace: Pace) -> Trained:
        """Train a fresh model on a set and test it.

        Raises
        ------
        Stopped
        """
        model = new_model(
            self._model,
            channels=images.shape[3],
            classes=self._classes,
            size=images.shape[1],
            seed=seed,
            width=self.protocol.width,
        )
        steps = self.protocol.steps(len(images))
        batch = self.protocol.batch_for(len(images))
        looks = {round(steps * part / _CURVE_POINTS) for part in range(1, _CURVE_POINTS)}
        curve = Curve(seed=seed, step=[], loss=[], accuracy=[])

        last_loss = 0.0

        def watch(step: int, _steps: int, loss: float) -> None:
            nonlocal last_loss
            last_loss = loss
            if step in looks:
                said = self._predict(model, self._test[self._part])
                _note(curve, step, loss, float((said == self._truth[self._part]).mean()))
            pace.step(batch, step=step, loss=loss, curve=curve)

        seconds = train_model(
            model,
            images,
            labels,
            protocol=self.protocol,
            mean=self._mean,
            std=self._std,
            seed=seed,
            device=self._device,
            token=self._token,
            on_progress=watch,
            quick=self._quick,
        )
        confusion = confusion_matrix(self._truth, self._predict(model, self._test), self._classes)
        _note(curve, steps, last_loss, float(np.trace(confusion) / confusion.sum()))
        pace.end(curve)
        return Trained(len(images), steps, seconds, confusion, curve)

    def _predict(self, model: torch.nn.Module, images: Images) -> Labels:
        return evaluate(
            model,
            images,
            mean=self._mean,
            std=self._std,
            device=self._device,
            token=self._token,
        )


def _note(curve: Curve, step: int, loss: float, accuracy: float) -> None:
    curve.step.append(step)
    curve.loss.append(round(loss, 4))
    curve.accuracy.append(round(accuracy, 4))
