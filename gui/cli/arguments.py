"""Arguments and options that several commands have in common."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from engine.runtime import Language

Json = Annotated[bool, typer.Option("--json", help="Answer with one JSON object.")]
Lang = Annotated[Language | None, typer.Option("--language", help="Default: as the system.")]
ProjectPath = Annotated[Path, typer.Argument(metavar="PROJECT", show_default=False)]
RunId = Annotated[
    str,
    typer.Argument(metavar="RUN", help="An id, its beginning, or “latest”.", show_default=False),
]
RunOrFile = Annotated[
    str,
    typer.Argument(
        metavar="RUN|FILE.h5",
        help="An id, its beginning, or “latest”; or a file with the project's classes.",
        show_default=False,
    ),
]
Later = Annotated[
    bool, typer.Option("--queue", help="Put it into the project's queue instead of doing it now.")
]
Seed = Annotated[int, typer.Option(min=0, max=2**31 - 1)]

Model = Annotated[Literal["convnet", "resnet18", "mobilenet", "efficientnet"], typer.Option()]
Weights = Annotated[
    Path | None,
    typer.Option(help="State dict of MODEL to fine-tune from. Default: from scratch."),
]
Stop = Annotated[
    Literal["protocol", "steps", "epochs"],
    typer.Option(help="Equal steps, equal epochs, or as the protocol says."),
]
Trainings = Annotated[int, typer.Option(min=1, max=10)]
