"""The rules of a training, the same for every set that is compared."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from engine.runtime.messages import Language, text

Baseline = Literal["full", "random", "kmeans", "herding"]
ProtocolName = Literal["trial", "paper"]


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

    def batch_for(self, images: int) -> int:
        """Pictures a step for a set of ``images``."""
        return min(self.batch, images)

    def steps(self, images: int) -> int:
        """The stopping rule: steps of a training on ``images`` pictures."""
        batches = -(-images // self.batch_for(images))
        return max(self.least_steps, self.epochs * batches)

    def in_words(self, language: Language = "en") -> str:
        """The protocol for a reader of the report."""
        return text(
            f"protocol.{self.schedule}",
            language,
            batch=self.batch,
            epochs=self.epochs,
            least_steps=self.least_steps,
            rate=f"{self.rate:g}",
            momentum=f"{self.momentum:g}",
            decay=f"{self.weight_decay:g}",
        )


PROTOCOLS: dict[ProtocolName, Protocol] = {
    "trial": Protocol(
        name="trial", batch=32, rate=0.06, schedule="cosine", epochs=20, least_steps=300
    ),
    "paper": Protocol(
        name="paper", batch=256, rate=0.01, schedule="halfway", epochs=1000, least_steps=1
    ),
}


class TrialRecipe(BaseModel):
    """A comparison, as asked for. The condensed set always takes part."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    against: tuple[Baseline, ...] = ("full", "random", "kmeans", "herding")
    model: Literal["convnet", "resnet18"] = "convnet"
    seeds: int = Field(3, ge=1, le=10, description="trainings of each set")
    protocol: ProtocolName = "trial"
    epochs: int | None = Field(None, ge=1, le=10_000, description="None: as the protocol says")
    least_steps: int | None = Field(
        None, ge=1, le=1_000_000, description="None: as the protocol says"
    )
    width: int | None = Field(None, ge=8, le=512, description="None: as the protocol says")
    seed: int = Field(0, ge=0, lt=2**31, description="of the first training; the next add one")
    device: Literal["auto", "cpu", "cuda"] = "auto"

    def full_protocol(self) -> Protocol:
        """The protocol with this recipe's own values in it."""
        own = {
            name: value
            for name in ("epochs", "least_steps", "width")
            if (value := getattr(self, name)) is not None
        }
        return PROTOCOLS[self.protocol].model_copy(update=own)
