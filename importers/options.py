"""How a folder is to be imported."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Colour = Literal["auto", "grey", "rgb"]
Fit = Literal["letterbox", "stretch", "crop"]
Layout = Literal["class-folders", "train-test", "csv"]


class ImportOptions(BaseModel):
    """What the user chooses when importing.

    ``colour`` ``"auto"`` keeps one channel if the pictures are grey. ``test_fraction`` is used
    only where the folder has no test pictures of its own. ``fit`` says how a picture that is
    not square becomes square: padded (``letterbox``), distorted or cut.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    size: int = Field(64, ge=16, le=512, description="side of a prepared picture in px")
    colour: Colour = "auto"
    layout: Literal["auto", "class-folders", "train-test", "csv"] = "auto"
    test_fraction: float = Field(0.2, ge=0.0, le=0.9)
    seed: int = Field(0, ge=0, lt=2**31)
    fit: Fit = "letterbox"
