"""The command ``export``: a condensed set for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from engine.data import CondensedSet
from engine.project import Project, Run
from engine.project.export import HDF5_SUFFIXES, export_run, export_set
from gui.cli.arguments import Json, Lang
from gui.cli.console import open_console

RunOfProject = Annotated[
    str, typer.Argument(metavar="RUN", help="Of a project: an id, or its beginning.")
]


def export(
    source: Annotated[Path, typer.Argument(metavar="PROJECT|FILE.h5", show_default=False)],
    to: Annotated[
        Path,
        typer.Option(help="FILE.h5, FILE.tar, FILE.parquet, or a folder.", show_default=False),
    ],
    run_id: RunOfProject = "latest",
    as_json: Json = False,
    language: Lang = None,
) -> None:
    """Write the condensed set as HDF5, WebDataset or Parquet, or as PNG by class in a folder."""
    with open_console(language, as_json=as_json) as console:
        if is_condensed_file(source):
            export_set(CondensedSet.load(source), to)
        else:
            project = Project.open(source)
            export_run(project, project.run(run_id), to)
        path = to.absolute()
        console.say("command.written", path=path)
        console.answer({"path": str(path)})


def is_condensed_file(path: Path) -> bool:
    """Whether what a command was given is a file rather than a project, missing or not."""
    return path.is_file() or path.suffix.lower() in HDF5_SUFFIXES


def run_or_file(project: Project, word: str) -> Run:
    """A run of a project, or a file's condensed set in place of one.

    Raises
    ------
    UserError
        ``project.no_run``; what :class:`engine.project.file_run.FileRun` raises.
    """
    path = Path(word)
    if not is_condensed_file(path):
        return project.run(word)
    from engine.project.file_run import FileRun

    return FileRun(project, path)
