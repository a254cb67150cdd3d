"""Telling how far a trial has come, a few times a second."""

from __future__ import annotations

import time
from collections.abc import Sequence

from engine.data.model_names import ModelName
from engine.runtime.events import Emit, Progress
from engine.runtime.stop import StopToken
from engine.trial.results import Curve

_EVERY = 0.12  # seconds
_STAGE = "stage.trial"
# Time of a picture against the ConvNet's, rough: MobileNetV3 as measured at 64 px on one
# thread (14 ms against 8 to 15), the two others estimated from their multiplications.
COSTS: dict[ModelName, float] = {
    "convnet": 1.0,
    "resnet18": 8.0,
    "mobilenet": 1.5,
    "efficientnet": 8.0,
}


class Pace:
    """Counts pictures trained on, over all trainings, and emits :class:`Progress`.

    ``values`` hold ``model`` and ``set`` (positions in :attr:`models` and :attr:`names`),
    ``seed``, ``step``, ``loss`` and, once known, ``accuracy`` in per cent with
    ``accuracy_step``, the step it was measured at. In a training under strain they hold
    ``strain`` too, its position in :data:`engine.trial.strains.STRAINS`.

    Parameters
    ----------
    names : list of str
        Sets in the order they are trained on within a seed.
    units : list of int
        Pictures pushed through in one training of each.
    strained : int
        Pictures pushed through in all further trainings of the first model, about.
    models : sequence of str
        In the order they are trained; a picture counts as often as its model is slower than the
        quickest, so that the time left can be told.
    share : float
        Of all that, which this process does.
    """

    def __init__(
        self,
        emit: Emit,
        token: StopToken,
        *,
        names: Sequence[str],
        units: Sequence[int],
        seeds: int,
        strained: int = 0,
        models: Sequence[ModelName] = ("convnet",),
        share: float = 1.0,
    ) -> None:
        self.names = names
        self.models = models
        least = min(COSTS[model] for model in models)
        self._cost = {model: max(1, round(COSTS[model] / least)) for model in models}
        self._model = models[0]
        self._emit = emit
        self._token = token
        self._total = seeds * sum(units) * sum(self._cost.values())
        self._total += strained * self._cost[self._model]
        self._total = round(share * self._total)
        self._done = 0
        self._began = self._now()
        self._last = 0.0
        self._values: dict[str, float] = {}

    def choosing(self, seed: int) -> None:
        """What chooses by looks is looking at the pictures to choose from."""
        self._emit(Progress("stage.choose", 0, 0, values={"seed": float(seed)}))

    def correct(self, more: int) -> None:
        """A training of the first model pushes ``more`` pictures through than was planned."""
        self._total += more * self._cost[self.models[0]]

    def begin(self, model: ModelName, name: str, seed: int, *, strain: int | None = None) -> None:
        """A training starts."""
        self._model = model
        self._values = {
            "model": float(self.models.index(model)),
            "set": float(self.names.index(name)),
            "seed": float(seed),
            "step": 0.0,
        }
        if strain is not None:
            self._values["strain"] = float(strain)
        self._send()

    def step(self, batch: int, *, step: int, loss: float, curve: Curve) -> None:
        """A step of a training is done."""
        self._done += batch * self._cost[self._model]
        self._values.update(step=float(step), loss=loss)
        if self._measured(curve) or time.monotonic() - self._last >= _EVERY:
            self._send()

    def end(self, curve: Curve) -> None:
        """A training is done and tested."""
        self._measured(curve)
        self._send()

    def _measured(self, curve: Curve) -> bool:
        """Take over the newest accuracy; whether it is new."""
        if not curve.step or self._values.get("accuracy_step") == curve.step[-1]:
            return False
        self._values.update(accuracy=100 * curve.accuracy[-1], accuracy_step=float(curve.step[-1]))
        return True

    def _send(self) -> None:
        self._last = time.monotonic()
        elapsed = self._now() - self._began
        rate = self._done / elapsed if self._done and elapsed > 0 else None
        left = None if rate is None else (self._total - self._done) / rate
        self._emit(
            Progress(
                _STAGE,
                self._done,
                self._total,
                rate=rate,
                seconds_left=left,
                values=self._values.copy(),
            )
        )

    def _now(self) -> float:
        return time.monotonic() - self._token.paused_seconds
