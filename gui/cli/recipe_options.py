"""Options of the command ``condense``, and the recipe that they ask for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

import typer

from engine.data.recipe import WEIGHT_PRESETS, WeightPreset
from engine.data.recipe import Preset as Quality
from engine.data.recipe import Start as Beginning
from engine.data.recipe import Whose as WhoseAppearance
from engine.runtime import UserError
from gui.cli import class_options

Ipc = Annotated[int, typer.Option(min=1, max=50, help="Images per class.")]
Preset = Annotated[Quality, typer.Option()]
Weights = Annotated[
    WeightPreset, typer.Option(help="What to put first; weights given one by one win.")
]
Content = Annotated[
    float | None, typer.Option(min=0.0, max=10.0, help="Weight of structure; default: --weights.")
]
Style = Annotated[
    float | None, typer.Option(min=0.0, max=10.0, help="Weight of appearance; default: --weights.")
]
Diversity = Annotated[
    float | None, typer.Option(min=0.0, max=10.0, help="Weight of variety; default: --weights.")
]
Appearance = Annotated[
    WhoseAppearance, typer.Option(help="As in the pictures, as in a reference, or varied more.")
]
Reference = Annotated[
    str | None,
    typer.Option(metavar="FOLDER", help="Pictures to look like; or a reference's name."),
]
Variation = Annotated[
    float, typer.Option(min=1.0, max=4.0, help="Times as wide, with --appearance varied.")
]
PictureKind = Annotated[
    Literal["auto", "drawing", "photo"],
    typer.Option("--kind", help="What appearance is measured in; auto: recognised."),
]
DiversityKind = Annotated[
    Literal["bounded", "kl"], typer.Option(help="As the real pictures are; kl: as published.")
]
Neighbours = Annotated[
    float, typer.Option(min=0.01, max=1.0, help="With kl: share of a class's samples.")
]
MomentsShare = Annotated[
    float, typer.Option(min=0.0, max=1.0, help="Of style, moments; the rest is correlation.")
]
StyleLayers = Annotated[
    Literal["all", "early", "late"], typer.Option(help="Early see lines, late see texture.")
]
Tap = Annotated[
    Literal["conv", "relu"], typer.Option(help="Style before, or after normalisation and ReLU.")
]
Kernel = Annotated[
    Literal["linear", "rbf"], typer.Option(help="Content: class means, or a Gaussian kernel.")
]
Balance = Annotated[
    Literal["equal", "proportional"],
    typer.Option(help="Images of each class: the same, or by its pictures."),
]
Packing = Annotated[
    Literal["auto", "1", "2"],
    typer.Option(help="2: each image stores 2 x 2 samples of half the side; 1: one sample."),
]
KeepWhole = Annotated[
    str,
    typer.Option(
        metavar="auto|never|N",
        help="Keep the real pictures of classes with at most N, or with no more than images.",
    ),
]
ClassImages = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME=N", help="Images of one class; can be given again."),
]
Trim = Annotated[
    float, typer.Option(min=0.0, max=0.4, help="Share of labels that may be wrong: set aside.")
]
Memory = Annotated[
    float | None,
    typer.Option(min=0.5, help="GiB to take; default: as set, else half of the free."),
]
Start = Annotated[
    Beginning, typer.Option(help="Typical (k-means) or random real samples, or noise.")
]
Minutes = Annotated[float | None, typer.Option(min=0.0, help="Time limit.")]
Steps = Annotated[int | None, typer.Option("--steps", min=1)]
Device = Annotated[
    Literal["auto", "cpu", "cuda", "mps"],
    typer.Option(help="auto: as set, or a GPU where there is one."),
]

_NOT_OF_A_RECIPE = ("context", "project_path", "resume", "as_json", "language")
# Fields that stand on the command line under another name, or that another option decides, too.
_OPTIONS = {
    "steps": ("step_count",),
    "by_class": ("class_images",),
    "content": ("content", "weights"),
    "style": ("style", "weights"),
    "diversity": ("diversity", "weights"),
    "appearance": ("appearance", "reference"),
}


def asked(context: typer.Context, options: Mapping[str, Any]) -> dict[str, Any]:
    """Values of a recipe; ``reference`` is still the folder, or None.

    Raises
    ------
    UserError
        ``condense.recipe_invalid``; ``command.wrong_option``; ``condense.no_reference``.
    """
    values = {name: one for name, one in options.items() if name not in _NOT_OF_A_RECIPE}
    preset = WEIGHT_PRESETS[values.pop("weights")]
    values.update({name: one for name, one in preset.items() if values[name] is None})
    values["steps"] = values.pop("step_count")
    values["packing"] = "auto" if values["packing"] == "auto" else int(values["packing"])
    values["keep_whole"] = class_options.keep_whole(values["keep_whole"])
    values["by_class"] = class_options.class_images(values.pop("class_images") or [])
    values["appearance"] = _appearance(context, values)
    return values


def _appearance(context: typer.Context, values: Mapping[str, Any]) -> str:
    appearance, reference = str(values["appearance"]), values["reference"]
    if reference is None:
        # A run that goes on has its reference already.
        if appearance == "reference" and context.params["resume"] is None:
            raise UserError("condense.no_reference", exit_code=2)
        return appearance
    if _stands(context, "appearance") and appearance != "reference":
        raise UserError(
            "command.wrong_option",
            exit_code=2,
            option="--reference",
            reason=f"--appearance {appearance}",
        )
    return "reference"


def given(context: typer.Context, values: Mapping[str, Any]) -> dict[str, Any]:
    """Those of :func:`asked` that stand on the command line."""
    return {
        name: value
        for name, value in values.items()
        if any(_stands(context, option) for option in _OPTIONS.get(name, (name,)))
    }


def _stands(context: typer.Context, option: str) -> bool:
    source = context.get_parameter_source(option)
    return source is not None and source.name == "COMMANDLINE"
