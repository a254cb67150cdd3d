"""Everything that decides a condensing run: validated, versioned, serialisable."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from engine.data.mend import Mend
from engine.runtime.errors import UserError

Preset = Literal["quick", "standard", "best", "published"]
Packing = Literal["auto", 1, 2]
Start = Literal["auto", "kmeans", "real", "noise"]
Whose = Literal["mine", "reference", "varied"]
Kind = Literal["drawing", "photo"]
WeightPreset = Literal["balanced", "structure", "appearance"]
MOST_BY_HAND = 500
MOST_KEPT = 10_000
WEIGHT_PRESETS: Mapping[WeightPreset, Mapping[str, float]] = {
    "balanced": {"content": 1.0, "style": 1.0, "diversity": 1.0},
    "structure": {"content": 1.0, "style": 0.25, "diversity": 1.0},
    "appearance": {"content": 0.5, "style": 2.0, "diversity": 1.0},
}
"""What to put first: weights of content, style and diversity, by name."""


class CondenseRecipe(BaseModel):
    """A condensing run, as asked for.

    The three weights are relative: every term is scaled by its own real target
    (docs/method.md), so 1/1/1 means the same on every image set.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1] = 1
    ipc: int = Field(10, ge=1, le=50, description="images per class")
    preset: Preset = "standard"
    content: float = Field(1.0, ge=0.0, le=10.0, description="weight of content (structure)")
    style: float = Field(1.0, ge=0.0, le=10.0, description="weight of style (appearance)")
    diversity: float = Field(1.0, ge=0.0, le=10.0, description="weight of diversity")
    diversity_kind: Literal["bounded", "kl"] = "bounded"
    steps: int | None = Field(None, ge=1, le=1_000_000, description="None: as the preset says")
    minutes: float | None = Field(None, gt=0.0, le=60 * 24 * 7, description="time limit")
    seed: int = Field(0, ge=0, lt=2**31)
    device: Literal["auto", "cpu", "cuda", "mps"] = "auto"
    start: Start = Field("auto", description="images to begin with")
    balance: Literal["equal", "proportional"] = Field(
        "equal", description="images of each class: the same, or by its pictures"
    )
    packing: Packing = Field("auto", description="samples along each side of a stored image")
    by_class: dict[str, Annotated[int, Field(ge=1, le=MOST_BY_HAND)]] = Field(
        default_factory=dict, description="images by hand, by class; the others follow the balance"
    )
    keep_whole: int | None = Field(
        None,
        ge=0,
        le=MOST_KEPT,
        description="classes of at most so many training pictures are kept as real samples; "
        "None: of no more than the images they would get; 0: never",
    )
    memory: float | None = Field(
        None, ge=0.5, le=4096, description="GiB the run may take; None: half of what is free"
    )
    trim: float = Field(
        0.0, ge=0.0, le=0.4, description="share of a class's pictures that may be wrongly labelled"
    )
    appearance: Whose = Field(
        "mine", description="whose appearance: as in the pictures, as in a reference, varied more"
    )
    reference: str | None = Field(
        None, pattern="^[0-9a-f]{8,64}$", description="reference set of the project, by its name"
    )
    variation: float = Field(
        2.0, ge=1.0, le=4.0, description="times as wide as real appearance, where it is varied"
    )
    picture_kind: Literal["auto", "drawing", "photo"] = Field(
        "auto", description="what appearance is measured in; auto: recognised"
    )
    moments_share: float = Field(
        0.5, ge=0.0, le=1.0, description="of the style weight, moments; the rest is correlation"
    )
    style_layers: Literal["all", "early", "late"] = Field(
        "all", description="layers that style is read from: early ones see lines, late ones texture"
    )
    tap: Literal["conv", "relu"] = Field(
        "conv", description="style is read before normalisation, or after normalisation and ReLU"
    )
    kernel: Literal["linear", "rbf"] = Field(
        "linear", description="content: class means of embeddings, or of random Fourier features"
    )
    neighbours: float = Field(
        0.2, gt=0.0, le=1.0, description="of a class's samples, neighbours in the KL diversity"
    )
    mend: Mend | None = Field(
        None, description="rejected samples of an earlier run, and what is done about them"
    )

    @property
    def resolved_start(self) -> Literal["kmeans", "real", "noise"]:
        """*auto* resolved: typical real samples; random ones where all is as published."""
        if self.start != "auto":
            return self.start
        return "real" if self.preset == "published" else "kmeans"

    def require_possible(self, *, reference_follows: bool = False) -> None:
        """Whether what is asked for goes together; not asked of a recipe that is only read.

        Parameters
        ----------
        reference_follows : bool
            The reference is not imported yet and will be named later.

        Raises
        ------
        UserError
            ``condense.published_appearance``, as the published objective knows no other than the
            pictures' own; ``condense.no_reference``.
        """
        if self.appearance != "mine" and self.preset == "published":
            raise UserError("condense.published_appearance", exit_code=2)
        if self.appearance == "reference" and self.reference is None and not reference_follows:
            raise UserError("condense.no_reference", exit_code=2)

    @classmethod
    def parse(cls, values: dict[str, Any]) -> Self:
        """Build a recipe from untrusted values.

        Raises
        ------
        UserError
            ``condense.recipe_invalid`` naming the first field at fault.
        """
        try:
            return cls(**values)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            raise UserError(
                "condense.recipe_invalid", exit_code=2, reason=f"{where}: {first['msg']}"
            ) from error
