"""The rules of a training, the same for every set that is compared."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, field_serializer, model_validator

from engine.data.model_names import ModelName
from engine.runtime.messages import Language, text

Baseline = Literal["full", "random", "kmeans", "herding", "kcenter", "packed"]
SetName = Literal["condensed", "full", "random", "kmeans", "herding", "kcenter", "packed"]
ProtocolName = Literal["trial", "paper"]
Stop = Literal["protocol", "steps", "epochs"]

_FINE_TUNING = 0.1  # share of the learning rate for weights that were trained before


class Protocol(BaseModel):
    """How a model is trained, whatever it is trained on (decision record 0005).

    Cards are dealt from a shuffled deck of the set's pictures, ``batch`` at a time, until
    :meth:`steps` batches are done. Nothing is chosen by looking at test pictures.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: ProtocolName
    batch: int = Field(ge=1, description="pictures a step; a smaller set is used whole")
    rate: float = Field(gt=0, description="highest learning rate of SGD with momentum 0.9")
    schedule: Literal["cosine", "halfway"] = Field(
        description="cosine: warm-up, then a cosine to 0; halfway: a tenth from half time on"
    )
    epochs: int = Field(ge=1, description="times that every picture is seen, at least")
    least_steps: int = Field(ge=1, description="steps, at least")
    momentum: float = 0.9
    weight_decay: float = 5e-4
    warm_up: float = Field(0.1, ge=0, lt=1, description="share of the steps, cosine only")
    width: int = Field(128, ge=8, description="channels of the ConvNet")
    stop: Stop = Field(
        "protocol",
        description="steps: as many for every set; epochs: epochs alone; protocol: as above",
    )
    same_steps: int | None = Field(None, ge=1, description="of every set; only with stop=steps")
    fine_tuned: bool = Field(False, description="the rate is that of weights trained before")

    def batch_for(self, images: int) -> int:
        """Pictures a step for a set of ``images``."""
        return min(self.batch, images)

    def steps(self, images: int) -> int:
        """The stopping rule: steps of a training on ``images`` pictures."""
        if self.same_steps is not None:
            return self.same_steps
        batches = -(-images // self.batch_for(images))
        by_epochs = self.epochs * batches
        return by_epochs if self.stop == "epochs" else max(self.least_steps, by_epochs)

    def equal_steps(self, images: int) -> Self:
        """The same rule with the steps of ``images`` pictures for every set."""
        return self.model_copy(update={"same_steps": self.steps(images)})

    def in_words(self, language: Language = "en") -> str:
        """The protocol for a reader of the report."""
        values: dict[str, Any] = {
            "batch": self.batch,
            "epochs": self.epochs,
            "least_steps": self.least_steps,
            "rate": f"{self.rate:g}",
            "momentum": f"{self.momentum:g}",
            "decay": f"{self.weight_decay:g}",
            "steps": f"{self.same_steps or 0:,}",
        }
        keys = [f"protocol.{self.schedule}", *self._own_words()]
        space = " " if language == "en" else ""
        return space.join(text(key, language, **values) for key in keys)

    def _own_words(self) -> list[str]:
        """Keys of the sentences that say what differs from the rule."""
        keys = []
        if self.stop == "steps":
            known = self.same_steps is not None
            keys.append("protocol.same_steps" if known else "protocol.same_steps_open")
        if self.stop == "epochs":
            keys.append("protocol.same_epochs")
        if self.fine_tuned:
            keys.append("protocol.fine_tuned")
        return keys


PROTOCOLS: dict[ProtocolName, Protocol] = {
    "trial": Protocol(
        name="trial", batch=32, rate=0.06, schedule="cosine", epochs=20, least_steps=300
    ),
    "paper": Protocol(
        name="paper", batch=256, rate=0.01, schedule="halfway", epochs=1000, least_steps=1
    ),
}


class TrialRecipe(BaseModel):
    """A comparison, as asked for. The condensed set always takes part.

    ``packed`` takes part only where the condensed set is packed. A weights file is for ``model``;
    the models of ``also`` start from chance.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    against: tuple[Baseline, ...] = ("full", "random", "kmeans", "herding", "kcenter", "packed")
    model: ModelName = "convnet"
    also: tuple[ModelName, ...] = Field(
        (), description="further models, trained on the same sets afterwards"
    )
    weights: str | None = Field(None, description="file to fine-tune from; None: from scratch")
    seeds: int = Field(3, ge=1, le=10, description="trainings of each set")
    protocol: ProtocolName = "trial"
    stop: Stop = "protocol"
    epochs: int | None = Field(None, ge=1, le=10_000, description="None: as the protocol says")
    least_steps: int | None = Field(
        None, ge=1, le=1_000_000, description="None: as the protocol says"
    )
    width: int | None = Field(None, ge=8, le=512, description="None: as the protocol says")
    seed: int = Field(0, ge=0, lt=2**31, description="of the first training; the next add one")
    stress: bool = Field(
        False, description="train each set again with wrong labels, and with imbalance"
    )
    device: Literal["auto", "cpu", "cuda", "mps"] = "auto"
    watts: float | None = Field(
        None, gt=0, le=100_000, description="the computer takes while it trains; None: by device"
    )

    @field_serializer("weights")
    def _name_alone(self, weights: str | None) -> str | None:
        """A report goes to others: the file's folder on this computer is not theirs."""
        return None if weights is None else Path(weights).name

    @model_validator(mode="before")
    @classmethod
    def _without_repetition(cls, values: Any) -> Any:
        """A further model that is the model itself, or named twice, is trained once."""
        if isinstance(values, dict) and values.get("also"):
            own = values.get("model", "convnet")
            also = dict.fromkeys(one for one in values["also"] if one != own)
            return {**values, "also": tuple(also)}
        return values

    @property
    def models(self) -> tuple[ModelName, ...]:
        """All models, in the order in which they are trained."""
        return (self.model, *self.also)

    @property
    def weights_path(self) -> Path | None:
        """The weights file, if any."""
        return Path(self.weights) if self.weights else None

    def full_protocol(self, *, full: int | None = None, model: ModelName | None = None) -> Protocol:
        """The protocol with this recipe's own values in it.

        Parameters
        ----------
        full : int, optional
            Pictures of the full data: with ``stop="steps"`` every set gets their steps.
        model : str, optional
            A further model; None: :attr:`model`, which may start from weights.
        """
        own: dict[str, Any] = {
            name: value
            for name in ("epochs", "least_steps", "width")
            if (value := getattr(self, name)) is not None
        }
        own["stop"] = self.stop
        if self.weights and model in (None, self.model):
            own.update(fine_tuned=True, rate=_FINE_TUNING * PROTOCOLS[self.protocol].rate)
        rule = PROTOCOLS[self.protocol].model_copy(update=own)
        return rule.equal_steps(full) if self.stop == "steps" and full else rule
